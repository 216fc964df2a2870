"""In a real tray of the old kind, in one of the new kind, and without any; the clicks are those of a mouse."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from desktop.adapters.notifier_tray import TrayNotifier
from desktop.ports import NotifierFailure, Press, Shown
from schedules.prompts import Answer
from tests.desk import Desk
from tests.desk_session import Processes
from tests.desktop.adapters import tray_bubble
from tests.desktop.notifier_contract import FailureContract, Stage, a_notice
from tests.session_bus import wait_until

SHOWN = Shown(key="drink@1", by="tray", has_buttons=False)
REFUSED = NotifierFailure(key="drink@1", error="There is no tray whose bubbles can be relied on.")

Start = Callable[[str], Callable[[], list[str]]]


@pytest.fixture
def start(desk: Desk, tmp_path: Path) -> Iterator[Start]:
    """Start the program with the bubble; returns what it has said so far."""
    processes = Processes(tmp_path)

    def run(waits_for: str) -> Callable[[], list[str]]:
        env = desk.env | {"PYTHONPATH": os.pathsep.join(sys.path)}
        processes.start([sys.executable, "-m", tray_bubble.__name__, waits_for], env, "bubble")
        return lambda: processes.log_of("bubble").read_text().splitlines()

    yield run
    processes.end_all()


def middle_of_the_bubble(desk: Desk) -> tuple[str, str] | None:
    for window in desk.xdotool("search", "--onlyvisible", "--class", "bubble").split():
        words = desk.xdotool("getwindowgeometry", "--shell", window).split()
        place = {name: int(value) for name, _, value in (word.partition("=") for word in words)}
        if place["HEIGHT"] > 40:
            return str(place["X"] + place["WIDTH"] // 2), str(place["Y"] + place["HEIGHT"] // 2)
    return None


@pytest.mark.desktop
def test_a_bubble_in_an_old_tray_is_shown_and_a_click_opens_the_prompt(desk: Desk, start: Start) -> None:
    desk.start_trayer()
    said = start("place")
    wait_until(lambda: said() == [str(SHOWN)], "the notice is shown")
    wait_until(lambda: middle_of_the_bubble(desk), "the bubble is on the screen")
    place = middle_of_the_bubble(desk)
    assert place is not None
    desk.xdotool("mousemove", *place, "click", "1")
    wait_until(lambda: said()[1:] == [str(Press(key="drink@1", answer=Answer.OPEN))], "the click is told")


@pytest.mark.desktop
def test_a_tray_of_the_new_kind_is_not_relied_on(desk: Desk, start: Start) -> None:
    desk.tray_host().start()
    said = start("host")
    wait_until(lambda: said() == [str(REFUSED)], "the notice is refused")
    assert desk.shown == ()


@pytest.mark.desktop
def test_without_a_tray_it_is_refused(desk: Desk, start: Start) -> None:
    said = start("nothing")
    wait_until(lambda: said() == [str(REFUSED)], "the notice is refused")


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    """A program without a tray, as on the offscreen platform."""
    icon = QSystemTrayIcon()
    return Stage(notifier=TrayNotifier(lambda: icon), on_show=list, break_down=icon.hide)


class TestWithoutTray(FailureContract):
    pass


def test_without_an_icon_it_is_refused(qtbot: QtBot) -> None:
    stage = Stage(notifier=TrayNotifier(lambda: None), on_show=list)
    stage.notifier.show(a_notice())
    assert stage.failures == [REFUSED]


class BelievedTray:
    """Icons that are believed; on the offscreen platform their bubbles go nowhere."""

    def __init__(self) -> None:
        self.icon = QSystemTrayIcon()


@pytest.fixture
def tray(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> BelievedTray:
    monkeypatch.setattr("desktop.adapters.notifier_tray.is_trusted", lambda *_: True)
    return BelievedTray()


@pytest.fixture
def believed(tray: BelievedTray) -> Stage:
    return Stage(notifier=TrayNotifier(lambda: tray.icon), on_show=list)


def test_a_click_is_for_the_notice_shown_last(tray: BelievedTray, believed: Stage) -> None:
    believed.notifier.show(a_notice("drink@1"))
    believed.notifier.show(a_notice("bedtime@2"))
    tray.icon.messageClicked.emit()
    assert believed.presses == [Press(key="bedtime@2", answer=Answer.OPEN)]


def test_an_icon_that_was_built_anew_is_heard(tray: BelievedTray, believed: Stage) -> None:
    believed.notifier.show(a_notice("drink@1"))
    tray.icon = QSystemTrayIcon()
    believed.notifier.show(a_notice("drink@2"))
    tray.icon.messageClicked.emit()
    assert believed.presses == [Press(key="drink@2", answer=Answer.OPEN)]


@pytest.mark.parametrize("key", ["drink@1", "another"])
def test_a_click_on_what_was_withdrawn_means_nothing(tray: BelievedTray, believed: Stage, key: str) -> None:
    believed.notifier.show(a_notice("drink@1"))
    believed.notifier.withdraw(key)
    tray.icon.messageClicked.emit()
    assert bool(believed.presses) == (key == "another")


def test_a_click_after_closing_means_nothing(tray: BelievedTray, believed: Stage) -> None:
    believed.notifier.show(a_notice())
    believed.notifier.close()
    tray.icon.messageClicked.emit()
    assert not believed.presses
