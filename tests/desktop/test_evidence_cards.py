import pytest

from desktop.evidence_cards import card_of, cards
from schedules.prompts import Kind
from schedules.settings import BedtimeChoice
from tests.schedules.guides import shelf


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("choice", BedtimeChoice)
def test_every_prompt_has_a_card(kind: Kind, choice: BedtimeChoice) -> None:
    assert card_of(kind, choice) in cards()


def test_a_ride_before_bed_rests_on_something_else_than_a_stretch() -> None:
    assert card_of(Kind.BEDTIME, BedtimeChoice.BIKE) == "easy-bike"
    assert card_of(Kind.BEDTIME, BedtimeChoice.STRETCH) == "stretch-before-bed"


def test_every_advice_id_leads_to_a_card_with_its_source_and_strength() -> None:
    named = {step.source for routine in shelf.routines() for step in shelf.all_steps(routine)}
    named |= {routine.source for routine in shelf.routines()}
    named |= {flag.source for flag in shelf.flags()} | {note.source for note in shelf.notes()}
    assert named - set(cards()) == set()
    assert all(card.references and card.not_shown for card in cards().values())
