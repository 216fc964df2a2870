"""The calendar's entries join the blocks of a waking day, and the plan knows them as it knows its own."""

import itertools
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.calendar import MEANINGS, CalendarBlock, Sort, joined
from schedules.plan import plan
from schedules.prompts import HeldWhy, Kind
from schedules.settings import Block, BlockKind, Effort, Settings
from schedules.waking_day import Span, WakingDay, waking_day
from tests.schedules.workdays import CHICAGO, DAY, at, block, clock, hot, shape, situation, times

KINDS = [kind for kind in BlockKind if kind is not BlockKind.QUIET]


def entry(kind: BlockKind, start: str, end: str, **other: object) -> CalendarBlock:
    return CalendarBlock(kind=kind, start_at=at(start), end_at=at(end), **other)  # type: ignore[arg-type]


def day(*blocks: Block) -> WakingDay:
    return waking_day(Settings(days=(shape(*blocks),)), DAY, CHICAGO)


def told(of: WakingDay) -> list[str]:
    return [f"{span.kind} {clock(span.start_at)}-{clock(span.end_at)}" for span in of.spans]


DESK = block(BlockKind.DESK, "09:00", "17:00")
GYM = block(BlockKind.EXERCISE, "18:00", "19:00")
QUIET = block(BlockKind.QUIET, "12:00", "14:00")


@pytest.mark.parametrize(
    ("own", "came", "expected"),
    [
        ((), [entry(BlockKind.EXERCISE, "18:00", "19:00")], ["exercise 18:00-19:00"]),
        ((), [entry(BlockKind.EXERCISE, "05:00", "08:00")], ["exercise 07:00-08:00"]),
        ((), [entry(BlockKind.QUIET, "02:00", "05:00")], []),
        # A meeting ends nothing: one sits on through it.
        ((DESK,), [entry(BlockKind.QUIET, "10:00", "11:00")], ["desk 09:00-17:00", "quiet 10:00-11:00"]),
        ((GYM,), [entry(BlockKind.QUIET, "18:00", "18:30")], ["quiet 18:00-18:30", "exercise 18:00-19:00"]),
        # A run at noon takes its time from the desk.
        (
            (DESK,),
            [entry(BlockKind.EXERCISE, "12:00", "13:00")],
            ["desk 09:00-12:00", "exercise 12:00-13:00", "desk 13:00-17:00"],
        ),
        ((DESK,), [entry(BlockKind.STANDING, "08:00", "18:00")], ["standing 08:00-18:00"]),
        # Own exercise that it touches is the same exercise, at the time of the calendar.
        ((GYM,), [entry(BlockKind.EXERCISE, "18:15", "19:15")], ["exercise 18:15-19:15"]),
        ((GYM,), [entry(BlockKind.OUTDOORS, "18:30", "20:00")], ["outdoors 18:30-20:00"]),
        ((GYM,), [entry(BlockKind.EXERCISE, "19:00", "20:00")], ["exercise 18:00-19:00", "exercise 19:00-20:00"]),
        # What the person wants quiet stays quiet.
        ((QUIET,), [entry(BlockKind.DESK, "12:00", "13:00")], ["desk 12:00-13:00", "quiet 12:00-14:00"]),
        # Entries among themselves.
        (
            (),
            [entry(BlockKind.EXERCISE, "18:00", "19:00"), entry(BlockKind.EXERCISE, "18:30", "19:30")],
            ["exercise 18:00-19:30"],
        ),
        (
            (),
            [entry(BlockKind.DESK, "09:00", "12:00"), entry(BlockKind.EXERCISE, "10:00", "11:00")],
            ["desk 09:00-10:00", "exercise 10:00-11:00", "desk 11:00-12:00"],
        ),
    ],
)
def test_joins(own: tuple[Block, ...], came: list[CalendarBlock], expected: list[str]) -> None:
    assert told(joined(day(*own), came)) == expected


def test_of_two_that_become_one_the_harder_counts() -> None:
    came = [
        entry(BlockKind.EXERCISE, "18:00", "19:00", effort=Effort.HARD),
        entry(BlockKind.EXERCISE, "18:30", "19:30", effort=Effort.LIGHT, outdoors=True),
    ]
    (span,) = joined(day(), came).spans
    assert (span.effort, span.outdoors, span.imported) == (Effort.HARD, True, True)


def test_without_a_calendar_nothing_changes() -> None:
    assert joined(day(DESK), ()) is not None
    assert joined(day(DESK), ()) == day(DESK)


def test_every_sort_means_something() -> None:
    assert set(MEANINGS) == set(Sort)
    assert MEANINGS[Sort.QUIET].kind is BlockKind.QUIET


def test_the_plan_knows_the_calendar() -> None:
    settings = Settings(days=(shape(DESK),))
    run = entry(BlockKind.EXERCISE, "18:00", "19:00")
    of = replace(situation(settings), calendar=(run,))
    assert times(situation(settings), Kind.WARM_UP) == []
    assert times(of, Kind.WARM_UP) == ["17:50"]
    assert times(of, Kind.AFTER_EXERCISE) == ["19:00"]
    tomorrow = plan(of, DAY + timedelta(days=1))
    assert not [prompt for prompt in tomorrow.prompts if Kind.WARM_UP in prompt.kinds]


def test_a_meeting_keeps_prompts_away() -> None:
    settings = Settings(days=(shape(DESK),))
    meeting = entry(BlockKind.QUIET, "10:00", "12:00")
    found = plan(replace(situation(settings), calendar=(meeting,)))
    assert not [p for p in found.prompts if meeting.start_at <= p.due_at < meeting.end_at]
    assert [p for p in plan(situation(settings)).prompts if meeting.start_at <= p.due_at < meeting.end_at]
    assert all(held.why is HeldWhy.QUIET for held in found.held_back)


def test_the_heat_offers_no_other_time_for_what_only_the_calendar_can_move() -> None:
    own = Settings(days=(shape(block(BlockKind.EXERCISE, "12:00", "13:00", outdoors=True)),))
    forecast = hot(38, 11, 14)
    run = entry(BlockKind.EXERCISE, "12:00", "13:00", outdoors=True)
    bare = Settings(days=(shape(),))

    def slots(of: Settings, *calendar: CalendarBlock) -> list[object]:
        found = plan(replace(situation(of, forecast=forecast), calendar=calendar)).prompts
        return [prompt.reason.slot_from for prompt in found if prompt.kind is Kind.HEAT_BRIEF]

    assert slots(own)[0] is not None
    assert slots(bare, run) == [None]


hours = st.integers(0, 47).map(lambda half: timedelta(minutes=30 * half))
entries = st.builds(
    lambda kind, start, length: CalendarBlock(
        kind=kind, start_at=at("00:00") + start, end_at=at("00:00") + start + length
    ),
    st.sampled_from(BlockKind),
    hours,
    hours,
)


@given(st.lists(entries, max_size=8))
def test_loud_blocks_never_overlap_and_all_lie_in_the_day(came: list[CalendarBlock]) -> None:
    found = joined(day(DESK, GYM, QUIET), came)
    loud: list[Span] = [span for span in found.spans if span.kind is not BlockKind.QUIET]
    assert all(one.end_at <= after.start_at for one, after in itertools.pairwise(loud))
    assert all(found.wake_at <= span.start_at < span.end_at <= found.bed_at for span in found.spans)
