"""The first look at a calendar: what no calendar of a person's holds is refused, and what is not needed is left out.

It works on lines and never on what they mean, in one pass, so that nothing in a calendar can make it slow. Notes,
guests, attachments and alarms go no further than here.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from desktop.calendar_source import Refusal, RefusedError

LARGEST = 10_000_000
"""Bytes. Ten years of a busy calendar are two or three million."""
MOST_LINES = 600_000
MOST_EVENTS = 30_000
MOST_ZONES = 500
MOST_SERIES = 3_000
FIRST_YEAR, LAST_YEAR = 1900, 2200
"""What lies beyond is no entry of anybody's, and libraries trip over it."""
OWN = "@uncramp"
"""How the entries of an exported plan end: they are not to come back as a calendar."""
LONGEST_LINE = 50_000
"""Characters of a line that is needed; only lists of dates come near it."""
LONGEST_TITLE = 300
DEEPEST = 4
MOST_A_DAY = 96
"""More times than that on one day, every quarter of an hour, and it is no entry of a person's."""
MARGIN = timedelta(days=2)
"""An entry counts as past or far ahead only when it is so in every zone."""

_OF_A_CHANGE = frozenset({"DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "RRULE", "RDATE"})
_NEEDED = {
    "VEVENT": frozenset(
        {"UID", "SEQUENCE", "SUMMARY", "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS"}
        | {"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"}
    ),
    "VTIMEZONE": frozenset({"TZID", "X-LIC-LOCATION"}),
    "STANDARD": _OF_A_CHANGE,
    "DAYLIGHT": _OF_A_CHANGE,
}
_HEADER = frozenset({"X-WR-TIMEZONE"})
_LINE_END = re.compile(r"\r\n|\n|\r")
_UNTIL = re.compile(r"UNTIL=(\d{8})")
_DAY = re.compile(r":(\d{4})(\d{2})(\d{2})")
_REPEATED = frozenset({"RRULE", "RDATE", "RECURRENCE-ID", "DURATION"})
"""An entry with one of these may take place at another time than its own beginning says."""


def sieved(content: bytes, since: date, until: date) -> str:
    """A calendar with nothing in it but what tells when something is and what it is called.

    Args:
        content: As it came.
        since: What is over before this day, and does not come again, is left out.
        until: The same with what begins later.

    Raises:
        RefusedError: It is no calendar, not all of one, or one that nobody has.
    """
    if len(content) > LARGEST:
        raise RefusedError(Refusal.TOO_LARGE)
    return _Sieve(since=since - MARGIN, until=until + MARGIN).run(_lines(content))


def _lines(content: bytes) -> Iterator[str]:
    """The lines, with what was folded put together again."""
    if b"\0" in content:
        raise RefusedError(Refusal.NOT_A_CALENDAR)
    lines = _LINE_END.split(content.decode("utf-8-sig", errors="replace"))
    if len(lines) > MOST_LINES:
        raise RefusedError(Refusal.TOO_LARGE)
    parts: list[str] = []
    for line in lines:
        if line[:1] in {" ", "\t"} and parts:
            parts.append(line[1:])
        else:
            if parts:
                yield "".join(parts)
            parts = [line] if line.strip() else []
    if parts:
        yield "".join(parts)


@dataclass(slots=True, kw_only=True)
class _Sieve:
    since: date
    until: date
    kept: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    part: list[str] = field(default_factory=list)
    """The entry or zone that is being read."""
    counts: Counter[str] = field(default_factory=Counter)

    def run(self, lines: Iterator[str]) -> str:
        for line in lines:
            self._take(line)
        if self.open or not self.counts["VCALENDAR"]:
            raise RefusedError(Refusal.NOT_A_CALENDAR)
        return "\r\n".join(
            ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Uncramp//sieve//EN", *self.kept, "END:VCALENDAR", ""]
        )

    def _take(self, line: str) -> None:
        name = re.split("[:;]", line, maxsplit=1)[0].strip().upper()
        if name == "BEGIN":
            self._begin(line.partition(":")[2].strip().upper())
        elif name == "END":
            self._end(line.partition(":")[2].strip().upper())
        elif not self.open:
            raise RefusedError(Refusal.NOT_A_CALENDAR)
        elif self.open == ["VCALENDAR"]:
            if name in _HEADER and self.counts["VCALENDAR"] == 1 and len(line) <= LONGEST_TITLE:
                self.kept.append(line)
        elif name in _NEEDED.get(self.open[-1], ()) and self._is_wanted():
            self.part.append(_checked(name, line))

    def _begin(self, component: str) -> None:
        if (component == "VCALENDAR") == bool(self.open) or len(self.open) >= DEEPEST:
            raise RefusedError(Refusal.NOT_A_CALENDAR)
        self.open.append(component)
        self.counts[component] += 1
        if self.counts["VEVENT"] > MOST_EVENTS or self.counts["VTIMEZONE"] > MOST_ZONES:
            raise RefusedError(Refusal.TOO_MANY)
        if self._is_wanted():
            self.part.append(f"BEGIN:{component}")

    def _end(self, component: str) -> None:
        if not self.open or self.open[-1] != component:
            raise RefusedError(Refusal.NOT_A_CALENDAR)
        if self._is_wanted():
            self.part.append(f"END:{component}")
        self.open.pop()
        if len(self.open) == 1 and self.part:
            if component != "VEVENT" or self._may_be_soon():
                self.kept += self.part
            self.part = []

    def _is_wanted(self) -> bool:
        """Whether what is being read is an entry or a zone, and not a part of an entry such as an alarm."""
        return self.open[1:2] in (["VEVENT"], ["VTIMEZONE"]) and (
            len(self.open) == 2 or self.open[2:] in (["STANDARD"], ["DAYLIGHT"])  # noqa: PLR2004 calendar and part
        )

    def _may_be_soon(self) -> bool:
        lines = {re.split("[:;]", line, maxsplit=1)[0].upper(): line for line in self.part}
        days = [day for name in ("DTSTART", "DTEND") if (day := _day(lines.get(name, ""))) is not None]
        if not days or not FIRST_YEAR <= min(days).year <= max(days).year <= LAST_YEAR:
            return False
        if lines.get("UID", "").endswith(OWN):
            return False
        if not lines.keys() & _REPEATED:
            return max(days) >= self.since and min(days) <= self.until
        self.counts["series"] += 1
        if self.counts["series"] > MOST_SERIES:
            raise RefusedError(Refusal.TOO_MANY)
        return "RDATE" in lines or not _is_over(lines.get("RRULE", ""), self.since)


def _day(line: str) -> date | None:
    found = _DAY.search(line)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _is_over(rule: str, since: date) -> bool:
    """Whether a rule says that it ended before a day."""
    found = _UNTIL.search(rule.upper())
    until = None if found is None else _day(f":{found[1]}")
    return until is not None and until < since


def _checked(name: str, line: str) -> str:
    """A line that is needed, if it is one of a person's."""
    if name == "SUMMARY":
        return line[:LONGEST_TITLE].rstrip("\\")
    if len(line) > LONGEST_LINE:
        raise RefusedError(Refusal.TOO_LARGE)
    if name == "RRULE":
        _check_rule(line)
    return line


def _check_rule(line: str) -> None:
    parts = dict(part.partition("=")[::2] for part in line.partition(":")[2].upper().split(";"))
    if parts.get("FREQ") in {"SECONDLY", "MINUTELY"} or not parts.get("INTERVAL", "1").strip("0 "):
        raise RefusedError(Refusal.TOO_OFTEN)
    times = 24 if parts.get("FREQ") == "HOURLY" else 1
    for name in ("BYHOUR", "BYMINUTE", "BYSECOND"):
        times *= max(1, len(parts.get(name, "").split(",")))
    if times > MOST_A_DAY:
        raise RefusedError(Refusal.TOO_OFTEN)
