"""A guide that runs on a clock of the test, with everything that it asked for written down."""

from dataclasses import dataclass, field
from datetime import timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from desktop.engine import Engine
from desktop.errors import UncrampError
from desktop.guide_shelf import Shelf
from desktop.guide_state import GuideState, Sound
from desktop.guiding import Guiding
from desktop.journal import Journal
from desktop.ports import Notice, Store
from schedules.guides.routine import Routine
from schedules.history import RoutineDone
from schedules.settings import Settings
from schedules.timetable import Call, Timetable
from tests.clock import FakeClock
from tests.schedules.guides.shelf import routines

LOOK = timedelta(milliseconds=100)


class SilentNotifier:
    """Shows nothing: what these tests are about happens in a window."""

    name = "silent"

    def show(self, notice: Notice) -> None:
        pass

    def withdraw(self, key: str) -> None:
        pass

    def close(self) -> None:
        pass


class StillTimetable(Timetable):
    """Calls nobody."""

    def __init__(self) -> None:
        pass

    def sync(self, wanted: dict[str, tuple[object, Call]]) -> None:  # type: ignore[override] # it reads nothing of them
        pass


class Mute(QObject):
    """A voice, or a chime, that writes down what it was to say."""

    missing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.closed = False
        self.looked_again = 0

    def look_again(self) -> None:
        self.looked_again += 1

    def say(self, words: str) -> None:
        self.said.append(words)

    def play(self, sound: Sound) -> None:
        self.said.append(sound)

    def silence(self) -> None:
        self.said.append("")

    def close(self) -> None:
        self.closed = True


class StillScreen:
    """A screen that writes down whether it was to stay on."""

    def __init__(self) -> None:
        self.wanted: list[bool] = []
        self.closed = False

    def hold(self, *, is_wanted: bool) -> None:
        self.wanted.append(is_wanted)

    def close(self) -> None:
        self.closed = True


@dataclass
class Asked:
    """What a guide asked for."""

    said: list[str] = field(default_factory=list)
    chimes: list[Sound] = field(default_factory=list)
    announced: list[str] = field(default_factory=list)
    awake: list[bool] = field(default_factory=list)
    shown: list[GuideState] = field(default_factory=list)
    troubles: list[UncrampError] = field(default_factory=list)


class GuideRun:
    """A guide from the outside."""

    def __init__(self, clock: FakeClock, store: Store) -> None:
        self.clock, self.store = clock, store
        self.settings = Settings()
        journal = Journal(store, clock, lambda: self.settings, lambda: ZoneInfo("Europe/Berlin"))
        self.engine = Engine(journal=journal, timetable=StillTimetable(), notifier=SilentNotifier())
        self.engine.start()
        self.guiding = Guiding(self.engine, self.shelf)
        self.asked = Asked()
        self.guiding.speech_requested.connect(self.asked.said.append)
        self.guiding.chime_requested.connect(self.asked.chimes.append)
        self.guiding.announced.connect(self.asked.announced.append)
        self.guiding.running_changed.connect(self.asked.awake.append)
        self.guiding.changed.connect(self.asked.shown.append)
        self.engine.trouble_arisen.connect(self.asked.troubles.append)

    def shelf(self) -> Shelf:
        """The guides that come with Uncramp."""
        return Shelf(routines=routines())

    @property
    def now(self) -> GuideState:
        """What is on show."""
        state = self.guiding.state
        assert state is not None
        return state

    @property
    def routine(self) -> Routine:
        """What is run, made to suit the person."""
        session = self.guiding._session
        assert session is not None
        return session.routine

    @property
    def logged(self) -> tuple[RoutineDone, ...]:
        """Every run in the store."""
        return self.store.history(self.clock.now() - timedelta(days=400)).routines

    def wait(self, lasting: timedelta) -> None:
        """Time goes by, and the guide looks at the clock as often as its timer does."""
        end_at = self.clock.now() + lasting
        while self.clock.now() < end_at:
            self.clock.advance(LOOK)
            self.guiding.look()

    def finish(self) -> None:
        """Run to the end."""
        while not self.now.session.over:
            self.wait(timedelta(seconds=1))
