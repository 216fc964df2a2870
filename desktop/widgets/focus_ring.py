"""The ring around what has the keyboard's focus, for what is painted here."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.theme import CORNER, FOCUS_RING, Token, colour


def paint_focus_ring(widget: QWidget, painter: QPainter) -> QRectF:
    """Paint the ring along the edge where it is due; what is left inside of it, due or not: nothing jumps."""
    area = QRectF(widget.rect())
    if widget.hasFocus() and widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
        half = FOCUS_RING / 2
        painter.setPen(QPen(colour(widget, Token.ACCENT), FOCUS_RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(half, half, -half, -half), CORNER, CORNER)
    gap = FOCUS_RING + 2
    return area.adjusted(gap, gap, -gap, -gap)
