"""How much of the time between two looks at the clock a person can be said to have spent."""

from datetime import UTC, datetime, timedelta

STALL = timedelta(seconds=1)
"""Of a longer silence only this much counts: a stalled machine, or a small step of the clock, never shortens a hold."""
JUMP = timedelta(seconds=5)
"""A silence as long as this is a suspend or a changed clock, not a stall."""


def between(start_at: datetime, end_at: datetime) -> timedelta:
    """The time between two aware moments, in whatever zones they are told."""
    return end_at.astimezone(UTC) - start_at.astimezone(UTC)


def passed(seen_at: datetime, now: datetime) -> timedelta | None:
    """The time to count between two looks at the clock; None if it jumped. A clock that goes back counts nothing."""
    gone = between(seen_at, now)
    if gone >= JUMP:
        return None
    return max(timedelta(0), min(gone, STALL))
