"""The voice: the platform's own speech engine, in a process of its own.

Source: man pages of espeak-ng(1), spd-say(1) and say(1); Microsoft, System.Speech.Synthesis.SpeechSynthesizer.
"""

import sys

from PySide6.QtCore import QObject, Signal

from desktop.adapters.first_program import FirstProgram, Program, Takes
from desktop.wording.catalog import language

# It reads a line at a time: to start PowerShell takes longer than a cue may be late.
_SAPI = (
    "Add-Type -AssemblyName System.Speech; [Console]::InputEncoding = [Text.Encoding]::UTF8; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "while ($null -ne ($line = [Console]::In.ReadLine())) "
    "{ $voice.SpeakAsyncCancelAll(); if ($line) { $null = $voice.SpeakAsync($line) } }"
)
_OTHERS = {
    "darwin": (Program(name="say", arguments=("-f", "-")),),
    "win32": (
        Program(name="powershell", arguments=("-NoProfile", "-NonInteractive", "-Command", _SAPI), takes=Takes.LINES),
    ),
}


def speakers(platform: str, language: str) -> tuple[Program, ...]:
    """The programs that speak on a platform; the best one first.

    Args:
        platform: As `sys.platform` names it.
        language: Of the words, as ``de``. Where the system has a voice of its own it is that of the person's language.
    """
    if platform in _OTHERS:
        return _OTHERS[platform]
    espeak = ("-v", language, "-s", "150", "--stdin")
    dispatcher = ("--wait", "--application-name", "uncramp", "--language", language, "--")
    return (
        # A speech dispatcher goes on speaking when spd-say is ended; espeak-ng falls silent at once.
        Program(name="espeak-ng", arguments=espeak),
        Program(name="espeak", arguments=espeak),
        Program(name="spd-say", arguments=dispatcher, takes=Takes.ARGUMENT),
    )


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
