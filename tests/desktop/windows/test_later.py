"""The window that asks why a prompt was put off."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.later_state import LaterAnswer
from desktop.theme import Look, Scheme, dress
from desktop.windows.later import LaterWindow
from schedules.history import LaterWhy
from schedules.later import LaterWish
from tests.desktop.a11y import audit
from tests.desktop.windows import days, shots_later


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> LaterWindow:
    dress(qapp, Look())
    made = shots_later.question()
    qtbot.addWidget(made)
    made.bring_up()
    qtbot.waitExposed(made)
    return made


def button(window: LaterWindow, name: str) -> QAbstractButton:
    found = window.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton)
    return found


def type_in(window: LaterWindow, name: str, text: str) -> None:
    field = window.findChild(QLineEdit, name)
    assert isinstance(field, QLineEdit)
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize("why", [LaterWhy.NEXT_PAUSE, LaterWhy.MEETING, LaterWhy.SORE, LaterWhy.NOT_THIS_WEEKDAY])
def test_a_reason_is_one_press(window: LaterWindow, qtbot: QtBot, why: LaterWhy) -> None:
    with qtbot.waitSignal(window.put_off_requested) as wish:
        button(window, f"why:{why}").click()
    assert wish.args == [LaterWish(why=why)]


@pytest.mark.parametrize(
    ("field", "typed", "expected"),
    [
        ("minutes", "45", LaterWish(why=LaterWhy.MINUTES, by=timedelta(minutes=45))),
        ("done-at", "now", LaterWish(why=LaterWhy.DONE, done_at=days.at(13, 42))),
        ("done-at", "", LaterWish(why=LaterWhy.DONE, done_at=days.at(13, 42))),
        ("done-at", "13:10", LaterWish(why=LaterWhy.DONE, done_at=days.at(13, 10))),
        ("done-at", "10 min ago", LaterWish(why=LaterWhy.DONE, done_at=days.at(13, 32))),
    ],
)
def test_what_is_typed(window: LaterWindow, qtbot: QtBot, field: str, typed: str, expected: LaterWish) -> None:
    with qtbot.waitSignal(window.put_off_requested) as wish:
        type_in(window, field, typed)
    assert wish.args == [expected]


@pytest.mark.parametrize(("field", "typed"), [("minutes", ""), ("minutes", "0"), ("minutes", "9999"), ("done-at", "x")])
def test_what_cannot_be_read_is_told_and_asked_again(window: LaterWindow, qtbot: QtBot, field: str, typed: str) -> None:
    with qtbot.assertNotEmitted(window.put_off_requested):
        type_in(window, field, typed)
    assert any("Write" in label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_escape_leaves_it_put_off(window: LaterWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.put_off_requested), qtbot.waitSignal(window.closed):
        QTest.keyClick(window, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("name", "signal", "arguments"),
    [
        ("gentle", "gentle_requested", []),
        ("relief", "relief_requested", []),
        ("help", "help_requested", []),
        ("undo", "day_off_undone", []),
        ("yes", "proposal_answered", [True]),
        ("no", "proposal_answered", [False]),
        ("close", "closed", []),
    ],
)
def test_what_can_follow(window: LaterWindow, qtbot: QtBot, name: str, signal: str, arguments: list[bool]) -> None:
    window.tell(LaterAnswer(line="Done.", sore=True, day_off=True, proposal="Change it?"))
    assert button(window, name).isVisible()
    with qtbot.waitSignal(getattr(window, signal)) as told:
        button(window, name).click()
    assert told.args == arguments


def test_only_what_belongs_to_the_answer_is_offered(window: LaterWindow) -> None:
    window.tell(LaterAnswer(line="It comes again at 14:30."))
    shown = {each.objectName() for each in window.findChildren(QAbstractButton) if each.isVisible()}
    assert shown == {"close"}


@pytest.mark.parametrize(
    "look", [Look(), Look(scheme=Scheme.DARK), Look(scheme=Scheme.CONTRAST_DARK), Look(text_scale=2.0)]
)
@pytest.mark.parametrize("answered", [False, True])
def test_everybody_can_use_it(window: LaterWindow, qapp: QApplication, look: Look, answered: bool) -> None:
    if answered:
        window.tell(LaterAnswer(line="Done.", sore=True, day_off=True, proposal="Change it?"))
    dress(qapp, look)
    QApplication.processEvents()
    assert audit(window) == []


def test_it_fits_a_narrow_screen(window: LaterWindow) -> None:
    window.resize(320, 480)
    QApplication.processEvents()
    assert window.width() == 320
    assert audit(window) == []
