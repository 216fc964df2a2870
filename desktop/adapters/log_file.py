"""Writes warnings to a small file, so that a fault can be looked into; nothing personal is logged.

The standard library's rotating file brings 2.6 MB along for as long as the application runs; this one does as much as
is needed here.
"""

import logging
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from types import TracebackType

NAME, OLD = "uncramp.log", "uncramp.log.old"
LARGEST = 1_000_000
"""Bytes; a larger file is begun anew, the old one kept once."""

ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def start_logging(folder: Path) -> None:
    """Write warnings and uncaught exceptions to ``uncramp.log`` in a folder, else to the terminal."""
    sys.excepthook = _log_uncaught
    handler: logging.Handler = LogFile(folder / NAME)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])


class LogFile(logging.FileHandler):
    """A file that is begun anew when it has grown large. What cannot be written is let go without a word."""

    def __init__(self, file: Path, largest: int = LARGEST) -> None:
        """Store which file; the first warning opens it.

        Args:
            file: Where to write.
            largest: In bytes.
        """
        super().__init__(file, encoding="utf-8", errors="backslashreplace", delay=True)
        self._file, self._largest = file, largest

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, into a new file where the old one is full."""
        with suppress(OSError):
            if self._file.exists() and self._file.stat().st_size > self._largest:
                self.close()
                self._file.replace(self._file.with_name(OLD))
        with suppress(OSError):  # the library opens the file out of reach of `handleError`
            super().emit(record)

    def close(self) -> None:
        """Let go of the file; the next record opens it anew."""
        with suppress(OSError):
            super().close()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 the library's own name
        """A full disk is no reason to write to the terminal, nor to stop."""


class Discreet(logging.Formatter):
    """Where an exception arose and of what kind it was: what it says may be a note, a name or a place."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without the name of the person's own folder."""
        return super().format(record).replace(str(Path.home()), "~")

    def formatException(self, ei: ExceptionInfo) -> str:  # noqa: N802 the library's own name
        """The way to the exception and its kind, and those of what it came from."""
        told, error = "", ei[1]
        while error is not None:
            told = f"{''.join(traceback.format_tb(error.__traceback__))}{type(error).__name__}\n{told}"
            error = error.__cause__ or error.__context__
        return told.rstrip()


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logging.getLogger("desktop").error("Uncaught", exc_info=(kind, error, trace))
