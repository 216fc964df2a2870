"""When the weather is fetched: every half hour to an hour while a person wants it, and less often while it fails.

Offline is normal. Nothing is shown when no weather comes; what is known grows old, and decides nothing after a while.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from desktop.ports import Clock, KeptWeather, WeatherFetcher
from desktop.weather_trouble import Trouble, WeatherError
from schedules.settings import HeatSettings, WeatherSource
from schedules.timetable import Call, Timetable
from schedules.wall_clock import MINUTE
from schedules.weather import OLD_AFTER

SOONEST = timedelta(minutes=30)
SPREAD = timedelta(minutes=30)
"""So much later at most, by chance: not everybody asks on the hour. Source: api.met.no, terms of service, 2026."""
AFTER_TROUBLE = {
    Trouble.OFFLINE: timedelta(minutes=5),
    Trouble.BROKEN: timedelta(minutes=10),
    Trouble.LIMIT: timedelta(hours=1),
    Trouble.REFUSED: timedelta(hours=12),
}
"""How long to wait after the first failure; twice as long after each further one, up to a limit."""
LONGEST_WAIT = timedelta(hours=1)
LONGEST_AFTER_REFUSAL = timedelta(hours=24)
LOST_AFTER = timedelta(minutes=2)
ONLINE = (WeatherSource.OPEN_METEO, WeatherSource.MET_NORWAY, WeatherSource.NWS)

_log = logging.getLogger(__name__)


class Keeper(Protocol):
    """Keeps the last good reply."""

    def kept(self, heat: HeatSettings) -> KeptWeather | None:
        """What was kept for the source and the place of the settings."""

    def keep(self, weather: KeptWeather) -> None:
        """Keep a reply; raises OSError where that cannot be."""


class WeatherWatch(QObject):
    """Fetches the weather when it is time to, through a timetable that follows the wall clock."""

    changed = Signal()
    """Other weather is known, or what is known has become too old."""

    def __init__(  # noqa: PLR0913 this is all that fetching depends on
        self,
        *,
        heat: Callable[[], HeatSettings],
        keeper: Keeper,
        clock: Clock,
        timetable: Timetable,
        fetcher: Callable[[], WeatherFetcher],
        chance: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        """Store what it works with.

        Args:
            heat: The settings in force; asked each time.
            keeper: Where the last good reply is.
            clock: The time.
            timetable: Of its own: late moments come at once, after a suspend as well.
            fetcher: Builds what goes to the network; called once a source is on and not before.
            chance: A number from 0 to 1, another each time.
            parent: The owner.
        """
        super().__init__(parent)
        self._heat, self._keeper, self._clock, self._timetable = heat, keeper, clock, timetable
        self._build, self._chance = fetcher, chance
        self._fetcher: WeatherFetcher | None = None
        self._asked: HeatSettings | None = None
        self._failures = 0
        self._ask_at: datetime | None = None
        self.trouble: WeatherError | None = None
        """Why no weather came the last time; None when it did."""

    def look(self) -> None:
        """Fetch at once if the weather of the settings is due, and see when to look again. Call it when they change."""
        heat = self._heat()
        if heat != self._asked:
            self._forget(heat)
        if not is_online(heat):
            self.close()
            return
        kept = self._keeper.kept(heat)
        if self._ask_at is None:
            self._ask_at = self._clock.now() if kept is None else self._after(kept)
        self._set(kept)

    def close(self) -> None:
        """Fetch nothing more."""
        self._timetable.sync({})
        if self._fetcher is not None:
            self._fetcher.close()
            self._fetcher = None

    def _forget(self, heat: HeatSettings) -> None:
        """The settings are others: what was under way is of no use, and earlier trouble says nothing."""
        self.close()
        self._asked, self._failures, self._ask_at, self.trouble = heat, 0, None, None

    def _after(self, kept: KeptWeather) -> datetime:
        """When to ask again after a good reply: not before the service has something new."""
        fetched_at = kept.forecast.fetched_at or self._clock.now()
        if fetched_at > self._clock.now():
            return self._clock.now()  # the clock was set back
        at = fetched_at + SOONEST + SPREAD * self._chance()
        latest_at = fetched_at + OLD_AFTER - SOONEST
        return max(at, min(kept.expires_at or at, latest_at))

    def _set(self, kept: KeptWeather | None) -> None:
        """Set the moments at which something is to happen."""
        jobs: dict[str, tuple[datetime, Call]] = {}
        if self._ask_at is not None:
            jobs["weather"] = (self._ask_at, self._fetch)
        old_at = kept.forecast.fetched_at + OLD_AFTER if kept and kept.forecast.fetched_at else None
        if old_at is not None and old_at > self._clock.now():
            jobs["weather is old"] = (old_at, self.changed.emit)
        self._timetable.sync(jobs)

    def _fetch(self) -> None:
        heat = self._heat()
        if heat != self._asked or not is_online(heat):
            self.look()
            return
        if self._fetcher is None:
            self._fetcher = self._build()
            self._fetcher.fetched.connect(self._on_fetched)  # type: ignore[attr-defined] # the port tells of both
            self._fetcher.failed.connect(self._on_failed)  # type: ignore[attr-defined]
        kept = self._keeper.kept(heat)
        # Should no answer ever come, it is asked again; and nothing else asks in the meantime.
        self._ask_at = self._clock.now() + LOST_AFTER
        self._set(kept)
        self._fetcher.fetch(heat, kept)

    def _on_fetched(self, weather: KeptWeather) -> None:
        if not weather.is_for(self._heat()):
            return  # the place was changed meanwhile
        self._failures, self.trouble = 0, None
        try:
            self._keeper.keep(weather)
        except OSError as error:
            _log.warning("The weather could not be kept: %s", error)
        self._ask_at = self._after(weather)
        self._set(weather)
        self.changed.emit()

    def _on_failed(self, error: WeatherError) -> None:
        _log.info("No weather came: %s", error.title)
        self._failures += 1
        self.trouble = error
        self._ask_at = self._clock.now() + back_off(error, self._failures, self._chance())
        self._set(self._keeper.kept(self._heat()))
        self.changed.emit()


def is_online(heat: HeatSettings) -> bool:
    """Whether the settings ask for weather from the network, and for which place."""
    has_place = bool(heat.place or heat.latitude or heat.longitude)
    return heat.on and heat.source in ONLINE and has_place


def back_off(error: WeatherError, failures: int, chance: float) -> timedelta:
    """How long to leave a service alone after a failure.

    Args:
        error: The failure.
        failures: How many there were in a row, this one included.
        chance: From 0 to 1: up to a quarter is added by it.
    """
    first = AFTER_TROUBLE[error.trouble]
    most = LONGEST_AFTER_REFUSAL if error.trouble is Trouble.REFUSED else max(LONGEST_WAIT, first)
    wait = min(first * (1 << min(failures - 1, 10)), most)
    if error.wait is not None:
        wait = max(error.wait, MINUTE)
    return wait * (1 + chance / 4)
