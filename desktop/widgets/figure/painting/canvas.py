"""A painter in body heights: fills and lines, from the side or from the front."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QTransform

from desktop.widgets.figure.painting.outline import opened
from desktop.widgets.figure.vector import Vec

_LETTER_SIZE = 100
"""Letters are drawn as outlines of this many pixels, then scaled: fonts are not made for fractions of one."""
_EDGE = 0.010
"""Width of the line that sets a limb off, half of it under the limb."""
_EDGE_ALPHA = 0.22


class Canvas:
    """What the parts of the body are painted on; y goes up."""

    def __init__(self, painter: QPainter, *, mirrored: bool = False) -> None:
        self._painter = painter
        self._mirrored = mirrored
        self._covered = QPainterPath()
        self._covered.setFillRule(Qt.FillRule.WindingFill)

    def fill(self, path: QPainterPath, color: str, alpha: float = 1.0) -> None:
        """Fill an outline."""
        self._painter.fillPath(path, shade(color, alpha))

    def cover(self, path: QPainterPath, color: str) -> None:
        """Fill an outline of the body; lines that set a limb off are drawn on what was covered before."""
        self.fill(path, color)
        self._covered.addPath(path)

    def set_off(self, path: QPainterPath, color: str) -> None:
        """Draw round a limb where it lies before other parts of the body, and nowhere else."""
        with self.inside(self._covered):
            self.stroke(path, color, _EDGE, _EDGE_ALPHA)

    def stroke(self, path: QPainterPath, color: str, width: float, alpha: float = 1.0) -> None:
        """Draw along an outline with round ends."""
        pen = QPen(shade(color, alpha), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._painter.strokePath(path, pen)

    def line(self, points: Sequence[Vec], color: str, width: float, alpha: float = 1.0) -> None:
        """Draw a smooth line through points."""
        self.stroke(opened(points), color, width, alpha)

    def letter(self, text: str, middle: Vec, height: float, color: str) -> None:
        """Write a short text round a point, upright however the picture is turned."""
        font = QFont(self._painter.font())
        font.setBold(True)
        font.setPixelSize(_LETTER_SIZE)
        path = QPainterPath()
        path.addText(0.0, 0.0, font, text)
        bounds = path.boundingRect()
        scale = height / _LETTER_SIZE
        turned = QTransform()
        turned.translate(middle.x, middle.y)
        turned.scale(-scale if self._mirrored else scale, -scale)
        turned.translate(-bounds.center().x(), -bounds.center().y())
        self.fill(turned.map(path), color)

    @contextmanager
    def inside(self, path: QPainterPath) -> Iterator[None]:
        """Paint only inside an outline for a while."""
        self._painter.save()
        self._painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        try:
            yield
        finally:
            self._painter.restore()


def shade(color: str, alpha: float) -> QColor:
    """A colour of the palette, more or less solid."""
    tone = QColor(color)
    tone.setAlphaF(alpha)
    return tone
