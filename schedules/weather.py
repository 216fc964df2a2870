"""A weather forecast as the planner sees it: hours with a temperature and a humidity."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class WeatherHour:
    """One hour of a forecast."""

    start_at: datetime
    """Aware; the hour lasts until one hour later."""
    temperature_c: float
    """Dry bulb, in the shade."""
    humidity_pct: float
    """Relative, 0 to 100."""
    solar_w_m2: float | None = None
    """Mean shortwave radiation of the hour; None where the source has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The hours of a forecast in the order of time; hours with a missing value are left out."""

    hours: tuple[WeatherHour, ...]
    fetched_at: datetime | None = None
