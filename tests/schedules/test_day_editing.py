"""A kind of day is edited: its blocks stay within it, and none is laid over another."""

from dataclasses import replace
from datetime import time
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.day_editing import (
    STEP_MIN,
    Grip,
    Handle,
    dragged,
    minute_of,
    stretch_of,
    typed,
    waking,
    with_block,
    with_changed_block,
    without_block,
)
from schedules.editing import EditRefusedError, Refusal
from schedules.settings import LONGEST_DAY_H, SHORTEST_DAY_H, WORKDAY, Block, BlockKind, DayShape, Effort

NIGHT = DayShape(
    name="Night shift",
    on=(),
    wake=time(15),
    bed=time(7, 30),
    blocks=(
        Block(kind=BlockKind.EXERCISE, start=time(17), end=time(18)),
        Block(kind=BlockKind.DESK, start=time(22), end=time(6)),
    ),
)
WAKE, BED = Handle(grip=Grip.WAKE), Handle(grip=Grip.BED)


def block(place: int, grip: Grip = Grip.BLOCK) -> Handle:
    return Handle(grip=grip, block=place)


def spans(shape: DayShape) -> list[tuple[str, str, str]]:
    return [(each.kind.value, f"{each.start:%H:%M}", f"{each.end:%H:%M}") for each in shape.blocks]


def holds(shape: DayShape) -> None:
    """What is true of every day that the editor makes."""
    day = waking(shape)
    assert SHORTEST_DAY_H * 60 <= day.end - day.start <= LONGEST_DAY_H * 60
    places = [stretch_of(shape, each) for each in shape.blocks]
    for place in places:
        assert day.start <= place.start < place.end <= day.end
    for one, other in combinations(places, 2):
        assert not one.meets(other)


def test_minutes_go_on_after_midnight() -> None:
    assert (waking(NIGHT).start, waking(NIGHT).end) == (900, 900 + 16 * 60 + 30)
    assert [minute_of(NIGHT, handle) for handle in (WAKE, BED, block(1), block(1, Grip.END))] == [900, 1890, 1320, 1800]


@pytest.mark.parametrize(
    ("handle", "to", "expected"),
    [
        (WAKE, 16 * 60 + 2, ("16:00", "07:30")),
        (WAKE, 23 * 60, ("17:00", "07:30")),
        (BED, 8 * 60 + 24 * 60, ("15:00", "08:00")),
        (BED, 20 * 60, ("15:00", "06:00")),
    ],
)
def test_wake_and_bed_stop_at_the_blocks(handle: Handle, to: int, expected: tuple[str, str]) -> None:
    moved = dragged(NIGHT, handle, to)
    assert (f"{moved.wake:%H:%M}", f"{moved.bed:%H:%M}") == expected


def test_a_block_goes_over_another_to_where_there_is_room() -> None:
    assert spans(dragged(NIGHT, block(0), 20 * 60 + 33))[0] == ("exercise", "20:35", "21:35")
    assert spans(dragged(NIGHT, block(0), 29 * 60))[0] == ("exercise", "06:00", "07:00")
    assert spans(dragged(NIGHT, block(0), 0))[0] == ("exercise", "15:00", "16:00")


def test_an_edge_stops_at_the_next_block_and_leaves_a_quarter_of_an_hour() -> None:
    assert spans(dragged(NIGHT, block(0, Grip.END), 30 * 60))[0] == ("exercise", "17:00", "22:00")
    assert spans(dragged(NIGHT, block(0, Grip.END), 0))[0] == ("exercise", "17:00", "17:15")
    assert spans(dragged(NIGHT, block(1, Grip.START), 0))[1] == ("desk", "18:00", "06:00")


HANDLES = [WAKE, BED, *(block(place, grip) for place in (0, 1) for grip in (Grip.BLOCK, Grip.START, Grip.END))]


@given(st.lists(st.tuples(st.sampled_from(HANDLES), st.integers(-500, 3500)), max_size=12))
def test_however_it_is_dragged_the_day_stays_whole(moves: list[tuple[Handle, int]]) -> None:
    shape = NIGHT
    for handle, to in moves:
        shape = dragged(shape, handle, to)
        assert minute_of(shape, handle) % STEP_MIN == 0
        holds(shape)


@given(
    st.lists(
        st.tuples(st.sampled_from(HANDLES), st.times().map(lambda at: f"{at:%H:%M}") | st.sampled_from(["10", "7pm"])),
        max_size=8,
    )
)
def test_whatever_is_typed_the_day_stays_whole(moves: list[tuple[Handle, str]]) -> None:
    shape = NIGHT
    for handle, text in moves:
        if handle.block >= len(shape.blocks):
            continue
        try:
            shape = typed(shape, handle, text)
        except EditRefusedError:
            continue
        holds(shape)


def test_a_typed_hour_is_read_as_the_one_that_makes_sense() -> None:
    assert typed(WORKDAY, BED, "11").bed == time(23)
    assert typed(NIGHT, BED, "8").bed == time(8)
    assert spans(typed(NIGHT, block(1, Grip.START), "11"))[1] == ("desk", "23:00", "06:00")


def test_a_wake_time_takes_bed_along_where_the_day_would_be_too_short() -> None:
    late = typed(replace(WORKDAY, blocks=()), WAKE, "22:00")
    assert (late.wake, late.bed) == (time(22), time(14))


def test_what_no_longer_fits_is_shortened_or_left_out() -> None:
    assert spans(typed(WORKDAY, WAKE, "3pm")) == [("desk", "15:00", "17:30")]
    assert spans(typed(NIGHT, BED, "21:00")) == [("exercise", "17:00", "18:00")]


def test_a_block_is_moved_as_a_whole_where_it_would_end_too_early() -> None:
    assert spans(typed(NIGHT, block(0, Grip.START), "20:00"))[0] == ("exercise", "20:00", "21:00")


@pytest.mark.parametrize(
    ("handle", "text", "why"),
    [
        (BED, "16:00", Refusal.DAY_LENGTH),
        (BED, "late", Refusal.NOT_A_TIME),
        (block(0, Grip.START), "08:00", Refusal.OUTSIDE_DAY),
        (block(0, Grip.END), "09:00", Refusal.OUTSIDE_DAY),
        (block(0, Grip.END), "16:00", Refusal.ENDS_BEFORE_START),
        (block(0, Grip.END), "23:00", Refusal.OVERLAPS),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(handle: Handle, text: str, why: Refusal) -> None:
    with pytest.raises(EditRefusedError) as refused:
        typed(NIGHT, handle, text)
    assert refused.value.refusal is why


def test_new_blocks_find_a_place() -> None:
    assert spans(with_block(WORKDAY, BlockKind.EXERCISE))[1] == ("exercise", "18:00", "19:00")
    assert spans(with_block(WORKDAY, BlockKind.QUIET)) == [
        ("desk", "09:00", "12:00"),
        ("quiet", "12:00", "13:00"),
        ("desk", "13:00", "17:30"),
    ]
    night = replace(NIGHT, blocks=NIGHT.blocks[1:])
    assert spans(with_block(night, BlockKind.EXERCISE))[0] == ("exercise", "21:00", "22:00")


def test_a_full_day_takes_no_more() -> None:
    full = replace(WORKDAY, blocks=(Block(kind=BlockKind.DESK, start=time(7), end=time(23)),))
    with pytest.raises(EditRefusedError) as refused:
        with_block(full, BlockKind.DESK)
    assert refused.value.refusal is Refusal.NO_ROOM


@given(st.lists(st.sampled_from(BlockKind), max_size=12))
def test_however_many_blocks_are_added_the_day_stays_whole(kinds: list[BlockKind]) -> None:
    shape = NIGHT
    for kind in kinds:
        try:
            shape = with_block(shape, kind)
        except EditRefusedError:
            continue
        holds(shape)


def test_only_what_a_kind_of_block_may_say_is_kept() -> None:
    run = replace(NIGHT.blocks[0], effort=Effort.HARD, outdoors=True)
    assert with_changed_block(NIGHT, 0, run).blocks[0] == run
    assert not with_changed_block(NIGHT, 0, replace(run, kind=BlockKind.OUTDOORS)).blocks[0].outdoors
    desk = with_changed_block(NIGHT, 0, replace(run, kind=BlockKind.DESK)).blocks[0]
    assert (desk.effort, desk.outdoors) == (Effort.MODERATE, False)
    assert spans(without_block(NIGHT, 0)) == [("desk", "22:00", "06:00")]


def test_blocks_of_a_file_that_lie_over_each_other_can_still_be_moved() -> None:
    both = replace(NIGHT, blocks=(*NIGHT.blocks, Block(kind=BlockKind.QUIET, start=time(23), end=time(1))))
    assert spans(typed(both, block(2, Grip.END), "02:00"))[2] == ("quiet", "23:00", "02:00")
