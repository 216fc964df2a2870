"""Deletes everything of a person once nothing of Uncramp runs any more: part of the composition root."""

import sys
from contextlib import suppress
from pathlib import Path

from desktop.adapters.autostart_here import autostart
from desktop.errors import UncrampError
from desktop.records.erasing import erase
from desktop.records.files import own_files
from desktop.wording import records as words


def erase_everything() -> tuple[Path, ...]:
    """Turn the start at sign-in off, and delete every file; what could not be deleted."""
    with suppress(UncrampError):
        autostart().turn(on=False)
    files = own_files()
    others: tuple[Path, ...] = ()
    if sys.platform != "win32":
        from desktop.adapters.endpoint import socket_path

        socket = socket_path(files.database)
        others = (socket, socket.with_suffix(".lock"))
    left = erase(files, *others)
    if left:
        _tell(left)
    return left


def _tell(left: tuple[Path, ...]) -> None:
    from PySide6.QtWidgets import QMessageBox

    title, paths = words.left_over(len(left)), "\n".join(map(str, left))
    sys.stderr.write(f"{title}\n{paths}\n")
    QMessageBox.warning(None, "Uncramp", f"{title}\n\n{paths}")
