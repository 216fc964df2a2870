"""Searching the Settings page: every word that was typed stands somewhere in a row, or in the name of its section."""

import unicodedata

from desktop.settings_state import Row


def matches(row: Row, section: str, typed: str) -> bool:
    """Whether a row is to be seen.

    Args:
        row: A row.
        section: What its section is called.
        typed: What is searched for; nothing finds everything.
    """
    said = (row.label, row.under, row.also, row.unit, section, *(option.label for option in row.options))
    buttons = (button.label for button in row.buttons)
    text = _plain(" ".join((*said, *buttons)))
    return all(word in text for word in _plain(typed).split())


def _plain(text: str) -> str:
    """Without capitals and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
