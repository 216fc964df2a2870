"""A weather forecast as the planner sees it: hours with a temperature and a humidity."""

from dataclasses import dataclass
from datetime import datetime, timedelta

OLD_AFTER = timedelta(hours=3)
"""Weather that was fetched or typed longer ago decides nothing any more."""


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
    sun: bool | None = None
    """Whether a person said that they are in the sun; None leaves it to the radiation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The hours of a forecast in the order of time; hours with a missing value are left out."""

    hours: tuple[WeatherHour, ...]
    fetched_at: datetime | None = None
    """Aware; None for a forecast that was named for a plan and does not age."""

    def is_old_at(self, now: datetime) -> bool:
        """Whether it is too old to decide anything at a moment. One from the future, after a clock change, is old."""
        return self.fetched_at is not None and not -OLD_AFTER <= now - self.fetched_at < OLD_AFTER
