"""Records as JSON text: one list for each kind, in order of time, with the zone that each was lived in."""

import json
from collections.abc import Mapping
from typing import Any

from desktop.adapters.store_tables import ROUTINES, Table
from desktop.records.archive import TABLES, Kept
from desktop.records.plain import FieldError, from_plain, to_plain, zone
from desktop.records.trouble import NonsenseError
from desktop.wording import records as words
from schedules.history import StepDone

FORMAT, VERSION = "uncramp-records", 1
MOST_RECORDS = 500_000
"""A hundred years of busy days."""
STEPS_OF = "each_step"
MOST_STEPS = 200


def dump(records: tuple[Kept, ...]) -> str:
    """The text of an export."""
    lists: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    for table in TABLES:
        lists[table.name] = [_written(kept) for kept in records if kept.table is table]
    return json.dumps(lists, indent=1, ensure_ascii=False) + "\n"


def load(text: str, title: str) -> tuple[Kept, ...]:
    """The records of a text.

    Args:
        text: As it stands in the file.
        title: What the error says first.

    Raises:
        NonsenseError: It is not what `dump` writes.
    """
    document = _document(text, title)
    lists = [(table, document.get(table.name, [])) for table in TABLES]
    if not all(_is_list_of_records(rows) for _table, rows in lists):
        raise NonsenseError(title, words.other_json())
    if sum(len(rows) for _table, rows in lists) > MOST_RECORDS:
        raise NonsenseError(title, words.too_many())
    return tuple(_read(table, row, place, title) for table, rows in lists for place, row in enumerate(rows, start=1))


def steps_of(value: object) -> tuple[StepDone, ...]:
    """What was done of each step of a routine.

    Raises:
        FieldError: It is no list of steps, or two are at one place.
    """
    if not isinstance(value, list) or len(value) > MOST_STEPS or not all(isinstance(row, dict) for row in value):
        raise FieldError(words.bad_field(STEPS_OF, "…"))
    steps = tuple(from_plain(StepDone, row) for row in value)
    if len({step.index for step in steps}) < len(steps):
        raise FieldError(words.bad_field(STEPS_OF, "…"))
    return steps


def _document(text: str, title: str) -> Mapping[str, Any]:
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise NonsenseError(title, words.no_json(error.lineno)) from error
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits; lists that lie too deep in each other
        raise NonsenseError(title, words.other_json()) from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise NonsenseError(title, words.other_json())
    if document.get("version") != VERSION:
        raise NonsenseError(title, words.too_new())
    return document


def _written(kept: Kept) -> dict[str, Any]:
    steps = {STEPS_OF: [to_plain(step) for step in kept.steps]} if kept.steps else {}
    return {"zone": kept.zone, **to_plain(kept.record), **steps}


def _is_list_of_records(rows: object) -> bool:
    return isinstance(rows, list) and all(isinstance(row, dict) for row in rows)


def _read(table: Table[Any], row: Mapping[str, Any], place: int, title: str) -> Kept:
    try:
        beside = ("zone", STEPS_OF) if table is ROUTINES else ("zone",)
        values = {name: value for name, value in row.items() if name not in beside}
        return Kept(
            table=table,
            zone=zone(row.get("zone")),
            record=from_plain(table.record, values),
            steps=steps_of(row.get(STEPS_OF, [])) if table is ROUTINES else (),
        )
    except FieldError as error:
        raise NonsenseError(title, words.bad_record(table.name, place, str(error))) from error
