"""What stands round the figure, chair or bed or bike, and where a body can touch it. Lengths are in body heights."""

import math
from dataclasses import dataclass
from enum import StrEnum

from desktop.widgets.figure.vector import Vec


class View(StrEnum):
    """From where the figure is seen."""

    SIDE = "side"
    FRONT = "front"
    BACK = "back"


class PropKind(StrEnum):
    """The things that a pose may use."""

    FLOOR = "floor"
    CHAIR = "chair"
    BED = "bed"
    MATTRESS = "mattress"
    """A bed seen from above; what lies on it touches no height."""
    WALL = "wall"
    BIKE = "bike"
    PAD = "pad"
    """A warm pad, or a cold pack in its towel: on what the figure lies or stands on, or on its near leg."""
    CUSHION = "cushion"
    """A pillow on its edge, behind a back."""
    MAT = "mat"
    """A mat on the floor seen from above."""


CHAIR_SEAT = 0.25
CHAIR_HALF_DEPTH = 0.135
CHAIR_BACK = 0.51
BED_TOP = 0.26
CRANK = 0.085
"""Length of a crank of the bike."""
PEDAL_HALF_HEIGHT = 0.008
MATTRESS_WIDTH = 0.62
CRANK_AXLE = Vec(0.0, 0.165)
"""From the foot of the bike's place."""
SADDLE = Vec(-0.115, 0.55)
HANDLEBAR = Vec(0.300, 0.700)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prop:
    """One thing, and where it stands."""

    kind: PropKind
    x: float = 0.0
    """Chair: middle of the seat. Bed, mattress, mat: the left end. Wall: its face. Bike: below the axle. Pad: middle.
    Cushion: the middle of its foot."""
    length: float = 1.3
    """Of a bed, or a pad."""
    turned: bool = False
    """A chair that faces left."""
    board: bool = True
    """A bed with a head board at its left end."""
    pillow: float = 0.0
    """How high the pillow at the left end of a bed is; 0 for none."""
    y: float = 0.0
    """A mattress or mat: its lower edge in the picture. A pad or cushion: the height of what it lies on."""
    on_leg: float = 0.0
    """A pad on the near leg: where its middle is, 0 hip, 1 knee, 2 ankle; 0 for one that lies on `y`."""
    behind: bool = False
    """That pad is on the back of the leg."""
    cold: bool = False
    """A pad that cools."""
    lean: float = 0.0
    """A cushion: degrees by which it leans back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Everything that stands round the figure."""

    props: tuple[Prop, ...] = ()

    def find(self, kind: PropKind) -> Prop | None:
        """The first thing of a kind, if there is one."""
        return next((prop for prop in self.props if prop.kind is kind), None)

    def from_above(self) -> bool:
        """Whether one looks down on a bed or a mat; nothing stands on a floor then."""
        return self.find(PropKind.MATTRESS) is not None or self.find(PropKind.MAT) is not None

    def height(self, surface: str) -> float | None:
        """How high a surface to sit, stand or lie on is; None where the scene has none of that name."""
        if surface == PropKind.FLOOR:
            return 0.0
        if surface == PropKind.CHAIR and self.find(PropKind.CHAIR):
            return CHAIR_SEAT
        if surface == PropKind.BED and self.find(PropKind.BED):
            return BED_TOP
        return None

    def grip(self, name: str) -> Vec | None:
        """Where a hand takes hold of a thing; None where the scene has none of that name."""
        chair, bike = self.find(PropKind.CHAIR), self.find(PropKind.BIKE)
        if name == "chair-back" and chair:
            return Vec(chair.x + (CHAIR_HALF_DEPTH if chair.turned else -CHAIR_HALF_DEPTH), CHAIR_BACK)
        if name == "handlebar" and bike:
            return Vec(bike.x, 0.0) + HANDLEBAR
        return None

    def pedal(self, degrees: float) -> Vec:
        """The top of a pedal; the crank points forward at 0 and turns forward-down.

        Raises:
            ValueError: There is no bike.
        """
        turn = math.radians(-degrees)
        return self._bike() + CRANK_AXLE + Vec(CRANK * math.cos(turn), CRANK * math.sin(turn) + PEDAL_HALF_HEIGHT)

    def saddle(self) -> Vec:
        """The top of the saddle.

        Raises:
            ValueError: There is no bike.
        """
        return self._bike() + SADDLE

    def lying(self) -> Vec:
        """The middle of a bed that is seen from above, as high in the picture as its middle line.

        Raises:
            ValueError: There is no such bed.
        """
        mattress = self.find(PropKind.MATTRESS) or self.find(PropKind.MAT)
        if mattress is None:
            raise ValueError("no mattress or mat in the scene")
        return Vec(mattress.x, mattress.y + MATTRESS_WIDTH / 2)

    def _bike(self) -> Vec:
        bike = self.find(PropKind.BIKE)
        if bike is None:
            raise ValueError("no bike in the scene")
        return Vec(bike.x, 0.0)
