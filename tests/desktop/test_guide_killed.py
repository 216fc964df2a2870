"""A guide in a process of its own that is killed in the middle counts as what it was."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.adapters.store import SqliteStore
from schedules.history import Side
from tests.clock import START, FakeClock

L, R = Side.LEFT, Side.RIGHT


@pytest.mark.parametrize(
    ("seconds", "steps_done", "steps"),
    [
        (20, 0, [("calf", L, False)]),
        (100, 1, [("calf", L, True), ("calf", R, True), ("hamstring", L, False)]),
    ],
)
def test_killed_in_the_middle_it_counts_as_what_it_was(
    tmp_path: Path, seconds: int, steps_done: int, steps: list[tuple[str, Side, bool]]
) -> None:
    path = tmp_path / "uncramp.db"
    command = [sys.executable, "-m", "tests.desktop.guide_worker", str(path), str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        process.kill()
    store = SqliteStore(path, FakeClock())
    (run,) = store.history(START).routines
    done = store.steps_of(run.id or 0)
    store.close()
    assert (run.routine, run.steps_done, run.steps) == ("bedtime", steps_done, 3)
    assert [(step.step, step.side, step.done) for step in done] == steps
    assert run.lasted.total_seconds() > 10
