"""A process with a cramp that goes on until it is killed: ``python -m tests.desktop.relief_worker FILE STEP``."""

import sys
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.adapters.clock import SystemClock
from desktop.adapters.store import SqliteStore
from desktop.helping import Helping
from desktop.icing import Icing
from desktop.journal import Journal
from desktop.relief_view import Where
from desktop.relieving import Relieving
from desktop.theme import Look, dress
from desktop.windows.help import HelpWindow
from desktop.windows.relief import ReliefWindow
from schedules.guides.relief_course import Feeling
from schedules.history import Muscle, Side
from schedules.settings import Settings
from tests.desktop.recording_notifier import RecordingNotifier


def main(path: str, step: int) -> None:
    """Take so many steps, let each be written, say so, and wait for the end."""
    app = QApplication([])
    dress(app, Look())
    clock = SystemClock()
    journal = Journal(SqliteStore(Path(path), clock), clock, Settings, lambda: ZoneInfo("UTC"))
    relieving = Relieving(
        journal=journal,
        icing=Icing(journal, RecordingNotifier()),
        helping=Helping(journal, "US", HelpWindow),
        build=lambda: ReliefWindow(settle_ms=0),
    )
    steps = (
        relieving.open,
        lambda: relieving.choose(Where(muscle=Muscle.CALF, side=Side.LEFT)),
        lambda: relieving.feel(Feeling.EASING),
        lambda: relieving.feel(Feeling.EASING),
        relieving.go_on,
        lambda: relieving.cool(15),
        relieving.finish,
    )
    for take in steps[: step + 1]:
        take()

    def tell() -> None:
        if relieving.records.current.is_kept:
            print("kept", flush=True)

    timer = QTimer()
    timer.timeout.connect(tell)
    timer.start(20)
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
