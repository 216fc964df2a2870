"""Arms and hands as seen from the side."""

from PySide6.QtGui import QPainterPath

from desktop.widgets.figure.painting import shapes
from desktop.widgets.figure.painting.canvas import Canvas
from desktop.widgets.figure.painting.outline import closed, cut, disc, edge, joined, limb, opened, placed
from desktop.widgets.figure.painting.wear import Wear
from desktop.widgets.figure.skeleton import Arm, Hand, Profile
from desktop.widgets.figure.vector import Vec

_UPPER_FRONT: Profile = ((0.0, 0.030), (0.3, 0.029), (0.6, 0.026), (0.85, 0.021), (1.0, 0.020))
_UPPER_BACK: Profile = ((0.0, 0.030), (0.3, 0.030), (0.6, 0.026), (0.85, 0.021), (1.0, 0.020))
_FORE_FRONT: Profile = ((0.0, 0.020), (0.2, 0.024), (0.45, 0.021), (0.75, 0.015), (1.0, 0.0135))
_FORE_BACK: Profile = ((0.0, 0.020), (0.2, 0.022), (0.45, 0.019), (0.75, 0.0145), (1.0, 0.0135))
_ELBOW = 0.0202
_SLEEVE: Profile = ((0.0, 0.037), (0.20, 0.038), (0.42, 0.035), (0.56, 0.0345))
"""To a little over half of the upper arm."""
_CROWN = 0.037
"""How far the sleeve goes above the shoulder joint."""


def paint_arm(canvas: Canvas, arm: Arm, wear: Wear) -> None:
    """One arm from the shoulder to the finger tips."""
    inner = _inner(arm)
    upper, fore = (arm.shoulder, arm.elbow), (arm.elbow, arm.wrist)
    upper_arm, forearm = limb(upper, inner, _UPPER_FRONT, _UPPER_BACK), limb(fore, inner, _FORE_FRONT, _FORE_BACK)
    hand, thumb = _hand(arm)
    skin = joined(upper_arm, forearm, disc(arm.elbow, _ELBOW), hand)
    for part in (skin, thumb):
        canvas.set_off(part, wear.edge)
        canvas.fill(part, wear.skin)
    for bone, profile in ((upper, _UPPER_BACK), (fore, _FORE_BACK)):
        shade = cut(edge(bone, inner * -1, profile, 0.35), edge(bone, inner * -1, profile))
        canvas.shade(shade, wear.skin_shade, 0.45)
    _paint_sleeve(canvas, arm, inner, wear)


def _inner(arm: Arm) -> Vec:
    """The way the elbow folds: forward for an arm that hangs."""
    down = arm.wrist - arm.shoulder
    return Vec(-down.y, down.x)


def _paint_sleeve(canvas: Canvas, arm: Arm, inner: Vec, wear: Wear) -> None:
    bone = arm.shoulder, arm.elbow
    along = (arm.elbow - arm.shoulder).unit()
    normal = inner.across(along)
    front, back = edge(bone, inner, _SLEEVE), edge(bone, inner * -1, _SLEEVE)
    crown = [arm.shoulder + (normal * (0.72 * sign) - along * 0.74) * _CROWN for sign in (1, -1)]
    sleeve = cut([crown[0], *front], [crown[1], *back], arm.shoulder - along * _CROWN)
    canvas.set_off(joined(opened(front[1:]), opened(back[1:]), opened([front[-1], back[-1]])), wear.edge)
    canvas.fill(sleeve, wear.sleeve)
    shade = [at + normal * (0.032 * share) for at, (share, _size) in zip(back, _SLEEVE, strict=True)]
    canvas.shade(cut(shade, back), wear.sleeve_shade, 0.5)


def _hand(arm: Arm) -> tuple[QPainterPath, QPainterPath]:
    """The hand without its thumb, and the thumb."""
    along = (arm.palm - arm.wrist).unit()
    if arm.hand is Hand.FLAT:
        hand, thumb, aside = shapes.FLAT_HAND, shapes.FLAT_THUMB, arm.press * -1
    elif arm.hand is Hand.CLOSED:
        hand, thumb, aside = shapes.FIST, shapes.FIST_THUMB, along.turned(90)
    else:
        hand, thumb, aside = shapes.LOOSE_HAND, shapes.LOOSE_THUMB, along.turned(90)
    return closed(placed(hand, arm.wrist, along, aside)), closed(placed(thumb, arm.wrist, along, aside))
