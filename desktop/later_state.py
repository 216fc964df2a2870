"""What the window "Why later?" shows: frozen states made outside of it."""

from dataclasses import dataclass

from schedules.history import LaterWhy
from schedules.settings import Weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterQuestion:
    """The question."""

    title: str
    """What was put off."""
    already: str
    """What becomes of it without an answer."""
    whys: tuple[LaterWhy, ...]
    today: Weekday
    minutes: int = 20
    """The number that stands in the field at first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterAnswer:
    """What the answer has done, and what can follow."""

    line: str
    sore: bool = False
    """Offer the gentle routine, the relief, and when to get help."""
    gentle: bool = True
    """There is a routine to be gentle with."""
    day_off: bool = False
    """It can be taken back."""
    proposal: str = ""
    """One sentence to say yes or no to; empty where nothing is proposed."""
