"""Changes of the week: its kinds of day, which weekdays and dates each has. Pure: settings in, settings out.

Every weekday belongs to exactly one shape before and after each of them.
"""

from dataclasses import replace
from datetime import date
from enum import StrEnum

from schedules.settings import DatedShape, DayShape, HeatSettings, Settings, Weekday

LONGEST_NAME = 60
"""Characters."""


class Refusal(StrEnum):
    """Why a change is not possible."""

    NOT_A_TIME = "not-a-time"
    NOT_A_DATE = "not-a-date"
    NOT_A_NUMBER = "not-a-number"
    NOT_A_ROUTINE = "not-a-routine"
    NO_NAME = "no-name"
    NAME_TAKEN = "name-taken"
    LAST_SHAPE = "last-shape"
    WEEKDAY_STAYS = "weekday-stays"
    """A weekday leaves a shape only by joining another."""
    DATE_PAST = "date-past"
    DAY_LENGTH = "day-length"
    OUTSIDE_DAY = "outside-day"
    ENDS_BEFORE_START = "ends-before-start"
    OVERLAPS = "overlaps"
    NO_ROOM = "no-room"
    """Nothing is free for another block."""
    OUT_OF_RANGE = "out-of-range"


class EditRefusedError(Exception):
    """A change that would leave settings that mean nothing. Nothing was changed."""

    def __init__(self, refusal: Refusal, *facts: object) -> None:
        """Store why, and the facts that a sentence about it needs."""
        super().__init__(refusal.value, *facts)
        self.refusal = refusal
        self.facts = facts


def shape_at(settings: Settings, at: int, shape: DayShape) -> Settings:
    """The settings with another shape in a place."""
    return replace(settings, days=(*settings.days[:at], shape, *settings.days[at + 1 :]))


def with_added(settings: Settings, name: str, like: DayShape) -> Settings:
    """The settings with one more shape, which has no weekday yet.

    Args:
        settings: Those before.
        name: What it is called; a number is added where the name is taken.
        like: What it begins as.
    """
    return replace(settings, days=(*settings.days, replace(like, name=free_name(settings, name), on=())))


def free_name(settings: Settings, wanted: str) -> str:
    """A name that no shape has yet: the one wanted, or it with a number."""
    taken = {shape.name for shape in settings.days}
    names = (wanted if count == 1 else f"{wanted[: LONGEST_NAME - 4]} {count}" for count in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def with_name(settings: Settings, at: int, name: str) -> Settings:
    """The settings with a shape renamed; its dates go with it.

    Raises:
        EditRefusedError: The name is empty, or another shape's.
    """
    named = " ".join(name.split())[:LONGEST_NAME]
    before = settings.days[at]
    if not named:
        raise EditRefusedError(Refusal.NO_NAME)
    if any(shape.name == named for shape in settings.days if shape is not before):
        raise EditRefusedError(Refusal.NAME_TAKEN, named)
    dates = tuple(replace(one, shape=named) if one.shape == before.name else one for one in settings.dates)
    return replace(shape_at(settings, at, replace(before, name=named)), dates=dates)


def without_shape(settings: Settings, at: int) -> Settings:
    """The settings without a shape: its weekdays join its neighbour, its dates become usual days again.

    Raises:
        EditRefusedError: It is the only one.
    """
    if len(settings.days) == 1:
        raise EditRefusedError(Refusal.LAST_SHAPE)
    gone, heir = settings.days[at], heir_of(settings, at)
    joined = tuple(day for day in Weekday if day in gone.on or day in settings.days[heir].on)
    inherited = shape_at(settings, heir, replace(settings.days[heir], on=joined))
    days = tuple(shape for place, shape in enumerate(inherited.days) if place != at)
    return replace(settings, days=days, dates=tuple(one for one in settings.dates if one.shape != gone.name))


def heir_of(settings: Settings, at: int) -> int:
    """The place of the shape that gets a deleted one's weekdays."""
    return at - 1 if at else min(1, len(settings.days) - 1)


def with_weekday(settings: Settings, at: int, weekday: Weekday) -> Settings:
    """The settings with a weekday in a shape, and so in no other.

    Raises:
        EditRefusedError: It is there already: it can only be given to another.
    """
    if weekday in settings.days[at].on:
        raise EditRefusedError(Refusal.WEEKDAY_STAYS, weekday)
    days = [replace(shape, on=tuple(day for day in shape.on if day != weekday)) for shape in settings.days]
    days[at] = replace(days[at], on=tuple(day for day in Weekday if day in days[at].on or day == weekday))
    return replace(settings, days=tuple(days))


def with_date(settings: Settings, at: int, on: date) -> Settings:
    """The settings with one date that takes a shape, and so no other."""
    rest = tuple(one for one in settings.dates if one.date != on)
    dates = (*rest, DatedShape(date=on, shape=settings.days[at].name))
    return replace(settings, dates=tuple(sorted(dates, key=lambda one: one.date)))


def without_date(settings: Settings, on: date) -> Settings:
    """The settings with a date that takes its weekday's shape again."""
    return replace(settings, dates=tuple(one for one in settings.dates if one.date != on))


def adopted(settings: Settings, preset: Settings) -> Settings:
    """The settings of somebody who starts from a preset.

    Its days and rules, and the positions that it leaves out; everything that is about the person stays: units, what a
    glass holds, the doctor's word, the bike, the zone, the place and the sound.
    """
    positions = dict.fromkeys((*settings.you.avoid_positions, *preset.you.avoid_positions))
    heat: HeatSettings = replace(settings.heat, on=preset.heat.on)
    return replace(
        settings,
        you=replace(settings.you, avoid_positions=tuple(positions)),
        days=preset.days,
        dates=(),
        drink=preset.drink,
        move=preset.move,
        bedtime=preset.bedtime,
        heat=heat,
        prompts=replace(preset.prompts, sound=settings.prompts.sound),
    )
