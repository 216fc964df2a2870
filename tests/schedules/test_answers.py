"""The buttons of each prompt, and what they do."""

from dataclasses import replace
from datetime import timedelta

import pytest

from schedules.answers import answers, done_since, drinks, guided, later_by
from schedules.history import History
from schedules.prompts import Answer, Kind, Prompt, Reason, Why
from schedules.settings import BedtimeChoice, BedtimeSettings, Settings, You
from tests.schedules.workdays import at, done, drunk


def prompt(kind: Kind, *also: Kind, volume_ml: int | None = None, routine: str | None = None) -> Prompt:
    """A prompt of 10:00."""
    return Prompt(
        kind=kind,
        also=also,
        due_at=at("10:00"),
        expires_at=at("10:15"),
        volume_ml=volume_ml,
        routine=routine,
        reason=Reason(why=Why.SEATED),
    )


PUT_OFF = (Answer.LATER, Answer.SKIP)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (prompt(Kind.DRINK, volume_ml=250), (Answer.DRANK, *PUT_OFF)),
        (prompt(Kind.MOVE), (Answer.START, Answer.DID_IT, *PUT_OFF)),
        (prompt(Kind.MOVE, Kind.DRINK, volume_ml=250), (Answer.DID_IT, Answer.DRANK, *PUT_OFF)),
        (prompt(Kind.WARM_UP), (Answer.START, Answer.DID_IT, *PUT_OFF)),
        (prompt(Kind.WARM_UP, Kind.DRINK, volume_ml=250), (Answer.START, Answer.DRANK, *PUT_OFF)),
        (prompt(Kind.AFTER_EXERCISE), (Answer.START, Answer.DID_IT, *PUT_OFF)),
        (prompt(Kind.HEAT_BREAK), (Answer.DID_IT, *PUT_OFF, Answer.SIGNS)),
        (prompt(Kind.HEAT_BREAK, volume_ml=500), (Answer.DID_IT, Answer.DRANK, *PUT_OFF, Answer.SIGNS)),
    ],
    ids=lambda value: "-".join(value.kinds) if isinstance(value, Prompt) else "",
)
def test_the_buttons_of_each_kind(one: Prompt, expected: tuple[Answer, ...]) -> None:
    assert answers(one, Settings()) == expected


@pytest.mark.parametrize(
    ("choice", "has_bike", "expected"),
    [
        (BedtimeChoice.STRETCH, False, (Answer.START,)),
        (BedtimeChoice.STRETCH, True, (Answer.START, Answer.RIDE)),
        (BedtimeChoice.EITHER, False, (Answer.START, Answer.RIDE)),
        (BedtimeChoice.BIKE, True, (Answer.RIDE,)),
        (BedtimeChoice.BOTH, True, (Answer.START,)),
    ],
)
def test_the_buttons_before_bed(choice: BedtimeChoice, has_bike: bool, expected: tuple[Answer, ...]) -> None:
    settings = Settings(you=You(has_bike=has_bike), bedtime=BedtimeSettings(choice=choice))
    assert answers(prompt(Kind.BEDTIME), settings) == (*expected, *PUT_OFF)


@pytest.mark.parametrize(
    ("one", "answer", "expected"),
    [
        (prompt(Kind.DRINK, volume_ml=250), Answer.DRANK, True),
        (prompt(Kind.DRINK, volume_ml=250), Answer.SKIP, False),
        (prompt(Kind.DRINK, volume_ml=250), Answer.LATER, False),
        (prompt(Kind.MOVE, Kind.DRINK, volume_ml=250), Answer.DID_IT, True),
        (prompt(Kind.MOVE), Answer.DID_IT, False),
        (prompt(Kind.HEAT_BREAK, volume_ml=500), Answer.DID_IT, False),
        (prompt(Kind.HEAT_BREAK, volume_ml=500), Answer.DRANK, True),
        (prompt(Kind.WARM_UP, Kind.DRINK, volume_ml=250), Answer.START, False),
    ],
)
def test_which_answers_say_that_the_drink_was_drunk(one: Prompt, answer: Answer, expected: bool) -> None:
    assert drinks(one, answer) is expected


@pytest.mark.parametrize(
    ("kind", "minutes"), [(Kind.BEDTIME, 15), (Kind.WARM_UP, 5), (Kind.DRINK, 20), (Kind.MOVE, 20)]
)
def test_how_much_later_is_later(kind: Kind, minutes: int) -> None:
    assert later_by(kind) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("one", "answer", "routine"),
    [
        (prompt(Kind.BEDTIME, routine="bedtime"), Answer.START, "bedtime"),
        (prompt(Kind.BEDTIME, routine="bedtime"), Answer.RIDE, "easy-bike"),
        (prompt(Kind.MOVE, routine="move"), Answer.START, "move"),
        (prompt(Kind.WARM_UP, routine="warm-up"), Answer.START, "warm-up"),
    ],
)
def test_the_routine_that_an_answer_starts(one: Prompt, answer: Answer, routine: str) -> None:
    assert guided(one, answer) == routine


BOTH = prompt(Kind.MOVE, Kind.DRINK, volume_ml=250)


@pytest.mark.parametrize(
    ("one", "history", "expected"),
    [
        (prompt(Kind.DRINK, volume_ml=250), drunk(("10:01", 100)), True),
        (prompt(Kind.DRINK, volume_ml=250), drunk(("09:59", 100)), False),
        (prompt(Kind.DRINK, volume_ml=250), done(("10:01", "move")), False),
        (prompt(Kind.MOVE), done(("10:01", "desk")), True),
        (BOTH, done(("10:01", "move")), False),
        (BOTH, drunk(("10:01", 100)), False),
        (BOTH, replace(done(("10:01", "move")), drinks=drunk(("10:02", 100)).drinks), True),
        (prompt(Kind.BEDTIME), done(("10:01", "bedtime")), True),
        (prompt(Kind.BEDTIME), done(("10:01", "easy-bike")), True),
        (prompt(Kind.BEDTIME), done(("10:01", "desk")), False),
        (prompt(Kind.WARM_UP), done(("10:01", "warm-up")), True),
        (prompt(Kind.WARM_UP), done(("10:01", "move")), False),
        (prompt(Kind.HEAT_BREAK), done(("10:01", "move")), False),
        (prompt(Kind.DRINK), History(), False),
    ],
)
def test_what_was_done_without_the_prompt(one: Prompt, history: History, expected: bool) -> None:
    assert done_since(one, at("10:00"), history) is expected
