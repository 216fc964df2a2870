"""What is drawn to explain: the glow of the stretched muscle, the arrow of the pull, the tags of the legs, the towel."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from desktop.widgets.figure import skeleton as body
from desktop.widgets.figure.canvas import Canvas
from desktop.widgets.figure.colors import FigureColors
from desktop.widgets.figure.limbs import foot_axes
from desktop.widgets.figure.outline import closed, disc, placed
from desktop.widgets.figure.skeleton import Leg, Profile, flesh
from desktop.widgets.figure.vector import Vec
from schedules.history import Muscle


def muscle_outline(leg: Leg, muscle: Muscle) -> QPainterPath | None:
    """The belly of a muscle as it lies in the leg; None where there is none to show."""
    match muscle:
        case Muscle.HAMSTRING:
            return _belly(leg.hip, leg.knee, leg.front, body.THIGH_BACK, -1.0, (0.14, 0.98))
        case Muscle.FRONT_THIGH:
            return _belly(leg.hip, leg.knee, leg.front, body.THIGH_FRONT, 1.0, (0.08, 0.96))
        case Muscle.CALF:
            return _belly(leg.knee, leg.ankle, leg.front, body.SHANK_BACK, -1.0, (0.02, 0.80))
        case Muscle.FOOT:
            along, up = foot_axes(leg)
            return closed(placed(_SOLE, leg.ankle, along, up))
        case Muscle.OTHER:
            return None


_SOLE = ((-0.034, -0.030), (-0.010, -0.026), (0.020, -0.025), (0.050, -0.029), (0.068, -0.033), (0.050, -0.039), (0.015, -0.0355), (-0.02, -0.039))


def _belly(start: Vec, end: Vec, front: Vec, profile: Profile, sign: float, reach: tuple[float, float]) -> QPainterPath:
    bone = end - start
    normal = front.across(bone.unit()) * sign
    low, high = reach
    outer, inner = [], []
    for step in range(9):
        share = step / 8
        at = low + (high - low) * share
        size = flesh(profile, at)
        swell = math.sin(math.pi * share) ** 0.6
        outer.append(start + bone * at + normal * (size * (0.62 + 0.36 * swell)))
        inner.append(start + bone * at + normal * (size * (0.62 - 0.60 * swell)))
    return closed([*outer, *reversed(inner[1:-1])])


def paint_glow(canvas: Canvas, leg: Leg, muscle: Muscle, colors: FigureColors, strength: float) -> None:
    """The muscle in the glow colour, soft at its edge, with the light of it round it."""
    outline = muscle_outline(leg, muscle)
    if outline is None:
        return
    for width, alpha in ((0.040, 0.08), (0.026, 0.11), (0.013, 0.20)):
        canvas.stroke(outline, colors.glow, width, alpha * strength)
    canvas.fill(outline, colors.glow, 0.55 + 0.40 * strength)


def paint_arrow(canvas: Canvas, tail: Vec, toward: float, length: float, curve: float, colors: FigureColors) -> None:
    """A bent arrow whose middle is at a point."""
    half = length / 2
    way = Vec(1.0, 0.0).turned(toward)
    side = way.turned(90)
    bow = side * (math.tan(math.radians(curve / 4)) * half)
    start, end, middle = tail - way * half, tail + way * half, tail + bow
    control = middle * 2 - (start + end) * 0.5
    tip_way = (end - control).unit()
    neck = end - tip_way * 0.026
    shaft = QPainterPath(QPointF(start.x, start.y))
    control = middle * 2 - (start + neck) * 0.5
    shaft.quadTo(QPointF(control.x, control.y), QPointF(neck.x, neck.y))
    head = QPainterPath(QPointF(end.x + tip_way.x * 0.012, end.y + tip_way.y * 0.012))
    for sign in (1, -1):
        corner = neck - tip_way * 0.008 + tip_way.turned(90) * (0.024 * sign)
        head.lineTo(QPointF(corner.x, corner.y))
    head.closeSubpath()
    canvas.stroke(shaft, colors.ground, 0.030, 0.9)
    canvas.stroke(head, colors.ground, 0.016, 0.9)
    canvas.stroke(shaft, colors.arrow, 0.015)
    canvas.fill(head, colors.arrow)
    canvas.stroke(head, colors.arrow, 0.006)


def paint_towel(canvas: Canvas, leg: Leg, hands: Sequence[Vec], colors: FigureColors) -> None:
    """A towel or sheet laid round the ball of a foot, its ends in the hands."""
    along, up = foot_axes(leg)
    under = leg.ball - up * (body.BALL_RADIUS + 0.004)
    over = leg.ball + along * 0.006
    for hand in hands:
        canvas.line([under + along * 0.010, hand], colors.towel_shade, 0.026)
        canvas.line([over, hand], colors.towel, 0.020)
    wrap = [leg.ball + up * 0.010 - along * 0.004, under, leg.ball - up * 0.012 + along * 0.02]
    canvas.line(wrap, colors.towel, 0.022)


_TAG_RADIUS = 0.032
_TAG_ROOM = 0.075
"""How far apart two tags stay."""


def paint_tags(canvas: Canvas, near: Vec, far: Vec, tags: tuple[str, str], colors: FigureColors) -> None:
    """The letters of the near and the far leg, side by side where they would lie on each other.

    Args:
        canvas: What to paint on.
        near: The middle of the near leg's tag.
        far: The middle of the far leg's tag.
        tags: The near leg's letter, the far leg's letter.
        colors: The palette.
    """
    apart = Vec(near.x - far.x, near.y - far.y)
    lack = _TAG_ROOM - apart.length()
    if lack > 0:
        way = Vec(1.0 if apart.x >= 0 else -1.0, 0.0)
        near, far = near + way * (lack / 2), far - way * (lack / 2)
    for middle, letter, ground, ink in (
        (far, tags[1], colors.tag_far, colors.on_tag_far),
        (near, tags[0], colors.tag_near, colors.on_tag_near),
    ):
        canvas.fill(disc(middle, _TAG_RADIUS + 0.005), colors.ground)
        canvas.fill(disc(middle, _TAG_RADIUS), ground)
        canvas.letter(letter, middle, 0.045, ink)
