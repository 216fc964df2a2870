"""How long a cramp waits for the first instruction: ``python -m tests.relief_bench``; for ``make bench``.

In a process of its own, while another connection holds the database locked. From the wish to the first paint of the
question, and from the key to that of the instruction.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.app import Application

LIMIT_MS = 300
ROUNDS = 5
IDLE_MS = 1_500
"""Until the application has started and idles."""
ANSWERED = 2
"""Moments that are known when the question is answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliefTimes:
    """Milliseconds; each the median of some processes."""

    to_question: float
    """From the wish to open the relief to the first paint of its question."""
    to_instruction: float
    """From the key that answers it to the first paint of the instruction."""

    @property
    def total(self) -> float:
        """What the program itself makes a person wait."""
        return self.to_question + self.to_instruction


def measure(rounds: int = ROUNDS) -> ReliefTimes:
    """Measure in fresh processes, each with a home of its own."""
    found = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            found.append(_run(Path(folder)))
    return ReliefTimes(
        to_question=median(question for question, _ in found),
        to_instruction=median(instruction for _, instruction in found),
    )


def _run(home: Path) -> tuple[float, float]:
    # As on a machine where it is installed: modules are compiled once, not each time.
    env = {"QT_QPA_PLATFORM": "offscreen", "QT_QPA_PLATFORMTHEME": "generic"} | os.environ | {"UNCRAMP_HOME": str(home)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "tests.relief_bench", "once"]
    said = subprocess.run(command, env=env, check=True, capture_output=True, text=True, timeout=60).stdout
    question, instruction = said.split()[-2:]
    return float(question), float(instruction)


def _once() -> None:
    """Run the application as it is; lock its database, open the relief, and answer as soon as the question is there."""
    from desktop.light_qt import import_qt

    import_qt()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from desktop.app import Application

    app = QApplication([])
    application = Application(app, headless=False)
    application.listen()
    application.show_tray()
    QTimer.singleShot(0, lambda: application.start(None, None))
    lock = sqlite3.connect(Path(os.environ["UNCRAMP_HOME"]) / "uncramp.db", isolation_level=None)
    QTimer.singleShot(IDLE_MS, lambda: _open(application, lock))
    app.exec()
    lock.close()


def _open(application: "Application", lock: sqlite3.Connection) -> None:
    from PySide6.QtCore import QCoreApplication, Qt, QTimer
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    from desktop.commands.windows import Window

    lock.execute("BEGIN EXCLUSIVE")
    moments = [perf_counter()]
    runtime = application._runtime
    assert runtime is not None
    runtime.open_window(Window.RELIEF)
    from desktop.windows.relief import ReliefWindow

    (window,) = (top for top in QApplication.topLevelWidgets() if isinstance(top, ReliefWindow))

    def painted() -> None:
        moments.append(perf_counter())
        if len(moments) == ANSWERED:
            moments.append(perf_counter())
            press = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_3, Qt.KeyboardModifier.NoModifier, "3")
            QCoreApplication.postEvent(window, press)
        elif len(moments) > ANSWERED + 1:
            print((moments[1] - moments[0]) * 1000, (moments[3] - moments[2]) * 1000, flush=True)
            QTimer.singleShot(0, lambda: os._exit(0))

    window.painted.connect(painted)


if __name__ == "__main__":
    if "once" in sys.argv:
        _once()
    else:
        times = measure()
        print(f"relief: question {times.to_question:.0f} ms, instruction {times.to_instruction:.0f} ms")
        sys.exit(times.total > LIMIT_MS)
