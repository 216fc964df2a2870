"""Reads moments of a day as people type them into a window: ``10``, ``10pm``, ``22:00``, ``20 min ago``."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from desktop.commands.amounts import AmountError, quoted, span
from desktop.commands.moments import MomentError, past
from desktop.wording.catalog import _
from schedules.clock_time import clock_times

ONE_DAY = timedelta(days=1)
_MINUTES = re.compile(r"\d{1,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """A stretch of time that a typed moment is looked for in."""

    start_at: datetime
    end_at: datetime
    now: datetime
    zone: ZoneInfo

    def holds(self, at: datetime) -> bool:
        """Whether a moment lies in it, both ends included."""
        return self.start_at <= at <= self.end_at

    def moments(self, times: Iterable[time]) -> list[datetime]:
        """The moments in it at which the clock shows one of some times, those of the first time first."""
        first, last = (at.astimezone(self.zone).date() for at in (self.start_at, self.end_at))
        days = [first + n * ONE_DAY for n in range((last - first).days + 1)]
        local = (datetime.combine(day, at, tzinfo=self.zone) for at in times for day in days)
        return [at for at in (moment.astimezone(UTC) for moment in local) if self.holds(at)]


def past_in(text: str, within: Within) -> datetime:
    """When something happened.

    Args:
        text: As it was typed; nothing at all is now, where the stretch holds it.
        within: The waking day in question. On the present day a time outside of it is the last such time.

    Raises:
        MomentError: It cannot be read, lies ahead, or is not of the day.
    """
    words = " ".join(text.split())
    is_today = within.holds(within.now)
    if is_today and words.lower() in {"", "now"}:
        return within.now
    times = clock_times(words)
    ended = Within(start_at=within.start_at, end_at=min(within.end_at, within.now), now=within.now, zone=within.zone)
    found = ended.moments(times)
    if found:
        return found[-1] if len(times) == 1 else found[0]
    if is_today and times:
        return past(f"{times[0]:%H:%M}", within.now, within.zone)
    if not words or times:
        raise MomentError(_("When was it?"), _("Write a time of that day, as 10, 10pm or 22:00."))
    return past(words, within.now, within.zone)


def past_today(text: str, within: Within) -> datetime:
    """When something happened that can only have happened on the present day.

    Raises:
        MomentError: It cannot be read, lies ahead, or on another day.
    """
    at = past_in(text, within)
    if not within.holds(at):
        raise MomentError(_("When was it?"), _("Write a time of that day, as 10, 10pm or 22:00."))
    return at


def ahead_in(text: str, within: Within) -> datetime:
    """To when something is moved.

    Args:
        text: As it was typed.
        within: From now to bed.

    Raises:
        MomentError: It cannot be read, has passed, or lies after bed.
    """
    words = " ".join(text.split()).lower()
    times = clock_times(words)
    found = within.moments(times)
    if found:
        return found[0]
    length = None if times else _length(words)
    if length is not None and within.holds(within.now + length):
        return (within.now + length).replace(second=0, microsecond=0)
    if times or length is not None:
        raise MomentError(
            _("{text} is not between now and bed.").format(text=quoted(text)), _("Write a time that is still to come.")
        )
    raise MomentError(_("{text} is not a time.").format(text=quoted(text)), _("Write it as 15:30, 3pm or 20 min."))


def _length(words: str) -> timedelta | None:
    """A length of time from now; a bare number that is no hour is minutes."""
    words = words.removeprefix("in ").strip()
    if _MINUTES.fullmatch(words):
        words += " min"
    try:
        return span(words)
    except AmountError:
        return None
