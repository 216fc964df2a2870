"""The plan of the days ahead as a calendar file."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from desktop.ics import IcsEntry, ics
from desktop.settings import atomic
from desktop.wording import calendar as wording
from desktop.wording import prompts
from schedules.plan import plan
from schedules.prompts import DayPlan
from schedules.situation import Situation

DAYS = (7, 14, 30)
"""So many days can be chosen."""


def exported(situation: Situation, days: int) -> bytes:
    """A calendar file with the prompts of so many days, the present or next one first: the same plan that will fire."""
    first = plan(situation)
    others = (plan(situation, first.date + timedelta(days=n)) for n in range(1, days))
    entries = [entry for day in (first, *others) for entry in _entries(day, situation)]
    return ics(wording.calendar_name(), entries, situation.now)


def save(path: Path, content: bytes) -> None:
    """Write the file.

    Raises:
        OSError: It could not be written.
    """
    atomic.replace(path, content, last_check=lambda: None)


def _entries(day: DayPlan, situation: Situation) -> Iterator[IcsEntry]:
    """The name of an entry counts the prompts of a kind on its day: one that moves a little is still the same."""
    count: Counter[str] = Counter()
    for prompt in day.prompts:
        count[prompt.kind] += 1
        body = prompts.body(prompt, situation.settings, situation.zone)
        reason = prompts.reason(prompt.reason, situation.settings, situation.zone)
        yield IcsEntry(
            uid=f"{day.date.isoformat()}-{prompt.kind}-{count[prompt.kind]}@uncramp",
            start_at=prompt.due_at,
            title=prompts.title(prompt, situation.settings),
            text=body if reason in body else f"{body}\n{reason}",
        )
