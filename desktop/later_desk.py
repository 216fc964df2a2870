"""Later on its way: the window that asks why, what the answer does, and the proposals that may come of it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.commands.day_moments import Within, past_today
from desktop.engine import Engine, GuideWish
from desktop.errors import UncrampError
from desktop.later_state import LaterAnswer, LaterQuestion
from desktop.proposing import Proposing
from desktop.putting_off import PuttingOff, weekday_of
from desktop.wording import later as wording
from desktop.wording.amounts import clock
from desktop.wording.prompts import kind_name
from schedules.answers import later_by
from schedules.history import LaterWhy
from schedules.later import DayOff, LaterWish, whys
from schedules.prompts import Kind, Prompt
from schedules.proposals import Proposal
from schedules.settings import Settings, Weekday
from schedules.waking_day import log_span

if TYPE_CHECKING:
    from desktop.windows.later import LaterWindow

_SAME_MINUTE = timedelta(minutes=1)
"""The plan counts in minutes."""


class LaterDesk(QObject):
    """Opens the window when a prompt is put off, and carries out what is said in it."""

    guide_requested = Signal(object)
    """A `GuideWish`."""
    relief_requested = Signal()
    help_requested = Signal()
    proposed = Signal(str)
    """There is a proposal, one sentence; empty when there is none any more."""
    days_off_told = Signal(str)
    """What is not asked today, by the person's own wish; empty where there is nothing."""

    def __init__(self, engine: Engine, save: Callable[[Settings], None], parent: QObject | None = None) -> None:
        """Store what it works with.

        Args:
            engine: Started by the time a prompt is put off.
            save: Writes new settings; raises `UncrampError`.
            parent: The owner.
        """
        super().__init__(parent)
        self._engine, self._save = engine, save
        self._putting_off = PuttingOff(engine)
        self._proposing = Proposing(engine.journal)
        self._proposal: Proposal | None = None
        self._prompt: Prompt | None = None
        self._day_off: DayOff | None = None
        self._window: LaterWindow | None = None
        self._told = ""

    def start(self) -> None:
        """Look whether there is something to propose, and tell of the weekday's days off from now on."""
        self._engine.changed.connect(self._tell_days_off)
        self._tell_days_off()
        self._look()

    def open(self, prompt: Prompt) -> None:
        """Ask why a prompt was put off."""
        from desktop.windows.later import LaterWindow

        self.close()
        journal = self._engine.journal
        again_at = self._comes_at(prompt.kind, journal.clock.now() + later_by(prompt.kind))
        question = LaterQuestion(
            title=kind_name(prompt.kind),
            already=wording.put_off_until(again_at, journal.zone()),
            whys=whys(prompt),
            today=weekday_of(prompt, journal),
        )
        self._prompt = prompt
        self._window = window = LaterWindow(question, self._past)
        window.put_off_requested.connect(self._on_why)
        window.gentle_requested.connect(self._on_gentle)
        window.relief_requested.connect(self._on_relief)
        window.help_requested.connect(self.help_requested)
        window.day_off_undone.connect(self._on_day_off_undone)
        window.proposal_answered.connect(self.answer)
        window.closed.connect(self._on_closed)
        window.bring_up()

    def close(self) -> None:
        """Close the window, if it is open."""
        if self._window is not None:
            self._window.close()

    def answer(self, yes: bool) -> None:
        """Take the answer to the proposal: only a yes changes the settings."""
        made, self._proposal = self._proposal, None
        self.proposed.emit("")
        if made is None:
            return
        now = self._proposing.find() if yes else made
        if now is None or wording.proposed(now) != wording.proposed(made):
            # The settings are others by now: what fits them is proposed, and nothing is done.
            self._look()
            self.close()
            return
        try:
            if yes:
                self._save(now.settings)
            self._proposing.answer(now)
        except UncrampError as error:
            self._engine.trouble_arisen.emit(error)
        self.close()

    def ask_again(self) -> None:
        """Take back that this weekday is free of some kinds."""
        for off in self._engine.situation.days_off:
            if off.weekday is self._today():
                self._put_on(off)

    def _on_why(self, wish: LaterWish) -> None:
        prompt, window = self._prompt, self._window
        if prompt is None or window is None or (found := self._putting_off.put_off(prompt, wish)) is None:
            return
        again_at = None if found.again_at is None else self._comes_at(prompt.kind, found.again_at)
        again = "" if again_at is None else clock(again_at, self._engine.journal.zone())
        self._look()
        self._day_off = found.day_off
        window.tell(
            LaterAnswer(
                line=wording.done(wish.why, prompt.kind, weekday_of(prompt, self._engine.journal), again),
                sore=wish.why is LaterWhy.SORE,
                gentle=prompt.routine is not None and prompt.kind is not Kind.DRINK,
                day_off=wish.why is LaterWhy.NOT_THIS_WEEKDAY,
                proposal="" if self._proposal is None else wording.proposed(self._proposal),
            )
        )

    def _comes_at(self, kind: Kind, from_at: datetime) -> datetime | None:
        """When a kind that is put off comes by the plan in force: a quiet time moves it, the evening may end it."""
        dues = (prompt.due_at for prompt in self._engine.plan.prompts if kind in prompt.kinds)
        return min((due_at for due_at in dues if due_at > from_at - _SAME_MINUTE), default=None)

    def _look(self) -> None:
        """Find what there is to propose, and tell of it."""
        self._proposal = self._proposing.find()
        self.proposed.emit("" if self._proposal is None else wording.proposed(self._proposal))

    def _on_gentle(self) -> None:
        routine = None if self._prompt is None else self._prompt.routine
        self.close()
        if routine is not None:
            self.guide_requested.emit(GuideWish(routine=routine))

    def _on_relief(self) -> None:
        self.close()
        self.relief_requested.emit()

    def _on_day_off_undone(self) -> None:
        if self._day_off is not None:
            self._put_on(self._day_off)
        self.close()

    def _put_on(self, off: DayOff) -> None:
        self._engine.change(lambda: self._engine.journal.put_on(off))

    def _tell_days_off(self) -> None:
        today = self._today()
        kinds = tuple(sorted(off.kind for off in self._engine.situation.days_off if off.weekday is today))
        told = wording.days_off(kinds)
        if told != self._told:
            self._told = told
            self.days_off_told.emit(told)

    def _today(self) -> Weekday:
        return Weekday.of(self._engine.journal.day().date)

    def _past(self, typed: str) -> datetime:
        journal = self._engine.journal
        start_at, end_at = log_span(journal.settings(), journal.day())
        now, zone = journal.clock.now(), journal.zone()
        return past_today(typed, Within(start_at=start_at, end_at=end_at, now=now, zone=zone))

    def _on_closed(self) -> None:
        if self._window is not None:
            self._window.deleteLater()
            self._window = None
