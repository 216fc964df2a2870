"""How commands and replies travel between the one who asks and the instance that runs: a line of JSON each way."""

import json
from collections.abc import Sequence

from desktop.commands.reply import Reply


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
