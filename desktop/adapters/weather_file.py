"""The last good reply of a weather service, kept on disk. Nothing here uses the network.

The file is Uncramp's own form of a forecast; a reply of Open-Meteo, just as it came, is read as well.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from desktop.adapters.open_meteo import LARGEST_REPLY, ReplyError, parse_reply
from desktop.adapters.weather_values import humidity, number, temperature
from desktop.ports import KeptWeather
from desktop.settings import atomic
from schedules.settings import HeatSettings, WeatherSource
from schedules.weather import Forecast, WeatherHour

MARK = "uncramp-weather"
VERSION = 1


class WeatherFile:
    """Reads ``cache/weather.json`` when it has changed, and writes it."""

    def __init__(self, file: Path) -> None:
        """Store where it is.

        Args:
            file: What was kept, or a forecast of Open-Meteo as it came.
        """
        self._file = file
        self._read_at: float | None = None
        self._kept: KeptWeather | Forecast | None = None

    def kept(self, heat: HeatSettings) -> KeptWeather | None:
        """What was kept for the source and the place of the settings; None without any that is readable."""
        found = self._read()
        return found if isinstance(found, KeptWeather) and found.is_for(heat) else None

    def forecast(self, heat: HeatSettings) -> Forecast | None:
        """The forecast for the settings, however old; None without a readable one."""
        found = self._read()
        if isinstance(found, KeptWeather):
            return found.forecast if found.is_for(heat) else None
        return found

    def keep(self, weather: KeptWeather) -> None:
        """Write a reply down.

        Raises:
            OSError: It could not be written; what was kept stays.
        """
        atomic.replace(self._file, json.dumps(_record(weather)).encode(), last_check=lambda: None)

    def _read(self) -> KeptWeather | Forecast | None:
        try:
            changed_at = self._file.stat().st_mtime
            if changed_at != self._read_at:
                self._read_at, self._kept = changed_at, None
                with self._file.open("rb") as file:
                    self._kept = _understood(file.read(LARGEST_REPLY), datetime.fromtimestamp(changed_at, UTC))
        except (OSError, OverflowError):
            return None
        return self._kept


def _record(weather: KeptWeather) -> dict[str, object]:
    forecast, expires_at = weather.forecast, weather.expires_at
    return {
        MARK: VERSION,
        "source": weather.source.value,
        "latitude": weather.latitude,
        "longitude": weather.longitude,
        "server": weather.server,
        "fetched_at": None if forecast.fetched_at is None else forecast.fetched_at.timestamp(),
        "expires_at": None if expires_at is None else expires_at.timestamp(),
        "last_modified": weather.last_modified,
        "grid": weather.grid,
        "hours": [
            [hour.start_at.timestamp(), hour.temperature_c, hour.humidity_pct, hour.solar_w_m2, hour.sun]
            for hour in forecast.hours
        ],
    }


def _understood(text: bytes, changed_at: datetime) -> KeptWeather | Forecast | None:
    """What a file says; None for what it does not say clearly: the weather can be fetched again."""
    try:
        content = json.loads(text)
        if isinstance(content, Mapping) and MARK in content:
            return _kept(content) if content[MARK] == VERSION else None
        return parse_reply(text, changed_at)
    except (ReplyError, ValueError, TypeError, OverflowError, OSError, RecursionError):
        return None


def _kept(content: Mapping[str, object]) -> KeptWeather:
    latitude, longitude = number(content.get("latitude")), number(content.get("longitude"))
    hours, fetched_at = content.get("hours"), _moment(content.get("fetched_at"))
    if latitude is None or longitude is None or fetched_at is None or not isinstance(hours, list):
        raise ValueError("not what was written")
    read = (_hour(hour) for hour in hours)
    return KeptWeather(
        source=WeatherSource(str(content.get("source"))),
        latitude=latitude,
        longitude=longitude,
        server=str(content.get("server", "")),
        forecast=Forecast(hours=tuple(hour for hour in read if hour is not None), fetched_at=fetched_at),
        expires_at=_moment(content.get("expires_at")),
        last_modified=str(content.get("last_modified", "")),
        grid=str(content.get("grid", "")),
    )


def _hour(values: object) -> WeatherHour | None:
    if not isinstance(values, list) or len(values) != 5:  # noqa: PLR2004 as they were written
        return None
    start_at, degrees, share = _moment(values[0]), temperature(values[1]), humidity(values[2])
    if start_at is None or degrees is None or share is None:
        return None
    sun = values[4] if isinstance(values[4], bool) else None
    return WeatherHour(
        start_at=start_at, temperature_c=degrees, humidity_pct=share, solar_w_m2=number(values[3]), sun=sun
    )


def _moment(value: object) -> datetime | None:
    seconds = number(value)
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
