"""Reads a calendar in a process of its own: ``python -m desktop.adapters.calendar_child``.

So the libraries that know calendars cost the running application nothing, and a calendar that is made to do harm harms
only a process that may take little time and memory. Standard input has one line of JSON that says what is wanted, and
after it the calendar, where it is not a file; standard output has one line of JSON with what was found.
"""

import json
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from desktop.adapters.calendar_sieve import LARGEST, LONGEST_TITLE, sieved
from desktop.calendar_source import Refusal, RefusedError

if TYPE_CHECKING:
    from icalendar import Event

MOST_MEMORY = 700_000_000
"""Bytes of address space."""
MOST_TIME_S = 15
"""Of the processor."""
MOST_FOUND = 5_000
LONGEST_WISH = 10_000
_FREE = frozenset({"FREE", "WORKINGELSEWHERE"})


def main() -> int:
    """Read what standard input asks for, and print what was found."""
    wish = json.loads(sys.stdin.buffer.readline(LONGEST_WISH))
    hold_back(wish.get("most_time_s", MOST_TIME_S))
    try:
        said: dict[str, object] = {"events": found(wish, content(wish.get("path")))}
    except RefusedError as error:
        said = {"refused": error.why.value}
    except (MemoryError, RecursionError):
        said = {"refused": Refusal.TOO_HARD.value}
    sys.stdout.write(json.dumps(said))
    return 0


def hold_back(most_time_s: int) -> None:
    """Take away what a bomb would need. Where the system has no such limits, the clock of the parent is left."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (most_time_s, most_time_s + 2))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        os.nice(10)


def content(path: str | None) -> bytes:
    """The calendar: from a file, or the rest of standard input."""
    if path is None:
        return sys.stdin.buffer.read(LARGEST + 1)
    try:
        # A pipe would wait for its writer: it is opened without waiting, and is no file then.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise RefusedError(Refusal.NO_FILE)
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise RefusedError(Refusal.NO_FILE) from error


def found(wish: dict[str, Any], calendar: bytes) -> list[list[object]]:
    """What a calendar has in the time that is asked for, in the order of time: see `_told`.

    Raises:
        RefusedError: It is not to be read.
    """
    zone = ZoneInfo(wish["zone"])
    since, until = (datetime.fromtimestamp(wish[name], zone) for name in ("since", "until"))
    text = sieved(calendar, since.date(), until.date())
    entries: list[list[object]] = []
    for event in _occurrences(text, since, until):
        with suppress(ValueError, TypeError, OverflowError, AttributeError):  # one that makes no sense hides no other
            told = _told(event, zone)
            if told is not None:
                entries.append(told)
        if len(entries) > MOST_FOUND:
            raise RefusedError(Refusal.TOO_MANY)
    return sorted(entries, key=lambda told: (told[0], told[1], told[2]))


def _occurrences(text: str, since: datetime, until: datetime) -> Iterator["Event"]:
    """Each time that an entry takes place: repeated, moved and left out as the calendar says."""
    import warnings

    warnings.simplefilter("ignore")  # of the libraries, about calendars; nobody reads them
    import icalendar
    import recurring_ical_events

    try:
        calendar = icalendar.Calendar.from_ical(text)
        occurrences = recurring_ical_events.of(calendar, skip_bad_series=True).between(since, until)
    except (MemoryError, RecursionError):
        raise
    except Exception as error:  # whatever the libraries trip over, it is no calendar for us
        raise RefusedError(Refusal.NOT_A_CALENDAR) from error
    yield from occurrences


def _told(event: "Event", zone: ZoneInfo) -> list[object] | None:
    """An entry as numbers and words: from, to, title, all day, free. None for one that was cancelled."""
    if str(event.get("STATUS", "")).strip().upper() == "CANCELLED":
        return None
    start, end = event.start, event.end
    is_all_day = not isinstance(start, datetime)
    title = " ".join("".join(c if c.isprintable() else " " for c in str(event.get("SUMMARY", ""))).split())
    busy = str(event.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).strip().upper()
    is_free = str(event.get("TRANSP", "")).strip().upper() == "TRANSPARENT" or busy in _FREE
    start_s, end_s = _seconds(start, zone), _seconds(end, zone)
    if end_s <= start_s:  # it begins in an hour that the clock leaves out, and lasts as long as it would have
        end_s = start_s + round((end - start).total_seconds())
    return [start_s, end_s, title[:LONGEST_TITLE], is_all_day, is_free]


def _seconds(at: date, zone: ZoneInfo) -> int:
    """A moment. A time without a zone is one of the clock on the person's own wall."""
    if not isinstance(at, datetime):
        at = datetime(at.year, at.month, at.day)  # noqa: DTZ001 the zone comes in the next line
    return round((at if at.utcoffset() is not None else at.replace(tzinfo=zone)).timestamp())


if __name__ == "__main__":
    sys.exit(main())
