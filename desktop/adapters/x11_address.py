"""Where an X server listens and what it wants to see before it lets somebody in.

Source: X(7), display names; X.Org, xdm and libXau, the format of an Xauthority file.
"""

import os
import re
import struct
from dataclasses import dataclass
from pathlib import Path

_LOCAL, _WILD = 256, 65_535
_COOKIE = b"MIT-MAGIC-COOKIE-1"
_DISPLAY = re.compile(r"(?:unix|)(?:/unix|):(?P<number>\d+)(?:\.\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of an Xauthority file."""

    family: int
    address: bytes
    number: bytes
    name: bytes
    data: bytes


def display_number(display: str) -> int | None:
    """The number of a display of this machine; None for one that is reached over a network, or none."""
    found = _DISPLAY.fullmatch(display)
    return int(found["number"]) if found else None


def sockets(number: int) -> tuple[str, str]:
    """The server's sockets: the abstract one and the file."""
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 the place is the X server's
    return f"\0{path}", path


def cookie(number: int) -> tuple[bytes, bytes]:
    """Name and data of what lets us in; empty where the file has none, and the server may let us in all the same."""
    file = os.environ.get("XAUTHORITY") or str(Path.home() / ".Xauthority")
    try:
        entries = parse(Path(file).read_bytes())
    except OSError:
        entries = ()
    for entry in entries:
        is_here = entry.family == _WILD or (entry.family == _LOCAL and entry.address == os.uname().nodename.encode())
        if is_here and entry.number in {b"", str(number).encode()} and entry.name == _COOKIE:
            return entry.name, entry.data
    return b"", b""


def parse(data: bytes) -> tuple[Entry, ...]:
    """The entries of an Xauthority file, up to where it breaks off."""
    entries, at = [], 0
    try:
        while at < len(data):
            (family,) = struct.unpack_from(">H", data, at)
            at += 2
            parts = []
            for _ in range(4):
                (length,) = struct.unpack_from(">H", data, at)
                parts.append(data[at + 2 : at + 2 + length])
                at += 2 + length
            address, number, name, value = parts
            entries.append(Entry(family=family, address=address, number=number, name=name, data=value))
    except struct.error:
        pass
    return tuple(entries)
