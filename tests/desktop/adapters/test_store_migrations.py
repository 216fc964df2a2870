"""Files of older versions are brought to the latest one, with all that is in them, or stay as they are."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.adapters import store_file
from desktop.adapters.migrations import LATEST, MIGRATIONS
from desktop.adapters.store import SqliteStore
from desktop.adapters.store_file import connect, migrate
from schedules.history import Cramp, Exercise, History, RoutineDone, StepDone
from schedules.settings import Effort
from tests.clock import FakeClock
from tests.desktop.store_contract import CRAMP, DRINK, EXERCISE, HOUR, NOON, PROMPT, ROUTINE

VERSION_1 = Path(__file__).with_name("store_version_1.sql").read_text(encoding="utf-8")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of version 1."""
    path = tmp_path / "uncramp.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(VERSION_1)
    return path


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(path, FakeClock())
    yield store
    store.close()


def schema(path: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    return {(name, " ".join(sql.split())) for name, sql in found}


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def made_by(statements: int, path: Path) -> Path:
    path.touch()
    with closing(connect(path, timedelta(0))) as connection:
        migrate(connection, up_to=statements)
    return path


def test_version_1_keeps_all_that_is_in_it(store: SqliteStore, path: Path) -> None:
    assert store.open() is None
    assert version(path) == LATEST
    last = Exercise(started_at=NOON + HOUR, lasted=timedelta(0), effort=Effort.LIGHT, id=8)
    assert store.history(NOON) == History(
        drinks=(replace(DRINK, id=1),),
        routines=(replace(ROUTINE, id=2), RoutineDone(started_at=NOON + HOUR, routine="move", id=6)),
        cramps=(replace(CRAMP, id=3), Cramp(onset_at=NOON + HOUR, id=7)),
        exercises=(replace(EXERCISE, id=4), last),
        prompts=(PROMPT,),
    )
    assert store.get_state("onboarding") == "done"
    assert store.paused_until() == NOON
    assert store.undo() == last


def test_version_1_has_what_came_later(store: SqliteStore) -> None:
    step = StepDone(index=0, step="calf", held=HOUR)
    store.add_steps(2, (step,))
    assert store.steps_of(2) == (step,)
    assert store.add(DRINK, "UTC") == 9


def test_an_old_file_ends_up_like_a_new_one(store: SqliteStore, path: Path, tmp_path: Path) -> None:
    store.open()
    assert schema(path) == schema(made_by(LATEST, tmp_path / "new.db"))


def test_a_migration_that_was_released_is_not_edited(path: Path, tmp_path: Path) -> None:
    assert schema(made_by(1, tmp_path / "new.db")) == schema(path)


def test_a_migration_that_cannot_finish_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = schema(path)
    breaks = (*MIGRATIONS, ("CREATE TABLE more (some TEXT)", "INSERT INTO nowhere VALUES (1)"))
    monkeypatch.setattr(store_file, "MIGRATIONS", breaks)
    with closing(connect(path, timedelta(0))) as connection, pytest.raises(sqlite3.OperationalError):
        migrate(connection, up_to=len(breaks))
    assert schema(path) == before
    assert version(path) == 1


def test_a_damaged_file_of_an_old_version_is_carried_over_and_brought_up_to_date(
    store: SqliteStore, path: Path
) -> None:
    content = bytearray(path.read_bytes())
    page = content.index(b"Zwei Minuten") // 4096 * 4096
    content[page : page + 64] = b"\xff" * 64
    path.write_bytes(content)
    path.with_name("uncramp.db-journal").write_bytes(b"cut short")
    notice = store.open()
    assert notice is not None
    assert notice.carried_over == 5
    assert version(notice.kept) == 1
    found = store.history(NOON)
    assert (len(found.drinks), len(found.routines), len(found.cramps), len(found.exercises)) == (1, 2, 0, 2)
    assert version(path) == LATEST
