"""What the Settings window shows: rows in sections, made outside of it, and what it asks for."""

from dataclasses import dataclass
from enum import StrEnum


class Section(StrEnum):
    """The parts of the page, in their order."""

    PROMPTS = "prompts"
    DRINKS = "drinks"
    STRETCHING = "stretching"
    HEAT = "heat"
    DIARY = "diary"
    APPEARANCE = "appearance"
    SHORTCUTS = "shortcuts"
    SIGN_IN = "sign-in"
    PRIVACY = "privacy"
    ABOUT = "about"


class Control(StrEnum):
    """How a row is changed."""

    SWITCH = "switch"
    CHOICE = "choice"
    """One of a few."""
    FIELD = "field"
    """Something typed; taken with Enter, or when the field is left."""
    FACT = "fact"
    """Nothing to change."""


class Action(StrEnum):
    """What the buttons of the page do."""

    SAMPLE = "sample"
    SCHEDULE = "schedule"
    HEAT = "heat"
    OPEN_FILE = "open-file"
    OPEN_FOLDER = "open-folder"
    BACK_UP = "back-up"
    RESTORE = "restore"
    EXPORT_JSON = "export-json"
    EXPORT_CSV = "export-csv"
    IMPORT = "import"
    DELETE = "delete"
    DELETE_NOW = "delete-now"
    KEEP = "keep"
    HELP = "help"
    CARD = "evidence"
    """With the id of the card after a colon."""


ON, OFF = "on", "off"
"""The values of a switch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One of the values of a choice, or a button."""

    id: str
    label: str
    spoken: str = ""
    """What a screen reader says, where the label alone does not tell it from others; it contains the label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One setting, or one thing to know."""

    id: str
    section: Section
    control: Control
    label: str
    under: str = ""
    """What it means, one or two sentences."""
    value: str = ""
    unit: str = ""
    """After a field."""
    options: tuple[Option, ...] = ()
    """Of a choice."""
    buttons: tuple[Option, ...] = ()
    """What can be done about it; the ids are those of `Action`."""
    also: str = ""
    """Other words that somebody may search for."""
    wrong: str = ""
    """Why what was typed last was not taken."""
    is_shown: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsState:
    """The whole page."""

    rows: tuple[Row, ...]
    last: str = ""
    """The last change in words; empty before the first."""
    can_undo: bool = False
    problem: str = ""
    """What keeps the settings file from being used."""
    is_busy: bool = False
    """Something takes a while: the buttons of files wait."""
    asks_to_delete: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A person wants a setting to be another."""

    id: str
    value: str
