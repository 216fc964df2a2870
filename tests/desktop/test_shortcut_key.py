"""A key of the whole desktop is read as people write it, and one that would take too much is refused."""

import pytest

from desktop.shortcut_key import RELIEF, read_key


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Ctrl+Alt+C", "Ctrl+Alt+C"),
        (" alt + control + k ", "Ctrl+Alt+K"),
        ("Strg+Shift+9", "Ctrl+Shift+9"),
        ("win+alt+x", "Alt+Super+X"),
        ("shift+super+ctrl+alt+a", "Ctrl+Alt+Shift+Super+A"),
        ("C", None),
        ("Ctrl+C", None),
        ("Ctrl+Ctrl+C", None),
        ("Ctrl+Alt", None),
        ("Ctrl+Alt+", None),
        ("Ctrl+Alt+F4", None),
        ("Ctrl+Alt+é", None),
        ("Hyper+Alt+C", None),
        ("", None),
    ],
)
def test_it_is_read_and_written(typed: str, found: str | None) -> None:
    key = read_key(typed)
    assert (None if key is None else str(key)) == found


def test_what_is_written_is_read_again() -> None:
    assert read_key(str(RELIEF)) == RELIEF
