"""The tray icon lives through whatever its panel does."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from desktop.adapters.tray import Tray
from desktop.tray_state import TrayLook, TrayState
from tests.desk import Desk
from tests.desk_session import Processes
from tests.session_bus import wait_until

# The offscreen platform lacks what Qt's icon for the old kind of tray looks for, and says so.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)

# Without any tray, as on stock GNOME


class Painter:
    """Paints icons, and remembers which."""

    def __init__(self) -> None:
        self.painted: list[TrayLook] = []

    def __call__(self, look: TrayLook) -> QIcon:
        self.painted.append(look)
        return QIcon(QPixmap(22, 22))


@pytest.fixture
def painter() -> Painter:
    return Painter()


@pytest.fixture
def tray(qapp: QApplication, painter: Painter) -> Iterator[Tray]:
    made = Tray(painter)
    yield made
    made.close()


def test_nothing_is_shown_or_painted_before_it_is_asked_for(tray: Tray, painter: Painter) -> None:
    assert tray.icon is None
    assert not tray.is_available
    assert painter.painted == []


def test_without_a_tray_it_says_so_once(tray: Tray, qtbot: QtBot) -> None:
    told: list[bool] = []
    tray.available_changed.connect(told.append)
    tray.show()
    tray.check()
    assert told == [False]


def test_without_a_session_bus_qtdbus_stays_out(
    qapp: QApplication, painter: Painter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.delitem(sys.modules, "PySide6.QtDBus", raising=False)
    tray = Tray(painter)
    tray.show()
    tray.close()
    assert "PySide6.QtDBus" not in sys.modules


def test_only_what_changed_is_painted_again(tray: Tray, painter: Painter) -> None:
    tray.show()
    for state in (
        TrayState(),
        TrayState(tooltip="Uncramp: next: a glass at 14:20."),
        TrayState(look=TrayLook.WAITING, tooltip="Uncramp: waiting"),
        TrayState(look=TrayLook.WAITING, tooltip="Uncramp: still waiting"),
    ):
        tray.tell(state)
    assert painter.painted == [TrayLook.READY, TrayLook.WAITING]
    assert tray.icon is not None
    assert tray.icon.toolTip() == "Uncramp: still waiting"


def test_what_was_told_before_it_is_shown_is_shown(tray: Tray, painter: Painter) -> None:
    tray.tell(TrayState(look=TrayLook.PAUSED, tooltip="Uncramp: paused until 15:00."))
    tray.show()
    assert painter.painted == [TrayLook.PAUSED]
    assert tray.icon is not None
    assert tray.icon.toolTip() == "Uncramp: paused until 15:00."


def test_a_click_means_the_window_and_a_right_click_does_not(tray: Tray, qtbot: QtBot) -> None:
    tray.show()
    assert tray.icon is not None
    with qtbot.waitSignal(tray.opened):
        tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.assertNotEmitted(tray.opened):
        tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)


def test_closing_twice_is_closing(tray: Tray) -> None:
    tray.show()
    tray.close()
    tray.close()
    assert tray.icon is None
    tray.tell(TrayState(look=TrayLook.HEAT))


# With real hosts

_PROGRAM = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop.adapters.tray import Tray
from desktop.tray_state import TrayLook, TrayState
from desktop.widgets.menu import MenuActions
from desktop.widgets.tray_icon import tray_icon
from tests.desktop.windows.days import OFFERS

application = QApplication([])
application.setQuitOnLastWindowClosed(False)
tray = Tray(tray_icon)
tray.opened.connect(lambda: print("opened", flush=True))
tray.available_changed.connect(lambda there: print("available", there, flush=True))
tray.show()
actions = MenuActions(tray.menu)
actions.tell(OFFERS)
actions.drink_requested.connect(lambda ml: print("drank", ml, flush=True))
actions.relief_requested.connect(lambda: tray.tell(TrayState(look=TrayLook.WAITING, tooltip="Uncramp: waiting")))
tray.tell(TrayState(tooltip="Uncramp: next: a glass at 14:20."))
application.exec()
"""


@pytest.mark.desktop
class TestWithAHost:
    @pytest.fixture
    def start(self, desk: Desk, tmp_path: Path) -> Iterator[Callable[[], Callable[[], str]]]:
        """Start a program with the icon; what it gives back tells what the program has said."""
        program = tmp_path / "program.py"
        program.write_text(_PROGRAM)
        processes = Processes(tmp_path)

        def run() -> Callable[[], str]:
            processes.start([sys.executable, str(program)], desk.env | {"PYTHONPATH": str(Path.cwd())}, "tray-program")
            return lambda: processes.log_of("tray-program").read_text()

        yield run
        processes.end_all()

    def test_a_host_shows_icon_words_and_menu(self, desk: Desk, start: Callable[[], Callable[[], str]]) -> None:
        host = desk.tray_host()
        host.start()
        told = start()
        item = host.wait_for_item()
        wait_until(lambda: "next: a glass at 14:20." in item.tooltip, "the tooltip")
        assert {(22, 22), (32, 32)} <= set(item.pictures)
        labels = [entry.label for entry in item.menu]
        assert labels[:2] == ["Open Uncramp", "I have a cramp now"]
        item.choose("Drank a glass (250 ml)")
        wait_until(lambda: "drank 250" in told(), "the glass")
        item.activate()
        wait_until(lambda: "opened" in told(), "the window is wanted")
        assert "available True" in told()

    def test_a_new_state_reaches_the_host(self, desk: Desk, start: Callable[[], Callable[[], str]]) -> None:
        host = desk.tray_host()
        host.start()
        start()
        item = host.wait_for_item()
        before = item.pictures[22, 22]
        item.choose("I have a cramp now")
        wait_until(lambda: "waiting" in item.tooltip, "the new tooltip")
        assert item.pictures[22, 22] != before

    def test_a_host_that_comes_late_gets_the_icon(self, desk: Desk, start: Callable[[], Callable[[], str]]) -> None:
        told = start()
        wait_until(lambda: "available False" in told(), "the program runs without a tray")
        host = desk.tray_host()
        host.start()
        host.wait_for_item()
        wait_until(lambda: "available True" in told(), "the program knows")

    @pytest.mark.parametrize("late", [False, True])
    def test_a_host_that_dies_and_returns_gets_the_icon_again(
        self, desk: Desk, start: Callable[[], Callable[[], str]], late: bool
    ) -> None:
        host = desk.tray_host()
        if not late:
            host.start()
        told = start()
        if late:
            wait_until(lambda: "available False" in told(), "the program runs without a tray")
            host.start()
        host.wait_for_item()
        wait_until(lambda: "available True" in told(), "the program knows of the host")
        host.stop()
        wait_until(lambda: told().rstrip().endswith("available False"), "the program knows that it is gone")
        host.start()
        item = host.wait_for_item()
        wait_until(lambda: told().rstrip().endswith("available True"), "the program knows that it is back")
        item.choose("Drank a glass (250 ml)")
        wait_until(lambda: "drank 250" in told(), "the glass")

    @pytest.mark.parametrize("late", [False, True])
    def test_a_panel_of_the_old_kind_shows_it_too(
        self, desk: Desk, start: Callable[[], Callable[[], str]], late: bool
    ) -> None:
        if not late:
            desk.start_trayer()
            wait_until(lambda: desk.windows("panel"), "trayer")
        told = start()
        if late:
            wait_until(lambda: "available False" in told(), "the program runs without a tray")
            desk.start_trayer()
        wait_until(lambda: "available True" in told(), "the program knows of trayer")
        desk.xdotool("mousemove", "16", "784", "click", "1")
        wait_until(lambda: "opened" in told(), "a click on the icon")
        desk.stop_trayer()
