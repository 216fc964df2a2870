"""Hands a command to the running instance over a plain socket. No Qt."""

import socket
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop.adapters.endpoint import is_own, pipe_name, socket_path
from desktop.commands.reply import Reply
from desktop.commands.wire import read_reply, written_request
from desktop.errors import UncrampError
from desktop.wording.catalog import _

PATIENCE_S = 5.0
CHUNK = 65_536


class UnansweredError(UncrampError):
    """An instance runs, and gave no answer."""


def send(argv: Sequence[str], database: Path, *, to_the_end: bool = False) -> Reply | None:
    """Have the running instance carry a command out.

    Args:
        argv: The command and its options.
        database: The person's database, which says which instance.
        to_the_end: Wait until the instance has let go as well, as after ``quit``.

    Returns:
        Its reply, or None when none runs.

    Raises:
        UnansweredError: It took the command and did not answer.
    """
    request = written_request(argv)
    if sys.platform == "win32":
        return _over_pipe(request, pipe_name(database))
    path = socket_path(database)
    if not is_own(path.parent):
        return None
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(PATIENCE_S)
        try:
            connection.connect(str(path))
        except (FileNotFoundError, ConnectionRefusedError):
            return None
        except OSError as error:
            raise _hangs() from error
        return _asked(connection, request, to_the_end=to_the_end)


def _asked(connection: socket.socket, request: bytes, *, to_the_end: bool) -> Reply:
    answer = bytearray()
    try:
        connection.sendall(request)
        while not answer.endswith(b"\n"):
            chunk = connection.recv(CHUNK)
            if not chunk:
                raise _gone()
            answer += chunk
        while to_the_end and connection.recv(CHUNK):
            pass
    except TimeoutError as error:
        raise _hangs() from error
    except OSError as error:
        raise _gone() from error
    return _read(bytes(answer))


def _read(answer: bytes) -> Reply:
    try:
        return read_reply(answer)
    except ValueError as error:
        raise _gone() from error


def _over_pipe(request: bytes, name: str) -> Reply | None:
    """The same on Windows, where a pipe opens like a file. It was never run there."""
    try:
        with open(rf"\\.\pipe\{name}", "r+b", buffering=0) as pipe:  # noqa: PTH123 a pipe is no path
            pipe.write(request)
            return _read(pipe.readline())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _hangs() from error


def _hangs() -> UnansweredError:
    return UnansweredError(
        _("Uncramp is running but does not answer."), _("Try again; if it goes on, end its process and start it anew.")
    )


def _gone() -> UnansweredError:
    return UnansweredError(
        _("Uncramp ended before it answered."), _("Look with “uncramp status” before you try again.")
    )
