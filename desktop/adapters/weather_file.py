"""The last weather reply that was kept on disk. Nothing here uses the network."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop.adapters.open_meteo import ReplyError, read_reply
from desktop.ports import Clock
from schedules.weather import Forecast


class WeatherFile:
    """Reads ``cache/weather.json`` when it has changed."""

    def __init__(self, file: Path, clock: Clock) -> None:
        """Store where it is.

        Args:
            file: A forecast of Open-Meteo, as it came.
            clock: For its age.
        """
        self._file, self._clock = file, clock
        self._read_at: float | None = None
        self._forecast: Forecast | None = None

    def forecast(self) -> Forecast | None:
        """The forecast, or None without a readable one."""
        try:
            changed_at = self._file.stat().st_mtime
        except OSError:
            return None
        if changed_at != self._read_at:
            self._read_at = changed_at
            try:
                self._forecast = read_reply(self._file)
            except ReplyError:
                self._forecast = None
        return self._forecast

    def age(self) -> timedelta | None:
        """How old it is; None without one."""
        if self.forecast() is None or self._read_at is None:
            return None
        return self._clock.now() - datetime.fromtimestamp(self._read_at, UTC)
