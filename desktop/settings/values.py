"""Single values: from what a TOML file holds to what the program uses, and back."""

import math
import re
from datetime import date, datetime, time
from enum import StrEnum
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from desktop.settings.limits import Limit, Type

SYSTEM_ZONE = "system"
DECIMALS = 2
"""Coordinates are kept to about a kilometre: enough for the weather, too coarse for an address."""

_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_ROUTINE = re.compile(r"\w[\w-]*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_SPACE = re.compile(r"\s")


def accept(limit: Limit, raw: object) -> object | None:  # noqa: PLR0911 - one case a type is the plainest form
    """A value as the program uses it.

    Args:
        limit: What is allowed; for a list of choices, what one element may be.
        raw: A value as `tomllib` reads it.

    Returns:
        The value, or None if it is not allowed.
    """
    match limit.type, raw:
        case (Type.SWITCH, bool()):
            return raw
        case (_, bool()):
            return None
        case (Type.WHOLE, int()):
            return raw if limit.least <= raw <= limit.most else None
        case (Type.DECIMAL, int() | float()):
            return _rounded(raw) if limit.least <= raw <= limit.most else None
        case (Type.DATE, datetime()):
            return None
        case (Type.DATE, date()):
            return raw
        case (_, str()):
            return _from_text(limit, raw)
        case _:
            return None


def plain(value: object) -> object:
    """A single value as it stands in the file: a time as text, a choice as its name, coordinates rounded."""
    match value:
        case StrEnum():
            return value.value
        case time():
            whole_minutes = not (value.second or value.microsecond or value.tzinfo)
            return value.isoformat("minutes") if whole_minutes else value.isoformat()
        case float() if math.isfinite(value):
            return _rounded(value)
        case tuple() | list():
            return [plain(each) for each in value]
        case _:
            return value


def _rounded(number: float) -> float:
    return round(float(number), DECIMALS) + 0.0  # turns -0.0 into 0.0


def _from_text(limit: Limit, text: str) -> object | None:
    match limit.type:
        case Type.CHOICE | Type.CHOICES:
            return next((choice for choice in limit.choices if choice.value == text), None)
        case Type.TIME:
            found = _TIME.fullmatch(text)
            return time(int(found[1]), int(found[2])) if found else None
        case Type.TEXT | Type.ROUTINE | Type.ZONE | Type.ADDRESS:
            return text if _is_allowed(limit, text) else None
        case _:
            return None


def _is_allowed(limit: Limit, text: str) -> bool:
    if limit.type is Type.ZONE:
        return text == SYSTEM_ZONE or _is_zone(text)
    if not limit.least <= len(text) <= limit.most or _CONTROL.search(text):
        return False
    match limit.type:
        case Type.ROUTINE:
            return _ROUTINE.fullmatch(text) is not None
        case Type.ADDRESS:
            return not text or _is_address(text)
        case _:
            return bool(text.strip()) or not limit.least


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, LookupError, OSError):  # a path, a missing zone, the name of a folder of zones
        return False
    return True


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        has_host = bool(parts.hostname) and parts.port != 0
    except ValueError:  # a broken port or bracket
        return False
    return has_host and parts.scheme in {"http", "https"} and not _SPACE.search(text)
