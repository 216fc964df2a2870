"""Numbers as people type them into a field: with a comma or a point, with or without their unit."""

import re

from schedules.heat import celsius
from schedules.settings import Units

COLDEST_C, HOTTEST_C = -60.0, 60.0
"""Beyond these no weather was ever."""
_NUMBER = re.compile(r"([-+\u2212]?)\s*(\d{1,4}(?:[.,]\d{1,6})?|[.,]\d{1,6})\s*(?:°?\s*([cf])|%|°)?", re.IGNORECASE)


def temperature_c(typed: str, units: Units) -> float | None:
    """A temperature in degrees Celsius; None for what is none. A unit that was typed counts more than the field's."""
    number, unit = _read(typed)
    if number is None:
        return None
    in_fahrenheit = unit == "f" or (not unit and units is Units.US)
    degrees = celsius(number) if in_fahrenheit else number
    return round(degrees, 2) if COLDEST_C <= degrees <= HOTTEST_C else None


def humidity_pct(typed: str) -> float | None:
    """A relative humidity; None for what is none."""
    number, unit = _read(typed)
    return number if number is not None and not unit and 0 <= number <= 100 else None  # noqa: PLR2004 per cent


def degrees(typed: str, most: int) -> float | None:
    """A latitude or longitude to two decimals; None for what is none."""
    number, unit = _read(typed)
    return round(number, 2) if number is not None and not unit and abs(number) <= most else None


def _read(typed: str) -> tuple[float | None, str]:
    found = _NUMBER.fullmatch(typed.strip())
    if found is None:
        return None, ""
    number = float(found[2].replace(",", "."))
    return -number if found[1] in {"-", "\u2212"} else number, (found[3] or "").lower()
