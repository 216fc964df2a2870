"""What a guide is: a routine of timed steps, as frozen values. Their words come from TOML files."""

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType

from schedules.history import Muscle, Side

LEAD_IN = timedelta(seconds=5)
"""Time to get into position before the first hold of a step."""
CHANGE = timedelta(seconds=3)
"""Time to change legs between two holds."""


class Place(StrEnum):
    """Where a person is, and what carries the body in a step."""

    STANDING = "standing"
    CHAIR = "chair"
    BED_EDGE = "bed-edge"
    BED = "bed"
    FLOOR = "floor"
    BIKE = "bike"


class Limit(StrEnum):
    """What makes some steps unsuitable for a person."""

    PREGNANT = "pregnant"
    POOR_BALANCE = "poor-balance"
    KNEE = "knee"
    BACK = "back"
    NO_FLOOR = "no-floor"
    """Cannot, or would rather not, get down to the floor."""
    NO_STANDING = "no-standing"
    NO_KNEELING = "no-kneeling"
    SORE_TODAY = "sore-today"
    """Excludes nothing of itself: every step comes in its gentle dose."""


class StepSide(StrEnum):
    """Which leg a step is for."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    """Both at once."""
    EACH = "each"
    """One after the other, in turns: one leg rests while the other holds."""


class Action(StrEnum):
    """What a person does in a step. The last four are also the ids in `Cramp.tried`."""

    MOVE = "move"
    RIDE = "ride"
    STRETCH = "stretch"
    MASSAGE = "massage"
    WARMTH = "warmth"
    COLD = "cold"


class Strength(StrEnum):
    """How good the evidence behind a piece of advice is."""

    GOOD = "good"
    MIXED = "mixed"
    WEAK = "weak"
    EXPERT_ADVICE = "expert-advice"
    """Advised by people who know; not tested."""


class Purpose(StrEnum):
    """What a routine is for; one can stand in for another of its purpose. `build` takes steps from the first ones."""

    BEDTIME = "bedtime"
    DAY = "day"
    WARM_UP = "warm-up"
    AFTER_EXERCISE = "after-exercise"
    BIKE = "bike"
    RELIEF = "relief"


IMPLIED = MappingProxyType({Place.FLOOR: Limit.NO_FLOOR, Place.STANDING: Limit.NO_STANDING})
"""The limit that rules a position out whatever a step says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """One hold of a step."""

    side: Side
    repetition: int
    """Of this side, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One stretch or other thing to do, with its dose and its words."""

    id: str
    title: str
    """Short; it is spoken."""
    action: Action = Action.STRETCH
    position: Place
    muscle: Muscle
    also: tuple[Muscle, ...] = ()
    """Other muscles that are stretched."""
    side: StepSide
    pose: str | None = None
    """The name of the drawing; None where there is none."""
    hold: timedelta
    repetitions: int = 1
    """Of each side."""
    rest: timedelta = timedelta(0)
    """The least time that one side rests between two holds."""
    lead_in: timedelta = LEAD_IN
    instruction: str
    cue: str = ""
    """One reminder while it is held."""
    breathing: str = ""
    safety: str
    """Always on show with the step."""
    source: str
    """The id of an evidence card."""
    strength: Strength
    exclude: frozenset[Limit] = frozenset()
    easier: "Step | None" = None
    """A whole step that can take this one's place."""

    @property
    def muscles(self) -> tuple[Muscle, ...]:
        """Every muscle, the main one first."""
        return (self.muscle, *self.also)

    @property
    def holds(self) -> tuple[Hold, ...]:
        """The holds in order; with `StepSide.EACH` the sides take turns, left first."""
        sides = (Side.LEFT, Side.RIGHT) if self.side is StepSide.EACH else (Side(self.side),)
        return tuple(Hold(side=side, repetition=n + 1) for n in range(self.repetitions) for side in sides)

    @property
    def gap(self) -> timedelta:
        """Between two holds: a rest; where the sides take turns just enough for each side to have its rest."""
        if self.side is not StepSide.EACH:
            return self.rest
        if self.repetitions == 1:
            return CHANGE
        return max(CHANGE, (self.rest - self.hold) / 2)

    @property
    def lasts(self) -> timedelta:
        """From the start of the lead-in to the end of the last hold."""
        count = len(self.holds)
        return self.lead_in + self.hold * count + self.gap * (count - 1)

    def fits(self, limits: frozenset[Limit]) -> bool:
        """Whether nothing about this step speaks against it for a person with these limits."""
        return not self.exclude & limits and IMPLIED.get(self.position) not in limits

    def variant_for(self, limits: frozenset[Limit]) -> "Step | None":
        """This step, or the first of its easier ones that fits; None if none does."""
        step: Step | None = self
        while step is not None and not step.fits(limits):
            step = step.easier
        return step


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    """A guide: steps in order."""

    id: str
    title: str
    """Empty for a routine that was built: its place names it."""
    summary: str = ""
    purpose: Purpose
    place: Place
    muscle: Muscle | None = None
    """Only for relief: the muscle it is for."""
    steps: tuple[Step, ...]
    source: str
    """The id of an evidence card."""
    strength: Strength
    limits: frozenset[Limit] = field(default=frozenset())
    """What it was fitted to; empty as it comes from its file."""

    @property
    def lasts(self) -> timedelta:
        """From the first lead-in to the end of the last hold, at normal speed and without a pause."""
        return sum((step.lasts for step in self.steps), timedelta(0))

    def held_on(self, side: Side) -> timedelta:
        """How long a leg is stretched or moved in all; what both do at once counts for each."""
        return sum(
            (step.hold for step in self.steps for hold in step.holds if hold.side in (side, Side.BOTH)),
            timedelta(0),
        )
