"""What is to be said, chimed or shown as a guide moves from one look at the clock to the next."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType

from schedules.guides.course import Phase, hold_at, lasts
from schedules.guides.routine import Step
from schedules.guides.session import Session
from schedules.history import Side

LONG_ENOUGH_TO_HALVE = timedelta(seconds=10)


class CueKind(StrEnum):
    """The kinds of cue."""

    NEXT = "next"
    """A lead-in began: name the step and the side."""
    STARTED = "started"
    """A hold began."""
    HALFWAY = "halfway"
    THREE = "three"
    """Three seconds of the hold are left."""
    TWO = "two"
    ONE = "one"
    REST = "rest"
    """A rest or a change of legs began: name the side that comes next."""
    DONE = "done"
    """The routine ran to its end."""


ON_ENTRY = MappingProxyType(
    {
        Phase.LEAD_IN: CueKind.NEXT,
        Phase.HOLD: CueKind.STARTED,
        Phase.REST: CueKind.REST,
        Phase.DONE: CueKind.DONE,
    }
)
COUNTED = (CueKind.THREE, CueKind.TWO, CueKind.ONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One cue."""

    kind: CueKind
    step: Step
    side: Side
    """In a rest: the side that comes next."""


def cues_between(before: Session | None, after: Session) -> tuple[Cue, ...]:
    """The cues that are due now.

    At most one: after a stall only the latest is worth saying.

    Args:
        before: The session at the last look; None when it has just begun.
        after: The same session now.
    """
    if before is None or before.spot != after.spot or before.step is not after.step:
        kind: CueKind | None = ON_ENTRY[after.spot.phase]
        if after.over and not after.finished:
            kind = None
    else:
        kind = _passed(before, after)
    side = hold_at(after.steps, after.spot).side
    return (Cue(kind=kind, step=after.step, side=side),) if kind else ()


def _passed(before: Session, after: Session) -> CueKind | None:
    """The last mark within a hold that lies between two looks, in real time."""
    if after.spot.phase is not Phase.HOLD:
        return None
    length = lasts(after.steps, after.spot) / after.speed
    marks = {kind: timedelta(seconds=3 - number) for number, kind in enumerate(COUNTED)}
    if length >= LONG_ENOUGH_TO_HALVE:
        marks = {CueKind.HALFWAY: length / 2} | marks
    due = [kind for kind, left in marks.items() if after.remaining <= left < min(before.remaining, length)]
    return due[-1] if due else None
