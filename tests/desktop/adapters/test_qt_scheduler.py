"""The scheduler on a real event loop, with a wall clock that jumps, and the timetable on it."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from desktop.adapters.clock import SystemClock
from desktop.adapters.qt_scheduler import QtWallClockScheduler
from schedules.timetable import Timetable

START = datetime(2026, 11, 20, 22, 0, tzinfo=UTC)
SOON = timedelta(milliseconds=80)


def nothing() -> None:
    """A job that does nothing."""


@pytest.fixture
def wall() -> Iterator[time_machine.Traveller]:
    """A wall clock that ticks and can be moved; Qt's timers do not see the moves, as in a suspend."""
    with time_machine.travel(START, tick=True) as traveller:
        yield traveller


@pytest.fixture
def scheduler(wall: time_machine.Traveller) -> Iterator[QtWallClockScheduler]:
    """A running scheduler that reads the wall clock every 30 ms instead of every minute."""
    del wall
    found = QtWallClockScheduler(longest_wait_ms=30)
    found.start()
    yield found
    found.shutdown()


def test_a_job_runs_in_the_gui_thread(scheduler: QtWallClockScheduler, qtbot: QtBot) -> None:
    ran: list[bool] = []
    Timetable(scheduler).sync({"a": (START + SOON, lambda: ran.append(QThread.isMainThread()))})
    qtbot.waitUntil(lambda: ran == [True])


def test_a_night_asleep_lets_a_late_job_run_once(
    scheduler: QtWallClockScheduler, wall: time_machine.Traveller, qtbot: QtBot
) -> None:
    ran: list[datetime] = []
    Timetable(scheduler).sync({"a": (START + timedelta(hours=1), lambda: ran.append(SystemClock().now()))})
    wall.shift(timedelta(hours=9))
    qtbot.waitUntil(lambda: len(ran) == 1)
    assert ran[0] >= START + timedelta(hours=9)


def test_a_clock_set_back_does_not_run_a_job_early(
    scheduler: QtWallClockScheduler, wall: time_machine.Traveller, qtbot: QtBot
) -> None:
    ran: list[str] = []
    table = Timetable(scheduler)
    table.sync({"a": (START + SOON, lambda: ran.append("a"))})
    wall.shift(-timedelta(hours=1))
    table.sync(
        {
            "a": (START + SOON, lambda: ran.append("a")),
            "b": (START - timedelta(hours=1) + SOON, lambda: ran.append("b")),
        }
    )
    qtbot.waitUntil(lambda: ran == ["b"])
    wall.shift(timedelta(hours=1))
    qtbot.waitUntil(lambda: ran == ["b", "a"])


def test_a_throwing_job_silences_no_other(
    scheduler: QtWallClockScheduler, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    ran: list[str] = []

    def throw() -> None:
        raise ZeroDivisionError

    with caplog.at_level(logging.ERROR):
        jobs = {"bad": (START + SOON, throw), "good": (START + SOON, lambda: ran.append("good"))}
        Timetable(scheduler).sync(jobs)
        qtbot.waitUntil(lambda: ran == ["good"])
    assert "ZeroDivisionError" in caplog.text


def test_a_thousand_changes_leave_one_timer(scheduler: QtWallClockScheduler, qtbot: QtBot) -> None:
    ran: list[str] = []
    table = Timetable(scheduler)
    for n in range(1000):
        table.sync({"a": (START + timedelta(hours=1, seconds=n), lambda: ran.append("late"))})
    assert scheduler.timers <= 1
    assert len(scheduler.get_jobs()) == 1
    table.sync({"b": (START + SOON, lambda: ran.append("b"))})
    qtbot.waitUntil(lambda: ran == ["b"])
    assert scheduler.get_jobs() == []


def test_a_wakeup_from_another_thread_is_heard(
    scheduler: QtWallClockScheduler, wall: time_machine.Traveller, qtbot: QtBot
) -> None:
    ran: list[str] = []
    scheduler.shutdown()
    slow = QtWallClockScheduler(longest_wait_ms=600_000)
    slow.start()
    Timetable(slow).sync({"a": (START + timedelta(minutes=5), lambda: ran.append("a"))})
    qtbot.waitUntil(lambda: slow.timers == 1)
    wall.shift(timedelta(minutes=6))

    class Other(QThread):
        def run(self) -> None:
            slow.wakeup()

    other = Other()
    other.start()
    qtbot.waitUntil(lambda: ran == ["a"])
    other.wait()
    slow.shutdown()
    scheduler.start()


def test_sync_works_by_difference(scheduler: QtWallClockScheduler) -> None:
    table = Timetable(scheduler)
    later = START + timedelta(hours=1)
    table.sync({"a": (later, nothing), "b": (later, nothing)})
    kept = scheduler.get_job("a")
    table.sync({"a": (later, nothing), "c": (later, nothing)})
    assert set(table.moments) == {"a", "c"} == {job.id for job in scheduler.get_jobs()}
    assert scheduler.get_job("a") == kept
