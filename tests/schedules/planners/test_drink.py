"""When the next drink is due, by the pace, the gap, and what has been drunk."""

from dataclasses import replace

import pytest

from schedules.history import History, Outcome
from schedules.prompts import Kind, Why
from schedules.settings import BlockKind, DrinkSettings, MoveSettings, Settings, You
from tests.schedules.workdays import asked, at, block, clock, drunk, prompts, shape, situation, times

PLAIN = Settings(days=(shape(),), move=MoveSettings(on=False))
"""A day without blocks: up from 07:00 to 23:00, drinks to 21:00."""


def test_a_day_of_two_litres_is_eight_glasses_a_little_faster_at_first() -> None:
    found = prompts(situation(PLAIN), Kind.DRINK)
    assert sum(prompt.volume_ml or 0 for prompt in found) == 2000
    assert [clock(prompt.due_at) for prompt in found] == [
        "07:45",
        "09:16",
        "10:51",
        "12:30",
        "14:14",
        "16:03",
        "17:58",
        "19:58",
    ]


@pytest.mark.parametrize(
    ("history", "first"),
    [
        (drunk(("07:30", 250)), "09:15"),
        (drunk(("07:30", 125)), "08:30"),
        (drunk(("07:10", 500)), "09:10"),
        (drunk(("07:10", 2000)), None),
    ],
    ids=["a glass", "half a glass", "two glasses: the gap", "the whole goal"],
)
def test_the_next_glass_after_what_was_drunk(history: History, first: str | None) -> None:
    found = times(situation(PLAIN, "08:00", history=history), Kind.DRINK)
    assert (found[0] if found else None) == first


def test_the_longest_gap_comes_before_the_pace() -> None:
    (first, *_rest) = prompts(situation(PLAIN, "08:00", history=drunk(("07:30", 750))), Kind.DRINK)
    assert clock(first.due_at) == "09:30"
    assert first.reason.why is Why.LONG_GAP


def test_without_a_goal_only_the_gap_counts() -> None:
    settings = replace(PLAIN, you=You(drink_goal_ml=0))
    assert times(situation(settings), Kind.DRINK) == ["09:00", "11:00", "13:00", "15:00", "17:00", "19:00"]


@pytest.mark.parametrize(("stop_min", "last"), [(120, "20:45"), (240, "18:45"), (360, "16:45")])
def test_the_last_glass_is_gone_when_drinks_end(stop_min: int, last: str) -> None:
    settings = replace(PLAIN, drink=DrinkSettings(stop_before_bed_min=stop_min, longest_gap_min=45))
    assert times(situation(settings), Kind.DRINK)[-1] <= last


@pytest.mark.parametrize(
    "settings",
    [
        replace(PLAIN, drink=DrinkSettings(on=False)),
        replace(PLAIN, you=You(doctor_limits_fluids=True)),
        replace(PLAIN, drink=DrinkSettings(stop_before_bed_min=16 * 60)),
    ],
    ids=["off", "a doctor limits fluids", "the day is over before it begins"],
)
def test_nothing_to_drink(settings: Settings) -> None:
    assert times(situation(settings), Kind.DRINK) == []


def test_missed_glasses_are_not_made_up() -> None:
    missed = History(prompts=asked(Kind.DRINK, "07:45", "09:16", volume_ml=250))
    assert times(situation(PLAIN, "09:31", history=missed), Kind.DRINK)[0] == "10:51"


def test_a_skipped_glass_leaves_the_next_where_it_was() -> None:
    skipped = History(prompts=asked(Kind.DRINK, "07:45", volume_ml=250, outcome=Outcome.SKIPPED))
    assert times(situation(PLAIN, "07:46", history=skipped), Kind.DRINK)[0] == "09:16"


def test_of_two_that_were_put_off_as_the_clock_was_set_back_the_later_moment_counts() -> None:
    ahead = asked(Kind.DRINK, "08:20", volume_ml=250, outcome=Outcome.LATER, again="08:06")
    last = asked(Kind.DRINK, "08:06", volume_ml=250, outcome=Outcome.LATER, again="09:30")
    found = prompts(situation(now="08:10", history=History(prompts=last + ahead)), Kind.DRINK)
    assert found[0].due_at == at("09:30")


def test_later_is_later() -> None:
    later = History(prompts=asked(Kind.DRINK, "07:45", volume_ml=250, outcome=Outcome.LATER, again="08:06"))
    assert times(situation(PLAIN, "07:46", history=later), Kind.DRINK)[0] == "08:06"


def test_three_that_went_unanswered_make_it_ask_less_and_say_so() -> None:
    ignored = History(prompts=asked(Kind.DRINK, "07:45", "09:16", "10:51", volume_ml=250))
    (first, *_rest) = prompts(situation(PLAIN, "11:10", history=ignored), Kind.DRINK)
    assert clock(first.due_at) > "12:30"
    assert first.reason.asks_less


def test_an_answer_makes_it_ask_as_before() -> None:
    records = (
        *asked(Kind.DRINK, "07:45", "09:16", "10:51", volume_ml=250),
        *asked(Kind.DRINK, "12:30", volume_ml=250, outcome=Outcome.SKIPPED),
    )
    assert times(situation(PLAIN, "12:31", history=History(prompts=records)), Kind.DRINK)[0] == "14:14"


@pytest.mark.parametrize(("since", "first"), [("10:00", "10:05"), ("06:00", "07:45")])
def test_nothing_is_due_in_the_first_minutes_of_watching(since: str, first: str) -> None:
    assert times(situation(PLAIN, "10:00", running_since=at(since)), Kind.DRINK)[0] == first


def test_during_short_exercise_a_glass_waits_for_its_end() -> None:
    settings = replace(PLAIN, days=(shape(block(BlockKind.EXERCISE, "09:10", "10:00")),))
    for prompt in prompts(situation(settings), Kind.DRINK):
        assert not at("09:10") < prompt.due_at < at("10:00")


def test_during_long_exercise_glasses_come() -> None:
    settings = replace(PLAIN, days=(shape(block(BlockKind.EXERCISE, "09:00", "13:00")),))
    assert any(at("09:00") < prompt.due_at < at("13:00") for prompt in prompts(situation(settings), Kind.DRINK))


def test_the_reason_tells_the_last_drink_and_the_intake() -> None:
    (first, *_rest) = prompts(situation(PLAIN, "08:00", history=drunk(("07:10", 250))), Kind.DRINK)
    assert (first.reason.intake_ml, first.reason.goal_ml) == (250, 2000)
    assert first.reason.since == first.due_at - at("07:10")
