"""Records as CSV text: one table with a line for each record, whose first column says what it is.

A text that a spreadsheet would take for a formula is written with an apostrophe before it, and read without.
"""

import csv
import io
import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final, get_origin
from zoneinfo import ZoneInfo

from desktop.adapters.store_tables import CRAMPS, DRINKS, EXERCISES, PROMPTS, ROUTINES, Table
from desktop.records.archive import TABLES, Kept
from desktop.records.as_json import MOST_RECORDS, STEPS_OF, steps_of
from desktop.records.plain import FieldError, bare, from_plain, hints, is_optional, shown, to_plain, zone
from desktop.records.trouble import NonsenseError
from desktop.wording import records as words

WHAT: Final = "record"
NAMES: Final[dict[str, Table[Any]]] = {
    "drink": DRINKS,
    "routine": ROUTINES,
    "cramp": CRAMPS,
    "exercise": EXERCISES,
    "prompt": PROMPTS,
}
_NAME_OF = {table.name: name for name, table in NAMES.items()}
COLUMNS: Final = (
    WHAT,
    "zone",
    *dict.fromkeys(name for table in TABLES for name in hints(table.record)),
    STEPS_OF,
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "'")


def dump(records: tuple[Kept, ...]) -> str:
    """The text of an export."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for kept in records:
        row = {name: _cell(value) for name, value in to_plain(kept.record).items()}
        if kept.steps:
            row[STEPS_OF] = json.dumps([to_plain(step) for step in kept.steps], ensure_ascii=False)
        writer.writerow({WHAT: _NAME_OF[kept.table.name], "zone": kept.zone, **row})
    return text.getvalue()


def load(text: str, title: str, here: str) -> tuple[Kept, ...]:
    """The records of a text; columns that are not needed may be missing.

    Args:
        text: As it stands in the file.
        title: What the error says first.
        here: The IANA zone of records that name none.

    Raises:
        NonsenseError: It is not what `dump` writes.
    """
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records: list[Kept] = []
    try:
        if WHAT not in (reader.fieldnames or ()):
            raise NonsenseError(title, words.no_columns(f"{WHAT}, {DRINKS.at}"))
        for row in reader:
            if len(records) >= MOST_RECORDS:
                raise NonsenseError(title, words.too_many())
            records.append(_read(row, here))
    except FieldError as error:
        raise NonsenseError(title, words.bad_line(reader.line_num, str(error))) from error
    except csv.Error as error:
        raise NonsenseError(title, words.bad_line(reader.line_num, words.bad_field(WHAT, "…"))) from error
    return tuple(records)


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return json.dumps(value, ensure_ascii=False) if value else ""
        case str():
            return f"'{value}" if value.startswith(_FORMULA) else value
    return str(value)


def _read(row: Mapping[str | None, Any], here: str) -> Kept:
    what = row.get(WHAT) or ""
    table = NAMES.get(what.strip().lower())
    if table is None:
        raise FieldError(words.bad_field(WHAT, shown(what)))
    if None in row:
        raise FieldError(words.odd_field("…"))
    lived = zone(_bare_text(row.get("zone") or here))
    wanted = hints(table.record)
    cells = {name: _bare_text(cell) for name, cell in row.items() if name is not None and cell}
    for name in cells.keys() - wanted.keys() - {WHAT, "zone", STEPS_OF}:
        if name in COLUMNS:
            raise FieldError(words.odd_field(name))
    values = {name: _value(name, wanted[name], cell, lived) for name, cell in cells.items() if name in wanted}
    steps = steps_of(_json(STEPS_OF, cells[STEPS_OF])) if STEPS_OF in cells and table is ROUTINES else ()
    return Kept(table=table, zone=lived, record=from_plain(table.record, values), steps=steps)


def _bare_text(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def _value(name: str, hint: Any, cell: str, lived: str) -> object:  # noqa: ANN401 a type, or what stands for several
    kind = bare(hint)
    if get_origin(kind) is tuple:
        return _json(name, cell)
    try:
        if kind is bool:
            return {"true": True, "false": False}[cell.strip().lower()]
        if kind is int:
            return int(cell)
        if kind is timedelta:
            return float(cell)
        if kind is datetime:
            return _moment(cell, lived)
    except (ValueError, KeyError, OverflowError) as error:
        raise FieldError(words.bad_field(name, shown(cell))) from error
    assert kind is not None or is_optional(hint)
    return cell


def _moment(cell: str, lived: str) -> str:
    """A moment without an offset is one of the clock on the wall."""
    moment = datetime.fromisoformat(cell.strip())
    return (moment if moment.utcoffset() is not None else moment.replace(tzinfo=ZoneInfo(lived))).isoformat()


def _json(name: str, cell: str) -> object:
    try:
        return json.loads(cell)
    except (ValueError, RecursionError) as error:
        raise FieldError(words.bad_field(name, shown(cell))) from error
