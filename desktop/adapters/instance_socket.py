"""The running instance on Unix: a socket that only its user can reach, and a lock that the kernel lets go.

What cleans up the folder of temporary files may take both away while the instance runs: they are put back.

Plain sockets with Qt's notifiers, not QtNetwork's: that library costs 2.8 MB for as long as the application runs.
"""

import fcntl
import logging
import os
import socket
import struct
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QFileSystemWatcher, QObject, QSocketNotifier, QTimer, Signal

from desktop.adapters.conversation import Answer, Conversation
from desktop.adapters.endpoint import EndpointError, secure, socket_path
from desktop.wording.catalog import _

_log = logging.getLogger(__name__)

BACKLOG = 1024
"""Clients that may wait for their turn."""
MOST_AT_ONCE = 200
"""Conversations; further clients wait."""
MANNERS_MS = 1000
"""Who has said nothing for so long is let go first when others wait."""
BREATH_MS = 200
"""How long to wait before looking again for room."""


class SocketInstance(QObject):
    """The port `desktop.adapters.instance.Instance`."""

    replaced = Signal()
    """The socket and the lock were taken away, and another instance was quicker to take the place."""

    def __init__(self, answer: Answer, database: Path, parent: QObject | None = None) -> None:
        """Store what to answer and for which files; `listen` listens."""
        super().__init__(parent)
        self._answer = answer
        self._database = database
        self._lock: BinaryIO | None = None
        self._socket: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._watcher: QFileSystemWatcher | None = None
        self._place: _Place | None = None
        self._conversations: list[Conversation] = []
        self._breath = QTimer(self, singleShot=True, interval=BREATH_MS)
        self._breath.timeout.connect(self._make_room)

    def listen(self) -> bool:
        """Begin to listen; False when another instance does.

        The folder is locked for the moment between taking the instance's lock and listening: whoever comes second finds
        the first one listening. The instance's lock ends with its process, however that ends, so the socket of one that
        was killed is simply replaced.

        Raises:
            EndpointError: There is no safe place to listen.
        """
        path = socket_path(self._database)
        secure(path.parent)
        try:
            door = os.open(path.parent, os.O_RDONLY)
            try:
                fcntl.flock(door, fcntl.LOCK_EX)
                return self._take(path) and self._open(path)
            finally:
                os.close(door)
        except OSError as error:
            raise EndpointError(
                _("Uncramp cannot listen for commands at {path}: {why}.").format(path=path, why=error.strerror),
                _("Make room there, or set XDG_RUNTIME_DIR to another folder of your own."),
            ) from error

    def close(self) -> None:
        """Stop. The lock goes before the last conversations, so that their ends tell that it is gone."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        if self._place is not None and self._place.is_kept():
            self._place.socket.unlink(missing_ok=True)
        self._stop_listening()
        if self._lock is not None:
            self._lock.close()
            self._lock = None
        for conversation in tuple(self._conversations):
            conversation.end()

    def _stop_listening(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _take(self, path: Path) -> bool:
        if self._lock is not None:  # it is taken anew: the file that it is on may be gone
            self._lock.close()
            self._lock = None
        lock = path.with_suffix(".lock").open("wb")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.close()
            return False
        self._lock = lock
        return True

    def _open(self, path: Path) -> bool:
        path.unlink(missing_ok=True)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.setblocking(False)
        self._socket.bind(str(path))
        path.chmod(0o600)
        self._socket.listen(BACKLOG)
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._accept)
        self._place = _Place(path)
        self._watch(path.parent)
        return True

    def _watch(self, folder: Path) -> None:
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.directoryChanged.connect(self._look)
        self._watcher.addPath(str(folder))

    def _look(self) -> None:
        """Something came or went beside the socket: where it went itself, no command finds the way here any more."""
        if self._watcher is None or self._place is None:
            return
        self._watch(self._place.socket.parent)  # may be another folder by now, and the watch has gone with the old one
        if self._place.is_kept():
            return
        self._stop_listening()
        try:
            if not self.listen():
                _log.warning("Another Uncramp began while the socket of this one was away: this one ends.")
                self.replaced.emit()
        except EndpointError as error:
            _log.warning("No command finds the way here any more: %s", type(error.__cause__ or error).__name__)

    def _accept(self) -> None:
        if self._socket is None:
            return
        try:
            connection, _unused = self._socket.accept()
        except (BlockingIOError, InterruptedError, ConnectionAbortedError):
            return
        except OSError:
            # No file descriptor is left: asking again at once would spin.
            self._rest()
            return
        if not _is_own(connection):
            connection.close()
            return
        self._converse(connection)

    def _converse(self, connection: socket.socket) -> None:
        conversation = Conversation(connection, self._answer, self)
        self._conversations.append(conversation)
        conversation.ended.connect(lambda: self._forget(conversation))
        conversation.start()
        self._make_room()

    def _forget(self, conversation: Conversation) -> None:
        self._conversations.remove(conversation)
        conversation.deleteLater()
        self._make_room()

    def _make_room(self) -> None:
        """Accept while there is room; else let go who has kept everybody waiting, or look again in a moment."""
        if self._notifier is None:
            return
        if len(self._conversations) < MOST_AT_ONCE:
            self._notifier.setEnabled(True)
            return
        self._rest()
        slowest = max(self._conversations, key=lambda conversation: conversation.waited_ms)
        if slowest.waited_ms >= MANNERS_MS:
            slowest.end()

    def _rest(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._breath.start()


class _Place:
    """The socket and the lock as they were made."""

    def __init__(self, socket_file: Path) -> None:
        """Look at them."""
        self.socket = socket_file
        self._made = self._now()

    def is_kept(self) -> bool:
        """Whether both are still there, and no others in their place."""
        return self._now() == self._made

    def _now(self) -> tuple[tuple[int, int] | None, ...]:
        return tuple(_file_at(file) for file in (self.socket, self.socket.with_suffix(".lock")))


def _file_at(path: Path) -> tuple[int, int] | None:
    try:
        found = path.lstat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _is_own(connection: socket.socket) -> bool:
    """Whether the other end belongs to this user. The folder's modes say so already; Linux can also be asked."""
    if not hasattr(socket, "SO_PEERCRED"):
        return True
    credentials = struct.Struct("3i")
    _pid, uid, _gid = credentials.unpack(connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, credentials.size))
    return bool(uid == os.getuid())
