"""A stream to a server on this machine, spoken to from the event loop: nothing here waits."""

import socket
from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_CHUNK_BYTES = 65_536
_MOST_UNSENT_BYTES = 1_000_000
"""A server that lets this much pile up does not read any more."""


class LocalStream(QObject):
    """Sends what it is given when the server takes it, and tells what comes."""

    received = Signal(bytes)
    lost = Signal()
    """The server went away, or would not let us in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._socket: socket.socket | None = None
        self._reader: QSocketNotifier | None = None
        self._writer: QSocketNotifier | None = None
        self._unsent = bytearray()

    @property
    def is_open(self) -> bool:
        """Whether the server is there, as far as is known."""
        return self._socket is not None

    def open(self, paths: Sequence[str]) -> bool:
        """Connect to the first path on which somebody listens; whether there was one."""
        for path in paths:
            made = socket.socket(socket.AF_UNIX)
            made.setblocking(False)
            with suppress(OSError):
                made.connect(path)
                self._begin(made)
                return True
            made.close()
        return False

    def send(self, data: bytes) -> None:
        """Send, now or when the server reads again."""
        if self._socket is None:
            return
        self._unsent += data
        self._flush()

    def close(self) -> None:
        """Let go of the server."""
        for notifier in (self._reader, self._writer):
            if notifier is not None:
                notifier.setEnabled(False)
                notifier.deleteLater()
        if self._socket is not None:
            self._socket.close()
        self._socket = self._reader = self._writer = None
        self._unsent.clear()

    def _begin(self, made: socket.socket) -> None:
        self._socket = made
        self._reader = QSocketNotifier(made.fileno(), QSocketNotifier.Type.Read, self)
        self._reader.activated.connect(self._read)
        self._writer = QSocketNotifier(made.fileno(), QSocketNotifier.Type.Write, self)
        self._writer.setEnabled(False)
        self._writer.activated.connect(self._flush)

    def _flush(self) -> None:
        if self._socket is None or self._writer is None:
            return
        try:
            while self._unsent:
                del self._unsent[: self._socket.send(self._unsent)]
        except BlockingIOError:
            pass
        except OSError:
            self._lose()
            return
        if len(self._unsent) > _MOST_UNSENT_BYTES:
            self._lose()
            return
        self._writer.setEnabled(bool(self._unsent))

    def _read(self) -> None:
        if self._socket is None:
            return
        try:
            data = self._socket.recv(_CHUNK_BYTES)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if data:
            self.received.emit(data)
        else:
            self._lose()

    def _lose(self) -> None:
        if self._socket is not None:
            self.close()
            self.lost.emit()
