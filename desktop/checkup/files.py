"""The person's own files: only whether they can be used, and how large they are."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

from desktop.adapters.crash_report import reports
from desktop.adapters.migrations import LATEST
from desktop.adapters.store_errors import TROUBLE
from desktop.adapters.store_file import connect, version_of
from desktop.health import Finding, Topic, fine, poor
from desktop.settings.reader import examine

PATIENCE = timedelta(seconds=2)


def settings(file: Path) -> Finding:
    """The settings file."""
    reading = examine(file)
    if reading.problems:
        return poor(Topic.SETTINGS, "problems", str(len(reading.problems)), short(file))
    return fine(Topic.SETTINGS, short(file)) if reading.content is not None else fine(Topic.SETTINGS)


def records(file: Path) -> Finding:
    """The database, looked at without changing it."""
    if not file.exists():
        return fine(Topic.RECORDS)
    try:
        with closing(connect(file, PATIENCE)) as connection:
            (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            number = version_of(connection)
    except TROUBLE as error:
        return poor(Topic.RECORDS, "unreadable", str(error), short(file))
    if verdict != "ok":
        return poor(Topic.RECORDS, "damaged", short(file))
    facts = (short(file), f"{file.stat().st_size // 1024} kB", f"version {number} of {LATEST}")
    return fine(Topic.RECORDS, *facts) if number <= LATEST else poor(Topic.RECORDS, "newer", *facts)


def log(folder: Path) -> Finding:
    """Whether anything is in the log, and the last report of a crash."""
    left = reports(folder)
    if left:
        return poor(Topic.LOG, "crash", short(left[-1]))
    return fine(Topic.LOG, short(folder))


def short(path: Path) -> str:
    """A path that says nothing of who the person is."""
    home = Path.home()
    return str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path)
