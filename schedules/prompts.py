"""What the planner produces: prompts with their reasons, and what it held back and why. No sentence in here."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from schedules.settings import BlockKind


class Kind(StrEnum):
    """The kinds of prompt."""

    DRINK = "drink"
    MOVE = "move"
    WARM_UP = "warm-up"
    AFTER_EXERCISE = "after-exercise"
    BEDTIME = "bedtime"
    HEAT_BREAK = "heat-break"
    HEAT_BRIEF = "heat-brief"


ANCHORED = (Kind.WARM_UP, Kind.AFTER_EXERCISE, Kind.BEDTIME)
"""Kinds that come once for what they belong to."""


class Band(StrEnum):
    """Classes of the NWS heat index. Source: National Weather Service, heat index chart (2024)."""

    NONE = "none"
    CAUTION = "caution"
    EXTREME_CAUTION = "extreme-caution"
    DANGER = "danger"
    EXTREME_DANGER = "extreme-danger"


class Answer(StrEnum):
    """What a person can say to a prompt: the keys of its buttons."""

    DRANK = "drank"
    DID_IT = "did-it"
    START = "start"
    """Start the guide for the prompt's routine."""
    RIDE = "ride"
    """Start the bike timer."""
    LATER = "later"
    SKIP = "skip"
    """For bedtime this reads "Not tonight"."""
    SEEN = "seen"
    """Read, and nothing more to do."""
    MOVE_IT = "move-it"
    """Move the block to the cooler time, on that date only."""
    SIGNS = "signs"
    """Show the signs of heat illness; the prompt goes on waiting."""
    CRAMP = "cramp"
    """There is a cramp now: the relief opens, and the prompt comes again later."""
    OPEN = "open"
    """The body of the notification was clicked."""


class Why(StrEnum):
    """What made a prompt due."""

    BEHIND_PACE = "behind-pace"
    LONG_GAP = "long-gap"
    SEATED = "seated"
    STOOD = "stood"
    EXERCISE_SOON = "exercise-soon"
    EXERCISE_OVER = "exercise-over"
    BEDTIME_NEAR = "bedtime-near"
    HEAT = "heat"
    HOT_DAY = "hot-day"
    CHOSEN = "chosen"
    """The person moved it to this time."""


class HeldWhy(StrEnum):
    """Why a prompt was held back."""

    QUIET = "quiet"
    PAUSED = "paused"
    MOST_PER_DAY = "most-per-day"
    SMALLEST_GAP = "smallest-gap"
    DAY_OVER = "day-over"
    """No room for it was left before bed, or before what it prepares for."""
    HOURLY_CEILING = "hourly-ceiling"
    DONE_ALREADY = "done-already"
    ASKS_LESS = "asks-less"
    """The last three of this kind went unanswered."""
    NOT_TODAY = "not-today"
    """The person wants none of this kind on this weekday."""
    TYPING = "typing"
    LOCKED = "locked"
    AWAY = "away"
    FULL_SCREEN = "full-screen"
    DO_NOT_DISTURB = "do-not-disturb"
    CALL = "call"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """The facts behind a prompt; only those that the `why` is about are set."""

    why: Why
    since: timedelta | None = None
    """Since the last drink, or seated, or standing."""
    intake_ml: int | None = None
    goal_ml: int | None = None
    block_from: datetime | None = None
    block_to: datetime | None = None
    heat_index_c: float | None = None
    band: Band | None = None
    """The band after sun and effort."""
    break_for: timedelta | None = None
    hot_from: datetime | None = None
    hot_to: datetime | None = None
    block: BlockKind | None = None
    """What the block is that the heat hits."""
    slot_from: datetime | None = None
    slot_to: datetime | None = None
    """A cooler time for the block."""
    new_to_heat: bool = False
    """The person is not used to the heat yet."""
    gentle: bool = False
    """The person said today that the legs are too sore: the routine comes in its gentle dose."""
    asks_less: bool = False
    """The last three of this kind went unanswered, so this one came later than it would have; said once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One prompt of a plan."""

    kind: Kind
    also: tuple[Kind, ...] = ()
    """Kinds merged into it."""
    due_at: datetime
    expires_at: datetime
    volume_ml: int | None = None
    """How much to drink; None where nothing to drink is suggested."""
    routine: str | None = None
    reason: Reason

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Every kind in this prompt, its own first."""
        return (self.kind, *self.also)

    @property
    def key(self) -> str:
        """A name for this prompt that stays the same however often the day is planned."""
        return _key(self.kind, self.due_at)


@lru_cache(maxsize=1024)
def _key(kind: Kind, due_at: datetime) -> str:
    """Kept, for a plan's prompts are asked for their names over and over."""
    return f"{kind}@{due_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """A prompt that will not be shown, and why."""

    kind: Kind
    due_at: datetime
    why: HeldWhy


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatSpan:
    """A stretch of the waking day in one heat band."""

    start_at: datetime
    end_at: datetime
    heat_index_c: float
    """The highest in the span."""
    band: Band


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPlan:
    """The plan of one waking day."""

    date: date
    shape: str
    timezone: str
    wake_at: datetime
    bed_at: datetime
    prompts: tuple[Prompt, ...]
    held_back: tuple[HeldBack, ...] = ()
    heat: tuple[HeatSpan, ...] = ()
