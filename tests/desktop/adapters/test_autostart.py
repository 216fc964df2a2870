"""Start at sign-in is off until it is asked for, and off again without a trace."""

import shlex
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from desktop.adapters.autostart import Autostart, AutostartError, Command
from desktop.adapters.autostart_here import autostart, this_command
from desktop.adapters.autostart_macos import LABEL, LaunchAgent
from desktop.adapters.autostart_windows import APPROVED, RUN, VALUE, RunKey
from desktop.adapters.autostart_xdg import DesktopEntry, quoted

COMMAND = Command(words=("/opt/my programs/uncramp",), environ={})


class Key:
    """An open key of the fake registry."""

    def __init__(self, values: dict[str, object]) -> None:
        self.values = values

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return


class Registry:
    """What of `winreg` is used, in memory."""

    HKEY_CURRENT_USER, REG_SZ, KEY_SET_VALUE = object(), 1, 2

    def __init__(self) -> None:
        self.keys: dict[str, dict[str, object]] = {}
        self.is_locked = False

    def CreateKey(self, _root: object, path: str) -> Key:  # noqa: N802 as winreg has it
        if self.is_locked:
            raise PermissionError(13, "Access is denied")
        return Key(self.keys.setdefault(path, {}))

    def OpenKey(self, _root: object, path: str, _reserved: int = 0, _access: int = 0) -> Key:  # noqa: N802 the same
        if path not in self.keys:
            raise FileNotFoundError(2, "no such key")
        return Key(self.keys[path])

    def SetValueEx(self, key: Key, name: str, _reserved: int, kind: int, value: str) -> None:  # noqa: N802 the same
        assert kind == self.REG_SZ
        key.values[name] = value

    def QueryValueEx(self, key: Key, name: str) -> tuple[object, int]:  # noqa: N802 the same
        if name not in key.values:
            raise FileNotFoundError(2, "no such value")
        return key.values[name], 1

    def DeleteValue(self, key: Key, name: str) -> None:  # noqa: N802 the same
        if name not in key.values:
            raise FileNotFoundError(2, "no such value")
        del key.values[name]


@pytest.fixture
def registry() -> Registry:
    return Registry()


@pytest.fixture(params=["linux", "windows", "macos"])
def way(request: pytest.FixtureRequest, tmp_path: Path, registry: Registry) -> Autostart:
    ways: dict[str, Autostart] = {
        "linux": DesktopEntry(COMMAND, tmp_path / "autostart"),
        "windows": RunKey(COMMAND, registry),
        "macos": LaunchAgent(COMMAND, tmp_path / "LaunchAgents"),
    }
    return ways[request.param]


def test_it_is_off_until_asked_and_off_again(way: Autostart) -> None:
    assert not way.is_on()
    way.turn(on=False)
    for _ in range(2):
        way.turn(on=True)
        assert way.is_on()
    for _ in range(2):
        way.turn(on=False)
        assert not way.is_on()


def test_nothing_is_left_behind(tmp_path: Path, registry: Registry) -> None:
    for way in (DesktopEntry(COMMAND, tmp_path / "a"), LaunchAgent(COMMAND, tmp_path / "b"), RunKey(COMMAND, registry)):
        way.turn(on=True)
        way.turn(on=False)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert registry.keys == {RUN: {}}


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_desktop_turned_off_is_off(tmp_path: Path, line: str) -> None:
    way = DesktopEntry(COMMAND, tmp_path)
    way.turn(on=True)
    entry = Path(way.place)
    kept = [old for old in entry.read_text().splitlines() if not old.startswith("X-GNOME")]
    entry.write_text("\n".join([*kept, line]))
    assert not way.is_on()
    way.turn(on=True)
    assert way.is_on()


@pytest.mark.parametrize(("said", "is_on"), [(b"\x02" + bytes(11), True), (b"\x03" + bytes(11), False), (b"", True)])
def test_what_task_manager_turned_off_is_off(registry: Registry, said: bytes, is_on: bool) -> None:
    way = RunKey(COMMAND, registry)
    way.turn(on=True)
    registry.keys[APPROVED] = {VALUE: said}
    assert way.is_on() is is_on
    way.turn(on=True)
    assert way.is_on()
    assert registry.keys[RUN] == {VALUE: '"/opt/my programs/uncramp"'}


def test_a_file_that_says_nothing_is_off(tmp_path: Path) -> None:
    for name, way in (
        ("uncramp.desktop", DesktopEntry(COMMAND, tmp_path)),
        (f"{LABEL}.plist", LaunchAgent(COMMAND, tmp_path)),
    ):
        (tmp_path / name).write_bytes(b"\xff\x00nonsense")
        assert not way.is_on()


def test_what_cannot_be_changed_is_told(tmp_path: Path, registry: Registry) -> None:
    (tmp_path / "file").touch()
    registry.is_locked = True
    blocked = tmp_path / "file" / "in"
    for way in (DesktopEntry(COMMAND, blocked), LaunchAgent(COMMAND, blocked), RunKey(COMMAND, registry)):
        with pytest.raises(AutostartError, match="sign-in"):
            way.turn(on=True)
        assert not way.is_on()


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("/usr/bin/uncramp", "/usr/bin/uncramp"),
        ("/my programs/uncramp", '"/my programs/uncramp"'),
        ("100%", '"100%%"'),
        ('a"b`c$d\\e', '"a\\"b\\`c\\$d\\\\e"'),
        ("", '""'),
        ("it's", '"it\'s"'),
    ],
)
def test_words_are_quoted_as_the_specification_says(word: str, expected: str) -> None:
    assert quoted(word) == expected


def test_the_entry_starts_the_same_program_with_the_same_files(tmp_path: Path) -> None:
    command = Command(
        words=("/my venv/bin/python", "-m", "desktop"), folder=tmp_path, environ={"UNCRAMP_HOME": "/my home"}
    )
    way = DesktopEntry(command, tmp_path / "autostart")
    way.turn(on=True)
    said = dict(line.partition("=")[::2] for line in Path(way.place).read_text().splitlines()[1:])
    assert shlex.split(said["Exec"]) == ["env", "UNCRAMP_HOME=/my home", "/my venv/bin/python", "-m", "desktop"]
    assert said["Path"] == str(tmp_path)


def test_this_program_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    module = this_command({})
    assert module.words == (str(tmp_path / "python"), "-m", "desktop")
    assert module.folder is not None
    assert (module.folder / "desktop" / "__main__.py").exists()
    (tmp_path / "uncramp").touch()
    assert this_command({"UNCRAMP_HOME": "/h"}) == Command(
        words=(str(tmp_path / "uncramp"),), environ={"UNCRAMP_HOME": "/h"}
    )
    assert this_command({"APPIMAGE": "/a.AppImage"}).words == ("/a.AppImage",)


@pytest.mark.skipif(sys.platform != "linux", reason="the way of Linux")
def test_on_linux_it_is_a_file_in_the_persons_own_folder(tmp_path: Path) -> None:
    way = autostart()
    assert way.place == str(tmp_path / "user" / "config" / "autostart" / "uncramp.desktop")
    way.turn(on=True)
    assert autostart().is_on()
