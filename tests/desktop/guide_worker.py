"""A process in the middle of a guide, until it is killed: ``python -m tests.desktop.guide_worker FILE SECONDS``."""

import sys
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.adapters.store import SqliteStore
from tests.clock import FakeClock
from tests.desktop.guide_days import GuideRun


def main(path: str, seconds: int) -> None:
    """Follow the bedtime guide for so long, say so, and wait for the end."""
    app = QCoreApplication([])
    clock = FakeClock()
    run = GuideRun(clock, SqliteStore(Path(path), clock))
    run.guiding.begin("bedtime")
    run.wait(timedelta(seconds=seconds))
    print("held", flush=True)
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
