"""What a person wishes in the schedule editor: frozen values that the window sends and the desk carries out."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from schedules.day_editing import Handle
from schedules.settings import Block, BlockKind, Weekday


class Act(StrEnum):
    """A wish that says all by its name."""

    UNDO = "undo"
    REDO = "redo"
    SAVE = "save"
    LOAD_THEIRS = "load-theirs"
    KEEP_MINE = "keep-mine"
    ADD_SHAPE = "add-shape"
    COPY_SHAPE = "copy-shape"
    DELETE_SHAPE = "delete-shape"
    TAKE_PRESET = "take-preset"
    """Start from the preset that is on offer."""
    LEAVE_PRESET = "leave-preset"


class Part(StrEnum):
    """A part of a rule that can be changed; the value is its key in the settings file."""

    GOAL = "you.drink_goal_ml"
    GLASS = "you.glass_ml"
    DRINK = "drink.on"
    STOP = "drink.stop_before_bed_min"
    GAP = "drink.longest_gap_min"
    MOVE = "move.on"
    EVERY = "move.every_min"
    BEDTIME = "bedtime.on"
    BEFORE_BED = "bedtime.before_bed_min"
    CHOICE = "bedtime.choice"
    ROUTINE = "bedtime.routine"
    MOST = "prompts.most_per_day"
    APART = "prompts.smallest_gap_min"
    SOUND = "prompts.sound"


class Typing(StrEnum):
    """What can be typed for a kind of day."""

    NAME = "name"
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose:
    """Look at another kind of day."""

    shape: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """Something was typed for the chosen kind of day."""

    what: Typing
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveWeekday:
    """A weekday is to belong to the chosen kind of day."""

    weekday: Weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class DropDate:
    """A date is to be an ordinary day again."""

    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Drag:
    """A handle is moved by the pointer or an arrow key."""

    handle: Handle
    to: int
    """Minutes from midnight of the date that the day begins on."""
    run: str
    """The same for all moves that are undone as one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeTime:
    """A time was typed for a handle."""

    handle: Handle
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddBlock:
    """One more block."""

    kind: BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class DropBlock:
    """A block less."""

    block: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeBlock:
    """A block of another kind, effort or place."""

    block: int
    to: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """A rule on or off."""

    part: Part
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TypePart:
    """A part of a rule was typed or chosen."""

    part: Part
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferPreset:
    """Show what starting from a preset would change."""

    preset: str


Edit = Type | GiveWeekday | DropDate | Drag | TypeTime | AddBlock | DropBlock | ChangeBlock | Switch | TypePart
"""A wish that changes the draft."""
Wish = Act | Choose | OfferPreset | Edit


def place_of(wish: Wish) -> str:
    """Where a wish comes from, which is where it is told why it cannot be; empty for no place in particular."""
    match wish:
        case Type():
            return f"shape:{wish.what}"
        case GiveWeekday():
            return "weekdays"
        case TypeTime():
            return f"time:{wish.handle.grip}:{wish.handle.block}"
        case AddBlock():
            return "blocks"
        case TypePart():
            return f"rule:{wish.part}"
        case _:
            return ""
