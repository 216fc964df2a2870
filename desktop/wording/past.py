"""The lines of what has been in a day: what was logged, and quietly what was let go."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from desktop.states import Mark, PastLine
from desktop.wording.amounts import span, volume
from desktop.wording.catalog import _
from desktop.wording.guides import routine_name
from desktop.wording.prompts import held_back, kind_name, let_go
from schedules.history import Cramp, Exercise, History, Muscle, Outcome, PromptRecord, RoutineDone, Side
from schedules.prompts import Kind
from schedules.settings import Settings

MARKS = {
    **dict.fromkeys(("easy-bike", "bike"), Mark.RIDE),
    **dict.fromkeys(("move", "desk", "chair", "floor", "stretch"), Mark.MOVE),
    **dict.fromkeys(("warm-up", "warm-up-seated", "after-exercise", "after-exercise-seated"), Mark.EXERCISE),
}
"""What a routine is about, where it is not the one before bed."""
WORTH_TELLING = timedelta(minutes=1)
"""What a prompt was held for less is nobody's concern."""


def past_lines(
    history: History, start_at: datetime, end_at: datetime, settings: Settings, zone: ZoneInfo
) -> tuple[PastLine, ...]:
    """Everything of a span of time, in the order in which it happened."""
    units = settings.you.units
    limited = settings.you.doctor_limits_fluids
    prompts = [record for record in history.prompts if not (limited and Kind.DRINK in record.kinds)]
    drinks = (
        PastLine(
            at=drink.at,
            mark=Mark.DRINK,
            title=_("A drink, {volume}").format(volume=volume(drink.volume_ml, units)),
            entry=drink,
        )
        for drink in history.drinks
        if not limited
    )
    lines = (
        *drinks,
        *(_routine(routine) for routine in history.routines),
        *(_cramp(cramp) for cramp in history.cramps),
        *(_exercise(exercise) for exercise in history.exercises),
        *(_let_go(record, zone) for record in prompts if record.outcome is Outcome.EXPIRED),
        *(_held(record, zone) for record in prompts if _was_held(record)),
        *(_credited(record) for record in prompts if record.outcome is Outcome.CREDITED),
    )
    return tuple(sorted((line for line in lines if start_at <= line.at < end_at), key=lambda line: line.at))


def muscle_name(muscle: Muscle) -> str:
    """Where a cramp was, in plain words."""
    return {
        Muscle.HAMSTRING: _("back of the thigh"),
        Muscle.CALF: _("calf"),
        Muscle.FOOT: _("foot"),
        Muscle.FRONT_THIGH: _("front of the thigh"),
        Muscle.OTHER: _("somewhere else"),
    }[muscle]


def side_name(side: Side) -> str:
    """Which leg."""
    return {Side.LEFT: _("left"), Side.RIGHT: _("right"), Side.BOTH: _("both sides")}[side]


def _routine(routine: RoutineDone) -> PastLine:
    mark = MARKS.get(routine.routine, Mark.BEDTIME)
    parts = []
    if routine.lasted >= timedelta(seconds=1):
        parts.append(span(routine.lasted))
    if routine.steps and routine.steps_done < routine.steps:
        parts.append(_("{done} of {steps} steps").format(done=routine.steps_done, steps=routine.steps))
    return PastLine(
        at=routine.started_at, mark=mark, title=routine_name(routine.routine), note=", ".join(parts), entry=routine
    )


def _cramp(cramp: Cramp) -> PastLine:
    where = [muscle_name(cramp.muscle)] if cramp.muscle is not None else []
    if cramp.side is not None:
        where.append(side_name(cramp.side))
    title = _("Cramp: {where}").format(where=", ".join(where)) if where else _("Cramp")
    parts = [span(cramp.lasted)] if cramp.lasted is not None else []
    if cramp.severity_nrs is not None:
        parts.append(_("{severity} of 10").format(severity=cramp.severity_nrs))
    note = ", ".join(parts)
    return PastLine(at=cramp.onset_at, mark=Mark.CRAMP, title=title, note=note, entry=cramp)


def _exercise(exercise: Exercise) -> PastLine:
    return PastLine(
        at=exercise.started_at, mark=Mark.EXERCISE, title=_("Exercise"), note=span(exercise.lasted), entry=exercise
    )


def _let_go(record: PromptRecord, zone: ZoneInfo) -> PastLine:
    if record.held_why is None:
        return PastLine(at=record.due_at, mark=Mark.NOTE, title=let_go(record.kind), quiet=True)
    title = held_back(record.due_at, record.held_why, zone)
    return PastLine(at=record.due_at, mark=Mark.NOTE, title=title, note=kind_name(record.kind), quiet=True)


def _was_held(record: PromptRecord) -> bool:
    """Whether a prompt came late enough to be told; one that only waited for a pause in the typing is not."""
    late = record.shown_at is not None and record.shown_at - record.due_at >= WORTH_TELLING
    return late and record.held_why is not None and record.outcome is not Outcome.EXPIRED


def _held(record: PromptRecord, zone: ZoneInfo) -> PastLine:
    assert record.held_why is not None  # `_was_held` has looked
    title = held_back(record.due_at, record.held_why, zone, record.shown_at)
    return PastLine(at=record.due_at, mark=Mark.NOTE, title=title, note=kind_name(record.kind), quiet=True)


def _credited(record: PromptRecord) -> PastLine:
    title = _("You got up by yourself (counted)")
    if record.outcome_at is not None and record.outcome_at - record.due_at >= WORTH_TELLING:
        title = _("You got up for {span} (counted)").format(span=span(record.outcome_at - record.due_at))
    return PastLine(at=record.due_at, mark=Mark.MOVE, title=title, quiet=True)
