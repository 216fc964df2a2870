"""The row of buttons holds its items only as long as it lives."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from desktop.widgets.flow import FlowLayout


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    return owner


@pytest.fixture
def row(owner: QWidget) -> FlowLayout:
    return FlowLayout(owner, gap=8)


def test_an_item_goes_when_nobody_holds_it_any_more(row: FlowLayout) -> None:
    """One that Qt makes for a layout in Python belongs to nobody: a hundred bytes for each button ever shown."""
    row.addWidget(QPushButton("Drink"))
    item = row.itemAt(0)
    assert item is not None
    assert Shiboken.ownedByPython(item)


def test_a_widget_in_it_belongs_to_its_owner(row: FlowLayout, owner: QWidget) -> None:
    row.addWidget(QPushButton("Drink"))
    item = row.itemAt(0)
    assert item is not None
    button = item.widget()
    assert isinstance(button, QPushButton)
    assert (button.text(), button.parentWidget()) == ("Drink", owner)


def test_a_widget_that_leaves_leaves_the_row(row: FlowLayout) -> None:
    first, second = QPushButton("Drink"), QPushButton("Stretch")
    row.addWidget(first)
    row.addWidget(second)
    first.setParent(None)
    assert row.count() == 1
    row.removeWidget(second)
    assert row.count() == 0
    assert row.takeAt(0) is None
