"""The morning of a hot day: when it will be hot, which block that hits, and when that block would be cooler."""

from datetime import datetime, timedelta

from schedules.frame import Frame
from schedules.heat_day import HotDay, coolest_slot
from schedules.ledger import Ledger
from schedules.prompts import Kind, Reason, Why
from schedules.wish import Wish

AFTER_WAKING = timedelta(minutes=15)
MORNING = timedelta(hours=5)
"""So long after waking it is still worth telling of the day."""
LAST_CALL = timedelta(minutes=5)


def heat_brief(frame: Frame, ledger: Ledger) -> Wish | None:
    """The brief of a hot day, once, as long as the heat is still to come."""
    day, hot = frame.day, frame.hot_day
    if hot is None or ledger.last_asked_at(Kind.HEAT_BRIEF) is not None:
        return None
    due_at = max(min(day.wake_at + AFTER_WAKING, hot.start_at), day.wake_at, frame.floor_at)
    due_at = max(due_at, ledger.not_before.get(Kind.HEAT_BRIEF, due_at))
    latest_at = min(day.wake_at + MORNING, hot.end_at, day.bed_at - LAST_CALL)
    if due_at > latest_at:
        return None
    return Wish(
        kind=Kind.HEAT_BRIEF,
        due_at=due_at,
        latest_at=latest_at,
        expires_at=latest_at + LAST_CALL,
        reason=lambda at: brief_reason(hot, frame, at),
    )


def brief_reason(hot: HotDay, frame: Frame, at: datetime) -> Reason:
    """What there is to tell of a hot day, at a moment of its morning."""
    block, new = hot.block, frame.new_to_heat is not None
    slot = None
    if block is not None and frame.forecast is not None and at < block.start_at:
        slot = coolest_slot(block, frame.day, frame.forecast, frame.settings, after=at, new_to_heat=new)
    return Reason(
        why=Why.HOT_DAY,
        heat_index_c=hot.heat_index_c,
        band=hot.band,
        hot_from=hot.start_at,
        hot_to=hot.end_at,
        block=block.kind if block is not None else None,
        block_from=block.start_at if block is not None else None,
        block_to=block.end_at if block is not None else None,
        slot_from=slot.start_at if slot is not None else None,
        slot_to=slot.end_at if slot is not None else None,
        new_to_heat=new,
    )
