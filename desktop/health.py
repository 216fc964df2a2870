"""What a check-up of this desktop finds, as values."""

from dataclasses import dataclass
from enum import StrEnum


class Topic(StrEnum):
    """What was looked at."""

    PROGRAM = "program"
    SYSTEM = "system"
    DISPLAY = "display"
    INSTANCE = "instance"
    NOTIFICATIONS = "notifications"
    TRAY = "tray"
    SUSPEND = "suspend"
    IDLE = "idle"
    VOICE = "voice"
    CHIME = "chime"
    SETTINGS = "settings"
    RECORDS = "records"
    GUIDES = "guides"
    LOG = "log"


class Health(StrEnum):
    """How it is."""

    FINE = "fine"
    POOR = "poor"
    """Something does not work, or only the next best does."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at."""

    topic: Topic
    health: Health
    facts: tuple[str, ...] = ()
    """Names, numbers and versions as they are; words come from `desktop.wording.checkup`."""
    why: str = ""
    """What is in the way, a code that `desktop.wording.checkup` has words for; empty where all is well."""


def fine(topic: Topic, *facts: str) -> Finding:
    """Something that works."""
    return Finding(topic=topic, health=Health.FINE, facts=facts)


def poor(topic: Topic, why: str, *facts: str) -> Finding:
    """Something that does not."""
    return Finding(topic=topic, health=Health.POOR, facts=facts, why=why)


def unknown(topic: Topic, why: str, *facts: str) -> Finding:
    """Something that nobody can tell."""
    return Finding(topic=topic, health=Health.UNKNOWN, facts=facts, why=why)
