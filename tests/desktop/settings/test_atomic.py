import os
import random
import resource
import signal
import stat
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count, islice
from pathlib import Path

import pytest

from desktop.settings import atomic
from tests.desktop.settings.settings_process import GOALS, content

CHECKOUT = Path(__file__).parents[3]
ROUNDS = 15


def unchecked() -> None:
    """Nobody else writes in these tests."""


@contextmanager
def process(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.desktop.settings.settings_process", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT) as started:
        try:
            yield started
        finally:
            started.kill()


def test_a_writer_that_is_killed_leaves_the_old_content_or_the_new(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    chance = random.Random(20260715)  # noqa: S311 - it only picks the moments
    allowed = {content(goal) for goal in GOALS}
    found = set()
    for _ in range(ROUNDS):
        with process("swap", str(file)) as writing:
            assert writing.stdout is not None
            turns = list(islice(writing.stdout, chance.randrange(1, 8)))
            # It is anywhere in its work now.
        assert turns
        assert writing.returncode == -signal.SIGKILL
        found.add(file.read_bytes())
        assert file.read_bytes() in allowed
        assert tomllib.loads(file.read_text())["you"]["drink_goal_ml"] in GOALS
    assert found == allowed


def test_a_writer_that_is_killed_at_any_step_leaves_the_old_file_or_the_new(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    old = "[you] # me\nglass_ml = 250\ndrink_goal_ml = 1000\n"
    outcomes = []
    for step in count(1):
        file.write_text(old)
        with process("die", str(file), str(step)) as writing:
            said, _ = writing.communicate()
        outcomes.append(file.read_text())
        if said:
            break
    assert set(outcomes) == {old, old.replace("1000", "2000")}
    assert outcomes[-1] == old.replace("1000", "2000")
    assert outcomes == sorted(outcomes)  # from a certain step on it is the new one
    assert len(outcomes) > 5


def test_a_new_file_is_for_its_owner_only_and_folders_are_made(home: Path) -> None:
    file = home / "a" / "b" / "settings.toml"
    atomic.replace(file, b"x", last_check=unchecked)
    assert file.read_bytes() == b"x"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664])
def test_the_mode_stays(home: Path, mode: int) -> None:
    file = home / "settings.toml"
    file.touch()
    file.chmod(mode)
    atomic.replace(file, b"x", last_check=unchecked)
    assert stat.S_IMODE(file.stat().st_mode) == mode


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_the_owner_stays_when_root_writes(home: Path) -> None:
    file = home / "settings.toml"
    file.touch()
    os.chown(file, 12345, 23456)
    atomic.replace(file, b"x", last_check=unchecked)
    assert (file.stat().st_uid, file.stat().st_gid) == (12345, 23456)


def test_a_symlink_stays_and_what_it_leads_to_is_written(home: Path) -> None:
    (home / "dotfiles").mkdir()
    real, link, first = home / "dotfiles" / "real.toml", home / "settings.toml", home / "first.toml"
    link.symlink_to(first.name)
    first.symlink_to("dotfiles/real.toml")
    for text in (b"new", b"newer"):  # at first it leads nowhere
        atomic.replace(link, text, last_check=unchecked)
        assert link.is_symlink()
        assert first.is_symlink()
        assert real.read_bytes() == text
    assert sorted(each.name for each in home.rglob("*")) == ["dotfiles", "first.toml", "real.toml", "settings.toml"]


def test_nothing_is_left_behind_when_it_fails(home: Path) -> None:
    file = home / "settings.toml"
    file.write_bytes(b"old")

    def refuse() -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        atomic.replace(file, b"new", last_check=refuse)
    folder = home / "folder"
    folder.mkdir()
    with pytest.raises(IsADirectoryError):
        atomic.replace(folder, b"new", last_check=unchecked)
    assert sorted(each.name for each in home.rglob("*")) == ["folder", "settings.toml"]
    assert file.read_bytes() == b"old"


def test_a_full_disk_leaves_the_old_content(home: Path) -> None:
    file = home / "settings.toml"
    file.write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))  # no file may grow beyond it
    try:
        with pytest.raises(OSError, match="File too large"):
            atomic.replace(file, 1001 * b"x", last_check=unchecked)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(home.iterdir()) == [file]
    assert file.read_bytes() == b"old"


def test_a_read_only_file_is_left_alone(home: Path) -> None:
    file = home / "settings.toml"
    file.write_bytes(b"old")
    file.chmod(0o444)
    if os.geteuid() == 0:  # root may write everything
        for folder in (home, *home.parents[:-2]):
            folder.chmod(folder.stat().st_mode | 0o011)
        os.chown(home, 65534, 65534)
        os.chown(file, 65534, 65534)
        os.seteuid(65534)
    try:
        with pytest.raises(PermissionError, match="read-only"):
            atomic.replace(file, b"new", last_check=unchecked)
    finally:
        if os.getuid() == 0:
            os.seteuid(0)
    assert file.read_bytes() == b"old"


def test_what_a_killed_writer_left_behind_goes_after_an_hour(home: Path) -> None:
    file = home / "settings.toml"
    file.write_bytes(b"old")
    left, fresh, other = (home / f".settings.toml.{name}" for name in ("a.uncramp-new", "b.uncramp-new", "b"))
    for each in (left, fresh, other):
        each.touch()
    for each in (left, other):
        os.utime(each, (0, 0))
    atomic.replace(file, b"new", last_check=unchecked)
    assert sorted(home.iterdir()) == sorted([file, fresh, other])
