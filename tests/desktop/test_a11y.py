"""The audit finds what it is there to find."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.a11y import audit, contrast


@pytest.fixture
def bad(qtbot: QtBot) -> QWidget:
    """A window that nobody checked."""
    window = QWidget()
    qtbot.addWidget(window)
    window.setFixedSize(200, 60)
    layout = QHBoxLayout(window)
    nameless, same, again, unreachable = QLineEdit(), QPushButton("Skip"), QPushButton("Skip"), QPushButton("Later")
    nameless.setPlaceholderText("Amount")
    same.setAccessibleName("Next")
    unreachable.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    picture, cut = QLabel(), QLabel("a line that has no room at all")
    pixels = QPixmap(8, 8)
    pixels.fill(QColor("red"))
    picture.setPixmap(pixels)
    cut.setFixedWidth(30)
    for widget in (nameless, same, again, unreachable, picture, cut):
        layout.addWidget(widget)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.mark.parametrize(
    "rule",
    [
        "4.1.2 name",
        "2.5.3 label in name",
        "2.5.8 target size",
        "2.1.1 keyboard",
        "1.4.4 text size",
        "1.1.1 pictures",
        "2.4.2 title",
    ],
)
def test_a_bad_window_is_found_out(bad: QWidget, rule: str) -> None:
    assert rule in {finding.rule for finding in audit(bad)}


def test_two_buttons_of_one_name_are_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QHBoxLayout(window)
    layout.addWidget(QPushButton("Skip"))
    layout.addWidget(QPushButton("Skip"))
    window.show()
    assert "2.4.6 labels" in {finding.rule for finding in audit(window)}


def test_a_focus_that_cannot_be_seen_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QHBoxLayout(window)
    for text in ("One", "Two"):
        button = QPushButton(text)
        button.setStyleSheet("border: 0; outline: 0")
        layout.addWidget(button)
    window.show()
    assert "2.4.7 focus visible" in {finding.rule for finding in audit(window)}


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000000", "#FFFFFF", 21.0), ("#777777", "#FFFFFF", 4.48), ("#123456", "#123456", 1.0)]
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(QColor(one), QColor(other)) == pytest.approx(ratio, abs=0.005)
    assert contrast(QColor(other), QColor(one)) == pytest.approx(ratio, abs=0.005)
