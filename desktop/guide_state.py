"""What the guide window shows, and what a person can wish there."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from schedules.guides.session_state import SessionState


class Wish(StrEnum):
    """What a person can ask for while a guide runs."""

    PAUSE = "pause"
    """Stand still, or go on."""
    BACK = "back"
    EASE = "ease"
    SKIP = "skip"
    SLOWER = "slower"
    FASTER = "faster"
    STOP = "stop"
    VOICE = "voice"
    """Turn the voice on or off."""
    CHIME = "chime"


class Feeling(StrEnum):
    """The answers to "How did that feel?"."""

    GOOD = "good"
    ALL_RIGHT = "all-right"
    TOO_SORE = "too-sore"


class Sound(StrEnum):
    """What a chime sounds like."""

    BELL = "bell"
    """Something begins or is over."""
    TICK = "tick"
    """Half of a hold is over, or its last seconds are here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideState:
    """A guide at a moment."""

    title: str
    session: SessionState
    instructions: tuple[str, ...]
    """Of every step, so that one size of text can suit them all."""
    lasted: timedelta
    """So far, pauses left out."""
    has_held: bool = False
    """Whether anything was done that can be logged."""
    has_card: bool = True
    """There is an evidence card behind the step; a person's own guide may name none of ours."""
    is_gentle: bool = False
    """It was made easier because the last time felt too sore."""
    voice: bool = True
    chime: bool = True
    voice_is_missing: bool = False
    """There is no program here that speaks."""
    chime_is_missing: bool = False
    """There is none that plays sounds."""
