"""The US National Weather Service: what to ask for, and its grid as a `Forecast`. No Qt, no network.

Source: weather.gov/documentation/services-web-api and the notes of weather-gov/api on grid points, 2026.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

from desktop.adapters.weather_service import Answer, Get, Talk, broken, read_json
from desktop.adapters.weather_values import humidity, inside, number, temperature
from desktop.ports import Clock, KeptWeather
from desktop.weather_trouble import Trouble, WeatherError
from desktop.wording.catalog import _
from schedules.daylight import is_sun_up
from schedules.heat import celsius
from schedules.settings import HeatSettings
from schedules.wall_clock import HOUR
from schedules.weather import Forecast, WeatherHour

SERVER = "https://api.weather.gov"
SPAN = re.compile(r"P(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,4})M)?)?")
LONGEST = timedelta(days=16)
"""No value holds for longer."""
HALF_HOUR = timedelta(minutes=30)


def ask(heat: HeatSettings, kept: KeptWeather | None, clock: Clock) -> Talk[KeptWeather]:
    """Fetch the forecast of a place: first where the service keeps it, unless that is known, then the forecast.

    Raises:
        WeatherError: None came.
    """
    grid, answer = yield from _grid_and_answer(heat, kept)
    before = kept.forecast if kept else None
    if answer.is_unchanged and before is not None:
        forecast = Forecast(hours=before.hours, fetched_at=clock.now())
    else:
        forecast = parse(answer.body, heat, clock.now()).after(before)
    return KeptWeather(
        source=heat.source,
        latitude=round(heat.latitude, 2),
        longitude=round(heat.longitude, 2),
        server=heat.server,
        forecast=forecast,
        expires_at=answer.expires_at,
        last_modified=answer.last_modified or (kept.last_modified if kept and answer.is_unchanged else ""),
        grid=grid,
    )


def _grid_and_answer(heat: HeatSettings, kept: KeptWeather | None) -> Talk[tuple[str, Answer]]:
    if kept is not None and kept.grid:
        try:
            return kept.grid, (yield Get(url=kept.grid, since=kept.last_modified))
        except WeatherError as error:
            # The grid is laid anew now and then; what was known of it is gone then.
            if error.trouble is not Trouble.REFUSED:
                raise
    server = (heat.server or SERVER).rstrip("/")
    # A zero at the end makes the service send another address.
    latitude, longitude = (f"{round(degrees, 2):g}" for degrees in (heat.latitude, heat.longitude))
    point = yield Get(url=f"{server}/points/{latitude},{longitude}")
    grid = inside(read_json(point.body), "properties", "forecastGridData")
    if not isinstance(grid, str) or not grid.startswith(f"{server}/"):
        raise broken(_("The weather service keeps no forecast for this place."))
    return grid, (yield Get(url=grid))


def parse(body: bytes, heat: HeatSettings, fetched_at: datetime) -> Forecast:
    """The forecast in a grid.

    Raises:
        WeatherError: It holds none.
    """
    layers = inside(read_json(body), "properties")
    degrees = {at: temperature(value) for at, value in _values(inside(layers, "temperature"))}
    shares = {at: humidity(value) for at, value in _values(inside(layers, "relativeHumidity"))}
    hours = tuple(
        WeatherHour(
            start_at=at,
            temperature_c=known,
            humidity_pct=share,
            sun=None if is_sun_up(heat.latitude, heat.longitude, at + HALF_HOUR) else False,
        )
        for at, known in sorted(degrees.items())
        if known is not None and (share := shares.get(at)) is not None
    )
    if not hours:
        raise broken(_("The weather service knows no temperature or humidity for this place."))
    return Forecast(hours=hours, fetched_at=fetched_at)


def _values(layer: object) -> Iterator[tuple[datetime, float | None]]:
    """The value of each hour: the service joins hours of equal value."""
    entries = inside(layer, "values")
    in_fahrenheit = str(inside(layer, "uom")).endswith("degF")
    for entry in entries if isinstance(entries, list) else []:
        value = number(entry.get("value")) if isinstance(entry, Mapping) else None
        if value is not None and in_fahrenheit:
            value = celsius(value)
        for at in _hours(inside(entry, "validTime")):
            yield at, value


def _hours(valid_time: object) -> Iterator[datetime]:
    start, _slash, span = str(valid_time).partition("/")
    found = SPAN.fullmatch(span)
    try:
        at = datetime.fromisoformat(start).astimezone(UTC)
    except (ValueError, OverflowError):
        return
    if found is None:
        return
    days, hours, minutes = (int(part or 0) for part in found.groups())
    end_at = at + min(timedelta(days=days, hours=hours, minutes=minutes), LONGEST)
    while at < end_at:
        yield at
        at += HOUR
