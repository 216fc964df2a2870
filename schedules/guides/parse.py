"""Makes a routine of the text of a guide file, or says everything that is wrong with it.

A file holds one routine and its ``[[step]]`` tables. What a step does not say of position, safety line, breathing,
source and strength it takes from the routine. A step's ``[step.easier]`` table names only what differs from the step.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

from schedules.guides.routine import Limit, Place, Purpose, Routine, Step, StepSide, Strength
from schedules.guides.table import Fault, Table, listed, open_file, settle
from schedules.history import Muscle

MOST_REPETITIONS = 20
LONGEST_HOLD_S = 3600
LONGEST_REST_S = 3600
LEAD_IN_S = (3, 60)


def parse(text: str, file_name: str, poses: Collection[str] | None = None) -> Routine:
    """Read a routine.

    Args:
        text: The whole file.
        file_name: Names the file in problems.
        poses: The drawings there are; None leaves poses unchecked.

    Raises:
        GuideError: Something is wrong; it holds every problem.
    """
    table, problems = open_file(text, file_name)
    table.require("id", "title", "purpose", "place", "source", "strength")
    blank = _blank(table)
    steps = tuple(_whole_step(step, blank, poses) for step in table.tables("step"))
    _note_repeats(table, steps)
    muscle = table.choice("muscle", Muscle.OTHER)
    purpose = table.choice("purpose", Purpose.DAY)
    routine = Routine(
        id=table.identifier("id"),
        title=table.text("title"),
        summary=table.text("summary"),
        purpose=purpose,
        place=blank.position,
        muscle=muscle if purpose is Purpose.RELIEF else None,
        steps=steps,
        source=blank.source,
        strength=blank.strength,
    )
    table.end()
    settle(problems)
    return routine


def _blank(table: Table) -> Step:
    """What every step of the routine begins with."""
    return Step(
        id="",
        title="",
        position=table.choice("place", Place.CHAIR),
        muscle=Muscle.OTHER,
        side=StepSide.BOTH,
        hold=timedelta(seconds=1),
        instruction="",
        breathing=table.text("breathing"),
        safety=table.text("safety"),
        source=table.identifier("source"),
        strength=table.choice("strength", Strength.EXPERT_ADVICE),
    )


def _whole_step(table: Table, blank: Step, poses: Collection[str] | None) -> Step:
    table.require("id", "title", "muscle", "side", "hold", "instruction")
    if not blank.safety:
        table.require("safety")
    return _step(table, blank, poses)


def _step(table: Table, base: Step, poses: Collection[str] | None) -> Step:
    """A step that takes from another whatever its own table leaves out."""
    step = replace(
        base,
        id=table.identifier("id", base.id),
        title=table.text("title", base.title),
        action=table.choice("action", base.action),
        position=table.choice("position", base.position),
        muscle=table.choice("muscle", base.muscle),
        also=table.choices("also", Muscle, base.also),
        side=table.choice("side", base.side),
        pose=_pose(table, base.pose, poses),
        hold=table.seconds("hold", base.hold, 1, LONGEST_HOLD_S),
        repetitions=table.count("repetitions", base.repetitions, 1, MOST_REPETITIONS),
        rest=table.seconds("rest", base.rest, 0, LONGEST_REST_S),
        lead_in=table.seconds("lead_in", base.lead_in, *LEAD_IN_S),
        instruction=table.text("instruction", base.instruction),
        cue=table.text("cue", base.cue),
        breathing=table.text("breathing", base.breathing),
        safety=table.text("safety", base.safety),
        source=table.identifier("source", base.source),
        strength=table.choice("strength", base.strength),
        exclude=frozenset(table.choices("exclude", Limit, tuple(base.exclude))),
        easier=None,
    )
    easier = table.table("easier")
    table.end()
    if easier is None:
        return step
    easier.require("instruction")
    return replace(step, easier=_step(easier, replace(step, id=f"{step.id}-easier"), poses))


def _pose(table: Table, default: str | None, poses: Collection[str] | None) -> str | None:
    name = table.identifier("pose", default or "") or None
    if name == default or poses is None or name in poses:
        return name
    table.note("pose", Fault.NOT_ALLOWED, listed(tuple(sorted(poses)), name))
    return default


def _note_repeats(table: Table, steps: tuple[Step, ...]) -> None:
    ids = [step.id for step in steps if step.id]
    for name in {name for name in ids if ids.count(name) > 1}:
        table.note(f"step {name}", Fault.REPEATED, "an id of its own")
