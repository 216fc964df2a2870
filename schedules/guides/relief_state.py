"""What is shown of a relief at a moment."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from schedules.guides.passing import between
from schedules.guides.red_flags import Assessment
from schedules.guides.relief import MOST_REPEATS, Relief
from schedules.guides.relief_course import ACTION_OF, ReliefPhase
from schedules.guides.routine import Place, Step
from schedules.history import Muscle, Side

LONG_CRAMP = timedelta(minutes=10)
"""Longer than this asks for help. Source: NHS (nidirect), leg cramps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliefState:
    """Everything that is shown of a relief."""

    phase: ReliefPhase
    step: Step | None
    """What to try, with its words and its caution; None in the first question, in help and at the end."""
    muscle: Muscle | None
    side: Side | None
    place: Place | None
    places: tuple[Place, ...]
    """Where else it can be stretched; what comes first first."""
    remaining: timedelta
    """Of what is on show; at zero it waits for the person."""
    resting: bool
    """Between two holds of the stretch."""
    turn: int
    """Which stretch this is, from 1."""
    turns: int
    may_answer: bool
    """*Easing*, *Same* and *Worse* are open."""
    may_go_back: bool
    may_unflag: bool
    assessment: Assessment
    long_cramp: bool
    """It has gone on for ten minutes: say so, and offer help."""
    so_far: timedelta
    """Since the onset, or until it eased."""


def relief_state_at(relief: Relief, now: datetime) -> ReliefState:
    """What to show at an aware moment. It does not move the relief on: keep ``relief.tick(now)``."""
    looked = relief.tick(now)
    since = max(timedelta(0), between(looked.onset_at, now))
    in_help, ended = looked.phase is ReliefPhase.HELP, looked.phase is ReliefPhase.LOGGED
    return ReliefState(
        phase=looked.phase,
        step=looked.step,
        muscle=looked.muscle,
        side=looked.side,
        place=looked.place,
        places=looked.places if looked.phase is ReliefPhase.STRETCH else (),
        remaining=looked.remaining,
        resting=looked.resting,
        turn=looked.repeat + 1,
        turns=MOST_REPEATS + 1,
        may_answer=looked.phase in ACTION_OF and looked.phase is not ReliefPhase.COLD,
        may_go_back=looked.phase in ACTION_OF or (in_help and bool(looked.assessment.allowed)),
        may_unflag=in_help and bool(looked.flags),
        assessment=looked.assessment,
        long_cramp=looked.lasted is None and since >= LONG_CRAMP and not ended,
        so_far=since if looked.lasted is None else looked.lasted,
    )
