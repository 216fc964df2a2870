import sys
from pathlib import Path

import pytest

from tests.desk import Desk
from tests.desk_session import Processes
from tests.session_bus import NOTIFICATIONS, wait_until

pytestmark = pytest.mark.desktop

TRAY = """
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon
application = QApplication([])
pixels = QPixmap(22, 22)
pixels.fill("#176B7C")
menu = QMenu()
drink = menu.addMenu("&Drink")
drink.addAction("250 ml", lambda: print("drank", flush=True))
menu.addAction("Not now").setEnabled(False)
icon = QSystemTrayIcon(QIcon(pixels))
icon.setToolTip("Next: a glass")
icon.setContextMenu(menu)
icon.activated.connect(lambda reason: print(reason.name, flush=True))
icon.show()
application.exec()
"""


@pytest.fixture
def processes(tmp_path: Path) -> Processes:
    return Processes(tmp_path)


def notify(desk: Desk, processes: Processes, title: str, name: str) -> None:
    command = ["notify-send", "--wait", "-A", "drank=I drank 250 ml", "-A", "later=Later", title, "A & <i>b</i>"]
    processes.start(command, desk.env, name)


def test_a_pressed_button_reaches_the_program_that_asked(desk: Desk, processes: Processes) -> None:
    notify(desk, processes, "First", "first")
    first = desk.wait_for_notification("First")
    notify(desk, processes, "Second", "second")
    desk.wait_for_notification("Second")

    desk.press("Later", on=first)

    wait_until(lambda: processes.log_of("first").read_text() == "later\n", "the button's key")
    assert [shown.title for shown in desk.shown] == ["Second"]
    assert first.labels == ("I drank 250 ml", "Later")
    processes.end_all()


def test_a_notification_without_the_button_is_an_error(desk: Desk, processes: Processes) -> None:
    notify(desk, processes, "First", "first")
    with pytest.raises(LookupError, match="Ride the bike"):
        desk.press("Ride the bike")
    processes.end_all()


def test_a_test_finds_no_notification_of_the_one_before(desk: Desk) -> None:
    assert desk.shown == ()
    assert desk.session.dunst.displayed() == 0


def test_without_the_daemon_nothing_brings_it_back(desk: Desk) -> None:
    desk.session.stop_notifications()
    with pytest.raises(LookupError, match="ServiceUnknown"):
        desk.session.dunst.displayed()
    assert not desk.session.client.owned(NOTIFICATIONS)


def test_a_tray_icon_is_seen_and_used_as_on_a_panel(desk: Desk, processes: Processes) -> None:
    host = desk.tray_host()
    host.start()
    processes.start([sys.executable, "-c", TRAY], desk.env, "tray")
    item = host.wait_for_item()

    assert item.tooltip == "Next: a glass"
    assert (22, 22) in item.pictures
    assert [entry.label for entry in item.menu] == ["Drink", "Not now"]
    item.choose("Drink", "250 ml")
    item.activate()
    wait_until(lambda: processes.log_of("tray").read_text() == "drank\nTrigger\n", "both clicks arrive")
    with pytest.raises(LookupError, match="Not now"):
        item.choose("Not now")

    host.stop()
    host.start()
    host.wait_for_item()
    processes.end_all()
    wait_until(lambda: not host.items, "the panel forgets an icon whose program ended")


def test_a_tray_icon_is_drawn_by_a_panel_of_the_old_kind(desk: Desk, processes: Processes) -> None:
    desk.start_trayer()
    wait_until(lambda: desk.windows("^panel$"), "the panel is there")
    processes.start([sys.executable, "-c", TRAY], desk.env, "tray")
    desk.xdotool("mousemove", "10", "790")

    def clicked() -> bool:
        desk.xdotool("click", "1")
        return "Trigger" in processes.log_of("tray").read_text()

    wait_until(clicked, "a click on the icon arrives")
    processes.end_all()
