"""A line of the day has room for its words at every width, and the layouts of buttons flow."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.states import Night
from desktop.theme import Look, dress
from desktop.widgets.buttons import Button
from desktop.widgets.day_line import DayLine, LineText, indent, time_width
from desktop.widgets.flow import FlowLayout
from desktop.widgets.icons import Icon
from desktop.widgets.nights import Nights


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> None:
    dress(qapp, Look())


def line(qtbot: QtBot, title: str, under: str = "") -> DayLine:
    text = LineText(time="14:20", title=title, under=under, icon=Icon.MOVE, ahead=True, spoken=f"14:20, {title}.")
    made = DayLine(text, time_width(("14:20",)))
    qtbot.addWidget(made)
    return made


def test_the_narrower_the_higher(qtbot: QtBot) -> None:
    made = line(qtbot, "Stand, stretch 30 s, have a glass of water", "80 minutes seated. 750 of 2,000 ml so far.")
    heights = [made.heightForWidth(width) for width in (900, 500, 320, 240)]
    assert heights == sorted(heights)
    assert heights[0] < heights[-1]


def test_a_reason_needs_room_too(qtbot: QtBot) -> None:
    assert line(qtbot, "Stand", "80 minutes seated.").heightForWidth(600) > line(qtbot, "Stand").heightForWidth(600)


def test_it_is_one_sentence_to_a_screen_reader(qtbot: QtBot) -> None:
    assert line(qtbot, "Stand").accessibleName() == "14:20, Stand."


def test_the_times_have_one_column(qtbot: QtBot) -> None:
    assert time_width(("9:05", "14:20")) == time_width(("14:20",)) > time_width(("9:05",))
    made = line(qtbot, "Stand")
    before = made.minimumSizeHint().width()
    made.resize_times(200)
    assert made.minimumSizeHint().width() > before
    assert indent(200) > 200


def test_buttons_go_on_below_where_the_line_ends(qtbot: QtBot) -> None:
    row = QWidget()
    qtbot.addWidget(row)
    flow = FlowLayout(row, gap=8)
    buttons = [Button("Do now"), Button("Later"), Button("Skip")]
    for button in buttons:
        flow.addWidget(button)
    wide = flow.sizeHint()
    flow.setGeometry(QRect(0, 0, wide.width(), 400))
    assert len({button.y() for button in buttons}) == 1
    assert flow.heightForWidth(wide.width()) == wide.height()
    widest = max(button.sizeHint().width() for button in buttons)
    flow.setGeometry(QRect(0, 0, widest, 400))
    assert len({button.y() for button in buttons}) == 3
    assert flow.heightForWidth(widest) == 3 * wide.height() + 2 * 8


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    row = QWidget()
    qtbot.addWidget(row)
    flow = FlowLayout(row, gap=8)
    one, other = Button("Later"), Button("Skip")
    flow.addWidget(one)
    flow.addWidget(other)
    other.hide()
    assert flow.sizeHint() == one.sizeHint()
    assert flow.takeAt(5) is None
    assert flow.itemAt(5) is None
    assert flow.takeAt(0) is not None
    assert flow.count() == 1


def test_nights_differ_without_colour(qtbot: QtBot) -> None:
    pictures = []
    for night in Night:
        nights = Nights()
        qtbot.addWidget(nights)
        nights.mark((night,), "One night")
        nights.resize(nights.sizeHint())
        image = nights.grab().toImage()
        area = [(x, y) for x in range(image.width()) for y in range(image.height())]
        ground = image.pixelColor(0, 0).lightness()
        pictures.append(sum(abs(image.pixelColor(x, y).lightness() - ground) > 60 for x, y in area))
        assert nights.accessibleName() == "One night"
    assert len(set(pictures)) == len(Night)
    assert min(pictures) > 0
