"""The gate: a prompt that has come due is shown now, held until later, let go, or found done already.

Heat breaks are safety: only an absence and a person's own word, a pause or a quiet time, hold them back.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from schedules.prompts import HeldWhy, Kind, Prompt

PAUSE = timedelta(seconds=5)
"""So long without a key is a natural pause. Source: what people ask for, stretchly issue 189."""
LONGEST_WAIT = timedelta(minutes=5)
"""No longer does a prompt wait for a pause."""
BREAK = timedelta(minutes=5)
"""So long away from keys and mouse, a person has got up."""
SETTLING = timedelta(minutes=2)
"""After coming back nothing is shown for this long."""
AGAIN = timedelta(minutes=1)
"""What holds a prompt is asked again after so long, where its end is not told."""
LEAST_LEFT = timedelta(minutes=1)
"""A held prompt with less time left is let go: it would be gone before it is read."""
CAN_WAIT = frozenset({Kind.DRINK, Kind.MOVE})
"""Kinds that are not shown to an empty chair; the others belong to their time."""


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
    tells_pauses: bool = False
    """Who knows of the keys tells when a pause begins: nobody has to look for it."""
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
    why: HeldWhy | None = None
    """For a hold: what holds it. For one that expires: why it could not be shown, if that is known."""


def gate(prompt: Prompt, presence: Presence, now: datetime, waiting_since: datetime | None = None) -> Ruling:
    """Decide on a prompt that has come due.

    Args:
        prompt: The prompt.
        presence: What is known of the person.
        now: The present moment, aware. It may lie long after the prompt's time, after a suspend.
        waiting_since: Since when it waits for a pause in the typing, if it does.

    Returns:
        Show it; or hold it until a moment before it expires; or let it expire, because its time has passed; or credit
        it, because the person has been away from the desk when it asks to get up.
    """
    if is_over(prompt, now):
        back = presence.back_since
        return Ruling(verdict=Verdict.EXPIRE, why=HeldWhy.AWAY if back is not None and back > prompt.due_at else None)
    if prompt.kinds == (Kind.MOVE,) and is_break(presence.away_since, now):
        return Ruling(verdict=Verdict.CREDIT)
    held = next(_holds(prompt, presence, now, waiting_since), None)
    if held is None:
        return Ruling(verdict=Verdict.SHOW)
    why, until = held
    return Ruling(verdict=Verdict.HOLD, until=max(min(until, prompt.expires_at), now), why=why)


def is_over(prompt: Prompt, now: datetime) -> bool:
    """Whether it is too late to show a prompt: its time has passed, or so little is left that nobody would read it."""
    if now >= prompt.expires_at > prompt.due_at:
        return True
    return now > max(prompt.due_at, prompt.expires_at - LEAST_LEFT) and now > prompt.due_at + LEAST_LEFT


def is_break(since: datetime | None, until: datetime) -> bool:
    """Whether an absence is long enough for a natural break."""
    return since is not None and until - since >= BREAK


def is_settling(presence: Presence, now: datetime) -> bool:
    """Whether somebody has only just come back."""
    return presence.back_since is not None and timedelta() <= now - presence.back_since < SETTLING


def _holds(
    prompt: Prompt, presence: Presence, now: datetime, waiting_since: datetime | None
) -> Iterator[tuple[HeldWhy, datetime]]:
    """What holds a prompt back, and when to ask again, the weightiest first."""
    again = now + AGAIN
    if presence.paused_until is not None and presence.paused_until > now:
        yield HeldWhy.PAUSED, presence.paused_until
    if presence.locked:
        yield HeldWhy.LOCKED, again
    if presence.back_since is not None and is_settling(presence, now):
        yield HeldWhy.AWAY, presence.back_since + SETTLING
    if prompt.kind is Kind.HEAT_BREAK:
        return
    if presence.in_call:
        yield HeldWhy.CALL, again
    if presence.full_screen:
        yield HeldWhy.FULL_SCREEN, again
    if presence.do_not_disturb:
        yield HeldWhy.DO_NOT_DISTURB, again
    if CAN_WAIT.issuperset(prompt.kinds) and is_break(presence.away_since, now):
        yield HeldWhy.AWAY, again
    touched_at, longest_at = presence.last_input_at, (waiting_since or now) + LONGEST_WAIT
    if touched_at is not None and timedelta() <= now - touched_at < PAUSE and now < longest_at:
        yield HeldWhy.TYPING, min(again if presence.tells_pauses else touched_at + PAUSE, longest_at)
