"""The plan of a waking day: one function for Today, the schedule editor, the command line and the timetable."""

from dataclasses import replace
from datetime import UTC, date

from schedules.ahead import split
from schedules.calendar import joined
from schedules.conductor import conduct
from schedules.frame import frame
from schedules.heat import band, heat_index_c
from schedules.history import History
from schedules.ledger import enter
from schedules.prompts import Band, DayPlan, HeatSpan, HeldBack, Prompt
from schedules.situation import Situation
from schedules.waking_day import WakingDay, current, waking_day
from schedules.wall_clock import HOUR


def plan(situation: Situation, on: date | None = None) -> DayPlan:
    """Plan a waking day.

    Args:
        situation: Everything the plan may depend on.
        on: The date on which the waking day begins; None for the day that holds now, else the next one. Another day
            than the current one is planned without logs, as if each prompt will be followed.

    Returns:
        The prompts still to come, in the order of time, and what is held back. The same situation gives the same plan.
    """
    today = current(situation.settings, situation.now.astimezone(UTC), situation.zone)
    day = today if on is None or on == today.date else waking_day(situation.settings, on, situation.zone)
    day = joined(day, situation.calendar)
    if day.date != today.date:
        situation = replace(situation, history=History(), running_since=None, paused_until=None)
    framed = frame(situation, day)
    past, ahead = split(situation.history, situation.now)
    decided = tuple(conduct(framed, enter(framed, past), ahead)) if day.wake_at < day.bed_at else ()
    return DayPlan(
        date=day.date,
        shape=day.shape.name,
        timezone=str(situation.zone),
        wake_at=day.wake_at,
        bed_at=day.bed_at,
        prompts=tuple(sorted((one for one in decided if isinstance(one, Prompt)), key=lambda one: one.due_at)),
        held_back=tuple(one for one in decided if isinstance(one, HeldBack)),
        heat=_heat(situation, day),
    )


def is_planned_alike(situation: Situation, before: Situation) -> bool:
    """Whether the plan made of an earlier situation still holds: only time has passed, in the same day.

    Time alone changes the day, makes a forecast too old, and brings what was settled ahead.
    """
    now = situation.now
    if not before.now <= now or replace(situation, now=before.now) != before or before.weather != situation.weather:
        return False
    if any(before.now < record.counts_at <= now for record in situation.history.prompts if record.is_settled_ahead):
        return False
    return _day(situation) == _day(before)


def _day(situation: Situation) -> date:
    return current(situation.settings, situation.now.astimezone(UTC), situation.zone).date


def _heat(situation: Situation, day: WakingDay) -> tuple[HeatSpan, ...]:
    """The hours of the waking day in a heat band, neighbours of one band joined."""
    spans: list[HeatSpan] = []
    if situation.weather is None:
        return ()
    for hour in situation.weather.between(day.wake_at, day.bed_at):
        start_at, end_at = max(hour.start_at, day.wake_at), min(hour.start_at + HOUR, day.bed_at)
        index_c = heat_index_c(hour.temperature_c, hour.humidity_pct)
        found = band(index_c)
        if start_at >= end_at or found is Band.NONE:
            continue
        last = spans[-1] if spans else None
        if last is not None and last.end_at == start_at and last.band is found:
            spans[-1] = replace(last, end_at=end_at, heat_index_c=max(last.heat_index_c, round(index_c, 1)))
        else:
            spans.append(HeatSpan(start_at=start_at, end_at=end_at, heat_index_c=round(index_c, 1), band=found))
    return tuple(spans)
