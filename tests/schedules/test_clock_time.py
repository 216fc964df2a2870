"""Times are read as people type them."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.clock_time import clock_times


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("10", time(10)),
        ("10pm", time(22)),
        ("10 PM", time(22)),
        ("10 p.m.", time(22)),
        ("22:00", time(22)),
        ("22.30", time(22, 30)),
        ("2230", time(22, 30)),
        ("730", time(7, 30)),
        ("07:30", time(7, 30)),
        ("22h", time(22)),
        ("22h30", time(22, 30)),
        ("22 Uhr", time(22)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("24:00", time(0)),
        ("0", time(0)),
        ("noon", time(12)),
        (" midnight ", time(0)),
        ("10 : 30", time(10, 30)),
    ],
)
def test_a_time_is_read(typed: str, first: time) -> None:
    assert clock_times(typed)[0] == first


@pytest.mark.parametrize("typed", ["", "soon", "25", "9:60", "7:5", "13pm", "0am", "-3", "1:2:3", "12345"])
def test_what_is_no_time_is_none(typed: str) -> None:
    assert clock_times(typed) == ()


def test_a_bare_hour_may_be_meant_twice_a_day_and_one_with_a_nought_not() -> None:
    assert clock_times("10") == (time(10), time(22))
    assert clock_times("12") == (time(12), time(0))
    assert clock_times("08:00") == (time(8),)
    assert clock_times("15") == (time(15),)


@given(st.times())
def test_every_time_is_read_as_the_editor_writes_it(at: time) -> None:
    at = at.replace(second=0, microsecond=0)
    assert at in clock_times(f"{at:%H:%M}")


@given(st.text(max_size=8))
def test_nonsense_does_no_harm(typed: str) -> None:
    assert all(isinstance(at, time) for at in clock_times(typed))
