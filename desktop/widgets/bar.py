"""The bar along the lower edge of a window, for what is always at hand."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.theme import Token, colour


class Bar(QWidget):
    """A surface with a line above."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(self, Token.SURFACE))
        painter.fillRect(QRectF(0, 0, self.width(), 1), colour(self, Token.HAIRLINE))
