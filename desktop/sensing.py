"""What can be known of the person and the machine, and who knows it. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from schedules.gate import Presence

AWAY = timedelta(minutes=5)
"""So long without a key, and nobody is there: a natural break. Ours, as the brief of the gate has it."""
PAUSE = timedelta(seconds=5)
"""So long without a key is a pause in typing. Source: stretchly, issue 189 (users ask for five seconds)."""


class Matter(StrEnum):
    """What can be known, as ``uncramp status --json`` names it."""

    INPUT = "idle"
    LOCK = "locked"
    FULL_SCREEN = "full_screen"
    DO_NOT_DISTURB = "do_not_disturb"
    CALL = "in_call"
    SLEEP = "sleep"
    CLOCK = "clock"
    ZONE = "zone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """A sensor has learned something, or knows it no longer."""

    source: str
    """The name of the sensor."""
    matter: Matter
    is_so: bool | None = None
    """For what is so or not; for sleep, clock and zone: whether changes are heard of. None is unknown."""
    input_at: datetime | None = None
    """For the input: the last key or mouse event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed:
    """The machine woke from a suspend."""

    asleep: timedelta = timedelta()
    """How long it slept, where that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockStepped:
    """The wall clock was set."""

    by: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneChanged:
    """The machine's time zone is another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InputReturned:
    """A key was pressed after nobody had been there."""

    at: datetime


Happening = Resumed | ClockStepped | ZoneChanged | InputReturned


@dataclass(frozen=True, slots=True, kw_only=True)
class AwaySpan:
    """A time in which nobody was there: no key was pressed, the screen was locked, or the machine slept.

    These come together: spans may overlap.
    """

    since: datetime
    """The last key before."""
    until: datetime
    """The first key after, or the last moment at which nobody was known to be there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPresence:
    """What is known, by whom, and how old it is."""

    presence: Presence = field(default_factory=Presence)
    known_by: Mapping[Matter, str] = field(default_factory=dict)
    """The sensor that knows a matter; what is missing is unknown here."""
    read_at: datetime | None = None
    """When what can only be read was read last."""
