"""The cards that a window is made of: a surface with round corners and a thin edge."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from desktop.theme import CORNER, Token, colour

_STRIPE = 6


class Card(QFrame):
    """A surface that things lie on."""

    def __init__(self, parent: QWidget | None = None, *, stripe: Token | None = None) -> None:
        """Make a card.

        Args:
            parent: The widget it lies on.
            stripe: The colour of a stripe along its leading edge, for a card that wants to be seen first.
        """
        super().__init__(parent)
        self._stripe = stripe

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the surface, the stripe and the edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        painter.fillPath(shape, colour(self, Token.SURFACE))
        if self._stripe is not None:
            stripe = QPainterPath()
            stripe.addRect(QRectF(0, 0, _STRIPE, self.height()))
            painter.fillPath(shape.intersected(stripe), colour(self, self._stripe))
        painter.strokePath(shape, QPen(colour(self, Token.HAIRLINE), 1))
