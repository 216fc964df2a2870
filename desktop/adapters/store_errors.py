"""What can go wrong with the database, told in two lines."""

import errno
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Final

from desktop.errors import UncrampError
from desktop.wording.catalog import _, n_

DatabaseTrouble = sqlite3.Error | UnicodeDecodeError
"""What a database raises; the second where a damaged name stands in the message that Python makes an error of."""

DATABASE_TROUBLE: Final = (sqlite3.Error, UnicodeDecodeError)
"""The same, for `except`."""

Trouble = DatabaseTrouble | OSError
"""What the world outside raises while records are read or written."""

TROUBLE: Final = (*DATABASE_TROUBLE, OSError)
"""The same, for `except`."""


class DamageFoundError(sqlite3.DatabaseError):
    """A check of the file found damage."""


class StoreError(UncrampError):
    """The records cannot be read or written at the moment."""


class StoreSetAsideError(StoreError):
    """The file was damaged; it was set aside and kept, and a new one has taken its place."""

    again = True

    def __init__(self, kept: Path, carried_over: int) -> None:
        carried = n_("{count} entry was carried over.", "{count} entries were carried over.", carried_over)
        super().__init__(
            _("The file with your records was damaged, so a new one was started."),
            carried.format(count=carried_over) + " " + _("The damaged file is kept as {file}.").format(file=kept),
        )
        self.kept = kept
        """The damaged file under its new name."""
        self.carried_over = carried_over
        """How many logged entries could still be read and are in the new file."""


class NewerStoreError(StoreError):
    """A newer version of the program wrote the file; it is left as it is."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("The records in {file} were written by a newer version of Uncramp.").format(file=path),
            _("Update Uncramp to go on with them. The file was left as it is."),
        )


class EntryGoneError(StoreError):
    """The entry to change was taken back in the meantime, or never was."""

    def __init__(self) -> None:
        super().__init__(_("That entry is no longer there."), _("Log it again if it belongs in your records."))


_DAMAGE: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})
_IN_USE: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL})
_FORBIDDEN: Final = frozenset(
    {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}
)
_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def looks_damaged(trouble: Trouble) -> bool:
    """Whether the file may be damaged; `desktop.adapters.store_rescue` finds out whether it is."""
    return isinstance(trouble, DamageFoundError | UnicodeDecodeError) or primary_code(trouble) in _DAMAGE


def store_error(trouble: Trouble, path: Path) -> StoreError:
    """The error to show for a fault of the world outside."""
    for applies, tell in _TELL:
        if applies(trouble):
            return tell(path)
    return StoreError(
        _("The records could not be read or written: {reason}.").format(reason=str(trouble).rstrip(".")),
        _("Look at the disk that holds {file}.").format(file=path),
    )


def primary_code(trouble: Trouble) -> int | None:
    """What SQLite calls it, without the finer distinctions; None where SQLite did not say it."""
    code: int | None = getattr(trouble, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def _is_in_use(trouble: Trouble) -> bool:
    return primary_code(trouble) in _IN_USE


def _is_out_of_room(trouble: Trouble) -> bool:
    return primary_code(trouble) == sqlite3.SQLITE_FULL or getattr(trouble, "errno", None) in _NO_ROOM


def _is_forbidden(trouble: Trouble) -> bool:
    return primary_code(trouble) in _FORBIDDEN or (
        isinstance(trouble, PermissionError) or getattr(trouble, "errno", None) == errno.EROFS
    )


def _in_use(path: Path) -> StoreError:
    return StoreError(
        _("The records are in use by another program at the moment."),
        _("Try again in a moment, or close what has {file} open.").format(file=path),
    )


def _out_of_room(path: Path) -> StoreError:
    return StoreError(
        _("There is no room left on the disk for the records."),
        _("Free some space on the disk that holds {file}.").format(file=path),
    )


def _forbidden(path: Path) -> StoreError:
    return StoreError(
        _("The records cannot be opened or written."),
        _("Check that you may write to {file} and to its folder.").format(file=path),
    )


_TELL: Final[tuple[tuple[Callable[[Trouble], bool], Callable[[Path], StoreError]], ...]] = (
    (_is_in_use, _in_use),
    (_is_out_of_room, _out_of_room),
    (_is_forbidden, _forbidden),
)
