"""What makes the day shapes of a settings file a week: rules that no single value can break alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from desktop.settings.limits import listed
from desktop.settings.problems import Finding, KeyPath, shown
from desktop.settings.values import plain
from desktop.wording.catalog import _
from schedules.settings import LONGEST_DAY_H, SHORTEST_DAY_H, BlockKind, Effort, Weekday

_HOUR_MIN = 60
_DAY_MIN = 24 * _HOUR_MIN
_WITH_EFFORT = (BlockKind.EXERCISE, BlockKind.OUTDOORS)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockDraft:
    """A block as far as its values are allowed; what is not, or not given, is None."""

    at: KeyPath
    kind: BlockKind | None = None
    start: time | None = None
    end: time | None = None
    effort: Effort | None = None
    outdoors: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayDraft:
    """A day shape as far as its values are allowed; what is not is None."""

    at: KeyPath
    name: str | None = None
    on: tuple[Weekday, ...] | None = None
    wake: time | None = None
    bed: time | None = None
    blocks: tuple[BlockDraft, ...] = ()


def day_findings(days: tuple[DayDraft, ...]) -> Iterator[Finding]:
    """Everything that is wrong between values that are each allowed."""
    yield from _names(days)
    yield from _weekdays(days)
    for day in days:
        yield from _waking_day(day)
        for block in day.blocks:
            yield from _what_a_block_may_say(block)


def minutes_after(wake: time, at: time) -> int:
    """How long after waking a wall-clock time comes, 0 to 1439: a time earlier than ``wake`` lies after midnight."""
    return (at.hour * _HOUR_MIN + at.minute - wake.hour * _HOUR_MIN - wake.minute) % _DAY_MIN


def _names(days: tuple[DayDraft, ...]) -> Iterator[Finding]:
    seen: set[str] = set()
    for day in days:
        if day.name is None:
            continue
        if day.name in seen:
            yield Finding(at=(*day.at, "name"), found=shown(day.name), allowed=_("a name that no other day has"))
        seen.add(day.name)


def _weekdays(days: tuple[DayDraft, ...]) -> Iterator[Finding]:
    seen: set[Weekday] = set()
    for day in days:
        for index, weekday in enumerate(day.on or ()):
            if weekday in seen:
                once = _("each weekday once, in one [[day]]")
                yield Finding(at=(*day.at, "on", index), found=shown(weekday.value), allowed=once)
            seen.add(weekday)
    wanting = tuple(weekday for weekday in Weekday if weekday not in seen)
    if wanting and all(day.on is not None for day in days):
        found = _("without {weekdays}").format(weekdays=listed(wanting))
        yield Finding(at=("day",), found=found, allowed=_("each weekday once, in one [[day]]"))


def _waking_day(day: DayDraft) -> Iterator[Finding]:
    if day.wake is None or day.bed is None:
        return
    length = minutes_after(day.wake, day.bed) or _DAY_MIN
    if not SHORTEST_DAY_H * _HOUR_MIN <= length <= LONGEST_DAY_H * _HOUR_MIN:
        span = _("{least} to {most} hours after wake, {wake}").format(
            least=SHORTEST_DAY_H, most=LONGEST_DAY_H, wake=_clock(day.wake)
        )
        yield Finding(at=(*day.at, "bed"), found=_clock(day.bed), allowed=span)
        return
    for block in day.blocks:
        yield from _block_times(block, day.wake, day.bed)


def _block_times(block: BlockDraft, wake: time, bed: time) -> Iterator[Finding]:
    length = minutes_after(wake, bed)
    day = _("within the waking day, {wake} to {bed}").format(wake=_clock(wake), bed=_clock(bed))
    outside = [
        (key, at)
        for key, at in (("from", block.start), ("to", block.end))
        if at is not None and minutes_after(wake, at) > length
    ]
    for key, at in outside:
        yield Finding(at=(*block.at, key), found=_clock(at), allowed=day)
    if outside or block.start is None or block.end is None:
        return
    if minutes_after(wake, block.end) <= minutes_after(wake, block.start):
        after = _("later than from, {start}, up to {bed}").format(start=_clock(block.start), bed=_clock(bed))
        yield Finding(at=(*block.at, "to"), found=_clock(block.end), allowed=after)


def _what_a_block_may_say(block: BlockDraft) -> Iterator[Finding]:
    if block.kind is None:
        return
    if block.effort is not None and block.kind not in _WITH_EFFORT:
        only = _("only in exercise and outdoors blocks")
        yield Finding(at=(*block.at, "effort"), found=shown(block.effort.value), allowed=only)
    if block.outdoors is not None and block.kind is not BlockKind.EXERCISE:
        only = _("only in exercise blocks")
        yield Finding(at=(*block.at, "outdoors"), found=shown(block.outdoors), allowed=only)


def _clock(at: time) -> str:
    return shown(plain(at))
