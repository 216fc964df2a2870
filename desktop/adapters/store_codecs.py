"""How a value of a record is written into a column of the database, and read back strictly.

Reading raises ValueError for whatever writing cannot have put there, so that a damaged row never becomes a record.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, Final

SqlValue = str | int | None

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Codec:
    """A pair of functions, each the inverse of the other."""

    write: Callable[[Any], SqlValue]
    read: Callable[[Any], Any]


def write_moment(moment: datetime) -> int:
    """An aware moment in microseconds since 1970 UTC.

    Raises:
        ValueError: The moment is naive.
    """
    if moment.utcoffset() is None:
        message = f"naive moment: {moment.isoformat()}"
        raise ValueError(message)
    return (moment - _EPOCH) // _MICROSECOND


def read_moment(value: object) -> datetime:
    """The moment, in UTC.

    UTC and not the zone it was lived in, because two equal moments in different zones compare as unequal in an hour
    that the clocks repeat (PEP 495).
    """
    return _EPOCH + timedelta(microseconds=read_whole(value))


def read_whole(value: object) -> int:
    """A whole number."""
    if not isinstance(value, int):
        message = f"not a whole number: {value!r}"
        raise ValueError(message)  # noqa: TRY004 - a damaged value is one kind of fault, whatever its type
    return value


def _read_text(value: object) -> str:
    if not isinstance(value, str):
        message = f"not a text: {value!r}"
        raise ValueError(message)  # noqa: TRY004 - as above
    return value


def _read_flag(value: object) -> bool:
    whole = read_whole(value)
    if whole not in (0, 1):
        message = f"neither yes nor no: {whole}"
        raise ValueError(message)
    return bool(whole)


def _read_texts(value: object) -> tuple[str, ...]:
    found = json.loads(_read_text(value))
    if not isinstance(found, list):
        message = f"not a list: {found!r}"
        raise ValueError(message)  # noqa: TRY004 - as above
    return tuple(_read_text(text) for text in found)


MOMENT: Final = Codec(write=write_moment, read=read_moment)
SPAN: Final = Codec(
    write=lambda span: span // _MICROSECOND, read=lambda value: timedelta(microseconds=read_whole(value))
)
WHOLE: Final = Codec(write=lambda whole: whole, read=read_whole)
TEXT: Final = Codec(write=lambda text: text, read=_read_text)
FLAG: Final = Codec(write=int, read=_read_flag)
TEXTS: Final = Codec(write=lambda texts: json.dumps(list(texts)), read=_read_texts)


def word(words: type[StrEnum]) -> Codec:
    """One of a set of words."""
    return Codec(write=str, read=lambda value: words(_read_text(value)))


def word_list(words: type[StrEnum]) -> Codec:
    """Some of a set of words, in order."""
    return Codec(write=TEXTS.write, read=lambda value: tuple(words(text) for text in _read_texts(value)))


def optional(codec: Codec) -> Codec:
    """A value that may be unknown."""
    return Codec(
        write=lambda value: None if value is None else codec.write(value),
        read=lambda value: None if value is None else codec.read(value),
    )
