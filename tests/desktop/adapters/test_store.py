"""The store in a real file, and the one in memory, by the same contract."""

import sqlite3
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.adapters.store import SqliteStore
from desktop.adapters.store_tables import ENTRY_TABLES, PROMPTS, Table
from desktop.ports import LogEntry
from schedules.history import Cramp, Drink, Exercise, PromptRecord, RoutineDone, StepDone
from tests.clock import FakeClock
from tests.desktop.fake_store import RecordingStore, in_utc
from tests.desktop.store_contract import DRINK, ENTRIES, HOUR, NOON, PROMPT, ROUTINE, ZONE, StoreContract, logged


class TestRecordingStore(StoreContract):
    @pytest.fixture
    def store(self) -> RecordingStore:
        return RecordingStore()


class TestSqliteStore(StoreContract):
    @pytest.fixture
    def store(self, sqlite_store: SqliteStore) -> SqliteStore:
        return sqlite_store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "records" / "uncramp.db"


@pytest.fixture
def sqlite_store(path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(path, FakeClock())
    assert store.open() is None
    yield store
    store.close()


def rows(path: Path, statement: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(statement).fetchall()
    finally:
        connection.close()


def test_a_constructor_touches_nothing(path: Path) -> None:
    SqliteStore(path, FakeClock())
    assert not path.parent.exists()


def test_it_opens_itself_when_it_is_first_used(path: Path) -> None:
    store = SqliteStore(path, FakeClock())
    number = store.add(DRINK, ZONE)
    store.close()
    assert rows(path, "SELECT id FROM drinks") == [(number,)]


def test_use_from_another_thread_is_a_bug_and_no_fault_of_the_file(sqlite_store: SqliteStore) -> None:
    with ThreadPoolExecutor() as threads, pytest.raises(sqlite3.ProgrammingError):
        threads.submit(sqlite_store.history, NOON).result()
    assert sqlite_store.add(DRINK, ZONE) == 1


def test_only_its_owner_reads_it(sqlite_store: SqliteStore, path: Path) -> None:
    sqlite_store.add(DRINK, ZONE)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}


def test_a_file_that_others_could_read_is_closed_to_them(path: Path) -> None:
    path.parent.mkdir()
    path.touch(mode=0o644)
    SqliteStore(path, FakeClock()).open()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_all_is_there_after_a_restart(sqlite_store: SqliteStore, path: Path) -> None:
    numbers = [sqlite_store.add(entry, ZONE) for entry in ENTRIES]
    sqlite_store.save_prompt(PROMPT, ZONE)
    sqlite_store.set_paused_until(NOON)
    before = sqlite_store.history(NOON)
    sqlite_store.close()
    again = SqliteStore(path, FakeClock())
    assert again.history(NOON) == before
    assert again.paused_until() == NOON
    assert [again.undo() is not None for _ in numbers] == [True] * len(numbers)
    again.close()


def test_the_zone_lived_in_is_kept(sqlite_store: SqliteStore, path: Path) -> None:
    for entry, table in zip(ENTRIES, ENTRY_TABLES, strict=True):
        number = sqlite_store.add(entry, "Asia/Kathmandu")
        assert rows(path, f"SELECT id, zone FROM {table.name}") == [(number, "Asia/Kathmandu")]  # noqa: S608
    sqlite_store.save_prompt(PROMPT, "Europe/Berlin")
    assert rows(path, "SELECT zone FROM prompts") == [("Europe/Berlin",)]


def test_what_is_taken_back_stays_in_the_file(sqlite_store: SqliteStore, path: Path) -> None:
    for entry in ENTRIES:
        sqlite_store.add(entry, ZONE)
        sqlite_store.undo()
    for table in ENTRY_TABLES:
        assert rows(path, f"SELECT taken_back FROM {table.name}") == [(1,)]  # noqa: S608


def test_a_commit_waits_for_the_disk(sqlite_store: SqliteStore) -> None:
    with sqlite_store._access.transaction("BEGIN") as connection:
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("truncate",)


@pytest.mark.parametrize("table", [*ENTRY_TABLES, PROMPTS], ids=lambda table: table.name)
def test_history_uses_an_index_and_sorts_nothing(sqlite_store: SqliteStore, path: Path, table: Table[object]) -> None:
    plan = " ".join(str(row[3]) for row in rows(path, f"EXPLAIN QUERY PLAN {table.between.replace('?', '1')}"))
    assert f"SEARCH {table.name} USING INDEX {table.name}_{table.at}" in plan
    assert "TEMP" not in plan


@pytest.mark.parametrize("table", ENTRY_TABLES, ids=lambda table: table.name)
def test_undo_looks_at_the_end_of_each_table_and_sorts_nothing(
    sqlite_store: SqliteStore, path: Path, table: Table[object]
) -> None:
    assert [row[3] for row in rows(path, f"EXPLAIN QUERY PLAN {table.newest}")] == [f"SCAN {table.name}"]
    assert [row[3] for row in rows(path, f"EXPLAIN QUERY PLAN {table.highest_number}")] == [f"SEARCH {table.name}"]


def test_steps_are_found_by_an_index(sqlite_store: SqliteStore, path: Path) -> None:
    routine = sqlite_store.add(ROUTINE, ZONE)
    sqlite_store.add_steps(routine, (StepDone(index=0, step="a"),))
    (step,) = rows(path, 'EXPLAIN QUERY PLAN SELECT * FROM steps WHERE routine_id = 1 ORDER BY "index"')
    assert str(step[3]).startswith("SEARCH steps USING INDEX")


def test_a_record_that_cannot_be_read_does_not_hide_the_others(
    sqlite_store: SqliteStore, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    sqlite_store.add(DRINK, ZONE)
    for entry in ENTRIES:
        sqlite_store.add(entry, ZONE)
    connection = sqlite3.connect(path)
    connection.executescript("""
        UPDATE drinks SET at = 'soon' WHERE id = 2; UPDATE routines SET lasted = 9e99;
        UPDATE cramps SET muscle = 'elbow'; UPDATE exercises SET effort = x'00ff';
    """)
    connection.close()
    assert [entry.id for entry in logged(sqlite_store.history(NOON - HOUR))] == [1]
    last = sqlite_store.undo()
    assert last is not None
    assert last.id == 1
    assert sqlite_store.undo() is None
    assert "cramps that cannot be read and are left out: 1" in caplog.text
    assert "elbow" not in caplog.text
    assert rows(path, "SELECT muscle FROM cramps") == [("elbow",)]


def test_a_pause_that_cannot_be_read_is_none(sqlite_store: SqliteStore) -> None:
    for nonsense in ("soon", "9" * 30):
        sqlite_store.set_state("paused_until", nonsense)
        assert sqlite_store.paused_until() is None


MOMENTS = st.datetimes(
    min_value=datetime(1900, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    max_value=datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.timezones(),
)
SPANS = st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=400))
WHOLE = st.integers(min_value=-(2**63), max_value=2**63 - 1)
ENTRY = st.one_of(
    st.builds(Drink, at=MOMENTS, volume_ml=WHOLE, id=st.none()),
    st.builds(RoutineDone, started_at=MOMENTS, lasted=SPANS, steps_done=WHOLE, steps=WHOLE, id=st.none()),
    st.builds(
        Cramp,
        onset_at=MOMENTS,
        lasted=st.none() | SPANS,
        severity_nrs=st.none() | WHOLE,
        sleep_disturbance_nrs=st.none() | WHOLE,
        id=st.none(),
    ),
    st.builds(Exercise, started_at=MOMENTS, lasted=SPANS, id=st.none()),
)
PROMPT_RECORD = st.builds(
    PromptRecord,
    due_at=MOMENTS,
    volume_ml=st.none() | WHOLE,
    shown_at=st.none() | MOMENTS,
    outcome_at=st.none() | MOMENTS,
    show_again_at=st.none() | MOMENTS,
)
LONG_AGO = datetime(1800, 1, 1, tzinfo=UTC)


@given(entry=ENTRY, later=ENTRY)
def test_every_entry_survives_the_file(shared_store: SqliteStore, entry: LogEntry, later: LogEntry) -> None:
    number = shared_store.add(entry, ZONE)
    assert shared_store.last_entry() == in_utc(replace(entry, id=number))
    if type(later) is type(entry):
        shared_store.replace(replace(later, id=number))
        assert shared_store.last_entry() == in_utc(replace(later, id=number))
    shared_store.undo()


@given(record=PROMPT_RECORD)
def test_every_prompt_survives_the_file(shared_store: SqliteStore, record: PromptRecord) -> None:
    shared_store.save_prompt(record, ZONE)
    assert in_utc(record) in shared_store.history(LONG_AGO).prompts


@given(steps=st.lists(st.builds(StepDone, index=WHOLE, held=SPANS), unique_by=lambda step: step.index))
def test_all_steps_survive_the_file(shared_store: SqliteStore, steps: list[StepDone]) -> None:
    routine = shared_store.add(ROUTINE, ZONE)
    shared_store.add_steps(routine, steps)
    assert shared_store.steps_of(routine) == tuple(sorted(steps, key=lambda step: step.index))


@given(until=MOMENTS, key=st.text(), value=st.text())
def test_state_survives_the_file(shared_store: SqliteStore, until: datetime, key: str, value: str) -> None:
    shared_store.set_paused_until(until)
    shared_store.set_state(f"test {key}", value)
    assert shared_store.paused_until() == until.astimezone(UTC)
    assert shared_store.get_state(f"test {key}") == value


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    store = SqliteStore(tmp_path_factory.mktemp("shared") / "uncramp.db", FakeClock())
    yield store
    store.close()
