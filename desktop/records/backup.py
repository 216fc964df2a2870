"""A backup: one ZIP file with the settings, the records and a person's own guides, as they were at one moment."""

import json
import os
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from desktop.adapters.store_errors import store_error
from desktop.adapters.store_file import connect
from desktop.records import whole_file
from desktop.records.files import DATABASE, GUIDES, SETTINGS, OwnFiles, guide_files

ABOUT = "backup.json"
FORMAT, VERSION = "uncramp-backup", 1
PATIENCE = timedelta(seconds=4)
LARGEST_GUIDE = 262_144
"""Bytes, as the guides are read."""


def back_up(files: OwnFiles, target: Path, now: datetime) -> None:
    """Write a backup; what was at its place before stays until the new one is whole.

    Args:
        files: What is to be in it, as far as it is there.
        target: Where.
        now: It tells when it was made.

    Raises:
        StoreError: The records cannot be read.
        FileTroubleError: It could not be written.
    """
    whole_file.guarded(target, lambda: _write(files, target, now))


def _write(files: OwnFiles, target: Path, now: datetime) -> None:
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".uncramp-new", dir=target.parent)
    os.close(descriptor)
    new = Path(name)
    try:
        with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as pack:
            about = {"format": FORMAT, "version": VERSION, "made_at": now.isoformat(timespec="seconds")}
            pack.writestr(ABOUT, json.dumps(about))
            if files.settings.is_file():
                pack.write(files.settings, SETTINGS)
            if files.database.is_file():
                _add_database(pack, files.database, target.parent)
            for guide in guide_files(files.guides):
                if guide.stat().st_size <= LARGEST_GUIDE:
                    pack.write(guide, f"{GUIDES}/{guide.name}")
        with new.open("rb") as written:
            os.fsync(written.fileno())
        new.replace(target)
    finally:
        new.unlink(missing_ok=True)


def _add_database(pack: zipfile.ZipFile, database: Path, folder: Path) -> None:
    """A copy that SQLite makes itself is consistent, whatever is written meanwhile."""
    with tempfile.TemporaryDirectory(prefix=".uncramp-", dir=folder) as beside:
        copy = Path(beside) / DATABASE
        try:
            copy_database(database, copy)
        except sqlite3.Error as error:
            raise store_error(error, database) from error
        pack.write(copy, DATABASE)


def copy_database(database: Path, copy: Path) -> None:
    """Copy a database as it stands at one moment.

    Raises:
        sqlite3.Error: It cannot be read, or the copy not be written.
    """
    with closing(connect(database.resolve(), PATIENCE)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)


def name_for(now: datetime) -> str:
    """What a backup of a day is called."""
    return f"uncramp-{now:%Y-%m-%d}.zip"
