"""The emergency number by country."""

import pytest

from schedules.guides.emergency import ANYWHERE, EmergencyNumber, emergency_number, parse_emergency_numbers
from schedules.guides.table import Fault, GuideError
from tests.schedules.guides import shelf

EU = [
    "AT",
    "BE",
    "BG",
    "HR",
    "CY",
    "CZ",
    "DE",
    "DK",
    "EE",
    "ES",
    "FI",
    "FR",
    "GR",
    "HU",
    "IE",
    "IT",
    "LT",
    "LU",
    "LV",
    "MT",
    "NL",
    "PL",
    "PT",
    "RO",
    "SE",
    "SI",
    "SK",
]


@pytest.mark.parametrize("country", EU)
def test_112_works_all_over_the_union(country: str) -> None:
    assert emergency_number(shelf.emergency_numbers(), country).number == "112"


@pytest.mark.parametrize(
    ("country", "number"),
    [("US", "911"), ("CA", "911"), ("GB", "999"), ("AU", "000"), ("NZ", "111"), ("JP", "119"), ("IN", "112")],
)
def test_the_number_of_a_country(country: str, number: str) -> None:
    assert emergency_number(shelf.emergency_numbers(), country).number == number
    assert emergency_number(shelf.emergency_numbers(), country.lower()).country == country


@pytest.mark.parametrize("country", [None, "", "XX", "atlantis"])
def test_elsewhere_it_is_a_good_guess(country: str | None) -> None:
    found = emergency_number(shelf.emergency_numbers(), country)
    assert (found, found.number, found.country) == (ANYWHERE, "112", None)


def test_irish_and_british_numbers_both_work() -> None:
    assert emergency_number(shelf.emergency_numbers(), "IE").also == ("999",)
    assert emergency_number(shelf.emergency_numbers(), "GB").also == ("112",)


@pytest.mark.parametrize(
    ("text", "key", "fault"),
    [
        ('id = "usa"\nnumber = "911"', "id", Fault.NOT_ALLOWED),
        ('id = "US"\nnumber = "nine"', "number", Fault.NOT_ALLOWED),
        ('id = "US"\nnumber = 911', "number", Fault.NOT_ALLOWED),
        ('id = "US"\nnumber = "911"\nalso = ["x"]', "also", Fault.NOT_ALLOWED),
        ('id = "US"\nnumber = "911"\nalso = "112"', "also", Fault.NOT_ALLOWED),
        ('id = "US"', "number", Fault.MISSING),
    ],
)
def test_what_is_wrong_is_told(text: str, key: str, fault: Fault) -> None:
    with pytest.raises(GuideError) as caught:
        parse_emergency_numbers(f"[[country]]\n{text}\n", "emergency.toml")
    assert [(problem.key, problem.fault) for problem in caught.value.problems] == [(key, fault)]


def test_an_entry_is_read() -> None:
    assert parse_emergency_numbers('[[country]]\nid = "AA"\nnumber = "12"\nalso = ["34"]\n', "e.toml") == (
        EmergencyNumber(country="AA", number="12", also=("34",)),
    )
