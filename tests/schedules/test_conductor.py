"""Merging, spacing, capping and silence: what becomes of wishes that get in each other's way."""

from dataclasses import replace
from itertools import pairwise

import pytest

from schedules.history import History, Outcome
from schedules.plan import plan
from schedules.prompts import HeldWhy, Kind
from schedules.settings import (
    BedtimeSettings,
    BlockKind,
    DrinkSettings,
    MoveSettings,
    PromptSettings,
    Settings,
    You,
)
from tests.schedules.workdays import asked, at, block, clock, prompts, shape, situation, times

DESK = block(BlockKind.DESK, "09:00", "17:30")
WORK = Settings(days=(shape(DESK),))


def test_what_falls_together_is_one_prompt() -> None:
    merged = [prompt for prompt in prompts(situation(WORK)) if prompt.kinds == (Kind.MOVE, Kind.DRINK)]
    assert [(clock(prompt.due_at), prompt.volume_ml, prompt.routine) for prompt in merged][:2] == [
        ("10:30", 250, "move"),
        ("12:00", 250, "move"),
    ]
    assert merged[0].reason.intake_ml == 500


def test_a_stretch_after_late_exercise_is_the_bedtime_one() -> None:
    late = replace(WORK, days=(shape(block(BlockKind.EXERCISE, "21:15", "22:10")),))
    (found,) = prompts(situation(late), Kind.BEDTIME, Kind.AFTER_EXERCISE)
    assert set(found.kinds) == {Kind.BEDTIME, Kind.AFTER_EXERCISE}


def test_a_bedtime_stretch_that_was_put_off_is_not_taken_along_by_the_one_after_exercise() -> None:
    days = (shape(block(BlockKind.EXERCISE, "21:15", "22:30")),)
    late = replace(WORK, days=days, prompts=PromptSettings(smallest_gap_min=15))
    put_off = History(prompts=asked(Kind.BEDTIME, "22:15", outcome=Outcome.LATER, again="22:45"))
    found = [(prompt.kinds, clock(prompt.due_at)) for prompt in plan(situation(late, "22:29", history=put_off)).prompts]
    assert ((Kind.AFTER_EXERCISE,), "22:30") in found
    assert not [kinds for kinds, due in found if Kind.BEDTIME in kinds and due < "22:45"]


@pytest.mark.parametrize("gap_min", [15, 30, 60, 120])
def test_the_smallest_gap_lies_between_prompts(gap_min: int) -> None:
    settings = replace(WORK, prompts=PromptSettings(smallest_gap_min=gap_min))
    moments = [prompt.due_at for prompt in prompts(situation(settings))]
    assert min((other - one).total_seconds() / 60 for one, other in pairwise(moments)) >= gap_min


@pytest.mark.parametrize("most", [1, 3, 5, 12])
def test_the_cap_keeps_room_for_what_belongs_to_a_time(most: int) -> None:
    settings = replace(WORK, prompts=PromptSettings(most_per_day=most))
    found = plan(situation(settings))
    assert len(found.prompts) <= most
    assert found.prompts[-1].kind is Kind.BEDTIME
    if most < 9:
        assert HeldWhy.MOST_PER_DAY in {held.why for held in found.held_back}


def test_the_prompts_of_a_small_budget_are_spread_over_the_day() -> None:
    settings = replace(WORK, prompts=PromptSettings(most_per_day=5))
    found = [prompt.due_at for prompt in prompts(situation(settings))]
    assert found[1] > at("09:16")
    assert found[-2] >= at("15:00")


def test_a_quiet_block_moves_what_can_wait_to_its_end() -> None:
    quiet = replace(WORK, days=(shape(block(BlockKind.QUIET, "07:30", "08:30")),))
    assert times(situation(quiet), Kind.DRINK)[0] == "08:30"


def test_what_cannot_wait_for_the_end_of_a_quiet_block_is_held_back() -> None:
    quiet = replace(
        WORK, days=(shape(block(BlockKind.EXERCISE, "18:00", "19:00"), block(BlockKind.QUIET, "17:00", "18:30")),)
    )
    planned = plan(situation(quiet))
    assert Kind.WARM_UP not in {prompt.kind for prompt in planned.prompts}
    assert (Kind.WARM_UP, HeldWhy.QUIET) in {(held.kind, held.why) for held in planned.held_back}


def test_a_pause_is_silence_until_it_ends() -> None:
    paused = situation(WORK, "08:00", paused_until=at("13:00"))
    assert times(paused)[0] == "13:00"
    assert all(prompt.due_at >= at("13:00") for prompt in prompts(paused))


def test_a_pause_over_the_bedtime_holds_it_back() -> None:
    planned = plan(situation(WORK, "21:00", paused_until=at("23:30")))
    assert planned.prompts == ()
    assert (Kind.BEDTIME, HeldWhy.PAUSED) in {(held.kind, held.why) for held in planned.held_back}


def test_an_hour_has_room_for_half_a_litre() -> None:
    thirsty = replace(
        WORK,
        you=You(drink_goal_ml=6000, glass_ml=400),
        prompts=PromptSettings(smallest_gap_min=15, most_per_day=24),
        drink=DrinkSettings(longest_gap_min=30),
    )
    volumes = [(prompt.due_at, prompt.volume_ml or 0) for prompt in prompts(situation(thirsty))]
    for start_at, _ in volumes:
        assert sum(ml for due_at, ml in volumes if 0 <= (due_at - start_at).total_seconds() <= 3600) <= 500


def test_a_prompt_never_outlives_the_day() -> None:
    planned = plan(situation(replace(WORK, bedtime=BedtimeSettings(before_bed_min=10))))
    assert all(prompt.due_at < prompt.expires_at <= planned.bed_at for prompt in planned.prompts)


def test_with_everything_off_there_is_nothing() -> None:
    off = replace(WORK, drink=DrinkSettings(on=False), move=MoveSettings(on=False), bedtime=BedtimeSettings(on=False))
    planned = plan(situation(off))
    assert (planned.prompts, planned.held_back) == ((), ())
