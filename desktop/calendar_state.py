"""What the calendar window shows, and what it wishes."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from desktop.calendar_kept import CalendarEntry
from desktop.calendar_source import Refusal
from schedules.calendar import Sort


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarState:
    """A calendar, or that there is none."""

    now: datetime
    zone: ZoneInfo
    place: str = ""
    """The file, or the server of the address; empty while there is no calendar."""
    is_address: bool = False
    read_at: datetime | None = None
    """When it was read last; None where it never was."""
    is_old: bool = False
    """It was read too long ago to count."""
    is_busy: bool = False
    trouble: Refusal | None = None
    """Why it was not read the last time."""
    entries: tuple[CalendarEntry, ...] = ()
    """Those of the next two weeks, in the order of time."""
    words: tuple[tuple[Sort, str], ...] = ()
    """By which words each sort is recognised, as they stand in a field."""
    told: str = ""
    """What came of the last thing that the person did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsWish:
    """A sort of entries is to be recognised by other words."""

    sort: Sort
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportWish:
    """The plan of so many days is to be saved."""

    path: Path
    days: int
