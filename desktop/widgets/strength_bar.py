"""How strong the evidence is, as a bar of parts: it decorates the words beside it and is nothing to a screen reader."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from desktop.theme import Token, colour, is_new_look, scale

PARTS = 3
_PART, _HIGH, _GAP = 28, 12, 4
_LINE = 22
"""As high as a line of large text, so that it stands in the middle of the words beside it."""


class StrengthBar(QWidget):
    """Three parts, so many of them filled; the others are outlines, so that it reads without colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def fill(self, parts: int) -> None:
        """Fill some of the parts, 0 to 3."""
        self._filled = parts
        self.update()

    def sizeHint(self) -> QSize:
        """In the scale of the text."""
        grown = scale(QApplication.font())
        return QSize(round((PARTS * _PART + (PARTS - 1) * _GAP) * grown), round(_LINE * grown))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's text scale."""
        if is_new_look(event):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the parts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        grown = scale(QApplication.font())
        painter.setPen(QPen(colour(self, Token.ACCENT), 1.5))
        for place in range(PARTS):
            filled = place < self._filled
            painter.setBrush(colour(self, Token.ACCENT) if filled else QColor(Qt.GlobalColor.transparent))
            top = (self.height() - _HIGH * grown) / 2
            area = QRectF(place * (_PART + _GAP) * grown, top, _PART * grown, _HIGH * grown)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 3, 3)
