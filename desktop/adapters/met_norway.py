"""MET Norway's Locationforecast 2.0: what to ask for, and its reply as a `Forecast`. No Qt, no network.

Source: api.met.no, terms of service and documentation of Locationforecast, 2026.
"""

import logging
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

from desktop.adapters.weather_service import DEPRECATED, Get, Talk, broken, read_json
from desktop.adapters.weather_values import humidity, inside, temperature
from desktop.ports import Clock, KeptWeather
from desktop.wording.catalog import _
from schedules.daylight import is_sun_up
from schedules.settings import HeatSettings
from schedules.weather import Forecast, WeatherHour

SERVER = "https://api.met.no"
PATH = "/weatherapi/locationforecast/2.0/compact"
HALF_HOUR = timedelta(minutes=30)

_log = logging.getLogger(__name__)


def ask(heat: HeatSettings, kept: KeptWeather | None, clock: Clock) -> Talk[KeptWeather]:
    """Fetch the forecast of a place, if it has changed.

    Raises:
        WeatherError: None came.
    """
    server = (heat.server or SERVER).rstrip("/")
    url = f"{server}{PATH}?lat={heat.latitude:.2f}&lon={heat.longitude:.2f}"
    answer = yield Get(url=url, since=kept.last_modified if kept else "")
    if answer.status == DEPRECATED:
        _log.warning("MET Norway says that this version of its service will end.")
    before = kept.forecast if kept else None
    if answer.is_unchanged:
        if before is None:
            raise broken(_("The weather service sent nothing."))
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
    )


def parse(body: bytes, heat: HeatSettings, fetched_at: datetime) -> Forecast:
    """The forecast in a reply.

    Raises:
        WeatherError: It holds none.
    """
    steps = inside(read_json(body), "properties", "timeseries")
    if not isinstance(steps, list):
        raise broken(_("The weather service sent something else than a forecast."))
    hours = {hour.start_at: hour for hour in _hours(steps, heat)}
    if not hours:
        raise broken(_("The weather service knows no temperature or humidity for this place."))
    return Forecast(hours=tuple(hours[at] for at in sorted(hours)), fetched_at=fetched_at)


def _hours(steps: list[object], heat: HeatSettings) -> Iterator[WeatherHour]:
    for step in steps:
        details = inside(step, "data", "instant", "details")
        start_at = _moment(inside(step, "time"))
        if start_at is None or not isinstance(details, Mapping):
            continue
        degrees, share = temperature(details.get("air_temperature")), humidity(details.get("relative_humidity"))
        if degrees is not None and share is not None:
            up = is_sun_up(heat.latitude, heat.longitude, start_at + HALF_HOUR)
            yield WeatherHour(start_at=start_at, temperature_c=degrees, humidity_pct=share, sun=None if up else False)


def _moment(value: object) -> datetime | None:
    try:
        at = datetime.fromisoformat(value) if isinstance(value, str) else None
        return at.astimezone(UTC) if at is not None and at.tzinfo is not None else None
    except (ValueError, OverflowError):
        return None
