"""Builds what fetches the weather, a part of the composition root.

Qt's network stack is imported when the first forecast is fetched, and never while the weather is off.
"""

from collections.abc import Callable
from random import SystemRandom
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.adapters.qt_scheduler import QtWallClockScheduler
from desktop.adapters.weather_file import WeatherFile
from desktop.ports import Clock
from desktop.weather import WeatherWatch
from schedules.settings import HeatSettings
from schedules.timetable import Timetable

if TYPE_CHECKING:
    from desktop.adapters.weather_http import HttpWeather


def weather_watch(  # noqa: PLR0913, PLR0917 this is all that fetching depends on
    heat: Callable[[], HeatSettings],
    file: WeatherFile,
    clock: Clock,
    scheduler: QtWallClockScheduler,
    count: Callable[[], None],
    parent: QObject,
) -> WeatherWatch:
    """What fetches the weather, once its `look` is called.

    Args:
        heat: The settings in force.
        file: Where the last good reply is kept.
        clock: The time.
        scheduler: Follows the wall clock.
        count: Called before each request.
        parent: The owner.
    """

    def fetcher() -> "HttpWeather":
        from desktop.adapters.weather_http import HttpWeather

        weather = HttpWeather(clock, parent)
        weather.asked.connect(count)
        return weather

    return WeatherWatch(
        heat=heat,
        keeper=file,
        clock=clock,
        timetable=Timetable(scheduler),
        fetcher=fetcher,
        chance=SystemRandom().random,
        parent=parent,
    )
