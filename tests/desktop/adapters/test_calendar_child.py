"""What four programs write is read as they mean it, and what is made to do harm is refused with one word."""

import json
import os
import subprocess
import sys
from datetime import datetime, timedelta
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from desktop.adapters import calendar_child
from desktop.adapters.calendar_process import MODULE
from desktop.calendar_source import RefusedError
from tests.desktop import calendars
from tests.desktop.calendars import ONCE, calendar, event
from tests.schedules.workdays import CHICAGO

SINCE = datetime(2026, 7, 14, tzinfo=CHICAGO)
UNTIL = datetime(2026, 7, 24, tzinfo=CHICAGO)


def answer(
    content: str | bytes, zone: str = "America/Chicago", since: datetime = SINCE, until: datetime = UNTIL
) -> dict[str, object] | list[str]:
    """What is found, as lines; or why nothing is."""
    wish = {"zone": zone, "since": since.timestamp(), "until": until.timestamp()}
    try:
        found = calendar_child.found(wish, content if isinstance(content, bytes) else content.encode())
    except RefusedError as error:
        return {"refused": error.why.value}
    return [
        f"{told(start)}-{told(end)[-5:]} {title}{' all day' * bool(all_day)}{' free' * bool(free)}"
        for start, end, title, all_day, free in found
    ]


def told(at: object) -> str:
    assert isinstance(at, int)
    return f"{datetime.fromtimestamp(at, CHICAGO):%d %H:%M}"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            calendars.GOOGLE,  # moved on Monday the 20th, left out on Friday the 17th, one cancelled
            [
                "15 09:00-10:00 Team meeting",
                "15 18:00-19:00 Run with Ana",
                "16 00:00-00:00 Run for charity (all day) all day free",
                "21 06:30-07:30 Run with Ana, early",
                "22 18:00-19:00 Run with Ana",
            ],
        ),
        (
            calendars.APPLE,  # a floating time, another zone, a cancelled day of a series
            [
                "14 09:00-09:30 Daily call",
                "15 09:00-09:30 Daily call",
                "15 09:00-10:00 Call with Berlin",
                "15 19:00-20:30 Yoga 🧘",
                "17 09:00-09:30 Daily call",
            ],
        ),
        (calendars.OUTLOOK, ["15 13:00-14:00 Gym", "15 15:00-16:00 Optional meeting free"]),  # zones of Windows
        (calendars.THUNDERBIRD, ["15 20:00-21:00 Garden", "18 09:00-10:00 Garden"]),  # RDATE, and a task beside it
        (
            event(*ONCE, "SUMMARY:Folded in the mid", " dle of a word"),
            ["15 10:00-11:00 Folded in the middle of a word"],
        ),
        (event(*ONCE, "SUMMARY;LANGUAGE=en:<b>a</b>\\; b\\nc"), ["15 10:00-11:00 <b>a</b>; b c"]),
        (event(*ONCE), ["15 10:00-11:00 "]),
        (event(*ONCE, "SUMMARY:" + "long " * 200), ["15 10:00-11:00 " + ("long " * 60)[: 300 - 8].strip()]),
        (event(*ONCE, "UID:x@uncramp", "SUMMARY:Ours"), []),
        (event(*ONCE, "X-MICROSOFT-CDO-BUSYSTATUS:FREE", "SUMMARY:a"), ["15 10:00-11:00 a free"]),
        (calendar(), []),
        (
            calendar() + calendar("BEGIN:VEVENT", *ONCE, "SUMMARY:Two in one", "END:VEVENT"),
            ["15 10:00-11:00 Two in one"],
        ),
        (event("DTSTART:20260101T150000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;UNTIL=20260201T000000Z"), []),
        # One that makes no sense hides no other.
        (
            calendar(
                "BEGIN:VEVENT", "DTSTART:soon", "RRULE:FREQ=WEEKLY", "END:VEVENT", "BEGIN:VEVENT", *ONCE, "END:VEVENT"
            ),
            ["15 10:00-11:00 "],
        ),
        (event("DTSTART:00010101T000000Z", "DTEND:99991231T000000Z", "RRULE:FREQ=YEARLY"), []),
        (event("DTSTART:20260715T150000Z", "RRULE:FREQ=SOMETIMES"), []),
        (event("DTSTART;TZID=Mars/Olympus:20260715T150000", "DURATION:PT1H", "SUMMARY:m"), ["15 15:00-16:00 m"]),
        ("\ufeff" + event(*ONCE, "SUMMARY:mark"), ["15 10:00-11:00 mark"]),
        (event(*ONCE, "SUMMARY:mac").replace("\r\n", "\r"), ["15 10:00-11:00 mac"]),
    ],
)
def test_reads(content: str, expected: list[str]) -> None:
    assert answer(content) == expected


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "not-a-calendar"),
        (b"\x89PNG\r\n\x1a\n\0\0", "not-a-calendar"),
        ("<!DOCTYPE html><html>Sign in</html>", "not-a-calendar"),
        (event(*ONCE)[:-20], "not-a-calendar"),
        ("BEGIN:VCALENDAR\nEND:VEVENT\n", "not-a-calendar"),
        ("BEGIN:VEVENT\nEND:VEVENT\n", "not-a-calendar"),
        ("BEGIN:VCALENDAR\n" * 2 + "END:VCALENDAR\n" * 2, "not-a-calendar"),
        ("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n" * 100_000, "not-a-calendar"),
        (event(*ONCE, "RRULE:FREQ=SECONDLY"), "too-often"),
        (event(*ONCE, "rrule:freq=minutely;count=9"), "too-often"),
        (event(*ONCE, "RRULE:FREQ=DAILY;INTERVAL=0"), "too-often"),
        (event(*ONCE, "RRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=" + ",".join(map(str, range(60)))), "too-often"),
        (calendar(*("BEGIN:VEVENT", "END:VEVENT") * 30_001), "too-many"),
        (calendar(*("BEGIN:VEVENT", *ONCE, "RRULE:FREQ=DAILY", "END:VEVENT") * 3_001), "too-many"),
        (calendar(*("BEGIN:VTIMEZONE", "TZID:x", "END:VTIMEZONE") * 501), "too-many"),
        (event("DTSTART:" + "1" * 60_000), "too-large"),
        (b"BEGIN:VCALENDAR\r\n" + b" x\r\n" * 700_000, "too-large"),
        (b"B" * 10_000_001, "too-large"),
    ],
)
def test_refuses(content: str | bytes, why: str) -> None:
    assert answer(content) == {"refused": why}


def test_times_that_a_clock_change_leaves_out_or_repeats_come_once() -> None:
    night = event("DTSTART;TZID=Europe/Berlin:20260301T023000", "DURATION:PT30M", "RRULE:FREQ=DAILY", "SUMMARY:x")
    since, until = datetime(2026, 3, 27, tzinfo=CHICAGO), datetime(2026, 3, 30, tzinfo=CHICAGO)
    # 02:30 in Berlin: 01:30 in UTC, and from the 29th on, when 02:30 is left out, 00:30.
    assert answer(night, since=since, until=until) == [
        "27 20:30-21:00 x",
        "28 20:30-21:00 x",
        "29 19:30-20:00 x",
    ]
    run = event("DTSTART:20261030T060000", "DTEND:20261030T070000", "RRULE:FREQ=DAILY;COUNT=4", "SUMMARY:x")
    since = datetime(2026, 10, 29, tzinfo=CHICAGO)
    assert answer(run, since=since, until=since + timedelta(days=9)) == [
        f"{day:02} 06:00-07:00 x" for day in (30, 31, 1, 2)
    ]


def test_a_floating_time_hangs_on_the_persons_own_wall() -> None:
    assert answer(event("DTSTART:20260715T190000", "DURATION:PT1H", "SUMMARY:x"), zone="Asia/Tokyo") == [
        "15 05:00-06:00 x"
    ]


def test_what_only_the_limits_of_the_process_stop_is_stopped_by_them() -> None:
    never = event("DTSTART:20000101T000000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")
    done = child({"most_time_s": 1}, never.encode())
    assert done.returncode != 0
    assert done.stdout == b""


def test_a_file_is_read_and_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    file, pipe = tmp_path / "calendar.ics", tmp_path / "pipe"
    file.write_text(event(*ONCE, "SUMMARY:x"), encoding="utf-8")
    os.mkfifo(pipe)
    assert calendar_child.content(str(file)).startswith(b"BEGIN")
    for path in (pipe, tmp_path, tmp_path / "none", "\0"):
        with pytest.raises(RefusedError, match="no-file"):
            calendar_child.content(str(path))


def test_the_process_tells_what_it_found_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "calendar.ics"
    file.write_text(calendars.GOOGLE, encoding="utf-8")
    said = json.loads(child({"path": str(file)}).stdout)
    assert [told[2] for told in said["events"]][:2] == ["Team meeting", "Run with Ana"]
    assert json.loads(child({}, b"nonsense").stdout) == {"refused": "not-a-calendar"}


def test_whatever_runs_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def out_of_memory(*_anything: object) -> list[list[object]]:
        raise MemoryError

    monkeypatch.setattr(calendar_child, "found", out_of_memory)
    monkeypatch.setattr(calendar_child, "hold_back", lambda _most: None)
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"{}\nBEGIN")))
    out = TextIOWrapper(BytesIO())
    monkeypatch.setattr(sys, "stdout", out)
    assert calendar_child.main() == 0
    out.seek(0)
    assert json.loads(out.read()) == {"refused": "too-hard"}


def child(wish: dict[str, object], content: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """The process itself."""
    line = {"zone": "America/Chicago", "since": SINCE.timestamp(), "until": UNTIL.timestamp(), **wish}
    return subprocess.run(
        [sys.executable, "-m", MODULE],
        input=json.dumps(line).encode() + b"\n" + content,
        capture_output=True,
        check=False,
    )
