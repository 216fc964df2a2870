"""The small line icons beside the words, in one style: a grid of 24, lines of 2 with round ends, no fill."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

_GRID = 24.0


class Icon(StrEnum):
    """What an icon stands for."""

    DRINK = "drink"
    MOVE = "move"
    EXERCISE = "exercise"
    BEDTIME = "bedtime"
    RIDE = "ride"
    HEAT = "heat"
    CRAMP = "cramp"
    NOTE = "note"
    """A line of the day that is neither asked nor logged."""
    PAUSE = "pause"
    NOTICE = "notice"
    CLOSE = "close"
    MORE = "more"
    DONE = "done"
    WAITING = "waiting"
    DESK = "desk"
    STANDING = "standing"
    OUTDOORS = "outdoors"
    QUIET = "quiet"
    BACK = "back"
    ONWARD = "onward"
    CALENDAR = "calendar"
    DOT = "dot"
    """A full dot, for a mark that is told by its shape."""


def paint_icon(painter: QPainter, icon: Icon, area: QRectF, colour: QColor) -> None:
    """Paint an icon into a square area."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.scale(area.width() / _GRID, area.height() / _GRID)
    pen = QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(_DRAWN[icon](), pen)
    painter.restore()


def _drop() -> QPainterPath:
    path = QPainterPath(QPointF(12, 3))
    path.cubicTo(14, 6.5, 18.5, 10.5, 18.5, 14.8)
    path.arcTo(QRectF(5.5, 8.3, 13, 13), 0, -180)
    path.cubicTo(5.5, 10.5, 10, 6.5, 12, 3)
    path.closeSubpath()
    return path


def _person() -> QPainterPath:
    """Someone standing up and reaching out."""
    path = QPainterPath()
    path.addEllipse(QPointF(12, 4.6), 2.2, 2.2)
    path.moveTo(4.5, 7.5)
    path.quadTo(8, 10.6, 12, 10.6)
    path.quadTo(16, 10.6, 19.5, 7.5)
    path.moveTo(12, 10.6)
    path.lineTo(12, 15)
    path.lineTo(8.6, 21)
    path.moveTo(12, 15)
    path.lineTo(15.4, 21)
    return path


def _weight() -> QPainterPath:
    path = QPainterPath()
    for x, height in ((3.6, 5.0), (7.2, 10.0), (16.8, 10.0), (20.4, 5.0)):
        path.moveTo(x, 12 - height / 2)
        path.lineTo(x, 12 + height / 2)
    path.moveTo(7.2, 12)
    path.lineTo(16.8, 12)
    return path


def _moon() -> QPainterPath:
    path = QPainterPath(QPointF(20, 14.2))
    path.cubicTo(13.5, 17, 6.5, 11, 9.8, 4)
    path.cubicTo(2.2, 6.4, 1.6, 16.2, 8, 19.6)
    path.cubicTo(12.8, 22, 18.2, 19.4, 20, 14.2)
    path.closeSubpath()
    return path


def _bike() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(5.6, 16.4), 3.9, 3.9)
    path.addEllipse(QPointF(18.4, 16.4), 3.9, 3.9)
    path.moveTo(5.6, 16.4)
    path.lineTo(9.4, 9.6)
    path.lineTo(15.6, 9.6)
    path.lineTo(11.4, 16.4)
    path.closeSubpath()
    path.moveTo(18.4, 16.4)
    path.lineTo(14.6, 5.6)
    path.lineTo(17.2, 5.6)
    path.moveTo(9.4, 9.6)
    path.lineTo(8.4, 7)
    path.moveTo(6.8, 7)
    path.lineTo(10, 7)
    return path


def _sun() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(12, 12), 4.2, 4.2)
    for dx, dy in ((1, 0), (0, 1), (0.71, 0.71), (0.71, -0.71)):
        for sign in (1, -1):
            path.moveTo(12 + sign * dx * 7.4, 12 + sign * dy * 7.4)
            path.lineTo(12 + sign * dx * 9.6, 12 + sign * dy * 9.6)
    return path


def _bolt() -> QPainterPath:
    path = QPainterPath(QPointF(13.4, 2.8))
    for x, y in ((6, 13.4), (11.6, 13.4), (10.6, 21.2), (18, 10.6), (12.4, 10.6)):
        path.lineTo(x, y)
    path.closeSubpath()
    return path


def _dot() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(12, 12), 3.2, 3.2)
    return path


def _bars() -> QPainterPath:
    path = QPainterPath()
    for x in (8.5, 15.5):
        path.moveTo(x, 5.5)
        path.lineTo(x, 18.5)
    return path


def _notice() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(12, 12), 9, 9)
    path.moveTo(12, 11.2)
    path.lineTo(12, 16.4)
    path.moveTo(12, 7.6)
    path.lineTo(12, 7.7)
    return path


def _cross() -> QPainterPath:
    path = QPainterPath(QPointF(6.5, 6.5))
    path.lineTo(17.5, 17.5)
    path.moveTo(17.5, 6.5)
    path.lineTo(6.5, 17.5)
    return path


def _lines() -> QPainterPath:
    path = QPainterPath()
    for y in (6.5, 12, 17.5):
        path.moveTo(4.5, y)
        path.lineTo(19.5, y)
    return path


def _tick() -> QPainterPath:
    path = QPainterPath(QPointF(5, 12.8))
    path.lineTo(10, 17.6)
    path.lineTo(19, 7)
    return path


def _bell() -> QPainterPath:
    path = QPainterPath(QPointF(4.5, 17))
    path.quadTo(7, 14.6, 7, 9.6)
    path.cubicTo(7, 3.2, 17, 3.2, 17, 9.6)
    path.quadTo(17, 14.6, 19.5, 17)
    path.closeSubpath()
    path.moveTo(10, 20.4)
    path.lineTo(14, 20.4)
    return path


def _desk() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(5, 4, 14, 9), 1.5, 1.5)
    path.moveTo(12, 13)
    path.lineTo(12, 17)
    path.moveTo(3.5, 17.5)
    path.lineTo(20.5, 17.5)
    path.moveTo(5.5, 17.5)
    path.lineTo(5.5, 21)
    path.moveTo(18.5, 17.5)
    path.lineTo(18.5, 21)
    return path


def _standing() -> QPainterPath:
    """Someone on both feet, arms down."""
    path = QPainterPath()
    path.addEllipse(QPointF(12, 4.6), 2.2, 2.2)
    path.moveTo(8.2, 14)
    path.quadTo(8.2, 9.4, 12, 9.4)
    path.quadTo(15.8, 9.4, 15.8, 14)
    path.moveTo(10.4, 13)
    path.lineTo(10.4, 21)
    path.moveTo(13.6, 13)
    path.lineTo(13.6, 21)
    return path


def _tree() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(12, 9), 6, 6)
    path.moveTo(12, 10.5)
    path.lineTo(12, 21)
    path.moveTo(12, 14)
    path.lineTo(14.6, 11.6)
    path.moveTo(7.5, 21)
    path.lineTo(16.5, 21)
    return path


def _hush() -> QPainterPath:
    """A bell, crossed out."""
    path = _bell()
    path.moveTo(4, 3.6)
    path.lineTo(20, 20.4)
    return path


def _chevron(tip: float, base: float) -> QPainterPath:
    path = QPainterPath(QPointF(base, 5.5))
    path.lineTo(tip, 12)
    path.lineTo(base, 18.5)
    return path


def _calendar() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(4, 5.5, 16, 14.5), 2.5, 2.5)
    path.moveTo(4, 10)
    path.lineTo(20, 10)
    for x in (8.5, 15.5):
        path.moveTo(x, 3.2)
        path.lineTo(x, 7)
    return path


def _full() -> QPainterPath:
    path = QPainterPath()
    for radius in (1.0, 2.6, 4.0):
        path.addEllipse(QPointF(12, 12), radius, radius)
    return path


_DRAWN: dict[Icon, Callable[[], QPainterPath]] = {
    Icon.DRINK: _drop,
    Icon.MOVE: _person,
    Icon.EXERCISE: _weight,
    Icon.BEDTIME: _moon,
    Icon.RIDE: _bike,
    Icon.HEAT: _sun,
    Icon.CRAMP: _bolt,
    Icon.NOTE: _dot,
    Icon.PAUSE: _bars,
    Icon.NOTICE: _notice,
    Icon.CLOSE: _cross,
    Icon.MORE: _lines,
    Icon.DONE: _tick,
    Icon.WAITING: _bell,
    Icon.DESK: _desk,
    Icon.STANDING: _standing,
    Icon.OUTDOORS: _tree,
    Icon.QUIET: _hush,
    Icon.BACK: lambda: _chevron(9, 15),
    Icon.ONWARD: lambda: _chevron(15, 9),
    Icon.CALENDAR: _calendar,
    Icon.DOT: _full,
}
