"""Calendars as the window shows them."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from desktop.calendar_kept import CalendarEntry, sorted_by
from desktop.calendar_source import Refusal
from desktop.calendar_state import CalendarState
from desktop.wording import calendar as wording
from schedules.calendar import Sort
from schedules.calendar_words import words_in

CHICAGO = ZoneInfo("America/Chicago")
NOW = datetime(2026, 7, 15, 8, 10, tzinfo=CHICAGO)
WORDS = tuple((sort, wording.usual_words(sort)) for sort in Sort)


def entry(  # noqa: PLR0913 an entry has as many parts
    day: int, start: str, minutes: int, title: str, *, all_day: bool = False, free: bool = False
) -> CalendarEntry:
    """An entry of July."""
    hour, minute = map(int, start.split(":"))
    start_at = datetime(2026, 7, day, hour, minute, tzinfo=CHICAGO)
    end_at = start_at + timedelta(minutes=minutes)
    return CalendarEntry(start_at=start_at, end_at=end_at, title=title, all_day=all_day, free=free)


ENTRIES = sorted_by(
    (
        entry(15, "10:00", 60, "Team meeting"),
        entry(15, "12:30", 30, "Lunch with Sam"),
        entry(15, "18:00", 60, "Run with Ana"),
        entry(16, "00:00", 1440, "Mum’s birthday", all_day=True),
        entry(16, "09:00", 45, "Call with the bank"),
        entry(16, "19:00", 90, "Gym"),
        entry(17, "14:00", 60, "Optional meeting", free=True),
        entry(18, "10:00", 120, "Gardening <b>beds</b> & a very long name that needs more than one line to be read"),
        entry(19, "08:00", 90, ""),
    ),
    {sort: words_in(text) for sort, text in WORDS},
)
NONE = CalendarState(now=NOW, zone=CHICAGO, words=WORDS)
FOUND = replace(
    NONE,
    place="calendar.google.com",
    is_address=True,
    read_at=NOW - timedelta(minutes=25),
    entries=ENTRIES,
)
READING = replace(FOUND, is_busy=True, read_at=None, entries=())
OFFLINE = replace(FOUND, read_at=NOW - timedelta(days=3), trouble=Refusal.OFFLINE)
OLD = replace(OFFLINE, read_at=NOW - timedelta(days=20), is_old=True, entries=())
REFUSED = replace(NONE, trouble=Refusal.NOT_SECURE)
BOMB = replace(FOUND, place="/home/kim/Downloads/bomb.ics", is_address=False, trouble=Refusal.TOO_OFTEN, read_at=None)
SAVED = replace(FOUND, told=wording.exported("/home/kim/uncramp-plan.ics"))
EMPTY = replace(FOUND, entries=())
STATES = {
    "none": NONE,
    "found": FOUND,
    "reading": READING,
    "offline": OFFLINE,
    "old": OLD,
    "refused": REFUSED,
    "bomb": BOMB,
    "saved": SAVED,
    "empty": EMPTY,
}
