"""A process that writes a settings file until it is killed, or kills itself at a certain step; run by `test_atomic`."""

import os
import signal
import sys
from itertools import count
from pathlib import Path

from desktop.settings import atomic, writer

GOALS = (1000, 2000)
BULK = "# A line that makes the file long enough to be caught half written.\n" * 10_000
STEPS = ("open", "os.", "shutil.", "tempfile.")
"""What is called a step: everything that touches a file, as Python's audit events name it."""


def content(goal_ml: int) -> bytes:
    return f"{BULK}[you]\ndrink_goal_ml = {goal_ml}\n{BULK}".encode()


def swap(file: Path) -> None:
    """Write the one content and the other, in turn and for ever, and say so each time."""
    for turn in count():
        atomic.replace(file, content(GOALS[turn % 2]), last_check=lambda: None)
        print(turn, flush=True)


def die(file: Path, at_step: int) -> None:
    """Change one key, but be killed at a certain step; it says "done" if it was done before."""
    steps = count(1)

    def on_event(event: str, _arguments: tuple[object, ...]) -> None:
        if event.startswith(STEPS) and next(steps) == at_step:
            os.kill(os.getpid(), signal.SIGKILL)

    writer.write(file, {"you.glass_ml": 300})  # so that everything is imported
    writer.write(file, {"you.glass_ml": 250})
    sys.addaudithook(on_event)
    writer.write(file, {"you.drink_goal_ml": GOALS[1]})
    print("done", flush=True)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["swap", path]:
            swap(Path(path))
        case ["die", path, step]:
            die(Path(path), int(step))
