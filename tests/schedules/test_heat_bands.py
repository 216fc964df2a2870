"""The bands for work, the second measure, and the class that does not flicker."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.heat import BANDS, band, celsius
from schedules.heat_bands import WorkBand, estimated_wbgt_c, steady_band, work_band
from schedules.prompts import Band


@pytest.mark.parametrize(
    ("index_f", "found"),
    [
        (90.9, WorkBand.LOWER),
        (91, WorkBand.MODERATE),
        (102.9, WorkBand.MODERATE),
        (103, WorkBand.HIGH),
        (115, WorkBand.HIGH),
        (115.1, WorkBand.VERY_HIGH),
    ],
)
def test_edges_of_the_bands_for_work(index_f: float, found: WorkBand) -> None:
    assert work_band(celsius(index_f)) is found


@pytest.mark.parametrize(
    ("temperature_c", "humidity", "wbgt_c"),
    # Worked by hand from the formula: the vapour pressure at 30 °C is 42.4 hPa, at 20 °C 23.3 hPa, at 40 °C 73.7 hPa.
    [(30, 50, 29.3), (20, 50, 19.9), (30, 100, 37.6), (40, 20, 32.4), (30, 0, 20.95)],
)
def test_the_second_measure_is_that_of_the_formula(temperature_c: float, humidity: float, wbgt_c: float) -> None:
    assert estimated_wbgt_c(temperature_c, humidity) == pytest.approx(wbgt_c, abs=0.1)


@given(st.sampled_from(Band), st.floats(60, 140))
def test_a_class_rises_at_once_and_never_falls_for_less_than_the_slack(before: Band, index_f: float) -> None:
    now = band(celsius(index_f))
    shown = steady_band(before, celsius(index_f))
    assert BANDS.index(shown) >= BANDS.index(now)
    assert BANDS.index(shown) <= max(BANDS.index(before), BANDS.index(now))


def test_a_class_falls_when_the_index_is_clearly_lower() -> None:
    assert steady_band(Band.DANGER, celsius(101.5)) is Band.DANGER
    assert steady_band(Band.DANGER, celsius(100.9)) is Band.EXTREME_CAUTION
    assert steady_band(Band.DANGER, celsius(70)) is Band.NONE
    assert steady_band(Band.NONE, celsius(90)) is Band.EXTREME_CAUTION


def test_wobbling_around_an_edge_changes_what_is_shown_once() -> None:
    shown, seen = Band.CAUTION, []
    for index_f in (89.5, 90.2, 89.4, 90.1, 88.5, 90.9):
        shown = steady_band(shown, celsius(index_f))
        seen.append(shown)
    assert seen == [Band.CAUTION, *[Band.EXTREME_CAUTION] * 5]
