"""Where the running instance listens: one place for each user and each set of files. No Qt."""

import os
import stat
import sys
import zlib
from pathlib import Path

from desktop.errors import UncrampError
from desktop.wording.catalog import _

LONGEST_PATH = 100
"""Bytes; a socket's address holds 104 on macOS and 108 on Linux."""


class EndpointError(UncrampError):
    """There is no safe place to listen or to ask."""


def socket_path(database: Path) -> Path:
    """Where the instance that works on a database listens; nothing is made.

    Args:
        database: The person's database: two homes mean two instances.
    """
    return _folder() / f"{_identity(database)}.sock"


def pipe_name(database: Path) -> str:
    """The name of the pipe on Windows, where names are shared by all users."""
    user = f"{os.environ.get('USERDOMAIN', '')}/{os.environ.get('USERNAME', '')}"
    return f"uncramp-{zlib.crc32(user.encode()):08x}-{_identity(database)}"


def may_listen(database: Path) -> bool:
    """Whether it is worth asking: False where certainly no instance listens."""
    if sys.platform == "win32":
        return True
    path = socket_path(database)
    return is_own(path.parent) and path.exists()


def secure(folder: Path) -> None:
    """Make the socket's folder, for its owner alone.

    Raises:
        EndpointError: It is not the person's own.
    """
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        if is_own(folder):
            folder.chmod(0o700)
            return
    except OSError as error:
        raise _unsafe(folder) from error
    raise _unsafe(folder)


def is_own(folder: Path) -> bool:
    """Whether this is a folder, not a link to one, that belongs to this user."""
    try:
        found = os.lstat(folder)
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid()


def _folder() -> Path:
    """The session's own folder; sessions started without one (by cron, over ssh) look where it usually is."""
    if sys.platform == "win32":
        raise NotImplementedError("Windows has pipes, see pipe_name")
    for parent in (Path(os.environ.get("XDG_RUNTIME_DIR", "")), Path(f"/run/user/{os.getuid()}")):
        folder = parent / "uncramp"
        fits = len(os.fsencode(folder / "01234567.sock")) <= LONGEST_PATH
        if parent.is_absolute() and fits and is_own(parent) and os.access(parent, os.W_OK | os.X_OK):
            return folder
    return Path(f"/tmp/uncramp-{os.getuid()}")  # noqa: S108 it is checked to be the user's own before it is used


def _identity(database: Path) -> str:
    return f"{zlib.crc32(os.fsencode(os.path.realpath(database))):08x}"


def _unsafe(folder: Path) -> EndpointError:
    return EndpointError(
        _("{folder} is not a folder of your own.").format(folder=folder),
        _("Set XDG_RUNTIME_DIR to a folder that only you can write to."),
    )
