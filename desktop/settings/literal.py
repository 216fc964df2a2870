"""Values as TOML writes them."""

import math
import re
from collections.abc import Mapping
from datetime import date, time

from desktop.settings.problems import KeyPath

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPED = re.compile(r'[\x00-\x1f\x7f"\\]')


def literal(value: object) -> str:  # noqa: PLR0911 - one case a type is the plainest form
    """A value on one line; a table becomes an inline table."""
    match value:
        case bool():
            return "true" if value else "false"
        case float() if not math.isfinite(value):
            return "nan" if math.isnan(value) else "inf" if value > 0 else "-inf"
        case int() | float():
            return repr(value)
        case str():
            return f'"{_ESCAPED.sub(_escape, value)}"'
        case date() | time():
            return value.isoformat()
        case list():
            return f"[{', '.join(map(literal, value))}]"
        case dict():
            pairs = ", ".join(f"{key(name)} = {literal(each)}" for name, each in value.items())
            return f"{{{pairs}}}"
        case _:
            raise ValueError(f"TOML has no {type(value).__name__}")


def key(*parts: str) -> str:
    """A key, dotted if it has several parts, each in quotes where it needs them."""
    return ".".join(part if _BARE_KEY.fullmatch(part) else literal(part) for part in parts)


def section(path: KeyPath, table: Mapping[str, object]) -> str:
    """A table with its header, the tables in it below; its lines end in a newline alone."""
    name = key(*(part for part in path if isinstance(part, str)))
    header = f"[[{name}]]" if isinstance(path[-1], int) else f"[{name}]"
    values = {part: value for part, value in table.items() if not _has_header(value)}
    lines = [header, *(f"{key(part)} = {literal(value)}" for part, value in values.items())]
    text = "".join(f"{line}\n" for line in lines)
    for part, value in table.items():
        if part not in values:
            text += sections((*path, part), value)
    return text


def sections(path: KeyPath, value: object) -> str:
    """A table, or each of a list of tables, with its header."""
    if isinstance(value, dict):
        return section(path, value)
    assert isinstance(value, list)
    return "".join(section((*path, index), each) for index, each in enumerate(value))


def is_tables(value: object) -> bool:
    """Whether a value is a list of one or more tables."""
    return isinstance(value, list) and bool(value) and all(isinstance(each, dict) for each in value)


def _has_header(value: object) -> bool:
    return isinstance(value, dict) or is_tables(value)


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    return f"\\{character}" if character in '"\\' else f"\\u{ord(character):04x}"
