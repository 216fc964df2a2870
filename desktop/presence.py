"""The watch over the person: what the sensors know becomes one value, and what happens becomes signals.

Unknown means present: a sensor that is not there, or does not answer in time, holds nothing back.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from desktop.ports import Clock
from desktop.sensing import (
    AWAY,
    PAUSE,
    AwaySpan,
    ClockStepped,
    Happening,
    InputReturned,
    KnownPresence,
    Learned,
    Matter,
    Resumed,
    ZoneChanged,
)
from schedules.gate import Presence

ANSWERED_WITHIN_MS = 300
"""So long a decision waits for what has to be read. Ours: nobody sees it."""
_SAME_KEY = timedelta(seconds=1)
_ONE_WAKING = timedelta(seconds=10)
"""Several sensors tell of the same waking, one after the other."""

_log = logging.getLogger(__name__)


class Sensor(Protocol):
    """The port: one thing outside that knows something. See `desktop.adapters.sensor.Sensor`."""

    @property
    def name(self) -> str:
        """As ``uncramp status`` names it."""

    @property
    def read_only(self) -> tuple[Matter, ...]:
        """What nobody tells of by itself."""

    @property
    def tells_pauses(self) -> bool:
        """Whether it tells when a pause in the typing begins."""

    @property
    def learned(self) -> SignalInstance:
        """`Learned`."""

    @property
    def happened(self) -> SignalInstance:
        """`Happening`."""

    def start(self) -> None:
        """Begin to listen."""

    def read(self, done: Callable[[], None]) -> None:
        """Ask anew for what can only be read; `done` follows once, or never."""

    def wait_for_pause(self, *, is_wanted: bool) -> None:
        """Learn of pauses in typing, while a prompt waits for one."""

    def close(self) -> None:
        """Let go of what is held outside."""


class PresenceWatch(QObject):
    """Knows whether somebody is there and may be disturbed, as far as the desktop tells."""

    changed = Signal()
    """A prompt that is held may be let go: what kept it back is over."""
    pause_begun = Signal()
    """Nobody has typed for some seconds; only after `wait_for_pause`."""
    came_back = Signal(object)
    """An `AwaySpan` is over."""
    resumed = Signal()
    """The machine woke."""
    unlocked = Signal()
    """The screen was unlocked."""
    clock_stepped = Signal(object)
    """A `timedelta`: by so much the wall clock was set."""
    zone_changed = Signal()
    """The machine's time zone is another one."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        """Store the clock and the owner."""
        super().__init__(parent)
        self._clock = clock
        self._sensors: tuple[Sensor, ...] = ()
        self._is_started = False
        self._known: dict[Matter, dict[str, Learned]] = {matter: {} for matter in Matter}
        self._back_since: datetime | None = None
        self._woke_at: datetime | None = None
        self._locked_at: datetime | None = None
        self._away: AwaySpan | None = None
        self._wants_pause = self._is_paused = False
        self._read_at: datetime | None = None
        self._unread: set[int] = set()
        self._round = 0
        """Counts the readings: an answer to one that is over tells nothing of the next."""
        self._then: list[Callable[[], None]] = []
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.setInterval(ANSWERED_WITHIN_MS)
        self._deadline.timeout.connect(self._on_deadline)

    def start(self, sensors: Sequence[Sensor]) -> None:
        """Begin to listen, and read once, so that the status knows from the start what can be known here.

        Args:
            sensors: Where two know of the input, the first one counts; of the rest, any that says yes.
        """
        self._sensors, self._is_started = tuple(sensors), True
        for sensor in self._sensors:
            sensor.learned.connect(self._on_learned)
            sensor.happened.connect(self._on_happened)
            sensor.start()
        self._then.append(_nothing)
        self._begin_reading()

    def close(self) -> None:
        """Let go of everything outside; what waits for an answer comes to nothing."""
        self._is_started = False
        self._deadline.stop()
        self._then.clear()
        for sensor in self._sensors:
            sensor.close()

    def presence(self) -> Presence:
        """What is known, as it was told or read last."""
        return Presence(
            locked=self._is_so(Matter.LOCK),
            # Seen to be away, not merely unseen: what was read long ago says nothing of now.
            away_since=None if self._away is None else self._away.since,
            last_input_at=self._input_at(),
            tells_pauses=any(one.tells_pauses for one in self._sensors if one.name == self._input_source()),
            full_screen=self._is_so(Matter.FULL_SCREEN),
            do_not_disturb=self._is_so(Matter.DO_NOT_DISTURB),
            in_call=self._is_so(Matter.CALL),
            back_since=self._back_since,
        )

    def known(self) -> KnownPresence:
        """What is known and by whom, for the status."""
        known_by = {matter: self._knower(matter) for matter in Matter}
        return KnownPresence(
            presence=self.presence(),
            known_by={matter: name for matter, name in known_by.items() if name},
            read_at=self._read_at,
        )

    def read(self, then: Callable[[], None]) -> None:
        """Read anew what can only be read, then call; at the latest after `ANSWERED_WITHIN_MS`.

        What comes before `start`, which follows in the next turn of the event loop, waits for it.
        """
        self._then.append(then)
        if self._is_started and len(self._then) == 1:
            self._begin_reading()

    def wait_for_pause(self, *, is_wanted: bool) -> None:
        """Tell of pauses in typing, while a prompt waits for one."""
        self._wants_pause = is_wanted
        for sensor in self._sensors:
            sensor.wait_for_pause(is_wanted=is_wanted)

    # Reading

    def _begin_reading(self) -> None:
        self._round += 1
        self._unread = set(range(len(self._sensors)))
        self._deadline.start()
        for number, sensor in enumerate(self._sensors):
            sensor.read(self._answered(self._round, number))
        self._end_reading()

    def _answered(self, turn: int, number: int) -> Callable[[], None]:
        def done() -> None:
            if turn == self._round:
                self._unread.discard(number)
                self._end_reading()

        return done

    def _on_deadline(self) -> None:
        for number in sorted(self._unread):
            sensor = self._sensors[number]
            _log.info("%s does not answer: what it knows counts as unknown.", sensor.name)
            for matter in sensor.read_only:
                self._known[matter].pop(sensor.name, None)
        self._unread.clear()
        self._end_reading()

    def _end_reading(self) -> None:
        if self._unread or not self._then:
            return
        self._deadline.stop()
        self._read_at = self._clock.now()
        waiting, self._then = self._then, []
        for then in waiting:
            then()

    # What is known

    def _is_so(self, matter: Matter) -> bool | None:
        said = [learned.is_so for learned in self._known[matter].values() if learned.is_so is not None]
        return any(said) if said else None

    def _knower(self, matter: Matter) -> str:
        """The sensor that knows: of several that say yes or no, one that says yes."""
        known = self._known[matter].values()
        return next(
            (learned.source for wanted in (True, False) for learned in known if learned.is_so is wanted),
            self._input_source() if matter is Matter.INPUT else "",
        )

    def _input_source(self) -> str:
        known = self._known[Matter.INPUT]
        return next((sensor.name for sensor in self._sensors if sensor.name in known), "")

    def _input_at(self) -> datetime | None:
        learned = self._known[Matter.INPUT].get(self._input_source())
        return None if learned is None else learned.input_at

    def _on_learned(self, learned: Learned) -> None:
        known, before = self._known[learned.matter], self._is_so(learned.matter)
        if learned.is_so is None and learned.input_at is None:
            known.pop(learned.source, None)
        else:
            known[learned.source] = learned
        if learned.matter is Matter.INPUT:
            self._follow_input()
        elif learned.matter is Matter.LOCK and not before and self._is_so(Matter.LOCK):
            self._locked_at = self._clock.now()
        elif before and not self._is_so(learned.matter):
            self._over(learned.matter)

    def _over(self, matter: Matter) -> None:
        """What may have kept a prompt back is over."""
        if matter is Matter.LOCK:
            now, locked_at = self._clock.now(), self._locked_at
            self._locked_at, self._back_since = None, now
            self.unlocked.emit()
            if locked_at is not None and now - locked_at >= AWAY:
                self.came_back.emit(AwaySpan(since=locked_at, until=now))
        self.changed.emit()

    # Coming and going

    def _follow_input(self) -> None:
        now, input_at = self._clock.now(), self._input_at()
        if input_at is None:
            return
        if self._away is not None and input_at > self._away.since + _SAME_KEY:
            self._come_back(self._away)
        if now - input_at >= AWAY:
            since = input_at if self._away is None else min(self._away.since, input_at)
            self._away = AwaySpan(since=since, until=now)
        was_paused, self._is_paused = self._is_paused, now - input_at >= PAUSE
        if self._is_paused and not was_paused and self._wants_pause:
            self.pause_begun.emit()

    def _come_back(self, away: AwaySpan) -> None:
        self._away = None
        self._back_since = away.until
        self.came_back.emit(away)

    def _on_happened(self, happening: Happening) -> None:
        match happening:
            case Resumed():
                self._wake(happening.asleep)
            case ClockStepped():
                self._away = None  # its beginning lies on a clock that is no more; the next reading tells anew
                self.clock_stepped.emit(happening.by)
            case ZoneChanged():
                self.zone_changed.emit()
            case InputReturned():
                if self._away is not None:
                    self._come_back(replace(self._away, until=happening.at))

    def _wake(self, asleep: timedelta) -> None:
        """Told by several, of whom the first counts, and of whom one knows how long it was."""
        now = self._clock.now()
        if self._woke_at is None or abs(now - self._woke_at) > _ONE_WAKING:
            self._woke_at = self._back_since = now
            self.resumed.emit()
        if asleep >= AWAY:
            self.came_back.emit(AwaySpan(since=now - asleep, until=now))


def _nothing() -> None:
    """Nobody waits."""
