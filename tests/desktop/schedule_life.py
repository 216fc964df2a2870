"""The schedule editor on an engine whose clock only tests move, with a real settings file."""

from datetime import date, datetime
from pathlib import Path

from desktop.adapters.settings_watch import SettingsWatch
from desktop.schedule_desk import ScheduleDesk
from desktop.settings import writer
from desktop.windows.schedule import ScheduleWindow
from schedules.calendar import CalendarBlock
from schedules.settings import BlockKind, Settings
from tests.desktop.living import CHICAGO, MORNING, Life

ROUTINES = (("bedtime", "Before bed"), ("bedtime-seated", "Before bed, seated"))
EVENING = MORNING.replace(hour=20, minute=10)


def entries(on: date) -> tuple[CalendarBlock, ...]:
    """A meeting and a run on a date, as a calendar has them."""

    def at(hour: int, minute: int = 0) -> datetime:
        return datetime(on.year, on.month, on.day, hour, minute, tzinfo=CHICAGO)

    return (
        CalendarBlock(start_at=at(10), end_at=at(11, 30), kind=BlockKind.QUIET, title="Meeting"),
        CalendarBlock(start_at=at(18), end_at=at(19), kind=BlockKind.EXERCISE, outdoors=True, title="Run"),
    )


class Editor:
    """The desk, what it stands on, and the window that it opens."""

    def __init__(self, file: Path, settings: Settings | None = None) -> None:
        self.file = file
        if settings is not None:
            writer.save(file, settings)
        self.life = Life(settings, EVENING)
        self.watch = SettingsWatch()
        self.watch.settings_changed.connect(self._on_settings)
        self.watch.start(file)
        self.life.engine.start()
        self.windows: list[ScheduleWindow] = []
        self.desk = ScheduleDesk(
            self.life.engine, self.watch, file, lambda _name: CHICAGO, lambda: ROUTINES, self._build
        )

    @property
    def window(self) -> ScheduleWindow:
        return self.windows[-1]

    def _build(self) -> ScheduleWindow:
        self.windows.append(ScheduleWindow())
        return self.windows[-1]

    def _on_settings(self, settings: Settings) -> None:
        """As the running program does."""
        self.life.settings = settings
        self.life.journal.running_since = self.life.clock.now()
        if self.life.engine._situation is not None:
            self.life.engine.replan()
