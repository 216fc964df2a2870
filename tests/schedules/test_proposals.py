"""Proposals: three times the same, once asked, and never silently changed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from schedules.history import LaterWhy, Outcome, PromptRecord
from schedules.prompts import Kind
from schedules.proposals import Change, Proposal, proposal
from schedules.settings import BlockKind, Settings
from tests.schedules.workdays import CHICAGO, at

DAY = timedelta(days=1)
NOW = at("17:00")


def put_off(
    why: LaterWhy, kind: Kind = Kind.MOVE, times: Sequence[str] = ("14:10", "14:40", "14:20")
) -> list[PromptRecord]:
    """A prompt put off on each of the last days."""
    dues = [at(time) - DAY * (len(times) - 1 - n) for n, time in enumerate(times)]
    return [
        PromptRecord(key=f"{kind}{n}", kind=kind, due_at=due, outcome=Outcome.LATER, outcome_at=due, later_why=why)
        for n, due in enumerate(dues)
    ]


def found(
    records: list[PromptRecord], answered: dict[str, datetime] | None = None, now: datetime = NOW
) -> Proposal | None:
    return proposal(records, Settings(), CHICAGO, now, answered or {})


@pytest.mark.parametrize(
    ("kind", "why", "change", "minutes"),
    [
        (Kind.MOVE, LaterWhy.MINUTES, Change.MOVE_EVERY, 120),
        (Kind.MOVE, LaterWhy.NEXT_PAUSE, Change.MOVE_EVERY, 120),
        (Kind.MOVE, LaterWhy.DONE, Change.MOVE_EVERY, 120),
        (Kind.DRINK, LaterWhy.MINUTES, Change.GAP, 45),
        (Kind.BEDTIME, LaterWhy.MINUTES, Change.BEFORE_BED, 30),
        (Kind.BEDTIME, LaterWhy.DONE, Change.BEFORE_BED, 75),
        (Kind.BEDTIME, LaterWhy.SORE, Change.SEATED, None),
        (Kind.MOVE, LaterWhy.NOT_THIS_WEEKDAY, Change.OFF, None),
    ],
)
def test_three_of_a_kind_for_one_reason(kind: Kind, why: LaterWhy, change: Change, minutes: int | None) -> None:
    made = found(put_off(why, kind))
    assert made is not None
    assert (made.change, made.minutes) == (change, minutes)
    assert made.settings != Settings()


def test_meetings_at_one_time_make_a_quiet_time() -> None:
    made = found(put_off(LaterWhy.MEETING))
    assert made is not None
    assert (made.change, made.start, made.end, made.shape) == (Change.QUIET, time(14), time(15, 30), "Workday")
    kinds = [block.kind for block in made.settings.days[0].blocks]
    assert kinds == [BlockKind.DESK, BlockKind.QUIET]
    assert made.settings.days[1:] == Settings().days[1:]


def test_meetings_all_over_the_day_make_the_prompts_rarer() -> None:
    made = found(put_off(LaterWhy.MEETING, times=("09:30", "14:40", "16:20")))
    assert made is not None
    assert made.change is Change.MOVE_EVERY


def test_two_or_a_mixture_propose_nothing() -> None:
    three = put_off(LaterWhy.MEETING)
    assert found(three[1:]) is None
    assert found([*three[:2], replace(three[2], later_why=LaterWhy.MINUTES)]) is None
    assert found([*three[:2], replace(three[2], kind=Kind.DRINK)]) is None
    assert found([replace(record, later_why=None) for record in three]) is None


@pytest.mark.parametrize(("days", "again"), [(0, False), (29, False), (30, True)])
def test_a_declined_proposal_stays_away_for_thirty_days(days: int, again: bool) -> None:
    answered = {"move:meeting": NOW - DAY * days}
    assert (found(put_off(LaterWhy.MEETING), answered) is not None) is again


def test_what_is_long_ago_is_no_pattern() -> None:
    assert found(put_off(LaterWhy.MEETING), now=NOW + 31 * DAY) is None


@pytest.mark.parametrize("kind", [Kind.WARM_UP, Kind.HEAT_BREAK])
def test_what_no_setting_could_change_is_not_proposed(kind: Kind) -> None:
    assert found(put_off(LaterWhy.MINUTES, kind)) is None
    assert found(put_off(LaterWhy.NOT_THIS_WEEKDAY, kind)) is None
    assert found(put_off(LaterWhy.SORE, kind)) is None
