"""Values out of a weather reply: whatever may stand there, what comes out is a sound number or nothing."""

import math
from collections.abc import Mapping

COLDEST_C, HOTTEST_C = -100.0, 70.0


def inside(value: object, *path: str) -> object:
    """What stands at a place within tables; None where there is no such place."""
    for name in path:
        if not isinstance(value, Mapping):
            return None
        value = value.get(name)
    return value


def number(value: object) -> float | None:
    """A number, or None for a missing value, which may stand anywhere."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        found = float(value)
    except OverflowError:
        return None
    return found if math.isfinite(found) else None


def temperature(value: object) -> float | None:
    """A temperature in degrees Celsius; None for what no weather has."""
    degrees = number(value)
    return degrees if degrees is not None and COLDEST_C <= degrees <= HOTTEST_C else None


def humidity(value: object) -> float | None:
    """A relative humidity in per cent; None for what no weather has."""
    share = number(value)
    return share if share is not None and 0 <= share <= 100 else None  # noqa: PLR2004 per cent
