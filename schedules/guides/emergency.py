"""The number to call for an ambulance, by country."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from schedules.guides.table import Fault, Table, read_entries

COUNTRY = re.compile(r"[A-Z]{2}")
NUMBER = re.compile(r"[0-9]{2,6}")
_OWN = re.compile(r"\+?[0-9][0-9 ]{1,14}")


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyNumber:
    """The number to call for an ambulance."""

    country: str | None = None
    """Two letters, ISO 3166-1; None where the country is not known, so that the number is only a good guess."""
    number: str = "112"
    also: tuple[str, ...] = ()
    """Other numbers that work."""


ANYWHERE = EmergencyNumber()
"""Say "112 or your local number". Source: 3GPP TS 22.101: mobile phones take 112 for an emergency call everywhere."""


def parse_emergency_numbers(text: str, file_name: str) -> tuple[EmergencyNumber, ...]:
    """Read the ``[[country]]`` tables of a file.

    Raises:
        GuideError: Something is wrong; it holds every problem.
    """
    return read_entries(text, file_name, "country", _number)


def emergency_number(numbers: Iterable[EmergencyNumber], country: str | None) -> EmergencyNumber:
    """The number of a country, told by its two letters in any case; `ANYWHERE` where it is not known."""
    code = (country or "").upper()
    return next((number for number in numbers if number.country == code), ANYWHERE)


def is_callable(typed: str) -> bool:
    """Whether what a person typed is a number that can be called: their own may be a doctor's."""
    return _OWN.fullmatch(typed) is not None


def _number(table: Table) -> EmergencyNumber:
    table.require("id", "number")
    country, number, also = table.text("id"), table.text("number"), table.texts("also")
    if country and not COUNTRY.fullmatch(country):
        table.note("id", Fault.NOT_ALLOWED, "two capital letters")
    for key, values in (("number", (number,)), ("also", also)):
        if any(value and not NUMBER.fullmatch(value) for value in values):
            table.note(key, Fault.NOT_ALLOWED, "2 to 6 digits")
    return EmergencyNumber(country=country, number=number, also=also)
