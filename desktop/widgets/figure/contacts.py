"""How far a part of the body is from what it is promised to touch, measured from the solved joints alone."""

from desktop.widgets.figure import skeleton as body
from desktop.widgets.figure.pose import Support
from desktop.widgets.figure.scene import PropKind, Scene
from desktop.widgets.figure.skeleton import Arm, Figure, Hand, Leg
from desktop.widgets.figure.vector import Vec

_NOWHERE = 9.0
"""The gap to something that is not there."""
_STEPS = 200
_SHORTEST_TOWEL = 0.08


def gap(figure: Figure, scene: Scene, support: Support) -> float:
    """Body heights between a part and what it is on; negative where the part has sunk in."""
    if support.part == "seat":
        return figure.hips.y - body.SEAT_FLESH - _height(scene, support.on)
    if support.part == "back":
        lowest = min(figure.hips.y, figure.chest.y)
        return lowest - body.BACK_FLESH - _height(scene, support.on)
    side, _, part = support.part.partition("-")
    if part == "hand":
        arm = figure.near_arm if side == "near" else figure.far_arm
        return _hand_gap(arm, figure, scene, support.on)
    return _foot_gap(figure.near_leg if side == "near" else figure.far_leg, part, _height(scene, support.on))


def _height(scene: Scene, surface: str) -> float:
    height = scene.height(surface)
    return -_NOWHERE if height is None else height


def _foot_gap(leg: Leg, part: str, height: float) -> float:
    heel, ball = leg.heel.y - body.HEEL_RADIUS - height, leg.ball.y - body.BALL_RADIUS - height
    return {"heel": heel, "ball": ball, "sole": max(heel, ball, key=abs)}.get(part, _NOWHERE)


def _hand_gap(arm: Arm, figure: Figure, scene: Scene, on: str) -> float:
    if on == "towel":
        return _towel_gap(arm, figure)
    side, _, part = on.partition("-")
    leg = {"near": figure.near_leg, "far": figure.far_leg}.get(side)
    if leg is not None:
        return _leg_gap(arm.palm, leg, part)
    wall, thing = scene.find(PropKind.WALL), scene.grip(on)
    if on == PropKind.WALL and wall is not None:
        return wall.x - body.HAND_FLESH - arm.palm.x
    if thing is not None:
        return Vec(arm.palm.x - thing.x, arm.palm.y - thing.y).length()
    return arm.palm.y - body.HAND_FLESH - _height(scene, on)


def _towel_gap(arm: Arm, figure: Figure) -> float:
    """A towel can only pull: a closed hand is nearer to the body than the foot, and free of the foot."""
    towel = arm.palm - figure.near_leg.ball
    pulls = towel.dot(figure.near_leg.knee - figure.near_leg.ball) > 0 and towel.length() > _SHORTEST_TOWEL
    return 0.0 if pulls and arm.hand is Hand.CLOSED else _NOWHERE


def _leg_gap(palm: Vec, leg: Leg, part: str) -> float:
    """From a palm to the skin of a leg, or to the middle of a part of its foot."""
    if part in ("leg", "leg-back"):
        skin = leg.surface if part == "leg" else leg.back_surface
        nearest = min((palm - skin(2 * step / _STEPS)).length() for step in range(_STEPS + 1))
        return nearest - body.HAND_FLESH
    points = {"toes": (leg.toe, 0.007), "instep": (leg.ankle.toward(leg.ball, 0.45), 0.016), "sole": (leg.ball, 0.0)}
    if part not in points:
        return _NOWHERE
    place, off = points[part]
    return (palm - place).length() - off
