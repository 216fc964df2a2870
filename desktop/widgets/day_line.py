"""One line of a day: its time, its mark on the rail that runs through all lines, and its words."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from desktop.theme import GRID, Size, Token, colour, font, is_new_look, scale
from desktop.widgets.buttons import mixed
from desktop.widgets.icons import Icon, paint_icon

_RAIL = 56
"""Width of the column with the rail, at a text scale of 1."""
_NODE = 34
_LEAD = 3
"""Between the title and what stands under it, in pixels at a text scale of 1."""
_PAD = 12
"""Before and after a time, in pixels."""
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_TALLEST = 100_000

_BAND = 26
"""Width of the band of a block, at a text scale of 1."""
_TONES = {Icon.DRINK: Token.WATER, Icon.HEAT: Token.WARM, Icon.CRAMP: Token.DANGER}
"""Of marks that have a colour of their own; every other has the accent's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineText:
    """What a line says."""

    time: str
    title: str
    under: str = ""
    icon: Icon = Icon.NOTE
    ahead: bool = False
    """It is still to come, so it stands out."""
    spoken: str = ""


def time_width(times: tuple[str, ...]) -> int:
    """How wide the column of times has to be, in pixels."""
    metrics = QFontMetrics(font(QApplication.font(), Size.BASE, strong=True))
    return max((metrics.horizontalAdvance(time) for time in times), default=0) + 2 * _PAD


def rail_x(times_px: int) -> float:
    """Where the rail runs, in pixels from a line's start."""
    return times_px + _RAIL * _grown() / 2


def band_width() -> float:
    """How wide the band of a block runs beside the lines in it, in pixels."""
    return _BAND * _grown()


def mirrored(widget: QWidget, area: QRectF) -> QRectF:
    """An area as it lies where people read from right to left."""
    if widget.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
        return area
    return QRectF(widget.width() - area.right(), area.y(), area.width(), area.height())


def indent(times_px: int) -> int:
    """Where the words of a line begin, in pixels from its start."""
    return times_px + round(_RAIL * _grown())


class DayLine(QLabel):
    """The words of a line; a screen reader hears them as one sentence."""

    def __init__(self, text: LineText, times_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._times_px = text, times_px
        self.setAccessibleName(text.spoken)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def resize_times(self, times_px: int) -> None:
        """Give the column of times another width."""
        if times_px != self._times_px:
            self._times_px = times_px
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it has to be for its words."""
        title, under = self._heights(width - indent(self._times_px))
        return max(round(_NODE * _grown()) + GRID, title + under + 2 * GRID + 2)

    def sizeHint(self) -> QSize:
        """Wide enough for its words on few lines."""
        width = indent(self._times_px) + round(240 * _grown())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As wide as its longest word."""
        words = f"{self._text.title} {self._text.under}".split()
        metrics = QFontMetrics(self._title_font())
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return QSize(indent(self._times_px) + longest, round(_NODE * _grown()))

    def node_y(self) -> float:
        """Where the middle of its mark is, in pixels from its top."""
        title, under = self._heights(self.width() - indent(self._times_px))
        return max(0, (self.height() - title - under) // 2) + QFontMetrics(self._title_font()).height() / 2

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's text scale."""
        if is_new_look(event):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the time, the mark and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        start, text = indent(self._times_px), self._text
        title, under = self._heights(self.width() - start)
        top = max(0, (self.height() - title - under) // 2)
        first = QFontMetrics(self._title_font()).height()
        node = mirrored(self, QRectF(rail_x(self._times_px), self.node_y(), 0, 0))
        self._paint_node(painter, node.topLeft())
        painter.setFont(font(QApplication.font(), Size.BASE, strong=text.ahead))
        painter.setPen(colour(self, Token.TEXT if text.ahead else Token.MUTED))
        times = mirrored(self, QRectF(_PAD, top, self._times_px, first))
        painter.drawText(times, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text.time)
        painter.setFont(self._title_font())
        painter.drawText(mirrored(self, QRectF(start, top, self.width() - start, title)), _WRAPPED, text.title)
        painter.setFont(font(QApplication.font(), Size.BASE))
        painter.setPen(colour(self, Token.MUTED))
        painter.drawText(mirrored(self, QRectF(start, top + title, self.width() - start, under)), _WRAPPED, text.under)

    def _paint_node(self, painter: QPainter, centre: QPointF) -> None:
        grown, text = _grown(), self._text
        tone, surface = colour(self, _TONES.get(text.icon, Token.ACCENT)), colour(self, Token.SURFACE)
        radius, side = grown * _NODE / 2, grown * 20
        if text.ahead:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mixed(surface, tone, 0.14))
        else:
            tone = colour(self, Token.LINE)
            radius, side = grown * 13, grown * 18
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(surface)
        painter.drawEllipse(centre, radius, radius)
        paint_icon(painter, text.icon, QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side), tone)

    def _title_font(self) -> QFont:
        return font(QApplication.font(), Size.LARGE if self._text.ahead else Size.BASE, strong=self._text.ahead)

    def _heights(self, width: int) -> tuple[int, int]:
        """How high the title and what stands under it are at a width."""
        room = QRect(0, 0, max(1, width), _TALLEST)
        title = QFontMetrics(self._title_font()).boundingRect(room, _WRAPPED, self._text.title).height()
        if not self._text.under:
            return title, 0
        plain = QFontMetrics(font(QApplication.font(), Size.BASE))
        return title + round(_LEAD * _grown()), plain.boundingRect(room, _WRAPPED, self._text.under).height()


class NowLine(QLabel):
    """The line between what has been and what is to come, with the time in a pill."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._time, self._times_px = "", 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tell(self, time: str, spoken: str, times_px: int) -> None:
        """Show a time."""
        self._time, self._times_px = time, times_px
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(indent(self._times_px), round(44 * _grown()))

    def minimumSizeHint(self) -> QSize:
        """The pill."""
        return QSize(self._times_px, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's text scale."""
        if is_new_look(event):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line and the pill over its start."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent, middle = colour(self, Token.ACCENT), self.height() / 2
        painter.setPen(QPen(accent, 2))
        line = mirrored(self, QRectF(self._times_px, middle, self.width() - self._times_px, 0))
        painter.drawLine(line.topLeft(), line.topRight())
        high = 30 * _grown()
        pill = mirrored(self, QRectF(0, middle - high / 2, self._times_px, high))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawRoundedRect(pill, high / 2, high / 2)
        painter.setPen(colour(self, Token.ON_ACCENT))
        painter.setFont(font(QApplication.font(), Size.BASE, strong=True))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self._time)


def _grown() -> float:
    return scale(QApplication.font())
