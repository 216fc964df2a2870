"""When it is time to get up: after so long in a desk or standing block."""

from dataclasses import replace

import pytest

from schedules.history import Exercise, History, Outcome
from schedules.prompts import HeldWhy, Kind, Why
from schedules.settings import BlockKind, DrinkSettings, Effort, MoveSettings, Settings
from tests.schedules.workdays import asked, at, block, clock, done, prompts, shape, situation, times

DESK = Settings(days=(shape(block(BlockKind.DESK, "09:00", "17:30")),), drink=DrinkSettings(on=False))


@pytest.mark.parametrize(
    ("every_min", "expected"),
    [
        (90, ["10:30", "12:00", "13:30", "15:00", "16:30"]),
        (120, ["11:00", "13:00", "15:00", "17:00"]),
        (240, ["13:00", "17:00"]),
    ],
)
def test_so_often_in_a_desk_block(every_min: int, expected: list[str]) -> None:
    settings = replace(DESK, move=MoveSettings(every_min=every_min))
    assert times(situation(settings), Kind.MOVE) == expected


def test_not_in_the_last_ten_minutes_of_a_block() -> None:
    settings = replace(DESK, days=(shape(block(BlockKind.DESK, "09:00", "10:39")),))
    assert times(situation(settings), Kind.MOVE) == []


def test_standing_counts_as_standing() -> None:
    settings = replace(DESK, days=(shape(block(BlockKind.STANDING, "09:00", "11:00")),))
    (found,) = prompts(situation(settings), Kind.MOVE)
    assert found.reason.why is Why.STOOD


def test_every_block_counts_from_its_beginning() -> None:
    settings = replace(
        DESK, days=(shape(block(BlockKind.DESK, "09:00", "11:00"), block(BlockKind.DESK, "13:00", "15:00")),)
    )
    assert times(situation(settings), Kind.MOVE) == ["10:30", "14:30"]


@pytest.mark.parametrize("routine", ["move", "desk", "bedtime", "easy-bike"])
def test_having_moved_starts_the_count_anew(routine: str) -> None:
    assert times(situation(DESK, "10:00", history=done(("10:00", routine))), Kind.MOVE)[0] == "11:30"


def test_exercise_starts_the_count_anew() -> None:
    ridden = Exercise(started_at=at("09:30"), lasted=at("10:00") - at("09:30"), effort=Effort.LIGHT)
    assert times(situation(DESK, "10:00", history=History(exercises=(ridden,))), Kind.MOVE)[0] == "11:30"


def test_a_break_that_was_credited_counts_from_when_it_was_seen() -> None:
    (record,) = asked(Kind.MOVE, "10:30", outcome=Outcome.CREDITED)
    credited = History(prompts=(replace(record, outcome_at=at("10:40")),))
    assert times(situation(DESK, "10:40", history=credited), Kind.MOVE)[0] == "12:10"


def test_three_that_went_unanswered_make_it_ask_half_as_often() -> None:
    ignored = History(prompts=asked(Kind.MOVE, "10:30", "12:00", "13:30"))
    (found,) = prompts(situation(DESK, "13:46", history=ignored), Kind.MOVE)
    assert clock(found.due_at) == "16:30"
    assert found.reason.asks_less


@pytest.mark.parametrize(("why", "next_due"), [(HeldWhy.QUIET, "14:40"), (None, "13:10")])
def test_a_quiet_time_that_takes_a_prompt_away_is_no_answer(why: HeldWhy | None, next_due: str) -> None:
    (hushed,) = asked(Kind.MOVE, "11:30", outcome=Outcome.LATER, again="11:40")
    ignored = asked(Kind.MOVE, "09:30", "10:10", "10:50", "11:40")
    history = History(prompts=(*ignored, replace(hushed, held_why=why)))
    assert times(situation(DESK, "12:00", history=history), Kind.MOVE)[0] == next_due


def test_what_was_before_the_start_was_not_seen() -> None:
    assert times(situation(DESK, "14:00", running_since=at("14:00")), Kind.MOVE) == ["15:30", "17:00"]


def test_a_run_at_noon_is_a_break() -> None:
    blocks = (block(BlockKind.DESK, "09:00", "17:30"), block(BlockKind.EXERCISE, "12:00", "13:00"))
    found = times(situation(replace(DESK, days=(shape(*blocks),))), Kind.MOVE)
    assert not [time for time in found if "12:00" <= time < "13:00"]


def test_off_is_off() -> None:
    assert times(situation(replace(DESK, move=MoveSettings(on=False))), Kind.MOVE) == []
