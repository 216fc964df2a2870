"""The countdown: a number in a ring, to be read from the other side of the room."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from desktop.theme import Size, Token, colour, font

_LEAST, _LEAST_WIDE = 236, 288
"""Pixels across in which two digits, or minutes and seconds, are still 96 pixels high."""
WIDEST = 420
"""Pixels; a larger ring reads no better."""
_STROKE = 0.062
_ACROSS = 0.84
"""The most that the number may be wide, as a share of the ring."""
_UNDER = 0.095
"""The most that the words below the number may be high, as a share of the ring."""
_SHORT = 2
_NUMBER = 0.44
"""Height of the number's font, as a share of the ring."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What the ring shows."""

    number: str
    under: str = ""
    left: float = 1.0
    """The share of the time that is left, 0 to 1."""
    is_work: bool = True
    """A hold: what counts. A rest or a pause looks quieter."""
    is_still: bool = False
    """It stands still: two bars stand over the number."""


class Countdown(QLabel):
    """The ring. A screen reader hears of it by announcements, and by its name when it asks.

    A label by its kind: what is a plain widget to Qt is no more than filling to a screen reader.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = Count(number="")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.setMaximumWidth(WIDEST)

    @property
    def count(self) -> Count:
        """What it shows."""
        return self._count

    def show_count(self, count: Count) -> None:
        """Show a number; nothing that stayed the same is painted again."""
        before, self._count = self._count, count
        if (len(before.number) > _SHORT) != (len(count.number) > _SHORT):
            self.updateGeometry()
        if before != count:
            self.update()

    def number_px(self) -> int:
        """How high the number's font is now, in pixels."""
        return self._number_font(self._area()).pixelSize()

    def sizeHint(self) -> QSize:
        """What it needs; it takes more where there is more."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """So large that the number can be read from two and a half metres."""
        side = _LEAST_WIDE if len(self._count.number) > _SHORT else _LEAST
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring, what is left of it, the number and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area()
        stroke = area.width() * _STROKE
        line = area.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
        pen = QPen(colour(self, Token.TRACK), stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawEllipse(line)
        if self._count.left > 0:
            pen.setColor(colour(self, Token.ACCENT if self._count.is_work else Token.LINE))
            painter.setPen(pen)
            painter.drawArc(line, 90 * 16, round(360 * 16 * min(1.0, self._count.left)))
        self._paint_words(painter, area)

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        number = self._number_font(area)
        under = self._under_font(area)
        metrics = QFontMetrics(number)
        high, low = metrics.capHeight(), QFontMetrics(under).height()
        top = area.center().y() - high * 0.62
        painter.setFont(number)
        painter.setPen(colour(self, Token.TEXT))
        width = metrics.horizontalAdvance(self._count.number)
        painter.drawText(QPointF(area.center().x() - width / 2, top + high), self._count.number)
        painter.setFont(under)
        painter.setPen(colour(self, Token.MUTED))
        place = QRectF(area.x(), top + high + area.height() * 0.055, area.width(), low)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._count.under)
        if self._count.is_still:
            self._paint_bars(painter, QPointF(area.center().x(), (area.top() + top) / 2 + area.height() * 0.03))

    def _paint_bars(self, painter: QPainter, centre: QPointF) -> None:
        unit = self._area().height() / 60
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self, Token.TEXT))
        for x in (-2.6, 1.0):
            bar = QRectF(centre.x() + x * unit, centre.y() - 2.6 * unit, 1.6 * unit, 5.2 * unit)
            painter.drawRoundedRect(bar, unit / 2, unit / 2)

    def _number_font(self, area: QRectF) -> QFont:
        wanted = font(QApplication.font(), Size.COUNTDOWN, strong=True)
        wanted.setWeight(QFont.Weight.Bold)
        wanted.setPixelSize(max(round(area.width() * _NUMBER), min(Size.COUNTDOWN, wanted.pixelSize())))
        return _fitted(self._count.number, wanted, area.width() * _ACROSS)

    def _under_font(self, area: QRectF) -> QFont:
        wanted = font(QApplication.font(), Size.TITLE)
        wanted.setPixelSize(min(wanted.pixelSize(), round(area.width() * _UNDER)))
        return _fitted(self._count.under, wanted, area.width() * 0.6)

    def _area(self) -> QRectF:
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)


def _fitted(text: str, wanted: QFont, width: float) -> QFont:
    """A font, or as much smaller as a text needs to fit."""
    needed = QFontMetrics(wanted).horizontalAdvance(text)
    if needed > width:
        wanted.setPixelSize(max(1, int(wanted.pixelSize() * width / needed)))
    return wanted
