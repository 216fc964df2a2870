"""Which table keeps which record: its columns, their codecs, and the statements built from them.

A column has the name of the record's field. No part of a statement's text comes from outside, hence each S608.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from desktop.adapters.store_codecs import (
    FLAG,
    MOMENT,
    SPAN,
    TEXT,
    TEXTS,
    WHOLE,
    Codec,
    SqlValue,
    optional,
    read_whole,
    word,
    word_list,
)
from schedules.history import (
    Cramp,
    Drink,
    Exercise,
    LaterWhy,
    Muscle,
    Outcome,
    PromptRecord,
    RoutineDone,
    Side,
    StepDone,
    Trigger,
)
from schedules.prompts import HeldWhy, Kind
from schedules.settings import Effort

T = TypeVar("T")


class UnreadableRecordError(Exception):
    """A row holds what no record can hold: it is damaged, or holds a word that only a newer version knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[T]):
    """One table and the type of record it keeps."""

    name: str
    record: type[T]
    columns: tuple[tuple[str, Codec], ...]
    """The fields of the record that are stored, without ``id``."""
    beside: tuple[str, ...] = ("id", "zone")
    """Columns that are written in front of the fields; an entry's number and the zone it was lived in."""
    found_by: tuple[str, ...] = ("id",)
    """The columns by which a row is found again."""
    at: str = ""
    """The moment by which the history asks; empty where it never does."""
    condition: str = "NOT taken_back"
    """What a row of the history fulfils."""

    def values(self, record: T) -> tuple[SqlValue, ...]:
        """A record's values in the order of the columns.

        Raises:
            ValueError: A moment is naive.
        """
        return tuple(codec.write(getattr(record, field)) for field, codec in self.columns)

    def read(self, row: Sequence[Any]) -> T:
        """The record of a row that holds the columns, with the ``id`` in front where the record has one.

        Raises:
            UnreadableRecordError: The row holds what no record can hold.
        """
        own = len(row) - len(self.columns)
        try:
            fields = {field: codec.read(value) for (field, codec), value in zip(self.columns, row[own:], strict=True)}
            if own:
                fields["id"] = read_whole(row[0])
        except (ValueError, OverflowError, RecursionError) as error:
            message = f"{self.name}: {error}"
            raise UnreadableRecordError(message) from error
        make: Callable[..., T] = self.record
        return make(**fields)

    @property
    def insert(self) -> str:
        """Insert a row: the columns beside the fields, then the fields."""
        names = (*self.beside, *self.fields)
        return f"INSERT INTO {self.name} ({_listed(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608

    @property
    def insert_or_change(self) -> str:
        """Insert a row, or change the one that is found by the same columns."""
        names = (name for name in (*self.beside, *self.fields) if name not in self.found_by)
        changes = ", ".join(f"[{name}] = excluded.[{name}]" for name in names)
        return f"{self.insert} ON CONFLICT ({_listed(self.found_by)}) DO UPDATE SET {changes}"

    @property
    def change(self) -> str:
        """Change the fields of a row that was not taken back, found by its number, which comes last."""
        changes = ", ".join(f"[{name}] = ?" for name in self.fields)
        return f"UPDATE {self.name} SET {changes} WHERE id = ? AND {self.condition}"  # noqa: S608

    @property
    def take_back(self) -> str:
        """Take back a row, found by its number."""
        return f"UPDATE {self.name} SET taken_back = 1 WHERE id = ?"  # noqa: S608

    @property
    def give_back(self) -> str:
        """Give back a row that was taken back, found by its number."""
        return f"UPDATE {self.name} SET taken_back = 0 WHERE id = ?"  # noqa: S608

    @property
    def between(self) -> str:
        """The records of a span of time, in its order: from a moment on, up to another (exclusive)."""
        return (
            f"SELECT {self.selected} FROM {self.name} WHERE {self.condition} "  # noqa: S608
            f"AND {self.at} >= ? AND {self.at} < ? ORDER BY {self.at}, {_listed(self.found_by)}"
        )

    @property
    def newest(self) -> str:
        """The records in the order of logging, the last one first."""
        return f"SELECT {self.selected} FROM {self.name} WHERE {self.condition} ORDER BY id DESC"  # noqa: S608

    @property
    def highest_number(self) -> str:
        """The highest number that was ever given in this table."""
        return f"SELECT max(id) FROM {self.name}"  # noqa: S608

    @property
    def touch(self) -> str:
        """Nothing but an error where the table or one of its columns is not there."""
        return f"SELECT {_listed((*self.beside, *self.fields))} FROM {self.name} WHERE {self.condition} LIMIT 0"  # noqa: S608

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the stored fields."""
        return tuple(field for field, _ in self.columns)

    @property
    def selected(self) -> str:
        """The columns that `read` expects, as a statement lists them."""
        return _listed(("id", *self.fields) if "id" in self.beside else self.fields)


def _listed(names: tuple[str, ...]) -> str:
    # In brackets, because SQLite takes a column in double quotes that it does not find for a text.
    return ", ".join(f"[{name}]" for name in names)


DRINKS: Final = Table(
    name="drinks",
    record=Drink,
    at="at",
    columns=(("at", MOMENT), ("volume_ml", WHOLE)),
)
ROUTINES: Final = Table(
    name="routines",
    record=RoutineDone,
    at="started_at",
    columns=(
        ("started_at", MOMENT),
        ("routine", TEXT),
        ("lasted", SPAN),
        ("steps_done", WHOLE),
        ("steps", WHOLE),
        ("feeling", optional(TEXT)),
    ),
)
CRAMPS: Final = Table(
    name="cramps",
    record=Cramp,
    at="onset_at",
    columns=(
        ("onset_at", MOMENT),
        ("lasted", optional(SPAN)),
        ("at_night", optional(FLAG)),
        ("muscle", optional(word(Muscle))),
        ("side", optional(word(Side))),
        ("severity_nrs", optional(WHOLE)),
        ("sleep_disturbance_nrs", optional(WHOLE)),
        ("sore_next_day", optional(FLAG)),
        ("trigger", optional(word(Trigger))),
        ("tried", TEXTS),
        ("helped", TEXTS),
        ("note", TEXT),
    ),
)
EXERCISES: Final = Table(
    name="exercises",
    record=Exercise,
    at="started_at",
    columns=(("started_at", MOMENT), ("lasted", SPAN), ("effort", word(Effort))),
)
ENTRY_TABLES: Final[tuple[Table[Any], ...]] = (DRINKS, ROUTINES, CRAMPS, EXERCISES)
"""The tables of what a person can log and take back."""

PROMPTS: Final = Table(
    name="prompts",
    record=PromptRecord,
    at="due_at",
    beside=("zone",),
    found_by=("key",),
    condition="TRUE",
    columns=(
        ("key", TEXT),
        ("kind", word(Kind)),
        ("also", word_list(Kind)),
        ("due_at", MOMENT),
        ("volume_ml", optional(WHOLE)),
        ("shown_at", optional(MOMENT)),
        ("outcome", word(Outcome)),
        ("outcome_at", optional(MOMENT)),
        ("show_again_at", optional(MOMENT)),
        ("held_why", optional(word(HeldWhy))),
        ("later_why", optional(word(LaterWhy))),
    ),
)
STEPS: Final = Table(
    name="steps",
    record=StepDone,
    condition="TRUE",
    beside=("routine_id",),
    found_by=("routine_id", "index"),
    columns=(("index", WHOLE), ("step", TEXT), ("side", optional(word(Side))), ("held", SPAN), ("done", FLAG)),
)


def table_of(entry: object) -> Table[Any]:
    """The table that keeps such an entry.

    Raises:
        ValueError: It is not an entry.
    """
    for table in ENTRY_TABLES:
        if isinstance(entry, table.record):
            return table
    message = f"not an entry: {entry!r}"
    raise ValueError(message)
