"""How long Today takes to open with ten years of history: ``python -m tests.today_bench``; for ``make bench``.

In a process of its own, the application as it is: from the wish to the first paint of the window, then of a past day,
and of a month.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from desktop.adapters.clock import SystemClock
from desktop.adapters.store import SqliteStore
from desktop.adapters.store_tables import PROMPTS, table_of
from desktop.ports import LogEntry
from schedules.history import Cramp, Drink, Outcome, PromptRecord, RoutineDone
from schedules.prompts import Kind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.app import Application

LIMIT_MS = 200
ROUNDS = 3
YEARS = 10
IDLE_MS = 1_500
"""Until the application has started and idles."""
ZONE = "UTC"


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayTimes:
    """Milliseconds; each the median of some processes."""

    to_open: float
    to_past_day: float
    to_month: float


def measure(rounds: int = ROUNDS) -> TodayTimes:
    """Measure in fresh processes, on one home with ten years in it."""
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder) / "uncramp.db")
        found = [_run(Path(folder)) for _ in range(rounds)]
    opened, past, month = (median(times) for times in zip(*found, strict=True))
    return TodayTimes(to_open=opened, to_past_day=past, to_month=month)


def fill(path: Path) -> None:
    """Write ten years of days: eight drinks, four breaks, a stretch and twelve prompts each, and a cramp a week."""
    store = SqliteStore(path, SystemClock())
    store.open()
    store.close()
    now = SystemClock().now().replace(hour=0, minute=0, second=0, microsecond=0)
    days = [now - timedelta(days=n) for n in range(YEARS * 365)]
    numbers = iter(range(1, 10_000_000))
    with sqlite3.connect(path) as records:
        entries: tuple[LogEntry, ...] = (
            *(drink for day in days for drink in _drinks(day)),
            *(routine for day in days for routine in _routines(day)),
            *(Cramp(onset_at=day + timedelta(hours=2)) for day in days[::7]),
        )
        for entry in entries:
            table = table_of(entry)
            records.execute(table.insert, (next(numbers), ZONE, *table.values(entry)))
        records.executemany(PROMPTS.insert, ((ZONE, *PROMPTS.values(record)) for record in _prompts(days)))
    records.close()


def _drinks(day: datetime) -> Iterator[Drink]:
    return (Drink(at=day + timedelta(hours=8 + 1.5 * n), volume_ml=250) for n in range(8))


def _routines(day: datetime) -> Iterator[RoutineDone]:
    yield from (RoutineDone(started_at=day + timedelta(hours=10 + 2 * n), routine="move") for n in range(4))
    yield RoutineDone(started_at=day + timedelta(hours=22), routine="bedtime", lasted=timedelta(minutes=6))


def _prompts(days: list[datetime]) -> Iterator[PromptRecord]:
    for day in days:
        for n in range(12):
            at = day + timedelta(hours=8 + n)
            yield PromptRecord(
                key=f"drink@{at:%Y%m%dT%H%M%SZ}", kind=Kind.DRINK, due_at=at, shown_at=at, outcome=Outcome.DONE
            )


def _run(home: Path) -> tuple[float, float, float]:
    env = {"QT_QPA_PLATFORM": "offscreen", "QT_QPA_PLATFORMTHEME": "generic"} | os.environ | {"UNCRAMP_HOME": str(home)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "tests.today_bench", "once"]
    said = subprocess.run(command, env=env, check=True, capture_output=True, text=True, timeout=60).stdout
    opened, past, month = (float(word) for word in said.split()[-3:])
    return opened, past, month


def _once() -> None:
    """Run the application as it is, and open the window once it idles."""
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
    QTimer.singleShot(IDLE_MS, lambda: _measure(application, app))
    app.exec()
    application.close()


def _measure(application: "Application", app: "QApplication") -> None:
    from desktop.commands.windows import Window

    runtime = application._runtime
    assert runtime is not None
    times = [_painted(lambda: runtime.open_window(Window.TODAY), app)]
    from desktop.windows.today import TodayWindow

    (window,) = [shown for shown in app.topLevelWidgets() if isinstance(shown, TodayWindow)]
    day = runtime.journal.day().date
    times.extend(
        (
            _painted(lambda: window.day_requested.emit(day - timedelta(days=1000)), app),
            _painted(lambda: window.month_requested.emit(day - timedelta(days=400)), app),
        )
    )
    print(*times)
    app.quit()


def _painted(ask: Callable[[], object], app: "QApplication") -> float:
    """How long it takes from a wish to what is painted."""
    started = perf_counter()
    ask()
    app.processEvents()
    for shown in app.topLevelWidgets():
        if shown.isVisible():
            shown.grab()
    return (perf_counter() - started) * 1000


if __name__ == "__main__":
    if "once" in sys.argv:
        _once()
    else:
        print(measure())
