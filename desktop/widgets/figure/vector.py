"""Points and directions of the figure in body heights: x forward, y up from the floor, z to the near side."""

import math
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Vec:
    """A point or a direction in body heights."""

    x: float
    y: float
    z: float = 0.0

    def __add__(self, other: "Vec") -> "Vec":
        return Vec(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other: "Vec") -> "Vec":
        return Vec(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor: float) -> "Vec":
        return Vec(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other: "Vec") -> float:
        """The scalar product."""
        return self.x * other.x + self.y * other.y + self.z * other.z

    def length(self) -> float:
        """How long it is, in body heights."""
        return math.sqrt(self.dot(self))

    def unit(self) -> "Vec":
        """The same direction, one body height long; straight up where there is no direction."""
        size = self.length()
        return self * (1 / size) if size > 0 else Vec(0.0, 1.0)

    def across(self, axis: "Vec") -> "Vec":
        """The part of it that is square to an axis of length one, as a unit."""
        return (self - axis * self.dot(axis)).unit()

    def turned(self, degrees: float) -> "Vec":
        """Turned in the side view; positive turns forward (+x) up."""
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        return Vec(self.x * cos - self.y * sin, self.x * sin + self.y * cos, self.z)

    def toward(self, other: Self, share: float) -> "Vec":
        """The point a share of the way to another."""
        return self + (other - self) * share


ORIGIN = Vec(0.0, 0.0)


def rising(degrees: float) -> Vec:
    """The direction that leans forward from straight up by so many degrees: a trunk's."""
    return Vec(math.sin(math.radians(degrees)), math.cos(math.radians(degrees)))


def hanging(degrees: float) -> Vec:
    """The direction that swings forward from straight down by so many degrees: a thigh's or an arm's."""
    return Vec(math.sin(math.radians(degrees)), -math.cos(math.radians(degrees)))


def angle_between(one: Vec, other: Vec) -> float:
    """Degrees from 0 to 180 between two directions."""
    cosine = one.unit().dot(other.unit())
    return math.degrees(math.acos(max(-1.0, min(1.0, cosine))))


def bend(upper: Vec, lower: Vec) -> float:
    """Degrees by which the lower bone turns from the upper one in the side view; positive turns forward (+x) up."""
    cross = upper.x * lower.y - upper.y * lower.x
    return math.degrees(math.atan2(cross, upper.x * lower.x + upper.y * lower.y))
