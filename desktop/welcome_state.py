"""What the first minute shows: its steps, and what became of the sample."""

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from schedules.welcome import Answers


class Step(IntEnum):
    """The steps, in their order."""

    HELLO = 0
    WHEN = 1
    FACTS = 2
    HABITS = 3
    SAMPLE = 4


class Wish(StrEnum):
    """What a person asks of the first minute."""

    NEXT = "next"
    SKIP = "skip"
    BACK = "back"
    LEAVE = "leave"
    SAMPLE = "sample"
    HELP = "help"


@dataclass(frozen=True, slots=True, kw_only=True)
class WelcomeState:
    """One moment of the first minute."""

    step: Step = Step.HELLO
    answers: Answers = field(default_factory=Answers)
    sampled_by: str | None = None
    """The notifier that shows the sample, as ``uncramp status`` names it; None before it was asked for."""
    tray: bool = True
    """The desktop shows Uncramp's icon."""
    at_sign_in: bool = False
    """Uncramp starts when the person signs in."""
