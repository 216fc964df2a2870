"""The heat of a day as the windows show it: made of the situation, by the rules of `schedules`, without a window."""

from datetime import datetime

from desktop.states import HeatBlock, HeatDay, HeatPoint
from schedules.heat import BANDS, band, heat_index_c
from schedules.heat_bands import steady_band
from schedules.heat_day import hour_advice
from schedules.heat_spell import new_to_heat
from schedules.prompts import Band
from schedules.settings import BlockKind
from schedules.situation import Situation
from schedules.waking_day import Span, WakingDay
from schedules.wall_clock import HOUR
from schedules.weather import Forecast, WeatherHour

_IN_THE_HEAT = (BlockKind.EXERCISE, BlockKind.OUTDOORS)


class SteadyHeat:
    """The class of now, kept from one look to the next: a number at the edge of two makes no banner flicker."""

    def __init__(self) -> None:
        self._band = Band.NONE

    def look(self, situation: Situation, now: datetime) -> Band:
        """The class to keep on show.

        Args:
            situation: With the weather; one that is too old is no weather.
            now: The moment, aware.
        """
        index_c = index_at(situation.forecast if is_known(situation, now) else None, now)
        self._band = Band.NONE if index_c is None else steady_band(self._band, index_c)
        return self._band


def is_known(situation: Situation, now: datetime) -> bool:
    """Whether the weather is young enough to decide anything at a moment."""
    return situation.weather is not None and not situation.weather.is_old_at(now)


def index_at(forecast: Forecast | None, now: datetime) -> float | None:
    """The heat index of a moment; None where it is not known."""
    hour = hour_at(forecast, now)
    return None if hour is None else _index(hour)


def hour_at(forecast: Forecast | None, now: datetime) -> WeatherHour | None:
    """The weather of a moment; None where it is not known."""
    hours = () if forecast is None else forecast.hours
    return next((hour for hour in hours if hour.start_at <= now < hour.start_at + HOUR), None)


def heat_day(situation: Situation, day: WakingDay, now: datetime, steady: Band) -> HeatDay | None:
    """The heat of a day.

    Args:
        situation: With the weather, however old.
        day: The waking day to show.
        now: The moment, aware.
        steady: The class of now.

    Returns:
        None where nothing is known of the weather of the day, or heat is switched off.
    """
    forecast, heat = situation.forecast, situation.settings.heat
    if forecast is None or not heat.on:
        return None
    hours = forecast.between(day.wake_at, day.bed_at)
    if not hours:
        return None
    known, fetched_at = is_known(situation, now), forecast.fetched_at
    new = known and new_to_heat(situation.settings, forecast, day) is not None
    index_c = index_at(forecast, now) if known else None
    present = hour_at(forecast, now) if known else None
    return HeatDay(
        start_at=day.wake_at,
        end_at=day.bed_at,
        now=now,
        zone=situation.zone,
        units=situation.settings.you.units,
        points=tuple(_point(hour) for hour in hours),
        blocks=tuple(_block(span, hours, new_to_heat=new) for span in day.spans),
        source=heat.source,
        age=None if fetched_at is None else max(now - fetched_at, now - now),
        is_old=not known,
        band=steady if known else Band.NONE,
        now_c=None if index_c is None else round(index_c, 1),
        new_to_heat=new,
        in_sun=present is not None and present.sun is True,
    )


def _point(hour: WeatherHour) -> HeatPoint:
    index_c = _index(hour)
    return HeatPoint(at=hour.start_at, heat_index_c=round(index_c, 1), band=band(index_c))


def _block(span: Span, hours: tuple[WeatherHour, ...], *, new_to_heat: bool) -> HeatBlock:
    within = (hour for hour in hours if span.start_at < hour.start_at + HOUR and hour.start_at < span.end_at)
    found = None
    if span.kind in _IN_THE_HEAT:
        bands = (hour_advice(span, hour, new_to_heat=new_to_heat).advice_band for hour in within)
        found = max(bands, key=BANDS.index, default=None)
    return HeatBlock(start_at=span.start_at, end_at=span.end_at, kind=span.kind, band=found)


def _index(hour: WeatherHour) -> float:
    return heat_index_c(hour.temperature_c, hour.humidity_pct)
