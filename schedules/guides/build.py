"""Makes routines that suit a person: one built for a place, or a known one fitted to limits."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from schedules.guides.routine import Action, Limit, Place, Purpose, Routine, Step, StepSide
from schedules.history import Muscle, Side

MOST_STEPS = 4
GENTLE_HOLD = timedelta(seconds=10)
GENTLE_REST = timedelta(seconds=10)
GENTLE_REPETITIONS = 2

INSTEAD = (Place.CHAIR, Place.BED_EDGE, Place.BED)
"""Where a person goes when nothing at the place itself suits: a seat first."""
ORDER = (Muscle.CALF, Muscle.HAMSTRING, Muscle.FRONT_THIGH, Muscle.FOOT, Muscle.OTHER)
"""Calf and hamstring first. Source: Hallegraeff et al., Stretching before sleep, J Physiother, 2012: both together."""


def build(
    routines: Iterable[Routine],
    place: Place,
    limits: frozenset[Limit] = frozenset(),
    sore_side: Side | None = None,
) -> Routine:
    """A routine of steps for a place, each of which fits the limits.

    Args:
        routines: All there are; the steps come from them. Some step on a chair must fit every limit.
        place: Where the person is. If nothing there suits, the routine is for the nearest place where something
            does: its ``place`` says which.
        limits: What to leave out.
        sore_side: This leg gets a gentle dose of its own.

    Raises:
        ValueError: No step fits; the guides that come with Uncramp always have one.
    """
    known = sorted(routines, key=lambda routine: tuple(Purpose).index(routine.purpose))
    for where in (place, *INSTEAD):
        steps = _steps_for(known, where, limits)
        if steps:
            return Routine(
                id=f"built-{where}",
                title="",
                purpose=Purpose.BIKE if where is Place.BIKE else Purpose.DAY,
                place=where,
                steps=_dosed(steps, limits, sore_side),
                source=steps[0].source,
                strength=steps[0].strength,
                limits=limits,
            )
    raise ValueError(f"no step fits {sorted(limits)}")


def fit(
    routine: Routine,
    routines: Iterable[Routine],
    limits: frozenset[Limit] = frozenset(),
    sore_side: Side | None = None,
) -> Routine:
    """A routine with what does not fit replaced: by easier steps, by another routine for the same purpose, or built.

    A routine that another stands in for keeps its id, so that it is logged as what was asked for. A built one does
    not: a stretch on a chair is no ride.

    Args:
        routine: The one that was asked for.
        routines: All there are.
        limits: What to leave out.
        sore_side: This leg gets a gentle dose of its own.
    """
    known = tuple(routines)
    chosen = _whole(routine, known, limits)
    steps = _fitting(chosen.steps, limits)
    if not steps:
        return build(known, routine.place, limits, sore_side)
    return replace(chosen, id=routine.id, steps=_dosed(steps, limits, sore_side), limits=limits)


def gentle(step: Step, limits: frozenset[Limit] = frozenset()) -> Step:
    """The gentle dose of a step: an easier variant that fits where the person is, short holds, few, a good rest."""
    easier = step.easier.variant_for(limits) if step.easier else None
    chosen = easier if easier and easier.position is step.position else step
    return replace(
        chosen,
        easier=gentle(chosen.easier, limits) if chosen.easier else None,
        hold=min(chosen.hold, GENTLE_HOLD) if chosen.action is Action.STRETCH else chosen.hold,
        repetitions=min(chosen.repetitions, GENTLE_REPETITIONS),
        rest=max(chosen.rest, GENTLE_REST),
    )


def _steps_for(routines: list[Routine], place: Place, limits: frozenset[Limit]) -> tuple[Step, ...]:
    """The stretches for a place, or on the bike the ride: one for each drawing, the main muscles first."""
    action = Action.RIDE if place is Place.BIKE else Action.STRETCH
    by_pose: dict[str, Step] = {}
    for routine in routines:
        if routine.purpose is Purpose.RELIEF:
            continue
        for step in _fitting(routine.steps, limits):
            if step.position is place and step.action is action:
                by_pose.setdefault(step.pose or step.id, step)
    found = sorted(by_pose.values(), key=lambda step: ORDER.index(step.muscle))
    return _with_own_ids(_spread(found)[:MOST_STEPS])


def _spread(steps: list[Step]) -> list[Step]:
    """One step for each muscle before a second for any."""
    turns: dict[str, int] = {}
    placed: list[tuple[int, int, Step]] = []
    for step in steps:
        turn = turns.get(step.muscle, 0)
        turns[step.muscle] = turn + 1
        placed.append((turn, len(placed), step))
    return [step for _turn, _number, step in sorted(placed, key=lambda entry: entry[:2])]


def _with_own_ids(steps: list[Step]) -> tuple[Step, ...]:
    """Steps of several routines may share an id; both sides get the same time, whatever a file says."""
    return tuple(
        replace(
            step,
            id=f"{number}-{step.id}",
            side=StepSide.BOTH if step.side is StepSide.BOTH else StepSide.EACH,
        )
        for number, step in enumerate(steps, start=1)
    )


def _fitting(steps: tuple[Step, ...], limits: frozenset[Limit]) -> tuple[Step, ...]:
    """The steps that fit, or their easier ones; an easier one that shows what is there already is left out."""
    found: list[Step] = []
    for step in steps:
        variant = step.variant_for(limits)
        if variant is None or (variant is not step and any(_alike(variant, other) for other in found)):
            continue
        found.append(variant)
    return tuple(found)


def _alike(step: Step, other: Step) -> bool:
    return (step.pose, step.position, step.muscle) == (other.pose, other.position, other.muscle)


def _whole(routine: Routine, routines: tuple[Routine, ...], limits: frozenset[Limit]) -> Routine:
    """The routine if all of it fits, else one for the same purpose of which all fits: that nearest in length."""

    def fits(candidate: Routine) -> bool:
        return all(step.variant_for(limits) for step in candidate.steps)

    if fits(routine):
        return routine
    siblings = [other for other in routines if (other.purpose, other.muscle) == (routine.purpose, routine.muscle)]
    whole = filter(fits, siblings)
    return min(whole, key=lambda other: abs(other.lasts - routine.lasts), default=routine)


def _dosed(steps: tuple[Step, ...], limits: frozenset[Limit], sore_side: Side | None) -> tuple[Step, ...]:
    """Give every step its dose: gentle on a sore leg, or on both when that is a limit."""
    if Limit.SORE_TODAY in limits or sore_side is Side.BOTH:
        return tuple(_own_easier_left(gentle(step, limits), limits) for step in steps)
    kept = tuple(_own_easier_left(step, limits) for step in steps)
    if sore_side is None:
        return kept
    return tuple(part for step in kept for part in _parted(step, limits, sore_side))


def _own_easier_left(step: Step, limits: frozenset[Limit]) -> Step:
    """A step offers only an easier one that fits as well."""
    easier = step.easier.variant_for(limits) if step.easier else None
    return replace(step, easier=_own_easier_left(easier, limits) if easier else None)


def _parted(step: Step, limits: frozenset[Limit], sore: Side) -> tuple[Step, ...]:
    """The sound leg as it was, then the sore one gently; a step that cannot be parted is gentle for both."""
    if step.action is not Action.STRETCH:
        return (step,)
    if step.side is not StepSide.EACH:
        return (gentle(step, limits),) if step.side in (StepSide.BOTH, StepSide(sore)) else (step,)
    sound = Side.RIGHT if sore is Side.LEFT else Side.LEFT
    easy = gentle(step, limits)
    return (
        _on(sound, step),
        _on(sore, replace(easy, id=f"{step.id}-gentle")),
    )


def _on(side: Side, step: Step) -> Step:
    """A step, and its easier ones, for one leg."""
    return replace(step, side=StepSide(side), easier=_on(side, step.easier) if step.easier else None)
