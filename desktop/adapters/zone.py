"""The time zone that the machine is set to, by its IANA name. No Qt."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

LOCALTIME = Path("/etc/localtime")
TIMEZONE = Path("/etc/timezone")
FALLBACK = "UTC"


def zone_of(name: str) -> ZoneInfo:
    """The zone that the setting ``timezone`` means: ``system``, or an IANA name."""
    return system_zone() if name == "system" else ZoneInfo(name)


def system_zone() -> ZoneInfo:
    """The machine's zone, read anew each time: a laptop travels."""
    for name in _names():
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return ZoneInfo(FALLBACK)


def _names() -> Iterator[str]:
    """Where the name may stand, the most telling place first."""
    variable = os.environ.get("TZ")
    if variable is not None:
        yield _from_path(variable.removeprefix(":")) or FALLBACK
    yield _from_path(os.path.realpath(LOCALTIME))
    with suppress(OSError, ValueError):
        yield TIMEZONE.read_text(encoding="ascii").strip()
    yield from _asked_of_tzlocal()


def _from_path(path: str) -> str:
    """The name at the end of a path into a zone database; a mere name stays as it is."""
    name = path.rpartition("zoneinfo/")[2] if path.startswith("/") else path
    return name.removeprefix("posix/").removeprefix("right/")


def _asked_of_tzlocal() -> Iterator[str]:
    """Windows has names of its own; tzlocal, which APScheduler brings, knows which is which."""
    try:
        from tzlocal import get_localzone_name
    except ImportError:
        return
    try:
        yield get_localzone_name() or FALLBACK
    except (LookupError, OSError, ValueError):
        return
