"""The screen stays on while it is wanted, by whichever service the desktop has, and never longer."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.adapters.awake import BusAwake, ProgramAwake, services
from desktop.adapters.session_bus import SessionBus
from tests.desk import Desk
from tests.desk_session import Processes
from tests.desktop.adapters import screen_service
from tests.desktop.adapters.screen_service import GNOME, PORTAL, SCREEN_SAVER, stage_hands
from tests.desktop.notifier_contract import wait_for
from tests.session_bus import wait_until

SOON = timedelta(seconds=20)
REASON = ["A stretch guide is running"]
HOLDER = """
import sys
from PySide6.QtCore import QCoreApplication
from desktop.adapters.awake import BusAwake
from desktop.adapters.session_bus import SessionBus
app = QCoreApplication(sys.argv)
awake = BusAwake(SessionBus())
awake.hold(is_wanted=True)
app.exec()
"""


class Screen:
    """The services on the desk's bus."""

    def __init__(self, desk: Desk, processes: Processes) -> None:
        self._client, self.processes = desk.session.client, processes
        self.env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
        self._services: dict[str, Callable[[], None]] = {}

    def start(self, name: str) -> None:
        process = self.processes.start([sys.executable, "-m", screen_service.__name__, name], self.env, name)
        self._services[name] = lambda: self.processes.end(process)
        wait_until(lambda: self._client.owned(name), f"{name} is owned")

    def stop(self, name: str) -> None:
        self._services.pop(name)()
        wait_until(lambda: not self._client.owned(name), f"{name} is free")

    def held(self, name: str) -> list[str]:
        (reasons,) = self._client.call(stage_hands(name), "Held")
        return list(reasons)


@pytest.fixture
def screen(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desk.session.bus_address)
    processes = Processes(tmp_path)
    yield Screen(desk, processes)
    processes.end_all()


@pytest.fixture
def awake(qtbot: QtBot) -> Iterator[BusAwake]:
    made = BusAwake(SessionBus(greeted_within=SOON))
    yield made
    made.close()


@pytest.mark.desktop
@pytest.mark.parametrize("name", [SCREEN_SAVER, GNOME, PORTAL])
def test_the_service_that_there_is_holds_the_screen_and_lets_go(
    screen: Screen, awake: BusAwake, qtbot: QtBot, name: str
) -> None:
    screen.start(name)
    for _ in range(2):
        awake.hold(is_wanted=True)
        wait_for(qtbot, lambda: screen.held(name) == REASON)
        wait_for(qtbot, lambda: awake._held is not None)
        awake.hold(is_wanted=False)
        wait_for(qtbot, lambda: screen.held(name) == [])
        assert not awake._bus.is_open, "no connection is kept for nothing"


@pytest.mark.desktop
def test_the_first_of_several_is_enough(screen: Screen, awake: BusAwake, qtbot: QtBot) -> None:
    for name in (PORTAL, GNOME, SCREEN_SAVER):
        screen.start(name)
    awake.hold(is_wanted=True)
    awake.hold(is_wanted=True)
    wait_for(qtbot, lambda: screen.held(SCREEN_SAVER) == REASON)
    assert screen.held(GNOME) == screen.held(PORTAL) == []


@pytest.mark.desktop
def test_what_is_not_answered_yet_is_let_go_too(screen: Screen, awake: BusAwake, qtbot: QtBot) -> None:
    screen.start(SCREEN_SAVER)
    for _ in range(10):
        awake.hold(is_wanted=True)
        awake.hold(is_wanted=False)
    wait_for(qtbot, lambda: screen.held(SCREEN_SAVER) == [])
    awake.hold(is_wanted=True)
    wait_for(qtbot, lambda: screen.held(SCREEN_SAVER) == REASON)


@pytest.mark.desktop
def test_a_crash_lets_go(screen: Screen) -> None:
    screen.start(SCREEN_SAVER)
    holder = screen.processes.start([sys.executable, "-c", HOLDER], screen.env, "holder")
    wait_until(lambda: screen.held(SCREEN_SAVER) == REASON, "the screen is held")
    holder.send_signal(signal.SIGKILL)
    wait_until(lambda: screen.held(SCREEN_SAVER) == [], "the screen is let go")


@pytest.mark.desktop
def test_without_any_service_a_guide_goes_on(screen: Screen, awake: BusAwake, qtbot: QtBot) -> None:
    awake.hold(is_wanted=True)
    wait_for(qtbot, lambda: not awake._bus._calls)
    assert awake._held is None
    awake.hold(is_wanted=False)
    screen.start(SCREEN_SAVER)
    awake.hold(is_wanted=True)
    wait_for(qtbot, lambda: screen.held(SCREEN_SAVER) == REASON)


def test_without_a_bus_nothing_happens(awake: BusAwake) -> None:
    awake.hold(is_wanted=True)
    awake.hold(is_wanted=False)
    assert awake._held is None


def test_every_service_can_be_let_go_by_its_answer() -> None:
    for service, answer in zip(services(), (7, 7, "/org/freedesktop/portal/desktop/request/1"), strict=True):
        assert service.asking().serialise(serial=1)
        assert service.letting_go(answer).serialise(serial=2)


def test_a_program_holds_until_it_is_ended(qtbot: QtBot, tmp_path: Path) -> None:
    """The way of macOS, with a stand-in for its program."""
    told = tmp_path / "told"
    program = tmp_path / "caffeinate"
    program.write_text(f'#!/bin/sh\necho "$$ $@" > {told}.part\nmv {told}.part {told}\nexec sleep 1000\n')
    program.chmod(0o700)
    awake = ProgramAwake(str(program))
    awake.hold(is_wanted=True)
    wait_for(qtbot, told.exists)
    number, *arguments = told.read_text().split()
    assert arguments == ["-d", "-w", str(os.getpid())]
    awake.hold(is_wanted=False)
    wait_for(qtbot, lambda: not Path(f"/proc/{number}").exists())
    awake.hold(is_wanted=True)
    awake.close()


def test_a_program_that_is_not_there_holds_nothing(qtbot: QtBot) -> None:
    awake = ProgramAwake("no-such-program")
    awake.hold(is_wanted=True)
    awake.close()
    assert awake._process is None
