"""A day of the month tells what was done by shape, and goes the way people read."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.month_states import DayMark
from desktop.theme import Look, dress
from desktop.widgets.choices import Choices
from desktop.widgets.flow import FlowLayout
from desktop.widgets.month import DayCell

PLAIN = DayMark(day=date(2026, 11, 19), words="Thursday 19: nothing noted")
MARKS = (
    PLAIN,
    replace(PLAIN, stretched=True),
    replace(PLAIN, moved=True),
    replace(PLAIN, cramp=True),
    replace(PLAIN, share=0.5),
    replace(PLAIN, share=1.0),
)


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> None:
    dress(qapp, Look())


@pytest.fixture
def cell(qtbot: QtBot) -> DayCell:
    made = DayCell()
    qtbot.addWidget(made)
    made.resize(60, 62)
    return made


def grey(cell: DayCell, mark: DayMark) -> bytes:
    """The picture in two tones: no colour, and hardly a shade, is left to tell by."""
    cell.show_day(mark, is_chosen=False, is_today=False)
    return bytes(cell.grab().toImage().convertToFormat(QImage.Format.Format_Mono).constBits())


def test_each_mark_is_told_without_colour(cell: DayCell) -> None:
    assert len({grey(cell, mark) for mark in MARKS}) == len(MARKS)


@pytest.mark.parametrize(
    ("reads", "key", "by"),
    [
        (Qt.LayoutDirection.LeftToRight, Qt.Key.Key_Right, 1),
        (Qt.LayoutDirection.RightToLeft, Qt.Key.Key_Right, -1),
        (Qt.LayoutDirection.RightToLeft, Qt.Key.Key_Left, 1),
        (Qt.LayoutDirection.RightToLeft, Qt.Key.Key_Down, 7),
    ],
)
def test_the_arrows_follow_the_way_people_read(
    cell: DayCell, qtbot: QtBot, reads: Qt.LayoutDirection, key: Qt.Key, by: int
) -> None:
    cell.show_day(PLAIN, is_chosen=True, is_today=True)
    cell.setLayoutDirection(reads)
    with qtbot.waitSignal(cell.step_requested) as step:
        QTest.keyClick(cell, key)
    assert step.args == [by]


def test_a_row_of_buttons_begins_where_people_begin_to_read(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    flow = FlowLayout(owner, gap=8)
    first, second = QPushButton("One"), QPushButton("Two")
    flow.addWidget(first)
    flow.addWidget(second)
    owner.resize(400, 60)
    owner.show()
    assert first.x() < second.x()
    owner.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: first.x() > second.x())
    assert first.geometry().right() == owner.rect().right()


def test_an_answer_is_taken_back_by_a_second_press(qtbot: QtBot) -> None:
    choices = Choices("Which leg?", (("Left", "Which leg? Left"), ("Right", "Which leg? Right")))
    qtbot.addWidget(choices)
    left, right = choices.findChildren(QPushButton)
    left.click()
    assert (choices.place, left.isChecked()) == (0, True)
    right.click()
    assert (choices.place, left.isChecked(), right.isChecked()) == (1, False, True)
    right.click()
    assert choices.place == -1


def test_one_answer_always_stands_where_one_is_needed(qtbot: QtBot) -> None:
    choices = Choices("How hard?", (("Light", "Light"), ("Hard", "Hard")), optional=False)
    qtbot.addWidget(choices)
    _, hard = choices.findChildren(QPushButton)
    hard.click()
    hard.click()
    assert choices.place == 1
    assert choices.focus_first() is hard
