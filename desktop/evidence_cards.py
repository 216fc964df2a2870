"""The evidence cards: what stands behind each piece of advice, read when the first one is wanted."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from schedules.prompts import Kind
from schedules.settings import BedtimeChoice

if TYPE_CHECKING:
    from schedules.guides.advice import Card

OF_PROMPTS = MappingProxyType(
    {
        Kind.DRINK: "drinks",
        Kind.MOVE: "get-up-often",
        Kind.WARM_UP: "warm-up",
        Kind.AFTER_EXERCISE: "stretch-after-exercise",
        Kind.BEDTIME: "stretch-before-bed",
        Kind.HEAT_BREAK: "heat-breaks",
        Kind.HEAT_BRIEF: "heat-breaks",
    }
)
"""The card behind each kind of prompt."""
RIDE = "easy-bike"


@cache
def cards() -> "Mapping[str, Card]":
    """Every card by its id; they come with Uncramp, so they are known to be right."""
    from importlib.resources import files

    from desktop.wording import texts
    from schedules.guides.advice import parse_cards

    entries = (entry for entry in (files("resources") / "advice").iterdir() if entry.name.startswith("cards-"))
    read = (card for entry in entries for card in parse_cards(entry.read_text(encoding="utf-8"), entry.name))
    return MappingProxyType({card.id: texts.card(card) for card in read})


def card_of(kind: Kind, choice: BedtimeChoice) -> str:
    """The id of the card behind a prompt.

    Args:
        kind: What it asks for.
        choice: What the person wants before bed: an easy ride has a card of its own.
    """
    return RIDE if kind is Kind.BEDTIME and choice is BedtimeChoice.BIKE else OF_PROMPTS[kind]
