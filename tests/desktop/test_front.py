"""The front turns the pauses of the menus into pauses that end."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from desktop.commands.windows import Window
from desktop.front import Front
from desktop.widgets.menu import MenuActions
from desktop.windows.pause import PauseWindow
from schedules.settings import DrinkSettings, Settings
from tests.desktop.living import Life


class Tray:
    """A menu that the front serves."""

    def __init__(self, life: Life, qtbot: QtBot) -> None:
        self.life = life
        life.engine.start()
        self.menu = QMenu()
        qtbot.addWidget(self.menu)
        self.front = Front(life.engine, self.menu)
        self.front.start(MenuActions(self.menu))

    def find(self, name: str) -> QAction:
        return next(action for action in self.menu.findChildren(QAction) if action.objectName() == name)


@pytest.fixture
def tray(qtbot: QtBot) -> Tray:
    return Tray(Life(), qtbot)


def test_a_meeting_lasts_an_hour_at_most_and_can_be_resumed(tray: Tray) -> None:
    tray.find("pause:meeting").trigger()
    assert tray.life.journal.paused_until() == tray.life.clock.now() + timedelta(hours=1)
    assert tray.find("resume").isVisible()
    tray.find("resume").trigger()
    assert tray.life.journal.paused_until() is None


def test_a_pause_of_ones_own_is_asked_for(tray: Tray) -> None:
    tray.find("pause:custom").trigger()
    assert tray.life.journal.paused_until() is None
    (window,) = [
        shown for shown in QApplication.topLevelWidgets() if isinstance(shown, PauseWindow) and shown.isVisible()
    ]
    field = window.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText("15:00")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert tray.life.journal.paused_until() == tray.life.at(15)
    assert not window.isVisible()


def test_coffee_and_a_large_glass_count_as_drinks(tray: Tray) -> None:
    tray.find("log:hot-drink").trigger()
    tray.find("log:large-glass").trigger()
    assert [drink.volume_ml for drink in tray.life.engine.situation.history.drinks] == [200, 400]


def test_they_are_not_offered_where_drinks_are_off(qtbot: QtBot) -> None:
    tray = Tray(Life(Settings(drink=DrinkSettings(on=False))), qtbot)
    assert not tray.find("log:hot-drink").isVisible()
    assert not tray.find("log:large-glass").isVisible()


def test_the_editor_of_days_is_asked_for_from_the_menu_and_by_a_command(tray: Tray, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tray.front.schedule_requested):
        tray.find("schedule").trigger()
    with qtbot.waitSignal(tray.front.schedule_requested):
        tray.front.open(Window.SCHEDULE)
