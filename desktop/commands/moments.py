"""Reads moments as people type them: when something happened, and until when to be quiet."""

import re
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from desktop.commands.amounts import AmountError, quoted, span
from desktop.errors import UsageError
from desktop.wording.catalog import _

LONGEST_AGO = timedelta(days=3660)
"""A log lies at most so far back: ten years."""
LONGEST_PAUSE = timedelta(days=31)
ONE_DAY = timedelta(days=1)

CLOCK = re.compile(r"(\d{1,2})(?::(\d{2}))?\s*(am|pm)?", re.IGNORECASE)
NOON = 12


class MomentError(UsageError):
    """A moment that cannot be read or lies outside what is allowed."""


def past(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The moment at which something happened.

    Args:
        text: ``HH:MM`` for the most recent such moment, ``10pm``, an ISO 8601 date and time, ``10 min ago``.
        now: Aware.
        zone: Where the clock hangs that a time without an offset was read from.

    Returns:
        The moment in UTC, never after ``now``.

    Raises:
        MomentError: It cannot be read, lies ahead, or too far back.
    """
    at = _past(" ".join(text.split()), now.astimezone(UTC), zone)
    if at is None:
        raise MomentError(
            _("{text} is not a time.").format(text=quoted(text)),
            _("Write it as 14:30, 2026-07-15T14:30 or 10 min ago."),
        )
    if at > now:
        raise MomentError(_("{text} has not come yet.").format(text=quoted(text)), _("Write a time that has passed."))
    if now - at > LONGEST_AGO:
        raise MomentError(_("{text} is too long ago.").format(text=quoted(text)), _("Allowed is up to ten years."))
    return at


def pause_end(text: str, now: datetime, zone: ZoneInfo, next_wake_at: datetime) -> datetime:
    """The end of a pause.

    Args:
        text: ``30m``, ``2h``, ``until 15:00``, ``until tomorrow``, or ``until`` a date and time.
        now: Aware.
        zone: Where the clock hangs.
        next_wake_at: What ``tomorrow`` means: the beginning of the next waking day.

    Returns:
        The moment in UTC, after ``now``.

    Raises:
        MomentError: It cannot be read, has passed, or lies too far ahead.
    """
    words = " ".join(text.split())
    end_at = _pause_end(words, now.astimezone(UTC), zone, next_wake_at)
    if end_at is None:
        raise MomentError(
            _("{text} is not the length of a pause.").format(text=quoted(text)),
            _("Write it as 30m, 2h, until 15:00 or until tomorrow."),
        )
    if end_at <= now:
        raise MomentError(_("{text} has passed.").format(text=quoted(text)), _("Write a time that is still to come."))
    if end_at - now > LONGEST_PAUSE:
        raise MomentError(
            _("{text} is longer than a pause can last.").format(text=quoted(text)), _("Allowed is up to 31 days.")
        )
    return end_at


def pause_end_asked(text: str, now: datetime, zone: ZoneInfo, next_wake_at: datetime) -> datetime:
    """The end of a pause, typed where it is asked for: beside all that `pause_end` reads, ``45`` minutes and ``15:00``.

    Raises:
        MomentError: It cannot be read, has passed, or lies too far ahead.
    """
    words = " ".join(text.split())
    if re.fullmatch(r"[0-9]{1,5}", words) and int(words):
        words += "m"
    elif words.lower() == "tomorrow" or _clock(words) is not None or _iso(words, zone) is not None:
        words = f"until {words}"
    return pause_end(words, now, zone, next_wake_at)


def _past(words: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    if words.lower() == "now":
        return now
    if length := _length_ago(words):
        back = _span(length)
        return now - min(back, LONGEST_AGO + ONE_DAY) if back else None
    at = _clock(words)
    if at is None:
        return _iso(words, zone)
    return max(moment for moment in _occurrences(at, now, zone, (-2, -1, 0)) if moment <= now)


def _length_ago(words: str) -> str:
    """The length in ``10 min ago``, said so or as the person's language says it; empty where it is no such thing."""
    for said in ("{length} ago", _("{length} ago")):
        before, _length, after = (re.escape(part.strip()) for part in said.partition("{length}"))
        found = re.fullmatch(rf"{before}\s?(.+?)\s?{after}", words, re.IGNORECASE)
        if found:
            return found[1]
    return ""


def _pause_end(words: str, now: datetime, zone: ZoneInfo, next_wake_at: datetime) -> datetime | None:
    until = re.fullmatch(r"until\s(.+)", words, re.IGNORECASE)
    if until is None:
        lasts = _span(words)
        return now + min(lasts, LONGEST_PAUSE + ONE_DAY) if lasts else None
    if until[1].lower() == "tomorrow":
        return next_wake_at
    at = _clock(until[1])
    if at is None:
        return _iso(until[1], zone)
    return min(moment for moment in _occurrences(at, now, zone, (0, 1, 2)) if moment > now)


def _span(words: str) -> timedelta | None:
    try:
        return span(words)
    except AmountError:
        return None


def _clock(words: str) -> time | None:
    """A time of day; a bare number is none, because it could be anything."""
    found = CLOCK.fullmatch(words)
    if found is None or (found[2] is None and found[3] is None):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= NOON:
            return None
        hour = hour % NOON + (NOON if found[3].lower() == "pm" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None


def _occurrences(at: time, now: datetime, zone: ZoneInfo, days: tuple[int, ...]) -> list[datetime]:
    """The moments of a time of day around now; both of a time that comes twice, and one of a time that is left out."""
    today = now.astimezone(zone).date()
    local = [datetime.combine(today + day * ONE_DAY, at, tzinfo=zone) for day in days]
    first = {moment.astimezone(UTC) for moment in local}
    again = {moment.replace(fold=1).astimezone(UTC) for moment in local}
    return [*first, *(moment for moment in again if moment.astimezone(zone).time() == at)]


def _iso(words: str, zone: ZoneInfo) -> datetime | None:
    if not re.match(r"\d{4}-?\d\d-?\d\d[T ]\d\d", words):
        return None
    try:
        at = datetime.fromisoformat(words)
        return (at if at.tzinfo else at.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
