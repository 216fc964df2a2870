"""What the relief shows of a cramp at a moment: pure, but for the texts that are read when they are first wanted."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from desktop.helping import Helping
from desktop.journal import Journal
from desktop.relief_texts import help_texts
from desktop.relief_view import HelpView, ReliefView, Where
from schedules.guides.ice import IceState
from schedules.guides.limits import limits_of
from schedules.guides.relief import Relief
from schedules.guides.relief_course import Person, ReliefPhase
from schedules.guides.relief_state import ReliefState, relief_state_at
from schedules.guides.routine import Action, Limit, Place
from schedules.history import Cramp
from schedules.waking_day import holding

_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What there is beside the cramp itself."""

    usual: Where
    """What was chosen last time."""
    ice: IceState | None
    record: Cramp | None
    """As it is kept."""
    is_kept: bool
    is_late_help: bool
    """Help lies over what was noted."""


def person_of(journal: Journal, now: datetime) -> Person:
    """What the settings know; nothing here waits for anything."""
    settings = journal.settings()
    asleep = holding(settings, now, journal.zone()) is None
    limits = limits_of(settings.you) | journal.body
    return Person(at_night=asleep, pregnant=Limit.PREGNANT in limits, limits=limits)


def view_of(relief: Relief, now: datetime, helping: Helping, around: Around) -> ReliefView:
    """A cramp at an aware moment, with all that the window says of it."""
    state = relief_state_at(relief, now)
    if around.is_late_help:
        state = replace(state, phase=ReliefPhase.HELP, may_go_back=True, may_unflag=False)
    return ReliefView(
        state=replace(state, remaining=_up(state.remaining), so_far=state.so_far // _SECOND * _SECOND),
        at_night=relief.person.at_night,
        usual=around.usual,
        help=_help(relief, state, helping),
        night_note=help_texts().note("sit-before-standing") if _may_get_up(relief, state) else "",
        ice=around.ice if Action.COLD in state.assessment.allowed else None,
        record=around.record if state.phase is ReliefPhase.LOGGED else None,
        is_kept=around.is_kept,
    )


def _help(relief: Relief, state: ReliefState, helping: Helping) -> HelpView:
    """All of it where it is on show; else there is no time to read it."""
    if state.phase is not ReliefPhase.HELP:
        return helping.brief()
    return helping.view(state.assessment, worse=relief.worse)


def _may_get_up(relief: Relief, state: ReliefState) -> bool:
    """At night, and what is on show may bring the person to their feet."""
    if not relief.person.at_night or state.phase is ReliefPhase.WHERE:
        return False
    lying = state.place in (Place.BED, Place.BED_EDGE)
    return state.phase is not ReliefPhase.MASSAGE and not (state.phase is ReliefPhase.STRETCH and lying)


def _up(remaining: timedelta) -> timedelta:
    """Whole seconds, rounded up: a countdown ends when it shows nothing any more."""
    return -(-remaining // _SECOND) * _SECOND
