"""A hot day seen from its morning: when it is hot, which block it hits, and when that block would be cooler."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from schedules.heat import BANDS, HeatAdvice, advice, band, heat_index_c, raised
from schedules.prompts import Band
from schedules.settings import Settings
from schedules.waking_day import ONE_DAY, Span, WakingDay, waking_day
from schedules.wall_clock import HOUR, moment
from schedules.weather import Forecast, WeatherHour

HOT = (Band.EXTREME_CAUTION, Band.DANGER, Band.EXTREME_DANGER)
"""Classes of which the morning tells. Source: OSHA's proposed high trigger of 2024, a heat index of 90 °F."""
STEP = timedelta(minutes=15)
NOON = time(12)
AWAKE = timedelta(minutes=30)
"""A block begins at least so long after waking, and after the moment at which it is offered."""
WIND_DOWN = HOUR
"""Exercise is over so long before bed. Source: Stutz and others, 2019, hard exercise in the last hour."""
BRIGHT_W_M2 = 300.0
"""Shortwave radiation above which a person outside is in direct sun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A time at which a block would be cooler."""

    start_at: datetime
    end_at: datetime
    band: Band
    heat_index_c: float
    """The highest in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HotDay:
    """What is worth knowing in the morning."""

    start_at: datetime
    end_at: datetime
    """From the first hot hour to the end of the last."""
    heat_index_c: float
    """The highest."""
    band: Band
    """The worst: of the block that is hit, with sun and effort, else of the day."""
    block: Span | None = None
    """The block that is hit worst, the first of equals."""


def in_sun(span: Span, hour: WeatherHour) -> bool:
    """Whether a person in a block is in direct sun; where nobody knows, outdoors is in the sun."""
    if not span.outdoors or hour.sun is not None:
        return bool(hour.sun) and span.outdoors
    return hour.solar_w_m2 is None or hour.solar_w_m2 >= BRIGHT_W_M2


def hour_advice(span: Span, hour: WeatherHour, *, new_to_heat: bool) -> HeatAdvice:
    """What an hour of weather asks for from a person in a block."""
    return advice(
        hour.temperature_c, hour.humidity_pct, sun=in_sun(span, hour), effort=span.effort, new_to_heat=new_to_heat
    )


def hot_day(day: WakingDay, forecast: Forecast, active: tuple[Span, ...], *, new_to_heat: bool) -> HotDay | None:
    """The heat of a day; None for a day that is not hot, in the shade or in a block.

    Args:
        day: The waking day.
        forecast: Its weather.
        active: Its outdoors and exercise blocks.
        new_to_heat: The person is not used to it.
    """
    hours = forecast.between(day.wake_at, day.bed_at)
    worst = [(_worst(span, forecast, new_to_heat=new_to_heat), span) for span in active]
    hit = [(found, span) for found, span in worst if found is not None and found.advice_band in HOT]
    found, block = max(hit, key=lambda pair: BANDS.index(pair[0].advice_band), default=(None, None))
    hot = [h for h in hours if _class(h) in HOT or (block is not None and _overlaps(block, h))]
    if not hot:
        return None
    index_c = max(map(_index, hot))
    return HotDay(
        start_at=max(hot[0].start_at, day.wake_at),
        end_at=min(hot[-1].start_at + HOUR, day.bed_at),
        heat_index_c=round(index_c, 1),
        band=found.advice_band if found is not None else max(map(_class, hot), key=BANDS.index),
        block=block,
    )


def coolest_slot(  # noqa: PLR0913 this is all that a slot depends on
    block: Span, day: WakingDay, forecast: Forecast, settings: Settings, *, after: datetime, new_to_heat: bool
) -> Slot | None:
    """The coolest time for a block on its day or on the morning after, among the hours that are free.

    Args:
        block: Of the day.
        day: The waking day.
        forecast: The weather; a slot of which an hour is not known is none.
        settings: For the morning after.
        after: Nothing earlier is offered.
        new_to_heat: The person is not used to heat.

    Returns:
        A slot with a lower class than the block has now, the nearest of the coolest; None where there is none, and
        for an entry of the calendar, which only its own calendar can move.
    """
    if block.imported:
        return None
    ahead = forecast.between(after, day.bed_at + ONE_DAY)
    forecast = Forecast(hours=ahead)
    now = _worst(block, forecast, new_to_heat=new_to_heat)
    if now is None:
        return None
    # What an hour asks for is the same in every slot: it is worked out once.
    asked = {hour.start_at: hour_advice(block, hour, new_to_heat=new_to_heat) for hour in ahead}
    slots = []
    for start_at in _starts(block, day, settings, after):
        slot = _slot(start_at, start_at + (block.end_at - block.start_at), forecast, asked)
        if slot is not None and BANDS.index(slot.band) < BANDS.index(now.advice_band):
            slots.append(slot)
    return min(slots, key=lambda slot: _rank(slot, block), default=None)


def _rank(slot: Slot, block: Span) -> tuple[int, int, timedelta]:
    """Cooler first, to a whole degree; then the nearest."""
    return BANDS.index(slot.band), round(slot.heat_index_c), abs(slot.start_at - block.start_at)


def _starts(block: Span, day: WakingDay, settings: Settings, after: datetime) -> Iterator[datetime]:
    """When the block could begin: today, and tomorrow before noon, wherever nothing else is."""
    length = block.end_at - block.start_at
    tomorrow = waking_day(settings, day.date + ONE_DAY, day.zone)
    noon = moment(tomorrow.date, NOON, day.zone)
    for one, latest_end in ((day, day.bed_at - WIND_DOWN), (tomorrow, min(noon, tomorrow.bed_at - WIND_DOWN))):
        others = [span for span in one.spans if span != block]
        at = _quarter(max(one.wake_at, after) + AWAKE)
        while at + length <= latest_end:
            if not any(span.start_at < at + length and at < span.end_at for span in others):
                yield at
            at += STEP


def _slot(
    start_at: datetime, end_at: datetime, forecast: Forecast, asked: Mapping[datetime, HeatAdvice]
) -> Slot | None:
    hours = forecast.between(start_at, end_at)
    known = sum((min(h.start_at + HOUR, end_at) - max(h.start_at, start_at) for h in hours), timedelta())
    if not hours or known < end_at - start_at:
        return None
    found = [asked[hour.start_at] for hour in hours]
    return Slot(
        start_at=start_at,
        end_at=end_at,
        band=max((each.advice_band for each in found), key=BANDS.index),
        heat_index_c=round(max(each.heat_index_c for each in found), 1),
    )


def _worst(span: Span, forecast: Forecast, *, new_to_heat: bool) -> HeatAdvice | None:
    """The advice of the worst hour of a block; None where no hour of it is known."""
    hours = forecast.between(span.start_at, span.end_at)
    found = (hour_advice(span, hour, new_to_heat=new_to_heat) for hour in hours)
    return max(found, key=lambda each: (BANDS.index(each.advice_band), each.heat_index_c), default=None)


def _overlaps(span: Span, hour: WeatherHour) -> bool:
    return span.start_at < hour.start_at + HOUR and hour.start_at < span.end_at


def _class(hour: WeatherHour) -> Band:
    """Of an hour outside of every block: one up where the person said that they are in the sun."""
    return raised(band(_index(hour)), int(hour.sun is True))


def _index(hour: WeatherHour) -> float:
    return heat_index_c(hour.temperature_c, hour.humidity_pct)


def _quarter(at: datetime) -> datetime:
    """The next whole quarter of an hour. Every zone's clock shows whole quarters then."""
    whole = at.replace(minute=at.minute // 15 * 15, second=0, microsecond=0)
    return whole if whole == at else whole + STEP
