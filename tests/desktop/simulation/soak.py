"""Thousands of made-up years: ``make soak``, with ``YEARS`` and ``SEED``. It ends at the first thing that is wrong."""

import os
import sys
import tempfile
import time
from multiprocessing import Pool
from pathlib import Path

DAYS = 365


def lived(seed: int) -> tuple[int, int, list[str]]:
    """One made-up year: its seed, how many prompts came, and what was wrong."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        os.environ["UNCRAMP_HOME"] = folder
        from PySide6.QtCore import QCoreApplication

        from tests.desktop.simulation.life import MadeUpLife

        # Each year has a process of its own.
        life = MadeUpLife(seed, Path(folder), QCoreApplication([]))
        life.live(DAYS)
        return seed, life.watcher.shown, life.watcher.wrong


def main(years: int, first: int) -> int:
    """Live so many years, as many at a time as there are processors; the exit status."""
    began, prompts, wrong = time.monotonic(), 0, 0
    with Pool(maxtasksperchild=1) as pool:
        for done, (seed, shown, found) in enumerate(
            pool.imap_unordered(lived, range(first, first + years), chunksize=1), 1
        ):
            prompts += shown
            wrong += len(found)
            for line in found[:5]:
                sys.stdout.write(f"seed {seed}: {line}\n")
            if done % 10 == 0 or done == years:
                span = time.monotonic() - began
                sys.stdout.write(f"{done} years, {prompts} prompts, {wrong} wrong, {span:.0f} s\n")
                sys.stdout.flush()
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(os.environ.get("YEARS") or 1000), int(os.environ.get("SEED") or 0)))
