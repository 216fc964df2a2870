"""Notices as lines in a terminal, for when there is no display."""

import select
from datetime import tzinfo
from typing import TextIO

from PySide6.QtCore import QObject, Signal

from desktop.adapters.notice_text import one_line
from desktop.ports import Clock, Notice, NotifierFailure, Shown


class TerminalNotifier(QObject):
    """The port `Notifier` on a text stream."""

    pressed = Signal(object)
    """Never: a terminal is answered with ``uncramp log``."""
    failed = Signal(object)
    """`NotifierFailure`."""
    shown = Signal(object)
    """`Shown`."""

    name = "terminal"
    has_buttons = False

    def __init__(
        self, stream: TextIO, clock: Clock, *, zone: tzinfo | None = None, parent: QObject | None = None
    ) -> None:
        """Store what it needs.

        Args:
            stream: Where the lines go; it stays open.
            clock: For the time in front of a line.
            zone: The zone of that time; None is the machine's own.
            parent: The owner.
        """
        super().__init__(parent)
        self._stream, self._clock, self._zone = stream, clock, zone

    def show(self, notice: Notice) -> None:
        """Write a line, for example ``09:30 Time for a drink – 250 ml``."""
        time = self._clock.now().astimezone(self._zone)
        text = " – ".join(part for part in (one_line(notice.title), one_line(notice.body)) if part)
        encoding = self._stream.encoding or "utf-8"
        line = f"{time:%H:%M} {text}\n".encode(encoding, "replace").decode(encoding)
        try:
            if not self._takes_more():
                raise BlockingIOError("The terminal takes no more.")
            self._stream.write(line)
            self._stream.flush()
        except (OSError, ValueError) as error:
            # The reader went away or stands still, or the stream is closed.
            self.failed.emit(NotifierFailure(key=notice.key, error=str(error)))
        else:
            self.shown.emit(Shown(key=notice.key, by=self.name, has_buttons=self.has_buttons))

    def withdraw(self, key: str) -> None:
        """What is written stays written."""

    def close(self) -> None:
        """The stream belongs to somebody else."""

    def _takes_more(self) -> bool:
        """Whether a line can be written at once; a terminal that was halted with Ctrl-S would hold the program."""
        try:
            descriptor = self._stream.fileno()
        except (OSError, ValueError):
            return True
        try:
            return bool(select.select((), (descriptor,), (), 0)[1])
        except (OSError, ValueError):
            # Windows asks so of sockets only.
            return True
