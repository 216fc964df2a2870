"""The person's own files: only whether they can be used, and how large they are."""

import os
import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from desktop.adapters.crash_report import RUNNING, reports
from desktop.adapters.migrations import LATEST
from desktop.adapters.store_errors import TROUBLE
from desktop.adapters.store_file import connect, version_of
from desktop.health import Finding, Topic, fine, poor
from desktop.settings.reader import examine

PATIENCE = timedelta(seconds=2)
ROOM = 100_000
"""Bytes; where less is left, the next record may find no place. Ours."""


def settings(file: Path) -> Finding:
    """The settings file."""
    reading = examine(file)
    if reading.problems:
        return poor(Topic.SETTINGS, "problems", str(len(reading.problems)), short(file))
    return fine(Topic.SETTINGS, short(file)) if reading.content is not None else fine(Topic.SETTINGS)


def records(file: Path) -> Finding:
    """The database, looked at without changing it."""
    hindrance = _hindrance(file)
    if not file.exists():
        return poor(Topic.RECORDS, hindrance, short(file)) if hindrance else fine(Topic.RECORDS)
    try:
        with closing(connect(file, PATIENCE)) as connection:
            (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            number = version_of(connection)
    except TROUBLE as error:
        return poor(Topic.RECORDS, "unreadable", str(error), short(file))
    if verdict != "ok":
        return poor(Topic.RECORDS, "damaged", short(file))
    facts = (short(file), f"{file.stat().st_size // 1024} kB", f"version {number} of {LATEST}")
    hindrance = "newer" if number > LATEST else hindrance
    return poor(Topic.RECORDS, hindrance, *facts) if hindrance else fine(Topic.RECORDS, *facts)


def log(folder: Path) -> Finding:
    """Whether it can be written, and the last report of a crash, kept by the next start or not yet."""
    running = folder / RUNNING
    left = [*reports(folder), *([running] if running.exists() and running.stat().st_size else [])]
    if left:
        return poor(Topic.LOG, "crash", short(left[-1]))
    hindrance = _hindrance(folder)
    return poor(Topic.LOG, hindrance, short(folder)) if hindrance else fine(Topic.LOG, short(folder))


def _hindrance(place: Path) -> str:
    """What keeps a file or a folder, there already or not, from being written; empty where nothing does."""
    there = next(each for each in (place, *place.parents) if each.exists())
    folder = there if there.is_dir() else there.parent
    if not all(os.access(each, os.W_OK) for each in (there, folder)):
        return "read-only"
    room = shutil.disk_usage(folder)
    return "no-room" if room.free < ROOM and room.total else ""  # some disks over a network do not know


def short(path: Path) -> str:
    """A path that says nothing of who the person is."""
    home = Path.home()
    return str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path)
