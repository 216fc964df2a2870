"""The running instance on Windows: a named pipe. It was written by the documentation and never run there."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop.adapters.conversation import LONGEST_LINE, MOST_LINES, PATIENCE_MS, Answer
from desktop.adapters.endpoint import EndpointError, pipe_name
from desktop.wording.catalog import _

MOST_AT_ONCE = 32


class PipeInstance(QObject):
    """The port `desktop.adapters.instance.Instance`."""

    replaced = Signal()
    """Never: nobody can take a pipe's name away."""

    def __init__(self, answer: Answer, database: Path, parent: QObject | None = None) -> None:
        """Store what to answer and for which files; `listen` listens."""
        super().__init__(parent)
        self._answer = answer
        self._name = pipe_name(database)
        self._lock = QLockFile(str(Path(tempfile.gettempdir()) / f"{self._name}.lock"))
        self._server = QLocalServer(self)

    def listen(self) -> bool:
        """Begin to listen; False when another instance does.

        Raises:
            EndpointError: There is no pipe to be had.
        """
        self._lock.setStaleLockTime(0)
        if not self._lock.tryLock(0):
            return False
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(MOST_AT_ONCE)
        self._server.newConnection.connect(self._accept)
        if not self._server.listen(self._name):
            self._lock.unlock()
            raise EndpointError(
                _("Uncramp cannot listen for commands: {why}.").format(why=self._server.errorString()),
                _("Sign out and in again."),
            )
        return True

    def close(self) -> None:
        """Stop, so that another instance may begin."""
        self._server.close()
        self._lock.unlock()

    def _accept(self) -> None:
        while (pipe := self._server.nextPendingConnection()) is not None:
            _converse(pipe, self._answer)


def _converse(pipe: QLocalSocket, answer: Answer) -> None:
    """Answer a client within the limits that hold on a socket."""
    pipe.setReadBufferSize(LONGEST_LINE)
    patience = QTimer(pipe, singleShot=True, interval=PATIENCE_MS)
    patience.timeout.connect(pipe.abort)
    patience.start()
    pipe.disconnected.connect(pipe.deleteLater)
    pipe.readyRead.connect(_reader(pipe, answer, patience))


def _reader(pipe: QLocalSocket, answer: Answer, patience: QTimer) -> Callable[[], None]:
    lines = 0

    def read() -> None:
        nonlocal lines
        while pipe.canReadLine():
            lines += 1
            if lines > MOST_LINES:
                pipe.abort()
                return
            pipe.write(answer(bytes(pipe.readLine().data())))
            patience.start()
        if pipe.bytesAvailable() >= LONGEST_LINE:
            pipe.abort()

    return read
