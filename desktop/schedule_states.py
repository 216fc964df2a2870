"""What the schedule editor shows: frozen states made outside of the window."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.schedule_wishes import Part
from desktop.states import Mark
from schedules.day_editing import Stretch
from schedules.settings import BlockKind, DayShape


class Outside(StrEnum):
    """What happened to the settings file while the draft was open."""

    CHANGED = "changed"
    """Somebody else changed it."""
    BROKEN = "broken"
    """It has an error."""
    UNWRITABLE = "unwritable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One kind of day in the list."""

    name: str
    when: str
    """Its weekdays and dates, in few words."""
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureMark:
    """A prompt in the picture of a day."""

    minute: int
    """From midnight of the date that the day begins on."""
    marks: tuple[Mark, ...]
    """One for each kind that is merged in it, its own first."""
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureEntry:
    """What the calendar has on the day in the picture: it can only be moved in the calendar."""

    kind: BlockKind
    place: Stretch
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayState:
    """The chosen kind of day, and what will come on it."""

    shape: DayShape
    weekday_of: tuple[str, ...]
    """For each weekday the kind of day that it belongs to."""
    dates: tuple[date, ...]
    can_delete: bool
    heir: str = ""
    """Who gets the weekdays of a deleted kind of day."""
    marks: tuple[PictureMark, ...] = ()
    came: tuple[PictureEntry, ...] = ()
    calendar: str = ""
    """The same in a line of words."""
    summary: str = ""
    listing: str = ""
    """Each prompt with its time."""
    notes: tuple[str, ...] = ()
    """Conflicts and what is held back, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartText:
    """A part of a rule that can be changed."""

    part: Part
    shown: str
    """What it says within the sentence."""
    question: str
    """What is asked when it is to be changed."""
    typed: str = ""
    """What stands in the field then; empty for a part that is chosen."""
    choices: tuple[tuple[str, str], ...] = ()
    """What it can be: the value and its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule as sentences, and whether it is on."""

    switch: Part | None
    """What switches it on; None for a rule that always is."""
    name: str
    is_on: bool
    sentences: tuple[str, ...]
    """With a place ``{name}`` for each part, by the name of the `Part` in small letters."""
    parts: tuple[PartText, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AheadRow:
    """One line of the next 24 hours."""

    day: str
    """The heading that it stands under."""
    time: str
    title: str
    mark: Mark
    spoken: str
    quiet: bool = False
    """It will be held back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AheadState:
    """The next 24 hours."""

    rows: tuple[AheadRow, ...] = ()
    note: str = ""
    """Where there is a pause, or nothing comes."""
    summary: str = ""
    """All of it in one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Why what was asked for cannot be, told beside where it was asked."""

    place: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PresetOffer:
    """A preset that can be looked at."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PresetPreview:
    """What starting from a preset would change."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleState:
    """Everything that the editor shows."""

    tabs: tuple[Tab, ...]
    chosen: int
    day: DayState
    rules: tuple[Rule, ...]
    ahead: AheadState
    is_changed: bool = False
    can_undo: bool = False
    can_redo: bool = False
    status: str = ""
    trouble: Trouble | None = None
    outside: Outside | None = None
    detail: str = ""
    """What exactly is the matter with the file."""
    presets: tuple[PresetOffer, ...] = ()
    preview: PresetPreview | None = None
