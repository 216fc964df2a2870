"""Wall-clock times around clock changes, in every zone."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from schedules.wall_clock import moment, up_to_minute
from tests.schedules.days import ZONES, changes

BERLIN = ZoneInfo("Europe/Berlin")


def test_a_missing_time_moves_forward_by_the_jump() -> None:
    assert moment(date(2027, 3, 28), time(2, 30), BERLIN).astimezone(BERLIN).time() == time(3, 30)


def test_a_repeated_time_is_its_first_coming() -> None:
    assert moment(date(2026, 10, 25), time(2, 30), BERLIN) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_zone_that_jumps_at_midnight() -> None:
    cairo = ZoneInfo("Africa/Cairo")
    assert moment(date(2026, 4, 24), time(0, 30), cairo).astimezone(cairo).time() == time(1, 30)


@pytest.mark.parametrize("zone", ZONES)
def test_every_quarter_hour_comes_once_and_in_order_on_days_of_change(zone: str) -> None:
    for day in changes(zone)[:4]:
        quarters = [moment(day, time(n // 4, n % 4 * 15), ZoneInfo(zone)) for n in range(96)]
        read = [at.astimezone(ZoneInfo(zone)) for at in quarters]
        kept = [(at.hour, at.minute) == (n // 4, n % 4 * 15) for n, at in enumerate(read)]
        assert all(kept[n] or read[n].time() > time(n // 4, n % 4 * 15) or read[n].date() > day for n in range(96))


def test_up_to_minute() -> None:
    at = datetime(2026, 5, 1, 12, 0, 0, 1, tzinfo=UTC)
    assert up_to_minute(at) == datetime(2026, 5, 1, 12, 1, tzinfo=UTC)
    assert up_to_minute(at.replace(microsecond=0)) == datetime(2026, 5, 1, 12, tzinfo=UTC)
