"""What is drawn to explain: the glow of a muscle, the arrow of the pull, the tags of the legs, a towel."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from desktop.widgets.figure import skeleton as body
from desktop.widgets.figure.colors import FigureColors
from desktop.widgets.figure.painting import shapes
from desktop.widgets.figure.painting.canvas import Canvas
from desktop.widgets.figure.painting.outline import closed, disc, edge, placed, point
from desktop.widgets.figure.pose import Arrow
from desktop.widgets.figure.scene import View
from desktop.widgets.figure.skeleton import Leg, Profile, flesh
from desktop.widgets.figure.vector import Vec
from schedules.history import Muscle

_HALO = 0.042
_HALO_STEPS = 5
_ARROW_HEAD = 0.026
_TAG_RADIUS = 0.032
_TAG_ROOM = 0.075
"""How far apart two tags stay."""
_TAG_LETTER = 0.045


@dataclass(frozen=True, slots=True, kw_only=True)
class _Belly:
    """Where a muscle lies on its bone when it is seen from the side."""

    thigh: bool
    """On the thigh, or on the shank."""
    flesh: Profile
    ahead: bool
    """Before the bone, or behind it."""
    reach: tuple[float, float]
    """Shares of the bone between which it lies."""


_FROM_THE_SIDE = {
    Muscle.HAMSTRING: _Belly(thigh=True, flesh=body.THIGH_BACK, ahead=False, reach=(0.14, 0.98)),
    Muscle.FRONT_THIGH: _Belly(thigh=True, flesh=body.THIGH_FRONT, ahead=True, reach=(0.08, 0.96)),
    Muscle.CALF: _Belly(thigh=False, flesh=body.SHANK_BACK, ahead=False, reach=(0.02, 0.80)),
}
_OVAL: Profile = ((0.0, 0.12), (0.10, 0.62), (0.35, 1.0), (0.65, 0.86), (0.90, 0.42), (1.0, 0.10))
"""Half the width of a muscle seen from before or behind, as a share of its greatest."""


def muscle_outline(leg: Leg, muscle: Muscle, view: View) -> QPainterPath | None:
    """The belly of a muscle as it lies in the leg; None where it is not to be seen."""
    if muscle is Muscle.FOOT:
        return closed(placed(shapes.MUSCLE_OF_SOLE, leg.ankle, leg.sole_along(), leg.sole_up()))
    if view is View.SIDE:
        belly = _FROM_THE_SIDE.get(muscle)
        return _belly(leg, belly) if belly else None
    match muscle, view:
        case (Muscle.HAMSTRING, View.BACK) | (Muscle.FRONT_THIGH, View.FRONT):
            return _oval((leg.hip.toward(leg.knee, 0.20), leg.hip.toward(leg.knee, 0.96)), 0.030)
        case Muscle.CALF, View.BACK:
            return _oval((leg.knee.toward(leg.ankle, 0.04), leg.knee.toward(leg.ankle, 0.66)), 0.024)
    return None


def _belly(leg: Leg, belly: _Belly) -> QPainterPath:
    bone = (leg.hip, leg.knee) if belly.thigh else (leg.knee, leg.ankle)
    low, high = belly.reach
    shares = [step / 8 for step in range(9)]
    swells = [math.sin(math.pi * share) ** 0.6 for share in shares]
    places = [low + (high - low) * share for share in shares]
    sizes = [flesh(belly.flesh, at) for at in places]
    sign = leg.front if belly.ahead else leg.front * -1
    outer = tuple((at, size * (0.62 + 0.36 * swell)) for at, size, swell in zip(places, sizes, swells, strict=True))
    inner = tuple((at, size * (0.62 - 0.60 * swell)) for at, size, swell in zip(places, sizes, swells, strict=True))
    return closed([*edge(bone, sign, outer), *reversed(edge(bone, sign, inner)[1:-1])])


def _oval(bone: tuple[Vec, Vec], half_width: float) -> QPainterPath:
    right = Vec(half_width, 0.0)
    return closed([*edge(bone, right, _OVAL, half_width), *reversed(edge(bone, right * -1, _OVAL, half_width))])


def paint_glow(canvas: Canvas, muscle: QPainterPath | None, colors: FigureColors, strength: float) -> None:
    """A muscle in the glow colour, and the light of it round it."""
    if muscle is None:
        return
    for step in range(_HALO_STEPS):
        canvas.stroke(muscle, colors.glow, _HALO * (1 - step / _HALO_STEPS), 0.08 * strength)
    canvas.fill(muscle, colors.glow, 0.55 + 0.40 * strength)


def paint_arrow(canvas: Canvas, arrow: Arrow, middle: Vec, colors: FigureColors) -> None:
    """A bent arrow round its middle, with a seam of the ground so that it shows on the body too."""
    half = arrow.length / 2
    way = Vec(1.0, 0.0).turned(arrow.toward)
    start, end = middle - way * half, middle + way * half
    bow = middle + way.turned(90) * (math.tan(math.radians(arrow.curve / 4)) * half)
    tip_way = (end - (bow * 2 - middle)).unit()
    neck = end - tip_way * _ARROW_HEAD
    shaft = QPainterPath(point(start))
    shaft.quadTo(point(bow * 2 - start.toward(neck, 0.5)), point(neck))
    head = QPainterPath(point(end + tip_way * (_ARROW_HEAD / 2)))
    for sign in (1, -1):
        head.lineTo(_corner(neck, tip_way, sign))
    head.closeSubpath()
    canvas.stroke(shaft, colors.ground, 0.030, 0.9)
    canvas.stroke(head, colors.ground, 0.016, 0.9)
    canvas.stroke(shaft, colors.arrow, 0.015)
    canvas.fill(head, colors.arrow)
    canvas.stroke(head, colors.arrow, 0.006)


def _corner(neck: Vec, tip_way: Vec, sign: int) -> QPointF:
    return point(neck - tip_way * 0.008 + tip_way.turned(90) * (0.024 * sign))


def paint_towel(canvas: Canvas, leg: Leg, hand: Vec, colors: FigureColors) -> None:
    """One end of a towel or sheet: from the sole, over the side of the foot, to a hand."""
    up, along = leg.sole_up(), leg.sole_along()
    sole = leg.ball - up * 0.004
    canvas.line([sole - along * 0.009, hand], colors.towel_shade, 0.024)
    canvas.line([sole + along * 0.002, hand], colors.towel, 0.023)


def paint_tags(canvas: Canvas, places: tuple[Vec, Vec], tags: tuple[str, str], colors: FigureColors) -> None:
    """The letters of the near and the far leg, side by side where they would lie on each other.

    Args:
        canvas: What to paint on.
        places: The middle of the near leg's tag, and of the far leg's.
        tags: The near leg's letter, and the far leg's.
        colors: The palette.
    """
    near, far = places
    apart = Vec(near.x - far.x, near.y - far.y)
    lack = max(0.0, _TAG_ROOM - apart.length())
    way = Vec(1.0 if apart.x >= 0 else -1.0, 0.0) * (lack / 2)
    _paint_tag(canvas, far - way, tags[1], (colors.ground, colors.tag_far, colors.on_tag_far))
    _paint_tag(canvas, near + way, tags[0], (colors.ground, colors.tag_near, colors.on_tag_near))


def _paint_tag(canvas: Canvas, middle: Vec, letter: str, tones: tuple[str, str, str]) -> None:
    seam, ground, ink = tones
    canvas.fill(disc(middle, _TAG_RADIUS + 0.005), seam)
    canvas.fill(disc(middle, _TAG_RADIUS), ground)
    canvas.letter(letter, middle, _TAG_LETTER, ink)
