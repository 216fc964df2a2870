"""Legs and arms as seen from the front or from behind."""

from PySide6.QtGui import QPainterPath

from desktop.widgets.figure import skeleton as body
from desktop.widgets.figure.painting import shapes
from desktop.widgets.figure.painting.canvas import Canvas
from desktop.widgets.figure.painting.legs import foot_outline
from desktop.widgets.figure.painting.outline import closed, cut, disc, edge, joined, limb, opened, placed
from desktop.widgets.figure.painting.wear import Wear
from desktop.widgets.figure.skeleton import Arm, Hand, Leg, Profile
from desktop.widgets.figure.vector import Vec

_UP = Vec(0.0, 1.0)
_RIGHT = Vec(1.0, 0.0)
_BARE = 0.36
"""Share of the thigh from which skin is drawn, under the shorts."""
_THIGH: Profile = ((0.0, 0.045), (0.3, 0.041), (0.65, 0.0355), (1.0, 0.0325))
"""Flesh on either side of the lower part of the thigh bone."""
_SHANK: Profile = ((0.0, 0.030), (0.12, 0.031), (0.3, 0.035), (0.55, 0.028), (0.8, 0.0185), (1.0, 0.0190))
_KNEE = 0.0325
_SHORTS: Profile = ((0.0, 0.047), (0.2, 0.049), (0.34, 0.049), (0.46, 0.050))
_UPPER_ARM: Profile = ((0.0, 0.028), (0.35, 0.026), (0.7, 0.0215), (1.0, 0.020))
_FOREARM: Profile = ((0.0, 0.020), (0.25, 0.023), (0.6, 0.018), (1.0, 0.0145))
_SHORTEST = 0.42
"""Shortest share of a bone that is drawn as a limb; below it one looks along the bone."""
_SHORTEST_HAND = 0.03
"""Shortest hand in the picture that shows the way it points."""


def end_on(leg: Leg) -> bool:
    """Whether the thigh points so much at the eye that it is seen end on."""
    return Vec(leg.knee.x - leg.hip.x, leg.knee.y - leg.hip.y).length() < body.THIGH * _SHORTEST


def paint_facing_leg(canvas: Canvas, leg: Leg, wear: Wear, *, back: bool) -> None:
    """One leg."""
    thigh, shorts = _thigh(leg), _shorts(leg)
    shank = joined(limb((leg.knee, leg.ankle), _RIGHT, _SHANK, _SHANK), disc(leg.knee, _KNEE))
    order = [(thigh, wear.skin), (shorts, wear.shorts)]
    for part, color in reversed(order) if end_on(leg) else order:
        canvas.set_off(part, wear.edge)
        canvas.fill(part, color)
    if lies_across(leg):
        canvas.set_off(shank, wear.edge)
    canvas.fill(shank, wear.skin)
    _shade_shank(canvas, leg, wear)
    if not back:
        knee = placed(((-0.014, 0.008), (-0.007, -0.012), (0.007, -0.012), (0.014, 0.008)), leg.knee, _RIGHT, _UP)
        canvas.line(knee, wear.skin_shade, 0.0045, 0.8)
    _paint_foot(canvas, leg, wear, back=back)


def lies_across(leg: Leg) -> bool:
    """Whether the shank lies across the picture, as where one leg rests on the other."""
    return abs(leg.ankle.x - leg.knee.x) > abs(leg.ankle.y - leg.knee.y)


def _thigh(leg: Leg) -> QPainterPath:
    if end_on(leg):
        return disc(leg.knee, 0.043)
    return limb((leg.hip.toward(leg.knee, _BARE), leg.knee), _RIGHT, _THIGH, _THIGH)


def _shorts(leg: Leg) -> QPainterPath:
    if end_on(leg):
        return joined(disc(leg.hip, 0.050), disc(leg.hip.toward(leg.knee, 0.8) + _UP * 0.012, 0.052))
    bone = leg.hip, leg.knee
    top = leg.hip - (leg.knee - leg.hip).unit() * 0.035
    return cut(edge(bone, _RIGHT, _SHORTS), edge(bone, _RIGHT * -1, _SHORTS), top)


def _shade_shank(canvas: Canvas, leg: Leg, wear: Wear) -> None:
    bone = leg.knee, leg.ankle
    away = _UP * -1 if lies_across(leg) else _RIGHT
    canvas.shade(cut(edge(bone, away, _SHANK, 0.45), edge(bone, away, _SHANK)), wear.skin_shade, 0.45)


def _paint_foot(canvas: Canvas, leg: Leg, wear: Wear, *, back: bool) -> None:
    if lies_across(leg):
        foot = foot_outline(leg)
        canvas.set_off(foot, wear.edge)
        canvas.fill(foot, wear.skin)
        return
    outward = _RIGHT if leg.hip.x > 0 else _RIGHT * -1
    if wear.shoes:
        shoe = closed(placed(shapes.SHOE_BEHIND if back else shapes.SHOE_AHEAD, leg.ankle, outward, _UP))
        canvas.set_off(shoe, wear.edge)
        canvas.fill(shoe, wear.shoe)
        sole = shapes.SHOE_SOLE_BEHIND if back else shapes.SHOE_SOLE_AHEAD
        canvas.fill(closed(placed(sole, leg.ankle, outward, _UP)), wear.sole)
        if not back:
            canvas.line(placed(((-0.012, -0.008), (0.012, -0.008)), leg.ankle, outward, _UP), wear.sole, 0.004)
        return
    canvas.fill(closed(placed(shapes.HEEL_BEHIND if back else shapes.TOES_AHEAD, leg.ankle, outward, _UP)), wear.skin)
    for aside in () if back else (-0.010, 0.003, 0.014, 0.024):
        gap = placed(((aside, -0.038), (aside * 0.96, -0.029)), leg.ankle, outward, _UP)
        canvas.line(gap, wear.skin_shade, 0.003, 0.8)


def paint_facing_arm(canvas: Canvas, arm: Arm, wear: Wear) -> None:
    """One arm."""
    upper = arm.shoulder.toward(arm.elbow, 0.4), arm.elbow
    skin = joined(
        limb(upper, _RIGHT, _UPPER_ARM, _UPPER_ARM),
        limb((arm.elbow, arm.wrist), _RIGHT, _FOREARM, _FOREARM),
        disc(arm.elbow, _UPPER_ARM[-1][1]),
        _hand(arm),
    )
    canvas.set_off(skin, wear.edge)
    canvas.fill(skin, wear.skin)
    _paint_sleeve(canvas, arm, wear)


def _paint_sleeve(canvas: Canvas, arm: Arm, wear: Wear) -> None:
    along = (arm.elbow - arm.shoulder).unit()
    outward = (_RIGHT if arm.shoulder.x > 0 else _RIGHT * -1).across(along)
    hem = 0.56 * (arm.elbow - arm.shoulder).length()
    outer = ((-0.026, -0.004), (-0.019, 0.018), (0.004, 0.033), (hem / 2, 0.036), (hem, 0.034))
    inner = ((-0.022, -0.030), (0.0, -0.036), (hem / 2, -0.032), (hem, -0.031))
    ahead, behind = placed(outer, arm.shoulder, along, outward), placed(inner, arm.shoulder, along, outward)
    canvas.set_off(joined(opened(behind[2:]), opened([ahead[-1], behind[-1]])), wear.edge)
    canvas.fill(cut(ahead, behind), wear.sleeve)


def _hand(arm: Arm) -> QPainterPath:
    reach = arm.fingers - arm.wrist
    seen = Vec(reach.x, reach.y).length() > _SHORTEST_HAND
    along = (reach if seen else arm.wrist - arm.elbow).unit()
    inward = _RIGHT * (-1.0 if arm.shoulder.x > 0 else 1.0)
    thumb = inward.across(along)
    shape = shapes.HAND_AHEAD if arm.hand is Hand.LOOSE else shapes.KNUCKLES
    return joined(
        closed(placed(shape, arm.wrist, along, thumb)), closed(placed(shapes.THUMB_AHEAD, arm.wrist, along, thumb))
    )
