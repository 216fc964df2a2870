"""The database is locked or damaged while the program runs or when it starts: it goes on, and tells."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from tests.desktop.whole.resident import EVENING, Resident
from tests.session_bus import wait_until

pytestmark = pytest.mark.desktop


@contextmanager
def locked(uncramp: Resident) -> Iterator[None]:
    """Another program has the database to itself."""
    with closing(sqlite3.connect(uncramp.home / "uncramp.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def test_a_locked_database_stops_no_prompt_and_is_told_once(uncramp: Resident) -> None:
    uncramp.start()
    with locked(uncramp):
        refused = uncramp.ask("log", "drink", "250ml")
        assert refused.status == 1
        assert refused.err.count("\n") == 1
        uncramp.wait_for_drink()
        uncramp.desk.wait_for_notification("in use by another program")
        uncramp.desk.wait_for_notification("glass of water")
        uncramp.desk.press("I drank 250 ml", on=uncramp.desk.wait_for_notification("glass of water"))
        told = [one for one in uncramp.desk.session.record.all if "in use" in one.title]
        assert len(told) == 1
        assert any("glass" in one.title for one in uncramp.desk.shown)
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
    garbage = b"this is no database " * 1000
    (uncramp.home / "uncramp.db").write_bytes(garbage)
    uncramp.start()
    assert "kept as" in uncramp.desk.wait_for_notification("damaged").body
    assert uncramp.ask("log", "drink", "250ml").status == 0
    assert uncramp.status()["intake_ml"] == 250
    kept = [file for file in uncramp.home.glob("uncramp*") if file.is_file() and file.read_bytes() == garbage]
    assert len(kept) == 1


def test_a_database_that_is_damaged_while_it_runs_is_kept_and_another_begun(uncramp: Resident) -> None:
    uncramp.start()
    uncramp.ask("log", "drink", "250ml")
    with (uncramp.home / "uncramp.db").open("r+b") as file:
        file.write(b"\0" * 200)
    uncramp.ask("log", "drink", "250ml")
    assert uncramp.ask("log", "drink", "250ml").status == 0
    assert len(list(uncramp.home.glob("uncramp*damaged*"))) == 1


def test_a_folder_that_is_not_there_any_more_is_told(uncramp: Resident) -> None:
    uncramp.start()
    (uncramp.home / "uncramp.db").unlink()
    (uncramp.home / "uncramp.db").mkdir()
    refused = uncramp.ask("log", "drink", "250ml")
    assert (refused.status, refused.err.count("\n")) == (1, 1)
    uncramp.wait_for_drink()
    uncramp.desk.wait_for_notification("glass of water")
