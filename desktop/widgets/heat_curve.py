"""The heat of a day as a picture: how hot it feels by the hour, the classes as lines, and the blocks of the day.

It reads without colour: each class has its own hatching and its name at its line, each block a number.
"""

from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from desktop.states import HeatBlock, HeatDay, HeatPoint
from desktop.theme import GRID, Size, Token, colour, font, is_new_look, scale
from desktop.wording import heat_day as wording
from desktop.wording.amounts import clock
from schedules.heat import BAND_FLOORS_F, celsius
from schedules.prompts import Band
from schedules.wall_clock import HOUR

_PLOT, _LANE, _WIDTH = 168, 28, 520
"""Heights of the curve and of the blocks, and the usual width, in pixels at a text scale of 1."""
_NARROW = 480
"""Below this width, at a text scale of 1, the classes are named under the picture."""
_ROOM_C = 3.0
"""So much stays free above the hottest and below the coolest hour."""
_HATCHES = {
    Band.CAUTION: Qt.BrushStyle.Dense7Pattern,
    Band.EXTREME_CAUTION: Qt.BrushStyle.BDiagPattern,
    Band.DANGER: Qt.BrushStyle.DiagCrossPattern,
    Band.EXTREME_DANGER: Qt.BrushStyle.Dense4Pattern,
}
_FLOORS_C = tuple((celsius(floor), band) for floor, band in BAND_FLOORS_F)
_CENTRED = Qt.AlignmentFlag.AlignCenter


class HeatCurve(QLabel):
    """Paints a `HeatDay`; a screen reader hears it as a few sentences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day: HeatDay | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room for the names of the classes beside their lines."""
        return self.width() < _NARROW * scale(QApplication.font())

    def tell(self, day: HeatDay) -> None:
        """Show a day."""
        self._day = day
        self.setAccessibleName(wording.curve_spoken(day))
        self.update()

    def sizeHint(self) -> QSize:
        """In the scale of the text."""
        grown = scale(QApplication.font())
        return QSize(round(_WIDTH * grown), round((_PLOT + _LANE) * grown + self._line() * 2.9))

    def minimumSizeHint(self) -> QSize:
        """It may be as narrow as the window."""
        return QSize(200, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's text scale."""
        if is_new_look(event):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture."""
        if self._day is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        plot = self._plot()
        self._paint_blocks(painter, plot)
        self._paint_area(painter, plot)
        self._paint_floors(painter, plot)
        self._paint_line(painter, plot)
        self._paint_hours(painter, plot)
        self._paint_now(painter, plot)
        self._paint_peak(painter, plot)

    # Where things are

    def _font(self) -> QFont:
        return font(QApplication.font(), Size.BASE)

    def _line(self) -> float:
        return QFontMetricsF(self._font()).height()

    def _plot(self) -> QRectF:
        metrics = QFontMetricsF(self._font())
        gutter = max((metrics.horizontalAdvance(label) for _floor, label in self._labels()), default=0.0) + GRID
        side, grown = GRID * 1.5, scale(QApplication.font())
        return QRectF(gutter, self._line() * 1.5, self.width() - gutter - side, _PLOT * grown)

    def _labels(self) -> list[tuple[float, str]]:
        """The lines within the picture, and what stands beside them."""
        assert self._day is not None
        least, most = self._reach()
        shown = [(floor, band) for floor, band in _FLOORS_C if least <= floor <= most]
        return [(floor, wording.floor_label(band, floor, self._day, short=self.is_narrow)) for floor, band in shown]

    def _x(self, at: datetime, plot: QRectF) -> float:
        assert self._day is not None
        whole = self._day.end_at - self._day.start_at
        part = (at - self._day.start_at) / whole if whole else 0.0
        return plot.left() + min(max(part, 0.0), 1.0) * plot.width()

    def _reach(self) -> tuple[float, float]:
        """From the coolest to the hottest that is painted, the first class always within."""
        assert self._day is not None
        values = [point.heat_index_c for point in self._day.points]
        return min(*values, _FLOORS_C[-1][0]) - _ROOM_C, max(*values, _FLOORS_C[-1][0]) + _ROOM_C

    def _y(self, degrees: float, plot: QRectF) -> float:
        least, most = self._reach()
        return plot.bottom() - (degrees - least) / (most - least) * plot.height()

    def _runs(self) -> list[list[HeatPoint]]:
        """The hours that follow each other: a gap in what is known is a gap in the curve."""
        assert self._day is not None
        runs: list[list[HeatPoint]] = []
        for point in self._day.points:
            if runs and point.at - runs[-1][-1].at <= HOUR:
                runs[-1].append(point)
            else:
                runs.append([point])
        return runs

    def _path(self, run: list[HeatPoint], plot: QRectF) -> QPainterPath:
        """An hour's value stands in its middle; the first and the last reach to their ends."""
        points = [
            QPointF(self._x(run[0].at, plot), self._y(run[0].heat_index_c, plot)),
            *(QPointF(self._x(p.at + HOUR / 2, plot), self._y(p.heat_index_c, plot)) for p in run),
            QPointF(self._x(run[-1].at + HOUR, plot), self._y(run[-1].heat_index_c, plot)),
        ]
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        return path

    # What is painted

    def _paint_blocks(self, painter: QPainter, plot: QRectF) -> None:
        """Each block is a pale column behind the curve, and a bar with its number below."""
        assert self._day is not None
        for number, block in enumerate(self._day.blocks, 1):
            left, right = self._x(block.start_at, plot), self._x(block.end_at, plot)
            if block.band is not None:
                painter.fillRect(QRectF(left, plot.top(), right - left, plot.height()), colour(self, Token.TRACK))
            self._paint_bar(painter, QRectF(left, plot.bottom() + GRID / 2, right - left, 0), number, block)

    def _paint_bar(self, painter: QPainter, at: QRectF, number: int, block: HeatBlock) -> None:
        grown = scale(QApplication.font())
        bar = QRectF(at.left() + 1, at.top(), max(at.width() - 2, 4.0), _LANE * grown - GRID / 2)
        in_heat = block.band is not None
        painter.setPen(QPen(colour(self, Token.ACCENT if in_heat else Token.LINE), 1.5))
        painter.setBrush(colour(self, Token.ACCENT if in_heat else Token.SURFACE))
        painter.drawRoundedRect(bar, 4, 4)
        painter.setPen(colour(self, Token.ON_ACCENT if in_heat else Token.TEXT))
        if QFontMetricsF(painter.font()).horizontalAdvance(str(number)) <= bar.width():
            painter.drawText(bar, _CENTRED, str(number))

    def _paint_area(self, painter: QPainter, plot: QRectF) -> None:
        """Hatch what lies under the curve, in each class by its own pattern."""
        assert self._day is not None
        if self._day.is_old:
            return
        for run in self._runs():
            under = self._path(run, plot)
            end = under.currentPosition()
            under.lineTo(end.x(), plot.bottom())
            under.lineTo(self._x(run[0].at, plot), plot.bottom())
            under.closeSubpath()
            for (floor, band), (ceiling, _above) in zip(_FLOORS_C, ((200.0, None), *_FLOORS_C), strict=False):
                top, bottom = max(self._y(ceiling, plot), plot.top()), self._y(floor, plot)
                strip = QPainterPath()
                strip.addRect(QRectF(plot.left(), top, plot.width(), max(bottom - top, 0.0)))
                painter.fillPath(under.intersected(strip), QBrush(colour(self, Token.WARM), _HATCHES[band]))

    def _paint_floors(self, painter: QPainter, plot: QRectF) -> None:
        """The lines at which the classes begin, with their names."""
        metrics = QFontMetricsF(painter.font())
        for floor, label in self._labels():
            y = self._y(floor, plot)
            painter.setPen(QPen(colour(self, Token.LINE), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(colour(self, Token.MUTED))
            painter.drawText(QPointF(0, y + metrics.ascent() / 2 - metrics.descent() / 2), label)

    def _paint_line(self, painter: QPainter, plot: QRectF) -> None:
        assert self._day is not None
        old = self._day.is_old
        style = Qt.PenStyle.DotLine if old else Qt.PenStyle.SolidLine
        tone = colour(self, Token.MUTED if old else Token.WARM)
        pen = QPen(tone, 3, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        for run in self._runs():
            painter.strokePath(self._path(run, plot), pen)

    def _paint_hours(self, painter: QPainter, plot: QRectF) -> None:
        """Times below, as many as there is room for."""
        assert self._day is not None
        metrics = QFontMetricsF(painter.font())
        widest = metrics.horizontalAdvance("00:00") + GRID * 2
        whole = (self._day.end_at - self._day.start_at) / HOUR
        fit = max(1.0, plot.width() / widest)
        step = next((hours for hours in (1, 2, 3, 4, 6, 12) if whole / hours <= fit), 24)
        y = plot.bottom() + _LANE * scale(QApplication.font()) + metrics.ascent() + GRID / 2
        painter.setPen(colour(self, Token.MUTED))
        local = self._day.start_at.astimezone(self._day.zone)
        at = local.replace(minute=0, second=0, microsecond=0) + HOUR * (local.minute > 0)
        while at.hour % step:
            at += HOUR
        while at <= self._day.end_at:
            text, x = clock(at, self._day.zone), self._x(at, plot)
            width = metrics.horizontalAdvance(text)
            if x - width / 2 >= plot.left() - widest / 2 and x + width / 2 <= self.width():
                painter.drawText(QPointF(x - width / 2, y), text)
            at += timedelta(hours=step)

    def _paint_now(self, painter: QPainter, plot: QRectF) -> None:
        assert self._day is not None
        if not self._day.start_at <= self._day.now < self._day.end_at:
            return
        x = self._x(self._day.now, plot)
        painter.setPen(QPen(colour(self, Token.TEXT), 2))
        painter.drawLine(QPointF(x, self._line()), QPointF(x, plot.bottom()))
        width = QFontMetricsF(painter.font()).horizontalAdvance(wording.now_mark())
        left = min(max(x - width / 2, 0.0), self.width() - width)
        painter.drawText(QPointF(left, QFontMetricsF(painter.font()).ascent()), wording.now_mark())

    def _paint_peak(self, painter: QPainter, plot: QRectF) -> None:
        """A ring at the hottest hour, and how hot it is."""
        assert self._day is not None
        top = wording.peak(self._day)
        at = QPointF(self._x(top.at + HOUR / 2, plot), self._y(top.heat_index_c, plot))
        painter.setPen(QPen(colour(self, Token.TEXT), 2))
        painter.setBrush(colour(self, Token.SURFACE))
        painter.drawEllipse(at, 5, 5)
        text = wording.peak_mark(self._day)
        width = QFontMetricsF(painter.font()).horizontalAdvance(text)
        left = at.x() + GRID if at.x() + GRID + width <= plot.right() else at.x() - GRID - width
        self._label(painter, QPointF(left, at.y() - GRID), text, Token.TEXT)

    def _label(self, painter: QPainter, at: QPointF, text: str, tone: Token) -> None:
        """Words that can be read on whatever lies under them."""
        metrics = QFontMetricsF(painter.font())
        ground = QColor(colour(self, Token.SURFACE))
        ground.setAlphaF(0.85)
        room = QRectF(at.x(), at.y() - metrics.ascent(), metrics.horizontalAdvance(text) + 4, metrics.height() - 2)
        painter.fillRect(room, ground)
        painter.setPen(colour(self, tone))
        painter.drawText(QPointF(at.x() + 2, at.y()), text)
