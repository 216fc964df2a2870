"""The key of the whole desktop: pressed for real on an X server, and through a stand-in for the portal of Wayland."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from desktop.adapters.shortcut import Shortcut
from desktop.adapters.shortcut_portal import PortalShortcut
from desktop.adapters.shortcut_x11 import X11Shortcut
from desktop.relief_parts import shortcut_here
from desktop.shortcut_key import read_key
from tests.desk import Desk
from tests.desk_session import Processes
from tests.desktop.adapters import shortcut_portal_service as portal
from tests.session_bus import wait_until

pytestmark = pytest.mark.desktop


class Heard:
    """What a shortcut told."""

    def __init__(self, shortcut: Shortcut) -> None:
        self.settled: list[bool] = []
        self.presses = 0
        shortcut.settled.connect(self.settled.append)
        shortcut.pressed.connect(self._press)

    def _press(self) -> None:
        self.presses += 1


def test_the_key_is_heard_whatever_has_the_focus(desk: Desk, qtbot: QtBot) -> None:
    shortcut = X11Shortcut(desk.session.display)
    heard = Heard(shortcut)
    shortcut.start()
    assert heard.settled == [True]
    desk.xdotool("key", "ctrl+alt+c")
    qtbot.waitUntil(lambda: heard.presses == 1, timeout=10_000)
    desk.xdotool("key", "Num_Lock", "ctrl+alt+c", "Num_Lock")
    qtbot.waitUntil(lambda: heard.presses == 2, timeout=10_000)
    shortcut.close()


def test_another_key_is_heard_in_its_place(desk: Desk, qtbot: QtBot) -> None:
    shortcut = X11Shortcut(desk.session.display)
    heard = Heard(shortcut)
    shortcut.start()
    shortcut.close()
    key = read_key("Shift+Super+9")
    assert key is not None
    shortcut.start(key)
    assert heard.settled == [True, True]
    desk.xdotool("key", "ctrl+alt+c", "shift+super+9")
    qtbot.waitUntil(lambda: heard.presses == 1, timeout=10_000)
    shortcut.close()


def test_a_key_that_somebody_has_is_left_to_them(desk: Desk, qtbot: QtBot) -> None:
    first, second = X11Shortcut(desk.session.display), X11Shortcut(desk.session.display)
    first_heard, second_heard = Heard(first), Heard(second)
    first.start()
    second.start()
    assert (first_heard.settled, second_heard.settled) == ([True], [False])
    first.close()
    third = X11Shortcut(desk.session.display)
    third_heard = Heard(third)
    third.start()
    assert third_heard.settled == [True]
    third.close()


def test_without_a_display_there_is_no_key(qtbot: QtBot) -> None:
    shortcut = X11Shortcut(":4711")
    heard = Heard(shortcut)
    shortcut.start()
    assert heard.settled == [False]


@pytest.fixture
def processes(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Processes]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desk.session.bus_address)
    started = Processes(tmp_path)
    yield started
    started.end_all()


def serve(desk: Desk, processes: Processes, answer: str) -> None:
    command = [sys.executable, "-m", portal.__name__, answer]
    processes.start(command, os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}, "portal")
    wait_until(lambda: desk.session.client.owned(portal.NAME), "the stand-in owns its name")


def test_the_portal_is_asked_and_its_key_is_heard(desk: Desk, processes: Processes, qtbot: QtBot) -> None:
    serve(desk, processes, "grant")
    shortcut = PortalShortcut()
    heard = Heard(shortcut)
    shortcut.start()
    qtbot.waitUntil(lambda: heard.settled == [True], timeout=10_000)
    assert desk.session.client.call(portal.STAGE_HANDS, "Bound") == (["relief"],)
    desk.session.client.call(portal.STAGE_HANDS, "Press", "s", "something-else")
    desk.session.client.call(portal.STAGE_HANDS, "Press", "s", "relief")
    qtbot.waitUntil(lambda: heard.presses == 1, timeout=10_000)
    shortcut.close()
    QCoreApplication.processEvents()
    assert heard.presses == 1


def test_a_portal_that_refuses_is_no_key(desk: Desk, processes: Processes, qtbot: QtBot) -> None:
    serve(desk, processes, "refuse")
    shortcut = PortalShortcut()
    heard = Heard(shortcut)
    shortcut.start()
    qtbot.waitUntil(lambda: heard.settled == [False], timeout=10_000)
    shortcut.close()


def test_without_a_portal_there_is_no_key(desk: Desk, processes: Processes, qtbot: QtBot) -> None:
    shortcut = PortalShortcut()
    heard = Heard(shortcut)
    shortcut.start()
    qtbot.waitUntil(lambda: heard.settled == [False], timeout=10_000)
    shortcut.close()


def test_the_way_is_chosen_by_the_desktop(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert type(shortcut_here()) is Shortcut
    monkeypatch.setenv("DISPLAY", ":0")
    assert type(shortcut_here()) is X11Shortcut
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert type(shortcut_here()) is PortalShortcut
    monkeypatch.setattr(sys, "platform", "win32")
    assert type(shortcut_here()) is Shortcut
