"""The heat's other scales: bands for work, a second measure of heat stress, and a class that does not flicker."""

from enum import StrEnum
from math import exp

from schedules.heat import BANDS, band, celsius, fahrenheit
from schedules.prompts import Band

SLACK_F = 2.0
"""A class is left only when the index is so far below its floor.

Source: the published rule jumps by up to 1.6 °F where its two formulas meet (computed); a margin above.
"""


class WorkBand(StrEnum):
    """How dangerous work in the heat is. Source: OSHA, "Using the Heat Index: A Guide for Employers"."""

    LOWER = "lower"
    MODERATE = "moderate"
    HIGH = "high"
    VERY_HIGH = "very-high"


WORK_FLOORS_F = ((91.0, WorkBand.MODERATE), (103.0, WorkBand.HIGH))
WORK_ABOVE_F = 115.0
"""The last band begins above this, not at it."""


def work_band(index_c: float) -> WorkBand:
    """The band for work of a heat index in degrees Celsius."""
    index_f = round(fahrenheit(index_c), 6)
    if index_f > WORK_ABOVE_F:
        return WorkBand.VERY_HIGH
    return next((band for floor, band in reversed(WORK_FLOORS_F) if index_f >= floor), WorkBand.LOWER)


def steady_band(before: Band, index_c: float) -> Band:
    """The class to keep on show: it rises at once, and falls only when the index is clearly below its floor.

    Args:
        before: The class on show.
        index_c: The heat index now, in degrees Celsius.
    """
    found = band(index_c)
    if BANDS.index(found) >= BANDS.index(before):
        return found
    with_slack = band(celsius(fahrenheit(index_c) + SLACK_F))
    return min(before, with_slack, key=BANDS.index)


def estimated_wbgt_c(temperature_c: float, humidity_pct: float) -> float:
    """A rough wet-bulb globe temperature, a second opinion beside the heat index.

    It is a screening figure from temperature and humidity alone: sun and wind are not in it.

    Args:
        temperature_c: Dry bulb, in the shade.
        humidity_pct: Relative humidity, 0 to 100.

    Returns:
        The estimate in degrees Celsius.

    Source:
        American College of Sports Medicine, 1984, doi 10.1080/00913847.1984.11701899, in the form that the Australian
        Bureau of Meteorology publishes.
    """
    vapour_hpa = humidity_pct / 100 * 6.105 * exp(17.27 * temperature_c / (237.7 + temperature_c))
    return 0.567 * temperature_c + 0.393 * vapour_hpa + 3.94
