"""What a settings file is to say after a change: the wanted settings laid over what it says now."""

from datetime import date, time
from typing import Any

from desktop.settings.limits import keys_in, pattern
from desktop.settings.problems import KeyPath
from desktop.settings.rewriting import Table, partners, same
from desktop.settings.values import plain
from schedules.settings import Block, BlockKind, DatedShape, DayShape, Settings

ARRAYS = ("day", "day[].block", "date")
"""Lists of tables; every other list holds plain values."""

_SECTIONS = ("you", "drink", "move", "bedtime", "heat", "prompts")
_NO_BLOCK = Block(kind=BlockKind.EXERCISE, start=time(0), end=time(0))
_UNSAID: Table = {"on": [], "block": [], "effort": _NO_BLOCK.effort.value, "outdoors": _NO_BLOCK.outdoors}
"""What a day shape or a block means by saying nothing."""


def document(settings: Settings) -> Table:
    """Settings as they stand in a file that says everything."""
    data: Table = {"version": settings.version, "timezone": settings.timezone}
    for name in _SECTIONS:
        data[name] = _fields(getattr(settings, name))
    data["day"] = [_day(shape) for shape in settings.days]
    data["date"] = [_dated(dated) for dated in settings.dates]
    return data


def in_file(value: object) -> Any:  # noqa: ANN401 - TOML holds anything
    """A value, a block or a shape as it stands in a file."""
    match value:
        case DayShape():
            return _day(value)
        case Block():
            return _block(value)
        case DatedShape():
            return _dated(value)
        case tuple() | list():
            return [in_file(each) for each in value]
        case dict():
            return {name: in_file(each) for name, each in value.items()}
        case _:
            return plain(value)


def differing(settings: Settings, data: Table) -> Table:
    """The part of a full document that a file has to say: what it says already, and what is not the default."""
    full, usual = document(settings), document(Settings())
    wanted: Table = {}
    for name, value in full.items():
        if name in _SECTIONS:
            said = data.get(name, {})
            keys = said.keys() if isinstance(said, dict) else ()
            part = {key: each for key, each in value.items() if key in keys or not same(each, usual[name][key])}
            if part or not isinstance(said, dict):
                wanted[name] = part
        elif name in data or not same(value, usual[name]):
            wanted[name] = value
    return wanted


def merged(data: Table, wanted: Table, at: KeyPath = ()) -> Table:
    """What a table is to say: wanted values over present ones; unknown keys stay."""
    result = dict(data)
    for name, value in wanted.items():
        path = (*at, name)
        present = data.get(name)
        if isinstance(value, dict):
            result[name] = merged(present if isinstance(present, dict) else {}, value, path)
        elif pattern(path) in ARRAYS:
            result[name] = _merged_tables(present, value, path)
            if not value:
                del result[name]  # nothing says it better than an empty list
        elif name not in data or not same(present, value):
            result[name] = value
    return result


def _merged_tables(present: object, wanted: list[Table], at: KeyPath) -> list[Table]:
    tables = [each for each in present if isinstance(each, dict)] if isinstance(present, list) else []
    element = (*at, 0)
    found = partners(tables, wanted, lambda table, each: same(_merged_element(table, each, element), table))
    present_ones = [{} if place is None else tables[place] for place in found]
    return [_merged_element(table, each, element) for table, each in zip(present_ones, wanted, strict=True)]


def _merged_element(table: Table, wanted: Table, at: KeyPath) -> Table:
    known = keys_in(pattern(at))
    stays = {name: value for name, value in table.items() if name in wanted or name not in known}
    says = {name: value for name, value in wanted.items() if name in table or not same(value, _UNSAID.get(name))}
    return merged(stays, says, at)


def _fields(section: object) -> Table:
    names: tuple[str, ...] = section.__slots__  # type: ignore[attr-defined] # every section is a slots dataclass
    return {name: plain(getattr(section, name)) for name in names}


def _day(shape: DayShape) -> Table:
    return {
        "name": shape.name,
        "on": plain(shape.on),
        "wake": plain(shape.wake),
        "bed": plain(shape.bed),
        "block": [_block(block) for block in shape.blocks],
    }


def _block(block: Block) -> Table:
    table: Table = {"kind": plain(block.kind), "from": plain(block.start), "to": plain(block.end)}
    with_effort = block.kind in {BlockKind.EXERCISE, BlockKind.OUTDOORS}
    if with_effort or block.effort is not _NO_BLOCK.effort:
        table["effort"] = plain(block.effort)
    if block.kind is BlockKind.EXERCISE or block.outdoors:
        table["outdoors"] = block.outdoors
    return table


def _dated(dated: DatedShape) -> Table:
    day: date = dated.date
    return {"date": day, "shape": dated.shape}
