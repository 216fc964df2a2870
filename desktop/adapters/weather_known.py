"""The weather as far as it is known: typed, or kept from the last answer. Nothing here uses the network."""

from collections.abc import Callable
from datetime import timedelta

from desktop.adapters import weather_typed
from desktop.adapters.weather_file import WeatherFile
from desktop.errors import UncrampError
from desktop.ports import Clock, Store
from schedules.settings import HeatSettings, WeatherSource
from schedules.weather import Forecast


class KnownWeather:
    """The forecast of the source that a person chose."""

    def __init__(self, file: WeatherFile, store: Store, clock: Clock, heat: Callable[[], HeatSettings]) -> None:
        """Store where to look.

        Args:
            file: What an online source said last.
            store: What was typed.
            clock: For the age.
            heat: The settings in force; asked each time.
        """
        self._file, self._store, self._clock, self._heat = file, store, clock, heat

    def forecast(self) -> Forecast | None:
        """The forecast, however old; None without one, and where a person wants none."""
        heat = self._heat()
        if not heat.on or heat.source is WeatherSource.OFF:
            return None
        if heat.source is not WeatherSource.TYPED:
            return self._file.forecast(heat)
        try:
            reading = weather_typed.typed(self._store)
        except UncrampError:
            return None  # the engine tells of a store that does not answer
        return None if reading is None else reading.forecast()

    def age(self) -> timedelta | None:
        """How old it is; None without one."""
        forecast = self.forecast()
        if forecast is None or forecast.fetched_at is None:
            return None
        return max(self._clock.now() - forecast.fetched_at, timedelta())
