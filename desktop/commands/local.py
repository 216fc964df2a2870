"""The desk without a running instance: commands work straight on the store and the settings file."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NoReturn

from desktop.adapters.clock import SystemClock
from desktop.adapters.zone import zone_of
from desktop.commands.desk import Surroundings
from desktop.commands.windows import Window
from desktop.errors import UncrampError, UsageError
from desktop.journal import Journal, no_forecast
from desktop.ports import Clock, Store
from desktop.settings import places
from desktop.wording.catalog import _
from schedules.calendar import CalendarBlock
from schedules.settings import HeatSettings, Settings, WeatherSource
from schedules.weather import Forecast

PATIENCE = timedelta(seconds=4)
"""How long a command waits while another process writes."""


class NotRunningError(UncrampError):
    """A command asks something of an instance, and none runs."""


@dataclass(slots=True, kw_only=True)
class LocalDesk:
    """The port `desktop.commands.desk.Desk` without an instance."""

    journal: Journal
    settings_problem: UncrampError | None

    def surroundings(self) -> Surroundings:
        """Nothing runs."""
        return Surroundings()

    def changed(self) -> None:
        """Nobody has planned by what was there before."""

    def open_window(self, window: Window, routine: str | None = None) -> NoReturn:  # noqa: ARG002 the port has them
        """Windows belong to an instance; `desktop.__main__` starts one before it comes to this.

        Raises:
            NotRunningError: Always.
        """
        raise _not_running()

    def quit(self) -> None:
        """There is nothing to end.

        Raises:
            NotRunningError: Always.
        """
        raise _not_running()


def local_desk() -> LocalDesk:
    """A desk on the person's own files. The store is opened when it is first needed."""
    from desktop.adapters.store import SqliteStore

    settings, problem = _settings()
    zone = zone_of(settings.timezone)
    clock = SystemClock()
    store = SqliteStore(places.database_path(), clock, busy_timeout=PATIENCE)
    # Nobody watches; one that began to do so now would plan from now on.
    forecast = _forecast(settings.heat, store, clock)
    journal = Journal(store, clock, lambda: settings, lambda: zone, forecast, clock.now(), _calendar)
    return LocalDesk(journal=journal, settings_problem=problem)


def _settings() -> tuple[Settings, UncrampError | None]:
    """The settings, and what keeps them from being the person's own."""
    file = places.settings_path()
    if not os.path.lexists(file):
        return Settings(), None
    from desktop.settings.reader import read

    try:
        return read(file), None
    except UsageError as error:
        return Settings(), error


def _forecast(heat: HeatSettings, store: Store, clock: Clock) -> Callable[[], Forecast | None]:
    """What was typed, or what the application fetched last, if the person wants one at all."""
    if heat.source is WeatherSource.OFF:
        return no_forecast
    from desktop.adapters.weather_file import WeatherFile
    from desktop.adapters.weather_known import KnownWeather

    file = WeatherFile(places.cache_folder() / "weather.json")
    return KnownWeather(file, store, clock, lambda: heat).forecast


def _calendar(now: datetime) -> tuple[CalendarBlock, ...]:
    """What the application read last of the person's calendar, if there is one."""
    file = places.calendar_path()
    if not file.exists():
        return ()
    from desktop.adapters.calendar_file import CalendarFile

    return CalendarFile(file).blocks(now)


def _not_running() -> NotRunningError:
    return NotRunningError(_("Uncramp is not running."), _("Start it with “uncramp”."))
