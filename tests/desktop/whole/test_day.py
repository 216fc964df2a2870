"""Days that a machine sleeps through, and the guide that a prompt opens."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from tests.desktop.whole.resident import EVENING, WEDNESDAY, Resident
from tests.session_bus import wait_until

pytestmark = pytest.mark.desktop


def outcomes(uncramp: Resident) -> list[str]:
    """What became of the prompts so far, the earliest first."""
    with closing(sqlite3.connect(uncramp.home / "uncramp.db")) as records:
        return [outcome for (outcome,) in records.execute("SELECT outcome FROM prompts ORDER BY due_at")]


def runs(uncramp: Resident) -> list[tuple[str, str | None, int]]:
    """Every guide that was run, how it felt, and how many steps are kept of it."""
    steps = "(SELECT count(*) FROM steps WHERE routine_id = routines.id)"
    with closing(sqlite3.connect(uncramp.home / "uncramp.db")) as records:
        return records.execute(f"SELECT routine, feeling, {steps} FROM routines").fetchall()  # noqa: S608


def test_a_machine_that_slept_for_hours_wakes_to_one_prompt_at_most(uncramp: Resident) -> None:
    uncramp.start()
    uncramp.leap_to("drink")
    uncramp.desk.wait_for_notification("glass of water")
    uncramp.clock.move(timedelta(hours=6))
    uncramp.stir()
    wait_until(lambda: len(outcomes(uncramp)) > 1 and None not in outcomes(uncramp), "all of it is let go")
    assert set(outcomes(uncramp)) == {"expired"}  # a prompt on show that was slept through was not ignored
    assert len(uncramp.desk.shown) <= 1
    assert all(moment > uncramp.clock.now() - timedelta(minutes=15) for moment in uncramp.planned("drink"))


def test_a_machine_that_slept_through_the_night_begins_the_new_day(uncramp: Resident) -> None:
    uncramp.start(at=EVENING)
    uncramp.desk.wait_for_notification("before bed")
    uncramp.clock.move(timedelta(hours=9, minutes=30))
    uncramp.ask("log", "drink", "250ml")
    wait_until(lambda: not uncramp.desk.shown, "yesterday's prompt is gone")
    assert uncramp.plan()["date"] == "2026-07-16"
    assert uncramp.status()["intake_ml"] == 250


def test_a_clock_that_is_set_back_repeats_nothing(uncramp: Resident) -> None:
    uncramp.start()
    uncramp.leap_to("drink")
    uncramp.desk.press("I drank 250 ml", on=uncramp.desk.wait_for_notification("glass of water"))
    wait_until(lambda: uncramp.status()["intake_ml"] == 250, "the drink is logged")
    uncramp.clock.move(-timedelta(minutes=30))
    uncramp.stir()
    assert uncramp.desk.shown == ()
    assert min(uncramp.planned("drink")) > WEDNESDAY


def test_a_start_by_a_clock_that_was_hours_ahead_costs_no_hours(uncramp: Resident) -> None:
    uncramp.start(at=WEDNESDAY + timedelta(hours=5))
    uncramp.clock.move(-timedelta(hours=5))
    assert min(uncramp.planned("drink")) < WEDNESDAY + timedelta(minutes=30)


def test_a_night_that_was_not_finished_is_closed_at_the_next_start(uncramp: Resident) -> None:
    uncramp.start(at=EVENING)
    uncramp.desk.wait_for_notification("before bed")
    uncramp.kill()
    uncramp.clock.move(timedelta(hours=9), runs=False)
    uncramp.start()
    assert outcomes(uncramp) == ["expired"]
    assert uncramp.desk.shown == ()


def test_the_bedtime_prompt_opens_the_guide(uncramp: Resident) -> None:
    uncramp.desk.tray_host().start()
    uncramp.start(at=EVENING)
    uncramp.desk.wait_for_notification("before bed")
    uncramp.desk.press("Start stretches")
    wait_until(lambda: uncramp.desk.windows("bed"), "the guide opens")
    assert uncramp.desk.shown == ()
    assert outcomes(uncramp) == ["done"]
    (window,) = uncramp.desk.windows("bed")
    uncramp.desk.press_keys(window, "plus", "plus", "plus")
    wait_until(lambda: runs(uncramp), "the first hold is in the store as it is over")

    def closed() -> bool:
        # The question comes in between, once; Escape leaves it out.
        for there in uncramp.desk.windows("bed"):
            uncramp.desk.press_keys(there, "Escape")
        return not uncramp.desk.windows("bed")

    wait_until(closed, "the guide closes")
    assert [(routine, feeling) for routine, feeling, _steps in runs(uncramp)] == [("bedtime", None)]
    assert runs(uncramp)[0][2] >= 1
