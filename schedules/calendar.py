"""The calendar that a person has given: what its entries count as, and how they join the blocks of a waking day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import reduce

from schedules.settings import BlockKind, Effort
from schedules.waking_day import Span, WakingDay

_ACTIVE = (BlockKind.EXERCISE, BlockKind.OUTDOORS)
_STRONGEST = (BlockKind.EXERCISE, BlockKind.OUTDOORS, BlockKind.STANDING, BlockKind.DESK)
"""Of two entries of the calendar that overlap, the one whose kind comes first keeps the time."""
_EFFORTS = tuple(Effort)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarBlock:
    """An entry of the calendar that counts as a block."""

    start_at: datetime
    """Aware, as is the end."""
    end_at: datetime
    kind: BlockKind
    effort: Effort = Effort.MODERATE
    outdoors: bool = False
    title: str = ""
    """As the calendar has it: plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What an entry counts as."""

    kind: BlockKind
    effort: Effort = Effort.MODERATE
    outdoors: bool = False


class Sort(StrEnum):
    """The sorts of entries that a person can tell apart by words. The first whose words fit counts."""

    QUIET = "quiet"
    HARD = "hard"
    RUN = "run"
    GYM = "gym"
    EASY = "easy"
    OUTDOORS = "outdoors"
    DESK = "desk"
    STANDING = "standing"


MEANINGS = {
    Sort.QUIET: Meaning(kind=BlockKind.QUIET),
    Sort.HARD: Meaning(kind=BlockKind.EXERCISE, effort=Effort.HARD, outdoors=True),
    Sort.RUN: Meaning(kind=BlockKind.EXERCISE, outdoors=True),
    Sort.GYM: Meaning(kind=BlockKind.EXERCISE),
    Sort.EASY: Meaning(kind=BlockKind.EXERCISE, effort=Effort.LIGHT),
    Sort.OUTDOORS: Meaning(kind=BlockKind.OUTDOORS),
    Sort.DESK: Meaning(kind=BlockKind.DESK),
    Sort.STANDING: Meaning(kind=BlockKind.STANDING),
}


def joined(day: WakingDay, blocks: Iterable[CalendarBlock]) -> WakingDay:
    """A waking day with the calendar's blocks of its time among its own.

    What the calendar calls quiet is silent whatever else goes on; nothing ends for it. Any other entry takes the time
    that it covers from the person's own blocks, quiet ones excepted. An own exercise or outdoors block that it touches
    gives way as a whole where the entry is exercise or outdoors too: it is taken for the same thing, at its true time.
    """
    came = _untangled([span for block in blocks if (span := _span(block, day)) is not None])
    if not came:
        return day
    own = [left for span in day.spans for left in _left(span, came)]
    return replace(day, spans=tuple(sorted((*own, *came), key=lambda span: (span.start_at, span.end_at))))


def _span(block: CalendarBlock, day: WakingDay) -> Span | None:
    """What of an entry lies in the waking day."""
    start_at, end_at = max(block.start_at, day.wake_at), min(block.end_at, day.bed_at)
    if start_at >= end_at:
        return None
    outdoors = block.outdoors or block.kind is BlockKind.OUTDOORS
    return Span(
        kind=block.kind, start_at=start_at, end_at=end_at, effort=block.effort, outdoors=outdoors, imported=True
    )


def _untangled(spans: Sequence[Span]) -> list[Span]:
    """Entries of one kind that overlap become one; of two kinds, the stronger keeps the time. Quiet overlaps any."""
    quiet = _melted([span for span in spans if span.kind is BlockKind.QUIET])
    kept: list[Span] = []
    for kind in _STRONGEST:
        melted = _melted([span for span in spans if span.kind is kind])
        kept += [left for span in melted for left in _cut(span, kept)]
    return [*quiet, *kept]


def _melted(spans: Sequence[Span]) -> list[Span]:
    made: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start_at):
        if made and span.start_at < made[-1].end_at:
            made[-1] = _both(made[-1], span)
        else:
            made.append(span)
    return made


def _both(one: Span, other: Span) -> Span:
    return replace(
        one,
        end_at=max(one.end_at, other.end_at),
        effort=max(one.effort, other.effort, key=_EFFORTS.index),
        outdoors=one.outdoors or other.outdoors,
    )


def _left(own: Span, came: Sequence[Span]) -> list[Span]:
    """What is left of an own block."""
    if own.kind is BlockKind.QUIET:
        return [own]
    loud = [span for span in came if span.kind is not BlockKind.QUIET]
    if own.kind in _ACTIVE and any(span.kind in _ACTIVE and _touch(span, own) for span in loud):
        return []
    return _cut(own, loud)


def _touch(one: Span, other: Span) -> bool:
    return one.start_at < other.end_at and other.start_at < one.end_at


def _cut(span: Span, over: Sequence[Span]) -> list[Span]:
    """A block without the time of others."""
    return reduce(lambda left, other: [part for one in left for part in _without(one, other)], over, [span])


def _without(span: Span, other: Span) -> list[Span]:
    if not _touch(span, other):
        return [span]
    before, after = replace(span, end_at=other.start_at), replace(span, start_at=other.end_at)
    return [part for part in (before, after) if part.start_at < part.end_at]
