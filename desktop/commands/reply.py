"""What a command answers, and how it travels between the one who asks and the instance that runs."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.errors import UncrampError


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The outcome of a command."""

    status: int = 0
    """0 done, 1 could not, 2 wrong usage or invalid input."""
    out: str = ""
    """For standard output, with its line ends."""
    err: str = ""
    """For standard error, with its line end."""


def failed(error: UncrampError) -> Reply:
    """The reply that tells of an error, on one line."""
    title = error.title if error.title.endswith((".", "!", "?", ":")) else f"{error.title}."
    return Reply(status=error.exit_status, err=" ".join(f"uncramp: {title} {error.remedy}".split()) + "\n")


def written_request(argv: Sequence[str]) -> bytes:
    """A command as one line."""
    return json.dumps({"argv": list(argv)}).encode() + b"\n"


def read_request(line: bytes) -> list[str]:
    """The command in a line.

    Raises:
        ValueError: The line holds none.
    """
    request = _object(line)
    argv = request.get("argv")
    if not isinstance(argv, list) or not all(isinstance(word, str) for word in argv):
        raise ValueError(request)
    return argv


def written_reply(reply: Reply) -> bytes:
    """A reply as one line."""
    return json.dumps({"status": reply.status, "out": reply.out, "err": reply.err}).encode() + b"\n"


def read_reply(line: bytes) -> Reply:
    """The reply in a line.

    Raises:
        ValueError: The line holds none.
    """
    match _object(line):
        case {"status": int(status), "out": str(out), "err": str(err)}:
            return Reply(status=status, out=out, err=err)
        case other:
            raise ValueError(other)


def _object(line: bytes) -> dict[str, object]:
    try:
        found = json.loads(line)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not isinstance(found, dict):
        raise ValueError(found)  # noqa: TRY004 what came over the wire has a wrong value, whatever its type
    return found
