"""The heat index against the published values, the classes and the advice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.heat import BANDS, advice, band, celsius, fahrenheit, heat_index_c
from schedules.prompts import Band
from schedules.settings import Effort


@pytest.mark.parametrize(("f", "humidity", "index_f"), [(100, 15, 96), (94, 55, 106), (96, 65, 121), (104, 40, 119)])
def test_published_values(f: float, humidity: float, index_f: float) -> None:
    assert fahrenheit(heat_index_c(celsius(f), humidity)) == pytest.approx(index_f, abs=1)


def test_below_80_it_stays_near_the_temperature() -> None:
    assert heat_index_c(20, 50) == pytest.approx(19.4, abs=0.1)


@pytest.mark.parametrize(
    ("index_f", "found"),
    [
        (79.9, Band.NONE),
        (80, Band.CAUTION),
        (90, Band.EXTREME_CAUTION),
        (103, Band.DANGER),
        (124.9, Band.DANGER),
        (125, Band.EXTREME_DANGER),
    ],
)
def test_edges_of_the_classes(index_f: float, found: Band) -> None:
    assert band(celsius(index_f)) is found


@given(st.floats(-10, 50), st.floats(0, 100), st.booleans(), st.sampled_from(Effort))
def test_sun_or_effort_never_lowers_a_class(temperature_c: float, humidity: float, sun: bool, effort: Effort) -> None:
    plain = advice(temperature_c, humidity, effort=Effort.LIGHT)
    found = advice(temperature_c, humidity, sun=sun, effort=effort)
    assert BANDS.index(found.advice_band) >= BANDS.index(plain.advice_band)
    assert found.band is plain.band
    assert found.drink_ml_per_h < 1400
