"""Heat breaks: shade, fluids and electrolytes within outdoors and exercise blocks, as often as the heat asks for."""

from datetime import datetime, timedelta

from schedules.frame import Frame, HotHour
from schedules.heat import break_ml
from schedules.ledger import Ledger
from schedules.prompts import Kind, Reason, Why
from schedules.wish import Wish

NEARLY_OVER = timedelta(minutes=10)


def heat_break(frame: Frame, ledger: Ledger) -> Wish | None:
    """The next break in the heat."""
    return next((wish for hour in frame.hot if (wish := _within(hour, frame, ledger))), None)


def _within(hour: HotHour, frame: Frame, ledger: Ledger) -> Wish | None:
    rest, cycle = timedelta(minutes=hour.advice.break_min), timedelta(minutes=hour.advice.every_min)
    asked_at = ledger.last_asked_at(Kind.HEAT_BREAK)
    since = hour.span.start_at if asked_at is None else max(hour.span.start_at, asked_at + rest)
    due_at = max(since + cycle - rest, hour.start_at, frame.floor_at)
    due_at = max(due_at, ledger.not_before.get(Kind.HEAT_BREAK, due_at))
    latest_at = hour.span.end_at - NEARLY_OVER
    if due_at >= hour.end_at or due_at > latest_at:
        return None
    return Wish(
        kind=Kind.HEAT_BREAK,
        due_at=due_at,
        earliest_at=hour.start_at,
        latest_at=latest_at,
        volume_ml=break_volume_ml(hour, frame),
        reason=lambda at: break_reason(hour, at),
    )


def break_volume_ml(hour: HotHour, frame: Frame) -> int | None:
    """How much to drink in a break; None where nothing to drink may be suggested."""
    if not frame.drinks:
        return None
    return break_ml(hour.advice)


def break_reason(hour: HotHour, at: datetime) -> Reason:
    """Why a break, at a moment of a hot hour."""
    return Reason(
        why=Why.HEAT,
        heat_index_c=round(hour.advice.heat_index_c, 1),
        band=hour.advice.advice_band,
        break_for=timedelta(minutes=hour.advice.break_min),
        block_from=hour.span.start_at,
        block_to=hour.span.end_at,
        since=at - hour.span.start_at,
    )
