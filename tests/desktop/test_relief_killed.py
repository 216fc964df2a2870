"""A cramp in a process of its own that is killed at every step leaves one valid record."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.adapters.store import SqliteStore
from schedules.history import Muscle, Side
from tests.clock import FakeClock

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("step", range(7))
def test_killed_it_leaves_one_valid_record(tmp_path: Path, step: int) -> None:
    path = tmp_path / "uncramp.db"
    command = [sys.executable, "-m", "tests.desktop.relief_worker", str(path), str(step)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "kept\n"
        process.kill()
    store = SqliteStore(path, FakeClock())
    (cramp,) = store.history(LONG_AGO).cramps
    store.close()
    if step >= 1:
        assert (cramp.muscle, cramp.side) == (Muscle.CALF, Side.LEFT)
    assert (cramp.lasted is not None) == (step >= 2)
    assert set(cramp.helped) <= set(cramp.tried)
    assert ("cold" in cramp.tried) == (step >= 5)
