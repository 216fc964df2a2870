"""Gets at the database file, one transaction at a time, and turns every fault of the world outside into a `StoreError`.

Whatever goes wrong undoes the transaction and lets go of the file; the next transaction opens it afresh, so that the
store works again as soon as the fault is gone.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Final

from desktop.adapters.migrations import LATEST
from desktop.adapters.store_errors import TROUBLE, StoreError, Trouble, looks_damaged, primary_code, store_error
from desktop.adapters.store_file import check_version, forbids_writing, open_database, version_of
from desktop.ports import Clock

READ: Final = "BEGIN DEFERRED"
"""Several reads see one state of the records."""
WRITE: Final = "BEGIN IMMEDIATE"
"""What is read stays true until it is written; nobody else writes meanwhile."""


class StoreAccess:
    """The way to one database file, for one thread."""

    def __init__(self, path: Path, clock: Clock, busy_timeout: timedelta) -> None:
        self._path = path
        self._clock = clock
        self._busy_timeout = busy_timeout
        self._connection: sqlite3.Connection | None = None
        self._file_opened: tuple[int, int] | None = None

    def open(self) -> None:
        """Open the file.

        Raises:
            StoreSetAsideError: It was damaged and another one has taken its place.
            StoreError: It cannot be opened.
        """
        try:
            self._open()
        except TROUBLE as trouble:
            raise self._told(trouble) from trouble

    def close(self) -> None:
        """Let go of the file; a transaction that goes on is undone."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @contextmanager
    def transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        """One transaction, begun with `READ` or `WRITE`; what it wrote is on disk when it ends.

        Raises:
            StoreError: It could not be done; nothing was written.
        """
        try:
            connection = self._begun(begin)
            check_version(connection, self._path)  # The program may have been updated while this process runs.
            yield connection
            connection.execute("COMMIT")
        except sqlite3.ProgrammingError:
            raise  # A bug of ours.
        except TROUBLE as trouble:
            raise self._told(trouble) from trouble
        except BaseException:
            self.close()
            raise

    def _begun(self, begin: str) -> sqlite3.Connection:
        """A transaction on the file that is there now: another process may have set ours aside, deleted or emptied it.

        Looked at after the beginning, because whoever sets a file aside first waits for the end of its last write.
        """
        while True:
            connection = self._connection or self._open()
            connection.execute(begin)
            if self._file_opened == _file_at(self._path) and version_of(connection) >= LATEST:
                return connection
            self.close()

    def _open(self) -> sqlite3.Connection:
        self.close()
        self._connection = open_database(self._path.resolve(), self._busy_timeout)
        self._file_opened = _file_at(self._path)
        return self._connection

    def _told(self, trouble: Trouble) -> StoreError:
        """Let go of the file, put a damaged one right, and say what to tell."""
        self.close()
        is_head = primary_code(trouble) == sqlite3.SQLITE_READONLY and forbids_writing(self._path)
        if not is_head and not looks_damaged(trouble):
            return store_error(trouble, self._path)
        from desktop.adapters.store_rescue import set_aside

        try:
            told = set_aside(self._path.resolve(), self._clock.now(), self._busy_timeout)
        except TROUBLE as second:
            return store_error(second, self._path)
        return told or store_error(trouble, self._path)


def _file_at(path: Path) -> tuple[int, int] | None:
    """Which file lies there."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
