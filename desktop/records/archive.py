"""All records of a person: read from the database in one look, and added to it in one step."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from desktop.adapters.store_access import READ, WRITE, StoreAccess
from desktop.adapters.store_tables import (
    CRAMPS,
    DRINKS,
    ENTRY_TABLES,
    EXERCISES,
    PROMPTS,
    ROUTINES,
    STEPS,
    Table,
    UnreadableRecordError,
)
from desktop.records.plain import to_plain
from schedules.history import StepDone

TABLES: Final[tuple[Table[Any], ...]] = (DRINKS, ROUTINES, CRAMPS, EXERCISES, PROMPTS)
"""In the order of a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One record, and what is kept beside it."""

    table: Table[Any]
    zone: str
    """The IANA zone it was lived in."""
    record: Any
    """Of the table's type, without a number."""
    steps: tuple[StepDone, ...] = ()
    """Of a routine that was guided."""

    @property
    def at(self) -> datetime:
        """When it began, or was due."""
        moment: datetime = getattr(self.record, self.table.at)
        return moment

    @property
    def content(self) -> str:
        """What makes it the same as another: a prompt's key; of an entry all that it says."""
        said = self.record.key if self.table is PROMPTS else to_plain(self.record)
        return f"{self.table.name} {json.dumps(said, sort_keys=True)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What an import added, so that it can be taken out again."""

    entries: tuple[tuple[Table[Any], int], ...] = ()
    prompts: tuple[str, ...] = ()
    """Their keys."""
    known: int = 0
    """Records that were there already, and were left as they are."""

    @property
    def count(self) -> int:
        """How many records were added."""
        return len(self.entries) + len(self.prompts)


def in_order(records: tuple[Kept, ...]) -> tuple[Kept, ...]:
    """By kind, then by time: two archives with the same records are then the same."""
    return tuple(sorted(records, key=_place))


def read_all(access: StoreAccess) -> tuple[Kept, ...]:
    """Every record that was not taken back.

    Raises:
        StoreError: They cannot be read.
    """
    with access.transaction(READ) as connection:
        return in_order(tuple(kept for table in TABLES for kept, _number in _rows(connection, table)))


def add_all(access: StoreAccess, records: tuple[Kept, ...]) -> Added:
    """Add what is not there yet, all of it or nothing.

    Raises:
        StoreError: It cannot be written; nothing was.
    """
    with access.transaction(WRITE) as connection:
        there = Counter(kept.content for table in TABLES for kept, _number in _rows(connection, table))
        entries: list[tuple[Table[Any], int]] = []
        prompts: list[str] = []
        known = 0
        number = _highest(connection)
        for kept in records:
            if there[kept.content]:
                there[kept.content] -= 0 if kept.table is PROMPTS else 1
                known += 1
            elif kept.table is PROMPTS:
                connection.execute(PROMPTS.insert, (kept.zone, *PROMPTS.values(kept.record)))
                prompts.append(kept.record.key)
                there[kept.content] += 1
            else:
                number += 1
                connection.execute(kept.table.insert, (number, kept.zone, *kept.table.values(kept.record)))
                connection.executemany(STEPS.insert, [(number, *STEPS.values(step)) for step in kept.steps])
                entries.append((kept.table, number))
    return Added(entries=tuple(entries), prompts=tuple(prompts), known=known)


def take_out(access: StoreAccess, added: Added) -> None:
    """Take back what an import added.

    Raises:
        StoreError: It cannot be written; nothing was.
    """
    with access.transaction(WRITE) as connection:
        for table, number in added.entries:
            connection.execute(table.take_back, (number,))
        connection.executemany("DELETE FROM prompts WHERE key = ?", [(key,) for key in added.prompts])


def _rows(connection: Any, table: Table[Any]) -> Iterator[tuple[Kept, int]]:  # noqa: ANN401 SQLite has no stubs of its own
    """The rows of a table; one that cannot be read is left out, as the store does."""
    is_entry = table in ENTRY_TABLES
    steps = _steps(connection) if table is ROUTINES else {}
    # S608: no part of the statement comes from outside.
    select = f"SELECT zone, {table.selected} FROM {table.name} WHERE {table.condition}"  # noqa: S608
    for zone, *row in connection.execute(select):
        try:
            found = table.read(row[1:] if is_entry else row)
        except UnreadableRecordError:
            continue
        number = row[0] if is_entry else 0
        yield Kept(table=table, zone=str(zone), record=found, steps=tuple(steps.get(number, ()))), number


def _steps(connection: Any) -> dict[int, list[StepDone]]:  # noqa: ANN401 as above
    found: dict[int, list[StepDone]] = {}
    select = f"SELECT routine_id, {STEPS.selected} FROM steps ORDER BY routine_id, [index]"  # noqa: S608
    for routine, *row in connection.execute(select):
        try:
            found.setdefault(routine, []).append(STEPS.read(row))
        except UnreadableRecordError:
            continue
    return found


def _highest(connection: Any) -> int:  # noqa: ANN401 as above
    return max(int(connection.execute(table.highest_number).fetchone()[0] or 0) for table in ENTRY_TABLES)


def _place(kept: Kept) -> tuple[int, datetime, str, str, str]:
    steps = json.dumps([to_plain(step) for step in kept.steps])
    return TABLES.index(kept.table), kept.at, kept.content, kept.zone, steps
