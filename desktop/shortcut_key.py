"""A key of the whole desktop: what can be chosen for it, and how it is written. No Qt."""

from dataclasses import dataclass
from enum import StrEnum

_LEAST = 2
"""With one alone a key of every other program would be taken away: Ctrl+C, say."""
_KEYS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


class Modifier(StrEnum):
    """What is held down, in the order in which it is written."""

    CTRL = "Ctrl"
    ALT = "Alt"
    SHIFT = "Shift"
    SUPER = "Super"


_NAMES = {
    **{modifier.lower(): modifier for modifier in Modifier},
    "control": Modifier.CTRL,
    "strg": Modifier.CTRL,
    "meta": Modifier.SUPER,
    "win": Modifier.SUPER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortcutKey:
    """At least two keys held down, and a letter or digit."""

    held: frozenset[Modifier]
    key: str
    """A capital letter or a digit."""

    def __str__(self) -> str:
        """As it is written: ``Ctrl+Alt+C``."""
        return "+".join([*(each for each in Modifier if each in self.held), self.key])


RELIEF = ShortcutKey(held=frozenset({Modifier.CTRL, Modifier.ALT}), key="C")
"""What opens the relief, until another is chosen."""


def read_key(text: str) -> ShortcutKey | None:
    """What was typed: ``ctrl + alt + k``; None where that is no key that can be had."""
    *before, key = [part.strip() for part in text.split("+")]
    held = [_NAMES.get(part.lower()) for part in before]
    found = frozenset(each for each in held if each is not None)
    is_whole = None not in held and len(found) == len(held) and len(found) >= _LEAST
    return ShortcutKey(held=found, key=key.upper()) if is_whole and key.upper() in _KEYS else None
