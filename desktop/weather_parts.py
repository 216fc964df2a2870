"""Builds what fetches the weather, a part of the composition root.

Qt's network stack is imported when the first forecast is fetched, and never while the weather is off.
"""

from collections.abc import Callable
from random import SystemRandom
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.adapters.qt_scheduler import QtWallClockScheduler
from desktop.adapters.weather_file import WeatherFile
from desktop.ports import Clock, FoundPlace
from desktop.weather import WeatherWatch
from desktop.wording.catalog import language
from schedules.settings import HeatSettings
from schedules.timetable import Timetable

if TYPE_CHECKING:
    from desktop.adapters.weather_http import HttpWeather
    from desktop.weather_trouble import WeatherError


class Network(QObject):
    """The way to the network, which exists once something is asked for."""

    def __init__(self, clock: Clock, count: Callable[[], None], contact: Callable[[], str], parent: QObject) -> None:
        """Store what every request needs.

        Args:
            clock: The time.
            count: Called before each request.
            contact: Whom a service can write to.
            parent: The owner.
        """
        super().__init__(parent)
        self._clock, self._count, self._contact = clock, count, contact
        self._for_search: HttpWeather | None = None

    def fetcher(self) -> "HttpWeather":
        """What fetches forecasts."""
        from desktop.adapters.weather_http import HttpWeather

        weather = HttpWeather(self._clock, self, contact=self._contact)
        weather.asked.connect(self._count)
        return weather

    def search(
        self,
        name: str,
        server: str,
        done: Callable[[tuple[FoundPlace, ...]], None],
        failed: Callable[["WeatherError"], None],
    ) -> None:
        """Look a place up by its name; an earlier search that is under way comes to nothing."""
        from desktop.adapters import geocoder

        if self._for_search is None:
            self._for_search = self.fetcher()
        self._for_search.close()
        self._for_search.run(geocoder.search(name, language(), server), done, failed)

    def close(self) -> None:
        """Break off what is under way."""
        if self._for_search is not None:
            self._for_search.close()


def weather_watch(  # noqa: PLR0913, PLR0917 this is all that fetching depends on
    heat: Callable[[], HeatSettings],
    file: WeatherFile,
    clock: Clock,
    scheduler: QtWallClockScheduler,
    network: "Network",
    parent: QObject,
) -> WeatherWatch:
    """What fetches the weather, once its `look` is called.

    Args:
        heat: The settings in force.
        file: Where the last good reply is kept.
        clock: The time.
        scheduler: Follows the wall clock.
        network: The way to the network.
        parent: The owner.
    """
    return WeatherWatch(
        heat=heat,
        keeper=file,
        clock=clock,
        timetable=Timetable(scheduler),
        fetcher=network.fetcher,
        chance=SystemRandom().random,
        parent=parent,
    )
