"""Changes of one kind of day: when it begins and ends, and what is in it. Pure: a shape in, a shape out.

Minutes count from midnight of the date that the day begins on, so that a time after midnight has more than 1440.
Blocks stay within the waking day, and none is laid over another.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum

from schedules.clock_time import clock_times
from schedules.editing import EditRefusedError, Refusal
from schedules.settings import LONGEST_DAY_H, SHORTEST_DAY_H, Block, BlockKind, DayShape

STEP_MIN = 5
"""What a drag or an arrow key moves by."""
LEAST_BLOCK_MIN = 15
"""The shortest that a drag leaves of a block."""
_HOUR_MIN = 60
_DAY_MIN = 24 * _HOUR_MIN
_SHORTEST_MIN, _LONGEST_MIN = SHORTEST_DAY_H * _HOUR_MIN, LONGEST_DAY_H * _HOUR_MIN
_USUAL_MIN = 16 * _HOUR_MIN
_CALM_MIN = 120
_FIRST = {
    BlockKind.DESK: (120, 240),
    BlockKind.STANDING: (120, 240),
    BlockKind.EXERCISE: (660, 60),
    BlockKind.OUTDOORS: (300, 120),
    BlockKind.QUIET: (300, 60),
}
"""Where a new block would like to begin, in minutes after waking, and how long it is. Ours: people change it anyway."""


class Grip(StrEnum):
    """What of a day is taken hold of."""

    WAKE = "wake"
    BED = "bed"
    BLOCK = "block"
    """A whole block."""
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handle:
    """One thing of a day that can be moved."""

    grip: Grip
    block: int = 0
    """Which block, where it is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """From when until when, in minutes."""

    start: int
    end: int

    def meets(self, other: "Stretch") -> bool:
        """Whether they have a minute in common."""
        return max(self.start, other.start) < min(self.end, other.end)


def waking(shape: DayShape) -> Stretch:
    """When a day begins and ends."""
    start = _minute(shape.wake)
    return Stretch(start=start, end=start + (_after(shape.wake, shape.bed) or _DAY_MIN))


def stretch_of(shape: DayShape, block: Block) -> Stretch:
    """When a block begins and ends."""
    start = _minute(shape.wake)
    return Stretch(start=start + _after(shape.wake, block.start), end=start + _after(shape.wake, block.end))


def minute_of(shape: DayShape, handle: Handle) -> int:
    """Where a handle is; of a whole block it is the start."""
    if handle.grip in {Grip.WAKE, Grip.BED}:
        day = waking(shape)
        return day.start if handle.grip is Grip.WAKE else day.end
    block = stretch_of(shape, shape.blocks[handle.block])
    return block.end if handle.grip is Grip.END else block.start


def dragged(shape: DayShape, handle: Handle, to: int) -> DayShape:
    """A day with a handle moved as near to a minute as there is room, in steps of five minutes."""
    step = round(to / STEP_MIN) * STEP_MIN
    if handle.grip is Grip.BLOCK:
        return _put(shape, handle.block, _nearest(shape, handle.block, step))
    least, most = _room(shape, handle)
    at = min(max(step, least), most)
    match handle.grip:
        case Grip.WAKE:
            return replace(shape, wake=_clock(at))
        case Grip.BED:
            return replace(shape, bed=_clock(at))
        case Grip.START:
            return _put(shape, handle.block, replace(stretch_of(shape, shape.blocks[handle.block]), start=at))
        case _:
            return _put(shape, handle.block, replace(stretch_of(shape, shape.blocks[handle.block]), end=at))


def typed(shape: DayShape, handle: Handle, text: str) -> DayShape:
    """A day with a handle at a typed time; what no longer fits into the day is left out.

    Raises:
        EditRefusedError: It is no time, or leaves no day or block that makes sense.
    """
    readings = clock_times(text)
    if not readings:
        raise EditRefusedError(Refusal.NOT_A_TIME, text)
    match handle.grip:
        case Grip.WAKE:
            return _woken(shape, readings[0])
        case Grip.BED:
            return _put_to_bed(shape, readings)
        case Grip.START | Grip.BLOCK:
            return _started(shape, handle.block, readings)
        case Grip.END:
            return _ended(shape, handle.block, readings)


def with_block(shape: DayShape, kind: BlockKind) -> DayShape:
    """A day with one more block, where there is room for it nearest to its usual place; a quiet one is a break at noon.

    Raises:
        EditRefusedError: The day is full.
    """
    after, length = _FIRST[kind]
    wanted = waking(shape).start + after
    if kind is BlockKind.QUIET and _is_amid(shape, Stretch(start=wanted, end=wanted + length)):
        block = Block(kind=kind, start=_clock(wanted), end=_clock(wanted))
        return _laid(
            replace(shape, blocks=(*shape.blocks, block)), len(shape.blocks), Stretch(start=wanted, end=wanted + length)
        )
    gaps = [gap for gap in _gaps(shape) if gap.end - gap.start >= LEAST_BLOCK_MIN]
    if kind is BlockKind.EXERCISE:
        gaps = [early for gap in gaps if (early := _well_before_bed(gap, waking(shape).end))] or gaps
    if not gaps:
        raise EditRefusedError(Refusal.NO_ROOM)
    roomy = [gap for gap in gaps if gap.end - gap.start >= length] or [max(gaps, key=lambda gap: gap.end - gap.start)]
    places = [_within(wanted, length, gap) for gap in roomy]
    place = min(places, key=lambda place: abs(place.start - wanted))
    block = Block(kind=kind, start=_clock(place.start), end=_clock(place.end), outdoors=False)
    return _in_order(replace(shape, blocks=(*shape.blocks, block)))


def without_block(shape: DayShape, at: int) -> DayShape:
    """A day without one of its blocks."""
    return replace(shape, blocks=(*shape.blocks[:at], *shape.blocks[at + 1 :]))


def with_changed_block(shape: DayShape, at: int, block: Block) -> DayShape:
    """A day in which a block says something else about what is done in it."""
    if block.kind not in {BlockKind.EXERCISE, BlockKind.OUTDOORS}:
        block = Block(kind=block.kind, start=block.start, end=block.end)
    elif block.kind is BlockKind.OUTDOORS:
        block = replace(block, outdoors=False)
    return replace(shape, blocks=(*shape.blocks[:at], block, *shape.blocks[at + 1 :]))


def _room(shape: DayShape, handle: Handle) -> tuple[int, int]:
    """From where to where a handle can be moved."""
    day = waking(shape)
    blocks = [stretch_of(shape, block) for block in shape.blocks]
    match handle.grip:
        case Grip.WAKE:
            first = min((block.start for block in blocks), default=day.end)
            return day.end - _LONGEST_MIN, min(day.end - _SHORTEST_MIN, first)
        case Grip.BED:
            last = max((block.end for block in blocks), default=day.start)
            return max(day.start + _SHORTEST_MIN, last), day.start + _LONGEST_MIN
        case _:
            return _room_of_block(handle, blocks, day)


def _room_of_block(handle: Handle, blocks: list[Stretch], day: Stretch) -> tuple[int, int]:
    now = blocks[handle.block]
    least = max((block.end for block in blocks if block.end <= now.start), default=day.start)
    most = min((block.start for block in blocks if block.start >= now.end), default=day.end)
    length = now.end - now.start
    shortest = min(LEAST_BLOCK_MIN, length)
    if handle.grip is Grip.START:
        return least, now.end - shortest
    return now.start + shortest, most


def _nearest(shape: DayShape, at: int, start: int) -> Stretch:
    """The place for a whole block that is nearest to a start: it may go over others to where there is room."""
    now = stretch_of(shape, shape.blocks[at])
    length = now.end - now.start
    gaps = (gap for gap in _gaps(without_block(shape, at)) if gap.end - gap.start >= length)
    return min((_within(start, length, gap) for gap in gaps), key=lambda place: abs(place.start - start), default=now)


def _woken(shape: DayShape, wake: time) -> DayShape:
    """A day that begins at another time. One that would be too short or too long keeps its length instead."""
    length = waking(shape).end - waking(shape).start
    bed = shape.bed
    if not _SHORTEST_MIN <= (_after(wake, bed) or _DAY_MIN) <= _LONGEST_MIN:
        bed = _clock(_minute(wake) + length)
    return _fitted(shape, replace(shape, wake=wake, bed=bed))


def _put_to_bed(shape: DayShape, readings: tuple[time, ...]) -> DayShape:
    lengths = {_after(shape.wake, bed) or _DAY_MIN: bed for bed in reversed(readings)}
    fitting = [length for length in lengths if _SHORTEST_MIN <= length <= _LONGEST_MIN]
    if not fitting:
        raise EditRefusedError(Refusal.DAY_LENGTH, shape.wake)
    best = min(fitting, key=lambda length: abs(length - _USUAL_MIN))
    return _fitted(shape, replace(shape, bed=lengths[best]))


def _fitted(before: DayShape, shape: DayShape) -> DayShape:
    """A day with only what of its blocks lies within it; they stay at their times of day."""
    day, kept = waking(shape), []
    for block in before.blocks:
        was = stretch_of(before, block)
        for shift in (-_DAY_MIN, 0, _DAY_MIN):
            start, end = max(was.start + shift, day.start), min(was.end + shift, day.end)
            if start < end:
                kept.append(replace(block, start=_clock(start), end=_clock(end)))
                break
    return _in_order(replace(shape, blocks=tuple(kept)))


def _started(shape: DayShape, at: int, readings: tuple[time, ...]) -> DayShape:
    """A block that begins at another time; where that leaves it no room to end when it did, it is moved as a whole."""
    day, now = waking(shape), stretch_of(shape, shape.blocks[at])
    starts = [start for start in _minutes(shape, readings) if start < day.end]
    if not starts:
        raise EditRefusedError(Refusal.OUTSIDE_DAY, shape.wake, shape.bed)
    start = next((start for start in starts if start < now.end), starts[0])
    moved = Stretch(start=start, end=min(start + now.end - now.start, day.end))
    if start >= now.end:
        return _laid(shape, at, moved)
    try:
        return _laid(shape, at, Stretch(start=start, end=now.end))
    except EditRefusedError:
        return _laid(shape, at, moved)


def _ended(shape: DayShape, at: int, readings: tuple[time, ...]) -> DayShape:
    day, now = waking(shape), stretch_of(shape, shape.blocks[at])
    ends = [end for end in _minutes(shape, readings) if end <= day.end]
    if not ends:
        raise EditRefusedError(Refusal.OUTSIDE_DAY, shape.wake, shape.bed)
    end = next((end for end in ends if end > now.start), None)
    if end is None:
        raise EditRefusedError(Refusal.ENDS_BEFORE_START, shape.blocks[at].start)
    return _laid(shape, at, Stretch(start=now.start, end=end))


def _laid(shape: DayShape, at: int, place: Stretch) -> DayShape:
    """A block in another place. In the middle of another block it parts that one; over its edge it may not lie."""
    before = stretch_of(shape, shape.blocks[at])
    rest: list[Block] = []
    for other, block in enumerate(shape.blocks):
        there = stretch_of(shape, block)
        if other == at or not there.meets(place) or there.meets(before):
            rest.append(block)
        elif there.start < place.start and place.end < there.end:
            rest += [replace(block, end=_clock(place.start)), replace(block, start=_clock(place.end))]
        else:
            raise EditRefusedError(Refusal.OVERLAPS, block)
    moved = replace(shape.blocks[at], start=_clock(place.start), end=_clock(place.end))
    return _in_order(replace(shape, blocks=tuple(moved if block is shape.blocks[at] else block for block in rest)))


def _gaps(shape: DayShape) -> Iterator[Stretch]:
    """What of a day is in no block."""
    day = waking(shape)
    free_from = day.start
    for block in sorted((stretch_of(shape, block) for block in shape.blocks), key=lambda block: block.start):
        if block.start > free_from:
            yield Stretch(start=free_from, end=block.start)
        free_from = max(free_from, block.end)
    if free_from < day.end:
        yield Stretch(start=free_from, end=day.end)


def _well_before_bed(gap: Stretch, bed: int) -> Stretch | None:
    """What of a gap is no later than two hours before bed.

    Source: Stutz and others, Sports Medicine, 2019: hard exercise that ends an hour or less before bed may cost sleep.
    """
    end = min(gap.end, bed - _CALM_MIN)
    return Stretch(start=gap.start, end=end) if end - gap.start >= LEAST_BLOCK_MIN else None


def _is_amid(shape: DayShape, place: Stretch) -> bool:
    """Whether a place is in the middle of one block, as a break at noon is."""
    blocks = [stretch_of(shape, block) for block in shape.blocks]
    met = [block for block in blocks if block.meets(place)]
    return len(met) == 1 and met[0].start < place.start and place.end < met[0].end


def _within(start: int, length: int, gap: Stretch) -> Stretch:
    length = min(length, gap.end - gap.start)
    start = min(max(start, gap.start), gap.end - length)
    return Stretch(start=start, end=start + length)


def _put(shape: DayShape, at: int, place: Stretch) -> DayShape:
    block = replace(shape.blocks[at], start=_clock(place.start), end=_clock(place.end))
    return replace(shape, blocks=(*shape.blocks[:at], block, *shape.blocks[at + 1 :]))


def _in_order(shape: DayShape) -> DayShape:
    return replace(shape, blocks=tuple(sorted(shape.blocks, key=lambda block: stretch_of(shape, block).start)))


def _minutes(shape: DayShape, readings: tuple[time, ...]) -> list[int]:
    return [_minute(shape.wake) + _after(shape.wake, at) for at in readings]


def _minute(at: time) -> int:
    return at.hour * _HOUR_MIN + at.minute


def _after(wake: time, at: time) -> int:
    return (_minute(at) - _minute(wake)) % _DAY_MIN


def _clock(minute: int) -> time:
    return time(minute // _HOUR_MIN % 24, minute % _HOUR_MIN)
