"""The waking day: from wake to bed, across midnight if need be, and which day a moment belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from schedules.settings import Block, BlockKind, DayShape, Effort, Settings
from schedules.wall_clock import moment

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A block of a certain day, as moments in UTC."""

    kind: BlockKind
    start_at: datetime
    end_at: datetime
    effort: Effort = Effort.MODERATE
    outdoors: bool = False
    imported: bool = False
    """It came from the person's calendar: Uncramp cannot move it."""

    def holds(self, at: datetime) -> bool:
        """Whether a moment lies in the span; its end does not."""
        return self.start_at <= at < self.end_at


@dataclass(frozen=True, slots=True, kw_only=True)
class WakingDay:
    """One waking day. It belongs to the calendar date on which it begins."""

    date: date
    shape: DayShape
    zone: ZoneInfo
    wake_at: datetime
    """In UTC, as is every moment here."""
    bed_at: datetime
    """Equal to ``wake_at`` when the day before lasts beyond this one."""
    spans: tuple[Span, ...] = ()

    def holds(self, at: datetime) -> bool:
        """Whether the person is meant to be up at a moment."""
        return self.wake_at <= at < self.bed_at


def waking_day(settings: Settings, day: date, zone: ZoneInfo) -> WakingDay:
    """The waking day that begins on a calendar date.

    Where the shape of the day before ends later than this one begins (after a night shift, say), this one begins at
    that bed time: nobody lives two days at once.
    """
    return _shaped(settings.shape_of(day), settings.shape_of(day - ONE_DAY), day, zone)


@lru_cache(maxsize=256)
def _shaped(shape: DayShape, before: DayShape, day: date, zone: ZoneInfo) -> WakingDay:
    """Kept, for every decision asks for the days around it."""
    wake_at, bed_at = _wake_and_bed(shape, day, zone)
    _, bed_before = _wake_and_bed(before, day - ONE_DAY, zone)
    wake_at = min(max(wake_at, bed_before), bed_at)
    spans = (_span(block, shape, day, zone) for block in shape.blocks)
    kept = tuple(sorted((s for span in spans if (s := _clipped(span, wake_at, bed_at))), key=lambda s: s.start_at))
    return WakingDay(date=day, shape=shape, zone=zone, wake_at=wake_at, bed_at=bed_at, spans=kept)


def holding(settings: Settings, now: datetime, zone: ZoneInfo) -> WakingDay | None:
    """The waking day that holds a moment, or None while the person is meant to sleep."""
    return next((day for day in _around(settings, now, zone) if day.holds(now)), None)


def current(settings: Settings, now: datetime, zone: ZoneInfo) -> WakingDay:
    """The waking day that holds a moment, else the next one."""
    held = holding(settings, now, zone)
    return held or min((d for d in _around(settings, now, zone) if d.wake_at > now), key=lambda day: day.wake_at)


def belongs_to(settings: Settings, at: datetime, zone: ZoneInfo) -> WakingDay:
    """The waking day that a log of this moment belongs to.

    Asleep, the first half of the night belongs to the day that ended and the second half to the one that comes: a cramp
    or a glass of water at 02:10 is the night before's, a glass half an hour before the alarm is today's.
    """
    days = _around(settings, at, zone)
    return next(day for day in days if log_span(settings, day)[0] <= at < log_span(settings, day)[1])


def night_of(settings: Settings, at: datetime, zone: ZoneInfo) -> WakingDay:
    """The waking day whose night a cramp belongs to: the day that holds the moment, else the one that ended last."""
    held = holding(settings, at, zone)
    return held or max((d for d in _around(settings, at, zone) if d.bed_at <= at), key=lambda day: day.bed_at)


def log_span(settings: Settings, day: WakingDay) -> tuple[datetime, datetime]:
    """From when until when logs belong to a waking day: from the middle of one night to the middle of the next."""
    before, after = _neighbour(settings, day, -ONE_DAY), _neighbour(settings, day, ONE_DAY)
    return _middle(before.bed_at, day.wake_at), _middle(day.bed_at, after.wake_at)


def _around(settings: Settings, at: datetime, zone: ZoneInfo) -> Iterator[WakingDay]:
    """The days that may have to do with a moment, the likeliest first."""
    today = at.astimezone(zone).date()
    days = (waking_day(settings, today + n * ONE_DAY, zone) for n in (0, -1, 1, -2, 2))
    return (day for day in days if day.wake_at < day.bed_at)


def _neighbour(settings: Settings, day: WakingDay, step: timedelta) -> WakingDay:
    found = waking_day(settings, day.date + step, day.zone)
    while found.wake_at == found.bed_at:
        found = waking_day(settings, found.date + step, day.zone)
    return found


def _middle(start_at: datetime, end_at: datetime) -> datetime:
    return start_at + (end_at - start_at) / 2


def _wake_and_bed(shape: DayShape, day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    bed_date = day if shape.bed > shape.wake else day + ONE_DAY
    return moment(day, shape.wake, zone), moment(bed_date, shape.bed, zone)


def _span(block: Block, shape: DayShape, day: date, zone: ZoneInfo) -> Span:
    return Span(
        kind=block.kind,
        start_at=moment(_date_of(block.start, shape, day), block.start, zone),
        end_at=moment(_date_of(block.end, shape, day, ends=True), block.end, zone),
        effort=block.effort,
        outdoors=block.outdoors or block.kind is BlockKind.OUTDOORS,
    )


def _date_of(at: time, shape: DayShape, day: date, *, ends: bool = False) -> date:
    past_midnight = at < shape.wake or (ends and at == shape.wake)
    return day + ONE_DAY if past_midnight else day


def _clipped(span: Span, wake_at: datetime, bed_at: datetime) -> Span | None:
    start_at, end_at = max(span.start_at, wake_at), min(span.end_at, bed_at)
    if start_at >= end_at:
        return None
    return Span(kind=span.kind, start_at=start_at, end_at=end_at, effort=span.effort, outdoors=span.outdoors)
