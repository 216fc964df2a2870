"""What holds at a moment: what a prompt that was held says when it comes at last."""

from datetime import timedelta

import pytest

from schedules.moments import as_shown
from schedules.prompts import Kind, Prompt, Reason, Why
from tests.schedules.workdays import at, situation


def bedtime(volume_ml: int | None = 250) -> Prompt:
    """A bedtime prompt of the early evening, with a glass or without one."""
    return Prompt(
        kind=Kind.BEDTIME,
        also=(Kind.MOVE, Kind.DRINK) if volume_ml else (Kind.MOVE,),
        due_at=at("20:40"),
        expires_at=at("23:00"),
        volume_ml=volume_ml,
        reason=Reason(why=Why.CHOSEN, intake_ml=1000 if volume_ml else None, goal_ml=2000 if volume_ml else None),
    )


@pytest.mark.parametrize("shown", ["21:00", "22:30", "23:30"])
def test_what_was_held_until_drinks_have_ended_suggests_none(shown: str) -> None:
    asked, key = bedtime(), bedtime().key
    assert as_shown(asked, situation(), at(shown)) == bedtime(volume_ml=None)
    assert as_shown(asked, situation(), at(shown)).key == key


def test_before_drinks_end_a_prompt_comes_as_it_was_planned() -> None:
    assert as_shown(bedtime(), situation(), at("20:59")) == bedtime()
    assert as_shown(bedtime(volume_ml=None), situation(), at("22:00")) == bedtime(volume_ml=None)


def test_a_drink_prompt_is_left_to_its_expiry() -> None:
    drink = Prompt(
        kind=Kind.DRINK,
        due_at=at("20:44"),
        expires_at=at("20:44") + timedelta(minutes=15),
        volume_ml=250,
        reason=Reason(why=Why.LONG_GAP),
    )
    assert as_shown(drink, situation(), at("21:30")) == drink
