"""Notifications through plyer: no buttons, no replacing, no taking away, but there where nothing better is.

plyer blocks its caller, so it runs in one daemon thread behind a short queue. A watchdog in the event loop gives a
thread up that does not come back; the next notice gets a new one.
"""

import gc
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from queue import Full, Queue

from PySide6.QtCore import QObject, Qt, QTimerEvent, Signal

from desktop.adapters.plyer_delivery import deliver
from desktop.ports import Notice, NotifierFailure, Shown

_WAITING_AT_MOST = 8


@dataclass(slots=True, kw_only=True, eq=False)
class _Job:
    """A notice for the worker; nothing of Qt's, which must not be let go in another thread."""

    notice: Notice
    is_dropped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """What became of a job."""

    job: _Job
    error: str = ""
    is_missing: bool = False
    """plyer has no way to show anything on this machine, now or later."""


class _Worker:
    """Hands jobs to plyer one after the other, in a thread of its own."""

    def __init__(self, icon: str, report: Callable[[_Outcome], None]) -> None:
        self._icon, self._report = icon, report
        self._is_abandoned = False
        self.jobs: Queue[_Job | None] = Queue(_WAITING_AT_MOST)

    def start(self) -> None:
        """Begin; the thread never keeps the program from ending."""
        threading.Thread(target=self._run, name="plyer", daemon=True).start()

    def abandon(self) -> None:
        """Hear no more of it; the thread ends when plyer lets it."""
        self._is_abandoned = True
        gc.enable()
        if not self.jobs.full():
            self.jobs.put_nowait(None)

    def _run(self) -> None:
        while not self._is_abandoned and (job := self.jobs.get()) is not None:
            if not job.is_dropped:
                outcome = self._try(job)
                if not self._is_abandoned:
                    self._report(outcome)

    def _try(self, job: _Job) -> _Outcome:
        # Python collects garbage in whatever thread is at work; here that would destroy Qt objects in the wrong one.
        gc.disable()
        try:
            deliver(job.notice, self._icon)
        except (ImportError, NotImplementedError) as error:
            return _Outcome(job=job, error=str(error) or type(error).__name__, is_missing=True)
        except Exception as error:  # noqa: BLE001 - plyer raises what its ways raise; the chain hands over and logs it
            return _Outcome(job=job, error=f"{type(error).__name__}: {error}")
        finally:
            gc.enable()
        return _Outcome(job=job)


class PlyerNotifier(QObject):
    """The port `Notifier` through plyer."""

    pressed = Signal(object)
    """Never: plyer hears nothing of what a person does."""
    failed = Signal(object)
    """`NotifierFailure`."""
    shown = Signal(object)
    """`Shown`."""
    _finished = Signal(object)
    """`_Outcome`, out of the worker's thread."""

    name = "plyer"
    has_buttons = False

    def __init__(
        self, *, icon: str = "", finished_within: timedelta = timedelta(seconds=5), parent: QObject | None = None
    ) -> None:
        """Store what it needs.

        Args:
            icon: A file in the ICO format, for Windows; elsewhere plyer has no use for it.
            finished_within: How long plyer may take before a notice is handed over.
            parent: The owner.
        """
        super().__init__(parent)
        self._icon = icon
        self._finished_within_ms = finished_within // timedelta(milliseconds=1)
        self._worker: _Worker | None = None
        self._jobs: dict[str, _Job] = {}
        self._watchdogs: dict[str, int] = {}
        self._missing = ""
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def show(self, notice: Notice) -> None:
        """Show a notice; it comes beside an older one with the same key, unless that one still waits."""
        if self._missing:
            self._fail(notice.key, self._missing)
            return
        self.withdraw(notice.key)
        job = self._jobs[notice.key] = _Job(notice=notice)
        self._watchdogs[notice.key] = self.startTimer(self._finished_within_ms)
        if self._worker is None:
            self._worker = _Worker(self._icon, self._finished.emit)
            self._worker.start()
        try:
            self._worker.jobs.put_nowait(job)
        except Full:
            self._on_stuck()

    def withdraw(self, key: str) -> None:
        """Take a notice back that still waits for its turn; one on show stays until the person or time takes it."""
        job = self._jobs.pop(key, None)
        if job is not None:
            job.is_dropped = True
            self.killTimer(self._watchdogs.pop(key))

    def close(self) -> None:
        """Drop what waits and let the thread go."""
        for key in list(self._jobs):
            self.withdraw(key)
        if self._worker is not None:
            self._worker.abandon()
            self._worker = None

    def timerEvent(self, event: QTimerEvent) -> None:
        """The time for a notice is over."""
        if event.timerId() in self._watchdogs.values():
            self._on_stuck()

    def _on_finished(self, outcome: _Outcome) -> None:
        key = outcome.job.notice.key
        if outcome.is_missing:
            self._missing = outcome.error
        if self._jobs.get(key) is not outcome.job:
            return
        self.withdraw(key)
        if outcome.error:
            self._fail(key, outcome.error)
        else:
            self.shown.emit(Shown(key=key, by=self.name, has_buttons=self.has_buttons))

    def _on_stuck(self) -> None:
        keys = list(self._jobs)
        self.close()
        for key in keys:
            self._fail(key, "plyer does not come back.")

    def _fail(self, key: str, error: str) -> None:
        self.failed.emit(NotifierFailure(key=key, error=error))
