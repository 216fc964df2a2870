"""Which entries of a calendar count, and as what."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.calendar_kept import LONGEST, CalendarEntry, sorted_by
from schedules.calendar import Sort

START = datetime(2026, 7, 15, 13, tzinfo=UTC)
WORDS = {Sort.QUIET: ("meeting",), Sort.RUN: ("run",)}


@pytest.mark.parametrize(
    ("title", "length", "all_day", "free", "sort"),
    [
        ("Run", timedelta(hours=1), False, False, Sort.RUN),
        ("Run", timedelta(hours=1), False, True, Sort.RUN),
        ("Meeting", timedelta(hours=1), False, False, Sort.QUIET),
        ("Meeting", timedelta(hours=1), False, True, None),
        ("Run", timedelta(days=1), True, False, None),
        ("Run", LONGEST, False, False, Sort.RUN),
        ("Run", LONGEST + timedelta(minutes=1), False, False, None),
        ("Run", timedelta(), False, False, None),
        ("Run", -timedelta(hours=1), False, False, None),
        ("Lunch", timedelta(hours=1), False, False, None),
    ],
)
def test_sort(title: str, length: timedelta, all_day: bool, free: bool, sort: Sort | None) -> None:
    entry = CalendarEntry(start_at=START, end_at=START + length, title=title, all_day=all_day, free=free, sort=Sort.GYM)
    (found,) = sorted_by((entry,), WORDS)
    assert found.sort is sort
