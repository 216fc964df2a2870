"""A backup holds everything and gives it back; what is none changes nothing; a death leaves the old or the new."""

import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desktop.records import restoring
from desktop.records.archive import read_all
from desktop.records.backup import back_up, name_for
from desktop.records.files import OwnFiles
from desktop.records.restoring import finish, prepare
from desktop.records.trouble import FileTroubleError, NonsenseError
from schedules.history import Drink
from tests.desktop.records.lives import NOON, ZONE, access, live, lived_in


def tree(folder: Path) -> dict[str, bytes]:
    """Every file in a folder but the database's own side files, with what is in it."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith("-journal")
    }


@pytest.fixture
def files() -> OwnFiles:
    return lived_in()


@pytest.fixture
def backup(files: OwnFiles, tmp_path: Path) -> Path:
    made = tmp_path / name_for(NOON)
    back_up(files, made, NOON)
    return made


def changed(files: OwnFiles) -> None:
    """A life that went on after the backup."""
    files.settings.write_text("[you]\ndrink_goal_ml = 1000\n")
    store = live(files.database)
    store.close()
    shutil.rmtree(files.guides)
    files.guides.mkdir()
    (files.guides / "newer.toml").write_text("x = 1\n")


def test_a_backup_gives_everything_back_and_keeps_what_was_there(files: OwnFiles, backup: Path) -> None:
    before, settings = read_all(access(files.database)), files.settings.read_bytes()
    changed(files)
    newer, newer_settings = read_all(access(files.database)), files.settings.read_bytes()
    prepare(backup, files, NOON)
    aside = finish(files)
    assert aside is not None
    assert read_all(access(files.database)) == before
    assert files.settings.read_bytes() == settings
    assert [path.name for path in files.guides.iterdir()] == ["own.toml"]
    assert read_all(access(aside / "uncramp.db")) == newer
    assert (aside / "settings.toml").read_bytes() == newer_settings
    assert [path.name for path in (aside / "guides").iterdir()] == ["newer.toml"]
    assert not (files.home / restoring.READY).exists()
    assert finish(files) is None
    assert files.database.stat().st_mode & 0o077 == 0


def test_a_store_that_is_open_goes_on_with_what_was_restored(files: OwnFiles, backup: Path) -> None:
    store = live(files.database)
    prepare(backup, files, NOON)
    finish(files)
    drinks = store.history(NOON).drinks
    assert len(drinks) == 2
    store.add(Drink(at=NOON, volume_ml=100), ZONE)
    store.close()
    assert len(read_all(access(files.database))) == 10


def test_what_is_not_in_the_backup_is_set_aside(files: OwnFiles, tmp_path: Path) -> None:
    bare = OwnFiles(
        settings=tmp_path / "no" / "settings.toml",
        database=tmp_path / "no" / "uncramp.db",
        guides=tmp_path / "no" / "guides",
        cache=files.cache,
        log=files.log,
    )
    back_up(bare, tmp_path / "bare.zip", NOON)
    prepare(tmp_path / "bare.zip", files, NOON)
    aside = finish(files)
    assert aside is not None
    assert not files.settings.exists()
    assert not files.database.exists()
    assert not files.guides.exists()
    assert {path.name for path in aside.iterdir()} >= {"settings.toml", "uncramp.db", "guides"}


def test_it_goes_into_an_empty_home(files: OwnFiles, backup: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    other = OwnFiles(
        settings=new / "config" / "settings.toml",
        database=new / "data" / "uncramp.db",
        guides=new / "data" / "guides",
        cache=new / "cache",
        log=new / "log",
    )
    prepare(backup, other, NOON)
    finish(other)
    assert read_all(access(other.database)) == read_all(access(files.database))
    assert other.settings.read_bytes() == files.settings.read_bytes()


def test_a_settings_file_behind_a_link_stays_behind_it(files: OwnFiles, backup: Path, tmp_path: Path) -> None:
    dotfiles = tmp_path / "dotfiles.toml"
    files.settings.rename(dotfiles)
    files.settings.symlink_to(dotfiles)
    expected = dotfiles.read_bytes()
    dotfiles.write_text("[you]\n")
    prepare(backup, files, NOON)
    finish(files)
    assert files.settings.is_symlink()
    assert dotfiles.read_bytes() == expected


class DiedError(BaseException):
    """Stands for a process that was killed."""


def restore(backup: Path, files: OwnFiles) -> None:
    prepare(backup, files, NOON)
    finish(files)


STEPS: tuple[Callable[[pytest.MonkeyPatch, Callable[..., object]], None], ...] = (
    lambda patch, die: patch.setattr(restoring, "unpack", die),
    lambda patch, die: patch.setattr(restoring, "_make_ready", die),
    lambda patch, die: patch.setattr(restoring, "_change_settings", die),
    lambda patch, die: patch.setattr(restoring, "_change_database", die),
    lambda patch, die: patch.setattr(restoring, "_link_or_copy", die),
    lambda patch, die: patch.setattr(shutil, "copyfile", die),
    lambda patch, die: patch.setattr(restoring, "_change_guides", die),
)


@pytest.mark.parametrize("step", range(len(STEPS)))
def test_killed_in_the_middle_it_is_the_old_or_the_new(
    files: OwnFiles, backup: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """The next start finishes what was begun, or nothing was begun."""
    new_records, new_settings = read_all(access(files.database)), files.settings.read_bytes()
    changed(files)
    old_records, old_settings = read_all(access(files.database)), files.settings.read_bytes()

    def die(*_arguments: object, **_named: object) -> None:
        raise DiedError

    with monkeypatch.context() as patch:
        STEPS[step](patch, die)
        with pytest.raises(DiedError):
            restore(backup, files)
    aside = finish(files)  # the next start
    found = (read_all(access(files.database)), files.settings.read_bytes())
    assert found == ((old_records, old_settings) if step < 2 else (new_records, new_settings))
    assert (aside is None) == (step < 2)
    if aside is not None:
        assert read_all(access(aside / "uncramp.db")) == old_records
        assert (aside / "settings.toml").read_bytes() == old_settings


def test_a_backup_made_while_somebody_writes_is_whole(files: OwnFiles, tmp_path: Path) -> None:
    expected = read_all(access(files.database))
    with access(files.database).transaction("BEGIN IMMEDIATE") as connection:
        connection.execute("DELETE FROM drinks")
        back_up(files, tmp_path / "b.zip", NOON)
        with zipfile.ZipFile(tmp_path / "b.zip") as pack:
            pack.extract("uncramp.db", tmp_path / "out")
    assert read_all(access(tmp_path / "out" / "uncramp.db")) == expected


def test_the_backup_before_stays_until_the_new_one_is_whole(
    files: OwnFiles, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = backup.read_bytes()

    def die(*_arguments: object) -> None:
        raise DiedError

    monkeypatch.setattr("desktop.records.backup.copy_database", die)
    with pytest.raises(DiedError):
        back_up(files, backup, NOON)
    assert backup.read_bytes() == before
    assert list(backup.parent.glob(".*uncramp*")) == []


def test_a_folder_that_is_not_there_is_told(files: OwnFiles, tmp_path: Path) -> None:
    with pytest.raises(FileTroubleError):
        back_up(files, tmp_path / "none" / "b.zip", NOON)


def pack(target: Path, parts: dict[str, bytes]) -> Path:
    about = {"backup.json": b'{"format": "uncramp-backup", "version": 1}'}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in (about | parts).items():
            made.writestr(name, content)
    return target


def damaged(folder: Path) -> bytes:
    live(folder / "d.db").close()
    content = bytearray((folder / "d.db").read_bytes())
    content[4096:9000] = b"\x55" * (9000 - 4096)
    return bytes(content)


def with_trigger(folder: Path) -> bytes:
    live(folder / "t.db").close()
    with closing(sqlite3.connect(folder / "t.db")) as connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON drinks BEGIN DELETE FROM cramps; END")
        connection.commit()
    return (folder / "t.db").read_bytes()


def newer(folder: Path) -> bytes:
    live(folder / "n.db").close()
    with closing(sqlite3.connect(folder / "n.db")) as connection:
        connection.execute("PRAGMA user_version = 900")
        connection.commit()
    return (folder / "n.db").read_bytes()


NO_BACKUP: dict[str, Callable[[Path], dict[str, bytes]]] = {
    "another path": lambda _folder: {"../evil.toml": b""},
    "an absolute path": lambda _folder: {"/etc/evil.toml": b""},
    "a path in a guide": lambda _folder: {"guides/../../evil.toml": b""},
    "a path of Windows": lambda _folder: {"guides/..\\evil.toml": b""},
    "another file": lambda _folder: {"run.sh": b"x"},
    "another format": lambda _folder: {"backup.json": b'{"format": "x"}'},
    "no json": lambda _folder: {"backup.json": b"{"},
    "deep json": lambda _folder: {"backup.json": b"[" * 9_000},
    "a newer backup": lambda _folder: {"backup.json": b'{"format": "uncramp-backup", "version": 9}'},
    "broken settings": lambda _folder: {"settings.toml": b"[you]\ndrink_goal_ml = 99999\n"},
    "settings that are none": lambda _folder: {"settings.toml": b"\xff\xfe"},
    "no database": lambda _folder: {"uncramp.db": b"hello" * 1000},
    "a damaged database": lambda folder: {"uncramp.db": damaged(folder)},
    "a trigger": lambda folder: {"uncramp.db": with_trigger(folder)},
    "a newer database": lambda folder: {"uncramp.db": newer(folder)},
    "a bomb": lambda _folder: {"guides/big.toml": b"\0" * 3_000_000},
    "many parts": lambda _folder: {f"guides/{n}.toml": b"" for n in range(501)},
}


@pytest.mark.parametrize("what", NO_BACKUP)
def test_what_is_no_backup_changes_nothing(files: OwnFiles, tmp_path: Path, what: str) -> None:
    bad = pack(tmp_path / "bad.zip", NO_BACKUP[what](tmp_path))
    before = tree(files.home)
    with pytest.raises(NonsenseError, match=r"bad\.zip") as refused:
        prepare(bad, files, NOON)
    assert "\n" not in str(refused.value)
    assert tree(files.home) == before
    assert not (tmp_path / "evil.toml").exists()
    assert finish(files) is None


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04nonsense", b"hello" * 100])
def test_what_is_no_zip_file_changes_nothing(files: OwnFiles, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.zip").write_bytes(content)
    with pytest.raises(NonsenseError):
        prepare(tmp_path / "bad.zip", files, NOON)


def test_a_damaged_zip_file_changes_nothing(files: OwnFiles, backup: Path) -> None:
    content = bytearray(backup.read_bytes())
    content[60:400] = bytes(340)
    backup.write_bytes(content)
    with pytest.raises(NonsenseError):
        prepare(backup, files, NOON)


def test_a_backup_that_is_gone_is_told(files: OwnFiles, tmp_path: Path) -> None:
    with pytest.raises(FileTroubleError):
        prepare(tmp_path / "gone.zip", files, NOON)
