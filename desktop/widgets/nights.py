"""The nights: one mark for each of the last seven, told apart by shape."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from desktop.states import Night
from desktop.theme import Token, colour, is_new_look, scale

_DOT = 14
_STEP = 22


class Nights(QLabel):
    """A full dot for a night with the routine, an open one without, a dash for a night that does not count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nights: tuple[Night, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def mark(self, nights: tuple[Night, ...], spoken: str) -> None:
        """Show nights, the oldest first."""
        self._nights = nights
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A row of dots."""
        grown = scale(QApplication.font())
        return QSize(round(grown * (_STEP * max(0, len(self._nights) - 1) + _DOT)) + 2, round(grown * _DOT) + 2)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's text scale."""
        if is_new_look(event):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        grown = scale(QApplication.font())
        radius = grown * _DOT / 2
        for place, night in enumerate(self._nights):
            x = 1 + radius + place * grown * _STEP
            centre = QPointF(self.width() - x if self.isRightToLeft() else x, self.height() / 2)
            pen = QPen(colour(self, Token.LINE), 2 * grown, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            if night is Night.DONE:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour(self, Token.ACCENT))
                painter.drawEllipse(centre, radius, radius)
            elif night is Night.OFF:
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(centre, radius - grown, radius - grown)
            else:
                painter.setPen(pen)
                painter.drawLine(centre - QPointF(radius * 0.6, 0), centre + QPointF(radius * 0.6, 0))
