"""A heat prompt that is on show, as the weather is by now: it is replaced when its class changes, never joined."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from schedules.calendar import joined
from schedules.frame import Frame, frame
from schedules.heat import BANDS, celsius, fahrenheit
from schedules.heat_bands import SLACK_F
from schedules.planners.heat_break import break_reason, break_volume_ml
from schedules.planners.heat_brief import brief_reason
from schedules.prompts import Band, Kind, Prompt, Reason
from schedules.situation import Situation
from schedules.waking_day import current


def is_heat(prompt: Prompt) -> bool:
    """Whether a prompt speaks of the heat."""
    return prompt.kind in {Kind.HEAT_BREAK, Kind.HEAT_BRIEF}


def says_it_all(prompt: Prompt, other: Prompt) -> bool:
    """Whether a break that comes takes the place of the morning's brief: both are about the same block, now begun."""
    kinds = (prompt.kind, other.kind)
    return kinds == (Kind.HEAT_BREAK, Kind.HEAT_BRIEF) and prompt.reason.block_from == other.reason.block_from


def next_change(waiting: Iterable[Prompt], situation: Situation) -> datetime | None:
    """When what is on show of the heat may have to say something else; None where there is no such thing."""
    if situation.weather is None or not any(map(is_heat, waiting)):
        return None
    return next((hour.start_at for hour in situation.weather.hours if hour.start_at > situation.now), None)


def followed(prompt: Prompt, situation: Situation) -> Prompt | None:
    """What is to be on show in the place of a prompt.

    Args:
        prompt: It is on show.
        situation: With the weather that is known by now.

    Returns:
        The same prompt where its class is the same, or nothing is known; one with the same key that says how it is
        now; None where the heat it speaks of is not to be expected any more.
    """
    if not is_heat(prompt) or situation.weather is None:
        return prompt
    now = situation.now
    day = joined(current(situation.settings, now, situation.zone), situation.calendar)
    framed = frame(situation, day)
    return _break(prompt, framed, now) if prompt.kind is Kind.HEAT_BREAK else _brief(prompt, framed, now)


def _break(prompt: Prompt, framed: Frame, now: datetime) -> Prompt | None:
    hour = framed.hot_at(now)
    if hour is None:
        # A break begun is gone on with where the hour is not known, and at the end of its block.
        return None if _is_known(framed, now) and framed.active_at(now) is not None else prompt
    reason = break_reason(hour, now)
    if not _differs(prompt.reason, reason):
        return prompt
    volume_ml = prompt.volume_ml
    if volume_ml is not None:  # what was suggested stays within the ceiling of the hour
        volume_ml = min(volume_ml, break_volume_ml(hour, framed) or 0) or None
    return replace(prompt, reason=reason, volume_ml=volume_ml)


def _brief(prompt: Prompt, framed: Frame, now: datetime) -> Prompt | None:
    if framed.hot_day is None:
        return None
    reason, before = brief_reason(framed.hot_day, framed, now), prompt.reason
    same = (reason.block_from, reason.slot_from) == (before.block_from, before.slot_from)
    return prompt if same and not _differs(before, reason) else replace(prompt, reason=_kept(reason, before))


def _kept(reason: Reason, before: Reason) -> Reason:
    """What the prompt says beside the heat stays: it was merged with others."""
    return replace(
        reason, intake_ml=before.intake_ml, goal_ml=before.goal_ml, since=before.since, asks_less=before.asks_less
    )


def _differs(before: Reason, now: Reason) -> bool:
    """Whether the class is another: a higher one counts at once, a lower one once the index is clearly lower."""
    shown, found = before.band or Band.NONE, now.band or Band.NONE
    if BANDS.index(found) >= BANDS.index(shown):
        return found is not shown
    slack_c = celsius(fahrenheit(0.0) + SLACK_F)
    return (before.heat_index_c or 0.0) - (now.heat_index_c or 0.0) >= slack_c


def _is_known(framed: Frame, now: datetime) -> bool:
    return framed.forecast is not None and bool(framed.forecast.between(now, now))
