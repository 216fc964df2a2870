"""What is known about a person, as limits on the steps that suit them."""

from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from schedules.guides.routine import Limit
from schedules.history import RoutineDone
from schedules.settings import Position, You

LIMIT_OF = MappingProxyType(
    {
        Position.STANDING: Limit.NO_STANDING,
        Position.FLOOR: Limit.NO_FLOOR,
        Position.KNEELING: Limit.NO_KNEELING,
    }
)
SORE_FOR = timedelta(hours=36)
"""How long "too sore" eases what comes: the next day and its evening."""


class Felt(StrEnum):
    """Answers to "How did that feel?", kept in `RoutineDone.feeling`."""

    GOOD = "good"
    ALL_RIGHT = "all-right"
    TOO_SORE = "too-sore"


def limits_of(you: You, last: RoutineDone | None = None, now: datetime | None = None) -> frozenset[Limit]:
    """The limits that settings and the last routine set.

    Args:
        you: Its ``avoid_positions`` count.
        last: The last routine done, if any; "too sore" after it eases the next ones.
        now: Aware; needed with ``last``.
    """
    limits = {LIMIT_OF[position] for position in you.avoid_positions}
    if last is not None and now is not None and last.feeling == Felt.TOO_SORE and now - last.ended_at < SORE_FOR:
        limits.add(Limit.SORE_TODAY)
    return frozenset(limits)
