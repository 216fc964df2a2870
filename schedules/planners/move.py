"""Movement: due after so long in a desk or standing block without getting up."""

from datetime import datetime, timedelta

from schedules.frame import Frame
from schedules.ledger import Ledger
from schedules.prompts import Kind, Reason, Why
from schedules.settings import BlockKind
from schedules.waking_day import Span
from schedules.wall_clock import up_to_minute
from schedules.wish import Wish

ROUTINE = "move"
NEARLY_OVER = timedelta(minutes=10)
"""So close to the end of a block nobody needs to be told to get up."""


def move(frame: Frame, ledger: Ledger) -> Wish | None:
    """The next movement break. A prompt that was shown counts as a break, taken or not."""
    if not frame.settings.move.on:
        return None
    if (chosen_at := ledger.chosen.get(Kind.MOVE)) is not None:
        return _at(chosen_at, frame)
    return next((wish for span in frame.seated if (wish := _within(span, frame, ledger))), None)


def _at(chosen_at: datetime, frame: Frame) -> Wish:
    """A break that the person moved: wherever in the day, seated or not."""
    return Wish(
        kind=Kind.MOVE,
        due_at=chosen_at,
        latest_at=frame.day.bed_at - NEARLY_OVER,
        routine=ROUTINE,
        reason=lambda _: Reason(why=Why.CHOSEN),
    )


def _within(span: Span, frame: Frame, ledger: Ledger) -> Wish | None:
    since = max(span.start_at, frame.watched_from, *_breaks(frame, ledger))
    every = timedelta(minutes=frame.settings.move.every_min) * (2 if ledger.asks_less(Kind.MOVE) else 1)
    due_at = up_to_minute(max(since + every, frame.floor_at, ledger.not_before.get(Kind.MOVE, since)))
    while (active := frame.active_at(due_at)) is not None:
        since, due_at = active.end_at, active.end_at + every
    latest_at = span.end_at - NEARLY_OVER
    if due_at > latest_at:
        return None
    return Wish(
        kind=Kind.MOVE,
        due_at=due_at,
        latest_at=latest_at,
        routine=ROUTINE,
        reason=lambda at: Reason(
            why=Why.SEATED if span.kind is BlockKind.DESK else Why.STOOD,
            since=at - since,
            asks_less=ledger.says_so(Kind.MOVE),
        ),
    )


def _breaks(frame: Frame, ledger: Ledger) -> tuple[datetime, ...]:
    breaks = (ledger.moved_at, ledger.last_asked_at(Kind.MOVE))
    return tuple(at for at in breaks if at is not None) or (frame.day.wake_at,)
