"""Keeps the records in an SQLite file; a method that returns has its record on disk.

The other parts of the store: `store_tables` (which table keeps what), `store_access` (transactions), `store_file`
(opening), `store_rescue` (a damaged file), `store_errors` (what is told), `migrations`.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeVar

from desktop.adapters.store_access import READ, WRITE, StoreAccess
from desktop.adapters.store_codecs import read_moment, write_moment
from desktop.adapters.store_errors import EntryGoneError, NewerStoreError, StoreError, StoreSetAsideError
from desktop.adapters.store_tables import (
    CRAMPS,
    DRINKS,
    ENTRY_TABLES,
    EXERCISES,
    PROMPTS,
    ROUTINES,
    STEPS,
    Table,
    UnreadableRecordError,
    table_of,
)
from desktop.ports import Clock, LogEntry
from schedules.history import History, PromptRecord, StepDone

__all__ = ["EntryGoneError", "NewerStoreError", "SqliteStore", "StoreError", "StoreSetAsideError"]

T = TypeVar("T")

_END_OF_TIME: Final = 2**63 - 1
_PAUSED_UNTIL: Final = "paused_until"


class SqliteStore:
    """The store in a file, for one thread of one of several processes; every method raises `StoreError`.

    Moments go in aware and come back in UTC. What a person takes back stays in the file, marked. A method that failed
    can be called again: the file is opened anew, so the store works again as soon as the fault is gone.
    """

    def __init__(self, path: Path, clock: Clock, *, busy_timeout: timedelta = timedelta(milliseconds=250)) -> None:
        """Store what is needed; `open` opens.

        Args:
            path: The file, ``uncramp.db``.
            clock: Gives a damaged file that is set aside its name.
            busy_timeout: How long a call waits while another process writes. The default keeps a window alive; a
                command waits longer.
        """
        self._access = StoreAccess(path, clock, busy_timeout)

    def open(self) -> StoreSetAsideError | None:
        """Open the file, made or brought to the latest version where that is due; every other method does it too.

        Returns:
            What to tell when the file was damaged: it was set aside, and the store works on a new one.

        Raises:
            StoreError: It cannot be opened.
        """
        try:
            self._access.open()
        except StoreSetAsideError as told:
            return told
        return None

    def close(self) -> None:
        """Let go of the file."""
        self._access.close()

    def add(self, entry: LogEntry, zone: str) -> int:
        """Log an entry as lived in an IANA zone; its number, unique among all entries.

        Raises:
            ValueError: A moment is naive.
        """
        table = table_of(entry)
        values = table.values(entry)
        with self._access.transaction(WRITE) as connection:
            highest = (connection.execute(each.highest_number).fetchone()[0] for each in ENTRY_TABLES)
            number = 1 + max(found or 0 for found in highest)
            connection.execute(table.insert, (number, zone, *values))
        return number

    def replace(self, entry: LogEntry) -> None:
        """Change a logged entry, found by its ``id``.

        Raises:
            EntryGoneError: It was taken back.
            ValueError: It has no ``id``, or a moment is naive.
        """
        table = table_of(entry)
        values = (*table.values(entry), _number_of(entry))
        with self._access.transaction(WRITE) as connection:
            changed = connection.execute(table.change, values).rowcount
        if not changed:
            raise EntryGoneError

    def remove(self, entry: LogEntry) -> None:
        """Take a certain logged entry back; nothing happens when it is gone already.

        Raises:
            ValueError: It has no ``id``.
        """
        with self._access.transaction(WRITE) as connection:
            connection.execute(table_of(entry).take_back, (_number_of(entry),))

    def restore(self, entry: LogEntry) -> None:
        """Give back a certain entry that was taken back; nothing happens when it is there.

        Raises:
            ValueError: It has no ``id``.
        """
        with self._access.transaction(WRITE) as connection:
            connection.execute(table_of(entry).give_back, (_number_of(entry),))

    def undo(self) -> LogEntry | None:
        """Take the entry that was logged last back; None when there is none."""
        with self._access.transaction(WRITE) as connection:
            entry = _newest(connection)
            if entry is not None:
                connection.execute(table_of(entry).take_back, (entry.id,))
        return entry

    def last_entry(self) -> LogEntry | None:
        """The entry that `undo` would take back: the one logged last, whenever it took place."""
        with self._access.transaction(READ) as connection:
            return _newest(connection)

    def add_steps(self, routine_id: int, steps: Iterable[StepDone]) -> None:
        """Keep what was done of the steps of a routine; a step that is there already is changed.

        Raises:
            ValueError: No routine has this number.
        """
        rows = [(routine_id, *STEPS.values(step)) for step in steps]
        with self._access.transaction(WRITE) as connection:
            if connection.execute("SELECT 1 FROM routines WHERE id = ?", (routine_id,)).fetchone() is None:
                raise ValueError(f"no routine has the number {routine_id}")
            connection.executemany(STEPS.insert_or_change, rows)

    def steps_of(self, routine_id: int) -> tuple[StepDone, ...]:
        """What was done of the steps of a routine, in their order; empty where nothing was kept."""
        with self._access.transaction(READ) as connection:
            select = f"SELECT {STEPS.selected} FROM steps WHERE routine_id = ? ORDER BY [index]"  # noqa: S608
            return _records(connection, STEPS, select, (routine_id,))

    def save_prompt(self, record: PromptRecord, zone: str) -> None:
        """Insert or replace a prompt's record, found by its ``key``.

        Raises:
            ValueError: A moment is naive.
        """
        values = PROMPTS.values(record)
        with self._access.transaction(WRITE) as connection:
            connection.execute(PROMPTS.insert_or_change, (zone, *values))

    def history(self, since: datetime, until: datetime | None = None) -> History:
        """All records that began, or were due, from a moment on, up to another (exclusive).

        Raises:
            ValueError: A moment is naive.
        """
        span = (write_moment(since), _END_OF_TIME if until is None else write_moment(until))
        with self._access.transaction(READ) as connection:
            return History(
                drinks=_records(connection, DRINKS, DRINKS.between, span),
                routines=_records(connection, ROUTINES, ROUTINES.between, span),
                cramps=_records(connection, CRAMPS, CRAMPS.between, span),
                exercises=_records(connection, EXERCISES, EXERCISES.between, span),
                prompts=_records(connection, PROMPTS, PROMPTS.between, span),
            )

    def paused_until(self) -> datetime | None:
        """The end of the pause that was set last; it may have passed."""
        found = self.get_state(_PAUSED_UNTIL)
        with suppress(ValueError, OverflowError):
            return None if found is None else read_moment(int(found))
        return None

    def set_paused_until(self, until: datetime | None) -> None:
        """Set or end the pause.

        Raises:
            ValueError: The moment is naive.
        """
        self.set_state(_PAUSED_UNTIL, None if until is None else str(write_moment(until)))

    def get_state(self, key: str) -> str | None:
        """A small thing that outlives the program, the end of the ice timer for example; None when it was not set."""
        with self._access.transaction(READ) as connection:
            found = connection.execute("SELECT value FROM state WHERE key = ?", (key,)).fetchone()
        return None if found is None else str(found[0])

    def set_state(self, key: str, value: str | None) -> None:
        """Keep a small thing, or forget it."""
        with self._access.transaction(WRITE) as connection:
            if value is None:
                connection.execute("DELETE FROM state WHERE key = ?", (key,))
            else:
                connection.execute("INSERT OR REPLACE INTO state (key, value) VALUES (?, ?)", (key, value))


def _number_of(entry: LogEntry) -> int:
    if entry.id is None:
        raise ValueError("the entry was not logged")
    return entry.id


def _records(connection: sqlite3.Connection, table: Table[T], statement: str, values: tuple[int, ...]) -> tuple[T, ...]:
    return tuple(_readable(table, connection.execute(statement, values)))


def _readable(table: Table[T], rows: Iterable[Any]) -> Iterator[T]:
    """The rows' records; one that cannot be read is left out, so that it does not hide the others."""
    left_out = 0
    for row in rows:
        try:
            yield table.read(row)
        except UnreadableRecordError:
            left_out += 1
    if left_out:
        _log_left_out(table.name, left_out)


def _log_left_out(table: str, count: int) -> None:
    """Write down how many, and nothing of what they hold: the log is not private."""
    import logging

    logging.getLogger(__name__).warning(
        "Records of the table %s that cannot be read and are left out: %d", table, count
    )


def _newest(connection: sqlite3.Connection) -> LogEntry | None:
    """The entry that was logged last and not taken back."""
    newest: list[LogEntry] = []
    for table in ENTRY_TABLES:
        with closing(connection.execute(table.newest)) as rows:
            newest.extend(islice(_readable(table, rows), 1))
    return max(newest, key=_number_of, default=None)
