"""A pose: one position of the body, how it is reached, what it stands on and what it promises."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.widgets.figure.anchors import Frame
from desktop.widgets.figure.scene import Scene, View
from desktop.widgets.figure.vector import ORIGIN, Vec
from schedules.history import Muscle

BELOW_THE_FOOT = Vec(0.03, -0.085)
"""From an ankle to a tag under the floor that a flat foot stands on."""


class Motion(StrEnum):
    """How a pose moves."""

    HOLD = "hold"
    """From the start to the held frame, and stay."""
    REPEAT = "repeat"
    """To and fro between the first and the last frame."""
    TURN = "turn"
    """From the first frame to the last, which are the same to look at, round and round."""


class Works(StrEnum):
    """Which legs are stretched or at work."""

    NEAR = "near"
    FAR = "far"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """A promise: a part of the body that touches something."""

    part: str
    """``near.sole``, ``far.hand``, ``seat`` and so on."""
    on: str
    always: bool = True
    """All the way from the start; else only in what is held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """The direction of the pull, drawn beside a part of the body."""

    by: str
    """The part, ``near.toe`` for instance."""
    aside: Vec = ORIGIN
    """From the part to the middle of the arrow, in body heights."""
    toward: float
    """The way it points: 0 forward, 90 up."""
    length: float = 0.12
    curve: float = 0.0
    """How far it bends to its left, in degrees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """What of the scene is seen, in body heights from its origin on the floor."""

    left: float
    bottom: float = -0.10
    right: float
    top: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What a pose is, apart from its frames."""

    view: View = View.SIDE
    muscle: Muscle = Muscle.OTHER
    """The muscle that is stretched; ``other`` where none is."""
    works: Works = Works.NEAR
    motion: Motion = Motion.HOLD
    period_s: float = 4.0
    """To and fro once, or round once."""
    straight: str = ""
    """The leg whose knee is straight in the held frame: ``near``, ``far``, ``both`` or none."""
    shoes: bool = False
    tags: bool = True
    """Whether the legs have their letters."""
    near_tag: Vec = BELOW_THE_FOOT
    """From the near ankle to the middle of the near leg's tag."""
    far_tag: Vec = BELOW_THE_FOOT


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """One position of the body."""

    id: str
    traits: Traits
    scene: Scene
    frames: tuple[Frame, ...]
    """From the start to what is held, at least one."""
    box: Box
    supports: tuple[Support, ...] = ()
    arrows: tuple[Arrow, ...] = ()
