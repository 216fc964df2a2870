"""The database is locked or damaged while the program runs or when it starts: it goes on, and tells."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from tests.desktop.whole.resident import EVENING, WEDNESDAY, Resident
from tests.session_bus import wait_until

pytestmark = pytest.mark.desktop

GARBAGE = b"this is no database " * 1000
EXERCISE = """
version = 1
[[day]]
name = "Every day"
on = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
wake = "07:00"
bed = "23:00"
[[day.block]]
kind = "exercise"
from = "10:10"
to = "11:00"
"""
BEFORE_WARM_UP = WEDNESDAY - timedelta(seconds=4)
"""So shortly before the warm-up comes due that a test can wait for it."""


@contextmanager
def locked(uncramp: Resident) -> Iterator[None]:
    """Another program has the database to itself."""
    with closing(sqlite3.connect(uncramp.home / "uncramp.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def kept(uncramp: Resident) -> list[Path]:
    """The files in which the damaged database was kept."""
    return [file for file in uncramp.home.glob("uncramp*") if file.is_file() and file.read_bytes() == GARBAGE]


def test_a_locked_database_stops_no_prompt_and_is_told_once(uncramp: Resident) -> None:
    uncramp.settings(EXERCISE)
    uncramp.start(at=BEFORE_WARM_UP)
    with locked(uncramp):
        refused = uncramp.ask("log", "drink", "250ml")
        assert refused.status == 1
        assert refused.err.count("\n") == 1
        warm_up = uncramp.desk.wait_for_notification("Warm up")
        uncramp.desk.wait_for_notification("in use by another program")
        uncramp.desk.press("Later", on=warm_up)
        wait_until(lambda: len(uncramp.desk.shown) == 1, "an answer that can wait is taken all the same")
    uncramp.ask("log", "move")
    wait_until(lambda: not uncramp.desk.shown, "the trouble is over, and told no longer")
    told = [one for one in uncramp.desk.session.record.all if "in use" in one.title]
    assert len(told) == 1
    (again_at,) = uncramp.planned("warm-up")
    assert again_at > uncramp.clock.now()


def test_a_drink_that_cannot_be_written_keeps_its_button(uncramp: Resident) -> None:
    uncramp.start()
    uncramp.leap_to("drink")
    uncramp.desk.wait_for_notification("glass of water")
    with locked(uncramp):
        uncramp.desk.press("I drank 250 ml")
        uncramp.desk.wait_for_notification("in use by another program")
    uncramp.desk.press("I drank 250 ml", on=uncramp.desk.wait_for_notification("glass of water"))
    wait_until(lambda: uncramp.status()["intake_ml"] == 250, "the drink is logged after all")
    wait_until(lambda: not uncramp.desk.shown, "and the trouble is told no longer")


def test_a_database_that_is_locked_at_the_start_is_no_hindrance(uncramp: Resident) -> None:
    uncramp.start(at=EVENING)
    uncramp.desk.wait_for_notification("before bed")
    uncramp.kill()
    with locked(uncramp):
        uncramp.start()
        uncramp.desk.wait_for_notification("in use by another program")
    wait_until(lambda: uncramp.ask("log", "drink", "250ml").status == 0, "it goes on when the lock is gone")


def test_a_damaged_database_is_told_and_kept(uncramp: Resident) -> None:
    (uncramp.home / "uncramp.db").write_bytes(GARBAGE)
    uncramp.start()
    assert "kept as" in uncramp.desk.wait_for_notification("damaged").body
    assert uncramp.ask("log", "drink", "250ml").status == 0
    assert uncramp.status()["intake_ml"] == 250
    assert len(kept(uncramp)) == 1


def test_a_database_that_is_damaged_while_it_runs_is_kept_and_another_begun(uncramp: Resident) -> None:
    uncramp.start()
    uncramp.ask("log", "drink", "250ml")
    (uncramp.home / "uncramp.db").write_bytes(GARBAGE)
    logged = uncramp.ask("log", "drink", "300ml")
    assert (logged.status, "damaged" in logged.err) == (0, True)
    assert uncramp.status()["intake_ml"] >= 300
    assert len(kept(uncramp)) == 1


def test_a_folder_in_the_place_of_the_file_is_told_and_stops_no_prompt(uncramp: Resident) -> None:
    uncramp.settings(EXERCISE)
    uncramp.start(at=BEFORE_WARM_UP)
    (uncramp.home / "uncramp.db").unlink()
    (uncramp.home / "uncramp.db").mkdir()
    refused = uncramp.ask("log", "drink", "250ml")
    assert (refused.status, refused.err.count("\n")) == (1, 1)
    uncramp.desk.wait_for_notification("Warm up")
