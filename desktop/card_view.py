"""What the window of the bedside card shows."""

from dataclasses import dataclass

from desktop.card import CardFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """The card and the paper it is for."""

    facts: CardFacts
    country: str | None = None
    told: str = ""
    """What became of the last wish; empty for nothing."""
