"""Deleting everything: settings, records, guides, what was fetched, the logs, and what earlier mishaps set aside."""

import logging
import os
import shutil
from contextlib import suppress
from pathlib import Path

from desktop.records.files import OwnFiles
from desktop.settings import places

_OURS = (
    "settings.toml*",
    ".settings.toml.*",
    "uncramp.db*",
    ".uncramp.db*",
    "guides",
    "cache",
    "log",
    "calendars",
    "restore.*",
    "before-restore-*",
)
"""Names in a folder that is not Uncramp's alone, as `UNCRAMP_HOME` may be."""


def erase(files: OwnFiles, *others: Path) -> tuple[Path, ...]:
    """Delete everything of a person's; nothing of Uncramp is running, nor open, any more.

    Args:
        files: Where it all is.
        others: More to delete, and then the folder of each if it is empty: the socket.

    Returns:
        What could not be deleted.
    """
    for handler in tuple(logging.getLogger().handlers):  # one that is closed would open its file again
        logging.getLogger().removeHandler(handler)
        handler.close()
    left: list[Path] = []
    for linked in (files.settings, files.database):
        if linked.is_symlink():  # what it leads to is what holds the data
            _delete(Path(os.path.realpath(linked)), left)
    for folder in _folders(files):
        _delete_from(folder, left)
    for other in others:
        _delete(other, left)
        with suppress(OSError):
            other.parent.rmdir()
    return tuple(left)


def _folders(files: OwnFiles) -> tuple[Path, ...]:
    """Those that may hold something of Uncramp, the inner ones first."""
    folders = dict.fromkeys((files.log, files.cache, files.guides, files.settings.parent, files.home))
    return tuple(sorted(folders, key=lambda folder: -len(folder.parts)))


def _delete_from(folder: Path, left: list[Path]) -> None:
    if not folder.is_dir():
        return
    is_shared = places.is_shared(folder)
    for path in sorted({found for name in _OURS for found in folder.glob(name)} if is_shared else folder.iterdir()):
        _delete(path, left)
    with suppress(OSError):
        folder.rmdir()
    # Where the log had a folder within one of ours, that one is empty now.
    if not is_shared and folder.parent.name.lower() == "uncramp":
        with suppress(OSError):
            folder.parent.rmdir()


def _delete(path: Path, left: list[Path]) -> None:
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError:
        left.append(path)
