"""The timetable on APScheduler's own scheduler, run by hand: what is set, kept, moved and dropped."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
import time_machine
from apscheduler.executors.debug import DebugExecutor
from apscheduler.schedulers.base import BaseScheduler

from schedules.timetable import Timetable

NOON = datetime(2026, 7, 15, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class LaterExecutor(DebugExecutor):  # type: ignore[misc]  # APScheduler ships no types
    """Runs jobs after the scheduler has let go of its lock, as the application's does."""

    def __init__(self) -> None:
        super().__init__()
        self._queued: list[tuple[Any, Any]] = []

    def _do_submit_job(self, job: Any, run_times: Any) -> None:  # noqa: ANN401 APScheduler ships no types
        self._queued.append((job, run_times))

    def run(self) -> None:
        while self._queued:
            super()._do_submit_job(*self._queued.pop(0))


class HandScheduler(BaseScheduler):  # type: ignore[misc]  # APScheduler ships no types
    """Runs what is due when it is told to."""

    def __init__(self) -> None:
        self.wakeups = 0
        self._later = LaterExecutor()
        super().__init__(timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True})

    def _create_default_executor(self) -> LaterExecutor:
        return self._later

    def wakeup(self) -> None:
        self.wakeups += 1

    def shutdown(self, wait: bool = True) -> None:  # noqa: FBT002 APScheduler's own protocol
        super().shutdown(wait)

    def run_due(self) -> None:
        self._process_jobs()
        self._later.run()


@pytest.fixture
def scheduler() -> Iterator[HandScheduler]:
    scheduler = HandScheduler()
    scheduler.start()
    yield scheduler
    scheduler.shutdown()


@pytest.fixture
def timetable(scheduler: HandScheduler) -> Timetable:
    return Timetable(scheduler)


@pytest.fixture
def called() -> list[str]:
    return []


def ids(scheduler: HandScheduler) -> list[str]:
    return sorted(job.id for job in scheduler.get_jobs())


def test_one_job_for_each_moment(scheduler: HandScheduler, timetable: Timetable, called: list[str]) -> None:
    with time_machine.travel(NOON, tick=False) as traveller:
        timetable.sync({"a": (NOON + MINUTE, lambda: called.append("a")), "b": (NOON + 2 * MINUTE, lambda: None)})
        assert ids(scheduler) == ["a", "b"]
        assert dict(timetable.moments) == {"a": NOON + MINUTE, "b": NOON + 2 * MINUTE}
        scheduler.run_due()
        assert called == []
        traveller.shift(MINUTE)
        scheduler.run_due()
    assert called == ["a"]
    assert list(timetable.moments) == ["b"]


def test_what_is_the_same_is_left_alone(scheduler: HandScheduler, timetable: Timetable) -> None:
    jobs = {"a": (NOON + MINUTE, lambda: None)}
    with time_machine.travel(NOON, tick=False):
        timetable.sync(jobs)
        (job,) = scheduler.get_jobs()
        timetable.sync(jobs)
        assert scheduler.get_jobs() == [job]


def test_every_new_plan_looks_at_the_clock(scheduler: HandScheduler, timetable: Timetable) -> None:
    timetable.sync({})
    wakeups = scheduler.wakeups
    timetable.sync({})
    assert scheduler.wakeups > wakeups


def test_what_is_gone_goes_and_what_has_moved_moves(
    scheduler: HandScheduler, timetable: Timetable, called: list[str]
) -> None:
    with time_machine.travel(NOON, tick=False) as traveller:
        timetable.sync({key: (NOON + MINUTE, partial(called.append, key)) for key in "abc"})
        timetable.sync(
            {"b": (NOON + MINUTE, lambda: called.append("b")), "c": (NOON + 5 * MINUTE, lambda: called.append("c"))}
        )
        assert ids(scheduler) == ["b", "c"]
        traveller.shift(2 * MINUTE)
        scheduler.run_due()
        assert called == ["b"]
        traveller.shift(5 * MINUTE)
        scheduler.run_due()
    assert called == ["b", "c"]


def test_however_late_it_runs_once(scheduler: HandScheduler, timetable: Timetable, called: list[str]) -> None:
    with time_machine.travel(NOON, tick=False) as traveller:
        timetable.sync({"a": (NOON + MINUTE, lambda: called.append("a"))})
        traveller.shift(timedelta(hours=9))
        scheduler.run_due()
        scheduler.run_due()
    assert called == ["a"]


def test_a_moment_that_has_passed_runs_at_once(
    scheduler: HandScheduler, timetable: Timetable, called: list[str]
) -> None:
    with time_machine.travel(NOON, tick=False):
        timetable.sync({"a": (NOON - timedelta(hours=1), lambda: called.append("a"))})
        scheduler.run_due()
    assert called == ["a"]


def test_a_call_may_set_the_timetable_anew(scheduler: HandScheduler, timetable: Timetable, called: list[str]) -> None:
    def replan() -> None:
        called.append("a")
        timetable.sync({"a": (NOON + 5 * MINUTE, lambda: called.append("again"))})

    with time_machine.travel(NOON, tick=False) as traveller:
        timetable.sync({"a": (NOON + MINUTE, replan), "b": (NOON + MINUTE, lambda: None)})
        traveller.shift(MINUTE)
        scheduler.run_due()
        assert dict(timetable.moments) == {"a": NOON + 5 * MINUTE}
        traveller.shift(5 * MINUTE)
        scheduler.run_due()
    assert called == ["a", "again"]


def test_a_call_that_throws_takes_no_other_along(
    scheduler: HandScheduler, timetable: Timetable, called: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise RuntimeError("a bug")

    with time_machine.travel(NOON, tick=False):
        timetable.sync({"a": (NOON, fail), "b": (NOON, lambda: called.append("b"))})
        scheduler.run_due()
    assert called == ["b"]
    assert "a bug" in caplog.text
