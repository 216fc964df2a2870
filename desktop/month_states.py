"""A month of days as a picture: frozen states for the calendar of Today."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMark:
    """What was done on one day."""

    day: date
    words: str
    """The whole day as one sentence, for who hears it."""
    share: float = 0.0
    """Of the goal for drinks that was reached, 0 to 1; 0 where nobody counts."""
    stretched: bool = False
    """The bedtime routine, or another stretch in the evening."""
    moved: bool = False
    """Got up, exercised or rode."""
    cramp: bool = False
    is_ahead: bool = False
    """It is still to come, and cannot be chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthState:
    """One month."""

    title: str
    """``November 2026``."""
    first: date
    """Its first day."""
    days: tuple[DayMark, ...]
    """Every day of the month, in order."""
    chosen: date
    """The day that the window shows."""
    today: date
    drinks: bool = True
    """False where a doctor limits fluids: then the key does not speak of drinking."""
    is_last: bool = True
    """The present month: there is none after it."""
