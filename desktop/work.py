"""Work that takes a while, in a thread beside the windows; what comes of it is told in theirs."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from desktop.errors import UncrampError


class Work(QObject):
    """One piece of work at a time."""

    done = Signal(object)
    """What came of it."""
    broke = Signal(object)
    """The `UncrampError` that it ended with."""
    _ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Store the parent."""
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def begin(self, task: Callable[[], object]) -> None:
        """Begin; the work before is over.

        Args:
            task: It touches nothing of the windows.
        """
        assert self._thread is None
        self._thread = threading.Thread(target=self._run, args=(task,), name="uncramp work")
        self._thread.start()

    def wait(self) -> None:
        """Wait for what goes on, if anything does: half a file is none."""
        if self._thread is not None:
            self._thread.join()

    def _run(self, task: Callable[[], object]) -> None:
        found: object = None
        error: BaseException | None = None
        try:
            found = task()
        except BaseException as raised:  # noqa: BLE001 it is raised again where it is seen
            error = raised
        self._ended.emit(found, error)

    def _on_ended(self, found: object, error: BaseException | None) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        if error is None:
            self.done.emit(found)
        elif isinstance(error, UncrampError):
            self.broke.emit(error)
        else:
            self.broke.emit(UncrampError(repr(error)))
            raise error
