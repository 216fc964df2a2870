import os
import stat
from pathlib import Path

import pytest

from desktop.adapters.endpoint import LONGEST_PATH, EndpointError, is_own, may_listen, pipe_name, secure, socket_path


@pytest.fixture
def runtime() -> Path:
    """The session's own folder."""
    return Path(os.environ["XDG_RUNTIME_DIR"])


def test_the_socket_lies_in_the_sessions_own_folder(runtime: Path, home: Path) -> None:
    assert socket_path(home / "uncramp.db").parent == runtime / "uncramp"


def test_two_homes_have_two_places(home: Path, tmp_path: Path) -> None:
    assert socket_path(home / "uncramp.db") != socket_path(tmp_path / "uncramp.db")
    assert pipe_name(home / "uncramp.db") != pipe_name(tmp_path / "uncramp.db")


def test_two_ways_to_one_home_have_one_place(home: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(home)
    assert socket_path(tmp_path / "link" / "uncramp.db") == socket_path(home / "uncramp.db")


@pytest.mark.parametrize("value", ["", "relative", "/nonexistent", "/proc/1", "long"])
def test_without_a_folder_of_the_session_it_is_one_of_the_users(
    value: str, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if value == "long":
        folder = tmp_path / ("x" * LONGEST_PATH)
        folder.mkdir()
        value = str(folder)
    monkeypatch.setenv("XDG_RUNTIME_DIR", value)
    path = socket_path(home / "uncramp.db")
    assert path.parent in {Path(f"/run/user/{os.getuid()}/uncramp"), Path(f"/tmp/uncramp-{os.getuid()}")}  # noqa: S108
    assert len(os.fsencode(path)) <= LONGEST_PATH


def test_a_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "made"
    secure(folder)
    secure(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_that_others_could_enter_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir()
    folder.chmod(0o777)
    secure(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_what_is_no_folder_of_ones_own_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "file").touch()
    for folder in (tmp_path / "link", tmp_path / "file", tmp_path / "no" / "parent"):
        with pytest.raises(EndpointError) as caught:
            secure(folder)
        assert "XDG_RUNTIME_DIR" in caught.value.remedy
        assert not is_own(folder)


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a folder away")
def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir(mode=0o700)
    os.chown(folder, 12345, 12345)
    with pytest.raises(EndpointError):
        secure(folder)


def test_nobody_is_asked_where_nobody_listens(home: Path) -> None:
    path = socket_path(home / "uncramp.db")
    assert not may_listen(home / "uncramp.db")
    secure(path.parent)
    assert not may_listen(home / "uncramp.db")
    path.touch()
    assert may_listen(home / "uncramp.db")
