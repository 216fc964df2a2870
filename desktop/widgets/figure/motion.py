"""Between two key frames: what touches keeps touching, what swings goes by its angles, bones keep their lengths."""

from dataclasses import fields, replace
from itertools import pairwise
from typing import TypeVar

from desktop.widgets.figure import skeleton as body
from desktop.widgets.figure.anchors import (
    Anchor,
    ArmAnchor,
    Frame,
    Hanging,
    HipAnchor,
    HipsAt,
    HipsOver,
    LegAnchor,
    Spine,
    Swung,
    Which,
)
from desktop.widgets.figure.scene import Scene
from desktop.widgets.figure.skeleton import Arm, Leg
from desktop.widgets.figure.solve import solve
from desktop.widgets.figure.vector import Vec, bend

_AnchorT = TypeVar("_AnchorT", HipAnchor, Spine, LegAnchor, ArmAnchor)
_DOWN = Vec(0.0, -1.0)


def along(frames: tuple[Frame, ...], t: float, scene: Scene) -> Frame:
    """The frame at a share of the way through several key frames, each stretch of the way as long as the others."""
    pairs = list(pairwise(frames))
    if not pairs:
        return frames[0]
    place = min(max(t, 0.0), 1.0) * len(pairs)
    index = min(int(place), len(pairs) - 1)
    return interpolate(*pairs[index], place - index, scene)


def interpolate(start: Frame, held: Frame, t: float, scene: Scene) -> Frame:
    """The frame at a share `t` of the way from one to another.

    A limb that touches the same thing in both keeps touching it. One that changes what it touches leaves it and swings
    over by its angles.
    """
    before, after = _freed(start, held, scene), _freed(held, start, scene)
    return Frame(
        hips=_mixed(before.hips, after.hips, t),
        spine=_mixed(before.spine, after.spine, t),
        near_leg=_mixed(before.near_leg, after.near_leg, t),
        far_leg=_mixed(before.far_leg, after.far_leg, t),
        near_arm=_mixed(before.near_arm, after.near_arm, t),
        far_arm=_mixed(before.far_arm, after.far_arm, t),
    )


def _freed(frame: Frame, other: Frame, scene: Scene) -> Frame:
    """The frame with each part that the other frame holds differently told by where it is, not by what it touches."""
    figure = solve(frame, scene)
    near, far = _alike(frame.near_leg, other.near_leg), _alike(frame.far_leg, other.far_leg)
    hips = _alike(frame.hips, other.hips)
    if isinstance(frame.hips, HipsOver):
        hips = hips and (near if frame.hips.over is Which.NEAR else far)
    return replace(
        frame,
        hips=frame.hips if hips else HipsAt(x=figure.hips.x, y=figure.hips.y),
        near_leg=frame.near_leg if near else _swung(figure.near_leg),
        far_leg=frame.far_leg if far else _swung(figure.far_leg),
        near_arm=frame.near_arm if _alike(frame.near_arm, other.near_arm) else _hanging(figure.near_arm),
        far_arm=frame.far_arm if _alike(frame.far_arm, other.far_arm) else _hanging(figure.far_arm),
    )


def _alike(one: Anchor, other: Anchor) -> bool:
    """Of one kind, with the same words; only numbers may differ."""
    if type(one) is not type(other):
        return False
    pairs = ((getattr(one, field.name), getattr(other, field.name)) for field in fields(one))
    return all(isinstance(mine, float) or mine == yours for mine, yours in pairs)


def _mixed(start: _AnchorT, held: _AnchorT, t: float) -> _AnchorT:
    """Every number a share of the way."""
    numbers = {
        field.name: (getattr(start, field.name), getattr(held, field.name))
        for field in fields(start)
        if isinstance(getattr(start, field.name), float)
    }
    return replace(start, **{name: one + (other - one) * t for name, (one, other) in numbers.items()})


def _swung(leg: Leg) -> Swung:
    """The angles of a solved leg."""
    thigh, shank, foot = leg.knee - leg.hip, leg.ankle - leg.knee, leg.ball - leg.heel
    down = bend(_DOWN, thigh)
    knee = -bend(thigh, shank)
    level = bend(body.BALL - body.HEEL, foot)
    return Swung(
        thigh=down,
        knee=knee,
        ankle=_wrapped(level - (down - knee)),
        toes=bend(body.TOE, leg.toe - leg.ball) - level,
        out=_aside(thigh, leg.hip),
    )


def _hanging(arm: Arm) -> Hanging:
    """The angles of a solved arm."""
    upper, fore, hand = arm.elbow - arm.shoulder, arm.wrist - arm.elbow, arm.palm - arm.wrist
    out, fore_out, hand_out = (_aside(bone, arm.shoulder) for bone in (upper, fore, hand))
    return Hanging(
        upper=bend(_DOWN, upper),
        elbow=bend(upper, fore),
        wrist=bend(fore, hand),
        out=out,
        fore_out=fore_out - out,
        hand_out=hand_out - fore_out,
    )


def _aside(bone: Vec, root: Vec) -> float:
    """How far a bone leads away from the middle, for one body height in the side view."""
    sign = 1.0 if root.z > 0 else -1.0
    return sign * bone.z / max(Vec(bone.x, bone.y).length(), 1e-6)


def _wrapped(degrees: float) -> float:
    return (degrees + 180) % 360 - 180
