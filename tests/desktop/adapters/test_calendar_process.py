"""A calendar is read in another process, nobody waits for it, and what it cannot read it refuses."""

import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from desktop.adapters.calendar_process import CalendarProcess
from desktop.calendar_kept import CalendarEntry
from desktop.calendar_source import Refusal
from tests.desktop import calendars
from tests.desktop.calendars import ONCE, event
from tests.schedules.workdays import CHICAGO

SINCE = datetime(2026, 7, 14, tzinfo=CHICAGO)
UNTIL = SINCE + timedelta(days=10)
NEVER = event("DTSTART:20000101T000000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30").encode()


def read(qtbot: QtBot, calendar: Path | bytes) -> tuple[CalendarEntry, ...]:
    process = CalendarProcess()
    with qtbot.waitSignal(process.read, timeout=30_000) as found:
        process.start(calendar, "America/Chicago", SINCE, UNTIL)
    assert found.args is not None
    entries: tuple[CalendarEntry, ...] = found.args[0]
    return entries


def refused(qtbot: QtBot, calendar: Path | bytes, process: CalendarProcess | None = None) -> Refusal:
    process = process or CalendarProcess()
    with qtbot.waitSignal(process.refused, timeout=30_000) as found:
        process.start(calendar, "America/Chicago", SINCE, UNTIL)
    assert found.args is not None
    why: Refusal = found.args[0]
    return why


def test_a_file_or_what_came_from_elsewhere_is_read(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "my calendar.ics"
    file.write_text(calendars.GOOGLE, encoding="utf-8")
    entries = read(qtbot, file)
    assert [entry.title for entry in entries][:2] == ["Team meeting", "Run with Ana"]
    assert entries[0].start_at == datetime(2026, 7, 15, 9, tzinfo=CHICAGO)
    assert read(qtbot, calendars.GOOGLE.encode()) == entries


def test_a_bomb_is_refused_with_a_reason(qtbot: QtBot) -> None:
    assert refused(qtbot, event(*ONCE, "RRULE:FREQ=SECONDLY").encode()) is Refusal.TOO_OFTEN
    assert refused(qtbot, Path("/nowhere.ics")) is Refusal.NO_FILE


def test_what_takes_too_long_is_ended_by_its_own_limit_or_by_ours(qtbot: QtBot) -> None:
    assert refused(qtbot, NEVER, CalendarProcess(most_time_s=1)) is Refusal.TOO_HARD
    assert refused(qtbot, NEVER, CalendarProcess(patience_ms=1)) is Refusal.TOO_HARD


def test_broken_off_it_says_nothing_more(qtbot: QtBot) -> None:
    process = CalendarProcess()
    with qtbot.assertNotEmitted(process.read), qtbot.assertNotEmitted(process.refused):
        process.start(NEVER, "America/Chicago", SINCE, UNTIL)
        process.close()
        process.close()
    assert process.findChildren(QProcess) == [] or all(
        each.state() is QProcess.ProcessState.NotRunning for each in process.findChildren(QProcess)
    )


def test_a_reader_that_cannot_be_started_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert refused(qtbot, b"") is Refusal.NOT_READ
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert refused(qtbot, b"") is Refusal.NOT_READ
    monkeypatch.setattr(sys, "executable", "/bin/true")
    assert refused(qtbot, b"") is Refusal.NOT_READ
