"""Writes calendar files: iCalendar as RFC 5545 has it, so that any calendar can import them. Pure, no Qt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

LONGEST_LINE = 75
"""Bytes, the end of the line not counted. Source: RFC 5545, 3.1."""
PRODUCT = "-//Uncramp//Uncramp//EN"
LASTS = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class IcsEntry:
    """One entry of a calendar file."""

    uid: str
    """The same in every file that has this entry: a calendar that imports it again replaces it."""
    start_at: datetime
    """Aware."""
    title: str
    text: str = ""


def ics(name: str, entries: Iterable[IcsEntry], now: datetime) -> bytes:
    """A calendar file. Moments are in UTC, so it needs no zones.

    Args:
        name: What calendars call it.
        entries: In any order.
        now: When it is made; a later file has the last word on an entry.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines.append(f"X-WR-CALNAME:{escaped(name)}")
    for entry in sorted(entries, key=lambda entry: (entry.start_at, entry.uid)):
        lines += _entry(entry, now)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def escaped(text: str) -> str:
    """Text as it stands in a value. What no calendar may hold becomes a space."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\\", "\\\\")
    text = text.replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    return "".join(character if character.isprintable() else " " for character in text)


def folded(line: str) -> bytes:
    """A line with its end, in parts of at most 75 bytes; no character is torn apart."""
    return b"\r\n ".join(_parts(line)) + b"\r\n"


def _parts(line: str) -> Iterator[bytes]:
    room, part = LONGEST_LINE, b""
    for character in line:
        encoded = character.encode("utf-8", errors="replace")
        if len(part) + len(encoded) > room:
            yield part
            room, part = LONGEST_LINE - 1, b""  # the space before it counts too
        part += encoded
    yield part


def _entry(entry: IcsEntry, now: datetime) -> list[str]:
    lines = [
        "BEGIN:VEVENT",
        f"UID:{escaped(entry.uid)}",
        f"DTSTAMP:{_moment(now)}",
        f"LAST-MODIFIED:{_moment(now)}",
        f"SEQUENCE:{int(now.timestamp()) // 60}",
        f"DTSTART:{_moment(entry.start_at)}",
        f"DTEND:{_moment(entry.start_at + LASTS)}",
        f"SUMMARY:{escaped(entry.title)}",
    ]
    if entry.text:
        lines.append(f"DESCRIPTION:{escaped(entry.text)}")
    # Nobody is busy for a glass of water, and Uncramp itself does the reminding.
    return [*lines, "TRANSP:TRANSPARENT", "CLASS:PRIVATE", "END:VEVENT"]


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
