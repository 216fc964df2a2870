"""Evidence cards, the words for flags, notes: all there, all backed."""

import pytest

from schedules.guides.advice import parse_cards, parse_flags, parse_notes
from schedules.guides.routine import Strength
from schedules.guides.table import Fault, GuideError
from tests.schedules.guides import shelf

CARD = """
[[card]]
id = "one"
claim = "It may help."
strength = "weak"
not_shown = "Nearly everything."
[[card.reference]]
work = "Somebody, Something, 2020"
found = "A little."
address = "https://example.org"
"""


def faults(error: GuideError) -> list[tuple[str, str, Fault]]:
    return [(problem.where, problem.key, problem.fault) for problem in error.problems]


def test_a_card_is_read() -> None:
    (card,) = parse_cards(CARD, "cards.toml")
    assert (card.id, card.claim, card.strength, card.not_shown) == (
        "one",
        "It may help.",
        Strength.WEAK,
        "Nearly everything.",
    )
    (reference,) = card.references
    assert (reference.work, reference.found, reference.address) == (
        "Somebody, Something, 2020",
        "A little.",
        "https://example.org",
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", [("", "card", Fault.MISSING)]),
        (CARD + CARD, [("card one", "id", Fault.REPEATED)]),
        (CARD.replace("weak", "feeble"), [("card one", "strength", Fault.NOT_ALLOWED)]),
        (
            CARD.replace('claim = "It may help."', "clam = 1"),
            [("card one", "claim", Fault.MISSING), ("card one", "clam", Fault.UNKNOWN_KEY)],
        ),
        (CARD[: CARD.index("[[card.reference]]")], [("card one", "reference", Fault.MISSING)]),
        (CARD.replace('work = "Somebody, Something, 2020"', ""), [("reference 1", "work", Fault.MISSING)]),
        (CARD + "[note]\n", [("", "note", Fault.UNKNOWN_KEY)]),
    ],
)
def test_what_is_wrong_with_a_card_is_told(text: str, told: list[tuple[str, str, Fault]]) -> None:
    with pytest.raises(GuideError) as caught:
        parse_cards(text, "cards.toml")
    assert faults(caught.value) == told


def test_flags_are_only_those_there_are() -> None:
    with pytest.raises(GuideError) as caught:
        parse_flags('[[flag]]\nid = "itchy"\ntext = "It itches"\nsource = "one"\n', "flags.toml")
    assert faults(caught.value) == [("flag itchy", "id", Fault.NOT_ALLOWED)]


def test_notes_have_all_their_keys() -> None:
    with pytest.raises(GuideError) as caught:
        parse_notes("[[note]]\n", "notes.toml")
    assert faults(caught.value) == [("note 1", key, Fault.MISSING) for key in ("id", "text", "source")]


def test_every_card_has_an_id_of_its_own() -> None:
    ids = [card.id for card in shelf.cards()]
    assert sorted(ids) == sorted(set(ids))


def test_every_source_resolves_to_a_card() -> None:
    cards = {card.id for card in shelf.cards()}
    assert {words.source for words in shelf.flags()} <= cards
    assert {note.source for note in shelf.notes()} <= cards


def test_both_trials_stand_on_the_card_for_stretching() -> None:
    card = next(card for card in shelf.cards() if card.id == "stretch-before-bed")
    works = " ".join(reference.work for reference in card.references)
    assert "Hallegraeff" in works
    assert "Coppin" in works
    assert card.strength is Strength.MIXED


def test_no_card_promises() -> None:
    for card in shelf.cards():
        if card.strength is not Strength.GOOD:
            assert not any(word in card.claim.lower() for word in ("will ", "prevents", "stops cramps")), card.id


def test_what_was_not_tested_says_so() -> None:
    untested = [card for card in shelf.cards() if card.id in ("easy-bike", "warm-up", "stretch-in-the-day")]
    assert len(untested) == 3
    for card in untested:
        assert card.strength is Strength.EXPERT_ADVICE
        assert "no trial" in card.not_shown.lower()
