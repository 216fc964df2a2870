"""The windows that a command can open."""

from enum import StrEnum


class Window(StrEnum):
    """The windows that a command can open."""

    TODAY = "today"
    SCHEDULE = "schedule"
    SETTINGS = "settings"
    GUIDE = "guide"
    RELIEF = "relief"
