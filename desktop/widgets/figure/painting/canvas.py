"""A painter in body heights: fills and lines, from the side or from the front."""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QTransform

from desktop.widgets.figure.painting.outline import opened, point
from desktop.widgets.figure.vector import Vec

_LETTER_SIZE = 100
"""Letters are drawn as outlines of this many pixels, then scaled: fonts are not made for fractions of one."""
_EDGE = 0.010
"""Width of the line that sets a limb off, half of it under the limb."""
_EDGE_ALPHA = 0.22


class Canvas:
    """What the parts of the body are painted on; y goes up."""

    def __init__(self, painter: QPainter, transform: QTransform) -> None:
        self._painter = painter
        # Outlines are put into pixels before they are painted: a painter that scales them up itself takes ten times
        # as long, since it refines curves that it believes to be as large as the numbers in them.
        self._transform = transform
        self._scale = math.hypot(transform.m11(), transform.m12())

    def fill(self, path: QPainterPath, color: str, alpha: float = 1.0) -> None:
        """Fill an outline."""
        self._painter.fillPath(self._transform.map(path), tone(color, alpha))

    def shade(self, path: QPainterPath, color: str, alpha: float) -> None:
        """Fill an outline where the body has been painted already, and nowhere else."""
        with self._on_the_body():
            self.fill(path, color, alpha)

    def set_off(self, path: QPainterPath, color: str) -> None:
        """Draw round a limb where it lies before other parts of the body, and nowhere else."""
        with self._on_the_body():
            self.stroke(path, color, _EDGE, _EDGE_ALPHA)

    def stroke(self, path: QPainterPath, color: str, width: float, alpha: float = 1.0) -> None:
        """Draw along an outline with round ends."""
        pen = QPen(tone(color, alpha), width * self._scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._painter.strokePath(self._transform.map(path), pen)

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
        place = self._transform.map(point(middle))
        scale = height * self._scale / _LETTER_SIZE
        upright = QTransform.fromTranslate(place.x(), place.y()).scale(scale, scale)
        upright.translate(-bounds.center().x(), -bounds.center().y())
        self._painter.fillPath(upright.map(path), tone(color, 1.0))

    @contextmanager
    def _on_the_body(self) -> Iterator[None]:
        """Colour what is painted on this layer and leave what is still clear."""
        self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
        yield
        self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def tone(color: str, alpha: float) -> QColor:
    """A colour of the palette, more or less solid."""
    mixed = QColor(color)
    mixed.setAlphaF(alpha)
    return mixed
