"""A weather forecast as the planner sees it: hours with a temperature and a humidity."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from schedules.wall_clock import HOUR

OLD_AFTER = timedelta(hours=3)
"""Weather that was fetched or typed longer ago decides nothing any more."""
REMEMBERED = timedelta(days=8)
"""How far back past weather is of use: a week, and the night before it."""


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


def _start_at(hour: WeatherHour) -> datetime:
    return hour.start_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The hours of a forecast in the order of time; hours with a missing value are left out."""

    hours: tuple[WeatherHour, ...]
    fetched_at: datetime | None = None
    """Aware; None for a forecast that was named for a plan and does not age."""

    def between(self, start_at: datetime, end_at: datetime) -> tuple[WeatherHour, ...]:
        """The hours that lie in a time, or reach into it."""
        first = bisect_right(self.hours, start_at - HOUR, key=_start_at)
        return self.hours[first : bisect_left(self.hours, end_at, lo=first, key=_start_at)]

    def is_old_at(self, now: datetime) -> bool:
        """Whether it is too old to decide anything at a moment. One from the future, after a clock change, is old."""
        return self.fetched_at is not None and not -OLD_AFTER <= now - self.fetched_at < OLD_AFTER

    def after(self, earlier: "Forecast | None") -> "Forecast":
        """This forecast, with what an earlier one knew of the time before it; not more than is ever looked at."""
        if earlier is None or not self.hours:
            return self
        first_at = self.hours[0].start_at
        kept = (hour for hour in earlier.hours if first_at - REMEMBERED <= hour.start_at < first_at)
        return replace(self, hours=(*kept, *self.hours))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a person read off a thermometer of their own."""

    at: datetime
    """Aware."""
    temperature_c: float
    humidity_pct: float
    sun: bool = False
    """They are in direct sun."""

    def forecast(self) -> Forecast:
        """The reading as weather that stays as it is until it is too old."""
        hours = range(OLD_AFTER // HOUR)
        return Forecast(
            hours=tuple(
                WeatherHour(
                    start_at=self.at + n * HOUR,
                    temperature_c=self.temperature_c,
                    humidity_pct=self.humidity_pct,
                    sun=self.sun,
                )
                for n in hours
            ),
            fetched_at=self.at,
        )
