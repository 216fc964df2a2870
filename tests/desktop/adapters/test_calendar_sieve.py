"""The first look at a calendar keeps what tells when and what, and is not confused by anything."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop.adapters.calendar_sieve import sieved
from desktop.calendar_source import RefusedError
from tests.desktop import calendars
from tests.desktop.calendars import ONCE, calendar, event

SINCE, UNTIL = date(2026, 7, 14), date(2026, 9, 1)
PIECES = st.sampled_from(
    [
        *("BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM", "END:VALARM", *ONCE),
        *(
            "BEGIN:VTIMEZONE",
            "END:VTIMEZONE",
            "SUMMARY:Run",
            " folded",
            "RRULE:FREQ=DAILY",
            "RRULE:",
            "DTSTART",
            ":",
            ";",
        ),
        *("RRULE:FREQ=SECONDLY", "RECURRENCE-ID:20260715T150000Z", "EXDATE:nonsense", "DTSTART;TZID=:2", "\t", "\x0b"),
    ]
)


def kept(text: str) -> list[str]:
    return sieved(text.encode(), SINCE, UNTIL).split("\r\n")


def test_notes_guests_alarms_and_tasks_go_no_further() -> None:
    text = event(
        *ONCE,
        "SUMMARY:Run",
        "DESCRIPTION:secret",
        "ATTENDEE;CN=Ana:mailto:ana@example.org",
        "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "A" * 200_000,
        "BEGIN:VALARM",
        "DTSTART:20260101T000000Z",
        "END:VALARM",
    )
    assert [line for line in kept(text) if "DTSTART" in line or "SUMMARY" in line] == [ONCE[0], "SUMMARY:Run"]
    for whole in (text, calendars.GOOGLE, calendars.OUTLOOK, calendars.THUNDERBIRD):
        said = "\n".join(kept(whole))
        for gone in ("secret", "ana@", "AAAA", "VALARM", "VTODO", "DESCRIPTION", "shoes"):
            assert gone not in said


def test_what_is_long_over_or_far_ahead_is_left_out_and_what_comes_again_is_not() -> None:
    past, ahead = "DTSTART:20260101T100000Z", "DTSTART:20270101T100000Z"
    assert not any("VEVENT" in line for line in kept(event(past)) + kept(event(ahead)))
    for again in ("RRULE:FREQ=WEEKLY", "RDATE:20260715T100000Z", "RECURRENCE-ID:20260715T100000Z", "DURATION:P300D"):
        assert past in kept(event(past, again))
    assert past in kept(event(past, "DTEND:20260801T100000Z"))
    assert past not in kept(event(past, "RRULE:FREQ=DAILY;UNTIL=20260301"))


def test_zones_stay_whole() -> None:
    assert "TZID:Central Standard Time" in kept(calendars.OUTLOOK)
    assert sum(line.startswith("TZOFFSETTO") for line in kept(calendars.OUTLOOK)) == 2
    assert "X-WR-TIMEZONE:America/Chicago" in kept(calendars.GOOGLE)


@given(st.binary(max_size=300))
def test_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        sieved(content, SINCE, UNTIL)
    except RefusedError:
        return


@given(st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=30), st.sampled_from(["\r\n", "\n", "\r"]))
def test_lines_in_any_order_are_read_or_refused(lines: list[str], end: str) -> None:
    for text in (end.join(lines), calendar(*lines)):
        try:
            said = sieved(text.encode("utf-8", "replace"), SINCE, UNTIL)
        except RefusedError:
            continue
        assert said.count("BEGIN:") == said.count("END:")
        assert "FREQ=SECONDLY" not in said
