"""Moving what is planned: where a prompt would come if it were moved, by the very plan that fires. No Qt."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from schedules.ahead import moved
from schedules.history import PromptRecord
from schedules.plan import plan
from schedules.prompts import HeldWhy, Prompt
from schedules.situation import Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class Landing:
    """Where a prompt that is moved comes to lie."""

    record: PromptRecord
    """What is to be kept for it."""
    at: datetime | None = None
    """When it comes; None where it would not come at all."""
    why: HeldWhy | None = None
    """Why not, if that is known."""


def landing(record: PromptRecord, to: datetime, situation: Situation) -> Landing:
    """Plan a day in which a prompt is moved.

    Args:
        record: Of the prompt, as `desktop.engine.Engine.record_ahead` gives it.
        to: Where to.
        situation: What the plan in force depends on.
    """
    moving = moved(record, to, situation.now)
    others = tuple(one for one in situation.history.prompts if one.key != record.key)
    history = replace(situation.history, prompts=(*others, moving))
    day = plan(replace(situation, history=history))
    gap = timedelta(minutes=situation.settings.prompts.smallest_gap_min)
    found = next((prompt for prompt in day.prompts if _is_it(prompt, record, to, to + gap)), None)
    if found is not None:
        return Landing(record=moving, at=found.due_at)
    why = next((held.why for held in day.held_back if held.kind is record.kind and held.due_at == to), None)
    return Landing(record=moving, why=why)


def _is_it(prompt: Prompt, record: PromptRecord, start_at: datetime, end_at: datetime) -> bool:
    return record.kind in prompt.kinds and start_at <= prompt.due_at <= end_at
