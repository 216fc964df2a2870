"""Being used to heat: whether a day is among the first hot ones of a spell, or the first in the heat after a week."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from schedules.heat import band, heat_index_c
from schedules.prompts import Band
from schedules.settings import BlockKind, Settings
from schedules.waking_day import ONE_DAY, WakingDay, waking_day
from schedules.wall_clock import HOUR
from schedules.weather import Forecast

WEEK = 7
"""Days. Source: NIOSH, what the body has learned is lost after about a week away from the heat."""
FIRST_DAYS = 3
"""A body that knows heat is used to it again on the fourth day. Source: NIOSH, 50, 60, 80 and 100 % of the usual."""
HOURS_KNOWN = 8
"""A past day counts as known when the weather of so many of its hours is."""


class NewToHeat(StrEnum):
    """Why a body may not be used to the heat."""

    FIRST_DAYS = "first-days"
    """The hot spell has only begun."""
    AFTER_A_WEEK = "after-a-week"
    """It has been hot, and the person was in none of it for a week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Past:
    known: bool
    hot: bool
    in_it: bool
    """Hot in an outdoors or exercise block."""


def new_to_heat(settings: Settings, forecast: Forecast, day: WakingDay) -> NewToHeat | None:
    """Why the person may not be used to the heat on a day, judged by the week before it.

    Args:
        settings: For the blocks of the days before.
        forecast: With the hours of the days before, as far as the source has them.
        day: The day in question.

    Returns:
        None where the person is used to it, and where too little is known of the week to say.

    Source:
        NIOSH, "Acclimatization"; OSHA, "Protecting New Workers".
    """
    days = (waking_day(settings, day.date - n * ONE_DAY, day.zone) for n in range(1, WEEK + 1))
    week = [_past(before, forecast) for before in days if before.wake_at < before.bed_at]
    all_known = all(past.known for past in week)
    if sum(past.hot for past in week) < FIRST_DAYS:
        return NewToHeat.FIRST_DAYS if all_known else None
    if all_known and not any(past.in_it for past in week):
        return NewToHeat.AFTER_A_WEEK
    return None


def _past(day: WakingDay, forecast: Forecast) -> _Past:
    hours = forecast.between(day.wake_at, day.bed_at)
    hot = [hour.start_at for hour in hours if band(heat_index_c(hour.temperature_c, hour.humidity_pct)) != Band.NONE]
    return _Past(known=len(hours) >= HOURS_KNOWN, hot=bool(hot), in_it=any(_is_active(day, at) for at in hot))


def _is_active(day: WakingDay, at: datetime) -> bool:
    active = (span for span in day.spans if span.kind in (BlockKind.EXERCISE, BlockKind.OUTDOORS))
    return any(span.start_at < at + HOUR and at < span.end_at for span in active)
