"""Making a TOML text say something else with the fewest edits, so that comments, order and layout stay."""

from collections.abc import Callable, Sequence
from typing import Any

from desktop.settings.draft import Draft
from desktop.settings.literal import is_tables
from desktop.settings.problems import ABSENT, KeyPath

Table = dict[str, Any]
"""A table as `tomllib` reads it."""

_LABELS = ("name", "date", "kind")
"""Keys that tell one table of an array from another."""


def rewritten(text: str, wanted: Table) -> str:
    """The text with the fewest edits after which it says what is wanted.

    Args:
        text: What stands in the file; `tomllib` accepts it.
        wanted: What `tomllib` is to read in the result. Against the text, values may be others, keys may be new, tables
            may be new in the file as a whole and in an element of an array, arrays of tables may have gained, lost or
            moved elements, and an element may have lost plain values and arrays. No table may be gone.
    """
    draft = Draft(text)
    _table(draft, (), wanted)
    return draft.text


def same(one: object, other: object) -> bool:
    """Whether two values mean the same in a file: 1 is 1.0 but not true, and nan is nan."""
    match one, other:
        case (bool(), _) | (_, bool()):
            return one is other
        case (int() | float(), int() | float()):
            return one == other or (one != one and other != other)  # noqa: PLR0124 - only nan differs from itself
        case (list(), list()):
            return len(one) == len(other) and all(map(same, one, other))
        case (dict(), dict()):
            return one.keys() == other.keys() and all(same(one[name], other[name]) for name in one)
        case _:
            return type(one) is type(other) and one == other


def partners(
    current: Sequence[Table], wanted: Sequence[Table], alike: Callable[[Table, Table], bool] = same
) -> list[int | None]:
    """Which present table each wanted one is a new state of.

    Those that are ``alike`` come first, then those with the same label, then those in the same place.

    Returns:
        For each wanted table the number of the present one; None for a new table.
    """
    found: list[int | None] = [None] * len(wanted)
    free = list(range(len(current)))
    tests: tuple[Callable[[int, int], bool], ...] = (
        lambda place, at: alike(current[place], wanted[at]),
        lambda place, at: _label(current[place]) == _label(wanted[at]) is not None,
        lambda place, at: place == at,
    )
    for fits in tests:
        for at in [at for at, partner in enumerate(found) if partner is None]:
            place = next((place for place in free if fits(place, at)), None)
            if place is not None:
                found[at] = place
                free.remove(place)
    return found


def _label(table: Table) -> object:
    return next((table[name] for name in _LABELS if name in table), None)


def _table(draft: Draft, at: KeyPath, wanted: Table) -> None:
    current = draft.get(at)
    assert isinstance(current, dict)
    if draft.entry(at) is not None and not _same_keys(current, wanted):
        draft.replace(at, wanted)
        return
    for name in current.keys() - wanted.keys():
        draft.remove((*at, name))
    for name, value in wanted.items():
        path = (*at, name)
        present = draft.get(path)
        if present is ABSENT:
            draft.add(path, value)
        elif not same(present, value):
            _value(draft, path, present, value)


def _same_keys(one: object, other: object) -> bool:
    if not isinstance(one, dict) or not isinstance(other, dict):
        return isinstance(one, dict) == isinstance(other, dict)
    return one.keys() == other.keys() and all(_same_keys(one[name], other[name]) for name in one)


def _keeps_tables(one: Table, other: Table) -> bool:
    """Whether one element of an array can become another without losing a table in it."""
    inner = ((table, other.get(name)) for name, table in one.items() if isinstance(table, dict))
    return all(isinstance(to, dict) and table.keys() <= to.keys() and _keeps_tables(table, to) for table, to in inner)


def _value(draft: Draft, path: KeyPath, present: object, value: Any) -> None:  # noqa: ANN401 - TOML holds anything
    inline = draft.entry(path) is not None
    if isinstance(present, dict) and isinstance(value, dict):
        _table(draft, path, value)
    elif isinstance(present, list) and isinstance(value, list) and inline:
        _list(draft, path, present, value)
    elif is_tables(present) and is_tables(value):
        _tables(draft, path, value)
    elif inline:
        draft.replace(path, value)
    else:
        draft.remove(path)
        draft.add(path, value)


def _list(draft: Draft, path: KeyPath, present: list[Any], wanted: list[Any]) -> None:
    """A list in brackets: what stays in it keeps its place and the comments around it, if its order allows that."""
    stays = [place for place, each in enumerate(present) if any(same(each, other) for other in wanted)]
    kept = len(stays)
    if len(present) == len(wanted):
        for place, value in enumerate(wanted):
            if not same(present[place], value):
                _value(draft, (*path, place), present[place], value)
    elif same([present[place] for place in stays], wanted[:kept]) and not is_tables(present):
        draft.drop_elements(path, [place for place in range(len(present)) if place not in stays])
        if wanted[kept:]:
            draft.append_elements(path, wanted[kept:])
    else:
        draft.replace(path, wanted)


def _tables(draft: Draft, array: KeyPath, wanted: list[Table]) -> None:
    """An array of tables with headers."""
    present = draft.get(array)
    assert isinstance(present, list)
    pairs = zip(partners(present, wanted), wanted, strict=True)
    found = [place if place is not None and _keeps_tables(present[place], table) else None for place, table in pairs]
    stays = [place for place in found if place is not None]
    if not stays:
        draft.remove(array)
        draft.add(array, wanted)
        return
    for place in sorted(set(range(len(present))) - set(stays), reverse=True):
        draft.remove((*array, place))
    order = [sorted(stays).index(place) for place in stays]
    if order != sorted(order):
        draft.reorder(array, order)
    for at, (was, table) in enumerate(zip(found, wanted, strict=True)):
        if was is None:
            draft.insert_element(array, at, table)
        else:
            _table(draft, (*array, at), table)
