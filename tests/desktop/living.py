"""A whole day without a screen: the engine on a clock that only tests move."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from desktop.engine import Engine
from desktop.journal import Journal
from desktop.ports import Notice, Press
from schedules.gate import Presence
from schedules.prompts import Answer
from schedules.settings import Settings
from schedules.timetable import Call, Timetable
from tests.clock import FakeClock
from tests.desktop.fake_store import RecordingStore
from tests.desktop.recording_notifier import RecordingNotifier

CHICAGO = ZoneInfo("America/Chicago")
MORNING = datetime(2026, 7, 15, 6, 0, tzinfo=CHICAGO)


class ManualTimetable(Timetable):
    """The timetable, with a test in the place of the scheduler."""

    def __init__(self, clock: FakeClock) -> None:
        super().__init__(None)
        self._clock = clock
        self.jobs: dict[str, tuple[datetime, Call]] = {}

    def sync(self, wanted: Mapping[str, tuple[datetime, Call]]) -> None:
        self.jobs = dict(wanted)

    def run_due(self) -> None:
        """Run what has come due, the earliest first, as after a suspend."""
        while due := sorted((at, key) for key, (at, _) in self.jobs.items() if at <= self._clock.now()):
            _, call = self.jobs.pop(due[0][1])
            call()

    def run_until(self, moment: datetime) -> None:
        """Let time pass up to a moment, each job at its own."""
        while due := sorted((at, key) for key, (at, _) in self.jobs.items() if at <= moment):
            self._clock.jump_to(max(due[0][0], self._clock.now()))
            self.run_due()
        self._clock.jump_to(moment)


class Life:
    """An engine and everything it stands on."""

    def __init__(self, settings: Settings | None = None, start: datetime = MORNING) -> None:
        self.clock = FakeClock(start)
        self.store = RecordingStore()
        self.settings = settings or Settings()
        self.notifier = RecordingNotifier()
        self.presence = Presence()
        self.timetable = ManualTimetable(self.clock)
        self.journal = Journal(self.store, self.clock, lambda: self.settings, lambda: CHICAGO)
        self.engine = Engine(
            journal=self.journal, timetable=self.timetable, notifier=self.notifier, presence=lambda: self.presence
        )
        self.notifier.pressed.connect(self.engine.answer)

    def at(self, hour: int, minute: int = 0) -> datetime:
        """A time of the day that it began on."""
        return MORNING.replace(hour=hour, minute=minute)

    def until(self, hour: int, minute: int = 0) -> None:
        """Let time pass."""
        self.timetable.run_until(self.at(hour, minute))

    def asleep_until(self, hour: int, minute: int = 0) -> None:
        """Suspend the machine, and wake it up."""
        self.clock.jump_to(self.at(hour, minute))
        self.timetable.run_due()

    @property
    def on_show(self) -> list[Notice]:
        """The notices on show."""
        return list(self.notifier.on_show.values())

    def press(self, answer: Answer) -> None:
        """Answer the notice that came last."""
        self.engine.answer(Press(key=self.on_show[-1].key, answer=answer))
