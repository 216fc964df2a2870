"""From what a body touches to where its joints are: contact is right by construction, bones keep their lengths."""

import math
from dataclasses import dataclass

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
    Which,
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
    legs = {Which.NEAR: near_leg, Which.FAR: far_leg}
    shoulder = chest + rising(chest_angle) * body.SHOULDER_RISE + rising(chest_angle + 90) * body.SHOULDER_FORWARD
    arms = {
        which: solve_arm(anchor, shoulder + Vec(0.0, 0.0, sign * body.SHOULDER_HALF_WIDTH), sign, legs, scene)
        for which, sign, anchor in ((Which.NEAR, 1.0, frame.near_arm), (Which.FAR, -1.0, frame.far_arm))
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
        near_arm=arms[Which.NEAR],
        far_arm=arms[Which.FAR],
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
        planted = frame.near_leg if anchor.over is Which.NEAR else frame.far_leg
        if not isinstance(planted, Planted):
            raise ValueError(f"hips over a leg that is not planted: {anchor.over}")  # noqa: TRY004 -- a fault of the data
        ankle = _ankle_x(planted), _ankle_y(planted, scene)
        distance = _stretched(anchor.knee)
        return Vec(ankle[0] + anchor.x, ankle[1] + math.sqrt(distance**2 - anchor.x**2 - planted.out**2))
    if anchor.on == "saddle":
        return scene.saddle() + Vec(0.0, body.SEAT_FLESH)
    if anchor.on in ("mattress", "mat"):
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
            # The heel rises as the pedal comes up behind and sinks as it goes down in front: the ankle hardly bends.
            pitch = -26.0 + 13.0 * math.sin(math.radians(anchor.crank + 45))
            sole = Vec(body.BALL.x, body.BALL.y - body.BALL_RADIUS).turned(pitch)
            return _standing(hip, Vec(pedal.x - sole.x, pedal.y - sole.y, hip.z), pitch, 0.0)
        case Crossed():
            if other is None:
                raise ValueError("a leg cannot rest on itself")
            return _crossed(anchor, hip, sign, other)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sole:
    """Which way a foot points."""

    along: Vec
    """To the toes."""
    up: Vec
    """From the sole to the ankle."""
    toes: float
    """Degrees by which the toes bend up."""

    @classmethod
    def pitched(cls, pitch: float, toes: float) -> "_Sole":
        """A foot in the plane of the side view, toes up from the level by so many degrees."""
        return cls(along=Vec(1.0, 0.0).turned(pitch), up=Vec(0.0, 1.0).turned(pitch), toes=toes)


def _standing(hip: Vec, ankle: Vec, pitch: float, toes: float) -> Leg:
    down = ankle - hip
    forward = Vec(-down.y, down.x)
    knee, ankle = joint_between(hip, ankle, (body.THIGH, body.SHANK), forward)
    return _leg_from((hip, knee, ankle), forward.across(down.unit()), _Sole.pitched(pitch, toes))


def _swung(anchor: Swung, hip: Vec, sign: float) -> Leg:
    aside = Vec(0.0, 0.0, sign * anchor.out)
    knee = hip + (hanging(anchor.thigh) + aside).unit() * body.THIGH
    ankle = knee + hanging(anchor.thigh - anchor.knee) * body.SHANK
    along = (ankle - hip).unit()
    sole = _Sole.pitched(anchor.thigh - anchor.knee + anchor.ankle, anchor.toes)
    return _leg_from((hip, knee, ankle), Vec(-along.y, along.x), sole)


def _crossed(anchor: Crossed, hip: Vec, sign: float, other: Leg) -> Leg:
    rest = other.surface(anchor.on) + Vec(0.0, 0.024, -sign * 0.052)
    knee, ankle = joint_between(hip, rest, (body.THIGH, body.SHANK), Vec(0.2, -0.15, sign))
    shank = (ankle - knee).unit()
    forward = Vec(0.15, 1.0).across(shank)
    turn = math.radians(anchor.pitch)
    along = forward * math.cos(turn) - shank * math.sin(turn)
    up = forward * -math.sin(turn) - shank * math.cos(turn)
    return _leg_from((hip, knee, ankle), forward, _Sole(along=along, up=up, toes=anchor.toes))


def _leg_from(joints: tuple[Vec, Vec, Vec], front: Vec, sole: _Sole) -> Leg:
    """A leg from hip, knee and ankle, the way its knee points and the way its foot points."""
    hip, knee, ankle = joints
    turn = math.radians(sole.toes)
    toe_along = sole.along * math.cos(turn) + sole.up * math.sin(turn)
    toe_up = sole.up * math.cos(turn) - sole.along * math.sin(turn)
    ball = ankle + sole.along * body.BALL.x + sole.up * body.BALL.y
    return Leg(
        hip=hip,
        knee=knee,
        ankle=ankle,
        heel=ankle + sole.along * body.HEEL.x + sole.up * body.HEEL.y,
        ball=ball,
        toe=ball + toe_along * body.TOE.x + toe_up * body.TOE.y,
        front=front,
    )
