"""After everything is deleted nothing of it is on the disk, and nothing else is gone."""

import logging
from pathlib import Path

import pytest

from desktop.adapters.log_file import start_logging
from desktop.records.backup import back_up
from desktop.records.erasing import erase
from desktop.records.files import OwnFiles, own_files
from desktop.records.restoring import finish, prepare
from tests.desktop.records.lives import NOON, lived_in


def everything(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def mishaps(files: OwnFiles, tmp_path: Path) -> None:
    """What may lie about after a few years."""
    back_up(files, tmp_path / "b.zip", NOON)
    prepare(tmp_path / "b.zip", files, NOON)
    finish(files)
    for name in ("uncramp.db.broken-20260101-000000", "uncramp.db.lock", "uncramp.db-journal"):
        files.database.with_name(name).touch()
    files.settings.with_name(".settings.toml.abc.uncramp-new").touch()


def test_nothing_remains_in_a_home_that_was_named(tmp_path: Path, home: Path) -> None:
    before = everything(tmp_path)
    files = lived_in()
    mishaps(files, tmp_path)
    (tmp_path / "b.zip").unlink()
    socket = tmp_path / "run" / "uncramp" / "x.sock"
    socket.parent.mkdir()
    socket.touch()
    assert erase(files, socket) == ()
    assert everything(tmp_path) == before - {home.name}


def test_nothing_remains_in_the_folders_of_the_platform(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("UNCRAMP_HOME")
    before = everything(tmp_path)
    files = lived_in()
    mishaps(files, tmp_path)
    (files.home / "of a version to come").touch()
    (tmp_path / "b.zip").unlink()
    assert erase(files) == ()
    assert everything(tmp_path) == before


def test_what_is_not_ours_stays_in_a_home_that_was_named(home: Path) -> None:
    (home / "thesis.odt").write_bytes(b"years of work")
    files = lived_in()
    assert erase(files) == ()
    assert everything(home) == {"thesis.odt"}


def test_what_a_link_leads_to_is_deleted_too(tmp_path: Path) -> None:
    files = lived_in()
    kept = tmp_path / "elsewhere.toml"
    files.settings.rename(kept)
    files.settings.symlink_to(kept)
    assert erase(files) == ()
    assert not kept.exists()


def test_where_there_is_nothing_nothing_happens(home: Path) -> None:
    assert erase(own_files()) == ()
    assert not home.exists()


def test_what_cannot_be_deleted_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = lived_in()
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:  # noqa: FBT002 as pathlib has it
        if path.name == "uncramp.db":
            raise PermissionError(13, "no")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    assert erase(files) == (files.database,)


def test_the_log_is_not_written_again(monkeypatch: pytest.MonkeyPatch) -> None:
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    files = own_files()
    start_logging(files.log)
    logging.getLogger("desktop").warning("something personal")
    assert any(files.log.iterdir())
    erase(files)
    logging.getLogger("desktop").warning("another word")
    assert not files.log.exists()
