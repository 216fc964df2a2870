from contextlib import suppress
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.commands.moments import LONGEST_PAUSE, MomentError, past, pause_end
from tests.languages import german, speaking

CHICAGO = ZoneInfo("America/Chicago")
NOON = datetime(2026, 7, 15, 12, 0, 30, tzinfo=CHICAGO)
WAKE = datetime(2026, 7, 16, 7, 0, tzinfo=CHICAGO)


@pytest.mark.parametrize(
    ("text", "wall"),
    [
        ("11:30", "2026-07-15T11:30"),
        ("12:00", "2026-07-15T12:00"),
        ("12:01", "2026-07-14T12:01"),
        ("23:00", "2026-07-14T23:00"),
        ("9am", "2026-07-15T09:00"),
        ("10:30 PM", "2026-07-14T22:30"),
        ("12am", "2026-07-15T00:00"),
        ("12pm", "2026-07-15T12:00"),
        ("2026-07-15T08:15", "2026-07-15T08:15"),
        ("2026-07-14 22:10:05", "2026-07-14T22:10:05"),
        ("2026-07-15T13:15Z", "2026-07-15T08:15"),
        ("2026-07-15T15:15+02:00", "2026-07-15T08:15"),
        ("now", "2026-07-15T12:00:30"),
        ("10 min ago", "2026-07-15T11:50:30"),
        ("2h ago", "2026-07-15T10:00:30"),
        ("2 hours  ago", "2026-07-15T10:00:30"),
        ("1h30m ago", "2026-07-15T10:30:30"),
        ("3 days ago", "2026-07-12T12:00:30"),
    ],
)
def test_a_past_moment_is_the_most_recent_one_meant(text: str, wall: str) -> None:
    assert past(text, NOON, CHICAGO) == datetime.fromisoformat(wall).replace(tzinfo=CHICAGO)


@pytest.mark.parametrize("text", ["vor 10 min", "Vor 10 min", "10 min ago"])
def test_how_long_ago_is_read_in_the_language_that_it_is_asked_in(text: str) -> None:
    with speaking(german()):
        assert past(text, NOON, CHICAGO) == NOON - timedelta(minutes=10)


@pytest.mark.parametrize(
    "text",
    ["", "10", "25:00", "12:60", "13pm", "0am", "noon", "2026-07-15", "2026-13-01T10:00", "ago", "soon ago", "10 ago"],
)
def test_what_is_no_moment_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(MomentError) as caught:
        past(text, NOON, CHICAGO)
    assert "14:30" in caught.value.remedy


@pytest.mark.parametrize("text", ["2026-07-15T12:01", "2027-01-01T00:00", "9999-12-31T23:59Z"])
def test_the_future_is_refused(text: str) -> None:
    with pytest.raises(MomentError, match="has not come yet"):
        past(text, NOON, CHICAGO)


@pytest.mark.parametrize("text", ["1999-01-01T10:00", "0001-01-02T00:00", "4000 days ago", "999999 days ago"])
def test_the_distant_past_is_refused(text: str) -> None:
    with pytest.raises(MomentError, match="too long ago"):
        past(text, NOON, CHICAGO)


@pytest.mark.parametrize(
    ("now", "text", "moment"),
    [
        # 02:30 is left out on 8 March: it is read as if the change had not come.
        ("2026-03-08T09:00-05:00", "02:30", "2026-03-08T08:30Z"),
        # 01:30 comes twice on 1 November: the most recent of the two that has passed is meant.
        ("2026-11-01T01:45-05:00", "01:30", "2026-11-01T06:30Z"),
        ("2026-11-01T01:15-06:00", "01:30", "2026-11-01T06:30Z"),
        ("2026-11-01T01:45-06:00", "01:30", "2026-11-01T07:30Z"),
    ],
)
def test_clock_changes(now: str, text: str, moment: str) -> None:
    assert past(text, datetime.fromisoformat(now), CHICAGO) == datetime.fromisoformat(moment)


@given(
    st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2035, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.sampled_from(
        ["America/Chicago", "Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "UTC"]
    ),
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
)
def test_a_time_of_day_lies_within_the_last_25_hours_or_so_and_the_next(now: datetime, name: str, at: object) -> None:
    zone, text = ZoneInfo(name), f"{at:%H:%M}"
    before = past(text, now, zone)
    assert now - timedelta(hours=49) <= before <= now
    after = pause_end(f"until {text}", now, zone, now)
    assert now < after <= now + timedelta(hours=49)


@pytest.mark.parametrize(
    ("text", "wall"),
    [
        ("30m", "2026-07-15T12:30:30"),
        ("2h", "2026-07-15T14:00:30"),
        ("1 hour", "2026-07-15T13:00:30"),
        ("until 15:00", "2026-07-15T15:00"),
        ("until 3pm", "2026-07-15T15:00"),
        ("until 09:00", "2026-07-16T09:00"),
        ("UNTIL tomorrow", "2026-07-16T07:00"),
        ("until 2026-07-20T09:00", "2026-07-20T09:00"),
    ],
)
def test_a_pause_has_an_end(text: str, wall: str) -> None:
    assert pause_end(text, NOON, CHICAGO, WAKE) == datetime.fromisoformat(wall).replace(tzinfo=CHICAGO)


@pytest.mark.parametrize("text", ["", "a while", "tomorrow", "until", "until then", "15:00", "-5m", "0m"])
def test_what_is_no_pause_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(MomentError) as caught:
        pause_end(text, NOON, CHICAGO, WAKE)
    assert "until tomorrow" in caught.value.remedy


def test_a_pause_that_is_over_before_it_begins_is_refused() -> None:
    with pytest.raises(MomentError, match="has passed"):
        pause_end("until 2026-07-15T11:00", NOON, CHICAGO, WAKE)


@pytest.mark.parametrize("text", ["32 days", "999999 days", "until 2027-01-01T00:00", "until 9999-12-31T23:59Z"])
def test_a_pause_without_end_in_sight_is_refused(text: str) -> None:
    with pytest.raises(MomentError) as caught:
        pause_end(text, NOON, CHICAGO, WAKE)
    assert str(LONGEST_PAUSE.days) in caught.value.remedy


@given(st.text())
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    with suppress(MomentError):
        assert past(text, NOON, CHICAGO) <= NOON
    with suppress(MomentError):
        assert pause_end(text, NOON, CHICAGO, WAKE) > NOON
