"""Uncramp's own sign, a leg from hip to toes, and the four shapes it takes in the tray.

A dark edge round a light fill can be read on light and dark panels alike. What the tray has to say is added as a shape
at the free corner: a dot, two bars, a small sun.
"""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QTransform

from desktop.tray_state import TrayLook

SIZES = (16, 22, 24, 32, 48, 64)
"""Pixels: what tray hosts ask for."""

_GRID = 24.0
_EDGE = QColor("#0B2F38")
_CLEAR = QColor(0, 0, 0, 0)
_FILL = QColor("#5CC4D3")
_REST = QColor("#A9BAC4")
"""Of the leg while prompts are paused."""
_SIGNAL = QColor("#FFB25E")
"""Of what is added: warm, and lighter than the edge it lies in."""


def tray_icon(look: TrayLook) -> QIcon:
    """The icon of a look in every size."""
    icon = QIcon()
    for size in SIZES:
        icon.addPixmap(tray_pixmap(look, size))
    return icon


def tray_pixmap(look: TrayLook, size: int) -> QPixmap:
    """The icon of a look, so many pixels wide and high."""
    pixmap = QPixmap(size, size)
    pixmap.fill(_CLEAR)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / _GRID, size / _GRID)
    # The edge never gets thinner than a pixel, or it would be gone at 16.
    edge = max(1.5, _GRID / size)
    leg = _leg()
    _trace(painter, leg, edge, _REST if look is TrayLook.PAUSED else _FILL)
    mark = _MARKS[look]()
    if not mark.isEmpty():
        # A gap keeps the mark apart from the leg, whatever lies behind the icon.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        _trace(painter, mark, edge * 2.6, _EDGE)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        _trace(painter, mark, edge, _SIGNAL)
    painter.end()
    return pixmap


def _trace(painter: QPainter, path: QPainterPath, edge: float, fill: QColor) -> None:
    """Paint a shape with its edge wholly outside of it.

    Pen and brush are told their colours this way because every other way loads Qt's namespace of enums, and with it a
    fifth of the time that the icon takes to appear.
    """
    pen = QPen()
    pen.setWidthF(2 * edge)
    pen.setColor(_EDGE)
    painter.strokePath(path, pen)
    pen.setColor(fill)
    painter.fillPath(path, pen.brush())


def _leg() -> QPainterPath:
    """A leg seen from the side, the knee a little bent, on a grid of 24; the corner on the upper right stays free."""
    leg = QPainterPath(QPointF(2.0, 1.8))
    leg.lineTo(9.0, 1.8)
    leg.cubicTo(10.0, 4.6, 12.6, 7.6, 13.0, 10.0)  # front of the thigh, knee
    leg.cubicTo(13.2, 11.6, 12.2, 12.6, 11.8, 14.0)  # below the knee
    leg.cubicTo(11.4, 15.4, 11.6, 16.6, 12.2, 17.6)  # shin
    leg.cubicTo(13.4, 19.0, 16.4, 18.8, 18.4, 19.6)  # instep
    leg.cubicTo(19.9, 20.3, 19.6, 22.2, 17.9, 22.2)  # toes
    leg.lineTo(8.8, 22.2)  # sole
    leg.cubicTo(7.4, 22.2, 7.2, 20.8, 7.8, 19.4)  # heel
    leg.cubicTo(8.4, 17.8, 5.6, 16.0, 6.6, 12.0)  # calf
    leg.cubicTo(6.8, 10.6, 6.4, 9.6, 5.4, 8.2)  # back of the knee
    leg.cubicTo(3.8, 6.2, 2.2, 4.4, 2.0, 1.8)  # back of the thigh
    leg.closeSubpath()
    return leg


def _nothing() -> QPainterPath:
    return QPainterPath()


def _dot() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(18.6, 5.4), 3.9, 3.9)
    return path


def _bars() -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(15.0, 1.5, 3.0, 9.0))
    path.addRect(QRectF(19.5, 1.5, 3.0, 9.0))
    return path


def _sun() -> QPainterPath:
    """A disc and eight rays, which at 16 pixels grow together to a star."""
    centre, path = QPointF(17.0, 7.0), QPainterPath()
    path.addEllipse(centre, 3.2, 3.2)
    for eighth in range(8):
        ray = QPainterPath(QPointF(4.4, -1.1))
        ray.lineTo(6.6, 0)
        ray.lineTo(4.4, 1.1)
        ray.closeSubpath()
        turned = QTransform().translate(centre.x(), centre.y()).rotate(45 * eighth)
        path.addPath(turned.map(ray))
    return path


_MARKS = {TrayLook.READY: _nothing, TrayLook.WAITING: _dot, TrayLook.PAUSED: _bars, TrayLook.HEAT: _sun}
