"""The ring: how much of a day's drinks there is, as a number, in words and as a shape."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QProgressBar, QSizePolicy, QWidget

from desktop.theme import Size, Token, colour, font, is_new_look, scale
from desktop.widgets.icons import Icon, paint_icon

_WIDTH = 168
_STROKE = 14
_MOST = 1.5
"""The ring stops growing with the text here, or it would fill the window."""


class Ring(QProgressBar):
    """A progress bar bent to a ring, so that a screen reader knows what it is and what it says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._whole = "", ""
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def fill(self, *, part: int, whole: int, number: str, under: str, spoken: str) -> None:
        """Show an amount.

        Args:
            part: How much there is, in any unit.
            whole: How much it is to become, in the same; 0 for a ring that only tells the number.
            number: What stands in the middle.
            under: What stands below the number.
            spoken: Both as a screen reader says them.
        """
        self.setRange(0, max(1, whole))
        self.setValue(min(part, whole))
        self._number, self._whole = number, under
        self.setAccessibleDescription(spoken)
        self.setFormat(spoken)
        self.update()

    @property
    def is_full(self) -> bool:
        """Whether the whole is reached."""
        return self.value() == self.maximum()

    def sizeHint(self) -> QSize:
        """A square that grows with the text, up to a limit."""
        side = round(_WIDTH * min(_MOST, scale(QApplication.font())))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The same: it does not shrink."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's text scale."""
        if is_new_look(event):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track, the part and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = self.width() * _STROKE / _WIDTH
        area = QRectF(self.rect()).adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
        pen = QPen(colour(self, Token.TRACK), stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawEllipse(area)
        if self.value():
            pen.setColor(colour(self, Token.WATER))
            painter.setPen(pen)
            painter.drawArc(area, 90 * 16, -round(360 * 16 * self.value() / self.maximum()))
        self._paint_words(painter, area.adjusted(stroke, 0, -stroke, 0))

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        number = _fitted(self._number, Size.HUGE, area.width() * 0.86, strong=True)
        under = _fitted(self._whole, Size.BASE, area.width() * 0.86, strong=False)
        high, low = QFontMetrics(number).capHeight(), QFontMetrics(under).height()
        gap = low * 0.35
        top = area.center().y() - (high + gap + low) / 2
        painter.setFont(number)
        painter.setPen(colour(self, Token.TEXT))
        line = QRectF(area.x(), top - high, area.width(), high * 3)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self._number)
        painter.setFont(under)
        painter.setPen(colour(self, Token.MUTED))
        painter.drawText(
            QRectF(area.x(), top + high + gap, area.width(), low), Qt.AlignmentFlag.AlignCenter, self._whole
        )
        if self.is_full:
            side = high * 0.8
            place = QRectF(area.center().x() - side / 2, top - side * 1.25, side, side)
            paint_icon(painter, Icon.DONE, place, colour(self, Token.GOOD))


def _fitted(text: str, size: Size, width: float, *, strong: bool) -> QFont:
    """The application's font in a size, or as much smaller as a text needs to fit."""
    made = font(QApplication.font(), size, strong=strong)
    needed = QFontMetrics(made).horizontalAdvance(text)
    if needed > width:
        made.setPixelSize(max(1, int(made.pixelSize() * width / needed)))
    return made
