"""The phases of the relief, what is tried in each, and what is known of the person."""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from schedules.guides.routine import Action, Limit
from schedules.history import Muscle, Side

WHERE_CHOICES = tuple(
    (muscle, side)
    for muscle in (Muscle.HAMSTRING, Muscle.CALF, Muscle.FOOT, Muscle.FRONT_THIGH)
    for side in (Side.LEFT, Side.RIGHT)
)
"""One press each, keys 1 to 8, leads to the first instruction; 9 is `Muscle.OTHER` without a side."""


class ReliefPhase(StrEnum):
    """What is on show."""

    WHERE = "where"
    """Where is it, and on the same screen: is one of these true?"""
    STRETCH = "stretch"
    MASSAGE = "massage"
    WARMTH = "warmth"
    COLD = "cold"
    """What to do if it is sore later, with the ice timer."""
    HELP = "help"
    """When to get help, and the emergency number."""
    LOGGED = "logged"
    """The end: what was noted."""


class Feeling(StrEnum):
    """The answer while something is tried."""

    EASING = "easing"
    SAME = "same"
    WORSE = "worse"


ACTION_OF = MappingProxyType(
    {
        ReliefPhase.STRETCH: Action.STRETCH,
        ReliefPhase.MASSAGE: Action.MASSAGE,
        ReliefPhase.WARMTH: Action.WARMTH,
        ReliefPhase.COLD: Action.COLD,
    }
)
"""What is tried in a phase; the others are not here."""
ORDER = (ReliefPhase.WHERE, *ACTION_OF, ReliefPhase.LOGGED)
"""The way through; help lies beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What is known of the person and does not change meanwhile."""

    at_night: bool = False
    pregnant: bool = False
    over_65: bool = False
    limits: frozenset[Limit] = frozenset()
