"""What a person prefers of the program itself: how it looks, the drinks it offers, what suits their body. No Qt.

What decides about prompts stands in ``settings.toml``; this is kept with the records, one small thing at a time.
"""

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import get_type_hints

from desktop.ports import Store
from schedules.guides.routine import Limit
from schedules.history import Side

_KEY = "preference {}"


class Theme(StrEnum):
    """Light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Contrast(StrEnum):
    """How far colours stand apart."""

    SYSTEM = "system"
    HIGH = "high"


class Motion(StrEnum):
    """Whether pictures move."""

    SYSTEM = "system"
    STILL = "still"


class SoreLeg(StrEnum):
    """Which leg is stretched gently."""

    NONE = "none"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """Everything that can be preferred; a default is what a person gets who never chose."""

    theme: Theme = Theme.SYSTEM
    contrast: Contrast = Contrast.SYSTEM
    motion: Motion = Motion.SYSTEM
    text_percent: int = 0
    """100 to 200; 0 takes the system's size."""
    mug_ml: int = 300
    """The person's own cups, beside the glass of ``settings.toml``: 20 to 1,500 ml."""
    large_glass_ml: int = 400
    hot_drink_ml: int = 200
    pregnant: bool = False
    """What a person said of themselves for the sake of safe stretches; so are the next three."""
    poor_balance: bool = False
    knee: bool = False
    back: bool = False
    sore_leg: SoreLeg = SoreLeg.NONE
    welcomed: bool = False
    """The first minute was gone through, or left."""

    @property
    def limits(self) -> frozenset[Limit]:
        """What stretches have to leave out, beside the positions of ``settings.toml``."""
        return frozenset(limit for name, limit in LIMIT_OF.items() if getattr(self, name))

    @property
    def sore_side(self) -> Side | None:
        """The leg that gets a gentle dose of its own."""
        return None if self.sore_leg is SoreLeg.NONE else Side(self.sore_leg)


LIMIT_OF = {
    "pregnant": Limit.PREGNANT,
    "poor_balance": Limit.POOR_BALANCE,
    "knee": Limit.KNEE,
    "back": Limit.BACK,
}
"""What each thing that a person said of themselves means for stretches."""
LIMITS = {"text_percent": (0, 200), "mug_ml": (20, 1500), "large_glass_ml": (20, 1500), "hot_drink_ml": (20, 1500)}
"""The least and most of each number."""


def read(store: Store) -> Preferences:
    """What is preferred; whatever is kept and makes no sense counts as never chosen.

    Raises:
        StoreError: The records cannot be read.
    """
    kept = {field.name: store.get_state(_KEY.format(field.name)) for field in fields(Preferences)}
    return Preferences(**{name: value for name, text in kept.items() if (value := _value(name, text)) is not None})  # type: ignore[arg-type]


def write(store: Store, name: str, value: StrEnum | int) -> None:
    """Keep one preference.

    Args:
        store: Where.
        name: A field of `Preferences`.
        value: Of the field's type and within its limits.

    Raises:
        StoreError: It could not be kept.
        ValueError: There is no such preference, or the value is not allowed.
    """
    text = str(int(value)) if isinstance(value, int) else str(value)
    if _value(name, text) != value:
        raise ValueError(f"{name} cannot be {value}.")
    store.set_state(_KEY.format(name), text)


def _value(name: str, text: str | None) -> StrEnum | int | None:
    kind = _KINDS.get(name)
    if text is None or kind is None:
        return None
    try:
        value = kind(text) if issubclass(kind, StrEnum) else kind(int(text))
    except ValueError:
        return None
    least, most = LIMITS.get(name, (value, value))
    return value if isinstance(value, StrEnum) or least <= value <= most else None


_KINDS = get_type_hints(Preferences)
