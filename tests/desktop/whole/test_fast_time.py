"""A morning of the installed program in half a minute: what is notified is what was planned."""

from datetime import timedelta
from pathlib import Path

import pytest

from desktop.settings.places import database_path
from schedules.history import PromptRecord
from tests.desk import Desk
from tests.desktop.whole import fast_time

pytestmark = pytest.mark.desktop

MORNING = timedelta(hours=4, minutes=30)
FAST, SLOWER = 600, (200, 100)
"""A machine that is busy for a second loses ten minutes of the fastest: then the same again with more leisure."""


def flown(desk: Desk, speed: int) -> tuple[PromptRecord, ...]:
    """What came in a morning."""
    process = fast_time.start(desk, speed)
    fast_time.pass_until(fast_time.START + MORNING, desk, speed)
    records = fast_time.came()
    desk._processes.end(process)
    return records


def as_planned(records: tuple[PromptRecord, ...]) -> bool:
    """Whether enough came to tell, and all of it by the plan."""
    return len(fast_time.shown(records)) >= 2 and fast_time.wrong(records) == []


def test_a_morning_that_flies_brings_what_was_planned(desk: Desk, home: Path) -> None:
    records = flown(desk, FAST)
    for speed in SLOWER:
        if as_planned(records):
            break
        database_path().unlink()
        desk.session.tidy()
        records = flown(desk, speed)
    assert as_planned(records), (fast_time.wrong(records), records)
    told = [one for one in desk.session.record.all if not one.replaces]
    assert len(told) >= len(fast_time.shown(records))
