"""The desk of Today: other days and the month, moving and bringing back, and every change of the log.

Part of the composition root `desktop.app`: it joins the Today window and the small window of an entry with the engine.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop import editing
from desktop.commands.day_moments import Within, ahead_in, past_in
from desktop.commands.moments import MomentError
from desktop.editing import Change
from desktop.engine import Engine
from desktop.entry_reading import draft_of, entry_of
from desktop.entry_states import EntryDraft, EntryKind, EntryView, Wrong
from desktop.errors import UncrampError
from desktop.journal import Journal
from desktop.landing import Landing
from desktop.landing import landing as landing_of
from desktop.past_days import EARLIEST, PastDays
from desktop.ports import LogEntry
from desktop.showing import Showing
from desktop.states import AmountWish, DayNotice, MoveWish, Said, TodayState
from desktop.wording import days as words
from desktop.wording import editing as editing_words
from schedules.ahead import brought_back
from schedules.history import Drink
from schedules.waking_day import log_span

if TYPE_CHECKING:
    from desktop.windows.entry import EntryWindow
    from desktop.windows.today import TodayWindow


class DayDesk(QObject):
    """What the Today window is served with beside the plain present day."""

    changed = Signal()
    """What the window shows has changed."""

    def __init__(self, engine: Engine, showing: Showing, parent: QObject | None = None) -> None:
        """Store what it works with.

        Args:
            engine: Started by the time a window is opened.
            showing: The present day.
            parent: The owner.
        """
        super().__init__(parent)
        self._engine, self._showing = engine, showing
        self._past = PastDays(engine.journal)
        self._day: date | None = None
        self._month: date | None = None
        self._change: Change | None = None
        self._window: TodayWindow | None = None
        self._entry: EntryWindow | None = None
        self._before: LogEntry | None = None

    def serve(self, window: "TodayWindow") -> None:
        """Answer a window's wishes; it begins with the present day."""
        self._window, self._day, self._month = window, None, None
        window.day_requested.connect(self.show_day)
        window.month_requested.connect(self.show_month)
        window.move_asked.connect(self._on_move_asked)
        window.move_requested.connect(self._on_move)
        window.back_requested.connect(self._on_back)
        window.amount_requested.connect(self._on_amount)
        window.edit_requested.connect(self._on_edit)
        window.add_requested.connect(self.add_entry)
        window.change_undo_requested.connect(self._on_undo)

    def leave(self) -> None:
        """The window was closed; what it opened goes with it."""
        self._window = None
        self._change = None
        if self._entry is not None:
            self._entry.close()

    def state(self, notices: tuple[DayNotice, ...]) -> TodayState:
        """The day that the window shows."""
        today = self._engine.journal.day().date
        if self._day is not None and self._day >= today:
            self._day = None
        try:
            return self._state(notices, today)
        except UncrampError:
            # The records cannot be read for the moment; the engine remembers the present day, and tells of the trouble.
            self._day = self._month = None
            return self._showing.today(notices)

    def show_day(self, day: date | None) -> None:
        """Show another day; None for the present one."""
        self._day = None if day is None or day >= self._engine.journal.day().date else max(day, EARLIEST)
        if self._month is not None:
            self._month = (self._day or self._engine.journal.day().date).replace(day=1)
        self.changed.emit()

    def show_month(self, month: date | None) -> None:
        """Show the month of a date; None puts it away."""
        today = self._engine.journal.day().date
        self._month = None if month is None else min(max(month, EARLIEST), today).replace(day=1)
        self.changed.emit()

    def add_entry(self) -> None:
        """Ask what is to be logged for an earlier time."""
        self._ask_for(None)

    def add_cramp(self) -> None:
        """Ask about a cramp that is over."""
        self._day = None
        self._ask_for(EntryKind.CRAMP)

    def _ask_for(self, kind: EntryKind | None) -> None:
        settings = self._engine.journal.settings()
        kinds = tuple(k for k in EntryKind if k is not EntryKind.DRINK or not settings.you.doctor_limits_fluids)
        draft = EntryDraft(kind=kind or kinds[0])
        view = EntryView(title=editing_words.new_title(), draft=draft, kinds=kinds, units=settings.you.units)
        self._open_entry(view, None)

    def _state(self, notices: tuple[DayNotice, ...], today: date) -> TodayState:
        state = self._showing.today(notices)
        if self._day is not None:
            state = replace(self._past.day(self._day, state.offers), notices=notices)
        changed = ""
        if self._change is not None and not self._is_unsaid(self._change.entry):
            changed = editing_words.changed(self._change, state.offers.units, state.offers.zone)
        month = None
        if self._month is not None:
            month = self._past.month(self._month, state.day, today)
        return replace(state, changed=changed, month=month)

    def _is_unsaid(self, entry: LogEntry) -> bool:
        """A drink is not spoken of where a doctor limits fluids."""
        return isinstance(entry, Drink) and self._engine.journal.settings().you.doctor_limits_fluids

    def _within(self) -> Within:
        """The stretch of time that a typed moment of the shown day lies in."""
        journal = self._engine.journal
        on = self._day or journal.day().date
        lived = self._past.lived(on).day if self._day is not None else journal.day()
        start_at, end_at = log_span(journal.settings(), lived)
        return Within(start_at=start_at, end_at=end_at, now=journal.clock.now(), zone=journal.zone())

    # Moving

    def _on_move_asked(self, wish: MoveWish) -> None:
        if self._window is not None:
            self._window.answer_move(self._landing(wish)[0])

    def _on_move(self, wish: MoveWish) -> None:
        said, landing = self._landing(wish)
        if self._window is None:
            return
        if landing is None or landing.at is None:
            self._window.answer_move(said)
            return
        self._engine.settle_ahead(landing.record)
        for prompt in self._engine.plan.prompts:
            if prompt.due_at == landing.at and landing.record.kind in prompt.kinds:
                self._window.focus_on(f"move:{prompt.key}")

    def _landing(self, wish: MoveWish) -> tuple[Said, Landing | None]:
        """Where a prompt would come, in words too."""
        engine, journal = self._engine, self._engine.journal
        now = journal.clock.now()
        record = engine.record_ahead(wish.key)
        end_at = max(engine.plan.bed_at, now)
        within = Within(start_at=now + timedelta(minutes=1), end_at=end_at, now=now, zone=journal.zone())
        if record is None:
            return Said(words=words.lands_nowhere(None), fits=False), None
        try:
            to = ahead_in(wish.typed, within)
        except MomentError as error:
            return Said(words=f"{error.title} {error.remedy}", fits=False), None
        landing = landing_of(record, to, replace(engine.situation, now=now))
        if landing.at is None:
            return Said(words=words.lands_nowhere(landing.why), fits=False), landing
        gap_min = journal.settings().prompts.smallest_gap_min
        return Said(words=words.lands(landing.at, to, journal.zone(), gap_min)), landing

    def _on_back(self, key: str) -> None:
        record = self._engine.record_ahead(key)
        if record is not None:
            self._engine.settle_ahead(brought_back(record, self._engine.journal.clock.now()))

    # The log

    def _on_amount(self, wish: AmountWish) -> None:
        said = self._take_amount(wish)
        if self._window is not None:
            self._window.answer_amount(said)

    def _take_amount(self, wish: AmountWish) -> Said:
        journal = self._engine.journal
        if wish.in_all:
            drink = editing.catch_up(wish.volume_ml, journal.day(), journal.clock.now(), journal)
            if drink is None:
                units = journal.settings().you.units
                return Said(words=editing_words.nothing_to_add(journal.intake_ml(), units), fits=False)
        else:
            try:
                at = past_in(wish.typed, self._within())
            except MomentError as error:
                return Said(words=f"{error.title} {error.remedy}", fits=False)
            drink = Drink(at=at, volume_ml=wish.volume_ml)
        self._make(lambda made_in: editing.add(drink, made_in))
        return Said(words="")

    def _on_edit(self, entry: LogEntry) -> None:
        units = self._engine.journal.settings().you.units
        view = EntryView(title=editing_words.change_title(), draft=draft_of(entry, self._within(), units), units=units)
        self._open_entry(view, entry)

    def _open_entry(self, view: EntryView, before: LogEntry | None) -> None:
        from desktop.windows.entry import EntryWindow

        if self._entry is not None:
            self._entry.close()
        self._before = before
        self._entry = EntryWindow()
        self._entry.tell(view)
        self._entry.save_requested.connect(self._on_save)
        self._entry.delete_requested.connect(self._on_delete)
        self._entry.when_asked.connect(self._on_when_asked)
        self._entry.closed.connect(self._on_entry_closed)
        self._entry.bring_up()

    def _on_when_asked(self, typed: str) -> None:
        within = self._within()
        try:
            at: datetime | None = past_in(typed, within) if typed.strip() else None
        except MomentError:
            at = None  # it is being typed; what is wrong with it is said once it is done
        said = "" if at is None else editing_words.when_said(at, within.now, within.zone)
        if self._entry is not None:
            self._entry.say_when(Said(words=said))

    def _on_save(self, draft: EntryDraft) -> None:
        before, units = self._before, self._engine.journal.settings().you.units
        entry = entry_of(draft, before, self._within(), units)
        if self._entry is None:
            return
        if isinstance(entry, Wrong):
            self._entry.say_wrong(entry)
            return
        made = self._make(
            lambda journal: editing.add(entry, journal) if before is None else editing.change(entry, before, journal)
        )
        if made is not None:
            self._entry.close()

    def _on_delete(self) -> None:
        before = self._before
        if before is not None and self._make(lambda journal: editing.delete(before, journal)) is not None:
            assert self._entry is not None  # it was its button
            self._entry.close()

    def _on_undo(self) -> None:
        change, self._change = self._change, None
        if change is not None:
            self._engine.log(lambda journal: editing.undo(change, journal))

    def _make(self, make: Callable[[Journal], Change]) -> Change | None:
        """Change the log, plan again, and offer to undo it; None where the store refuses."""

        def keep(journal: Journal) -> Change:
            self._change = make(journal)
            return self._change

        return self._engine.log(keep)

    def _on_entry_closed(self) -> None:
        if self._entry is not None:
            self._entry.deleteLater()
            self._entry = None
