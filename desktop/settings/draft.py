"""Small edits of a TOML text: everything that is not meant by an edit stays as it is, byte for byte."""

import tomllib
from collections.abc import Iterator
from typing import Any

from desktop.settings.layout import Entry, Layout, Section, layout_of
from desktop.settings.literal import is_tables, key, literal, section, sections
from desktop.settings.problems import ABSENT, Absent, KeyPath


class Draft:
    """A TOML text that is being edited. Each edit leaves it valid."""

    def __init__(self, text: str) -> None:
        """Store the text, which `tomllib` accepts."""
        self.text = text
        self._newline = "\r\n" if "\r\n" in text else "\n"
        self._layout: Layout | None = None
        self._data: dict[str, Any] | None = None

    def get(self, path: KeyPath) -> object | Absent:
        """What stands at a place now."""
        if self._data is None:
            self._data = tomllib.loads(self.text)
        found: Any = self._data
        for part in path:
            inside = range(len(found)) if isinstance(found, list) else found if isinstance(found, dict) else ()
            if part not in inside:
                return ABSENT
            found = found[part]
        return found  # type: ignore[no-any-return] # what tomllib gives is a tree of anything

    def entry(self, path: KeyPath) -> Entry | None:
        """The span of a value that stands behind a key or in a list; None for what has a header, or is not there."""
        return self._where().entries.get(path)

    def replace(self, path: KeyPath, value: object) -> None:
        """Put another value in the place of one that has an `entry`."""
        entry = self._where().entries[path]
        self._edit(entry.start, entry.end, literal(value))

    def add(self, path: KeyPath, value: object) -> None:
        """Add what is not there yet to a table that is not an inline one."""
        if isinstance(value, dict) or is_tables(value):
            nested = any(isinstance(part, int) for part in path)
            at = self._end_of(path[:-1]) if nested else len(self.text)
            self._insert(at, sections(path, value), spaced=not nested)
        else:
            self._add_key(path, value)

    def remove(self, path: KeyPath) -> None:
        """Take away what has a line or a header of its own, and all that is in it."""
        spans = [(each.lead, each.end) for each in self._sections_in(path)]
        lines = [entry.statement for at, entry in self._where().entries.items() if _is_in(at, path) and entry.statement]
        spans += [line for line in lines if not any(start <= line[0] < end for start, end in spans)]
        for start, end in sorted(spans, reverse=True):
            self._cut(start, end)

    def insert_element(self, array: KeyPath, index: int, table: dict[str, object]) -> None:
        """Add a table to an array of tables that has headers and is not empty."""
        before = index == 0
        at = self._start_of((*array, 0)) if before else self._end_of((*array, index - 1))
        self._insert(at, section((*array, index), table), spaced=len(array) == 1, before=before)

    def reorder(self, array: KeyPath, order: list[int]) -> None:
        """Put the tables of an array that has headers in another order; ``order`` holds their present numbers."""
        laid = self._where().sections
        ends = [*(each.lead for each in laid[1:]), len(self.text)]
        chunks = [(each.path, self.text[each.lead : end]) for each, end in zip(laid, ends, strict=True)]
        moved = "".join(self._line_ended(text) for n in order for path, text in chunks if _is_in(path, (*array, n)))
        first = next(n for n, (path, _) in enumerate(chunks) if _is_in(path, array))
        head = "".join(text for _, text in chunks[:first])
        tail = "".join(text for path, text in chunks[first:] if not _is_in(path, array))
        self._edit(0, len(self.text), head + moved + tail)

    def drop_elements(self, array: KeyPath, indexes: list[int]) -> None:
        """Take elements out of a list of plain values, leaving the comments around them."""
        for index in sorted(indexes, reverse=True):
            entry = self._where().entries[*array, index]
            self._edit(entry.start, entry.comma_end or entry.end, "")

    def append_elements(self, array: KeyPath, values: list[object]) -> None:
        """Add elements at the end of a list of plain values, before the comments that follow the last."""
        added = ", ".join(map(literal, values))
        count = sum(1 for path in self._where().entries if path[:-1] == array)
        if count:
            at = self._where().entries[*array, count - 1].end
            self._edit(at, at, f", {added}")
        else:
            at = self._where().entries[array].start + 1
            self._edit(at, at, added)

    def _add_key(self, path: KeyPath, value: object) -> None:
        table = path[:-1]
        home = next((each for each in self._where().sections if each.path == table), None)
        dotted = self._last_dotted_into(table)
        if home is not None:
            self._insert_key(home, home.end, path, value)
        elif dotted is not None:
            self._insert_key(self._section_at(dotted - 1), dotted, path, value)
        else:
            self.add(table, {str(path[-1]): value})

    def _insert_key(self, home: Section, at: int, path: KeyPath, value: object) -> None:
        relative = tuple(part for part in path[len(home.path) :] if isinstance(part, str))
        line = f"{self._indent(home)}{key(*relative)} = {literal(value)}\n"
        if not home.path and home.end < len(self.text) and not self._blank_at(home.end):
            line += "\n"  # the first key of a file that begins with a header
        self._insert(at, line, spaced=False)

    def _indent(self, home: Section) -> str:
        first = self.text[home.body : home.end].split("\n")[0]
        return first[: len(first) - len(first.lstrip(" \t"))] if first.strip() else ""

    def _insert(self, at: int, text: str, *, spaced: bool, before: bool = False) -> None:
        text = text.replace("\n", self._newline)
        if at and not self.text[:at].endswith("\n"):
            text = self._newline + text
        if spaced and before:
            text += self._newline
        elif spaced:
            text = (self._newline if at else "") + text
            text += self._newline if at < len(self.text) and not self._blank_at(at) else ""
        self._edit(at, at, text)

    def _cut(self, start: int, end: int) -> None:
        """Take lines away, and of the empty lines around them those that would be too many."""
        if not self.text[end:].strip():
            end = len(self.text)
            while start and self._blank_at(self._line_before(start)):
                start = self._line_before(start)
        elif not start or self._blank_at(self._line_before(start)):
            while self._blank_at(end):
                end = self._next_line(end)
        self._edit(start, end, "")

    def _edit(self, start: int, end: int, text: str) -> None:
        self.text = self.text[:start] + text + self.text[end:]
        self._layout = self._data = None

    def _where(self) -> Layout:
        if self._layout is None:
            self._layout = layout_of(self.text)
        return self._layout

    def _sections_in(self, path: KeyPath) -> Iterator[Section]:
        return (each for each in self._where().sections if each.path and _is_in(each.path, path))

    def _section_at(self, offset: int) -> Section:
        return next(each for each in reversed(self._where().sections) if each.lead <= offset)

    def _last_dotted_into(self, table: KeyPath) -> int | None:
        """Where the last line ends that says something in a table from outside, as ``you.glass_ml = 250`` does."""
        inside = ((path, entry) for path, entry in self._where().entries.items() if _is_in(path, table))
        lines = (entry.statement for path, entry in inside if len(path) > len(table) and entry.statement)
        outside = (end for start, end in lines if len(self._section_at(start).path) < len(table))
        return max(outside, default=None)

    def _start_of(self, path: KeyPath) -> int:
        return min(each.lead for each in self._sections_in(path))

    def _end_of(self, path: KeyPath) -> int:
        while path and not any(self._sections_in(path)):
            path = path[:-1]
        return max((each.end for each in self._sections_in(path)), default=len(self.text))

    def _blank_at(self, at: int) -> bool:
        return not self.text[at : self._next_line(at)].strip()

    def _line_before(self, at: int) -> int:
        return self.text.rfind("\n", 0, at - 1) + 1

    def _next_line(self, at: int) -> int:
        return self.text.find("\n", at) + 1 or len(self.text)

    def _line_ended(self, text: str) -> str:
        return text if text.endswith("\n") else text + self._newline


def _is_in(path: KeyPath, table: KeyPath) -> bool:
    return path[: len(table)] == table
