"""The pace of drinking through a day: a little front-loaded, from wake to some hours before bed."""

from dataclasses import dataclass
from datetime import datetime
from math import sqrt

FRONT_LOAD = 0.2
"""How much faster than even the pace begins, and slower it ends: 1.2 and 0.8 times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How much of the goal belongs to which moment."""

    start_at: datetime
    end_at: datetime
    goal_ml: int

    def due_ml(self, at: datetime) -> float:
        """What the pace expects by a moment, in millilitres."""
        x = min(max((at - self.start_at) / (self.end_at - self.start_at), 0.0), 1.0)
        return self.goal_ml * x * (1 + FRONT_LOAD * (1 - x))

    def reaches_at(self, volume_ml: float) -> datetime | None:
        """When the pace expects a volume; None when that is more than the day's goal."""
        share = volume_ml / self.goal_ml
        if share > 1:
            return None
        rise = 1 + FRONT_LOAD
        x = (rise - sqrt(rise * rise - 4 * FRONT_LOAD * share)) / (2 * FRONT_LOAD)
        return self.start_at + (self.end_at - self.start_at) * min(x, 1.0)
