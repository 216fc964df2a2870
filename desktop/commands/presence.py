"""What ``uncramp status`` says of what is known of the person."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from desktop.sensing import KnownPresence, Matter
from desktop.wording import presence as words


def presence_record(known: KnownPresence, told: Callable[[datetime], str]) -> dict[str, Any]:
    """For ``--json``: null is what is not known."""
    presence = known.presence

    def moment(at: datetime | None) -> str | None:
        return None if at is None else told(at)

    return {
        "last_input_at": moment(presence.last_input_at),
        "away_since": moment(presence.away_since),
        "back_since": moment(presence.back_since),
        "locked": presence.locked,
        "full_screen": presence.full_screen,
        "do_not_disturb": presence.do_not_disturb,
        "in_call": presence.in_call,
        "known_by": {matter.value: source for matter, source in known.known_by.items()},
        "read_at": moment(known.read_at),
    }


def presence_lines(known: KnownPresence, now: datetime, zone: ZoneInfo) -> list[str]:
    """For a person: what holds prompts back now, what is known here, and what is not."""
    lines = [words.known(known.known_by)] if known.known_by else []
    missing = [matter for matter in Matter if matter not in known.known_by]
    if missing:
        lines.append(words.unknown(missing))
    at_last = words.state(known.presence, now, zone)
    return [at_last, *lines] if at_last else lines
