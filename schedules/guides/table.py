"""Reads the tables of a guide file key by key and notes everything that is wrong with them."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TypeVar

Choice = TypeVar("Choice", bound=StrEnum)
Entry = TypeVar("Entry")

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_TEXT = 400
LONGEST_SHOWN = 40
MOST_LISTED = 9
FEW_LISTED = 3


class Fault(StrEnum):
    """The kinds of problem."""

    NOT_TOML = "not-toml"
    MISSING = "missing"
    UNKNOWN_KEY = "unknown-key"
    NOT_ALLOWED = "not-allowed"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong with a file."""

    file: str
    where: str = ""
    """The step or entry, by its id or number; empty for the file itself."""
    key: str = ""
    fault: Fault
    found: str = ""
    """As TOML would write it, more or less."""
    allowed: str = ""
    """In the words of the format: a type, a range, a list of values."""

    def __str__(self) -> str:
        place = ", ".join(part for part in (self.file, self.where, self.key) if part)
        found = f"; found {self.found}" if self.found else ""
        allowed = f"; allowed {self.allowed}" if self.allowed else ""
        return f"{place}: {self.fault}{found}{allowed}"


class GuideError(Exception):
    """A file of guides or advice that cannot be used, with everything that is wrong with it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class Table:
    """One table of a file. What is wrong is noted in a list that all tables of the file share, and reading goes on."""

    def __init__(self, content: Mapping[str, object], file: str, where: str, problems: list[Problem]) -> None:
        self.where = where
        self._content = content
        self._file = file
        self._problems = problems
        self._asked: set[str] = set()
        self._required: set[str] = set()

    def note(self, key: str, fault: Fault, allowed: str = "") -> None:
        """Note a problem with a key."""
        found = _shown(self._content[key]) if key in self._content else ""
        self._problems.append(
            Problem(file=self._file, where=self.where, key=key, fault=fault, found=found, allowed=allowed)
        )

    def require(self, *keys: str) -> None:
        """Have it noted if one of these keys is not there when it is read."""
        self._required.update(keys)

    def text(self, key: str, default: str = "") -> str:
        """A text that is not blank."""
        value = self._ask(key, allowed := f"text of 1 to {LONGEST_TEXT} characters")
        if value is None:
            return default
        if isinstance(value, str) and 0 < len(value.strip()) <= LONGEST_TEXT:
            return value
        self.note(key, Fault.NOT_ALLOWED, allowed)
        return default

    def identifier(self, key: str, default: str = "") -> str:
        """A name made of small letters, digits and hyphens."""
        value = self._ask(key, allowed := "small letters, digits and hyphens")
        if value is None:
            return default
        if isinstance(value, str) and ID.fullmatch(value):
            return value
        self.note(key, Fault.NOT_ALLOWED, allowed)
        return default

    def texts(self, key: str) -> tuple[str, ...]:
        """An array of texts."""
        value = self._ask(key, allowed := "an array of texts")
        if value is None:
            return ()
        if isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value):
            return tuple(value)
        self.note(key, Fault.NOT_ALLOWED, allowed)
        return ()

    def count(self, key: str, default: int, least: int, most: int) -> int:
        """A whole number in a range."""
        value = self._ask(key, allowed := f"a whole number, {least} to {most}")
        if value is None:
            return default
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        self.note(key, Fault.NOT_ALLOWED, allowed)
        return default

    def seconds(self, key: str, default: timedelta, least: int, most: int) -> timedelta:
        """A span in seconds."""
        value = self._ask(key, allowed := f"seconds, {least} to {most}")
        if value is None:
            return default
        if isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most:
            return timedelta(seconds=value)
        self.note(key, Fault.NOT_ALLOWED, allowed)
        return default

    def choice(self, key: str, default: Choice) -> Choice:
        """A member of the enumeration that the default belongs to."""
        kind = type(default)
        value = self._ask(key, listed(tuple(kind)))
        if value is None:
            return default
        if isinstance(value, str) and value in set(kind):
            return kind(value)
        self.note(key, Fault.NOT_ALLOWED, listed(tuple(kind), value))
        return default

    def choices(self, key: str, kind: type[Choice], default: tuple[Choice, ...] = ()) -> tuple[Choice, ...]:
        """An array of members of an enumeration."""
        value = self._ask(key, allowed := f"an array of {listed(tuple(kind))}")
        if value is None:
            return default
        if isinstance(value, list) and all(isinstance(item, str) and item in set(kind) for item in value):
            return tuple(kind(item) for item in value)
        self.note(key, Fault.NOT_ALLOWED, allowed)
        return default

    def table(self, key: str) -> "Table | None":
        """A table within this one."""
        value = self._ask(key)
        if isinstance(value, dict):
            return Table(value, self._file, f"{self.where} {key}".strip(), self._problems)
        if value is not None:
            self.note(key, Fault.NOT_ALLOWED, "a table")
        return None

    def tables(self, key: str) -> Iterator["Table"]:
        """The tables of an array, each named by its id or its number; an empty or missing array is a problem."""
        value = self._ask(key)
        if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
            self.note(key, Fault.NOT_ALLOWED if key in self._content else Fault.MISSING, f"one or more [[{key}]]")
            return
        for number, item in enumerate(value, start=1):
            name = item.get("id")
            yield Table(item, self._file, f"{key} {name if isinstance(name, str) else number}", self._problems)

    def end(self) -> None:
        """Note every key that nobody asked for."""
        for key in self._content:
            if key not in self._asked:
                self.note(key, Fault.UNKNOWN_KEY, listed(tuple(sorted(self._asked)), key))

    def _ask(self, key: str, allowed: str = "") -> object:
        self._asked.add(key)
        if key in self._required and key not in self._content:
            self.note(key, Fault.MISSING, allowed)
        return self._content.get(key)


def open_file(text: str, file: str) -> tuple[Table, list[Problem]]:
    """The outermost table of a file, and the list that its problems will be noted in.

    Raises:
        GuideError: The text is not TOML.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise GuideError((Problem(file=file, fault=Fault.NOT_TOML, found=str(error)),)) from error
    problems: list[Problem] = []
    return Table(content, file, "", problems), problems


def settle(problems: list[Problem]) -> None:
    """End the reading of a file.

    Raises:
        GuideError: Something was noted.
    """
    if problems:
        raise GuideError(tuple(problems))


def read_entries(text: str, file: str, key: str, read: Callable[[Table], Entry]) -> tuple[Entry, ...]:
    """Read a file that is an array of tables, each with an ``id`` of its own.

    Args:
        text: The whole file.
        file: Names the file in problems.
        key: The name of the array.
        read: Makes an entry of one table.

    Raises:
        GuideError: Something is wrong; it holds every problem.
    """
    outermost, problems = open_file(text, file)
    found: list[Entry] = []
    seen: set[str] = set()
    for table in outermost.tables(key):
        found.append(read(table))
        if table.where in seen:
            table.note("id", Fault.REPEATED, "an id of its own")
        seen.add(table.where)
        table.end()
    outermost.end()
    settle(problems)
    return tuple(found)


def listed(allowed: tuple[str, ...], found: object = None) -> str:
    """What is allowed, in one short line: of a long list those that are most like what was found."""
    if len(allowed) <= MOST_LISTED:
        return "one of " + ", ".join(allowed)
    alike: Sequence[str] = allowed[:FEW_LISTED]
    if found is not None:
        from difflib import get_close_matches  # only where there is a fault

        alike = get_close_matches(str(found), allowed, n=FEW_LISTED, cutoff=0.3) or alike
    return f"one of {len(allowed)}, such as " + ", ".join(alike)


def _shown(value: object) -> str:
    text = f'"{value}"' if isinstance(value, str) else repr(value)
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "..."
