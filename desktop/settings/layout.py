"""Where everything stands in the text of a TOML file: the line and the span of each value, table and array.

`tomllib` gives the values but not their places, and `tomlkit` gives neither. This scan takes a text that `tomllib` has
accepted, so it needs to find the ends of things only and checks nothing.
"""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from desktop.settings.problems import KeyPath

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY_PART = re.compile(r"""[ \t]*(?:("(?:\\.|[^"\\\n])*")|'([^'\n]*)'|([A-Za-z0-9_-]+))[ \t]*""")
_VALUE = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?:"{0,2})'  # a text may end in one or two quotes of its own
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|[^,\]}#\r\n]*[^,\]}#\s]",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A value in the text: of a key, or an element of an array."""

    start: int
    """Offset of the value's first character."""
    end: int
    """Offset after its last."""
    statement: tuple[int, int] | None = None
    """Of a key that has a line of its own: from the start of the line to the start of the line after the value."""
    comma_end: int | None = None
    """Of an element with a comma after it: the offset after the comma."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A header and the keys under it, or the keys before the first header."""

    path: KeyPath
    """Empty for the keys before the first header; with the element's number for ``[[...]]``."""
    lead: int
    """Offset of the comment lines directly above the header, or of the header's line."""
    body: int
    """Offset of the line after the header."""
    end: int
    """Offset of the line after the last value and the comment lines directly below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where everything stands in one text."""

    entries: Mapping[KeyPath, Entry]
    sections: tuple[Section, ...]
    lines: Mapping[KeyPath, int]
    """The line, counted from 1, on which a value, a table or an array first comes up."""

    def line(self, path: KeyPath) -> int:
        """The line of a place, or of the nearest thing around it that is in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def layout_of(text: str) -> Layout:
    """Find where everything stands.

    Args:
        text: TOML that `tomllib` accepts.
    """
    scan = _Scan(text)
    scan.document()
    return Layout(
        entries=MappingProxyType(scan.entries),
        sections=tuple(scan.sections),
        lines=MappingProxyType(scan.lines),
    )


class _Scan:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.entries: dict[KeyPath, Entry] = {}
        self.sections = [Section(path=(), lead=0, body=0, end=0)]
        self.lines: dict[KeyPath, int] = {}
        self._elements: dict[KeyPath, int] = {}
        self._line_starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def document(self) -> None:
        self._skip(_BLANK)
        while self.at < len(self.text):
            if self.text.startswith("[[", self.at):
                self._header(brackets=2)
            elif self.text[self.at] == "[":
                self._header(brackets=1)
            else:
                self._statement()
            self._skip(_BLANK)
        self._close_section(len(self.text))

    def _header(self, brackets: int) -> None:
        line_start, line = self._line_start(self.at), self._line(self.at)
        self.at += brackets
        parts = self._key()
        self.at += brackets
        path = self._resolved(parts[:-1] if brackets == 2 else parts)  # noqa: PLR2004 - [[...]]
        if brackets == 2:  # noqa: PLR2004 - [[...]]
            array = (*path, parts[-1])
            self._note(array, line)
            path = (*array, self._elements.get(array, 0))
            self._elements[array] = self._elements.get(array, 0) + 1
        self._note(path, line)
        body = self._next_line(self.at)
        lead = self._lead(line_start, self.sections[-1].end)
        self._close_section(lead)
        self.sections.append(Section(path=path, lead=lead, body=body, end=body))

    def _statement(self) -> None:
        line_start, line = self._line_start(self.at), self._line(self.at)
        section = self.sections[-1]
        path = (*section.path, *self._key())
        self._note(path, line)
        self._equals_sign()
        start = self.at
        self._value(path)
        end = self._next_line(self.at)
        self.sections[-1] = replace(section, end=end)
        self.entries[path] = Entry(start=start, end=self.at, statement=(line_start, end))

    def _value(self, path: KeyPath) -> None:
        opening = self.text[self.at]
        if opening == "[":
            self._array(path)
        elif opening == "{":
            self._inline_table(path)
        else:
            self._skip(_VALUE)

    def _array(self, path: KeyPath) -> None:
        self.at += 1
        self._skip(_BLANK)
        index = 0
        while self.text[self.at] != "]":
            element = (*path, index)
            start, line = self.at, self._line(self.at)
            self._note(element, line)
            self._value(element)
            end = self.at
            self._skip(_BLANK)
            comma_end = None
            if self.text[self.at] == ",":
                self.at += 1
                comma_end = self.at
                self._skip(_BLANK)
            self.entries[element] = Entry(start=start, end=end, comma_end=comma_end)
            index += 1
        self.at += 1

    def _inline_table(self, table: KeyPath) -> None:
        self.at += 1
        self._skip(_BLANK)
        while self.text[self.at] != "}":
            line = self._line(self.at)
            path = (*table, *self._key())
            self._note(path, line)
            self._equals_sign()
            start = self.at
            self._value(path)
            self.entries[path] = Entry(start=start, end=self.at)
            self._skip(_BLANK)
            if self.text[self.at] == ",":
                self.at += 1
                self._skip(_BLANK)
        self.at += 1

    def _key(self) -> tuple[str, ...]:
        parts: list[str] = []
        while found := _KEY_PART.match(self.text, self.at):
            basic, literal, bare = found.groups()
            parts.append(_unescaped(basic) if basic is not None else literal if literal is not None else bare)
            self.at = found.end()
            if self.text[self.at] != ".":
                break
            self.at += 1
        return tuple(parts)

    def _equals_sign(self) -> None:
        self.at += 1
        while self.text[self.at] in " \t":
            self.at += 1

    def _resolved(self, parts: tuple[str, ...]) -> KeyPath:
        """A header's key with the number of the latest element after each array of tables."""
        path: KeyPath = ()
        for part in parts:
            path = (*path, part)
            if path in self._elements:
                path = (*path, self._elements[path] - 1)
        return path

    def _note(self, path: KeyPath, line: int) -> None:
        for length in range(1, len(path) + 1):
            self.lines.setdefault(path[:length], line)

    def _skip(self, what: re.Pattern[str]) -> None:
        found = what.match(self.text, self.at)
        assert found is not None, f"no {what.pattern} at offset {self.at}"
        self.at = found.end()

    def _line(self, at: int) -> int:
        return bisect_right(self._line_starts, at)

    def _line_start(self, at: int) -> int:
        return self._line_starts[self._line(at) - 1]

    def _next_line(self, at: int) -> int:
        line = self._line(at)
        return self._line_starts[line] if line < len(self._line_starts) else len(self.text)

    def _close_section(self, limit: int) -> None:
        end = self.sections[-1].end
        while end < limit and self.text[end : self._next_line(end)].lstrip().startswith("#"):
            end = self._next_line(end)
        self.sections[-1] = replace(self.sections[-1], end=end)

    def _lead(self, header: int, earliest: int) -> int:
        lead = header
        while lead > earliest:
            above = self._line_start(lead - 1)
            if not self.text[above:lead].lstrip().startswith("#"):
                break
            lead = above
        return lead


def _unescaped(quoted_key: str) -> str:
    (key,) = tomllib.loads(f"{quoted_key} = 0")
    return key
