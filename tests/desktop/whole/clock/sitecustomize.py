"""Gives a program another time than the machine's, and lets a test move it: Python imports this from PYTHONPATH.

Only the wall clock is moved. What Qt waits by stands apart from it, as it does when a real machine was suspended.
"""

import os
import threading
import time
from pathlib import Path

import time_machine


def _start(folder: Path) -> None:
    ahead = float((folder / "ahead").read_text(encoding="ascii"))
    coordinates = time_machine.travel(time.clock_gettime(time.CLOCK_REALTIME) + ahead, tick=True).start()
    if "TEST_CLOCK_FOLLOWED" in os.environ:
        threading.Thread(target=_follow, args=(folder, coordinates), name="test-clock", daemon=True).start()


def _follow(folder: Path, coordinates: time_machine.Traveller) -> None:
    # Opened for writing too, so that it never comes to an end.
    with os.fdopen(os.open(folder / "moves", os.O_RDWR), "rb", buffering=0) as moves:
        while order := moves.readline():
            coordinates.shift(float(order))
            (folder / "moved").write_bytes(order)


_start(Path(os.environ["TEST_CLOCK"]))
