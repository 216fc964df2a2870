"""Moving a block to a cooler time, on one date only: the shapes of the week stay as they are."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from schedules.prompts import Reason
from schedules.settings import Block, DatedShape, DayShape, Settings
from schedules.waking_day import ONE_DAY, Span, WakingDay, waking_day

LONGEST_NAME = 60


def moved(settings: Settings, brief: Reason, zone: ZoneInfo) -> Settings | None:
    """The settings after a block was moved to the cooler time that a brief offers.

    Args:
        settings: Those in force.
        brief: The reason of the brief.
        zone: Where the clock hangs.

    Returns:
        The same week, with shapes of their own for the dates concerned; None where the block is not there any more.
    """
    if brief.block_from is None or brief.slot_from is None or brief.slot_to is None:
        return None
    day = _day_of(settings, brief.block_from, zone)
    block = None if day is None else _block(day, settings, brief)
    if day is None or block is None:
        return None
    start, end = brief.slot_from.astimezone(zone), brief.slot_to.astimezone(zone)
    there = replace(block, start=start.time(), end=end.time())
    target = day if day.holds(brief.slot_from) else waking_day(settings, day.date + ONE_DAY, zone)
    rest = tuple(each for each in day.shape.blocks if each != block)
    if target.date == day.date:
        return _dated(settings, day.date, replace(day.shape, blocks=_sorted((*rest, there), day.shape)))
    settings = _dated(settings, day.date, replace(day.shape, blocks=rest))
    return _dated(
        settings, target.date, replace(target.shape, blocks=_sorted((*target.shape.blocks, there), day.shape))
    )


def _day_of(settings: Settings, at: datetime, zone: ZoneInfo) -> WakingDay | None:
    today = at.astimezone(zone).date()
    days = (waking_day(settings, on, zone) for on in (today, today - ONE_DAY))
    return next((day for day in days if day.holds(at)), None)


def _block(day: WakingDay, settings: Settings, brief: Reason) -> Block | None:
    """The block of the shape that the brief is about."""
    for block in day.shape.blocks:
        alone = replace(settings, days=tuple(_only(shape, day.shape, block) for shape in settings.days))
        spans: tuple[Span, ...] = waking_day(alone, day.date, day.zone).spans
        if any((span.start_at, span.end_at) == (brief.block_from, brief.block_to) for span in spans):
            return block
    return None


def _only(shape: DayShape, wanted: DayShape, block: Block) -> DayShape:
    return replace(shape, blocks=(block,)) if shape == wanted else shape


def _sorted(blocks: tuple[Block, ...], shape: DayShape) -> tuple[Block, ...]:
    """In the order of the waking day, which may go past midnight."""
    return tuple(sorted(blocks, key=lambda block: (block.start < shape.wake, block.start)))


def _dated(settings: Settings, on: date, shape: DayShape) -> Settings:
    """The settings with a shape of its own for a date."""
    tail = f" {on.isoformat()}"
    name = shape.name if shape.name.endswith(tail) else f"{shape.name[: LONGEST_NAME - len(tail)]}{tail}"
    days = tuple(each for each in settings.days if each.name != name)
    dates = [dated for dated in settings.dates if dated.date != on]
    dates.append(DatedShape(date=on, shape=name))
    return replace(
        settings,
        days=(*days, replace(shape, name=name, on=())),
        dates=tuple(sorted(dates, key=lambda dated: dated.date)),
    )
