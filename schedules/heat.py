"""Heat: the heat index of a temperature and a humidity, its class, and the breaks and drinks it asks for."""

from dataclasses import dataclass
from functools import lru_cache
from math import isfinite, sqrt

from schedules.prompts import Band
from schedules.settings import Effort

BAND_FLOORS_F = (
    (125.0, Band.EXTREME_DANGER),
    (103.0, Band.DANGER),
    (90.0, Band.EXTREME_CAUTION),
    (80.0, Band.CAUTION),
)
"""Lower edges in degrees Fahrenheit. Source: NWS heat index chart, current classes."""

BANDS = tuple(Band)
MOST_STEPS = 2
"""Sun, effort and being new to heat raise the advice by so many classes at most, all together."""
HOTTEST_OF_INDEX_F = 112.0
"""Above this temperature the index is carried further than its data. Source: NWS, the range of its dry adjustment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatAdvice:
    """What to do about the heat."""

    heat_index_c: float
    band: Band
    """The plain NWS class."""
    advice_band: Band
    """The class after sun and effort."""
    break_min: int
    """How long a break in the shade or indoors; 0 for none."""
    every_min: int
    """One break in each so many minutes, the break included; 0 for no breaks."""
    drink_ml_per_h: int
    """At most; 0 where nothing beyond the usual is suggested."""


BREAKS = {
    Band.NONE: (0, 0, 0),
    Band.CAUTION: (15, 120, 500),
    Band.EXTREME_CAUTION: (15, 60, 750),
    Band.DANGER: (30, 60, 950),
    Band.EXTREME_DANGER: (45, 60, 950),
}
"""Break minutes, how often, and drinks in ml an hour.

Source: OSHA's proposed heat rule of 2024 (15 min at least every 2 h), NWS advice on work and rest in the sun (15, 30,
45 min an hour), NIOSH publication 2017-126 (24 to 32 fl oz an hour, that is 710 to 950 ml).
"""


GLASS_ML_PER_MIN = 250 / 15
"""A cup in a quarter of an hour. Source: NIOSH publication 2017-126, 8 fl oz every 15 to 20 minutes."""
AT_ONCE_ML = 500
"""Never more in one go. Source: NIOSH publication 2017-126, little and often beats much at once."""


def break_ml(advice: HeatAdvice) -> int:
    """How much to drink in one break."""
    return min(round(advice.break_min * GLASS_ML_PER_MIN / 50) * 50, AT_ONCE_ML)


def fahrenheit(celsius: float) -> float:
    """Degrees Celsius in degrees Fahrenheit."""
    return celsius * 9 / 5 + 32


def celsius(fahrenheit: float) -> float:
    """Degrees Fahrenheit in degrees Celsius."""
    return (fahrenheit - 32) * 5 / 9


@lru_cache(maxsize=512)
def heat_index_c(temperature_c: float, humidity_pct: float) -> float:
    """How warm it feels in the shade with a light wind.

    Args:
        temperature_c: Dry bulb, in the shade.
        humidity_pct: Relative humidity, 0 to 100.

    Returns:
        The heat index in degrees Celsius; below 80 °F it stays close to the temperature.

    Raises:
        ValueError: There is no such temperature or humidity.

    Source:
        NWS Weather Prediction Center, "The Heat Index Equation" (Rothfusz 1990, with both adjustments). The simple
        formula printed there is the average with the temperature already.
    """
    if not (isfinite(temperature_c) and 0 <= humidity_pct <= 100):  # noqa: PLR2004 per cent
        raise ValueError(f"{temperature_c} °C at {humidity_pct} %")
    t, rh = fahrenheit(temperature_c), humidity_pct
    simple = 0.5 * (t + 61.0 + (t - 68.0) * 1.2 + rh * 0.094)
    return celsius(simple if simple < 80 else _rothfusz_f(t, rh))  # noqa: PLR2004 the switch of the published rule


def _rothfusz_f(t: float, rh: float) -> float:
    index = (
        -42.379
        + 2.04901523 * t
        + 10.14333127 * rh
        - 0.22475541 * t * rh
        - 0.00683783 * t * t
        - 0.05481717 * rh * rh
        + 0.00122874 * t * t * rh
        + 0.00085282 * t * rh * rh
        - 0.00000199 * t * t * rh * rh
    )
    if rh < 13 and 80 <= t <= 112:  # noqa: PLR2004 the range of the published adjustment
        return index - ((13 - rh) / 4) * sqrt((17 - abs(t - 95)) / 17)
    if rh > 85 and 80 <= t <= 87:  # noqa: PLR2004 the range of the published adjustment
        return index + ((rh - 85) / 10) * ((87 - t) / 5)
    return index


@lru_cache(maxsize=512)
def band(index_c: float) -> Band:
    """The NWS class of a heat index in degrees Celsius."""
    index_f = round(fahrenheit(index_c), 6)
    return next((band for floor, band in BAND_FLOORS_F if index_f >= floor), Band.NONE)


def raised(plain: Band, steps: int) -> Band:
    """A class so many steps up, within what is allowed; where the heat asks for nothing it stays."""
    if plain is Band.NONE:
        return plain
    return BANDS[min(BANDS.index(plain) + min(steps, MOST_STEPS), len(BANDS) - 1)]


def is_beyond_index(temperature_c: float) -> bool:
    """Whether a temperature lies above what the index was made from, so that it may say too little."""
    return fahrenheit(temperature_c) > HOTTEST_OF_INDEX_F


def advice(
    temperature_c: float,
    humidity_pct: float,
    *,
    sun: bool = False,
    effort: Effort = Effort.MODERATE,
    new_to_heat: bool = False,
) -> HeatAdvice:
    """What a person outside needs.

    Args:
        temperature_c: Dry bulb, in the shade.
        humidity_pct: Relative humidity, 0 to 100.
        sun: In direct sun; counts one class up, as full sun can add 15 °F.
        effort: Hard effort counts one class up too.
        new_to_heat: The body is not used to it, as on the first hot days; one class up.

    Returns:
        The classes, breaks and drinks. None of the three ever lowers a class.

    Raises:
        ValueError: There is no such temperature or humidity.

    Source:
        CDC/NIOSH Heat Safety Tool (sun); OSHA, "Using the Heat Index" (sun and effort); OSHA, "Protecting New
        Workers" (the first days are the most dangerous ones).
    """
    index_c = heat_index_c(temperature_c, humidity_pct)
    plain = band(index_c)
    counts_as = raised(plain, sun + (effort is Effort.HARD) + new_to_heat)
    break_min, every_min, drink_ml_per_h = BREAKS[counts_as]
    return HeatAdvice(
        heat_index_c=index_c,
        band=plain,
        advice_band=counts_as,
        break_min=break_min,
        every_min=every_min,
        drink_ml_per_h=drink_ml_per_h,
    )
