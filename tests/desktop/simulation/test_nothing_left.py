"""Days that pass leave no timer and no object behind."""

import gc
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from tests.desktop.simulation.life import MadeUpLife

SETTLED, MORE = 5, 15
"""Days."""


def alive(kind: type[QObject]) -> int:
    """How many objects of a kind there are."""
    gc.collect()
    return sum(isinstance(each, kind) for each in shiboken6.getAllValidWrappers())


def test_days_leave_no_timer_and_no_object_behind(
    qapp: QApplication, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    life = MadeUpLife(3, home, qapp)
    monkeypatch.setattr(life, "_restart", lambda: None)  # one program all the time
    for _ in range(SETTLED):
        life.day()
    before = alive(QTimer), alive(QObject)
    for _ in range(MORE):
        life.day()
    after = alive(QTimer), alive(QObject)
    life.world.end()
    assert after[0] <= before[0] + 1, "what waits for an answer may have one"
    assert after[1] <= before[1] + 5
