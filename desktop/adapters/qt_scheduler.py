"""An APScheduler scheduler that lives in Qt's event loop and follows the wall clock.

APScheduler's own `QtScheduler` is not usable here: its static ``QTimer.singleShot`` can never be stopped, so every
change adds one more everlasting chain of timers; a wake-up from another thread never fires; and one long wait sleeps
through suspend and clock changes. This one owns a single timer and re-reads the wall clock at least once a minute.
"""

import logging
from typing import Any

from apscheduler.executors.base import BaseExecutor, run_job
from apscheduler.schedulers.base import STATE_RUNNING, BaseScheduler
from PySide6.QtCore import QObject, Qt, QTimer, Signal

LONGEST_WAIT_MS = 60_000


class _Bridge(QObject):
    """Carries calls into the event loop of the thread that built it."""

    woken = Signal()
    submitted = Signal(object)


class QtExecutor(BaseExecutor):  # type: ignore[misc]  # APScheduler ships no types
    """Runs jobs one after the other in the GUI thread, from the event loop, outside the scheduler's lock."""

    def __init__(self) -> None:
        """Build the bridge; call this in the GUI thread."""
        super().__init__()
        self._open = True
        self._bridge = _Bridge()
        self._bridge.submitted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def _do_submit_job(self, job: Any, run_times: Any) -> None:  # noqa: ANN401 APScheduler ships no types
        self._bridge.submitted.emit((job, run_times))

    def _run(self, submitted: tuple[Any, Any]) -> None:
        job, run_times = submitted
        if not self._open:
            return
        # `run_job` catches and logs what a job throws: one bad job does not silence the others.
        events = run_job(job, job._jobstore_alias, run_times, self._logger.name)  # noqa: SLF001 APScheduler's own protocol
        self._run_job_success(job.id, events)

    def shutdown(self, wait: bool = True) -> None:  # noqa: ARG002, FBT002 APScheduler's own protocol
        """Drop what is still queued."""
        self._open = False


class QtWallClockScheduler(BaseScheduler):  # type: ignore[misc]  # APScheduler ships no types
    """Fires date jobs when the wall clock has reached their moment, however it got there."""

    def __init__(self, *, longest_wait_ms: int = LONGEST_WAIT_MS) -> None:
        """Build the timer; call this in the GUI thread.

        Args:
            longest_wait_ms: How long it may sleep before it reads the wall clock again.
        """
        self._longest_wait_ms = longest_wait_ms
        self._bridge = _Bridge()
        self._bridge.woken.connect(self._on_woken)
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._on_timeout)
        # Late jobs run all the same, once: the gate judges them.
        super().__init__(timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True})
        logging.getLogger("apscheduler").setLevel(logging.WARNING)

    @property
    def timers(self) -> int:
        """How many timers are running: never more than one."""
        return int(self._timer.isActive())

    def _create_default_executor(self) -> BaseExecutor:
        return QtExecutor()

    def wakeup(self) -> None:
        """Look at the jobs again, soon; callable from any thread."""
        self._bridge.woken.emit()

    def shutdown(self, wait: bool = True) -> None:  # noqa: FBT002 APScheduler's own protocol
        """Stop; queued jobs are dropped."""
        self._timer.stop()
        super().shutdown(wait)

    def _on_woken(self) -> None:
        if self.state == STATE_RUNNING:
            self._timer.start(0)

    def _on_timeout(self) -> None:
        if self.state != STATE_RUNNING:
            return
        wait = self._process_jobs()
        if wait is not None:
            self._timer.start(min(int(wait * 1000) + 1, self._longest_wait_ms))
