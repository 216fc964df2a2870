"""What a person did and was asked: the records that decisions depend on. Every moment is aware."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from schedules.prompts import ANCHORED, HeldWhy, Kind
from schedules.settings import Effort


class Outcome(StrEnum):
    """What became of a prompt."""

    WAITING = "waiting"
    """Shown, not answered yet."""
    DONE = "done"
    LATER = "later"
    """Put off; it comes again under the same key."""
    MOVED = "moved"
    """Not shown yet, and moved by the person to another time, ``show_again_at``."""
    SKIPPED = "skipped"
    IGNORED = "ignored"
    """Shown, and its time ran out without an answer."""
    EXPIRED = "expired"
    """Never shown: its time had passed, after a suspend for example."""
    CREDITED = "credited"
    """Never shown: the person had already done it."""


class LaterWhy(StrEnum):
    """Why a person put a prompt off, where they said so."""

    NEXT_PAUSE = "next-pause"
    MEETING = "meeting"
    MINUTES = "minutes"
    DONE = "done"
    """It was done before it was asked for."""
    SORE = "sore"
    NOT_THIS_WEEKDAY = "not-this-weekday"


class Muscle(StrEnum):
    """Where a cramp was."""

    HAMSTRING = "hamstring"
    CALF = "calf"
    FOOT = "foot"
    FRONT_THIGH = "front-thigh"
    OTHER = "other"


class Side(StrEnum):
    """Which leg."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class Trigger(StrEnum):
    """What a person thinks came before a cramp."""

    EXERCISE = "exercise"
    LONG_SITTING = "long-sitting"
    STANDING = "standing"
    HEAT = "heat"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drink:
    """Something drunk."""

    at: datetime
    volume_ml: int
    id: int | None = None
    """The store's number of this record; None before it is stored. The same in every record here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineDone:
    """A stretch, ride or short movement break, whole or in part."""

    started_at: datetime
    routine: str
    """The routine's id, or ``move`` for getting up."""
    lasted: timedelta = timedelta(0)
    steps_done: int = 0
    steps: int = 0
    """Steps the routine has; 0 where it was logged without a guide."""
    feeling: str | None = None
    """The answer to "How did that feel?", if one was given."""
    id: int | None = None

    @property
    def ended_at(self) -> datetime:
        """When it was over."""
        return self.started_at + self.lasted

    @property
    def counts(self) -> bool:
        """Whether anything of it was done; what was logged without a guide was."""
        return self.steps_done > 0 or self.steps == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDone:
    """What was done of one step of a guide; kept beside the `RoutineDone` of its run."""

    index: int
    """Its place among the steps that were run, from 0."""
    step: str
    """The step's id."""
    side: Side | None = None
    held: timedelta = timedelta(0)
    """The time held, all repetitions together."""
    done: bool = False
    """It was done to its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cramp:
    """One cramp. Everything but its onset may be unknown. Source: the record in `resources/SOURCES.md`, diary."""

    onset_at: datetime
    lasted: timedelta | None = None
    at_night: bool | None = None
    """It came in bed or woke the person."""
    muscle: Muscle | None = None
    side: Side | None = None
    severity_nrs: int | None = None
    """Numeric rating scale, 0 none to 10 worst imaginable."""
    sleep_disturbance_nrs: int | None = None
    """Numeric rating scale, 0 none to 10 worst."""
    sore_next_day: bool | None = None
    trigger: Trigger | None = None
    tried: tuple[str, ...] = ()
    """Ids of what was tried, in order: ``stretch``, ``massage``, ``warmth``, ``cold``."""
    helped: tuple[str, ...] = ()
    """Those of ``tried`` that helped."""
    note: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """Exercise that took place."""

    started_at: datetime
    lasted: timedelta
    effort: Effort
    id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptRecord:
    """One prompt and what became of it."""

    key: str
    """`Prompt.key`."""
    kind: Kind
    also: tuple[Kind, ...] = ()
    due_at: datetime
    volume_ml: int | None = None
    shown_at: datetime | None = None
    outcome: Outcome = Outcome.WAITING
    outcome_at: datetime | None = None
    show_again_at: datetime | None = None
    """Only while the outcome is ``later`` or ``moved``."""
    held_why: HeldWhy | None = None
    """What held it back, for a while or for good."""
    later_why: LaterWhy | None = None
    """Why the person put it off."""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Every kind in this prompt, its own first."""
        return (self.kind, *self.also)

    @property
    def is_settled_ahead(self) -> bool:
        """Whether the person moved, skipped or did it before it came."""
        if self.outcome is Outcome.DONE:
            return self.shown_at is None and self.kind in ANCHORED
        return self.outcome is Outcome.MOVED or (self.outcome is Outcome.SKIPPED and self.shown_at is None)

    @property
    def counts_at(self) -> datetime:
        """The moment of the day to which this record belongs.

        A prompt that was moved forward counts from there, an absence where it ended: it may have begun the day before.
        """
        if self.outcome is Outcome.CREDITED and self.outcome_at is not None:
            return self.outcome_at
        if self.outcome is Outcome.MOVED and self.show_again_at is not None:
            return min(self.due_at, self.show_again_at)
        return self.due_at


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """All records of a span of time, each tuple in the order of time."""

    drinks: tuple[Drink, ...] = ()
    routines: tuple[RoutineDone, ...] = ()
    cramps: tuple[Cramp, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    prompts: tuple[PromptRecord, ...] = ()
