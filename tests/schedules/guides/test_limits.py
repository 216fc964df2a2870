"""What settings and the last routine say about a person."""

from datetime import UTC, datetime, timedelta

import pytest

from schedules.guides.limits import Felt, limits_of
from schedules.guides.routine import Limit
from schedules.history import RoutineDone
from schedules.settings import Position, You

EVENING = datetime(2026, 7, 15, 22, tzinfo=UTC)


def done(feeling: Felt | None) -> RoutineDone:
    return RoutineDone(started_at=EVENING, routine="bedtime", lasted=timedelta(minutes=4), feeling=feeling)


@pytest.mark.parametrize("position", Position)
def test_every_position_to_avoid_is_a_limit(position: Position) -> None:
    assert limits_of(You(avoid_positions=(position,))) == {Limit(f"no-{position}")}


def test_nothing_to_avoid_is_no_limit() -> None:
    assert limits_of(You()) == frozenset()


@pytest.mark.parametrize(
    ("feeling", "hours", "eased"),
    [
        (Felt.TOO_SORE, 1, True),
        (Felt.TOO_SORE, 24, True),
        (Felt.TOO_SORE, 37, False),
        (Felt.ALL_RIGHT, 1, False),
        (Felt.GOOD, 1, False),
        (None, 1, False),
    ],
)
def test_too_sore_eases_the_next_day(feeling: Felt | None, hours: int, *, eased: bool) -> None:
    limits = limits_of(You(), done(feeling), EVENING + timedelta(hours=hours))
    assert (Limit.SORE_TODAY in limits) is eased
