"""What a person settled ahead of its time: prompts that were moved or skipped before they came due."""

from dataclasses import replace
from datetime import datetime, timedelta

from schedules.answers import later_by
from schedules.history import History, Outcome, PromptRecord
from schedules.prompts import ANCHORED, Answer, Prompt


def split(history: History, now: datetime) -> tuple[History, tuple[PromptRecord, ...]]:
    """The history up to a moment, and what was settled for later, in the order of time.

    What was settled for later shapes the plan when its time comes, not before: a break that is skipped at four in the
    afternoon takes none from the morning.
    """
    later = [record for record in history.prompts if record.is_settled_ahead and record.counts_at > now]
    past = tuple(record for record in history.prompts if record not in later)
    order = sorted(later, key=lambda record: (record.counts_at, record.outcome_at or now))
    return (replace(history, prompts=past), tuple(order)) if later else (history, ())


def moved(record: PromptRecord, to: datetime, now: datetime) -> PromptRecord:
    """The record of a prompt that is moved to another moment.

    Args:
        record: Of the prompt as it is planned, not shown yet.
        to: Where to.
        now: When that is decided.
    """
    return replace(record, outcome=Outcome.MOVED, outcome_at=now, show_again_at=to)


def skipped(record: PromptRecord, now: datetime) -> PromptRecord:
    """The record of a prompt that is skipped before it came due."""
    return replace(record, outcome=Outcome.SKIPPED, outcome_at=now, show_again_at=None)


def brought_back(record: PromptRecord, now: datetime) -> PromptRecord:
    """The record of a skipped prompt that is to come after all, at its time."""
    return moved(record, record.due_at, now)


def answered(record: PromptRecord, answer: Answer, now: datetime) -> PromptRecord:
    """The record of a prompt that is answered before it came due."""
    if answer is Answer.LATER:
        return moved(record, record.due_at + later_by(record.kind), now)
    if answer is Answer.SKIP:
        return skipped(record, now)
    # A glass or a break taken now is one of now; what belongs to a certain time is done for that time.
    due_at = record.due_at if record.kind in ANCHORED else now
    return replace(record, due_at=due_at, outcome=Outcome.DONE, outcome_at=now)


def origin(prompt: Prompt, history: History, gap: timedelta) -> PromptRecord | None:
    """The record of the move that brought a planned prompt to where it is.

    Args:
        prompt: Of the plan.
        history: With the records of today.
        gap: By so much it may have come to lie later than was asked.
    """
    moves = (record for record in history.prompts if record.outcome is Outcome.MOVED and record.kind is prompt.kind)
    there = [one for one in moves if (at := one.show_again_at) and at <= prompt.due_at <= at + gap]
    return there[-1] if there else None
