"""A record as plain values, as a file holds them, and back again, strictly: what no record can hold is refused.

Moments are ISO 8601 in UTC, spans are seconds; everything else is what it is in JSON.
"""

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

from desktop.wording import records as words
from schedules.history import Cramp, Drink, Exercise, PromptRecord, RoutineDone, StepDone

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

R = TypeVar("R", bound="DataclassInstance")

Plain = str | int | float | bool | list[Any] | None

FIRST_YEAR, LAST_YEAR = 1970, 2200
LONGEST = timedelta(days=31)
LONGEST_TEXT = 10_000
MOST_IN_A_LIST = 100
MOST = 1_000_000
MOST_OF = {"severity_nrs": 10, "sleep_disturbance_nrs": 10, "volume_ml": 20_000}
"""The highest of numbers that have a limit of their own. Of volumes: more than anybody drinks in a day."""
_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+/-]{0,63}")


_HINTS: dict[type, dict[str, Any]] = {
    kind: {name: hint for name, hint in get_type_hints(kind).items() if name != "id"}
    for kind in (Drink, RoutineDone, StepDone, Cramp, Exercise, PromptRecord)
}


class FieldError(ValueError):
    """A field holds what it cannot hold; the message says so to a person."""


def hints(kind: type) -> Mapping[str, Any]:
    """The types of a record's fields, without its number: that is the store's own."""
    return _HINTS[kind]


def to_plain(record: "DataclassInstance") -> dict[str, Plain]:
    """A record's fields as plain values."""
    return {name: _written(getattr(record, name)) for name in hints(type(record))}


def from_plain(kind: type[R], values: Mapping[str, object]) -> R:
    """The record that plain values say.

    Args:
        kind: Its type.
        values: By field; those that have a default may be missing.

    Raises:
        FieldError: There is no such record.
    """
    wanted = hints(kind)
    for name in values:
        if name not in wanted:
            raise FieldError(words.odd_field(shown(name)))
    for field in fields(kind):
        if field.default is MISSING and field.default_factory is MISSING and field.name not in values:
            raise FieldError(words.no_field(field.name))
    return kind(**{name: _read(name, wanted[name], value) for name, value in values.items()})


def zone(value: object) -> str:
    """The name of a time zone; one that this machine does not know is kept all the same.

    Raises:
        FieldError: It is none.
    """
    if not isinstance(value, str) or not _ZONE.fullmatch(value):
        raise FieldError(words.bad_field("zone", shown(value)))
    return value


def shown(value: object) -> str:
    """A value from a file in a sentence: short, and on one line."""
    text = value if isinstance(value, str) else repr(value) if isinstance(value, (int, float, bool)) else "…"
    text = "".join(letter if letter.isprintable() else "·" for letter in text[:41])
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"  # noqa: PLR2004 as above


def is_optional(hint: object) -> bool:
    """Whether a field may be unknown."""
    return isinstance(hint, UnionType) and NoneType in get_args(hint)


def bare(hint: Any) -> Any:  # noqa: ANN401 a type, or what stands for several
    """What a field holds when it is known."""
    return next(kind for kind in get_args(hint) if kind is not NoneType) if is_optional(hint) else hint


def _written(value: object) -> Plain:
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case timedelta():
            seconds = value.total_seconds()
            return int(seconds) if seconds.is_integer() else seconds
        case tuple():
            return [_written(each) for each in value]
        case StrEnum():
            return str(value)
        case str() | int() | None:
            return value
    raise TypeError(value)


def _read(name: str, hint: Any, value: object) -> object:  # noqa: ANN401 a type, or what stands for several
    if value is None and is_optional(hint):
        return None
    try:
        return _value(name, bare(hint), value)
    except (ValueError, TypeError, OverflowError) as error:
        raise FieldError(words.bad_field(name, shown(value))) from error


def _value(name: str, kind: Any, value: Any) -> object:  # noqa: ANN401 anything that stands in a file
    if get_origin(kind) is tuple:
        _allow(isinstance(value, list) and len(value) <= MOST_IN_A_LIST)
        return tuple(_value(name, get_args(kind)[0], each) for each in value)
    if kind is timedelta:
        _allow(isinstance(value, (int, float)) and not isinstance(value, bool) and value >= 0)
        _allow(value <= LONGEST.total_seconds())
        return timedelta(microseconds=round(value * 1_000_000))
    if kind is bool:
        _allow(isinstance(value, bool))
        return value
    if kind is int:
        _allow(isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_OF.get(name, MOST))
        return value
    _allow(isinstance(value, str) and len(value) <= LONGEST_TEXT)
    if kind is datetime:
        return _moment(value)
    value.encode()  # half a letter has no place in the database
    return kind(value) if issubclass(kind, StrEnum) else value


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    _allow(moment.utcoffset() is not None and FIRST_YEAR <= moment.year <= LAST_YEAR)
    return moment.astimezone(UTC)


def _allow(is_allowed: bool) -> None:
    if not is_allowed:
        raise ValueError
