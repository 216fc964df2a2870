"""The prompt before bed: once a night, when, and with which routine."""

from dataclasses import replace
from datetime import timedelta

import pytest

from schedules.history import History, Outcome
from schedules.plan import plan
from schedules.prompts import HeldWhy, Kind
from schedules.settings import BedtimeChoice, BedtimeSettings, DrinkSettings, Settings
from tests.schedules.workdays import DAY, asked, at, clock, done, prompts, shape, situation, times

QUIET = Settings(days=(shape(),), drink=DrinkSettings(on=False))


@pytest.mark.parametrize(("before_min", "due"), [(45, "22:15"), (10, "22:50"), (180, "20:00")])
def test_so_long_before_bed_and_on_show_till_then(before_min: int, due: str) -> None:
    (found,) = prompts(situation(replace(QUIET, bedtime=BedtimeSettings(before_bed_min=before_min))), Kind.BEDTIME)
    assert (clock(found.due_at), clock(found.expires_at)) == (due, "23:00")


@pytest.mark.parametrize(
    ("choice", "routine"),
    [
        (BedtimeChoice.STRETCH, "bedtime"),
        (BedtimeChoice.EITHER, "bedtime"),
        (BedtimeChoice.BIKE, "easy-bike"),
        (BedtimeChoice.BOTH, "bike-then-stretch"),
    ],
)
def test_the_routine_of_each_choice(choice: BedtimeChoice, routine: str) -> None:
    (found,) = prompts(situation(replace(QUIET, bedtime=BedtimeSettings(choice=choice))), Kind.BEDTIME)
    assert found.routine == routine


@pytest.mark.parametrize(
    ("when", "routine", "comes"),
    [
        ("20:30", "bedtime", False),
        ("20:30", "easy-bike", False),
        ("20:30", "stretch", False),
        ("20:30", "move", True),
        ("20:30", "desk", True),
        ("19:30", "bedtime", True),
    ],
)
def test_a_stretch_in_the_evening_does_for_it(when: str, routine: str, comes: bool) -> None:
    planned = plan(situation(QUIET, "21:00", history=done((when, routine))))
    assert (Kind.BEDTIME in [prompt.kind for prompt in planned.prompts]) is comes
    assert (HeldWhy.DONE_ALREADY in [held.why for held in planned.held_back]) is not comes


@pytest.mark.parametrize("outcome", [Outcome.DONE, Outcome.SKIPPED, Outcome.IGNORED, Outcome.EXPIRED, Outcome.WAITING])
def test_it_comes_once_a_night(outcome: Outcome) -> None:
    answered = History(prompts=asked(Kind.BEDTIME, "22:15", outcome=outcome))
    assert times(situation(QUIET, "22:20", history=answered), Kind.BEDTIME) == []


def test_later_is_later_but_before_bed() -> None:
    later = History(prompts=asked(Kind.BEDTIME, "22:15", outcome=Outcome.LATER, again="22:30"))
    assert times(situation(QUIET, "22:20", history=later), Kind.BEDTIME) == ["22:30"]
    too_late = History(prompts=asked(Kind.BEDTIME, "22:15", outcome=Outcome.LATER, again="22:58"))
    assert times(situation(QUIET, "22:50", history=too_late), Kind.BEDTIME) == []


def nights(*ago: int) -> History:
    """Bedtime prompts that went unanswered so many days ago."""
    return History(
        prompts=tuple(
            replace(record, key=f"{record.key}-{days}")
            for days in ago
            for record in asked(Kind.BEDTIME, "22:15", day=DAY - timedelta(days=days))
        )
    )


@pytest.mark.parametrize(
    ("ago", "comes"),
    [((2, 1), True), ((3, 2, 1), False), ((4, 3, 2), True)],
    ids=["two in a row", "three, one last night", "three, none last night"],
)
def test_after_three_that_went_unanswered_it_comes_every_second_night(ago: tuple[int, ...], comes: bool) -> None:
    planned = plan(situation(QUIET, "21:00", history=nights(*ago)))
    assert (Kind.BEDTIME in [prompt.kind for prompt in planned.prompts]) is comes
    assert (HeldWhy.ASKS_LESS in [held.why for held in planned.held_back]) is not comes


def test_a_day_shorter_than_its_lead_asks_at_its_beginning() -> None:
    short = replace(QUIET, days=(shape(wake="20:00", bed="22:00"),), bedtime=BedtimeSettings(before_bed_min=180))
    (found,) = prompts(situation(short, "20:00"), Kind.BEDTIME)
    assert found.due_at == at("20:00")


def test_off_is_off() -> None:
    assert times(situation(replace(QUIET, bedtime=BedtimeSettings(on=False))), Kind.BEDTIME) == []
