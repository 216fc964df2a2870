"""A process that kills itself in the middle of work on all records."""

import os
import shutil
import signal
import sys
from pathlib import Path

from desktop.adapters.store_tables import STEPS
from desktop.records import archive, backup, exchange, restoring, whole_file
from desktop.records.files import own_files
from tests.desktop.records.lives import NOON, access

PLACES = {
    "unpacked": (restoring, "_make_ready"),
    "settings": (restoring, "_change_settings"),
    "database": (restoring, "_change_database"),
    "aside": (restoring, "_link_or_copy"),
    "copied": (shutil, "copyfile"),
    "guides": (restoring, "_change_guides"),
    "last": (shutil, "rmtree"),
    "packed": (backup, "copy_database"),
    "exported": (whole_file, "write"),
}
"""Where it dies: just before this is called."""


def die(*_arguments: object, **_named: object) -> None:
    """End as a process does that was killed."""
    os.kill(os.getpid(), signal.SIGKILL)


class DyingSteps:
    """The table of steps; whoever writes the first one of a routine dies, after drinks have been written."""

    def __getattr__(self, name: str) -> object:
        if name == "insert":
            die()
        return getattr(STEPS, name)


def main(what: str, place: str, file: Path) -> None:
    """Do the work, up to a place."""
    files = own_files()
    if what == "import":
        name = "STEPS"
        setattr(archive, name, DyingSteps())
        exchange.import_from(access(files.database), file, "UTC")
        return
    module, name = PLACES[place]
    if what == "restore" and place == "last":
        restoring.prepare(file, files, NOON)
    setattr(module, name, die)
    match what:
        case "restore" if place == "last":
            restoring.finish(files)
        case "restore":
            restoring.prepare(file, files, NOON)
            restoring.finish(files)
        case "backup":
            backup.back_up(files, file, NOON)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
