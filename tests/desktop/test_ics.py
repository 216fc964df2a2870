"""Calendar files as RFC 5545 has them, read by two readers that are not ours."""

from datetime import UTC, datetime, timedelta

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from desktop.ics import LASTS, IcsEntry, escaped, folded, ics

NOW = datetime(2026, 7, 15, 13, 42, 7, tzinfo=UTC)
HARD = "Drink; 250 ml, \\ “now” 💧 \n<b>and</b>:then"
ENTRY = IcsEntry(uid="2026-07-15-drink-1@uncramp", start_at=NOW, title=HARD, text=HARD * 20)


def test_says_what_a_calendar_needs() -> None:
    lines = ics("Uncramp plan", [ENTRY], NOW).decode().split("\r\n")
    assert lines[:6] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Uncramp//Uncramp//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Uncramp plan",
    ]
    assert lines[6:12] == [
        "BEGIN:VEVENT",
        "UID:2026-07-15-drink-1@uncramp",
        "DTSTAMP:20260715T134207Z",
        "LAST-MODIFIED:20260715T134207Z",
        f"SEQUENCE:{int(NOW.timestamp()) // 60}",
        "DTSTART:20260715T134207Z",
    ]
    assert lines[-3:] == ["END:VEVENT", "END:VCALENDAR", ""]


def test_two_other_readers_read_what_was_written() -> None:
    later = IcsEntry(uid="b@uncramp", start_at=NOW + timedelta(days=1), title="Stretch")
    made = ics("Plan", [later, ENTRY], NOW)
    strict = icalendar.Calendar.from_ical(made)
    assert [not event.errors for event in strict.events] == [True, True]
    first, second = strict.events
    assert (str(first["SUMMARY"]), str(first["DESCRIPTION"])) == (HARD, HARD * 20)
    assert (first.start, first.end) == (NOW, NOW + LASTS)
    assert str(second["UID"]) == "b@uncramp"
    other = vobject.readOne(made.decode())
    other.validate(raiseException=True)
    event = other.vevent_list[0]
    assert event.summary.value == HARD
    assert event.description.value == HARD * 20
    assert event.dtstart.value == NOW
    assert event.uid.value == ENTRY.uid


def test_an_empty_plan_is_a_calendar_too() -> None:
    assert icalendar.Calendar.from_ical(ics("Plan", [], NOW)).events == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b;c\\d", "a\\,b\\;c\\\\d"),
        ("one\r\ntwo\rthree", "one\\ntwo\\nthree"),
        ("a\x07\x00b", "a  b"),
        ("é💧", "é💧"),
    ],
)
def test_text_is_escaped(text: str, expected: str) -> None:
    assert escaped(text) == expected


@given(st.text())
def test_no_line_is_longer_than_75_bytes_and_no_character_is_torn(text: str) -> None:
    line = f"SUMMARY:{escaped(text)}"
    made = folded(line)
    assert made.endswith(b"\r\n")
    parts = made[:-2].split(b"\r\n")
    assert all(len(part) <= 75 for part in parts)
    assert all(part.startswith(b" ") for part in parts[1:])
    assert made[:-2].replace(b"\r\n ", b"").decode() == line.encode("utf-8", "replace").decode()
    for part in parts:
        part.decode()


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_a_title_comes_back_as_it_was(title: str) -> None:
    made = ics("Plan", [IcsEntry(uid="a@uncramp", start_at=NOW, title=title)], NOW)
    found = str(icalendar.Calendar.from_ical(made).events[0].get("SUMMARY", ""))
    expected = "".join(character if character.isprintable() else " " for character in title)
    assert found.strip() == expected.strip()
