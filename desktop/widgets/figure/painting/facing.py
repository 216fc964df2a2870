"""The body as seen from the front or from behind."""

from desktop.widgets.figure.colors import FigureColors
from desktop.widgets.figure.painting import shapes
from desktop.widgets.figure.painting.canvas import Canvas
from desktop.widgets.figure.painting.facing_limbs import end_on, paint_facing_arm, paint_facing_leg
from desktop.widgets.figure.painting.head import paint_back_of_head, paint_face
from desktop.widgets.figure.painting.outline import closed, cut, placed
from desktop.widgets.figure.painting.wear import near_side
from desktop.widgets.figure.skeleton import HEAD_RADIUS, Figure
from desktop.widgets.figure.vector import Vec

_UP = Vec(0.0, 1.0)
_RIGHT = Vec(1.0, 0.0)
_COLLAR = Vec(0.034, 0.006)
"""From the root of the neck to the edge of the shirt beside it."""


def paint_facing(canvas: Canvas, figure: Figure, colors: FigureColors, *, shoes: bool, back: bool) -> None:
    """The whole figure, what is nearer to the eye over what is farther.

    Both sides are equally near here and look alike: only their tags and the glow tell them apart.
    """
    wear = near_side(colors, shoes=shoes)
    legs, arms = (figure.far_leg, figure.near_leg), (figure.far_arm, figure.near_arm)
    _paint_neck(canvas, figure, colors)
    # Seated, the knees come out toward the eye, before the belly.
    knees_ahead = end_on(figure.far_leg) and not back
    if knees_ahead:
        _paint_torso(canvas, figure, colors, back=back)
    for leg in legs:
        paint_facing_leg(canvas, leg, wear, back=back)
    if not knees_ahead:
        _paint_torso(canvas, figure, colors, back=back)
    (paint_back_of_head if back else paint_face)(canvas, figure, colors)
    for arm in arms:
        paint_facing_arm(canvas, arm, wear)


def _paint_torso(canvas: Canvas, figure: Figure, colors: FigureColors, *, back: bool) -> None:
    """Shorts over the hips, and the shirt without its sleeves."""
    canvas.cover(closed(placed(shapes.HIPS, figure.hips, _RIGHT, _UP)), colors.shorts)
    right = _half_of_shirt(figure)
    shirt = cut(right, [Vec(-at.x, at.y) for at in right])
    canvas.cover(shirt, colors.shirt)
    with canvas.inside(shirt):
        side = right[3:]
        shade = cut([Vec(at.x * 0.66, at.y) for at in side], [at + _RIGHT * 0.02 for at in side])
        canvas.fill(shade, colors.shirt_shade, 0.45)
    dip = Vec(0.0, -0.002 if back else -0.022)
    collar = [figure.nape + Vec(-_COLLAR.x, _COLLAR.y), figure.nape + dip, figure.nape + _COLLAR]
    if not back:
        canvas.fill(closed([*collar, figure.nape + Vec(0.0, 0.018)]), colors.skin)
    canvas.line(collar, colors.shirt_shade, 0.006)


def _half_of_shirt(figure: Figure) -> list[Vec]:
    """The right edge of the shirt in the picture, from the collar to the hem."""
    hips, waist, chest, nape = figure.hips, figure.waist, figure.chest, figure.nape
    shoulder = (figure.near_arm.shoulder + figure.far_arm.shoulder) * 0.5
    swell = 0.003 * figure.breath
    return [
        nape + _COLLAR,
        nape + Vec(0.060, -0.001),
        shoulder + Vec(0.094, 0.024),
        shoulder + Vec(0.118, 0.004),
        shoulder + Vec(0.104 + swell, -0.060),
        chest + Vec(0.097 + swell, -0.010),
        waist + Vec(0.083, 0.020),
        hips + Vec(0.090, 0.055),
        hips + Vec(0.094, 0.026),
    ]


def _paint_neck(canvas: Canvas, figure: Figure, colors: FigureColors) -> None:
    nape, head = figure.nape, figure.head
    right = [nape + Vec(0.050, -0.018), nape + Vec(0.031, 0.012), head + Vec(0.029, -0.030)]
    neck = closed([*right, *(Vec(-at.x, at.y) for at in reversed(right))])
    canvas.cover(neck, colors.skin)
    with canvas.inside(neck):
        shadow = placed(shapes.JAW_SHADOW_AHEAD, head, _RIGHT * HEAD_RADIUS, _UP * HEAD_RADIUS)
        canvas.fill(closed(shadow), colors.skin_shade, 0.7)
