"""A process that is killed in the middle leaves what was there before, or all of what was to come."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.records.archive import read_all
from desktop.records.backup import back_up
from desktop.records.exchange import export
from desktop.records.files import OwnFiles
from desktop.records.restoring import finish
from tests.desktop.records.lives import NOON, access, live, lived_in

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it has no such signal")


@pytest.fixture
def files() -> OwnFiles:
    return lived_in()


def kill(what: str, place: str, file: Path) -> None:
    """Have a process do it, and die at a place."""
    command = [sys.executable, "-m", "tests.desktop.records.killed_worker", what, place, str(file)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    assert done.returncode == -signal.SIGKILL, done.stderr


@pytest.mark.parametrize("place", ["unpacked", "settings", "database", "aside", "copied", "guides", "last"])
def test_a_restore_is_the_old_or_the_new(files: OwnFiles, tmp_path: Path, place: str) -> None:
    new = (read_all(access(files.database)), files.settings.read_bytes())
    back_up(files, tmp_path / "b.zip", NOON)
    files.settings.write_text("[you]\ndrink_goal_ml = 1000\n")
    live(files.database).close()
    shutil.rmtree(files.guides)
    old = (read_all(access(files.database)), files.settings.read_bytes())
    kill("restore", place, tmp_path / "b.zip")
    finish(files)  # the next start
    assert (read_all(access(files.database)), files.settings.read_bytes()) == (old if place == "unpacked" else new)
    assert files.guides.exists() == (place != "unpacked")


def test_a_backup_is_the_old_or_the_new(files: OwnFiles, tmp_path: Path) -> None:
    back_up(files, tmp_path / "b.zip", NOON)
    before = (tmp_path / "b.zip").read_bytes()
    kill("backup", "packed", tmp_path / "b.zip")
    assert (tmp_path / "b.zip").read_bytes() == before


def test_an_import_is_all_or_nothing(files: OwnFiles, tmp_path: Path) -> None:
    export(access(files.database), tmp_path / "all.json")
    files.database.unlink()
    kill("import", "half of it", tmp_path / "all.json")
    assert read_all(access(files.database)) == ()
