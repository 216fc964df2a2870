"""The controller of the relief: shows each step at once, keeps the record afterwards, and never waits in between."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.helping import Helping
from desktop.icing import Icing
from desktop.journal import Journal
from desktop.relief_records import ReliefRecords
from desktop.relief_screen import ReliefScreen
from desktop.relief_showing import Around, person_of, view_of
from desktop.relief_texts import relief_guides
from desktop.relief_view import Correction, ReliefView, Where
from desktop.wording.relief_spoken import spoken
from schedules.guides.passing import between
from schedules.guides.red_flags import ASKED_FIRST, RedFlag
from schedules.guides.relief import Relief
from schedules.guides.relief_course import ACTION_OF, WHERE_CHOICES, Feeling, ReliefPhase
from schedules.guides.routine import Action, Place
from schedules.history import Cramp, Muscle

SLIP = timedelta(seconds=10)
"""Opened and closed again within it without a word: a slip of the hand, and nothing is logged.

Longer, and the panel may well have been read in pain: the record stays, with its onset alone, and one *Undo* in Today
takes it back. A program that is killed before it can tell leaves that same record.
"""
_PREPARE_MS = 150
"""A key that is pressed at once is answered at once; who takes longer to read finds everything ready."""
_TICK_MS = 250
_IDLE_MS = 10_000


class Relieving(QObject):
    """At most one cramp at a time, from the first question to the record."""

    said = Signal(str)
    """Words for whoever listens: the voice, if it is allowed."""
    hushed = Signal()  # the window was closed: whoever speaks is to stop
    stretch_ruled_out = Signal()  # by a red flag: none is to stay on show anywhere
    left_flagged = Signal()  # the window was closed with such a flag
    ended = Signal()
    """The window was closed and the record is what it is."""

    def __init__(
        self,
        *,
        journal: Journal,
        icing: Icing,
        helping: Helping,
        build: Callable[[], ReliefScreen],
        parent: QObject | None = None,
    ) -> None:
        """Store what it works with.

        Args:
            journal: Keeps the record.
            icing: The timer of the cold pack.
            helping: Knows the emergency number.
            build: Makes the window.
            parent: The owner.
        """
        super().__init__(parent)
        self._journal, self._icing, self._helping, self._build = journal, icing, helping, build
        self._screen: ReliefScreen | None = None
        self._relief: Relief | None = None
        self._view: ReliefView | None = None
        self._note = ""
        self._spoken = ""
        self._is_first = True
        """The first question is not on the screen yet."""
        self._is_late_help = False
        """Help lies over what was noted."""
        self._ticker = QTimer(self)
        self._ticker.timeout.connect(self._tick)
        self.records = ReliefRecords(journal, self)
        self.records.written.connect(self._on_written)
        self._icing.changed.connect(self._show)
        self._helping.changed.connect(self._show)

    def start(self) -> None:
        """Read what is needed, long before it is."""
        self.records.start()

    @property
    def is_open(self) -> bool:
        """Whether the window is on show."""
        return self._screen is not None

    @property
    def relief(self) -> Relief | None:
        """The cramp that goes on; None while the window is closed."""
        return self._relief

    def open(self) -> None:
        """Show the first question; a second time brings the window to the front."""
        if self._screen is None:
            now = self._journal.clock.now()
            # No guides yet: the first question is on the screen before they are read.
            self._relief = Relief.begin((), now, person_of(self._journal, now))
            self.records.begin().keep(self._relief.record())
            self._note, self._view, self._spoken = "", None, ""
            self._is_first, self._is_late_help = True, False
            self._screen = self._build()
            self._join(self._screen)
            self._show()
            self._ticker.start(_IDLE_MS)
        self._screen.bring_up(at_night=self._relief is not None and self._relief.person.at_night)

    def close(self) -> None:
        """The program ends: what is not written yet is tried once more."""
        if self._screen is not None:
            self._screen.close()
        self.records.write()

    # What the person does

    def choose(self, where: Where) -> None:
        """Say where it is."""
        if (where.muscle, where.side) in WHERE_CHOICES:
            self.records.usual = where
        self._read_guides(where.muscle)
        self._move(lambda relief, now: relief.choose(where.muscle, where.side, now))

    def flag(self, flags: Iterable[RedFlag] = ASKED_FIRST) -> None:
        """One of these red flags is true."""
        self._move(lambda relief, now: relief.flag(now, flags))
        if self._relief is not None and not self._relief.assessment.allow_stretch:
            self.stretch_ruled_out.emit()

    def unflag(self) -> None:
        """It was said by mistake."""
        self._move(lambda relief, now: relief.unflag(now))

    def feel(self, feeling: Feeling) -> None:
        """Say how it is."""
        self._move(lambda relief, now: relief.answer(feeling, now))

    def go_to(self, place: Place) -> None:
        """Stretch somewhere else."""
        self._move(lambda relief, now: relief.at_place(place, now))

    def go_on(self) -> None:
        """Go on without an answer."""
        if self._leave_late_help():
            return
        self._move(lambda relief, now: relief.next(now))

    def go_back(self) -> None:
        """To what came before."""
        if self._leave_late_help():
            return
        self._move(lambda relief, now: relief.back(now))

    def help(self) -> None:
        """Open *When to get help* in the same window."""
        if self._relief is not None and self._relief.phase is ReliefPhase.LOGGED:
            self._is_late_help = True
            self._show()
        else:
            self._move(lambda relief, now: relief.help(now))

    def finish(self) -> None:
        """It is over: show what was noted."""
        self._move(lambda relief, now: relief.close(now))

    def cool(self, minutes: int) -> None:
        """Start the ice timer."""
        self._move(lambda relief, now: relief.start_cold(now))
        self._icing.begin(timedelta(minutes=minutes))

    def correct(self, correction: Correction) -> None:
        """Change what was noted."""
        where = correction.where
        self._change(lambda cramp: replace(cramp, muscle=where.muscle, side=where.side, lasted=correction.lasted))

    def note(self, note: str) -> None:
        """Add a note to what was noted."""
        self._note = note
        self._change(lambda cramp: replace(cramp, note=note))

    def forget(self) -> None:
        """It was no cramp: take the record back."""
        self.records.current.forget()
        self._show()
        self.records.plan()

    # Inside

    def _move(self, step: Callable[[Relief, datetime], Relief]) -> None:
        """Take a step and show it; it is written once it is on the screen."""
        if self._relief is None:
            return
        before = self._relief
        self._relief = step(before, self._journal.clock.now())
        if before.phase is not ReliefPhase.LOGGED:
            self.records.current.keep(replace(self._relief.record(), note=self._note))
        self._ticker.start(_TICK_MS if self._relief.phase in ACTION_OF else _IDLE_MS)
        self._show()
        self.records.plan()

    def _change(self, change: Callable[[Cramp], Cramp]) -> None:
        cramp = self.records.current.cramp
        if cramp is not None:
            self.records.current.keep(change(cramp))
            self._show()
            self.records.plan()

    def _tick(self) -> None:
        if self._relief is not None:
            self._relief = self._relief.tick(self._journal.clock.now())
            self._show()

    def _show(self) -> None:
        if self._relief is None or self._screen is None:
            return
        around = Around(
            usual=self.records.usual,
            ice=self._icing.state(),
            record=self.records.current.cramp,
            is_kept=not self.records.is_refused,
            is_late_help=self._is_late_help,
        )
        view = view_of(self._relief, self._journal.clock.now(), self._helping, around)
        if view != self._view:
            self._view = view
            self._screen.tell(view)
            self._speak(view)

    def _leave_late_help(self) -> bool:
        """Help was opened over what was noted: show that again."""
        was_late, self._is_late_help = self._is_late_help, False
        if was_late:
            self._show()
        return was_late

    def _speak(self, view: ReliefView) -> None:
        """Say what changed, once."""
        words = spoken(view)
        if words != self._spoken and self._screen is not None:
            self._spoken = words
            self._screen.announce(words)
            self.said.emit(words)

    def _on_painted(self) -> None:
        """What was told is on the screen: now there is time for everything else."""
        first, self._is_first = self._is_first, False
        if first:
            QTimer.singleShot(_PREPARE_MS, self, self._prepare)
        self.records.painted(first=first)

    def _prepare(self) -> None:
        """Build what the next screen needs before it is wanted, unless the answer was quicker."""
        if self._screen is not None and self._relief is not None and self._relief.muscle is None:
            relief_guides(self.records.usual.muscle)
            self._screen.prepare()

    def _read_guides(self, muscle: Muscle) -> None:
        if self._relief is not None:
            self._relief = replace(self._relief, routines=relief_guides(muscle))

    def _on_closed(self) -> None:
        relief, screen = self._relief, self._screen
        if relief is None or screen is None:
            return
        now = self._journal.clock.now()
        if relief.phase is not ReliefPhase.LOGGED:
            ended = relief.close(now)
            slipped = not (ended.muscle or ended.flags or ended.tried) and between(relief.onset_at, now) < SLIP
            if slipped:
                self.records.current.forget()
            else:
                self.records.current.keep(replace(ended.record(), note=self._note))
        self._relief = self._screen = self._view = None
        self._ticker.stop()
        self.hushed.emit()
        screen.deleteLater()
        self.records.end()
        if not relief.assessment.allow_stretch:
            self.left_flagged.emit()
        if Action.COLD not in relief.assessment.allowed and self._icing.state() is not None:
            self._icing.stop()  # else it would ask to put the pack on again

    def _on_written(self) -> None:
        if self._screen is None and self.records.is_done:
            self.ended.emit()
        self._show()

    def _join(self, screen: ReliefScreen) -> None:
        screen.painted.connect(self._on_painted)
        screen.choose_requested.connect(self.choose)
        screen.flag_requested.connect(self.flag)
        screen.unflag_requested.connect(self.unflag)
        screen.feeling_requested.connect(self.feel)
        screen.place_requested.connect(self.go_to)
        screen.next_requested.connect(self.go_on)
        screen.back_requested.connect(self.go_back)
        screen.help_requested.connect(self.help)
        screen.finish_requested.connect(self.finish)
        screen.cold_requested.connect(self.cool)
        screen.cold_stop_requested.connect(self._icing.stop)
        screen.correction_requested.connect(self.correct)
        screen.note_requested.connect(self.note)
        screen.forget_requested.connect(self.forget)
        screen.number_requested.connect(self._helping.set_number)
        screen.closed.connect(self._on_closed)
