"""The programs that speak and that play sounds, by platform. No Qt: the check-up names them where Qt is broken too.

Source: man pages of espeak-ng(1), spd-say(1) and say(1); Microsoft, System.Speech.Synthesis.SpeechSynthesizer.
"""

from dataclasses import dataclass
from enum import StrEnum


class Takes(StrEnum):
    """How a program takes what it is to say or to play."""

    ARGUMENT = "argument"
    """As its last argument."""
    INPUT = "input"
    """On its standard input, which ends there."""
    LINES = "lines"
    """As a line on its standard input; it stays, and an empty line silences it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A program that can do it."""

    name: str
    arguments: tuple[str, ...] = ()
    takes: Takes = Takes.INPUT


_LINUX = (
    Program(name="pw-play", takes=Takes.ARGUMENT),
    Program(name="paplay", takes=Takes.ARGUMENT),
    Program(name="aplay", arguments=("-q",), takes=Takes.ARGUMENT),
)
_MACOS = (Program(name="afplay", takes=Takes.ARGUMENT),)
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


def players(platform: str) -> tuple[Program, ...]:
    """The programs that play a sound file on a platform, as `sys.platform` names it; the best one first."""
    return _MACOS if platform == "darwin" else _LINUX
