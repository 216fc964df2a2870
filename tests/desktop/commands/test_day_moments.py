"""Moments of a day, typed as people type them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desktop.commands.day_moments import Within, ahead_in, past_in
from desktop.commands.moments import MomentError

BERLIN = ZoneInfo("Europe/Berlin")


def at(text: str, day: int = 19) -> datetime:
    hour, minute = (int(part) for part in text.split(":"))
    return datetime(2026, 11, day, hour, minute, tzinfo=BERLIN).astimezone(UTC)


NOW = at("13:42")
TODAY = Within(start_at=at("03:00"), end_at=at("03:00", 20), now=NOW, zone=BERLIN)
BEFORE = Within(start_at=at("03:00", 17), end_at=at("03:00", 18), now=NOW, zone=BERLIN)
AHEAD = Within(start_at=NOW + timedelta(minutes=1), end_at=at("00:30", 20), now=NOW, zone=BERLIN)


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("", NOW),
        ("now", NOW),
        ("10", at("10:00")),
        ("1", at("13:00")),
        ("noon", at("12:00")),
        ("8.30", at("08:30")),
        ("9:15 am", at("09:15")),
        ("20 min ago", at("13:22")),
        ("10pm", at("22:00", 18)),
        ("22:00", at("22:00", 18)),
        ("2026-11-18T21:30", at("21:30", 18)),
    ],
)
def test_what_has_been_today(typed: str, moment: datetime) -> None:
    assert past_in(typed, TODAY) == moment


@pytest.mark.parametrize(
    ("typed", "moment"), [("10", at("10:00", 17)), ("10pm", at("22:00", 17)), ("1:30", at("01:30", 18))]
)
def test_what_has_been_on_a_day_before(typed: str, moment: datetime) -> None:
    assert past_in(typed, BEFORE) == moment


@pytest.mark.parametrize("typed", ["soon", "25:70", "13pm", "2030-01-01T10:00"])
def test_what_is_no_moment_of_the_past(typed: str) -> None:
    with pytest.raises(MomentError):
        past_in(typed, TODAY)


def test_a_day_before_has_no_now() -> None:
    with pytest.raises(MomentError, match="When was it"):
        past_in("", BEFORE)


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("10", at("22:00")),
        ("3", at("15:00")),
        ("15:30", at("15:30")),
        ("20 min", at("14:02")),
        ("in 20 min", at("14:02")),
        ("45", at("14:27")),
        ("0:15", at("00:15", 20)),
    ],
)
def test_what_is_still_to_come(typed: str, moment: datetime) -> None:
    assert ahead_in(typed, AHEAD) == moment


@pytest.mark.parametrize("typed", ["13:00", "1:30", "later", ""])
def test_what_is_not_between_now_and_bed(typed: str) -> None:
    with pytest.raises(MomentError):
        ahead_in(typed, AHEAD)
