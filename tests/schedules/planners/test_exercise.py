"""A warm-up before exercise and a stretch after it, each with a drink."""

from dataclasses import replace
from datetime import timedelta

import pytest

from schedules.history import History, Outcome
from schedules.plan import plan
from schedules.prompts import HeldWhy, Kind
from schedules.settings import BedtimeSettings, BlockKind, DrinkSettings, Settings, You
from tests.schedules.workdays import DAY, asked, at, block, clock, prompts, shape, situation, times

RUN = Settings(days=(shape(block(BlockKind.EXERCISE, "18:00", "19:00")),), bedtime=BedtimeSettings(on=False))


def test_ten_minutes_before_and_at_the_end() -> None:
    before, after = (prompts(situation(RUN), kind) for kind in (Kind.WARM_UP, Kind.AFTER_EXERCISE))
    assert [(clock(p.due_at), clock(p.expires_at), p.volume_ml, p.routine) for p in before] == [
        ("17:50", "18:00", 250, "warm-up")
    ]
    assert [(clock(p.due_at), p.volume_ml, p.routine) for p in after] == [("19:00", 250, "after-exercise")]


@pytest.mark.parametrize(
    "settings",
    [replace(RUN, drink=DrinkSettings(on=False)), replace(RUN, you=You(doctor_limits_fluids=True))],
    ids=["drinks are off", "a doctor limits fluids"],
)
def test_without_a_word_of_drinks(settings: Settings) -> None:
    found = prompts(situation(settings), Kind.WARM_UP, Kind.AFTER_EXERCISE)
    assert [(p.volume_ml, Kind.DRINK in p.kinds) for p in found] == [(None, False), (None, False)]


def test_late_in_the_evening_there_is_nothing_to_drink_with_it() -> None:
    late = replace(RUN, days=(shape(block(BlockKind.EXERCISE, "21:30", "22:15")),))
    found = prompts(situation(late), Kind.WARM_UP, Kind.AFTER_EXERCISE)
    assert [p.volume_ml for p in found] == [None, None]


@pytest.mark.parametrize("outcome", [Outcome.DONE, Outcome.SKIPPED, Outcome.IGNORED, Outcome.EXPIRED])
def test_each_comes_once(outcome: Outcome) -> None:
    records = (
        *asked(Kind.WARM_UP, "17:50", outcome=outcome),
        *asked(Kind.AFTER_EXERCISE, "19:00", outcome=outcome),
    )
    assert times(situation(RUN, "19:05", history=History(prompts=records)), Kind.WARM_UP, Kind.AFTER_EXERCISE) == []


def test_a_warm_up_that_was_put_off_comes_before_the_block_or_not_at_all() -> None:
    in_time = History(prompts=asked(Kind.WARM_UP, "17:50", outcome=Outcome.LATER, again="17:56"))
    assert times(situation(RUN, "17:51", history=in_time), Kind.WARM_UP) == ["17:56"]
    too_late = History(prompts=asked(Kind.WARM_UP, "17:50", outcome=Outcome.LATER, again="18:02"))
    assert times(situation(RUN, "17:58", history=too_late), Kind.WARM_UP) == []


def test_two_blocks_have_two_of_each() -> None:
    blocks = (block(BlockKind.EXERCISE, "08:00", "08:40"), block(BlockKind.EXERCISE, "18:00", "19:00"))
    twice = replace(RUN, days=(shape(*blocks),))
    assert times(situation(twice), Kind.WARM_UP) == ["07:50", "17:50"]
    assert times(situation(twice), Kind.AFTER_EXERCISE) == ["08:40", "19:00"]


def test_a_block_at_wake_has_its_warm_up_at_wake() -> None:
    early = replace(RUN, days=(shape(block(BlockKind.EXERCISE, "07:00", "08:00")),))
    assert times(situation(early), Kind.WARM_UP) == ["07:00"]


def test_a_start_in_the_midst_of_a_block_asks_for_no_warm_up() -> None:
    found = situation(RUN, "18:20", running_since=at("18:20"))
    assert times(found, Kind.WARM_UP) == []
    assert times(found, Kind.AFTER_EXERCISE) == ["19:00"]


@pytest.mark.parametrize(("ago", "comes"), [((2, 1), True), ((3, 2, 1), False), ((4, 3, 2), True)])
@pytest.mark.parametrize(("kind", "when"), [(Kind.WARM_UP, "17:50"), (Kind.AFTER_EXERCISE, "19:00")])
def test_after_three_that_went_unanswered_it_comes_every_second_day(
    kind: Kind,
    when: str,
    ago: tuple[int, ...],
    comes: bool,
) -> None:
    records = tuple(
        replace(record, key=f"{record.key}-{days}")
        for days in ago
        for record in asked(kind, when, day=DAY - timedelta(days=days))
    )
    planned = plan(situation(RUN, "08:00", history=History(prompts=records)))
    assert (kind in {each for prompt in planned.prompts for each in prompt.kinds}) is comes
    assert (HeldWhy.ASKS_LESS in {held.why for held in planned.held_back}) is not comes
