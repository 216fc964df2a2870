"""How much of a silence counts."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from schedules.guides.passing import between, passed

NOW = datetime(2026, 11, 1, 5, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("gone", "counted"),
    [(0, 0), (0.1, 0.1), (1, 1), (1.5, 1), (4.9, 1), (5, None), (3600, None), (-0.5, 0), (-3600, 0)],
)
def test_a_stall_counts_a_second_and_a_jump_nothing(gone: float, counted: float | None) -> None:
    expected = None if counted is None else timedelta(seconds=counted)
    assert passed(NOW, NOW + timedelta(seconds=gone)) == expected


def test_a_changed_clock_of_the_zone_is_no_jump() -> None:
    zone = ZoneInfo("America/Chicago")
    before, after = (NOW + timedelta(minutes=60 + late) for late in (0, 2))
    assert before.astimezone(zone).utcoffset() != after.astimezone(zone).utcoffset()
    assert between(before.astimezone(zone), after.astimezone(zone)) == timedelta(minutes=2)
