"""Opens the database file: private, durable, checked, and brought to the latest version.

The journal is a rollback journal, not a write-ahead log: up to SQLite 3.51.2 (Debian 12 has 3.40) two processes that
write and checkpoint a write-ahead log at the same instant can damage the file, see
https://www.sqlite.org/wal.html#walresetbug. It also keeps everything in one file, which can be read in a folder that
is read-only. A commit returns when the record is on disk; it takes a few milliseconds more than with the other.
"""

import sqlite3
from contextlib import suppress
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Final

from desktop.adapters.migrations import LATEST, MIGRATIONS
from desktop.adapters.store_errors import DamageFoundError, NewerStoreError

SIDE_FILES: Final = ("-journal", "-wal", "-shm")
"""What may lie beside the file and belongs to it."""

_WRITE_VERSION: Final = 18
"""Where in the head stands which format it takes to write the file."""
_NEWEST_FORMAT: Final = 2
"""Who knows no newer one only reads the file."""
_MOST_VERSIONS_TO_COME: Final = 1000
"""A higher number than that was not written by a later version of the program, but by an accident."""


def open_database(path: Path, busy_timeout: timedelta) -> sqlite3.Connection:
    """Open the file, or make it, ready for use.

    Args:
        path: The file; its folder is made as well.
        busy_timeout: How long a call waits while another process writes.

    Raises:
        NewerStoreError: A newer version of the program wrote the file; it is left untouched.
        sqlite3.Error: It is locked, damaged, read-only, or there is no room for it.
        OSError: The same, as the operating system says it.
    """
    _make_private(path)
    interrupted = _was_interrupted(path)
    connection = connect(path, busy_timeout)
    try:
        check_version(connection, path)
        _make_durable(connection)
        if interrupted:
            check(connection, "quick_check")
        migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def connect(path: Path, busy_timeout: timedelta) -> sqlite3.Connection:
    """A connection to a file that exists, with every transaction begun and ended by hand."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=busy_timeout.total_seconds(), isolation_level=None
    )
    # A damaged letter is no reason to lose the text around it.
    connection.text_factory = partial(str, encoding="utf-8", errors="replace")
    return connection


def version_of(connection: sqlite3.Connection) -> int:
    """How many of the migrations the file has seen."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def check_version(connection: sqlite3.Connection, path: Path) -> None:
    """See that the file is one that this version of the program may change.

    Raises:
        NewerStoreError: A newer version of the program wrote it.
        DamageFoundError: No version of the program can have written it.
    """
    version = version_of(connection)
    if LATEST < version <= LATEST + _MOST_VERSIONS_TO_COME:
        raise NewerStoreError(path)
    if not 0 <= version <= LATEST:
        raise DamageFoundError(f"version {version}")
    has_tables = version == 0 and connection.execute("SELECT 1 FROM sqlite_schema").fetchone() is not None
    # Another process may have made them between the two looks; then it has told their version too.
    if has_tables and version_of(connection) == 0:
        raise DamageFoundError("tables without a version")


def migrate(connection: sqlite3.Connection, up_to: int = LATEST) -> None:
    """Run the migrations that the file has not seen, all of them or none."""
    if version_of(connection) >= up_to:
        return
    connection.execute("BEGIN IMMEDIATE")
    seen = version_of(connection)  # Another process may have run them between the look and the lock.
    for statements in MIGRATIONS[seen:up_to]:
        for statement in statements:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {max(seen, up_to)}")
    connection.execute("COMMIT")


def check(connection: sqlite3.Connection, how: str) -> None:
    """Look for damage with ``quick_check`` or ``integrity_check``.

    Raises:
        DamageFoundError: There is some.
        sqlite3.DatabaseError: There is so much that the check cannot go on.
    """
    (found,) = connection.execute(f"PRAGMA {how}(1)").fetchone()
    if found != "ok":
        raise DamageFoundError(found)


def forbids_writing(path: Path) -> bool:
    """Whether the file itself says that it can only be read, which no version of the program makes it say.

    To be asked while this process has no connection to it: closing a file drops every lock that a process has on it.

    Source: SQLite, Database File Format, "File format version numbers".
    """
    try:
        with path.open("rb") as file:
            head = file.read(_WRITE_VERSION + 1)
    except OSError:
        return False
    return len(head) > _WRITE_VERSION and head[_WRITE_VERSION] > _NEWEST_FORMAT


def _make_private(path: Path) -> None:
    """Let only its owner read the file; SQLite gives what lies beside it the same permissions."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Touched only while it does not exist: closing a file drops every lock that this process has on it.
    with suppress(FileExistsError):
        path.touch(mode=0o600, exist_ok=False)
    if path.stat().st_mode & 0o077:
        with suppress(PermissionError):
            path.chmod(0o600)


def _was_interrupted(path: Path) -> bool:
    """Whether a write was cut short, or goes on just now: a finished one leaves the journal empty."""
    with suppress(FileNotFoundError):
        return path.with_name(f"{path.name}-journal").stat().st_size > 0
    return False


def _make_durable(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = TRUNCATE").fetchone()
    # With TRUNCATE, FULL also syncs the journal's new length: a commit that returned does not come undone.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA foreign_keys = ON")
