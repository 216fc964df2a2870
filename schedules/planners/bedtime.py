"""Bedtime: stretch, easy ride, or either, some time before bed."""

from datetime import timedelta

from schedules.frame import Frame
from schedules.ledger import Ledger
from schedules.prompts import HeldWhy, Kind, Reason, Why
from schedules.settings import BedtimeChoice
from schedules.wish import Wish

BIKE = "easy-bike"
BIKE_THEN_STRETCH = "bike-then-stretch"
LAST_CALL = timedelta(minutes=5)
"""The prompt comes at least so long before bed."""
TWO_NIGHTS = timedelta(hours=36)


def bedtime(frame: Frame, ledger: Ledger) -> Wish | None:
    """The bedtime prompt, once a day; every second night while it goes unanswered."""
    settings, day = frame.settings.bedtime, frame.day
    due_at = max(day.bed_at - timedelta(minutes=settings.before_bed_min), day.wake_at)
    if not settings.on or ledger.last_asked_at(Kind.BEDTIME) is not None:
        return None
    return Wish(
        kind=Kind.BEDTIME,
        due_at=max(due_at, ledger.not_before.get(Kind.BEDTIME, due_at)),
        latest_at=day.bed_at - LAST_CALL,
        expires_at=day.bed_at,
        routine=_routine(settings.choice, settings.routine),
        reason=lambda _: Reason(why=Why.BEDTIME_NEAR, block_to=day.bed_at, asks_less=ledger.says_so(Kind.BEDTIME)),
        held_why=_held_why(frame, ledger),
    )


def _routine(choice: BedtimeChoice, stretch: str) -> str:
    return {BedtimeChoice.BIKE: BIKE, BedtimeChoice.BOTH: BIKE_THEN_STRETCH}.get(choice, stretch)


def _held_why(frame: Frame, ledger: Ledger) -> HeldWhy | None:
    if ledger.bedtime_done_at is not None:
        return HeldWhy.DONE_ALREADY
    before = ledger.bedtime_before
    if before is not None and ledger.asks_less(Kind.BEDTIME) and frame.day.bed_at - before < TWO_NIGHTS:
        return HeldWhy.ASKS_LESS
    return None
