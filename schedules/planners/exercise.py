"""Exercise blocks: a warm-up before and a stretch after, each with a drink."""

from datetime import datetime, timedelta

from schedules.frame import Frame
from schedules.ledger import Ledger
from schedules.prompts import HeldWhy, Kind, Reason, Why
from schedules.settings import BlockKind
from schedules.waking_day import Span
from schedules.wish import Wish

AHEAD = timedelta(minutes=10)
"""The warm-up comes so long before the block. Source: founding articles, 5 to 10 minutes of warm-up."""
LAST_CALL = timedelta(minutes=2)
"""A warm-up that could not come so long before the block comes no more."""
STILL_WARM = timedelta(minutes=45)
"""For so long after the block a stretch still belongs to it."""


def warm_up(frame: Frame, ledger: Ledger) -> Wish | None:
    """The warm-up of the next exercise block that has had none."""
    spans = frame.spans(BlockKind.EXERCISE)
    ends = (frame.day.wake_at, *(span.end_at for span in spans))
    return next(
        (wish for span, end in zip(spans, ends, strict=False) if (wish := _before(span, end, frame, ledger))), None
    )


def after_exercise(frame: Frame, ledger: Ledger) -> Wish | None:
    """The stretch after the next exercise block that has had none."""
    spans = frame.spans(BlockKind.EXERCISE)
    return next((wish for span in spans if (wish := _after(span, frame, ledger))), None)


def _before(span: Span, free_from: datetime, frame: Frame, ledger: Ledger) -> Wish | None:
    """The warm-up of a block, which a person may have moved forward, as far as the end of the block before it."""
    due_at = max(span.start_at - AHEAD, frame.day.wake_at)
    earliest_at = min(due_at, free_from)
    if span.start_at < frame.floor_at or ledger.asked_between(Kind.WARM_UP, earliest_at, span.start_at):
        return None
    return Wish(
        kind=Kind.WARM_UP,
        due_at=max(due_at, ledger.not_before.get(Kind.WARM_UP, due_at)),
        latest_at=max(due_at, span.start_at - LAST_CALL),
        earliest_at=earliest_at,
        expires_at=span.start_at,
        volume_ml=_glass(frame),
        routine="warm-up",
        reason=lambda _: Reason(
            why=Why.EXERCISE_SOON,
            block_from=span.start_at,
            block_to=span.end_at,
            asks_less=ledger.says_so(Kind.WARM_UP),
        ),
        held_why=HeldWhy.ASKS_LESS if ledger.rests(Kind.WARM_UP, due_at) else None,
    )


def _after(span: Span, frame: Frame, ledger: Ledger) -> Wish | None:
    latest_at = min(span.end_at + STILL_WARM, frame.day.bed_at - timedelta(minutes=5))
    if latest_at < frame.floor_at or ledger.asked_between(
        Kind.AFTER_EXERCISE, min(span.start_at, latest_at), span.end_at + STILL_WARM
    ):
        return None
    return Wish(
        kind=Kind.AFTER_EXERCISE,
        due_at=max(span.end_at, ledger.not_before.get(Kind.AFTER_EXERCISE, span.end_at)),
        earliest_at=span.start_at,
        latest_at=latest_at,
        volume_ml=_glass(frame),
        routine="after-exercise",
        reason=lambda _: Reason(
            why=Why.EXERCISE_OVER,
            block_from=span.start_at,
            block_to=span.end_at,
            asks_less=ledger.says_so(Kind.AFTER_EXERCISE),
        ),
        held_why=HeldWhy.ASKS_LESS if ledger.rests(Kind.AFTER_EXERCISE, span.end_at) else None,
    )


def _glass(frame: Frame) -> int | None:
    """A drink goes with exercise whatever the pace says, unless drinks are off."""
    return frame.settings.you.glass_ml if frame.settings.drink.on and frame.drinks else None
