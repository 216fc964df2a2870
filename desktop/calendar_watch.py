"""When a person's calendar is read: once a day, when they ask for it, and less often while it cannot be.

Offline is normal. What was read last counts for two weeks, and its age is told.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from desktop.calendar_kept import KEPT_FOR, CalendarEntry, KeptCalendar, sorted_by
from desktop.calendar_memory import CalendarMemory
from desktop.calendar_source import Refusal, RefusedError, Source, source_of
from desktop.errors import UncrampError
from desktop.ports import Clock
from schedules.calendar import Sort
from schedules.timetable import Call, Timetable

EVERY = timedelta(days=1)
SPREAD = timedelta(minutes=30)
"""So much later at most, by chance: not everybody asks a server in the same minute."""
AHEAD = timedelta(days=62)
BEHIND = timedelta(days=2)
ENOUGH_AHEAD = timedelta(days=31)
"""While less than that is known, an answer that nothing has changed is of no use."""
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=15), timedelta(hours=6)
"""After a server was not reached; twice as long after each further time."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What a server sent."""

    content: bytes | None
    """None where nothing has changed."""
    etag: str = ""
    last_modified: str = ""


class Fetcher(Protocol):
    """Fetches a calendar. It never blocks or raises; it answers by ``fetched(Fetched)`` or ``refused(Refusal)``."""

    fetched: Any
    refused: Any

    def fetch(self, address: str, etag: str, last_modified: str) -> None:
        """Ask for a calendar."""

    def close(self) -> None:
        """Let go of the network."""


class Reader(Protocol):
    """Reads a calendar. It never blocks or raises, and answers through ``read(tuple)`` or ``refused(Refusal)``."""

    read: Any
    refused: Any

    def start(self, calendar: Path | bytes, zone: str, since: datetime, until: datetime) -> None:
        """Have a calendar read."""

    def close(self) -> None:
        """Break off what is under way."""


class Keeper(Protocol):
    """Keeps what was read."""

    def kept(self) -> KeptCalendar | None:
        """What was kept."""

    def keep(self, calendar: KeptCalendar) -> None:
        """Keep it; raises OSError where that cannot be."""

    def forget(self) -> None:
        """Leave nothing of it; raises OSError where that cannot be."""


class CalendarWatch(QObject):
    """Reads a calendar when it is time to, through a timetable that follows the wall clock."""

    changed = Signal()
    """Other blocks are known, or what is known has become too old."""
    told = Signal()
    """Something that a window shows of it may have changed."""

    def __init__(  # noqa: PLR0913 this is all that reading depends on
        self,
        *,
        memory: CalendarMemory,
        keeper: Keeper,
        clock: Clock,
        zone: Callable[[], ZoneInfo],
        timetable: Timetable,
        fetcher: Callable[[], Fetcher],
        reader: Callable[[], Reader],
        chance: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        """Store what it works with.

        Args:
            memory: The source and the words that the person chose.
            keeper: Where what was read last is.
            clock: The time.
            zone: The zone of the person's clock.
            timetable: Of its own.
            fetcher: Builds what goes to the network; called once there is an address and not before.
            reader: Builds what reads a calendar; called once there is one.
            chance: A number from 0 to 1, another each time.
            parent: The owner.
        """
        super().__init__(parent)
        self._memory, self._keeper, self._clock, self._zone = memory, keeper, clock, zone
        self._timetable, self._build_fetcher, self._build_reader = timetable, fetcher, reader
        self._chance = chance
        self._fetcher: Fetcher | None = None
        self._reader: Reader | None = None
        self._answer: Fetched | None = None
        self._read_at: datetime | None = None
        self._failures = 0
        self.source: Source | None = None
        self.trouble: Refusal | None = None
        """Why nothing was read the last time."""
        self.busy = False

    @property
    def kept(self) -> KeptCalendar | None:
        """What was read last of the source in force."""
        kept = self._keeper.kept()
        return kept if kept is not None and self.source is not None and kept.source == self.source.text else None

    def start(self) -> None:
        """Take up the source that the person gave earlier, and read it if that is due. Without one nothing is done."""
        try:
            text = self._memory.source()
            self.source = source_of(text) if text else None
        except (UncrampError, RefusedError) as error:
            _log.warning("The calendar cannot be taken up: %s", error)
            return
        if self.source is not None:
            self._plan()

    def choose(self, typed: str) -> None:
        """Read another calendar from now on.

        Raises:
            RefusedError: What was typed is no source.
            StoreError: It cannot be remembered.
        """
        source = source_of(typed)
        self._memory.keep_source(source.text)
        self._break_off()
        self.source, self.trouble, self._failures = source, None, 0
        self.refresh()

    def remove(self) -> None:
        """Have no calendar any more; nothing of it stays.

        Raises:
            StoreError: That cannot be remembered.
        """
        self._memory.keep_source(None)
        self.close()
        self.source = self.trouble = None
        try:
            self._keeper.forget()
        except OSError as error:
            _log.warning("The calendar's file cannot be taken away: %s", error)
        self.changed.emit()
        self.told.emit()

    def refresh(self) -> None:
        """Read it now."""
        source = self.source
        if source is None:
            return
        self.busy, self._answer = True, None
        if source.path is not None:
            self._read(source.path)
        else:
            kept, now = self.kept, self._clock.now()
            usable = kept is not None and kept.until - now > ENOUGH_AHEAD and kept.zone == self._zone().key
            etag, changed = (kept.etag, kept.last_modified) if kept is not None and usable else ("", "")
            self._network().fetch(source.address, etag, changed)
        self._plan(at=self._clock.now() + EVERY)
        self.told.emit()

    def set_words(self, sort: Sort, text: str) -> None:
        """Recognise a sort of entries by other words; empty for none.

        Raises:
            StoreError: They cannot be remembered.
        """
        self._memory.keep_words(sort, text)
        self._sort_again()

    def use_usual_words(self) -> None:
        """Take the words that Uncramp begins with.

        Raises:
            StoreError: That cannot be remembered.
        """
        self._memory.forget_words()
        self._sort_again()

    def close(self) -> None:
        """Read nothing more."""
        self._timetable.sync({})
        self._break_off()

    def _break_off(self) -> None:
        for each in (self._fetcher, self._reader):
            if each is not None:
                each.close()
        self.busy = False

    def _network(self) -> Fetcher:
        if self._fetcher is None:
            self._fetcher = self._build_fetcher()
            self._fetcher.fetched.connect(self._on_fetched)
            self._fetcher.refused.connect(self._on_refused)
        return self._fetcher

    def _read(self, calendar: Path | bytes) -> None:
        if self._reader is None:
            self._reader = self._build_reader()
            self._reader.read.connect(self._on_read)
            self._reader.refused.connect(self._on_refused)
        self._read_at = now = self._clock.now()
        self._reader.start(calendar, self._zone().key, now - BEHIND, now + AHEAD)

    def _on_fetched(self, answer: Fetched) -> None:
        kept = self.kept
        self._answer = answer
        if answer.content is not None:
            self._read(answer.content)
        elif kept is not None:
            self._keep(replace(kept, read_at=self._clock.now()))
        else:
            self._on_refused(Refusal.NOT_A_CALENDAR)

    def _on_read(self, entries: tuple[CalendarEntry, ...]) -> None:
        if self.source is None or self._read_at is None:
            return
        answer = self._answer or Fetched(content=None)
        self._keep(
            KeptCalendar(
                source=self.source.text,
                zone=self._zone().key,
                read_at=self._read_at,
                until=self._read_at + AHEAD,
                entries=self._sorted(entries),
                etag=answer.etag,
                last_modified=answer.last_modified,
            )
        )

    def _keep(self, calendar: KeptCalendar) -> None:
        try:
            self._keeper.keep(calendar)
        except OSError as error:
            _log.warning("The calendar could not be kept: %s", error)
        self.busy, self.trouble, self._failures = False, None, 0
        self._plan()
        self.changed.emit()
        self.told.emit()

    def _on_refused(self, why: Refusal) -> None:
        _log.info("No calendar was read: %s", why)
        self.busy, self.trouble = False, why
        wait = EVERY
        if why is Refusal.OFFLINE:
            wait = min(FIRST_WAIT * (1 << min(self._failures, 10)), LONGEST_WAIT)
            self._failures += 1
        self._plan(at=self._clock.now() + wait)
        self.told.emit()

    def _plan(self, at: datetime | None = None) -> None:
        """Set the moments at which something is to happen; the next reading is due by the age of what is kept."""
        kept, now = self.kept, self._clock.now()
        if at is None:
            fits = kept is not None and kept.zone == self._zone().key and kept.read_at <= now
            at = kept.read_at + EVERY + SPREAD * self._chance() if kept is not None and fits else now
        jobs: dict[str, tuple[datetime, Call]] = {"calendar": (at, self.refresh)}
        if kept is not None and kept.read_at + KEPT_FOR > now:
            jobs["calendar is old"] = (kept.read_at + KEPT_FOR, self._on_old)
        self._timetable.sync(jobs)

    def _on_old(self) -> None:
        self.changed.emit()
        self.told.emit()

    def _sorted(self, entries: tuple[CalendarEntry, ...]) -> tuple[CalendarEntry, ...]:
        return sorted_by(entries, self._memory.words())

    def _sort_again(self) -> None:
        kept = self.kept
        if kept is not None:
            self._keep_sorted(replace(kept, entries=self._sorted(kept.entries)))
        self.told.emit()

    def _keep_sorted(self, calendar: KeptCalendar) -> None:
        try:
            self._keeper.keep(calendar)
        except OSError as error:
            _log.warning("The calendar could not be kept: %s", error)
        self.changed.emit()
