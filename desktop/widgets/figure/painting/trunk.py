"""Trunk and neck as seen from the side."""

from desktop.widgets.figure.colors import FigureColors
from desktop.widgets.figure.painting import shapes
from desktop.widgets.figure.painting.canvas import Canvas
from desktop.widgets.figure.painting.outline import closed, cut, opened, placed
from desktop.widgets.figure.skeleton import HEAD_RADIUS, Figure
from desktop.widgets.figure.vector import Vec

_CHEST = 2
"""Which joint of the spine the chest is, counted from the hips."""
_SHIRT = (
    (2, 0.95, 0.034, 0.039),
    (2, 0.86, 0.039, 0.048),
    (2, 0.68, 0.049, 0.057),
    (2, 0.35, 0.062, 0.061),
    (2, 0.00, 0.066, 0.058),
    (1, 0.50, 0.063, 0.052),
    (1, 0.00, 0.061, 0.053),
    (0, 0.62, 0.062, 0.060),
    (0, 0.34, 0.060, 0.066),
)
"""From the collar to the hem: joint of the spine, share of the way to the next, flesh before, flesh behind."""
_BREATH_FLESH = 0.007
"""How much farther the ribs stand forward with a full breath."""


def paint_trunk(canvas: Canvas, figure: Figure, colors: FigureColors) -> None:
    """Neck, shorts over the hips, and the shirt without its sleeves."""
    _paint_neck(canvas, figure, colors)
    up = (figure.waist - figure.hips).unit()
    canvas.fill(closed(placed(shapes.PELVIS, figure.hips, up.turned(-90), up)), colors.shorts)
    ahead, behind = _front(figure), _back(figure, 1.0)
    canvas.set_off(opened([ahead[-1], behind[-1]]), colors.edge)
    canvas.fill(cut(ahead, behind), colors.shirt)
    canvas.shade(cut(_back(figure, 0.62), behind), colors.shirt_shade, 0.45)


def _front(figure: Figure) -> list[Vec]:
    """The line of throat, chest and belly."""
    line = []
    for joint, share, before, _behind in _SHIRT:
        place, forward = _station(figure, joint, share)
        ribs = joint == _CHEST and share < 1 / 2
        line.append(place + forward * (before + _BREATH_FLESH * figure.breath * ribs))
    return line


def _back(figure: Figure, depth: float) -> list[Vec]:
    """The line of the back, or one that runs inside it."""
    line = []
    for joint, share, _before, behind in _SHIRT:
        place, forward = _station(figure, joint, share)
        line.append(place - forward * (behind * depth))
    return line


def _station(figure: Figure, joint: int, share: float) -> tuple[Vec, Vec]:
    """A point on the smooth line of the spine, and the way forward from it.

    Source: cubic Hermite interpolation with the tangents of Catmull and Rom, 1974.
    """
    spine = (figure.hips, figure.waist, figure.chest, figure.nape, figure.head)
    here, after = spine[joint], spine[joint + 1]
    before = spine[joint - 1] if joint else here * 2 - after
    beyond = spine[joint + 2]
    start, end = (after - before) * 0.5, (beyond - here) * 0.5
    square, cube = share**2, share**3
    place = here * (2 * cube - 3 * square + 1) + after * (3 * square - 2 * cube)
    place += start * (cube - 2 * square + share) + end * (cube - square)
    along = start.unit() * (1 - share) + end.unit() * share
    return place, along.unit().turned(-90)


def _paint_neck(canvas: Canvas, figure: Figure, colors: FigureColors) -> None:
    low, forward_low = _station(figure, _CHEST, 0.80)
    root, forward = _station(figure, _CHEST, 1.0)
    ahead = figure.facing * HEAD_RADIUS
    up = ahead.turned(90)
    neck = closed(
        [
            low + forward_low * 0.036,
            root + forward * 0.032,
            *placed(((0.34, -0.60), (0.30, 0.0), (-0.66, 0.0), (-0.62, -0.55)), figure.head, ahead, up),
            root - forward * 0.034,
            low - forward_low * 0.038,
        ]
    )
    canvas.fill(neck, colors.skin)
    canvas.shade(closed(placed(shapes.JAW_SHADOW, figure.head, ahead, up)), colors.skin_shade, 0.75)
