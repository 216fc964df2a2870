"""What the relief window and *When to get help* show: frozen states made outside of them."""

from dataclasses import dataclass, field
from datetime import timedelta

from schedules.guides.advice import FlagWords
from schedules.guides.emergency import ANYWHERE, EmergencyNumber
from schedules.guides.ice import IceState
from schedules.guides.red_flags import Assessment
from schedules.guides.relief_state import ReliefState
from schedules.history import Cramp, Muscle, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The answer to "Where is it?"."""

    muscle: Muscle
    side: Side | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person changes in a record that was kept for them."""

    where: Where
    lasted: timedelta | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpView:
    """*When to get help*."""

    number: EmergencyNumber = ANYWHERE
    is_own: bool = False
    """The person set the number."""
    flags: tuple[FlagWords, ...] = ()
    """Every sign that asks for help, in words."""
    assessment: Assessment = field(default_factory=Assessment)
    """What the flags that were said to be true come to."""
    worse: bool = False
    """Something that was tried made it worse."""
    limits_fluids: bool = False
    """A doctor limits the fluids: nothing is said of drinking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliefView:
    """The relief window."""

    state: ReliefState
    at_night: bool = False
    usual: Where
    """What a bare Enter chooses: as last time."""
    help: HelpView = field(default_factory=HelpView)
    night_note: str = ""
    """To be read before one gets up; empty by day."""
    ice: IceState | None = None
    """The cold pack's timer, while it runs."""
    record: Cramp | None = None
    """What was kept, at the end."""
    is_kept: bool = True
    """Whether all of it is in the store."""
