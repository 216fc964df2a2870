"""The kinds of day of the schedule editor: a list to choose from, and a button for one more."""

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.schedule_states import Tab
from desktop.schedule_wishes import Act, Choose
from desktop.theme import GRID, Size, font
from desktop.widgets.buttons import Button, ButtonKind
from desktop.wording import schedule as wording

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop


class TabButton(Button):
    """A kind of day: its name, and under it when it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._note = ""
        super().__init__(parent=parent)

    def tell(self, tab: Tab, *, is_chosen: bool) -> None:
        """Show a kind of day."""
        if tab.when != self._note:
            self._note = tab.when
            self.updateGeometry()
            self.update()
        self.label(tab.name, tab.spoken)
        self.set_kind(ButtonKind.PRIMARY if is_chosen else ButtonKind.PLAIN)

    def _size_for(self, width: int) -> QSize:
        name, note = self._heights(width)
        longest = (
            max(QFontMetrics(self._name_font()).horizontalAdvance(self._words), self._note_metrics()) + self._frame()
        )
        return QSize(min(width, longest), name + note + 2 * GRID + 4)

    def _note_metrics(self) -> int:
        return QFontMetrics(font(QApplication.font(), Size.BASE)).horizontalAdvance(self._note)

    def _heights(self, width: int) -> tuple[int, int]:
        room = QRect(0, 0, max(1, width - self._frame()), 10_000)
        name = QFontMetrics(self._name_font()).boundingRect(room, _WRAPPED, self._words).height()
        note = QFontMetrics(font(QApplication.font(), Size.BASE)).boundingRect(room, _WRAPPED, self._note).height()
        return name, note

    def _paint_words(self, painter: QPainter, tone: QColor) -> None:
        painter.setPen(tone)
        name, note = self._heights(self.width())
        room = self.rect().adjusted(self._pad(), 0, -self._pad(), 0)
        top = (self.height() - name - note) // 2
        painter.setFont(self._name_font())
        painter.drawText(QRect(room.x(), top, room.width(), name), _WRAPPED, self._words)
        painter.setFont(font(QApplication.font(), Size.BASE))
        painter.drawText(QRect(room.x(), top + name, room.width(), note), _WRAPPED, self._note)

    @staticmethod
    def _name_font() -> QFont:
        return font(QApplication.font(), Size.BASE, strong=True)


class ShapeList(QWidget):
    """Shows the kinds of day."""

    wished = Signal(object)
    """A wish of `desktop.schedule_wishes`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(wording.shapes_name())
        self._buttons: list[TabButton] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID)
        self._add = Button(wording.add_shape(), ButtonKind.QUIET)
        self._add.setObjectName("add-shape")
        self._add.clicked.connect(lambda _checked=False: self.wished.emit(Act.ADD_SHAPE))
        self._layout.addWidget(self._add)
        self._layout.addStretch(1)

    def tell(self, tabs: tuple[Tab, ...], chosen: int) -> None:
        """Show kinds of day, one of them chosen."""
        while len(self._buttons) > len(tabs):
            gone = self._buttons.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._buttons) < len(tabs):
            self._add_button()
        for place, (button, tab) in enumerate(zip(self._buttons, tabs, strict=True)):
            button.tell(tab, is_chosen=place == chosen)

    def _add_button(self) -> None:
        place = len(self._buttons)
        button = TabButton()
        button.setObjectName(f"shape:{place}")
        button.clicked.connect(partial(self._choose, place))
        self._layout.insertWidget(place, button)
        self._buttons.append(button)

    def _choose(self, place: int, _checked: bool = False) -> None:  # noqa: FBT002 a slot
        self.wished.emit(Choose(shape=place))
