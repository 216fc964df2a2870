"""A conversation with one client: lines in, lines out, within limits, and never in the way of the application."""

import logging
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

Answer = Callable[[bytes], bytes]
"""What to answer to a line; both end in a line end. It runs on the GUI thread and returns soon."""

CHUNK = 65_536
LONGEST_LINE = 65_536
"""Bytes; a longer command is none of ours."""
MOST_LINES = 4096
"""Whoever asks more at a stretch is cut off."""
PATIENCE_MS = 5000
"""How long a client may take to finish a line, or to take an answer."""

_log = logging.getLogger(__name__)


class Conversation(QObject):
    """Answers one client, one line each turn of the event loop, and reads no more while an answer waits to be taken."""

    ended = Signal()

    def __init__(self, connection: socket.socket, answer: Answer, parent: QObject | None = None) -> None:
        """Store the ends; `start` begins.

        Args:
            connection: Connected to the client.
            answer: What to answer to a line.
            parent: The instance.
        """
        super().__init__(parent)
        self._connection = connection
        self._answer = answer
        self._incoming = bytearray()
        self._outgoing = bytearray()
        self._lines = 0
        self._heard_all = False
        self._is_over = False
        descriptor = connection.fileno()
        self._reader = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
        self._writer = QSocketNotifier(descriptor, QSocketNotifier.Type.Write, self)
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)

    def start(self) -> None:
        """Begin to listen."""
        self._connection.setblocking(False)
        self._writer.setEnabled(False)
        self._reader.activated.connect(self._read)
        self._writer.activated.connect(self._write)
        self._turn.timeout.connect(self._take_turn)
        self._patience.timeout.connect(self.end)
        self._patience.start()

    @property
    def waited_ms(self) -> int:
        """How long the client has kept this end waiting, since it connected or was answered last."""
        return PATIENCE_MS - self._patience.remainingTime()

    def end(self) -> None:
        """Let the client go."""
        if self._is_over:
            return
        self._is_over = True
        # A notifier must be silent before its descriptor is closed and given to somebody else.
        self._reader.setEnabled(False)
        self._writer.setEnabled(False)
        self._turn.stop()
        self._patience.stop()
        self._connection.close()
        self.ended.emit()

    def _read(self) -> None:
        try:
            chunk = self._connection.recv(CHUNK)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            self.end()
            return
        self._heard_all = not chunk
        self._incoming += chunk
        self._go_on()

    def _go_on(self) -> None:
        """Decide what comes next: taking a line, hearing more, waiting for the client, or the end."""
        if self._is_over:
            return
        has_line = b"\n" in self._incoming
        if not has_line and not self._outgoing and (self._heard_all or len(self._incoming) > LONGEST_LINE):
            self.end()
            return
        self._reader.setEnabled(not (has_line or self._outgoing or self._heard_all))
        self._writer.setEnabled(bool(self._outgoing))
        if has_line and not self._outgoing:
            self._turn.start()

    def _take_turn(self) -> None:
        end = self._incoming.index(b"\n") + 1
        line = bytes(self._incoming[:end])
        del self._incoming[:end]
        self._lines += 1
        if self._lines > MOST_LINES:
            self.end()
            return
        try:
            self._outgoing += self._answer(line)
        except Exception:  # noqa: BLE001 a bug in one command must not take the instance away from the others
            _log.exception("A command could not be answered")
            self.end()
            return
        self._patience.start()
        self._write()

    def _write(self) -> None:
        if self._is_over:
            return
        try:
            sent = self._connection.send(self._outgoing)
        except (BlockingIOError, InterruptedError):
            sent = 0
        except OSError:
            self.end()
            return
        del self._outgoing[:sent]
        self._go_on()
