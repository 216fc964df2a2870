"""The body: bone lengths, the flesh round them, and the joints of one moment. All lengths are in body heights.

Source: Drillis and Contini, Body Segment Parameters, 1966, for the lengths of the bones; the flesh is drawn from life.
"""

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from desktop.widgets.figure.vector import ORIGIN, Vec, bend

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

Profile = tuple[tuple[float, float], ...]
"""Flesh at shares of a bone's length from the top."""

THIGH_FRONT: Profile = ((0.0, 0.046), (0.25, 0.051), (0.5, 0.046), (0.75, 0.037), (1.0, 0.032))
THIGH_BACK: Profile = ((0.0, 0.055), (0.12, 0.055), (0.25, 0.051), (0.5, 0.044), (0.75, 0.034), (1.0, 0.028))
SHANK_FRONT: Profile = ((0.0, 0.032), (0.12, 0.027), (0.3, 0.024), (0.55, 0.021), (0.8, 0.017), (1.0, 0.018))
SHANK_BACK: Profile = ((0.0, 0.028), (0.12, 0.034), (0.3, 0.042), (0.55, 0.032), (0.8, 0.019), (1.0, 0.019))
"""Before and behind the bone."""


_LEVEL = Vec(1.0, 0.0)
_HEEL_TO_BALL = bend(_LEVEL, BALL - HEEL)
_BALL_TO_TOE = bend(_LEVEL, TOE)
"""Degrees by which the lines between the middles of the parts leave the level of the sole."""


def flesh(profile: Profile, at: float) -> float:
    """How thick the flesh is at a share of the bone, between the measured places along a straight line."""
    for (low, first), (high, second) in pairwise(profile):
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

    def bone(self, at: float) -> tuple[Vec, Vec]:
        """The ends of the bone at a place of the leg: 0 at the hip, 1 at the knee, 2 at the ankle."""
        return (self.hip, self.knee) if at <= 1 else (self.knee, self.ankle)

    def surface(self, at: float) -> Vec:
        """A point on the front of the leg: 0 at the hip, 1 at the knee, 2 at the ankle."""
        return self._skin(at, self.front, THIGH_FRONT if at <= 1 else SHANK_FRONT)

    def back_surface(self, at: float) -> Vec:
        """A point on the back of the leg: 0 at the hip, 1 at the knee, 2 at the ankle."""
        return self._skin(at, self.front * -1, THIGH_BACK if at <= 1 else SHANK_BACK)

    def sole_along(self) -> Vec:
        """The way along the sole to the toes."""
        return (self.ball - self.heel).turned(-_HEEL_TO_BALL).unit()

    def sole_up(self) -> Vec:
        """The way up from the sole, in the picture."""
        return self.sole_along().turned(90)

    def toes_along(self) -> Vec:
        """The way along the bottom of the toes."""
        return (self.toe - self.ball).turned(-_BALL_TO_TOE).unit()

    def _skin(self, at: float, out: Vec, profile: Profile) -> Vec:
        start, end = self.bone(at)
        share = at if at <= 1 else at - 1
        return start.toward(end, share) + out.across((end - start).unit()) * flesh(profile, share)


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
    press: Vec = ORIGIN
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

    def part(self, name: str) -> Vec:
        """Where a part of the body is: ``head``, ``near-toe``, ``far-wrist`` and so on.

        Raises:
            ValueError: There is no such part.
        """
        side, _, joint = name.partition("-")
        owners: tuple[object, ...] = {
            "near": (self.near_leg, self.near_arm),
            "far": (self.far_leg, self.far_arm),
        }.get(side, (self,))
        for owner in owners:
            place = getattr(owner, joint or side, None)
            if isinstance(place, Vec):
                return place
        raise ValueError(f"no part of the body called {name}")
