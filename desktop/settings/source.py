"""The bytes of a settings file: read without ever blocking, and turned into text as they stand."""

import codecs
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from desktop.settings.problems import Problem
from desktop.wording.catalog import _

LARGEST = 1_000_000
"""Bytes; a settings file has a few thousand, so a larger one is another file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a settings file holds."""

    content: bytes | None
    """None where there is no file, or none that can be read."""
    text: str = ""
    """Without a byte order mark; line ends as they stand."""
    problem: Problem | None = None
    """Why it cannot be read."""


def load(file: Path) -> Source:
    """Read a file. That there is none is not a problem."""
    try:
        content = _content(file)
    except FileNotFoundError:
        return Source(content=None)
    except (OSError, ValueError) as error:
        return Source(content=None, problem=_problem(file, _reason(error)))
    return decode(content, file)


def decode(content: bytes, file: Path) -> Source:
    """Turn the content of a file into text."""
    if len(content) > LARGEST:
        too_large = _("the file is too large")
        at_most = _("at most {count} bytes").format(count=LARGEST)
        return Source(content=content, problem=_problem(file, too_large, allowed=at_most))
    try:
        return Source(content=content, text=content.removeprefix(codecs.BOM_UTF8).decode())
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        found = _("the text is not in UTF-8")
        utf8 = _("a file saved as UTF-8")
        return Source(content=content, problem=_problem(file, found, line=line, allowed=utf8))


def _content(file: Path) -> bytes:
    # A named pipe would block for ever if it were opened without O_NONBLOCK.
    descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    with open(descriptor, "rb") as opened:  # noqa: PTH123 - a descriptor has no path
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise ValueError(_("not a regular file"))
        return opened.read(LARGEST + 1)


def _reason(error: OSError | ValueError) -> str:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return _("the file cannot be read: {reason}").format(reason=reason or error)


def _problem(file: Path, found: str, *, line: int | None = None, allowed: str = "") -> Problem:
    return Problem(file=file, line=line, key="", found=found, allowed=allowed)
