"""Later, by reason: what each reason does."""

from datetime import timedelta

import pytest

from schedules.history import History, LaterWhy, Outcome, PromptRecord
from schedules.later import (
    DayOff,
    Effect,
    LaterWish,
    after_meeting,
    effect,
    is_sore,
    read_days_off,
    whys,
    write_days_off,
)
from schedules.prompts import Kind, Prompt, Reason, Why
from schedules.settings import Weekday
from tests.schedules.workdays import at

NOW = at("10:02")
MINUTE = timedelta(minutes=1)


def prompt(kind: Kind = Kind.MOVE) -> Prompt:
    """A prompt of 10:00."""
    return Prompt(kind=kind, due_at=at("10:00"), expires_at=at("10:15"), reason=Reason(why=Why.SEATED))


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (LaterWish(why=LaterWhy.NEXT_PAUSE), Effect(outcome=Outcome.LATER, again_at=at("10:07"))),
        (LaterWish(why=LaterWhy.MEETING), Effect(outcome=Outcome.LATER, again_at=at("11:02"))),
        (LaterWish(why=LaterWhy.MINUTES, by=25 * MINUTE), Effect(outcome=Outcome.LATER, again_at=at("10:27"))),
        (LaterWish(why=LaterWhy.MINUTES), Effect(outcome=Outcome.LATER, again_at=at("10:07"))),
        (LaterWish(why=LaterWhy.DONE), Effect(outcome=Outcome.DONE, done_at=NOW)),
        (LaterWish(why=LaterWhy.DONE, done_at=at("09:30")), Effect(outcome=Outcome.DONE, done_at=at("09:30"))),
        (LaterWish(why=LaterWhy.DONE, done_at=at("10:30")), Effect(outcome=Outcome.DONE, done_at=NOW)),
        (LaterWish(why=LaterWhy.SORE), Effect(outcome=Outcome.SKIPPED)),
        (
            LaterWish(why=LaterWhy.NOT_THIS_WEEKDAY),
            Effect(outcome=Outcome.SKIPPED, day_off=DayOff(kind=Kind.MOVE, weekday=Weekday.FRI)),
        ),
    ],
)
def test_each_reason_has_its_effect(wish: LaterWish, expected: Effect) -> None:
    assert effect(prompt(), wish, NOW, Weekday.FRI) == expected


@pytest.mark.parametrize(
    ("kind", "without"),
    [
        (Kind.MOVE, set()),
        (Kind.BEDTIME, set()),
        (Kind.DRINK, {LaterWhy.SORE}),
        (Kind.HEAT_BREAK, {LaterWhy.SORE, LaterWhy.NOT_THIS_WEEKDAY}),
    ],
)
def test_the_reasons_of_a_kind(kind: Kind, without: set[LaterWhy]) -> None:
    assert set(LaterWhy) - set(whys(prompt(kind))) == without


def record(why: LaterWhy, **changes: object) -> PromptRecord:
    given = {"key": "k", "kind": Kind.MOVE, "due_at": at("10:00"), "outcome": Outcome.LATER, "outcome_at": NOW}
    return PromptRecord(**{**given, "later_why": why, **changes})  # type: ignore[arg-type]


def test_a_meeting_that_ends_early_brings_back_what_waits_for_its_end() -> None:
    waits = record(LaterWhy.MEETING, show_again_at=at("11:02"))
    others = (
        record(LaterWhy.MINUTES, show_again_at=at("11:02")),
        record(LaterWhy.MEETING, show_again_at=at("10:31")),
        record(LaterWhy.MEETING, outcome=Outcome.DONE),
    )
    (again,) = after_meeting(History(prompts=(waits, *others)), at("10:30"))
    assert again.show_again_at == at("10:32")


@pytest.mark.parametrize(("hour", "sore"), [("10:01", False), ("10:02", True), ("22:00", True)])
def test_too_sore_lasts_for_the_day(hour: str, sore: bool) -> None:
    said = History(prompts=(record(LaterWhy.SORE, outcome=Outcome.SKIPPED),))
    assert is_sore(said, at(hour)) is sore
    assert not is_sore(said, NOW + timedelta(hours=18))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (None, 0),
        ("", 0),
        ("move:thu drink:sun", 2),
        ("move:thu move:thu", 1),
        ("move:never swim:sun heat-break:mon move: :mon move", 0),
    ],
)
def test_days_off_are_read_with_patience(text: str | None, found: int) -> None:
    assert len(read_days_off(text)) == found


def test_days_off_are_remembered_as_they_were_said() -> None:
    off = frozenset({DayOff(kind=Kind.MOVE, weekday=Weekday.THU), DayOff(kind=Kind.WARM_UP, weekday=Weekday.SUN)})
    assert read_days_off(write_days_off(off)) == off
    assert write_days_off(frozenset()) is None
