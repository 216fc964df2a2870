"""The running of a guide: looks at the clock, says what is due, keeps the choices and logs what was done."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from desktop.engine import Engine
from desktop.errors import UncrampError
from desktop.evidence_cards import cards
from desktop.guide_choices import CHIME, SPEED, VOICE, Heard, speed, write
from desktop.guide_records import GuideRecords
from desktop.guide_shelf import Shelf
from desktop.guide_state import Feeling, GuideState, Sound, Wish
from desktop.wording import guiding as wording
from schedules.guides.build import fit
from schedules.guides.cues import Cue, CueKind, cues_between
from schedules.guides.limits import limits_of
from schedules.guides.routine import Limit, Routine
from schedules.guides.session import Session
from schedules.guides.session_state import state_of
from schedules.later import is_sore

LOOK_MS = 100
SORE_FOR = timedelta(hours=36)
"""So long after a run that felt too sore its like is made gentle: until tomorrow night."""
QUIET = timedelta(seconds=5)
"""A screen reader is given no more than one sentence in this time."""

BELLS = frozenset({CueKind.STARTED, CueKind.NEXT, CueKind.REST, CueKind.DONE})

_log = logging.getLogger(__name__)


class Guiding(QObject):
    """Runs one guide at a time."""

    changed = Signal(object)
    """A `GuideState`."""
    announced = Signal(str)
    """A sentence for a screen reader; seldom enough to be heard out."""
    speech_requested = Signal(str)
    silence_requested = Signal()
    chime_requested = Signal(Sound)
    voice_wanted = Signal()
    """It was turned on by hand: what was not found before may be there now."""
    chime_wanted = Signal()
    running_changed = Signal(bool)
    """While it is true the screen is to stay on."""
    ended = Signal()
    """Nothing is on show any more."""

    def __init__(self, engine: Engine, shelf: Callable[[], Shelf], parent: QObject | None = None) -> None:
        """Store what it works with.

        Args:
            engine: Logs, and tells of trouble.
            shelf: The guides there are; asked each time, for a person's own may change.
            parent: The owner.
        """
        super().__init__(parent)
        self._engine, self._shelf = engine, shelf
        self._session: Session | None = None
        self._title = ""
        self._is_running = False
        self._voice, self._chime = Heard(engine, VOICE), Heard(engine, CHIME)
        self._announced_at: datetime | None = None
        self._records = GuideRecords(engine, self)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self.look)

    @property
    def state(self) -> GuideState | None:
        """What is on show; None while there is no guide."""
        session = self._session
        if session is None:
            return None
        return GuideState(
            title=self._title,
            session=state_of(session),
            instructions=tuple(step.instruction for step in session.steps),
            lasted=session.active,
            has_held=bool(session.held),
            has_card=session.step.source in cards(),
            is_gentle=Limit.SORE_TODAY in session.routine.limits,
            voice=self._voice.is_on,
            chime=self._chime.is_on,
            voice_is_missing=self._voice.is_missing,
            chime_is_missing=self._chime.is_missing,
        )

    def begin(self, name: str) -> None:
        """Start a guide. The one that is running already goes on; another is logged as what it was.

        Raises:
            NoGuideError: There is no such guide.
            GuideFileError: Its file cannot be used.
        """
        shelf = self._shelf()
        routine = shelf.find(name)
        session = self._session
        if session is not None and not session.over and session.routine.id == routine.id:
            return
        self.close()
        self._records.begin()
        for heard in (self._voice, self._chime):
            heard.begin()
        now = self._engine.journal.clock.now()
        limits = self._limits(routine, shelf)
        fitted = fit(routine, shelf.routines, limits, self._engine.journal.sore_side)
        begun = Session.begin(fitted, now).at_speed(speed(self._engine), now)
        self._title = begun.routine.title or wording.a_guide()
        self._announced_at = None
        self._session = begun
        self._show()
        self._cue(cues_between(None, begun))

    def look(self) -> None:
        """Look at the clock."""
        if self._session is not None:
            self._move(self._session.tick(self._engine.journal.clock.now()))

    def take(self, wish: Wish) -> None:
        """Do what the person asks for."""
        session, now = self._session, self._engine.journal.clock.now()
        if session is None:
            return
        match wish:
            case Wish.VOICE:
                self._turn(self._voice, self.voice_wanted)
            case Wish.CHIME:
                self._turn(self._chime, self.chime_wanted)
            case Wish.SLOWER | Wish.FASTER:
                changed = session.slower(now) if wish is Wish.SLOWER else session.faster(now)
                self._move(changed)
                write(self._engine, SPEED, str(changed.speed))
            case Wish.PAUSE:
                self._move(session.resume(now) if session.paused else session.pause(now))
            case Wish.BACK:
                self._move(session.back(now))
            case Wish.EASE:
                self._move(session.ease(now))
            case Wish.SKIP:
                self._move(session.skip(now))
            case Wish.STOP:
                self._move(session.stop(now))

    def feel(self, feeling: Feeling) -> None:
        """Take the answer to "How did that feel?"; it can be given once."""
        self._records.feel(feeling)

    def close(self) -> None:
        """End what is running, logged as what it was, and let the guide go."""
        if self._session is None:
            return
        self.take(Wish.STOP)
        self.silence_requested.emit()
        self._session = None
        self._records.try_again()
        self.ended.emit()

    def lose_voice(self) -> None:
        """There is no program that speaks; the guide goes on without."""
        self._voice.lose()
        self._show()

    def lose_chime(self) -> None:
        """There is no program that plays sounds."""
        self._chime.lose()
        self._show()

    # What happens

    def _move(self, after: Session) -> None:
        """Go from one state of the session to the next."""
        before, self._session = self._session, after
        assert before is not None
        self._cue(cues_between(before, after))
        if after.paused and not before.paused:
            self.silence_requested.emit()
            self._announce(wording.paused(after.paused), urgent=True)
        if after.over and not before.over:
            self._end(after)
        self._show()
        if not after.over:
            self._records.follow(after)

    def _end(self, session: Session) -> None:
        """Log what was done."""
        if not session.finished:
            self.silence_requested.emit()
        self._records.end(session)

    def _show(self) -> None:
        state = self.state
        if state is None:
            self._set_running(False)
            return
        self._set_running(not state.session.over and state.session.paused is None)
        self.changed.emit(state)

    def _set_running(self, is_running: bool) -> None:
        if is_running == self._is_running:
            return
        self._is_running = is_running
        if is_running:
            self._look.start()
        else:
            self._look.stop()
        self.running_changed.emit(is_running)

    def _cue(self, cues: tuple[Cue, ...]) -> None:
        for cue in cues:
            words = wording.spoken(cue)
            if self._voice.is_on:
                self.speech_requested.emit(words)
            if self._chime.is_on:
                self.chime_requested.emit(Sound.BELL if cue.kind in BELLS else Sound.TICK)
            if cue.kind is CueKind.NEXT:
                words = f"{words} {cue.step.instruction}"
            self._announce(words, urgent=cue.kind is CueKind.DONE)

    def _announce(self, words: str, *, urgent: bool = False) -> None:
        """Say something to a screen reader, unless it has hardly finished the last sentence."""
        now = self._engine.journal.clock.now()
        if urgent or self._announced_at is None or now - self._announced_at >= QUIET:
            self._announced_at = now
            self.announced.emit(words)

    def _turn(self, heard: Heard, wanted: SignalInstance) -> None:
        """Turn a sound on or off."""
        heard.turn()
        if heard.is_on:
            wanted.emit()
        elif heard is self._voice:
            self.silence_requested.emit()
        self._show()

    def _limits(self, routine: Routine, shelf: Shelf) -> frozenset[Limit]:
        """What suits the person, and what the last run of this routine, or of one for the same purpose, asks for."""
        since = self._engine.journal.clock.now() - SORE_FOR
        alike = {other.id for other in shelf.routines if other.purpose is routine.purpose}
        try:
            limits = self._engine.journal.limits()
            done = self._engine.journal.store.history(since)
        except UncrampError as error:
            _log.info("What was done last is not known: %s", error)
            return limits_of(self._engine.journal.settings().you) | self._engine.journal.body
        last = next((run for run in reversed(done.routines) if run.routine in alike), None)
        felt_sore = last is not None and last.feeling == Feeling.TOO_SORE
        sore = felt_sore or is_sore(done, self._engine.journal.clock.now())
        return limits | {Limit.SORE_TODAY} if sore else limits
