"""The head in profile, from the front and from behind; the face kept simple."""

from desktop.widgets.figure.colors import FigureColors
from desktop.widgets.figure.painting import shapes
from desktop.widgets.figure.painting.canvas import Canvas
from desktop.widgets.figure.painting.outline import closed, placed
from desktop.widgets.figure.painting.shapes import Shape
from desktop.widgets.figure.skeleton import HEAD_RADIUS, Figure
from desktop.widgets.figure.vector import Vec

_RIGHT = Vec(1.0, 0.0) * HEAD_RADIUS
_UP = Vec(0.0, 1.0) * HEAD_RADIUS
_NOD = 0.6
"""How far the features sink on a bowed head seen from the front, for each share of looking down."""


def paint_profile(canvas: Canvas, figure: Figure, colors: FigureColors) -> None:
    """The head from the side."""
    ahead = figure.facing * HEAD_RADIUS
    up = ahead.turned(90)

    def at(shape: Shape) -> list[Vec]:
        return placed(shape, figure.head, ahead, up)

    canvas.fill(closed(at(shapes.PROFILE)), colors.skin)
    canvas.fill(closed(at(shapes.HAIR)), colors.hair)
    canvas.shade(closed(at(shapes.HAIR_SHADE)), colors.hair_shade, 1.0)
    canvas.fill(closed(at(shapes.EAR)), colors.skin)
    canvas.line(at(shapes.EAR_FOLD), colors.skin_shade, 0.0032)
    canvas.line(at(shapes.BROW), colors.hair, 0.0058)
    canvas.fill(closed(at(shapes.EYE)), colors.face)
    canvas.line(at(shapes.MOUTH), colors.face, 0.0042)
    canvas.line(at(shapes.NOSTRIL), colors.skin_shade, 0.004)


def paint_face(canvas: Canvas, figure: Figure, colors: FigureColors) -> None:
    """The head from the front."""
    _paint_skull(canvas, figure, colors)
    canvas.fill(closed(placed(shapes.HAIR_AHEAD, figure.head, _RIGHT, _UP)), colors.hair)
    middle = figure.head + _UP * (figure.facing.y * _NOD)
    for right in (_RIGHT, _RIGHT * -1):
        canvas.line(placed(shapes.BROW_AHEAD, middle, right, _UP), colors.hair, 0.0055)
        canvas.fill(closed(placed(shapes.EYE_AHEAD, middle, right, _UP)), colors.face)
    canvas.line(placed(shapes.NOSE_AHEAD, middle, _RIGHT, _UP), colors.skin_shade, 0.0045)
    canvas.line(placed(shapes.MOUTH_AHEAD, middle, _RIGHT, _UP), colors.face, 0.0045)


def paint_back_of_head(canvas: Canvas, figure: Figure, colors: FigureColors) -> None:
    """The head from behind."""
    _paint_skull(canvas, figure, colors)
    canvas.fill(closed(placed(_whole(shapes.HALF_HAIR_BEHIND), figure.head, _RIGHT, _UP)), colors.hair)


def _paint_skull(canvas: Canvas, figure: Figure, colors: FigureColors) -> None:
    for right in (_RIGHT, _RIGHT * -1):
        canvas.fill(closed(placed(shapes.EAR_AHEAD, figure.head, right, _UP)), colors.skin_shade)
    canvas.fill(closed(placed(_whole(shapes.HALF_FACE), figure.head, _RIGHT, _UP)), colors.skin)


def _whole(half: Shape) -> Shape:
    """Both sides of a shape of which one is drawn; its ends lie on the middle line."""
    return (*half, *((-x, y) for x, y in reversed(half[1:-1])))
