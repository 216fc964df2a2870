"""The pause window asks until when, forgives how it is typed, and leaves by Escape."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.commands.moments import pause_end_asked
from desktop.theme import Look, Scheme, dress
from desktop.windows.pause import PauseWindow
from tests.desktop.a11y import audit
from tests.desktop.windows import days

NOW = days.at(13, 42)


def read(typed: str) -> datetime:
    return pause_end_asked(typed, NOW, days.OFFERS.zone, NOW + timedelta(hours=17))


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> PauseWindow:
    dress(qapp, Look())
    made = PauseWindow(read)
    qtbot.addWidget(made)
    made.bring_up()
    qtbot.waitExposed(made)
    return made


def field(window: PauseWindow) -> QLineEdit:
    found = window.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


@pytest.mark.parametrize(
    ("typed", "end"),
    [
        ("45", NOW + timedelta(minutes=45)),
        (" 2h ", NOW + timedelta(hours=2)),
        ("15:00", days.at(15)),
        ("3pm", days.at(15)),
        ("until 15:00", days.at(15)),
        ("Tomorrow", NOW + timedelta(hours=17)),
    ],
)
def test_what_was_typed_becomes_the_end_of_the_pause(
    window: PauseWindow, qtbot: QtBot, typed: str, end: datetime
) -> None:
    field(window).setText(typed)
    with qtbot.waitSignals([window.pause_requested, window.closed]), qtbot.waitSignal(window.pause_requested) as wish:
        QTest.keyClick(field(window), Qt.Key.Key_Return)
    assert wish.args is not None
    assert wish.args[0].astimezone(UTC) == end.astimezone(UTC)
    assert not window.isVisible()


@pytest.mark.parametrize("typed", ["", "0", "soon", "99999", "999999d999999d999999d", "25:00"])
def test_what_is_no_pause_is_told_and_asked_for_again(window: PauseWindow, qtbot: QtBot, typed: str) -> None:
    field(window).setText(typed)
    with qtbot.assertNotEmitted(window.pause_requested):
        QTest.keyClick(field(window), Qt.Key.Key_Return)
    assert window.isVisible()
    assert any("Write it as" in label.text() or "Allowed is" in label.text() for label in window.findChildren(QLabel))


def test_escape_leaves_without_a_pause(window: PauseWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.pause_requested), qtbot.waitSignal(window.closed):
        QTest.keyClick(field(window), Qt.Key.Key_Escape)
    assert not window.isVisible()


@pytest.mark.parametrize(
    "look", [Look(), Look(scheme=Scheme.DARK), Look(scheme=Scheme.CONTRAST_DARK), Look(text_scale=2.0)]
)
def test_everybody_can_use_it(window: PauseWindow, qapp: QApplication, look: Look) -> None:
    dress(qapp, look)
    field(window).setText("soon")
    QTest.keyClick(field(window), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert audit(window) == []
