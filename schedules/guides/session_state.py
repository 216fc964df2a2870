"""What is shown of a running guide at a moment."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from schedules.guides.course import ZERO, Phase, Spot, after, behind, hold_at, lasts, whole
from schedules.guides.routine import Step
from schedules.guides.session import PauseWhy, Session
from schedules.history import Side

LOOK_AHEAD = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A phase that lies ahead."""

    phase: Phase
    lasts: timedelta
    """In real time at the present speed."""
    step: Step
    side: Side
    """In a rest: the side that comes next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionState:
    """Everything that is shown of a session."""

    phase: Phase
    step: Step
    """The step on show; at the end the last one."""
    step_number: int
    """From 1."""
    of: int
    side: Side
    """In a rest: the side that comes next."""
    repetition: int
    """From 1, of this side."""
    repetitions: int
    remaining: timedelta
    """Of the phase, in real time at the present speed."""
    fraction_of_phase: float
    fraction_of_whole: float
    coming: tuple[Coming, ...]
    """The next phases, at most two; empty at the end and in the last hold."""
    paused: PauseWhy | None
    speed: float
    can_ease: bool
    over: bool
    finished: bool
    """It ran to its end; one that was stopped is over but not finished."""


def state_at(session: Session, now: datetime) -> SessionState:
    """What to show of a session at an aware moment. It does not move the session on: keep ``session.tick(now)``."""
    return state_of(session.tick(now))


def state_of(session: Session) -> SessionState:
    """What to show of a session as it was at its last look at the clock."""
    steps, spot = session.steps, session.spot
    hold, length = hold_at(steps, spot), lasts(steps, spot)
    return SessionState(
        phase=spot.phase,
        step=session.step,
        step_number=spot.step + 1,
        of=len(steps),
        side=hold.side,
        repetition=hold.repetition,
        repetitions=session.step.repetitions,
        remaining=session.remaining,
        fraction_of_phase=session.elapsed / length if length else 1.0,
        fraction_of_whole=1.0 if session.finished else _behind(session) / whole(steps),
        coming=_coming(session),
        paused=session.paused,
        speed=session.speed,
        can_ease=not session.over and session.step.easier is not None,
        over=session.over,
        finished=session.finished,
    )


def _behind(session: Session) -> timedelta:
    """What lies behind; the lead-in to an easier variant in the middle of a step adds nothing."""
    extra = session.spot.phase is Phase.LEAD_IN and session.spot.hold > 0
    return behind(session.steps, session.spot) + (ZERO if extra else session.elapsed)


def _coming(session: Session) -> tuple[Coming, ...]:
    found: list[Coming] = []
    spot: Spot | None = session.spot
    while spot is not None and len(found) < LOOK_AHEAD:
        spot = after(session.steps, spot)
        if spot is not None:
            found.append(
                Coming(
                    phase=spot.phase,
                    lasts=lasts(session.steps, spot) / session.speed,
                    step=session.steps[spot.step],
                    side=hold_at(session.steps, spot).side,
                )
            )
    return tuple(found)
