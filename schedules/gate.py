"""The gate: a prompt that has come due is shown now, held until later, let go, or found done already."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from schedules.prompts import Kind, Prompt


class Verdict(StrEnum):
    """What becomes of a prompt that has come due."""

    SHOW = "show"
    HOLD = "hold"
    EXPIRE = "expire"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """Whether somebody is there and may be disturbed. None means unknown, and unknown counts as there."""

    locked: bool | None = None
    away_since: datetime | None = None
    """The last key or mouse event, while nobody is there."""
    last_input_at: datetime | None = None
    """The last key or mouse event; seconds ago, and somebody is at it; None where keys and mouse cannot be known of."""
    full_screen: bool | None = None
    """A window fills the screen: a film, a talk, a game."""
    do_not_disturb: bool | None = None
    """The desktop itself keeps notifications back."""
    in_call: bool | None = None
    """A microphone or a camera is in use."""
    back_since: datetime | None = None
    """When somebody came back last: resumed, unlocked, or touched a key after having been away."""
    paused_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """The gate's decision."""

    verdict: Verdict
    until: datetime | None = None
    """For a hold: when to ask again."""


def gate(prompt: Prompt, presence: Presence, now: datetime) -> Ruling:
    """Decide on a prompt that has come due.

    Args:
        prompt: The prompt.
        presence: What is known of the person.
        now: The present moment, aware. It may lie long after the prompt's time, after a suspend.

    Returns:
        Show it; or hold it until a moment before it expires; or let it expire, because its time has passed; or credit
        it, because the person has been away from the desk when it asks to get up.
    """
    if now >= prompt.expires_at and prompt.expires_at > prompt.due_at:
        return Ruling(verdict=Verdict.EXPIRE)
    if prompt.kinds == (Kind.MOVE,) and presence.away_since is not None:
        return Ruling(verdict=Verdict.CREDIT)
    if presence.paused_until is not None and presence.paused_until > now:
        return _held(prompt, presence.paused_until)
    if presence.locked:
        return _held(prompt, prompt.expires_at)
    return Ruling(verdict=Verdict.SHOW)


def _held(prompt: Prompt, until: datetime) -> Ruling:
    if until >= prompt.expires_at:
        return Ruling(verdict=Verdict.HOLD, until=prompt.expires_at)
    return Ruling(verdict=Verdict.HOLD, until=until)
