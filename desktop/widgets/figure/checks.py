"""What is wrong with a pose at one moment: bones, contacts, joints, the floor, the frame. The tests run it on all.

Source: the ranges of joints follow Norkin and White, Measurement of Joint Motion, with a few degrees to spare.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.widgets.figure import skeleton as body
from desktop.widgets.figure.contacts import gap
from desktop.widgets.figure.motion import along
from desktop.widgets.figure.pose import Pose
from desktop.widgets.figure.projection import projected
from desktop.widgets.figure.skeleton import Arm, Figure, Leg
from desktop.widgets.figure.solve import solve
from desktop.widgets.figure.vector import Vec, angle_between, bend

TOLERANCE = 0.004
"""Body heights that a contact may be off: 7 mm for a person of 1.75 m."""
STRAIGHT = 172.0
"""Degrees inside a knee from which it is called straight."""
_FARTHEST_BACK = -90
"""Degrees; no arm goes so far back, so beyond it an arm has been lifted over the head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong."""

    what: str
    found: float
    lowest: float
    highest: float


def faults(pose: Pose, t: float, breath: float = 0.0) -> tuple[Fault, ...]:
    """Everything that is wrong with a pose at a share of its way."""
    return faults_of(solve(along(pose.frames, t, pose.scene), pose.scene, breath), pose, t)


def faults_of(figure: Figure, pose: Pose, t: float) -> tuple[Fault, ...]:
    """Everything that is wrong with a solved figure as a pose at a share of its way."""
    found = [*_bones(figure), *_contacts(figure, pose, t), *_joints(figure), *_inside(figure, pose)]
    if not pose.scene.from_above():
        found += _floor(figure)
    if t == 1:
        found += _straight(figure, pose)
    return tuple(fault for fault in found if not fault.lowest <= fault.found <= fault.highest)


def _limbs(figure: Figure) -> tuple[tuple[str, Leg, Arm], ...]:
    return (("near", figure.near_leg, figure.near_arm), ("far", figure.far_leg, figure.far_arm))


def _bones(figure: Figure) -> Iterator[Fault]:
    yield _bone("pelvis", figure.hips, figure.waist, body.PELVIS)
    yield _bone("loin", figure.waist, figure.chest, body.LOIN)
    yield _bone("chest", figure.chest, figure.nape, body.CHEST)
    yield _bone("neck", figure.nape, figure.head, body.NECK)
    for side, leg, arm in _limbs(figure):
        yield _bone(f"{side} thigh", leg.hip, leg.knee, body.THIGH)
        yield _bone(f"{side} shank", leg.knee, leg.ankle, body.SHANK)
        yield _bone(f"{side} heel", leg.ankle, leg.heel, body.HEEL.length())
        yield _bone(f"{side} foot", leg.ankle, leg.ball, body.BALL.length())
        yield _bone(f"{side} toes", leg.ball, leg.toe, body.TOE.length())
        yield _bone(f"{side} upper arm", arm.shoulder, arm.elbow, body.UPPER_ARM)
        yield _bone(f"{side} forearm", arm.elbow, arm.wrist, body.FOREARM)
        yield _bone(f"{side} palm", arm.wrist, arm.palm, body.PALM)


def _bone(what: str, start: Vec, end: Vec, length: float) -> Fault:
    return Fault(
        what=f"length of the {what}", found=(end - start).length(), lowest=length - 1e-6, highest=length + 1e-6
    )


def _contacts(figure: Figure, pose: Pose, t: float) -> Iterator[Fault]:
    for support in pose.supports:
        if support.always or t == 1:
            off = gap(figure, pose.scene, support)
            yield Fault(what=f"{support.part} on {support.on}", found=off, lowest=-TOLERANCE, highest=TOLERANCE)


def _joints(figure: Figure) -> Iterator[Fault]:
    pelvis, loin = figure.waist - figure.hips, figure.chest - figure.waist
    chest, neck = figure.nape - figure.chest, figure.head - figure.nape
    spine = (("waist", loin, pelvis, -30, 45), ("chest", chest, loin, -25, 40), ("neck", neck, chest, -40, 50))
    for what, upper, lower, lowest, highest in spine:
        yield Fault(what=what, found=bend(upper, lower), lowest=lowest, highest=highest)
    yield Fault(what="head", found=bend(figure.facing, neck.turned(-90)), lowest=-35, highest=35)
    for side, leg, arm in _limbs(figure):
        yield from _leg_joints(side, leg, pelvis)
        yield from _arm_joints(side, arm, chest)


def _leg_joints(side: str, leg: Leg, pelvis: Vec) -> Iterator[Fault]:
    thigh, shank, foot = leg.knee - leg.hip, leg.ankle - leg.knee, leg.ball - leg.heel
    flexion = angle_between(thigh, shank)
    yield Fault(what=f"{side} knee", found=flexion, lowest=0, highest=150)
    ankle = 90 - angle_between(shank * -1, foot) + _LEVEL
    yield Fault(what=f"{side} ankle", found=ankle, lowest=-50, highest=30)
    yield Fault(what=f"{side} toes", found=angle_between(foot, leg.toe - leg.ball), lowest=0, highest=80)
    if leg.front.z == 0:
        # Where the leg stays in its plane, the knee folds backward and the hip swings forward.
        yield Fault(what=f"{side} knee folds back", found=-bend(thigh, shank), lowest=-0.5, highest=150)
        yield Fault(what=f"{side} hip", found=bend(pelvis * -1, thigh), lowest=-25, highest=130)


_LEVEL = bend(body.BALL - body.HEEL, Vec(1.0, 0.0)) * -1
"""Degrees by which the line from heel to ball leaves the level of the sole, counted toward the shank."""


def _arm_joints(side: str, arm: Arm, chest: Vec) -> Iterator[Fault]:
    upper, fore, hand = arm.elbow - arm.shoulder, arm.wrist - arm.elbow, arm.palm - arm.wrist
    yield Fault(what=f"{side} elbow", found=angle_between(upper, fore), lowest=0, highest=150)
    yield Fault(what=f"{side} wrist", found=angle_between(fore, hand), lowest=0, highest=90)
    if abs(upper.z) < abs(upper.y) + abs(upper.x):
        yield Fault(what=f"{side} shoulder", found=_upward(bend(chest * -1, upper)), lowest=-65, highest=185)


def _upward(degrees: float) -> float:
    """An arm lifted forward past the vertical counts on from 180, not back from -180."""
    return degrees + 360 if degrees < _FARTHEST_BACK else degrees


def _straight(figure: Figure, pose: Pose) -> Iterator[Fault]:
    for side, leg, _arm in _limbs(figure):
        if pose.traits.straight in (side, "both"):
            inside = 180 - angle_between(leg.knee - leg.hip, leg.ankle - leg.knee)
            yield Fault(what=f"{side} knee straight", found=inside, lowest=STRAIGHT, highest=180)


def _round(figure: Figure) -> Iterator[tuple[str, Vec, float]]:
    """Joints with the flesh round them."""
    yield "hips", figure.hips, body.SEAT_FLESH
    yield "head", figure.head, body.HEAD_RADIUS
    for side, leg, arm in _limbs(figure):
        yield f"{side} knee", leg.knee, body.SHANK_BACK[0][1]
        yield f"{side} heel", leg.heel, body.HEEL_RADIUS
        yield f"{side} ball", leg.ball, body.BALL_RADIUS
        yield f"{side} toe", leg.toe, body.TOE_RADIUS
        yield f"{side} elbow", arm.elbow, 0.015
        yield f"{side} palm", arm.palm, body.HAND_FLESH
        yield f"{side} fingers", arm.fingers, 0.006


def _floor(figure: Figure) -> Iterator[Fault]:
    for what, place, radius in _round(figure):
        yield Fault(what=f"{what} above the floor", found=place.y - radius, lowest=-TOLERANCE, highest=2.0)


def _inside(figure: Figure, pose: Pose) -> Iterator[Fault]:
    box = pose.box
    for what, place, radius in _round(projected(figure, pose.traits.view)):
        yield Fault(what=f"{what} across", found=place.x, lowest=box.left + radius, highest=box.right - radius)
        yield Fault(what=f"{what} upward", found=place.y, lowest=box.bottom + radius, highest=box.top - radius)
