"""Which step of the relief guides is for a muscle at a place, and which places come first."""

from collections.abc import Iterable

from schedules.guides.routine import Action, Limit, Place, Purpose, Routine, Step
from schedules.history import Muscle

AT_NIGHT = (Place.BED, Place.BED_EDGE, Place.CHAIR, Place.FLOOR, Place.STANDING)
"""Lying and sitting first: older people fall at night. Standing is there for those who ask for it."""
BY_DAY = (Place.CHAIR, Place.STANDING, Place.FLOOR, Place.BED_EDGE, Place.BED)


def places_for(
    routines: Iterable[Routine], muscle: Muscle, limits: frozenset[Limit], *, at_night: bool
) -> tuple[Place, ...]:
    """Where a muscle can be stretched within limits, what to offer first first."""
    known = tuple(routines)
    return tuple(place for place in (AT_NIGHT if at_night else BY_DAY) if stretches_at(known, muscle, place, limits))


def stretches_at(
    routines: Iterable[Routine], muscle: Muscle, place: Place, limits: frozenset[Limit]
) -> tuple[Step, ...]:
    """The stretches that the relief guide for a muscle at a place has and that fit, in order."""
    fitting = (
        step.variant_for(limits)
        for routine in routines
        if (routine.purpose, routine.muscle, routine.place) == (Purpose.RELIEF, muscle, place)
        for step in routine.steps
        if step.action is Action.STRETCH
    )
    return tuple(step for step in fitting if step is not None)


def care_step(routines: Iterable[Routine], action: Action, muscle: Muscle) -> Step | None:
    """The step of the relief guides for massage, warmth or cold: the muscle's own, else the one for any."""
    steps = [
        step
        for routine in routines
        if routine.purpose is Purpose.RELIEF
        for step in routine.steps
        if step.action is action and step.muscle in (muscle, Muscle.OTHER)
    ]
    return min(steps, key=lambda step: step.muscle is not muscle, default=None)
