"""A desk for commands: a real journal on a store in memory, and windows that are only noted down."""

import shlex
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from desktop.commands.desk import Surroundings
from desktop.commands.reply import Reply
from desktop.commands.run import run
from desktop.commands.windows import Window
from desktop.errors import UncrampError
from desktop.journal import Journal
from schedules.settings import Settings
from schedules.weather import Forecast
from tests.clock import FakeClock
from tests.desktop.fake_store import RecordingStore

CHICAGO = ZoneInfo("America/Chicago")


@dataclass
class RecordingDesk:
    """The port `desktop.commands.desk.Desk`; everything it depends on can be changed while it is in use."""

    clock: FakeClock
    store: RecordingStore = field(default_factory=RecordingStore)
    settings: Settings = field(default_factory=Settings)
    zone: ZoneInfo = CHICAGO
    forecast: Forecast | None = None
    around: Surroundings = field(default_factory=Surroundings)
    settings_problem: UncrampError | None = None
    refusal: UncrampError | None = None
    opened: list[tuple[Window, str | None]] = field(default_factory=list)
    changes: int = 0
    quits: int = 0

    def __post_init__(self) -> None:
        self.journal = Journal(self.store, self.clock, lambda: self.settings, lambda: self.zone, lambda: self.forecast)

    def surroundings(self) -> Surroundings:
        return self.around

    def changed(self) -> None:
        self.changes += 1

    def open_window(self, window: Window, routine: str | None = None) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.opened.append((window, routine))

    def quit(self) -> None:
        self.quits += 1

    def ask(self, line: str) -> Reply:
        """Run a command line as a shell would split it."""
        return run(shlex.split(line), self)

    def at(self, text: str) -> datetime:
        """A wall-clock time where the desk stands."""
        return datetime.fromisoformat(text).replace(tzinfo=self.zone)
