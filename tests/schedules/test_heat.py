"""The heat index against the published values, the classes and the advice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.heat import BANDS, advice, band, celsius, fahrenheit, heat_index_c, is_beyond_index
from schedules.prompts import Band
from schedules.settings import Effort


@pytest.mark.parametrize(("f", "humidity", "index_f"), [(100, 15, 96), (94, 55, 106), (96, 65, 121), (104, 40, 119)])
def test_published_values(f: float, humidity: float, index_f: float) -> None:
    assert fahrenheit(heat_index_c(celsius(f), humidity)) == pytest.approx(index_f, abs=1)


ELSEWHERE_F = {
    70: (67.41, 68.11, 69.05, 69.99, 70.7),
    79: (77.3, 78.01, 78.95, 79.89, 82.58),
    85: (81.88, 82.85, 86.46, 92.7, 99.11),
    92: (87.77, 90.35, 98.55, 112.18, 125.98),
    98: (93.7, 98.98, 112.78, 134.29, 155.5),
    106: (102.84, 113.65, 137.31, 171.55, 204.17),
    115: (114.84, 134.47, 172.5, 224.09, 271.67),
}
"""At 15, 30, 50, 70 and 85 per cent, by meteocalc 1.1.0, an independent package.

Written down, as it has no wheel to be locked; it knows neither of the two adjustments, so none falls into the table.
"""


@pytest.mark.parametrize("f", ELSEWHERE_F)
def test_an_independent_package_finds_the_same(f: int) -> None:
    found = [fahrenheit(heat_index_c(celsius(f), humidity)) for humidity in (15, 30, 50, 70, 85)]
    assert found == pytest.approx(ELSEWHERE_F[f], abs=0.01)


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


CHART = {
    80: (80, 80, 81, 81, 82, 82, 83, 84, 84, 85, 86, 86, 87),
    86: (85, 87, 88, 89, 91, 93, 95, 97, 100, 102, 105, 108, 112),
    90: (91, 93, 95, 97, 100, 103, 106, 109, 113, 117, 122, 127, 132),
    96: (101, 104, 108, 112, 116, 121, 126, 132),
    100: (109, 114, 118, 124, 129, 136),
    104: (119, 124, 131, 137),
    110: (136,),
}
"""Rows of the chart of the National Weather Service: by temperature, for 40, 45, 50 ... % humidity, all in °F."""


@pytest.mark.parametrize("f", CHART)
def test_the_published_chart(f: int) -> None:
    for humidity, printed in zip(range(40, 101, 5), CHART[f], strict=False):
        # The chart is printed without the adjustment for humid air, and rounded.
        off = 2.8 if humidity > 85 and f <= 87 else 1
        assert fahrenheit(heat_index_c(celsius(f), humidity)) == pytest.approx(printed, abs=off)


@pytest.mark.parametrize("humidity", [-1, 101, float("nan"), float("inf")])
def test_there_is_no_index_without_a_humidity(humidity: float) -> None:
    with pytest.raises(ValueError, match="°C at"):
        heat_index_c(30, humidity)


@pytest.mark.parametrize("temperature_c", [float("nan"), float("inf")])
def test_there_is_no_index_without_a_temperature(temperature_c: float) -> None:
    with pytest.raises(ValueError, match="°C at"):
        heat_index_c(temperature_c, 50)


def test_beyond_its_data_the_index_is_known_to_be_so() -> None:
    assert not is_beyond_index(celsius(110))
    assert is_beyond_index(50)


@given(st.floats(-10, 50), st.floats(0, 100), st.booleans(), st.sampled_from(Effort))
def test_being_new_to_heat_never_lowers_a_class(
    temperature_c: float, humidity: float, sun: bool, effort: Effort
) -> None:
    used = advice(temperature_c, humidity, sun=sun, effort=effort)
    new = advice(temperature_c, humidity, sun=sun, effort=effort, new_to_heat=True)
    raised = BANDS.index(new.advice_band) - BANDS.index(used.advice_band)
    assert 0 <= raised <= 1
    assert BANDS.index(new.advice_band) - BANDS.index(new.band) <= 2
