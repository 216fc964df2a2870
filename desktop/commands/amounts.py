"""Reads amounts as people type them: volumes, temperatures, humidity, ratings and spans of time."""

import re
from datetime import timedelta

from desktop.errors import UsageError
from desktop.wording.catalog import _

NUMBER = r"(\d{1,6}(?:[.,]\d{1,6})?|[.,]\d{1,6})"

ML_PER = {
    "ml": 1.0,
    "cl": 10.0,
    "dl": 100.0,
    "l": 1000.0,
    "litre": 1000.0,
    "liter": 1000.0,
    "oz": 29.5735,
    "floz": 29.5735,
    "cup": 236.588,
}
"""Source: NIST Handbook 44, appendix C: US fluid ounce and cup of eight of them."""
LARGEST_DRINK_ML = 3000

COLDEST_C, HOTTEST_C = -60.0, 60.0

SECONDS_PER = {
    "s": 1,
    "sec": 1,
    "second": 1,
    "m": 60,
    "min": 60,
    "minute": 60,
    "h": 3600,
    "hour": 3600,
    "d": 86400,
    "day": 86400,
}
PART = re.compile(r"(\d{1,6})\s*([a-z]+)\s*")

WORST = 10


class AmountError(UsageError):
    """An amount that cannot be read or lies outside what is allowed."""


def quoted(text: str) -> str:
    """What a person typed, fit for one line of a message."""
    line = " ".join(text.split())
    return f"“{line[:40]}…”" if len(line) > 40 else f"“{line}”"  # noqa: PLR2004 one line holds that and a sentence


def volume_ml(text: str) -> int:
    """A volume in whole millilitres.

    Args:
        text: For example ``250ml``, ``0.25 l``, ``1cup``, ``8 oz``.

    Raises:
        AmountError: It is no volume, or not between 1 and 3,000 ml.
    """
    found = re.fullmatch(NUMBER + r"\s*(fl\.?\s*oz|[a-z]+?)s?", _plain(text))
    unit = re.sub(r"[.\s]", "", found[2]) if found else ""
    if found is None or unit not in ML_PER:
        raise AmountError(
            _("{text} is not an amount to drink.").format(text=quoted(text)),
            _("Write it as 250ml, 0.25l, 1cup or 8oz."),
        )
    volume = round(_number(found[1]) * ML_PER[unit])
    if not 1 <= volume <= LARGEST_DRINK_ML:
        raise AmountError(
            _("{text} is outside what can be logged at once.").format(text=quoted(text)),
            _("Allowed is 1 to {most} ml.").format(most=LARGEST_DRINK_ML),
        )
    return volume


def temperature_c(text: str) -> float:
    """A temperature in degrees Celsius.

    Args:
        text: For example ``34C``, ``93F``, ``34 °C``.

    Raises:
        AmountError: It is no temperature, has no unit, or no weather was ever like it.
    """
    found = re.fullmatch("([-\u2212]?)" + NUMBER + r"\s*°?([cf])", _plain(text))
    if found is None:
        raise AmountError(
            _("{text} is not a temperature.").format(text=quoted(text)), _("Write it with its unit: 34C or 93F.")
        )
    degrees = _number(found[2]) * (-1 if found[1] else 1)
    in_c = degrees if found[3] == "c" else (degrees - 32) * 5 / 9
    if not COLDEST_C <= in_c <= HOTTEST_C:
        raise AmountError(
            _("{text} is outside the range of weather.").format(text=quoted(text)),
            _("Allowed is -60 to 60 °C, -76 to 140 °F."),
        )
    return in_c


def humidity_pct(text: str) -> float:
    """A relative humidity, 0 to 100.

    Raises:
        AmountError: It is not a number from 0 to 100.
    """
    found = re.fullmatch(NUMBER + r"\s*%?", _plain(text))
    if found is None or _number(found[1]) > 100:  # noqa: PLR2004 per cent
        raise AmountError(
            _("{text} is not a relative humidity.").format(text=quoted(text)), _("Write a number from 0 to 100.")
        )
    return _number(found[1])


def rating(text: str) -> int:
    """A numeric rating, 0 to 10.

    Raises:
        AmountError: It is not a whole number from 0 to 10.
    """
    if not re.fullmatch(r"\d{1,2}", text.strip()) or int(text) > WORST:
        raise AmountError(
            _("{text} is not a rating.").format(text=quoted(text)),
            _("Write a whole number from 0, none, to 10, worst."),
        )
    return int(text)


def span(text: str) -> timedelta:
    """A span of time.

    Args:
        text: For example ``30m``, ``2h``, ``1h30m``, ``90 s``, ``10 minutes``.

    Raises:
        AmountError: It is no span, or none at all.
    """
    words = _plain(text)
    parts = PART.findall(words) if re.fullmatch(f"(?:{PART.pattern})+", words) else []
    seconds = [int(count) * SECONDS_PER.get(unit, SECONDS_PER.get(unit.removesuffix("s"), 0)) for count, unit in parts]
    if not parts or 0 in seconds:
        raise AmountError(_("{text} is not a length of time.").format(text=quoted(text)), _("Write it as 30m or 2h."))
    return timedelta(seconds=sum(seconds))


def _plain(text: str) -> str:
    return text.strip().lower()


def _number(text: str) -> float:
    return float(text.replace(",", "."))
