"""Advice that is not a routine: evidence cards, the words for red flags and short notes, as read from their files."""

from dataclasses import dataclass

from schedules.guides.red_flags import RedFlag
from schedules.guides.routine import Strength
from schedules.guides.table import Table, read_entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A work behind a card."""

    work: str
    """Author, work, year."""
    found: str = ""
    """What it found, in plain words."""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The evidence behind a piece of advice."""

    id: str
    claim: str
    """What is advised and what it may do, in plain words."""
    strength: Strength
    not_shown: str
    """What the evidence does not show."""
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagWords:
    """How a red flag is put to a person."""

    flag: RedFlag
    text: str
    source: str
    """The id of an evidence card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One line of advice that is shown in a certain place."""

    id: str
    text: str
    source: str
    """The id of an evidence card."""


def parse_cards(text: str, file_name: str) -> tuple[Card, ...]:
    """Read the ``[[card]]`` tables of a file.

    Raises:
        GuideError: Something is wrong; it holds every problem.
    """
    return read_entries(text, file_name, "card", _card)


def parse_flags(text: str, file_name: str) -> tuple[FlagWords, ...]:
    """Read the ``[[flag]]`` tables of a file.

    Raises:
        GuideError: Something is wrong; it holds every problem.
    """
    return read_entries(text, file_name, "flag", _flag)


def parse_notes(text: str, file_name: str) -> tuple[Note, ...]:
    """Read the ``[[note]]`` tables of a file.

    Raises:
        GuideError: Something is wrong; it holds every problem.
    """
    return read_entries(text, file_name, "note", _note)


def _card(table: Table) -> Card:
    table.require("id", "claim", "strength", "not_shown")
    return Card(
        id=table.identifier("id"),
        claim=table.text("claim"),
        strength=table.choice("strength", Strength.EXPERT_ADVICE),
        not_shown=table.text("not_shown"),
        references=tuple(_reference(entry) for entry in table.tables("reference")),
    )


def _reference(table: Table) -> Reference:
    table.require("work")
    reference = Reference(work=table.text("work"), found=table.text("found"), address=table.text("address"))
    table.end()
    return reference


def _flag(table: Table) -> FlagWords:
    table.require("id", "text", "source")
    return FlagWords(flag=table.choice("id", RedFlag.OFTEN), text=table.text("text"), source=table.identifier("source"))


def _note(table: Table) -> Note:
    table.require("id", "text", "source")
    return Note(id=table.identifier("id"), text=table.text("text"), source=table.identifier("source"))
