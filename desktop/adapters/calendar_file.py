"""The calendar as it was last read, kept on disk in ``cache/calendar.json``. Nothing here reads a calendar itself."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from desktop.calendar_kept import CalendarEntry, KeptCalendar
from desktop.settings import atomic
from schedules.calendar import CalendarBlock, Sort

MARK = "uncramp-calendar"
VERSION = 1
_LARGEST = 20_000_000
_SORTS = {sort.value: sort for sort in Sort}


class CalendarFile:
    """Reads the file when it has changed, writes it, and takes it away."""

    def __init__(self, file: Path) -> None:
        """Store where it is.

        Args:
            file: It need not exist.
        """
        self._file = file
        self._seen: tuple[int, int] | None = None
        self._kept: KeptCalendar | None = None

    def kept(self) -> KeptCalendar | None:
        """What was kept; None without a file that says it clearly: the calendar can be read again."""
        try:
            found = self._file.stat()
            seen = (found.st_mtime_ns, found.st_size)
            if seen != self._seen:
                self._seen, self._kept = seen, None
                with self._file.open("rb") as file:
                    self._kept = _understood(file.read(_LARGEST))
        except OSError:
            return None
        return self._kept

    def blocks(self, now: datetime) -> tuple[CalendarBlock, ...]:
        """What a plan is to know of it."""
        kept = self.kept()
        return () if kept is None else kept.blocks(now)

    def keep(self, calendar: KeptCalendar) -> None:
        """Write it down.

        Raises:
            OSError: It could not be written; what was kept stays.
        """
        atomic.replace(self._file, json.dumps(_record(calendar)).encode(), last_check=lambda: None)

    def forget(self) -> None:
        """Leave nothing of it.

        Raises:
            OSError: It cannot be taken away.
        """
        self._file.unlink(missing_ok=True)
        self._seen = self._kept = None


def _record(calendar: KeptCalendar) -> dict[str, object]:
    return {
        MARK: VERSION,
        "source": calendar.source,
        "zone": calendar.zone,
        "read_at": calendar.read_at.timestamp(),
        "until": calendar.until.timestamp(),
        "etag": calendar.etag,
        "last_modified": calendar.last_modified,
        "entries": [
            [e.start_at.timestamp(), e.end_at.timestamp(), e.title, e.all_day, e.free, e.sort] for e in calendar.entries
        ],
    }


def _understood(text: bytes) -> KeptCalendar | None:
    try:
        content = json.loads(text)
        return _kept(content) if isinstance(content, Mapping) and content.get(MARK) == VERSION else None
    except (ValueError, TypeError, KeyError, OverflowError, OSError, RecursionError):
        return None


def _kept(content: Mapping[str, object]) -> KeptCalendar:
    entries = content["entries"]
    if not isinstance(entries, list):
        raise TypeError("not what was written")
    return KeptCalendar(
        source=str(content["source"]),
        zone=str(content["zone"]),
        read_at=_moment(content["read_at"]),
        until=_moment(content["until"]),
        entries=tuple(entry(values) for values in entries),
        etag=str(content.get("etag", "")),
        last_modified=str(content.get("last_modified", "")),
    )


def entry(values: object) -> CalendarEntry:
    """An entry as it was written: from, to, title, all day, free, and what it counts as where that is known.

    Raises:
        ValueError: It was written otherwise; so with `TypeError` and `OverflowError`.
    """
    if not isinstance(values, list) or not 5 <= len(values) <= 6:  # noqa: PLR2004 as they are written
        raise ValueError("not what was written")
    start, end, title, all_day, free, *sort = values
    return CalendarEntry(
        start_at=_moment(start),
        end_at=_moment(end),
        title=str(title),
        all_day=bool(all_day),
        free=bool(free),
        sort=_SORTS.get(str(sort[0])) if sort else None,
    )


def _moment(value: object) -> datetime:
    if not isinstance(value, (int, float)):
        raise TypeError("not what was written")
    return datetime.fromtimestamp(value, UTC)
