"""A program that is asked one thing: started, heard out and forgotten, without anybody waiting for it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QProcess, QStandardPaths, QTimer

_PATIENCE_MS = 2_000


class AnsweringProgram(QObject):
    """Runs a program whose answer is what it prints; one run at a time."""

    def __init__(
        self, program: str, *arguments: str, environment: Sequence[str] = (), parent: QObject | None = None
    ) -> None:
        """Store what to run.

        Args:
            program: Looked for on the path when it is asked.
            arguments: Its arguments.
            environment: Additions, as ``NAME=value``.
            parent: The owner.
        """
        super().__init__(parent)
        self._program, self._arguments, self._environment = program, list(arguments), list(environment)
        self._process: QProcess | None = None
        self._told: list[Callable[[bytes | None], None]] = []
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.close)

    @property
    def is_there(self) -> bool:
        """Whether the program is installed."""
        return bool(QStandardPaths.findExecutable(self._program))

    def ask(self, told: Callable[[bytes | None], None]) -> None:
        """Run it; what it prints comes to `told`, or None where it is not there, fails, or takes too long."""
        path = QStandardPaths.findExecutable(self._program)
        if not path:
            told(None)
            return
        self._told.append(told)
        if self._process is None:
            self._start(path)

    def close(self) -> None:
        """End it, if it still runs."""
        if self._process is not None:
            self._process.kill()

    def _start(self, path: str) -> None:
        self._process = QProcess(self)
        if self._environment:
            self._process.setEnvironment([*QProcess.systemEnvironment(), *self._environment])
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._patience.start(_PATIENCE_MS)
        self._process.start(path, self._arguments)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end(None)

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        assert self._process is not None
        is_fine = code == 0 and status is QProcess.ExitStatus.NormalExit
        self._end(bytes(self._process.readAllStandardOutput().data()) if is_fine else None)

    def _end(self, said: bytes | None) -> None:
        self._patience.stop()
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
        told, self._told = self._told, []
        for tell in told:
            tell(said)
