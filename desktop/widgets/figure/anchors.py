"""One key frame as data: what each part of the body touches or which angle it has. Angles are in degrees."""

from dataclasses import dataclass
from enum import StrEnum


class Which(StrEnum):
    """Which of two limbs: the one nearer to the eye from the side, or the other."""

    NEAR = "near"
    FAR = "far"


class FootBy(StrEnum):
    """The part of a foot that touches."""

    SOLE = "sole"
    HEEL = "heel"
    BALL = "ball"


@dataclass(frozen=True, slots=True, kw_only=True)
class HipsOn:
    """The hips rest on a surface."""

    on: str
    x: float
    lift: float = 0.0
    """Body heights above the place where they would rest: getting up, or lying on the back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HipsOver:
    """The hips stand over a planted foot with so much bend in the knee."""

    over: Which
    knee: float
    x: float = 0.0
    """How far before the ankle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HipsAt:
    """The hips are at a point, on the way from one place to another."""

    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A foot on a surface at a place; the knee follows."""

    foot: str
    """The surface."""
    x: float
    """Where the touching part is."""
    by: FootBy = FootBy.SOLE
    pitch: float = 0.0
    """Toes up from the level."""
    toes: float = 0.0
    """Toes up from the sole."""
    out: float = 0.0
    """Knee and foot moved aside, away from the middle, in body heights."""
    lift: float = 0.0
    """How far the touching part is above the surface."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaching:
    """A foot on a surface as far from the hips as the bend of the knee says."""

    foot: str
    knee: float
    by: FootBy = FootBy.HEEL
    pitch: float = 0.0
    toes: float = 0.0
    out: float = 0.0
    back: float = 0.0
    """1 where the foot is behind the hips, 0 where it is before them."""
    lift: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Swung:
    """A leg in the air, or lying: the direction of the thigh, then the bends."""

    thigh: float
    """Forward from straight down."""
    knee: float
    ankle: float = 0.0
    """Toes up from square to the shank."""
    toes: float = 0.0
    out: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pedalling:
    """A foot on a pedal."""

    crank: float
    """Turn of its crank: 0 forward, positive goes forward-down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossed:
    """An ankle that rests on the other thigh, the knee out to the side."""

    on: float
    """Share of the other thigh, 1 at its knee."""
    pitch: float = 0.0
    """Turn of the foot about the shank's end."""
    toes: float = 0.0


LegAnchor = Planted | Reaching | Swung | Pedalling | Crossed


@dataclass(frozen=True, slots=True, kw_only=True)
class Hanging:
    """An arm that touches nothing: the direction of the upper arm, then the bend."""

    upper: float
    """Forward from straight down."""
    elbow: float
    wrist: float = 0.0
    out: float = 0.0
    """How far the arm leads away from the middle, for each body height downward."""
    fore_out: float = 0.0
    """How much more the forearm does."""
    hand_out: float = 0.0
    """How much more than that the hand does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnLeg:
    """A palm on the front or the back of a leg."""

    leg: Which
    at: float
    """0 hip, 1 knee, 2 ankle."""
    behind: bool = False
    elbow: float = 0.0
    """How far the elbow is turned outward from hanging down, in degrees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A hand round a grip: toes, sole, ankle, handlebar, the back of a chair."""

    grip: str
    elbow: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaning:
    """A flat palm on a surface or a wall."""

    palm: str
    at: float
    """Along a surface, or up a wall."""
    elbow: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulling:
    """A hand that pulls a towel or sheet laid round the ball of a foot."""

    towel: Which
    """Which foot."""
    reach: float
    """Share of the arm's length from shoulder to hand."""
    drop: float = 0.0
    """Degrees by which the hand is below the line from the shoulder to the foot."""
    elbow: float = 0.0


ArmAnchor = Hanging | OnLeg | Holding | Leaning | Pulling
HipAnchor = HipsOn | HipsOver | HipsAt
Anchor = HipAnchor | LegAnchor | ArmAnchor


@dataclass(frozen=True, slots=True, kw_only=True)
class Spine:
    """How the trunk leans and bends; each part bends forward from the one below it."""

    pelvis: float = 0.0
    """Forward from straight up."""
    waist: float = 0.0
    chest: float = 0.0
    neck: float = 0.0
    head: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One key frame."""

    hips: HipAnchor
    spine: Spine
    near_leg: LegAnchor
    far_leg: LegAnchor
    near_arm: ArmAnchor
    far_arm: ArmAnchor
