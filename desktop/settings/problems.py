"""What can be wrong with a settings file, told so that a person can mend it: file, line, key, found, allowed."""

import re
from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from pathlib import Path

from desktop.errors import UncrampError, UsageError
from desktop.wording.catalog import _, n_

KeyPath = tuple[str | int, ...]
"""Where a value stands in the file: ``("day", 1, "block", 0, "to")``; a number counts from 0."""

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_LONGEST_FOUND = 60
_LONGEST_NUMBER = 10**20


class Absent(Enum):
    """Stands for a value that is not in the file."""

    ABSENT = "absent"


ABSENT = Absent.ABSENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A problem with a value before it is known in which file and line it stands."""

    at: KeyPath
    found: str
    allowed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that keeps a settings file from being used."""

    file: Path
    line: int | None
    """Counted from 1; None where the trouble is with the file as a whole."""
    key: str
    """Dotted, as in ``day[1].block[0].to``; empty where it is not about a key."""
    found: str
    allowed: str
    """Empty where there is nothing to choose from."""

    def __str__(self) -> str:
        told = _("{key} is {found}").format(key=self.key, found=self.found) if self.key else self.found
        if self.allowed:
            told = _("{told}; allowed: {allowed}").format(told=told, allowed=self.allowed)
        return f"{_place(self.file, self.line)}: {told}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LikelyTypo:
    """A key that Uncramp does not know and that looks like one that it does. It is kept and does no harm."""

    file: Path
    line: int | None
    key: str
    meant: str

    def __str__(self) -> str:
        told = _("{key} is not a setting; did you mean {meant}?").format(key=self.key, meant=self.meant)
        return f"{_place(self.file, self.line)}: {told}"


class SettingsError(UsageError):
    """A settings file that cannot be used; it carries every problem found."""

    def __init__(self, file: Path, problems: tuple[Problem, ...]) -> None:
        """Store the file and what is wrong with it."""
        counted = n_("{file} has {count} problem.", "{file} has {count} problems.", len(problems))
        super().__init__(counted.format(file=file, count=len(problems)), "\n".join(map(str, problems)))
        self.file = file
        self.problems = problems

    def __str__(self) -> str:
        return f"{self.title}\n{self.remedy}"


class SettingsWriteError(UncrampError):
    """A settings file that could not be written; it is as it was."""


class SettingsChangedError(SettingsWriteError):
    """A settings file that was changed by somebody else since it was read; it was not touched."""


def dotted(path: KeyPath) -> str:
    """A place in the file as people write it: ``day[1].block[0].to``."""
    told = ""
    for part in path:
        if isinstance(part, int):
            told += f"[{part}]"
        else:
            told += ("." if told else "") + (part if _BARE_KEY.fullmatch(part) else quoted(part))
    return told


def shown(value: object) -> str:
    """A value as it stands in the file, on one line and not too long."""
    told = _shown(value)
    return told if len(told) <= _LONGEST_FOUND else told[: _LONGEST_FOUND - 1] + "…"


def quoted(text: str) -> str:
    """A text in quotes, with everything that cannot be seen spelled out."""
    spelled = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in spelled) + '"'


def _shown(value: object) -> str:  # noqa: PLR0911 - one case a type is the plainest form
    match value:
        case Absent():
            return _("missing")
        case bool():
            return "true" if value else "false"
        case int():
            return str(value) if abs(value) < _LONGEST_NUMBER else _("a very large number")
        case float():
            return repr(value)
        case str():
            return quoted(value[:_LONGEST_FOUND])
        case date() | time():
            return value.isoformat()
        case list():
            return _("a list")
        case _:
            return _("a table")


def _place(file: Path, line: int | None) -> str:
    name = file.name or str(file)
    return name if line is None else f"{name}:{line}"
