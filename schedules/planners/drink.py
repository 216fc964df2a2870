"""Drinks: due when intake falls half a serving behind the day's pace, or after the longest gap."""

from datetime import datetime, timedelta

from schedules.frame import Frame
from schedules.ledger import INDOORS_ML_PER_H, Ledger
from schedules.prompts import Kind, Reason, Why
from schedules.wall_clock import up_to_minute
from schedules.wish import Wish

ON_SHOW = timedelta(minutes=15)
"""The last drink prompt comes so early that it is gone when drinks end for the day."""


def drink(frame: Frame, ledger: Ledger) -> Wish | None:
    """The next drink. Logging a drink never brings it nearer, and missed drinks are never made up."""
    settings = frame.settings
    if not settings.drink.on or not frame.drinks:
        return None
    pace_at, gap_at = _by_pace(frame, ledger), _by_gap(frame, ledger)
    if settings.you.drink_goal_ml and pace_at is None:
        return None
    due_at = min(at for at in (pace_at, gap_at) if at is not None)
    why = Why.LONG_GAP if due_at == gap_at else Why.BEHIND_PACE
    due_at = max(due_at, frame.floor_at, ledger.not_before.get(Kind.DRINK, due_at))
    due_at = _after_exercise(frame, up_to_minute(due_at))
    latest_at = frame.drink_until - ON_SHOW
    if due_at > latest_at:
        return None
    return Wish(
        kind=Kind.DRINK,
        due_at=due_at,
        latest_at=latest_at,
        volume_ml=min(settings.you.glass_ml, INDOORS_ML_PER_H),
        reason=lambda at: _reason(ledger, why, at),
    )


def _by_pace(frame: Frame, ledger: Ledger) -> datetime | None:
    """When intake is half a serving behind; None when the pace asks for nothing more, or without a goal."""
    you = frame.settings.you
    if not you.drink_goal_ml:
        return None
    servings = 1.5 if ledger.asks_less(Kind.DRINK) else 0.5
    total_ml = ledger.pace.total_ml
    if ledger.credited_ml + you.glass_ml / 2 > total_ml:
        return None
    wanted_ml = min(ledger.credited_ml + servings * you.glass_ml, total_ml)
    return ledger.pace.reaches_at(wanted_ml)


def _by_gap(frame: Frame, ledger: Ledger) -> datetime:
    gap = timedelta(minutes=frame.settings.drink.longest_gap_min)
    return (ledger.fluid_at or frame.day.wake_at) + gap * (2 if ledger.asks_less(Kind.DRINK) else 1)


def _after_exercise(frame: Frame, due_at: datetime) -> datetime:
    return next((span.end_at for span in frame.no_drink if span.holds(due_at)), due_at)


def _reason(ledger: Ledger, why: Why, at: datetime) -> Reason:
    return Reason(
        why=why,
        since=at - ledger.drank_at if ledger.drank_at else None,
        intake_ml=ledger.intake_ml,
        goal_ml=ledger.frame.settings.you.drink_goal_ml,
        asks_less=ledger.says_so(Kind.DRINK),
    )
