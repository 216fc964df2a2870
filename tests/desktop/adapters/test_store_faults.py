"""A database that is locked, read-only, full, broken or too new: a clear message, and the store goes on."""

import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.adapters import store_rescue
from desktop.adapters.migrations import LATEST
from desktop.adapters.store import NewerStoreError, SqliteStore, StoreError, StoreSetAsideError
from schedules.history import Cramp, Drink, History, StepDone
from tests.clock import START, FakeClock
from tests.desktop.adapters.test_store_processes import told, worker
from tests.desktop.store_contract import CRAMP, DRINK, ENTRIES, NOON, PROMPT, ROUTINE, ZONE

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
MANY = 400


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "records" / "uncramp.db"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(path, FakeClock(), busy_timeout=timedelta(milliseconds=20))
    yield store
    store.close()


def fill(path: Path) -> None:
    """A file of many pages, all of them in use."""
    store = SqliteStore(path, FakeClock())
    for entry in (*ENTRIES, *ENTRIES):
        store.add(entry, ZONE)
    store.save_prompt(PROMPT, ZONE)
    store.add_steps(2, (StepDone(index=0, step="calf"),))
    store.set_state("onboarding", "done")
    store.close()
    connection = sqlite3.connect(path)
    connection.executemany(
        "INSERT INTO cramps (id, zone, onset_at, tried, helped, note) VALUES (?, 'UTC', 0, '[]', '[]', ?)",
        [(100 + number, f"{number} {'x' * 500}") for number in range(MANY)],
    )
    connection.commit()
    connection.close()


def set_aside(path: Path) -> list[Path]:
    return sorted(path.parent.glob("uncramp.db.broken-*"))


class TestLocked:
    @pytest.mark.parametrize("existing", [True, False])
    def test_every_call_says_so_and_all_is_well_afterwards(
        self, store: SqliteStore, path: Path, existing: bool
    ) -> None:
        if existing:
            store.add(DRINK, ZONE)
        else:
            path.parent.mkdir()
        calls: tuple[Callable[[], object], ...] = (
            lambda: store.add(DRINK, ZONE),
            lambda: store.history(LONG_AGO),
            store.undo,
            store.last_entry,
            lambda: store.save_prompt(PROMPT, ZONE),
            store.paused_until,
            lambda: store.set_state("a", "b"),
            store.open,
        )
        with worker("hold", path, "BEGIN EXCLUSIVE") as process:
            assert told(process, 1) == [{"kind": "held"}]
            for call in calls:
                with pytest.raises(StoreError, match="in use by another program") as error:
                    call()
                assert str(path) in error.value.remedy
        assert store.add(DRINK, ZONE) == 1 + existing
        assert set_aside(path) == []

    def test_one_that_another_process_writes_can_still_be_read(self, store: SqliteStore, path: Path) -> None:
        store.add(DRINK, ZONE)
        with worker("hold", path, "BEGIN IMMEDIATE") as process:
            assert told(process, 1) == [{"kind": "held"}]
            assert len(store.history(NOON).drinks) == 1
            with pytest.raises(StoreError, match="in use"):
                store.add(DRINK, ZONE)

    def test_a_reader_that_does_not_finish_holds_up_a_write_and_nothing_of_it_stays(
        self, store: SqliteStore, path: Path
    ) -> None:
        store.add(DRINK, ZONE)
        reader = sqlite3.connect(path, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM drinks").fetchall()
        with pytest.raises(StoreError, match="in use"):
            store.add(DRINK, ZONE)
        reader.execute("COMMIT")
        reader.close()
        assert len(store.history(NOON).drinks) == 1
        assert store.add(DRINK, ZONE) == 2


class TestReadOnly:
    @pytest.fixture
    def folder(self) -> Iterator[Path]:
        # Not the folder of the test: another user may enter this one.
        folder = Path(tempfile.mkdtemp())
        yield folder
        folder.chmod(0o700)
        shutil.rmtree(folder)

    def test_a_folder_without_a_file(self, folder: Path) -> None:
        folder.chmod(0o555)
        with worker("without-rights", folder / "uncramp.db") as process:
            results = told(process)
        assert [result["kind"] for result in results] == ["error"] * 5
        assert {result["title"] for result in results} == {"The records cannot be opened or written."}
        assert str(folder) in results[0]["remedy"]
        assert list(folder.iterdir()) == []

    def test_a_file_can_still_be_read(self, folder: Path) -> None:
        path = folder / "uncramp.db"
        store = SqliteStore(path, FakeClock())
        store.add(DRINK, ZONE)
        store.close()
        for each in folder.iterdir():
            each.chmod(0o444)
        folder.chmod(0o555)
        before = path.read_bytes()
        with worker("without-rights", path) as process:
            results = told(process)
        assert [result["kind"] for result in results] == ["error", "error", "error", "done", "error"]
        assert results[3]["result"] == 1
        assert path.read_bytes() == before


class TestFull:
    @pytest.mark.parametrize("room", [0, 1000, 20_000, 50_001])
    def test_what_was_confirmed_stays_and_the_rest_is_refused(self, path: Path, room: int) -> None:
        with worker("until-full", path, str(room)) as process:
            lines = told(process)
        confirmed = [line["number"] for line in lines if line["kind"] == "cramp"]
        errors = [line for line in lines if line["kind"] == "error"]
        assert len(errors) == 3
        assert all(error["title"].startswith(("There is no room", "The records could not")) for error in errors)
        assert lines[-1] == {"kind": "still readable", "count": len(confirmed)}
        store = SqliteStore(path, FakeClock())
        assert [int(cramp.note.split()[0]) for cramp in store.history(LONG_AGO).cramps] == confirmed
        store.add(CRAMP, ZONE)
        store.close()
        assert set_aside(path) == []

    def test_no_room_is_called_no_room(self, store: SqliteStore, path: Path) -> None:
        fill(path)
        store.open()
        with store._access.transaction("BEGIN") as connection:
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError, match="no room left on the disk"):
            store.add(Cramp(onset_at=START, note="x" * 100_000), ZONE)
        store.add(Cramp(onset_at=START, note="x" * 100_000), ZONE)


class TestBroken:
    def test_no_database_at_all(self, store: SqliteStore, path: Path) -> None:
        path.parent.mkdir()
        path.write_bytes(b"Dear diary" * 1000)
        notice = store.open()
        assert isinstance(notice, StoreSetAsideError)
        assert notice.carried_over == 0
        assert notice.kept == path.with_name("uncramp.db.broken-20260715-120000")
        assert notice.kept.read_bytes() == b"Dear diary" * 1000
        assert "damaged" in notice.title
        assert str(notice.kept) in notice.remedy
        assert store.open() is None
        assert store.add(DRINK, ZONE) == 1

    def test_one_that_breaks_while_it_is_in_use_is_told_once(self, store: SqliteStore, path: Path) -> None:
        store.add(DRINK, ZONE)
        path.write_bytes(b"\0" * 5000)
        with pytest.raises(StoreSetAsideError):
            store.history(NOON)
        assert store.history(NOON) == History()
        assert store.add(DRINK, ZONE) == 1

    def test_two_in_one_second_are_both_kept(self, store: SqliteStore, path: Path) -> None:
        path.parent.mkdir()
        for nonsense in (b"one" * 1000, b"two" * 1000):
            path.write_bytes(nonsense)
            assert store.open() is not None
        assert [kept.read_bytes()[:3] for kept in set_aside(path)] == [b"one", b"two"]

    @pytest.mark.parametrize("pages", [0.9, 0.5, 0.1])
    def test_cut_short_at_its_end(self, store: SqliteStore, path: Path, pages: float) -> None:
        fill(path)
        whole = path.read_bytes()
        cut = whole[: int(len(whole) * pages) // 4096 * 4096 + 100]
        path.write_bytes(cut)
        notice = store.open()
        assert notice is not None
        assert notice.kept.read_bytes() == cut
        store.add(DRINK, ZONE)

    def test_what_can_still_be_read_is_carried_over(self, store: SqliteStore, path: Path) -> None:
        fill(path)
        before = store.history(LONG_AGO)
        store.close()
        damage_one_page(path, b"10 xxx")
        with pytest.raises(StoreSetAsideError) as told_once:
            store.history(LONG_AGO - timedelta(days=36500))
        after = store.history(LONG_AGO - timedelta(days=36500))
        cramps = {cramp.note.split()[0] for cramp in after.cramps}
        assert (after.drinks, after.routines, after.exercises, after.prompts) == (
            before.drinks,
            before.routines,
            before.exercises,
            before.prompts,
        )
        assert {"0", "1", str(MANY - 1)} <= cramps
        assert "10" not in cramps
        assert MANY - 20 < len(after.cramps) < MANY + 2
        assert told_once.value.carried_over == len(after.cramps) + 6
        assert store.steps_of(2) == (StepDone(index=0, step="calf"),)
        assert store.get_state("onboarding") == "done"
        assert str(told_once.value.carried_over) in told_once.value.remedy

    def test_a_write_that_was_cut_short_has_the_file_looked_over(self, store: SqliteStore, path: Path) -> None:
        fill(path)
        damage_one_page(path, b"10 xxx")
        assert store.open() is None
        path.with_name("uncramp.db-journal").write_bytes(b"not a journal")
        assert isinstance(store.open(), StoreSetAsideError)

    def test_another_process_sees_the_new_file_at_its_next_call(self, store: SqliteStore, path: Path) -> None:
        fill(path)
        other = SqliteStore(path, FakeClock())
        other.add(DRINK, ZONE)
        damage_one_page(path, b"10 xxx")
        with pytest.raises(StoreSetAsideError):
            store.history(LONG_AGO - timedelta(days=36500))
        number = other.add(Drink(at=NOON, volume_ml=77), ZONE)
        assert Drink(at=NOON, volume_ml=77, id=number) in store.history(NOON).drinks
        other.close()

    def test_a_file_that_is_deleted_while_in_use_is_made_anew(self, store: SqliteStore, path: Path) -> None:
        store.add(DRINK, ZONE)
        path.unlink()
        assert store.history(NOON) == History()
        assert store.add(DRINK, ZONE) == 1
        assert path.exists()

    def test_a_file_that_is_emptied_while_in_use_is_begun_anew(self, store: SqliteStore, path: Path) -> None:
        store.add(DRINK, ZONE)
        path.write_bytes(b"")
        assert store.add(DRINK, ZONE) == 1
        assert set_aside(path) == []

    def test_a_sound_file_is_never_set_aside(self, path: Path) -> None:
        fill(path)
        assert store_rescue.set_aside(path, START, timedelta(seconds=1)) is None
        assert set_aside(path) == []

    def test_no_room_for_a_new_file_leaves_the_damaged_one_where_it_is(self, path: Path) -> None:
        path.parent.mkdir()
        path.write_bytes(b"Dear diary" * 1000)
        with worker("open-without-room", path) as process:
            (line,) = told(process)
        assert line["kind"] == "error"
        assert path.read_bytes() == b"Dear diary" * 1000
        assert {each.name for each in path.parent.iterdir()} == {"uncramp.db", "uncramp.db.lock"}

    def test_what_keeps_it_from_being_set_aside_is_told_at_every_call(self, store: SqliteStore, path: Path) -> None:
        path.parent.mkdir()
        path.write_bytes(b"Dear diary" * 1000)
        in_the_way = path.with_name("uncramp.db.new")
        in_the_way.mkdir()
        for call in (store.open, store.undo):
            with pytest.raises(StoreError) as error:
                call()
            assert not isinstance(error.value, StoreSetAsideError)
        in_the_way.rmdir()
        assert isinstance(store.open(), StoreSetAsideError)

    def test_a_disk_without_hard_links(self, store: SqliteStore, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(_self: Path, _target: Path) -> None:
            raise PermissionError

        monkeypatch.setattr(Path, "hardlink_to", refuse)
        path.parent.mkdir()
        path.write_bytes(b"Dear diary" * 1000)
        notice = store.open()
        assert notice is not None
        assert notice.kept.read_bytes() == b"Dear diary" * 1000
        assert store.add(DRINK, ZONE) == 1

    def test_a_head_that_says_the_file_can_only_be_read(self, store: SqliteStore, path: Path, filled: Path) -> None:
        path.parent.mkdir()
        head = bytearray(filled.read_bytes())
        head[18], head[60:64] = 0x20, b"\x9a\xd5\x0d\x65"  # the format for writing, and a version of no program
        path.write_bytes(head)
        assert isinstance(store.open(), StoreSetAsideError)
        assert store.add(DRINK, ZONE) >= 1

    def test_a_head_that_says_only_that(self, store: SqliteStore, path: Path, filled: Path) -> None:
        """All else is sound, so nothing but a write notices."""
        path.parent.mkdir()
        head = bytearray(filled.read_bytes())
        head[18] = 0x7E
        path.write_bytes(head)
        with pytest.raises(StoreSetAsideError) as told:
            store.add(DRINK, ZONE)
        assert told.value.carried_over >= MANY
        assert store.add(DRINK, ZONE) > MANY

    @pytest.mark.parametrize("code", [sqlite3.SQLITE_READONLY, sqlite3.SQLITE_READONLY_RECOVERY])
    def test_one_that_can_only_be_read_needs_no_keeping_out(self, code: int) -> None:
        class Refusing(sqlite3.Connection):
            def execute(self, *_told: object) -> sqlite3.Cursor:
                error = sqlite3.OperationalError("attempt to write a readonly database")
                error.sqlite_errorcode = code
                raise error

        with closing(sqlite3.connect(":memory:", factory=Refusing)) as connection:
            store_rescue._keep_writers_out(connection)

    @given(seed=st.integers(0, 2**32), times=st.integers(1, 40), cut=st.just(0.0) | st.floats(0, 1))
    def test_whatever_happens_to_its_bytes(self, filled: Path, seed: int, times: int, cut: float) -> None:
        damaged = bytearray(filled.read_bytes())
        chance = random.Random(seed)  # noqa: S311 - bytes without a meaning
        for _ in range(times):
            at = chance.randrange(chance.choice((100, 4096, len(damaged))))
            length = chance.choice((1, 2, 100, 5000))
            damaged[at : at + length] = chance.randbytes(len(damaged[at : at + length]))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "uncramp.db"
            path.write_bytes(damaged[: int(len(damaged) * (1 - cut))])
            use_after_damage(path)


def use_after_damage(path: Path) -> None:
    """Whatever the store meets, it says so as a `StoreError`; nothing is thrown away; unless refused, it works."""
    size = path.stat().st_size
    store = SqliteStore(path, FakeClock())
    told: list[StoreError] = []
    for call in (store.last_entry, lambda: store.history(LONG_AGO), store.undo, lambda: store.steps_of(2)):
        try:
            call()
        except StoreError as error:
            told.append(error)
    assert all(notice.kept.stat().st_size == size for notice in told if isinstance(notice, StoreSetAsideError))
    if any(isinstance(each, NewerStoreError) for each in told):
        assert path.stat().st_size == size
        assert set_aside(path) == []
    else:
        with suppress(StoreSetAsideError):
            store.add(DRINK, ZONE)
        assert store.add(DRINK, ZONE) >= 1
    store.close()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of many pages. Not its bytes: hypothesis would rather speak of them than of what went wrong."""
    path = tmp_path_factory.mktemp("filled") / "uncramp.db"
    fill(path)
    return path


def damage_one_page(path: Path, marker: bytes) -> None:
    """Overwrite the head of the page that holds some bytes."""
    content = bytearray(path.read_bytes())
    page = content.index(marker) // 4096 * 4096
    content[page : page + 64] = b"\xff" * 64
    path.write_bytes(content)


class TestNewer:
    def test_one_of_a_newer_version_is_refused_and_left_untouched(self, store: SqliteStore, path: Path) -> None:
        fill(path)
        connection = sqlite3.connect(path)
        connection.execute(f"PRAGMA user_version = {LATEST + 1}")
        connection.close()
        before = path.read_bytes()
        for call in (store.open, lambda: store.add(DRINK, ZONE), lambda: store.history(NOON)):
            with pytest.raises(NewerStoreError, match="newer version of Uncramp") as error:
                call()
            assert "Update" in error.value.remedy
        assert path.read_bytes() == before
        assert set_aside(path) == []

    def test_one_that_is_updated_while_in_use_is_let_alone_from_then_on(self, store: SqliteStore, path: Path) -> None:
        store.add(DRINK, ZONE)
        connection = sqlite3.connect(path)
        connection.executescript(f"DROP TABLE drinks; PRAGMA user_version = {LATEST + 1}")
        connection.close()
        before = path.read_bytes()
        with pytest.raises(NewerStoreError):
            store.add(DRINK, ZONE)
        assert path.read_bytes() == before
        assert set_aside(path) == []


def test_a_file_without_our_tables_is_set_aside(store: SqliteStore, path: Path) -> None:
    store.add(ROUTINE, ZONE)
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE drinks")
    connection.close()
    with pytest.raises(StoreSetAsideError):
        store.history(NOON)
    assert len(store.history(NOON).routines) == 1
