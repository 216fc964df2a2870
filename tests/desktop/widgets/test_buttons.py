"""A button can be hit, read and heard, whatever it says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.theme import TARGET, Look, dress
from desktop.widgets.buttons import Button, ButtonKind, let_enter_press
from desktop.widgets.icons import Icon


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> None:
    dress(qapp, Look())


def made(qtbot: QtBot, text: str = "", kind: ButtonKind = ButtonKind.PLAIN, icon: Icon | None = None) -> Button:
    button = Button(text, kind, icon=icon, spoken="" if text else "Hide")
    qtbot.addWidget(button)
    return button


@pytest.mark.parametrize("kind", ButtonKind)
@pytest.mark.parametrize("text", ["OK", "+ Glass 250", "I have a cramp now"])
def test_it_is_large_enough_for_any_finger(qtbot: QtBot, kind: ButtonKind, text: str) -> None:
    size = made(qtbot, text, kind).sizeHint()
    assert min(size.width(), size.height()) >= TARGET


def test_an_icon_alone_is_large_enough_too(qtbot: QtBot) -> None:
    button = made(qtbot, icon=Icon.CLOSE)
    assert min(button.sizeHint().width(), button.sizeHint().height()) >= TARGET
    assert button.accessibleName() == "Hide"


def test_the_words_wrap_where_there_is_no_room(qtbot: QtBot) -> None:
    button = made(qtbot, "I have a cramp now")
    wide, narrow = button.sizeHint().width(), button.minimumSizeHint().width()
    assert narrow < wide
    assert button.heightForWidth(wide) == button.sizeHint().height()
    assert button.heightForWidth(narrow) > button.sizeHint().height()


def test_an_ampersand_is_no_shortcut(qtbot: QtBot) -> None:
    button = made(qtbot, "Salt & water")
    assert button.accessibleName() == "Salt & water"
    assert button.shortcut().isEmpty()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_it_is_pressed_from_the_keyboard(qtbot: QtBot, key: Qt.Key) -> None:
    button = made(qtbot, "Later")
    button.show()
    if key is Qt.Key.Key_Return:
        button.setAutoDefault(True)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_a_disabled_button_is_not_pressed(qtbot: QtBot) -> None:
    button = made(qtbot, "Later")
    button.setEnabled(False)
    with qtbot.assertNotEmitted(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.grab().isNull()


def test_larger_text_makes_it_larger(qtbot: QtBot, qapp: QApplication) -> None:
    button = made(qtbot, "Later")
    before = button.sizeHint()
    dress(qapp, Look(text_scale=2.0))
    assert button.sizeHint().width() > before.width()
    assert button.sizeHint().height() > before.height()


@pytest.mark.parametrize("lets", [False, True])
def test_enter_presses_it_where_the_window_lets_it(qtbot: QtBot, lets: bool) -> None:
    button, pressed = made(qtbot, "OK"), []
    button.clicked.connect(lambda: pressed.append(True))
    if lets:
        let_enter_press(button.window())
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert bool(pressed) is lets
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert len(pressed) == lets + 1
