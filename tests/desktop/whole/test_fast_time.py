"""A morning of the installed program in half a minute: what is notified is what was planned."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.desk import Desk
from tests.desktop.whole import fast_time

pytestmark = pytest.mark.desktop


def test_a_morning_that_flies_brings_what_was_planned(desk: Desk, home: Path) -> None:
    fast_time.start(desk)
    fast_time.pass_until(fast_time.START + timedelta(hours=6))
    records = fast_time.came()
    assert len(records) >= 3
    assert fast_time.wrong(records) == []
    titles = [shown.title for shown in desk.session.record.all]
    assert len(titles) >= len(records)
