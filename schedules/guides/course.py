"""The course of a routine: its phases in order, how long each lasts, and how much lies behind each."""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from schedules.guides.routine import Hold, Step

ZERO = timedelta(0)


class Phase(StrEnum):
    """What a person does at a spot."""

    LEAD_IN = "lead-in"
    HOLD = "hold"
    REST = "rest"
    """Rests, or changes legs."""
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A phase of a routine."""

    step: int = 0
    """Index of the step."""
    hold: int = 0
    """Index among the step's holds; in a rest that of the hold before it."""
    phase: Phase = Phase.LEAD_IN


def after(steps: tuple[Step, ...], spot: Spot) -> Spot | None:
    """The phase that follows; None after the last."""
    match spot.phase:
        case Phase.DONE:
            return None
        case Phase.LEAD_IN:
            return replace(spot, phase=Phase.HOLD)
        case Phase.REST:
            return replace(spot, hold=spot.hold + 1, phase=Phase.HOLD)
        case Phase.HOLD:
            step = steps[spot.step]
            if spot.hold + 1 == len(step.holds):
                return step_after(steps, spot)
            return replace(spot, phase=Phase.REST) if step.gap else replace(spot, hold=spot.hold + 1)


def step_after(steps: tuple[Step, ...], spot: Spot) -> Spot | None:
    """The beginning of the next step; None after the last."""
    return Spot(step=spot.step + 1) if spot.step + 1 < len(steps) else None


def lasts(steps: tuple[Step, ...], spot: Spot) -> timedelta:
    """How long a phase lasts at normal speed."""
    step = steps[spot.step]
    match spot.phase:
        case Phase.LEAD_IN:
            return step.lead_in
        case Phase.HOLD:
            return step.hold
        case Phase.REST:
            return step.gap
        case Phase.DONE:
            return ZERO


def hold_at(steps: tuple[Step, ...], spot: Spot) -> Hold:
    """The hold that a phase is or leads to; at the end the last."""
    return steps[spot.step].holds[spot.hold + (spot.phase is Phase.REST)]


def whole(steps: tuple[Step, ...]) -> timedelta:
    """How long all of it lasts at normal speed."""
    return sum((step.lasts for step in steps), ZERO)


def behind(steps: tuple[Step, ...], spot: Spot) -> timedelta:
    """How much of the whole lies before a phase begins, at normal speed. An end lies where its hold begins."""
    before, step = whole(steps[: spot.step]), steps[spot.step]
    if spot.phase is Phase.LEAD_IN and not spot.hold:
        return before
    begun = before + step.lead_in + (step.hold + step.gap) * spot.hold
    return begun + step.hold if spot.phase is Phase.REST else begun
