"""The voice: the platform's own speech engine, in a process of its own."""

import sys

from PySide6.QtCore import QObject, Signal

from desktop.adapters.first_program import FirstProgram
from desktop.adapters.sound_programs import Program, speakers
from desktop.wording.catalog import language


class Voice(QObject):
    """Says one thing at a time; a new one cuts the old one off."""

    missing = Signal()
    """There is nothing here that speaks; told once until it is looked for again."""

    def __init__(self, programs: tuple[Program, ...] | None = None, parent: QObject | None = None) -> None:
        """Store what speaks.

        Args:
            programs: In the order in which they are tried; None for those of this platform.
            parent: The owner.
        """
        super().__init__(parent)
        self._speaker = FirstProgram(speakers(sys.platform, language()) if programs is None else programs, self)
        self._speaker.missing.connect(self.missing)

    def say(self, words: str) -> None:
        """Say something, and nothing that was still being said."""
        line = " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())
        if line:
            self._speaker.run(line)

    def look_again(self) -> None:
        """Look anew for something that speaks."""
        self._speaker.look_again()

    def silence(self) -> None:
        """Say no more."""
        self._speaker.stop()

    def close(self) -> None:
        """Leave no process behind."""
        self._speaker.close()
