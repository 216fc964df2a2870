"""The body as seen from the front or from behind."""

from desktop.widgets.figure.colors import FigureColors
from desktop.widgets.figure.painting import shapes
from desktop.widgets.figure.painting.canvas import Canvas
from desktop.widgets.figure.painting.facing_limbs import end_on, lies_across, paint_facing_arm, paint_facing_leg
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
    _paint_neck(canvas, figure, colors)
    # Seated, the knees come out toward the eye, before the belly.
    knees_ahead = end_on(figure.far_leg) and not back
    if knees_ahead:
        _paint_torso(canvas, figure, colors, back=back)
    # A hand that holds a foot of the crossed leg is behind its toes.
    crossed = lies_across(figure.near_leg)
    paint_facing_leg(canvas, figure.far_leg, wear, back=back)
    if crossed:
        paint_facing_arm(canvas, figure.far_arm, wear)
    paint_facing_leg(canvas, figure.near_leg, wear, back=back)
    if not knees_ahead:
        _paint_torso(canvas, figure, colors, back=back)
    (paint_back_of_head if back else paint_face)(canvas, figure, colors)
    if not crossed:
        paint_facing_arm(canvas, figure.far_arm, wear)
    paint_facing_arm(canvas, figure.near_arm, wear)


def _paint_torso(canvas: Canvas, figure: Figure, colors: FigureColors, *, back: bool) -> None:
    """Shorts over the hips, and the shirt without its sleeves."""
    canvas.fill(closed(placed(shapes.HIPS, figure.hips, _RIGHT, _UP)), colors.shorts)
    right = _half_of_shirt(figure)
    shirt = cut(right, [Vec(-at.x, at.y) for at in right])
    canvas.fill(shirt, colors.shirt)
    side = right[3:]
    canvas.shade(cut([Vec(at.x * 0.66, at.y) for at in side], side), colors.shirt_shade, 0.45)
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
    canvas.fill(neck, colors.skin)
    shadow = placed(shapes.JAW_SHADOW_AHEAD, head, _RIGHT * HEAD_RADIUS, _UP * HEAD_RADIUS)
    canvas.shade(closed(shadow), colors.skin_shade, 0.7)
