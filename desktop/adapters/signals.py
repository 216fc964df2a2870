"""Ends the application when the system or a Ctrl-C asks it to, in the event loop instead of in between."""

import signal
import socket
import sys

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class EndSignals(QObject):
    """Hears SIGINT, SIGTERM and SIGHUP.

    Python runs its own handlers only between two of its instructions, and an idle event loop runs none: the number of
    the signal comes over a socket that wakes the loop.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Store the parent."""
        super().__init__(parent)
        self._ends: tuple[socket.socket, socket.socket] | None = None
        self._notifier: QSocketNotifier | None = None

    def start(self) -> None:
        """Hear them from now on. Windows has no such signals."""
        if sys.platform == "win32":
            return
        reading, writing = self._ends = socket.socketpair()
        for end in self._ends:
            end.setblocking(False)
        signal.set_wakeup_fd(writing.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda _number, _frame: None)
        self._notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_read)

    def stop(self) -> None:
        """Hear them no longer."""
        if self._ends is None:
            return
        signal.set_wakeup_fd(-1)
        if self._notifier is not None:
            self._notifier.setEnabled(False)  # before its socket is gone
            self._notifier.deleteLater()
            self._notifier = None
        for end in self._ends:
            end.close()
        self._ends = None

    def _on_read(self) -> None:
        if self._ends is not None and self._ends[0].recv(64):
            self.asked.emit()
