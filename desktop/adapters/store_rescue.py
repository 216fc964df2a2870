"""Sets a damaged database aside, keeps it, and starts a new one with the records that can still be read.

No part of a statement's text comes from outside, hence each S608.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

from desktop.adapters.migrations import LATEST
from desktop.adapters.store_errors import DATABASE_TROUBLE, StoreSetAsideError, looks_damaged, primary_code
from desktop.adapters.store_file import SIDE_FILES, check, check_version, connect, forbids_writing, migrate, version_of
from desktop.adapters.store_tables import ENTRY_TABLES, PROMPTS, STEPS


def set_aside(path: Path, now: datetime, busy_timeout: timedelta) -> StoreSetAsideError | None:
    """Put a new file in the place of a damaged one.

    The exchange is one step: a process that is killed leaves the damaged file or the new one. Connections of other
    processes to the damaged file can no longer write, and see the exchange at their next call.

    Args:
        path: The file that looks damaged.
        now: The name of the kept file tells it.
        busy_timeout: How long to wait for another process that does the same.

    Returns:
        What to tell; None when the file is sound, as another process has put it right.

    Raises:
        sqlite3.Error: The file is locked, or the new one cannot be written; nothing was changed.
        OSError: The same.
    """
    with _one_at_a_time(path, busy_timeout):
        if _is_sound(path, busy_timeout):
            return None
        with _space_for(path) as fresh, closing(connect(path, busy_timeout)) as damaged:
            _keep_writers_out(damaged)
            carried_over = _carry_over(damaged, fresh, busy_timeout)
            if os.name == "nt":
                damaged.close()  # Windows renames no open file.
            kept = _exchange(path, fresh, now)
    return StoreSetAsideError(kept, carried_over)


@contextmanager
def _one_at_a_time(path: Path, busy_timeout: timedelta) -> Iterator[None]:
    """Hold a lock that SQLite offers on every system; two that rescue at once would set aside each other's new file.

    The empty file stays: whoever waits for it must find the one that is locked.
    """
    lock = path.with_name(f"{path.name}.lock")
    lock.touch(mode=0o600)
    with closing(connect(lock, busy_timeout)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield


@contextmanager
def _space_for(path: Path) -> Iterator[Path]:
    """Where the new file is made; nothing is left there, neither of a process that was killed nor on a full disk."""
    fresh = path.with_name(f"{path.name}.new")
    files = (fresh, fresh.with_name(f"{fresh.name}-journal"))
    for leftover in files:
        leftover.unlink(missing_ok=True)
    try:
        yield fresh
    finally:
        for leftover in files:
            leftover.unlink(missing_ok=True)


def _is_sound(path: Path, busy_timeout: timedelta) -> bool:
    """Whether the file is in order.

    Raises:
        NewerStoreError: A newer version of the program has changed it meanwhile: no damage, but nothing to touch.
    """
    try:
        with closing(connect(path, busy_timeout)) as connection:
            check_version(connection, path)
            check(connection, "integrity_check")
            if version_of(connection) == LATEST:
                for table in (*ENTRY_TABLES, PROMPTS, STEPS):
                    connection.execute(table.touch)
    except DATABASE_TROUBLE as error:
        if looks_damaged(error):
            return False
        raise
    return not forbids_writing(path)


def _keep_writers_out(damaged: sqlite3.Connection) -> None:
    """Let nobody confirm a record in the damaged file any more; where that fails, nobody can write to it either."""
    try:
        damaged.execute("BEGIN IMMEDIATE")
    except DATABASE_TROUBLE as error:
        if not looks_damaged(error) and primary_code(error) != sqlite3.SQLITE_READONLY:
            raise  # A damaged head may call the file one that can only be read: then nobody writes to it.


def _carry_over(damaged: sqlite3.Connection, fresh: Path, busy_timeout: timedelta) -> int:
    """Make the new file, as old as the damaged one at first; fill it; then bring it to the latest version."""
    fresh.touch(mode=0o600)
    with closing(connect(fresh, busy_timeout)) as connection:
        migrate(connection, up_to=_believable_version(damaged))
        connection.execute("BEGIN IMMEDIATE")
        for (table,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            _copy(damaged, connection, table)
        # A row may have come through without the row that it belongs to.
        for table, row, *_ in connection.execute("PRAGMA foreign_key_check").fetchall():
            connection.execute(f"DELETE FROM [{table}] WHERE rowid = ?", (row,))  # noqa: S608
        connection.execute("COMMIT")
        migrate(connection)
        return sum(
            connection.execute(f"SELECT count(*) FROM {table.name} WHERE NOT taken_back").fetchone()[0]  # noqa: S608
            for table in ENTRY_TABLES
        )


def _believable_version(damaged: sqlite3.Connection) -> int:
    with suppress(*DATABASE_TROUBLE):
        version = version_of(damaged)
        if 0 < version < LATEST:
            return version
    return LATEST


def _copy(damaged: sqlite3.Connection, fresh: sqlite3.Connection, table: str) -> None:
    """Copy the rows that can be read: from the front up to the damage, then from the back up to it."""
    columns = [row[1] for row in fresh.execute(f"PRAGMA table_info([{table}])")]
    names = ", ".join(f"[{column}]" for column in columns)
    insert = f"INSERT OR IGNORE INTO [{table}] ({names}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608
    for order in ("ASC", "DESC"):
        select = f"SELECT {names} FROM [{table}] NOT INDEXED ORDER BY rowid {order}"  # noqa: S608
        fresh.executemany(insert, _readable(damaged, select))


def _readable(damaged: sqlite3.Connection, select: str) -> Iterator[tuple[object, ...]]:
    """The rows up to the damage; a fault of the new file is not caught here."""
    with suppress(*DATABASE_TROUBLE):
        yield from damaged.execute(select)


def _exchange(path: Path, fresh: Path, now: datetime) -> Path:
    kept = _free_name(path, f"{path.name}.broken-{now:%Y%m%d-%H%M%S}")
    # These go first: beside the new file they would be taken for its own.
    for suffix in SIDE_FILES:
        with suppress(FileNotFoundError):
            path.with_name(path.name + suffix).rename(kept.with_name(kept.name + suffix))
    try:
        kept.hardlink_to(path)
    except OSError:
        path.rename(kept)  # On a disk without hard links there is a moment without either file.
    fresh.replace(path)
    _sync_folder(path.parent)
    return kept


def _free_name(path: Path, name: str) -> Path:
    free, number = path.with_name(name), 1
    while free.exists():
        number += 1
        free = path.with_name(f"{name}-{number}")
    return free


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
