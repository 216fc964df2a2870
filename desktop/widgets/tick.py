"""A choice among several: a button with a box that is ticked or not. Its words may take several lines."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.theme import CORNER, GRID, Token, colour
from desktop.widgets.buttons import Button, mixed

_FILL = 0.08
"""Of the accent in the ground of what is ticked."""


class Tick(Button):
    """Says what is chosen by a tick in a box, and not by its colour alone."""

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        """Make a choice that is not ticked.

        Args:
            text: What is chosen.
            parent: The widget it lies on.
        """
        super().__init__(text, parent=parent)
        self.setCheckable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks it; Enter is for the window, as with any box."""
        QPushButton.keyPressEvent(self, event)

    def _frame(self) -> int:
        return super()._frame() + self._box() + GRID * 2

    def _box(self) -> int:
        return QFontMetrics(self.font()).height()

    def _colours(self) -> tuple[QColor, QColor | None, QColor]:
        fill, edge, words = super()._colours()
        if self.isChecked():
            return mixed(fill, colour(self, Token.ACCENT), _FILL), colour(self, Token.ACCENT), words
        return fill, edge, words

    def _paint_words(self, painter: QPainter, tone: QColor) -> None:
        room = self.rect().adjusted(self._pad(), 0, -self._pad(), 0)
        box, mirrored = self._box(), self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = room.right() - box if mirrored else room.left()
        self._paint_box(painter, QRectF(x, (self.height() - box) / 2, box, box))
        painter.setPen(tone)
        left = room.left() if mirrored else room.left() + box + GRID * 2
        painter.drawText(
            QRect(left, 0, room.width() - box - GRID * 2, self.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap,
            self._words,
        )

    def _paint_box(self, painter: QPainter, area: QRectF) -> None:
        edge = colour(self, Token.ACCENT if self.isChecked() else Token.LINE)
        painter.setPen(QPen(edge, 2))
        painter.setBrush(edge if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), CORNER / 3, CORNER / 3)
        if self.isChecked():
            painter.setPen(QPen(colour(self, Token.ON_ACCENT), 2.5, c=Qt.PenCapStyle.RoundCap))
            side = area.width()
            points = ((0.26, 0.53), (0.43, 0.7), (0.75, 0.33))
            painter.drawPolyline(QPolygonF([area.topLeft() + QPointF(x * side, y * side) for x, y in points]))
