"""A calendar as it was last read, and what of it counts. No Qt: the command line plans by it too."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from schedules.calendar import MEANINGS, CalendarBlock, Sort
from schedules.calendar_words import Words, sort_of

KEPT_FOR = timedelta(days=14)
"""What was read longer ago says nothing of today any more."""
LONGEST = timedelta(hours=16)
"""A longer entry tells of days, not of hours: it is treated as one for all day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One time that something in the calendar takes place."""

    start_at: datetime
    """Aware, as is the end."""
    end_at: datetime
    title: str
    """Plain text, whatever it looks like."""
    all_day: bool = False
    free: bool = False
    """Its owner is free in it, by their own word."""
    sort: Sort | None = None
    """What it counts as; None where it is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCalendar:
    """What a calendar held when it was last read, with what the next reading needs."""

    source: str
    """As `desktop.calendar_source.Source.text`."""
    zone: str
    """The zone that times without one were read in."""
    read_at: datetime
    until: datetime
    """What begins later was not looked for."""
    entries: tuple[CalendarEntry, ...] = ()
    etag: str = ""
    """The server's own words for what it sent, as is the next."""
    last_modified: str = ""

    def is_old_at(self, now: datetime) -> bool:
        """Whether it was read too long ago, or in a future that the clock has been set back from."""
        return not self.read_at - timedelta(days=1) <= now < self.read_at + KEPT_FOR

    def blocks(self, now: datetime) -> tuple[CalendarBlock, ...]:
        """What a day's plan is to know of it; nothing once it is old."""
        return () if self.is_old_at(now) else tuple(_block(entry) for entry in self.entries if entry.sort is not None)


def sorted_by(entries: tuple[CalendarEntry, ...], words: Words) -> tuple[CalendarEntry, ...]:
    """The entries, each with what it counts as.

    An entry for all day, or of more than 16 hours, says nothing of the hours and is left out. One in which its owner is
    free is not quiet.
    """
    return tuple(replace(entry, sort=_sort(entry, words)) for entry in entries)


def _sort(entry: CalendarEntry, words: Words) -> Sort | None:
    length = entry.end_at - entry.start_at
    if entry.all_day or not timedelta() < length <= LONGEST:
        return None
    sort = sort_of(entry.title, words)
    return None if entry.free and sort is Sort.QUIET else sort


def _block(entry: CalendarEntry) -> CalendarBlock:
    assert entry.sort is not None
    meaning = MEANINGS[entry.sort]
    return CalendarBlock(
        start_at=entry.start_at,
        end_at=entry.end_at,
        kind=meaning.kind,
        effort=meaning.effort,
        outdoors=meaning.outdoors,
        title=entry.title,
    )
