"""Runs the first of several programs that works, for a sound or a sentence at a time, and never waits for it."""

import logging

from PySide6.QtCore import QObject, QProcess, QStandardPaths, Signal

from desktop.adapters.sound_programs import Program, Takes

_ENDS_WITHIN_MS = 200
"""When Uncramp itself ends, a program that was killed gets so long to be gone."""

_log = logging.getLogger(__name__)


class FirstProgram(QObject):
    """Tries the programs in their order; one that is not there, or fails, is not tried again."""

    missing = Signal()
    """None of them works; told once until they are looked for again."""

    def __init__(self, programs: tuple[Program, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = programs
        self._programs = list(programs)
        self._process: QProcess | None = None
        self._is_missing = False
        self._words = ""

    def run(self, words: str) -> None:
        """Begin with something new, instead of what is being said or played."""
        self._words = words
        if self._process is not None and self._programs and self._programs[0].takes is Takes.LINES:
            self._write(words + "\n")
            return
        self._end()
        self._start()

    def stop(self) -> None:
        """End what is being said or played."""
        if self._process is not None and self._programs and self._programs[0].takes is Takes.LINES:
            self._write("\n")
        else:
            self._end()

    def look_again(self) -> None:
        """Try all of them anew: one may have been installed, or plugged in, since."""
        self._end()
        self._programs = list(self._all)
        self._is_missing = False

    def close(self) -> None:
        """Leave no process behind."""
        process = self._process
        self._end()
        if process is not None:
            process.waitForFinished(_ENDS_WITHIN_MS)

    def _start(self) -> None:
        """Start the first program that is installed."""
        while self._programs:
            program = self._programs[0]
            path = QStandardPaths.findExecutable(program.name)
            if path:
                self._launch(program, path)
                return
            self._programs.pop(0)
        if not self._is_missing:
            self._is_missing = True
            self.missing.emit()

    def _launch(self, program: Program, path: str) -> None:
        process = QProcess(self)
        self._process = process
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        arguments = [*program.arguments, self._words] if program.takes is Takes.ARGUMENT else list(program.arguments)
        process.start(path, arguments)
        if self._process is not process or program.takes is Takes.ARGUMENT:
            return
        self._write(self._words + "\n")
        if program.takes is Takes.INPUT:
            process.closeWriteChannel()

    def _write(self, words: str) -> None:
        if self._process is not None:
            self._process.write(words.encode())

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._let_go()
        if code or status is QProcess.ExitStatus.CrashExit:
            self._give_up(f"exit status {code}")

    def _on_error(self, error: QProcess.ProcessError) -> None:
        """Of the errors only this one is not followed by an end."""
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            why = self._process.errorString()
            self._let_go()
            self._give_up(why)

    def _let_go(self) -> None:
        """The process has ended."""
        process = self._forget()
        if process is not None:
            process.deleteLater()

    def _end(self) -> None:
        """End the process; it goes when it is gone, and what it says of that is not heard any more."""
        process = self._forget()
        if process is None:
            return
        if process.state() is QProcess.ProcessState.NotRunning:
            process.deleteLater()
            return
        process.finished.connect(process.deleteLater)
        process.closeWriteChannel()
        process.kill()

    def _forget(self) -> QProcess | None:
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._on_finished)
            process.errorOccurred.disconnect(self._on_error)
        return process

    def _give_up(self, why: str) -> None:
        """Go on to the next program, with the same words."""
        program = self._programs.pop(0)
        _log.info("%s does not work: %s", program.name, why)
        self._start()
