"""Numbers as people type them."""

import pytest

from desktop.typed_numbers import degrees, humidity_pct, temperature_c
from schedules.settings import Units


@pytest.mark.parametrize(
    ("typed", "units", "celsius"),
    [
        ("34", Units.METRIC, 34.0),
        (" 34,5 °C ", Units.METRIC, 34.5),
        ("93.2", Units.US, 34.0),
        ("93.2F", Units.METRIC, 34.0),
        ("34 c", Units.US, 34.0),
        ("-5", Units.METRIC, -5.0),
        ("\u22125", Units.METRIC, -5.0),
        ("61", Units.METRIC, None),
        ("141", Units.US, None),
        ("", Units.METRIC, None),
        ("1e9", Units.METRIC, None),
        ("34 35", Units.METRIC, None),
    ],
)
def test_a_temperature(typed: str, units: Units, celsius: float | None) -> None:
    assert temperature_c(typed, units) == celsius


@pytest.mark.parametrize(
    ("typed", "share"), [("60", 60.0), ("60 %", 60.0), ("0", 0.0), ("100", 100.0), ("100.1", None), ("60C", None)]
)
def test_a_humidity(typed: str, share: float | None) -> None:
    assert humidity_pct(typed) == share


@pytest.mark.parametrize(
    ("typed", "most", "found"), [("48.1372", 90, 48.14), ("-90", 90, -90.0), ("90.01", 90, None), ("12F", 180, None)]
)
def test_a_latitude(typed: str, most: int, found: float | None) -> None:
    assert degrees(typed, most) == found
