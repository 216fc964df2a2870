"""Trunk, neck and head as seen from the side."""

from PySide6.QtGui import QPainterPath

from desktop.widgets.figure import skeleton as body
from desktop.widgets.figure.canvas import Canvas
from desktop.widgets.figure.colors import FigureColors
from desktop.widgets.figure.outline import closed, placed, sleeve
from desktop.widgets.figure.skeleton import Figure
from desktop.widgets.figure.vector import Vec

Station = tuple[int, float, float, float]
"""Joint of the spine, share of the way to the next, flesh before, flesh behind."""

_SHIRT: tuple[Station, ...] = (
    (0, 0.34, 0.060, 0.066),
    (0, 0.62, 0.062, 0.060),
    (1, 0.00, 0.061, 0.053),
    (1, 0.50, 0.063, 0.052),
    (2, 0.00, 0.066, 0.058),
    (2, 0.35, 0.062, 0.061),
    (2, 0.68, 0.049, 0.057),
    (2, 0.86, 0.039, 0.048),
    (2, 0.95, 0.034, 0.039),
)
_BREATH_FLESH = 0.007
"""How much farther the ribs stand forward with a full breath."""


def spine_points(figure: Figure) -> tuple[Vec, ...]:
    """From the hips to the middle of the head."""
    return (figure.hips, figure.waist, figure.chest, figure.nape, figure.head)


def _station(figure: Figure, joint: int, share: float) -> tuple[Vec, Vec]:
    """A point on the smooth line of the spine, and the way forward from it."""
    spine = spine_points(figure)
    here, after = spine[joint], spine[joint + 1]
    before = spine[joint - 1] if joint > 0 else here - (after - here)
    beyond = spine[joint + 2] if joint + 2 < len(spine) else after + (after - here)
    start, end = (after - before) * 0.5, (beyond - here) * 0.5
    t = share
    place = (
        here * (2 * t**3 - 3 * t**2 + 1) + start * (t**3 - 2 * t**2 + t) + after * (3 * t**2 - 2 * t**3) + end * (t**3 - t**2)
    )
    along = start.unit() * (1 - t) + end.unit() * t
    return place, along.unit().turned(-90)


def shirt_outline(figure: Figure) -> QPainterPath:
    """The shirt without its sleeves."""
    ahead, behind = [], []
    for joint, share, before, back in reversed(_SHIRT):
        place, forward = _station(figure, joint, share)
        swell = _BREATH_FLESH * figure.breath if joint == 2 and share < 0.5 else 0.0
        ahead.append(place + forward * (before + swell))
        behind.append(place - forward * back)
    return sleeve(ahead, behind)


def pelvis_outline(figure: Figure) -> QPainterPath:
    """Shorts over the hips and the buttocks."""
    up = (figure.waist - figure.hips).unit()
    forward = up.turned(-90)
    return closed(placed(_PELVIS, figure.hips, forward, up))


_PELVIS = (
    (0.054, 0.080), (0.057, 0.040), (0.054, 0.005), (0.044, -0.030), (0.016, -0.052), (-0.018, -0.053), (-0.046, -0.038),
    (-0.066, -0.012), (-0.068, 0.012), (-0.060, 0.040), (-0.046, 0.070),
)


def paint_trunk(canvas: Canvas, figure: Figure, colors: FigureColors) -> None:
    """Neck, shorts and shirt."""
    _paint_neck(canvas, figure, colors)
    pelvis = pelvis_outline(figure)
    canvas.cover(pelvis, colors.shorts)
    shirt = shirt_outline(figure)
    with canvas.inside(pelvis):
        canvas.set_off(shirt, colors.edge)
    canvas.cover(shirt, colors.shirt)
    _shade_back(canvas, figure, shirt, colors)


def _shade_back(canvas: Canvas, figure: Figure, shirt: QPainterPath, colors: FigureColors) -> None:
    """The side of the back that the light does not reach."""
    inner, outer = [], []
    for joint, share, _before, back in _SHIRT:
        place, forward = _station(figure, joint, share)
        inner.append(place - forward * (back * 0.62))
        outer.append(place - forward * (back + 0.01))
    with canvas.inside(shirt):
        canvas.fill(sleeve(inner, outer), colors.shirt_shade, 0.45)


def _paint_neck(canvas: Canvas, figure: Figure, colors: FigureColors) -> None:
    low, forward_low = _station(figure, 2, 0.80)
    root, forward = _station(figure, 2, 1.0)
    size = body.HEAD_RADIUS
    ahead, up = figure.facing * size, figure.facing.turned(90) * size
    front, back = placed(((0.34, -0.60), (0.30, 0.0)), figure.head, ahead, up), placed(((-0.66, 0.0), (-0.62, -0.55)), figure.head, ahead, up)
    neck = closed([low + forward_low * 0.040, root + forward * 0.032, *front, *back, root - forward * 0.034, low - forward_low * 0.050])
    canvas.cover(neck, colors.skin)
    with canvas.inside(neck):
        canvas.fill(closed(placed(_JAW_SHADOW, figure.head, ahead, up)), colors.skin_shade, 0.75)


_JAW_SHADOW = ((-0.30, -0.30), (0.05, -0.55), (0.40, -0.70), (0.70, -0.80), (0.80, -1.10), (0.40, -1.22), (0.05, -1.00), (-0.20, -0.70))


# The head in half head heights: forward of its middle, up from its middle.
_FACE = (
    (0.08, -0.56), (0.34, -0.80), (0.60, -0.95), (0.78, -0.96), (0.87, -0.86), (0.875, -0.74), (0.84, -0.635), (0.875, -0.55), (0.845, -0.465),
    (0.885, -0.385), (0.865, -0.30), (0.93, -0.24), (1.035, -0.19), (1.065, -0.115), (1.01, 0.00), (0.925, 0.16), (0.91, 0.27),
    (0.93, 0.38), (0.89, 0.60), (0.74, 0.84), (0.44, 1.00), (0.06, 1.04), (-0.36, 0.96), (-0.70, 0.68), (-0.84, 0.28), (-0.80, -0.10),
    (-0.62, -0.36), (-0.30, -0.46),
)
_HAIR = (
    (0.80, 0.72), (0.82, 0.90), (0.66, 1.08), (0.34, 1.18), (-0.06, 1.19), (-0.46, 1.08), (-0.80, 0.80), (-0.96, 0.40), (-0.94, 0.00),
    (-0.84, -0.34), (-0.70, -0.62), (-0.60, -0.70), (-0.50, -0.62), (-0.40, -0.40), (-0.30, -0.26), (-0.24, 0.02), (-0.14, 0.20), (0.00, 0.18), (0.07, 0.04),
    (0.14, -0.14), (0.20, -0.08), (0.22, 0.14), (0.27, 0.36), (0.42, 0.50), (0.56, 0.62), (0.68, 0.66),
)


def paint_head(canvas: Canvas, figure: Figure, colors: FigureColors) -> None:
    """The head in profile, the face kept simple."""
    size = body.HEAD_RADIUS
    ahead, up = figure.facing * size, figure.facing.turned(90) * size

    def at(*points: tuple[float, float]) -> list[Vec]:
        return placed(points, figure.head, ahead, up)

    canvas.cover(closed(at(*_FACE)), colors.skin)
    canvas.cover(closed(at(*_HAIR)), colors.hair)
    ear = closed(at((-0.21, 0.10), (-0.10, 0.19), (0.02, 0.12), (0.01, -0.06), (-0.05, -0.22), (-0.13, -0.27), (-0.18, -0.10)))
    canvas.fill(ear, colors.skin)
    canvas.line(at((-0.14, 0.06), (-0.06, 0.09), (-0.05, -0.02), (-0.09, -0.12)), colors.skin_shade, 0.0032)
    canvas.line(at((0.58, 0.33), (0.70, 0.385), (0.84, 0.35)), colors.hair, 0.0058)
    canvas.fill(closed(at((0.665, 0.10), (0.715, 0.175), (0.765, 0.10), (0.715, 0.025))), colors.face)
    canvas.line(at((0.66, -0.44), (0.74, -0.475), (0.83, -0.465)), colors.face, 0.0042)
    canvas.line(at((0.86, -0.24), (0.90, -0.215)), colors.skin_shade, 0.004)
