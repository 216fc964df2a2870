"""Has a calendar read by a process of its own, and never waits for it: see `desktop.adapters.calendar_child`."""

import json
import os
import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

import desktop
from desktop.adapters.calendar_file import entry
from desktop.calendar_kept import CalendarEntry
from desktop.calendar_source import Refusal

PATIENCE_MS = 300_000
"""By the clock on the wall: at sign-in the machine is busy, and the process stands back. Of the processor's time it
gives itself far less."""
LARGEST_ANSWER = 20_000_000
MODULE = "desktop.adapters.calendar_child"
_MODULES = Path(desktop.__file__).parents[1]


class CalendarProcess(QObject):
    """The port `desktop.calendar_watch.Reader`: one calendar at a time."""

    read = Signal(object)
    """A tuple of `CalendarEntry`."""
    refused = Signal(object)
    """A `Refusal`."""

    def __init__(
        self, parent: QObject | None = None, *, patience_ms: int = PATIENCE_MS, most_time_s: int | None = None
    ) -> None:
        """Store how patient it is; nothing is started yet.

        Args:
            parent: The owner.
            patience_ms: How long the process may take.
            most_time_s: How much of the processor's time; None for the process's own limit.
        """
        super().__init__(parent)
        self._patience_ms, self._most_time_s = patience_ms, most_time_s
        self._process: QProcess | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_late)

    def start(self, calendar: Path | bytes, zone: str, since: datetime, until: datetime) -> None:
        """Have a calendar read; what was being read before comes to nothing.

        Args:
            calendar: A file, or the calendar itself.
            zone: Where the clock hangs that times without a zone are of.
            since: What was over before is left out.
            until: The same with what begins later.
        """
        self.close()
        process = QProcess(self)
        process.setProcessEnvironment(_environment())
        process.setWorkingDirectory(str(_MODULES))
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        wish: dict[str, object] = {"zone": zone, "since": since.timestamp(), "until": until.timestamp()}
        if isinstance(calendar, Path):
            wish["path"] = str(calendar)
        if self._most_time_s is not None:
            wish["most_time_s"] = self._most_time_s
        self._process = process
        # -P: nothing that lies in the folder it is started in takes the place of a module.
        process.start(sys.executable, ["-P", "-m", MODULE])
        if process.state() is QProcess.ProcessState.NotRunning:
            return  # it could not be started, which is told
        process.write(json.dumps(wish).encode() + b"\n")
        if isinstance(calendar, bytes):
            process.write(calendar)
        process.closeWriteChannel()
        self._timer.start(self._patience_ms)

    def close(self) -> None:
        """Break off what is under way; nothing more is told of it."""
        self._timer.stop()
        if self._process is not None:
            process, self._process = self._process, None
            process.finished.disconnect(self._on_finished)
            process.errorOccurred.disconnect(self._on_error)
            process.kill()
            process.waitForFinished(1000)
            process.deleteLater()

    def _on_late(self) -> None:
        self._end(Refusal.TOO_HARD)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end(Refusal.NOT_READ)

    def _on_finished(self, status: int, ended: QProcess.ExitStatus) -> None:
        assert self._process is not None
        said = bytes(self._process.readAllStandardOutput().data())
        if ended is QProcess.ExitStatus.CrashExit:
            self._end(Refusal.TOO_HARD)  # it came to its limit of time or memory
        else:
            self._end(_understood(said) if status == 0 else Refusal.NOT_READ)

    def _end(self, found: tuple[CalendarEntry, ...] | Refusal) -> None:
        self.close()
        if isinstance(found, Refusal):
            self.refused.emit(found)
        else:
            self.read.emit(found)


def _environment() -> QProcessEnvironment:
    environment = QProcessEnvironment.systemEnvironment()
    before = environment.value("PYTHONPATH", "")
    environment.insert("PYTHONPATH", os.pathsep.join(filter(None, (str(_MODULES), before))))
    return environment


def _understood(said: bytes) -> tuple[CalendarEntry, ...] | Refusal:
    try:
        found = json.loads(said[:LARGEST_ANSWER])
        return Refusal(found["refused"]) if "refused" in found else tuple(entry(values) for values in found["events"])
    except (ValueError, TypeError, KeyError, OverflowError, OSError):
        return Refusal.NOT_READ
