"""Times of day as people type them: ``10``, ``10pm``, ``22:00``, ``22.30``, ``2230``, ``noon``."""

import re
from datetime import time

NOON_H = 12
_DAY_H = 24
_TYPED = re.compile(
    r"(?P<hour>\d{1,2}?)(?:\s?[:.,h]\s?(?P<minute>\d{2})|(?P<packed>\d{2}))?\s?(?:h|uhr|o'?clock)?\s?(?:(?P<half>[ap])\.?\s?m?\.?)?"
)
_NAMED = {"noon": time(12), "midday": time(12), "midnight": time(0)}


def clock_times(text: str) -> tuple[time, ...]:
    """What a typed time can mean.

    Args:
        text: As it was typed.

    Returns:
        The likeliest first; a bare ``10`` may be ten in the evening too. Empty where it is no time.
    """
    words = " ".join(text.lower().split())
    if words in _NAMED:
        return (_NAMED[words],)
    found = _TYPED.fullmatch(words)
    if found is None:
        return ()
    hour, minute = int(found["hour"]), int(found["minute"] or found["packed"] or 0)
    half = found["half"]
    if half is not None:
        return _times((hour % NOON_H + (NOON_H if half == "p" else 0),), minute) if 1 <= hour <= NOON_H else ()
    if hour == _DAY_H and not minute:
        hour = 0
    plain = found["hour"].startswith("0") or not 1 <= hour <= NOON_H
    return _times((hour,) if plain else (hour, (hour + NOON_H) % _DAY_H), minute)


def _times(hours: tuple[int, ...], minute: int) -> tuple[time, ...]:
    try:
        return tuple(time(hour, minute) for hour in hours)
    except ValueError:
        return ()
