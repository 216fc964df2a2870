"""A proposal: what a person keeps putting off for one reason may want another time. Nothing changes without a yes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from schedules.history import LaterWhy, PromptRecord
from schedules.prompts import Kind
from schedules.settings import Block, BlockKind, DayShape, Settings
from schedules.waking_day import belongs_to

PATTERN = 3
"""So often in a row for the same reason."""
REST = timedelta(days=30)
"""A proposal that was declined stays away for so long, and what is older than that makes no pattern."""
AT_ONE_TIME = timedelta(hours=2)
"""Put off so close to each other by the clock, it is the time of day."""


class Change(StrEnum):
    """What is proposed."""

    QUIET = "quiet"
    """A quiet time in the shape of the day."""
    MOVE_EVERY = "move-every"
    GAP = "gap"
    BEFORE_BED = "before-bed"
    SEATED = "seated"
    """The seated routine before bed."""
    OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A change of the settings that may suit a person better."""

    kind: Kind
    why: LaterWhy
    change: Change
    minutes: int | None = None
    """The new number, where the change is one."""
    start: time | None = None
    end: time | None = None
    """Of a quiet time."""
    shape: str = ""
    """The day shape that it is for."""
    settings: Settings
    """What they would be."""

    @property
    def key(self) -> str:
        """By which an answer to it is remembered."""
        return f"{self.kind}:{self.why}"


def proposal(
    records: Iterable[PromptRecord],
    settings: Settings,
    zone: ZoneInfo,
    now: datetime,
    answered: Mapping[str, datetime],
) -> Proposal | None:
    """The one proposal that there is to make.

    Args:
        records: Of the last `REST`.
        settings: Those in force.
        zone: Where the clock hangs.
        now: Aware.
        answered: By key, when a proposal was last answered; it is not made again before `REST` is over.
    """
    put_off = sorted((r for r in records if r.later_why is not None), key=lambda r: r.outcome_at or r.due_at)
    for kind in Kind:
        last = [record for record in put_off if record.kind is kind][-PATTERN:]
        if len(last) < PATTERN or len({record.later_why for record in last}) > 1:
            continue
        why = last[-1].later_why
        answered_at = answered.get(f"{kind}:{why}")
        if why is None or (answered_at is not None and now - answered_at < REST) or now - last[0].due_at > REST:
            continue
        found = _change(kind, why, last, settings, zone)
        if found is not None and found.settings != settings:
            return found
    return None


def _change(kind: Kind, why: LaterWhy, last: list[PromptRecord], settings: Settings, zone: ZoneInfo) -> Proposal | None:
    match why:
        case LaterWhy.MEETING:
            return _quiet(kind, last, settings, zone) or _rarer(kind, why, settings)
        case LaterWhy.SORE:
            return _seated(kind, settings)
        case LaterWhy.NOT_THIS_WEEKDAY:
            return _off(kind, settings)
        case _:
            return _rarer(kind, why, settings)


def _quiet(kind: Kind, last: list[PromptRecord], settings: Settings, zone: ZoneInfo) -> Proposal | None:
    """A quiet time where the meetings are, when they come at one time of the day."""
    dues = [record.due_at.astimezone(zone) for record in last]
    day = dues[-1].replace(hour=0, minute=0, second=0, microsecond=0)
    minutes = [due.hour * 60 + due.minute for due in dues]
    shape = belongs_to(settings, last[-1].due_at, zone).shape
    start_min, end_min = min(minutes) // 30 * 30, -(-(max(minutes) + 30) // 30) * 30
    if max(minutes) - min(minutes) > AT_ONE_TIME // timedelta(minutes=1) or end_min >= 24 * 60 or not shape.on:
        return None
    start, end = ((day + timedelta(minutes=m)).time() for m in (start_min, end_min))
    if not _fits(shape, start, end):
        return None
    quiet = Block(kind=BlockKind.QUIET, start=start, end=end)
    blocks = tuple(sorted((*shape.blocks, quiet), key=lambda block: (block.start < shape.wake, block.start)))
    days = tuple(replace(each, blocks=blocks) if each == shape else each for each in settings.days)
    return Proposal(
        kind=kind,
        why=LaterWhy.MEETING,
        change=Change.QUIET,
        start=start,
        end=end,
        shape=shape.name,
        settings=replace(settings, days=days),
    )


def _fits(shape: DayShape, start: time, end: time) -> bool:
    """Whether a time lies in the waking day, before midnight."""
    bed = shape.bed if shape.bed > shape.wake else time.max
    return shape.wake <= start < end <= bed


def _rarer(kind: Kind, why: LaterWhy, settings: Settings) -> Proposal | None:
    """Ask less often, or at another time."""
    match kind:
        case Kind.MOVE:
            minutes = min(settings.move.every_min + 30, 240)
            changed = replace(settings, move=replace(settings.move, every_min=minutes))
            return Proposal(kind=kind, why=why, change=Change.MOVE_EVERY, minutes=minutes, settings=changed)
        case Kind.DRINK:
            minutes = min(settings.prompts.smallest_gap_min + 15, 240)
            changed = replace(settings, prompts=replace(settings.prompts, smallest_gap_min=minutes))
            return Proposal(kind=kind, why=why, change=Change.GAP, minutes=minutes, settings=changed)
        case Kind.BEDTIME:
            # What was done before it was asked is asked earlier, what comes too early is asked later.
            step = 30 if why is LaterWhy.DONE else -15
            minutes = min(max(settings.bedtime.before_bed_min + step, 10), 180)
            changed = replace(settings, bedtime=replace(settings.bedtime, before_bed_min=minutes))
            return Proposal(kind=kind, why=why, change=Change.BEFORE_BED, minutes=minutes, settings=changed)
    return None


def _seated(kind: Kind, settings: Settings) -> Proposal | None:
    if kind is not Kind.BEDTIME:
        return None
    changed = replace(settings, bedtime=replace(settings.bedtime, routine="bedtime-seated"))
    return Proposal(kind=kind, why=LaterWhy.SORE, change=Change.SEATED, settings=changed)


def _off(kind: Kind, settings: Settings) -> Proposal | None:
    off = {
        Kind.DRINK: replace(settings, drink=replace(settings.drink, on=False)),
        Kind.MOVE: replace(settings, move=replace(settings.move, on=False)),
        Kind.BEDTIME: replace(settings, bedtime=replace(settings.bedtime, on=False)),
    }
    if kind not in off:
        return None
    return Proposal(kind=kind, why=LaterWhy.NOT_THIS_WEEKDAY, change=Change.OFF, settings=off[kind])
