"""The pace of drinking through a day: a little front-loaded, from wake to some hours before bed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from math import sqrt

from schedules.wall_clock import HOUR

FRONT_LOAD = 0.2
"""How much faster than even the pace begins, and slower it ends: 1.2 and 0.8 times."""


SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rise:
    """A time in which more is drunk than usual: time spent in the heat."""

    start_at: datetime
    end_at: datetime
    ml_per_h: float

    def by(self, at: datetime) -> float:
        """What it has added by a moment, in millilitres."""
        return max((min(at, self.end_at) - self.start_at) / HOUR, 0.0) * self.ml_per_h


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How much of the goal belongs to which moment."""

    start_at: datetime
    end_at: datetime
    goal_ml: int
    rises: tuple[Rise, ...] = ()
    """On top of the goal."""

    @property
    def total_ml(self) -> float:
        """The goal and what the heat adds."""
        return self.goal_ml + sum(rise.by(self.end_at) for rise in self.rises)

    def due_ml(self, at: datetime) -> float:
        """What the pace expects by a moment, in millilitres."""
        x = min(max((at - self.start_at) / (self.end_at - self.start_at), 0.0), 1.0)
        usual = self.goal_ml * x * (1 + FRONT_LOAD * (1 - x))
        return usual + sum(rise.by(min(at, self.end_at)) for rise in self.rises)

    def reaches_at(self, volume_ml: float) -> datetime | None:
        """When the pace expects a volume; None when that is more than the day's goal."""
        if volume_ml > self.total_ml:
            return None
        if self.rises:
            return _found(self, volume_ml)
        share = volume_ml / self.goal_ml
        rise = 1 + FRONT_LOAD
        x = (rise - sqrt(rise * rise - 4 * FRONT_LOAD * share)) / (2 * FRONT_LOAD)
        return self.start_at + (self.end_at - self.start_at) * min(x, 1.0)


@lru_cache(maxsize=512)
def _found(pace: Pace, volume_ml: float) -> datetime:
    """The first whole second at which the pace expects a volume; it never falls, so halving finds it.

    Kept, for a plan asks the same again for each of its prompts.
    """
    low, high = 0, (pace.end_at - pace.start_at) // SECOND
    while low < high:
        middle = (low + high) // 2
        if pace.due_ml(pace.start_at + middle * SECOND) >= volume_ml:
            high = middle
        else:
            low = middle + 1
    return pace.start_at + low * SECOND
