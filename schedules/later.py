"""Later, by reason: what each reason for putting a prompt off does to the plan and to the log."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from schedules.gate import SETTLING
from schedules.history import History, LaterWhy, Outcome, PromptRecord
from schedules.prompts import Kind, Prompt
from schedules.settings import Weekday

SOON = timedelta(minutes=5)
"""When I next pause: asked again after so long, and then shown at the next pause in the typing."""
MEETING = timedelta(hours=1)
"""After this meeting, where nobody knows when it ends."""
SORE_FOR = timedelta(hours=18)
"""Too sore today: until the night is over."""
STRETCHES = frozenset({Kind.MOVE, Kind.BEDTIME, Kind.WARM_UP, Kind.AFTER_EXERCISE})
"""Kinds that move the legs."""
SAFETY = frozenset({Kind.HEAT_BREAK, Kind.HEAT_BRIEF})
"""Kinds that no weekday is free of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOff:
    """A kind that a person wants none of on a weekday."""

    kind: Kind
    weekday: Weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterWish:
    """Why a person puts a prompt off, and what goes with it."""

    why: LaterWhy
    by: timedelta | None = None
    """For `LaterWhy.MINUTES`: how long."""
    done_at: datetime | None = None
    """For `LaterWhy.DONE`: when it was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What becomes of a prompt that is put off."""

    outcome: Outcome
    again_at: datetime | None = None
    """When it is due again; None when it is not asked again today."""
    done_at: datetime | None = None
    """When what it asks for is logged as done; None where nothing is logged."""
    day_off: DayOff | None = None
    """What is not asked on that weekday from now on."""


def whys(prompt: Prompt) -> tuple[LaterWhy, ...]:
    """The reasons that a prompt can be put off for."""
    sore = (LaterWhy.SORE,) if STRETCHES.intersection(prompt.kinds) else ()
    weekday = () if prompt.kind in SAFETY else (LaterWhy.NOT_THIS_WEEKDAY,)
    return (LaterWhy.NEXT_PAUSE, LaterWhy.MEETING, LaterWhy.MINUTES, LaterWhy.DONE, *sore, *weekday)


def effect(
    prompt: Prompt, wish: LaterWish, now: datetime, weekday: Weekday, meeting_until: datetime | None = None
) -> Effect:
    """What a wish does.

    Args:
        prompt: What is put off.
        wish: The reason.
        now: Aware.
        weekday: Of the waking day that the prompt belongs to.
        meeting_until: When the meeting ends, where the calendar knows.
    """
    match wish.why:
        case LaterWhy.NEXT_PAUSE:
            return Effect(outcome=Outcome.LATER, again_at=now + SOON)
        case LaterWhy.MEETING:
            return Effect(outcome=Outcome.LATER, again_at=meeting_until or now + MEETING)
        case LaterWhy.MINUTES:
            return Effect(outcome=Outcome.LATER, again_at=now + (wish.by or SOON))
        case LaterWhy.DONE:
            return Effect(outcome=Outcome.DONE, done_at=min(wish.done_at or now, now))
        case LaterWhy.SORE:
            return Effect(outcome=Outcome.SKIPPED)
        case LaterWhy.NOT_THIS_WEEKDAY:
            return Effect(outcome=Outcome.SKIPPED, day_off=DayOff(kind=prompt.kind, weekday=weekday))


def after_meeting(history: History, now: datetime) -> tuple[PromptRecord, ...]:
    """What was put off until after a meeting that is over now: it comes once the person has settled."""
    again_at = now + SETTLING
    return tuple(
        replace(record, show_again_at=again_at)
        for record in history.prompts
        if record.outcome is Outcome.LATER
        and record.later_why is LaterWhy.MEETING
        and record.show_again_at is not None
        and record.show_again_at > again_at
    )


def after_pause(
    history: History, before: datetime | None, until: datetime | None, now: datetime
) -> tuple[PromptRecord, ...]:
    """What a pause or a quiet time put off until its end, where that is sooner now: nobody else has put it off.

    Args:
        history: With the prompts of the day.
        before: When it was to end; None where there was none.
        until: When it ends by now; None where there is none any more.
        now: Aware.
    """
    ends_at = max(until or now, now)
    if before is None or before <= ends_at:
        return ()
    put_off = (r for r in history.prompts if r.outcome is Outcome.LATER and r.later_why is None)
    return tuple(replace(record, show_again_at=ends_at) for record in put_off if record.show_again_at == before)


def is_sore(history: History, now: datetime) -> bool:
    """Whether a person said today that the legs are too sore."""
    said = (record.outcome_at for record in history.prompts if record.later_why is LaterWhy.SORE)
    return any(at is not None and timedelta() <= now - at < SORE_FOR for at in said)


def read_days_off(text: str | None) -> frozenset[DayOff]:
    """Days off as they are remembered, as in ``move:thu drink:sun``; what is not understood is left out."""
    found = set()
    for word in (text or "").split():
        kind, _, weekday = word.partition(":")
        if kind in set(Kind) - SAFETY and weekday in set(Weekday):
            found.add(DayOff(kind=Kind(kind), weekday=Weekday(weekday)))
    return frozenset(found)


def write_days_off(days_off: frozenset[DayOff]) -> str | None:
    """The same as text; None where there is none."""
    return " ".join(sorted(f"{off.kind}:{off.weekday}" for off in days_off)) or None
