"""Open-Meteo: what to ask for, and its reply as a `Forecast`. No Qt, no network: the text comes from elsewhere.

Source: the reply's fields and its faults as the server open-meteo/open-meteo (2026) writes them.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop.adapters.weather_service import Get, Talk, broken
from desktop.adapters.weather_values import COLDEST_C, HOTTEST_C, number
from desktop.errors import UsageError
from desktop.ports import Clock, KeptWeather
from desktop.wording.catalog import _
from schedules.heat import celsius
from schedules.settings import HeatSettings
from schedules.weather import Forecast, WeatherHour

SERVER = "https://api.open-meteo.com"
ASKED_FOR = "&hourly=temperature_2m,relative_humidity_2m,shortwave_radiation&timeformat=unixtime&timezone=auto"
SPAN = "&past_days=7&forecast_days=3"
"""A week back, for who is used to the heat, and far enough ahead for the morning after a night shift.

Together they weigh one call: up to ten variables and fourteen days. Source: open-meteo.com/en/pricing, 2026.
"""

TEMPERATURE, HUMIDITY, SOLAR = "temperature_2m", "relative_humidity_2m", "shortwave_radiation"
LARGEST_REPLY = 8_000_000
"""Bytes; sixteen days of every hour and variable are far smaller."""
HOUR = timedelta(hours=1)

Values = Sequence[object]


class ReplyError(UsageError):
    """A forecast that cannot be read."""


def ask(heat: HeatSettings, kept: KeptWeather | None, clock: Clock) -> Talk[KeptWeather]:
    """Fetch the forecast of a place.

    Raises:
        WeatherError: None came.
    """
    server = (heat.server or SERVER).rstrip("/")
    answer = yield Get(
        url=f"{server}/v1/forecast?latitude={heat.latitude:.2f}&longitude={heat.longitude:.2f}{ASKED_FOR}{SPAN}"
    )
    try:
        forecast = parse_reply(answer.body, clock.now())
    except ReplyError as error:
        raise broken(error.title) from error
    if not forecast.hours:
        raise broken(_("The weather service knows no temperature or humidity for this place."))
    return KeptWeather(
        source=heat.source,
        latitude=round(heat.latitude, 2),
        longitude=round(heat.longitude, 2),
        server=heat.server,
        forecast=forecast.after(kept.forecast if kept else None),
        expires_at=answer.expires_at,
    )


def read_reply(path: Path) -> Forecast:
    """The forecast in a file.

    Raises:
        ReplyError: The file cannot be read or holds no forecast.
    """
    try:
        with path.open("rb") as file:
            text = file.read(LARGEST_REPLY)
    except OSError as error:
        raise ReplyError(
            _("The weather file {path} cannot be read: {why}.").format(path=path, why=error.strerror or error),
            _("Name a file that holds an Open-Meteo forecast."),
        ) from error
    try:
        return parse_reply(text)
    except ReplyError as error:
        raise ReplyError(
            _("The weather file {path} cannot be used. {why}").format(path=path, why=error.title), error.remedy
        ) from error


def parse_reply(text: bytes, fetched_at: datetime | None = None) -> Forecast:
    """The forecast in a reply.

    Args:
        text: The body of the reply, JSON. Of a reply for several places it is the first place's.
        fetched_at: When it came, aware.

    Raises:
        ReplyError: It is no forecast, or the server's own error message.
    """
    try:
        reply = json.loads(text)
    except (ValueError, RecursionError) as error:
        # The server appends plain text to the body when it fails half-way.
        raise _error(_("It is not complete JSON.")) from error
    if isinstance(reply, list) and reply:
        reply = reply[0]
    if not isinstance(reply, dict):
        raise _error(_("It holds no forecast."))
    if reply.get("error"):
        reason = " ".join(str(reply.get("reason", "")).split())[:200]
        raise _error(_("The weather service answered: {reason}").format(reason=reason))
    hours = {hour.start_at: hour for hour in _hours(reply)}
    return Forecast(hours=tuple(hours[at] for at in sorted(hours)), fetched_at=fetched_at)


def _hours(reply: Mapping[str, object]) -> Iterator[WeatherHour]:
    """The hours in which both temperature and humidity are known."""
    hourly, units = _table(reply, "hourly"), _table(reply, "hourly_units")
    moments = [_moment(value, reply) for value in _column(hourly, "time")]
    temperatures, humidities = _column(hourly, TEMPERATURE), _column(hourly, HUMIDITY)
    if not len(moments) == len(temperatures) == len(humidities):
        raise _error(_("Its columns are of different lengths."))
    in_fahrenheit = "F" in str(units.get(TEMPERATURE, ""))
    solar = _solar(moments, hourly)
    for start_at, temperature, humidity in zip(moments, temperatures, humidities, strict=True):
        degrees, share = number(temperature), number(humidity)
        if start_at is None or degrees is None or share is None:
            continue
        degrees = celsius(degrees) if in_fahrenheit else degrees
        if COLDEST_C <= degrees <= HOTTEST_C and 0 <= share <= 100:  # noqa: PLR2004 per cent
            yield WeatherHour(
                start_at=start_at, temperature_c=degrees, humidity_pct=share, solar_w_m2=solar.get(start_at)
            )


def _solar(moments: Sequence[datetime | None], hourly: Mapping[str, object]) -> dict[datetime, float]:
    """Radiation by the hour it fell in: the service gives the mean of the hour that has just passed."""
    column = hourly.get(SOLAR)
    if not isinstance(column, list):
        return {}
    pairs = zip(moments, map(number, column), strict=False)
    return {at - HOUR: value for at, value in pairs if at is not None and value is not None}


def _table(reply: Mapping[str, object], name: str) -> Mapping[str, object]:
    table = reply.get(name, {} if name.endswith("units") else None)
    if not isinstance(table, dict):
        raise _error(_("It has no table “{name}”.").format(name=name))
    return table


def _column(hourly: Mapping[str, object], name: str) -> Values:
    column = hourly.get(name)
    if not isinstance(column, list):
        raise _error(_("It has no hourly “{name}”.").format(name=name))
    return column


def _moment(value: object, reply: Mapping[str, object]) -> datetime | None:
    """A time of the reply: seconds since 1970, or local time at the reply's one offset, clock change or not."""
    try:
        if isinstance(value, str):
            at = datetime.fromisoformat(value)
            offset = timedelta(seconds=number(reply.get("utc_offset_seconds")) or 0)
            return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC) - offset
        seconds = number(value)
        return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise _error(_("A time in it cannot be read.")) from error


def _error(title: str) -> ReplyError:
    return ReplyError(title, _("Fetch the forecast again."))
