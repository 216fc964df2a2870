"""Arms from what the hands touch: a leg, a foot, a wall, a grip, the ends of a towel."""

import math
from collections.abc import Mapping

from desktop.widgets.figure import skeleton as body
from desktop.widgets.figure.anchors import ArmAnchor, Hanging, Holding, Leaning, OnLeg, Pulling, Which
from desktop.widgets.figure.scene import PropKind, Scene
from desktop.widgets.figure.skeleton import Arm, Hand, Leg
from desktop.widgets.figure.two_bones import joint_between
from desktop.widgets.figure.vector import Vec, hanging

_HAND = body.FOREARM + body.PALM
ARM = body.UPPER_ARM + _HAND
"""Shoulder to the middle of the palm, stretched out."""


def solve_arm(anchor: ArmAnchor, shoulder: Vec, sign: float, legs: Mapping[Which, Leg], scene: Scene) -> Arm:
    """The joints of one arm.

    Args:
        anchor: What the hand touches.
        shoulder: The joint.
        sign: 1 for the near arm, -1 for the far one.
        legs: Both, solved.
        scene: What stands round the figure.

    Raises:
        ValueError: The hand touches something that is not there.
    """
    match anchor:
        case Hanging():
            return _hanging(anchor, shoulder, sign)
        case OnLeg():
            return _on_leg(anchor, shoulder, sign, legs[anchor.leg])
        case Leaning():
            return _leaning(anchor, shoulder, sign, scene)
        case Holding():
            return _gripping(shoulder, grip_point(anchor.grip, legs, scene, shoulder), sign, anchor.elbow)
        case Pulling():
            return _gripping(shoulder, _towel_end(anchor, shoulder, legs[anchor.towel]), sign, anchor.elbow)


def grip_point(name: str, legs: Mapping[Which, Leg], scene: Scene, shoulder: Vec) -> Vec:
    """Where the palm of a hand is that holds a part of a foot or of a thing.

    Raises:
        ValueError: There is no such grip.
    """
    which, _, part = name.partition("-")
    if which in tuple(Which):
        leg = legs[Which(which)]
        shank = (leg.ankle - leg.knee).unit()
        front = leg.front.across(shank)
        parts = {
            "toes": leg.toe + (leg.toe - leg.ball).unit() * 0.006,
            "sole": leg.ball,
            "ankle": leg.ankle + front * 0.024 - shank * 0.012,
            "instep": leg.ankle.toward(leg.ball, 0.45) + (leg.ankle - leg.heel.toward(leg.ball, 0.4)).unit() * 0.016,
            "heel": leg.heel,
            "arch": leg.heel.toward(leg.ball, 0.5),
        }
        if part in parts:
            return parts[part]
    thing = scene.grip(name)
    if thing is None:
        raise ValueError(f"nothing called {name} to hold")
    return Vec(thing.x, thing.y, shoulder.z * 0.8)


def _outward(shoulder: Vec, target: Vec, sign: float, turn: float) -> Vec:
    """The way an elbow bends out: back and down, turned aside by so many degrees."""
    along = target - shoulder
    back = Vec(along.y, -along.x).unit()
    return back * math.cos(math.radians(turn)) + Vec(0.0, 0.0, sign) * math.sin(math.radians(turn))


def _gripping(shoulder: Vec, palm: Vec, sign: float, turn: float) -> Arm:
    """A hand in line with its forearm."""
    elbow, palm = joint_between(shoulder, palm, (body.UPPER_ARM, _HAND), _outward(shoulder, palm, sign, turn))
    along = (palm - elbow).unit()
    return Arm(
        shoulder=shoulder,
        elbow=elbow,
        wrist=palm - along * body.PALM,
        palm=palm,
        fingers=palm + along * body.FINGERS,
        hand=Hand.CLOSED,
    )


def _flat(shoulder: Vec, place: Vec, fingers: Vec, press: Vec, outward: tuple[float, float]) -> Arm:
    """A hand that lies on something, the fingers in a direction of their own.

    Args:
        shoulder: The joint.
        place: What the palm lies on.
        fingers: The way the fingers point.
        press: From the palm into what it lies on.
        outward: The arm's sign, and the turn of its elbow.
    """
    wanted = place - press * body.HAND_FLESH - fingers * body.PALM
    elbow, wrist = joint_between(shoulder, wanted, (body.UPPER_ARM, body.FOREARM), _outward(shoulder, wanted, *outward))
    palm = wrist + fingers * body.PALM
    return Arm(
        shoulder=shoulder,
        elbow=elbow,
        wrist=wrist,
        palm=palm,
        fingers=palm + fingers * body.FINGERS,
        hand=Hand.FLAT,
        press=press,
    )


def _hanging(anchor: Hanging, shoulder: Vec, sign: float) -> Arm:
    def way(degrees: float, out: float) -> Vec:
        return (hanging(degrees) + Vec(0.0, 0.0, sign * out)).unit()

    fore_out = anchor.out + anchor.fore_out
    elbow = shoulder + way(anchor.upper, anchor.out) * body.UPPER_ARM
    wrist = elbow + way(anchor.upper + anchor.elbow, fore_out) * body.FOREARM
    hand = way(anchor.upper + anchor.elbow + anchor.wrist, fore_out + anchor.hand_out)
    palm = wrist + hand * body.PALM
    return Arm(shoulder=shoulder, elbow=elbow, wrist=wrist, palm=palm, fingers=palm + hand * body.FINGERS)


def _on_leg(anchor: OnLeg, shoulder: Vec, sign: float, leg: Leg) -> Arm:
    place = leg.back_surface(anchor.at) if anchor.behind else leg.surface(anchor.at)
    start, end = leg.bone(anchor.at)
    along = (end - start).unit()
    press = leg.front.across(along) * (1.0 if anchor.behind else -1.0)
    fingers = (along + (place - shoulder).unit() * 0.35).across(press)
    return _flat(shoulder, place, fingers, press, (sign, anchor.elbow))


def _leaning(anchor: Leaning, shoulder: Vec, sign: float, scene: Scene) -> Arm:
    wall = scene.find(PropKind.WALL)
    if anchor.palm == PropKind.WALL and wall is not None:
        place, fingers, press = Vec(wall.x, anchor.at, shoulder.z), Vec(0.0, 1.0), Vec(1.0, 0.0)
    else:
        height = scene.height(anchor.palm)
        if height is None:
            raise ValueError(f"no {anchor.palm} in the scene")
        place, fingers, press = Vec(anchor.at, height, shoulder.z * 1.1), Vec(1.0, 0.0), Vec(0.0, -1.0)
    return _flat(shoulder, place, fingers, press, (sign, anchor.elbow))


def _towel_end(anchor: Pulling, shoulder: Vec, leg: Leg) -> Vec:
    along = (leg.ball - shoulder).turned(-anchor.drop).unit()
    end = shoulder + along * (ARM * anchor.reach)
    return Vec(end.x, end.y, leg.ball.z)
