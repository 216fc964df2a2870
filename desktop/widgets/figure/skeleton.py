"""The body: bone lengths, the flesh round them, and the joints of one moment. All lengths are in body heights.

Source: Drillis and Contini, Body Segment Parameters, 1966, for the lengths of the bones; the flesh is drawn from life.
"""

from dataclasses import dataclass
from enum import StrEnum

from desktop.widgets.figure.vector import Vec

THIGH = 0.245
SHANK = 0.246
UPPER_ARM = 0.186
FOREARM = 0.146
PALM = 0.045
"""Wrist to the middle of the palm."""
FINGERS = 0.050
"""Middle of the palm to the finger tips."""

PELVIS = 0.095
"""Hip joint to the small of the back."""
LOIN = 0.120
"""Small of the back to the middle of the chest."""
CHEST = 0.105
"""Middle of the chest to the root of the neck."""
NECK = 0.090
"""Root of the neck to the middle of the head."""
HEAD_RADIUS = 0.066
"""Half the height of the head."""
HIP_HALF_WIDTH = 0.048
SHOULDER_HALF_WIDTH = 0.104
SHOULDER_RISE = 0.072
"""Middle of the chest to the height of the shoulder joints."""
SHOULDER_FORWARD = 0.006

SEAT_FLESH = 0.055
"""Hip joint to what is sat on."""
BACK_FLESH = 0.062
"""Hip joint to what is lain on."""

HEEL = Vec(-0.026, -0.017)
"""From the ankle to the middle of the heel pad, the sole level."""
HEEL_RADIUS = 0.022
BALL = Vec(0.058, -0.026)
BALL_RADIUS = 0.013
TOE = Vec(0.034, -0.003)
"""From the ball of the foot to the middle of the toe tip, the toes level."""
TOE_RADIUS = 0.010
HAND_FLESH = 0.011
"""Half the thickness of a hand."""

THIGH_FRONT = ((0.0, 0.046), (0.25, 0.051), (0.5, 0.046), (0.75, 0.037), (1.0, 0.032))
THIGH_BACK = ((0.0, 0.055), (0.12, 0.055), (0.25, 0.051), (0.5, 0.044), (0.75, 0.034), (1.0, 0.028))
SHANK_FRONT = ((0.0, 0.032), (0.12, 0.027), (0.3, 0.024), (0.55, 0.021), (0.8, 0.017), (1.0, 0.018))
SHANK_BACK = ((0.0, 0.028), (0.12, 0.034), (0.3, 0.042), (0.55, 0.032), (0.8, 0.019), (1.0, 0.019))
"""Flesh before and behind the bone, at shares of its length from the top."""

Profile = tuple[tuple[float, float], ...]


def flesh(profile: Profile, at: float) -> float:
    """How thick the flesh is at a share of the bone, between the measured places along a straight line."""
    for (low, first), (high, second) in zip(profile, profile[1:], strict=False):
        if at <= high:
            return first + (second - first) * max(0.0, (at - low) / (high - low))
    return profile[-1][1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """The joints of one leg, and the way its knee points."""

    hip: Vec
    knee: Vec
    ankle: Vec
    heel: Vec
    """The middle of the heel pad."""
    ball: Vec
    toe: Vec
    """The middle of the toe tip."""
    front: Vec
    """The way the knee bends out."""

    def surface(self, at: float) -> Vec:
        """A point on the front of the leg: 0 at the hip, 1 at the knee, 2 at the ankle."""
        if at <= 1:
            start, end, profile, share = self.hip, self.knee, THIGH_FRONT, at
        else:
            start, end, profile, share = self.knee, self.ankle, SHANK_FRONT, at - 1
        normal = self.front.across((end - start).unit())
        return start.toward(end, share) + normal * flesh(profile, share)

    def back_surface(self, at: float) -> Vec:
        """A point on the back of the leg: 0 at the hip, 1 at the knee, 2 at the ankle."""
        if at <= 1:
            start, end, profile, share = self.hip, self.knee, THIGH_BACK, at
        else:
            start, end, profile, share = self.knee, self.ankle, SHANK_BACK, at - 1
        normal = self.front.across((end - start).unit())
        return start.toward(end, share) - normal * flesh(profile, share)


class Hand(StrEnum):
    """What a hand does, which is how it is drawn."""

    LOOSE = "loose"
    FLAT = "flat"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """The joints of one arm."""

    shoulder: Vec
    elbow: Vec
    wrist: Vec
    palm: Vec
    fingers: Vec
    hand: Hand = Hand.LOOSE
    press: Vec = Vec(0.0, 0.0)
    """From a flat palm into what it lies on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Every joint at one moment."""

    hips: Vec
    waist: Vec
    chest: Vec
    nape: Vec
    head: Vec
    facing: Vec
    """Where the face looks."""
    near_leg: Leg
    far_leg: Leg
    near_arm: Arm
    far_arm: Arm
    breath: float = 0.0
    """0 breathed out, 1 breathed in."""
