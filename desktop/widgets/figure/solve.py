"""From what a body touches to where its joints are: contact is right by construction, bones keep their lengths."""

import math

from desktop.widgets.figure import skeleton as body
from desktop.widgets.figure.anchors import (
    Crossed,
    FootBy,
    Frame,
    HipsAt,
    HipsOver,
    LegAnchor,
    Pedalling,
    Planted,
    Reaching,
    Swung,
)
from desktop.widgets.figure.arms import solve_arm
from desktop.widgets.figure.scene import Scene
from desktop.widgets.figure.skeleton import Figure, Leg
from desktop.widgets.figure.two_bones import joint_between
from desktop.widgets.figure.vector import Vec, hanging, rising

BREATH_LIFT = 2.0
"""Degrees by which the chest rises with a full breath."""


def solve(frame: Frame, scene: Scene, breath: float = 0.0) -> Figure:
    """Every joint of a key frame.

    Args:
        frame: What the body touches.
        scene: What stands round it.
        breath: 0 breathed out, 1 breathed in.

    Raises:
        ValueError: The frame touches something that the scene has not.
    """
    hips = _hips(frame, scene)
    spine = frame.spine
    pelvis_angle = spine.pelvis
    loin_angle = pelvis_angle + spine.waist
    chest_angle = loin_angle + spine.chest - BREATH_LIFT * breath
    neck_angle = chest_angle + spine.neck + BREATH_LIFT * breath
    waist = hips + rising(pelvis_angle) * body.PELVIS
    chest = waist + rising(loin_angle) * body.LOIN
    nape = chest + rising(chest_angle) * body.CHEST
    facing = rising(neck_angle + spine.head + 90)
    head = nape + rising(neck_angle) * body.NECK
    far_leg, near_leg = _legs(frame, scene, hips)
    legs = {"near": near_leg, "far": far_leg}
    shoulder = chest + rising(chest_angle) * body.SHOULDER_RISE + rising(chest_angle + 90) * body.SHOULDER_FORWARD
    arms = {
        side: solve_arm(anchor, shoulder + Vec(0.0, 0.0, sign * body.SHOULDER_HALF_WIDTH), sign, legs, scene)
        for side, sign, anchor in (("near", 1.0, frame.near_arm), ("far", -1.0, frame.far_arm))
    }
    return Figure(
        hips=hips,
        waist=waist,
        chest=chest,
        nape=nape,
        head=head,
        facing=facing,
        near_leg=near_leg,
        far_leg=far_leg,
        near_arm=arms["near"],
        far_arm=arms["far"],
        breath=breath,
    )


def surface_height(scene: Scene, surface: str) -> float:
    """The height of a surface that a frame names.

    Raises:
        ValueError: The scene has none of that name.
    """
    height = scene.height(surface)
    if height is None:
        raise ValueError(f"no {surface} in the scene")
    return height


def _hips(frame: Frame, scene: Scene) -> Vec:
    anchor = frame.hips
    if isinstance(anchor, HipsAt):
        return Vec(anchor.x, anchor.y)
    if isinstance(anchor, HipsOver):
        planted = frame.near_leg if anchor.over == "near" else frame.far_leg
        if not isinstance(planted, Planted):
            raise ValueError(f"hips over a leg that is not planted: {anchor.over}")
        ankle = _ankle_x(planted), _ankle_y(planted, scene)
        distance = _stretched(anchor.knee)
        return Vec(ankle[0] + anchor.x, ankle[1] + math.sqrt(distance**2 - anchor.x**2 - planted.out**2))
    if anchor.on == "saddle":
        return scene.saddle() + Vec(0.0, body.SEAT_FLESH)
    if anchor.on == "mattress":
        return scene.lying() + Vec(anchor.x, anchor.lift)
    return Vec(anchor.x, surface_height(scene, anchor.on) + body.SEAT_FLESH + anchor.lift)


def _stretched(knee: float) -> float:
    """Hip to ankle with so much bend in the knee."""
    upper, lower = body.THIGH, body.SHANK
    return math.sqrt(upper**2 + lower**2 + 2 * upper * lower * math.cos(math.radians(knee)))


def _contact(anchor: Planted | Reaching) -> tuple[Vec, float]:
    """From the ankle to the middle of the part that touches, and that part's radius."""
    if anchor.by is FootBy.BALL:
        return body.BALL.turned(anchor.pitch), body.BALL_RADIUS
    return body.HEEL.turned(anchor.pitch), body.HEEL_RADIUS


def _ankle_x(anchor: Planted) -> float:
    return anchor.x - _contact(anchor)[0].x


def _ankle_y(anchor: Planted | Reaching, scene: Scene) -> float:
    part, radius = _contact(anchor)
    return surface_height(scene, anchor.foot) + anchor.lift + radius - part.y


def _legs(frame: Frame, scene: Scene, hips: Vec) -> tuple[Leg, Leg]:
    """The far leg, the near leg; one may rest on the other."""
    near_hip, far_hip = (hips + Vec(0.0, 0.0, sign * body.HIP_HALF_WIDTH) for sign in (1.0, -1.0))
    if isinstance(frame.far_leg, Crossed):
        near = _leg(frame.near_leg, near_hip, 1.0, scene, None)
        return _leg(frame.far_leg, far_hip, -1.0, scene, near), near
    far = _leg(frame.far_leg, far_hip, -1.0, scene, None)
    return far, _leg(frame.near_leg, near_hip, 1.0, scene, far)


def _leg(anchor: LegAnchor, hip: Vec, sign: float, scene: Scene, other: Leg | None) -> Leg:
    match anchor:
        case Swung():
            return _swung(anchor, hip, sign)
        case Planted():
            ankle = Vec(_ankle_x(anchor), _ankle_y(anchor, scene), hip.z + sign * anchor.out)
            return _standing(hip, ankle, anchor.pitch, anchor.toes)
        case Reaching():
            drop = _ankle_y(anchor, scene) - hip.y
            run = math.sqrt(max(0.0, _stretched(anchor.knee) ** 2 - drop**2 - anchor.out**2))
            ankle = hip + Vec(-run if anchor.back else run, drop, sign * anchor.out)
            return _standing(hip, ankle, anchor.pitch, anchor.toes)
        case Pedalling():
            pedal = scene.pedal(anchor.crank)
            # The heel drops a little at the front of the turn and rises at the back, as a relaxed rider's does.
            pitch = -12.0 - 10.0 * math.sin(math.radians(anchor.crank + 20))
            sole = Vec(body.BALL.x, body.BALL.y - body.BALL_RADIUS).turned(pitch)
            return _standing(hip, Vec(pedal.x - sole.x, pedal.y - sole.y, hip.z), pitch, 0.0)
        case Crossed():
            if other is None:
                raise ValueError("a leg cannot rest on itself")
            return _crossed(anchor, hip, sign, other)


def _standing(hip: Vec, ankle: Vec, pitch: float, toes: float) -> Leg:
    down = ankle - hip
    knee, ankle = joint_between(hip, ankle, (body.THIGH, body.SHANK), Vec(-down.y, down.x))
    front = Vec(-down.y, down.x).across((ankle - hip).unit())
    return _with_foot(hip, knee, ankle, front, Vec(1.0, 0.0).turned(pitch), Vec(0.0, 1.0).turned(pitch), toes)


def _swung(anchor: Swung, hip: Vec, sign: float) -> Leg:
    aside = Vec(0.0, 0.0, sign * anchor.out)
    knee = hip + (hanging(anchor.thigh) + aside).unit() * body.THIGH
    shank = hanging(anchor.thigh - anchor.knee)
    ankle = knee + shank * body.SHANK
    pitch = anchor.thigh - anchor.knee + anchor.ankle
    along = (ankle - hip).unit()
    front = Vec(-along.y, along.x)
    return _with_foot(hip, knee, ankle, front, Vec(1.0, 0.0).turned(pitch), Vec(0.0, 1.0).turned(pitch), anchor.toes)


def _crossed(anchor: Crossed, hip: Vec, sign: float, other: Leg) -> Leg:
    rest = other.surface(anchor.on) + Vec(0.0, 0.024, -sign * 0.03)
    knee, ankle = joint_between(hip, rest, (body.THIGH, body.SHANK), Vec(0.2, -0.15, sign))
    shank = (ankle - knee).unit()
    forward = Vec(0.75, 0.65).across(shank)
    turn = math.radians(anchor.pitch)
    toward_toes = forward * math.cos(turn) - shank * math.sin(turn)
    up = forward * -math.sin(turn) - shank * math.cos(turn)
    return _with_foot(hip, knee, ankle, forward, toward_toes, up, anchor.toes)


def _with_foot(hip: Vec, knee: Vec, ankle: Vec, front: Vec, along: Vec, up: Vec, toes: float) -> Leg:
    """A leg whose foot points along one direction, the sole square to another; toes bend up from the sole."""
    turn = math.radians(toes)
    toe_along, toe_up = along * math.cos(turn) + up * math.sin(turn), up * math.cos(turn) - along * math.sin(turn)
    ball = ankle + along * body.BALL.x + up * body.BALL.y
    return Leg(
        hip=hip,
        knee=knee,
        ankle=ankle,
        heel=ankle + along * body.HEEL.x + up * body.HEEL.y,
        ball=ball,
        toe=ball + toe_along * body.TOE.x + toe_up * body.TOE.y,
        front=front,
    )
