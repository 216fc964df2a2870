"""The one table of what each key of ``settings.toml`` may hold: the reader, the editor and the documents use it."""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from desktop.settings.problems import KeyPath, quoted
from desktop.wording.catalog import _
from schedules.settings import (
    BedtimeChoice,
    BlockKind,
    Effort,
    Position,
    Units,
    WeatherSource,
    Weekday,
)


class Type(StrEnum):
    """What kind of value a key holds."""

    WHOLE = "whole"
    """A whole number."""
    DECIMAL = "decimal"
    """A number, kept to two decimals."""
    SWITCH = "switch"
    CHOICE = "choice"
    CHOICES = "choices"
    """A list of choices, none of them twice."""
    TIME = "time"
    """Wall clock, ``"HH:MM"``."""
    DATE = "date"
    TEXT = "text"
    """One line."""
    ZONE = "zone"
    ADDRESS = "address"
    ROUTINE = "routine"
    """The id of a routine."""


class Unit(StrEnum):
    """What a number counts."""

    ML = "ml"
    MINUTES = "min"
    DEGREES = "°"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """What one key may hold."""

    key: str
    """Dotted; ``[]`` stands for any element: ``day[].block[].from``."""
    type: Type
    least: int = 0
    """For numbers; for texts the fewest characters."""
    most: int = 0
    """For numbers; for texts the most characters."""
    unit: Unit | None = None
    choices: tuple[StrEnum, ...] = ()
    required: bool = False
    """A missing key is a problem; every other missing key takes its default."""
    source: str = ""
    """Where the limit comes from, if it is not ours."""


def _whole(key: str, least: int, most: int, unit: Unit | None = None, source: str = "") -> Limit:
    return Limit(key=key, type=Type.WHOLE, least=least, most=most, unit=unit, source=source)


def _switch(key: str) -> Limit:
    return Limit(key=key, type=Type.SWITCH)


def _choice(key: str, choices: type[StrEnum], *, required: bool = False) -> Limit:
    return Limit(key=key, type=Type.CHOICE, choices=tuple(choices), required=required)


def _time(key: str) -> Limit:
    return Limit(key=key, type=Type.TIME, required=True)


def _degrees(key: str, most: int) -> Limit:
    return Limit(key=key, type=Type.DECIMAL, least=-most, most=most, unit=Unit.DEGREES)


_TABLE = (
    _whole("version", 1, 1),
    Limit(key="timezone", type=Type.ZONE),
    _choice("you.units", Units),
    _whole(
        "you.drink_goal_ml",
        0,
        6000,
        Unit.ML,
        "Ours: above the highest reference intake (3.8 l of total water, National Academies, Dietary Reference Intakes "
        "for Water, 2005), and far below the US Army's ceiling of 11.4 l a day in heat.",
    ),
    _whole("you.glass_ml", 50, 1000, Unit.ML),
    _switch("you.doctor_limits_fluids"),
    Limit(key="you.avoid_positions", type=Type.CHOICES, choices=tuple(Position)),
    _switch("you.has_bike"),
    Limit(key="day[].name", type=Type.TEXT, least=1, most=60, required=True),
    Limit(key="day[].on", type=Type.CHOICES, choices=tuple(Weekday)),
    _time("day[].wake"),
    _time("day[].bed"),
    _choice("day[].block[].kind", BlockKind, required=True),
    _time("day[].block[].from"),
    _time("day[].block[].to"),
    _choice("day[].block[].effort", Effort),
    _switch("day[].block[].outdoors"),
    Limit(key="date[].date", type=Type.DATE, required=True),
    Limit(key="date[].shape", type=Type.TEXT, least=1, most=60, required=True),
    _switch("drink.on"),
    _whole(
        "drink.stop_before_bed_min",
        120,
        360,
        Unit.MINUTES,
        "Least: no drinks in the last two hours before bed, Sleep Foundation, Living with Nocturia.",
    ),
    _whole("drink.longest_gap_min", 45, 480, Unit.MINUTES),
    _switch("move.on"),
    _whole("move.every_min", 20, 240, Unit.MINUTES),
    _switch("bedtime.on"),
    _whole("bedtime.before_bed_min", 10, 180, Unit.MINUTES),
    _choice("bedtime.choice", BedtimeChoice),
    Limit(key="bedtime.routine", type=Type.ROUTINE, least=1, most=60),
    _switch("heat.on"),
    _choice("heat.source", WeatherSource),
    Limit(key="heat.place", type=Type.TEXT, most=100),
    _degrees("heat.latitude", 90),
    _degrees("heat.longitude", 180),
    Limit(key="heat.server", type=Type.ADDRESS, most=200),
    _whole("prompts.most_per_day", 1, 24),
    _whole("prompts.smallest_gap_min", 15, 240, Unit.MINUTES),
    _switch("prompts.sound"),
)

LIMITS = MappingProxyType({limit.key: limit for limit in _TABLE})
"""Every key, dotted, in the order of the contract."""


def pattern(path: KeyPath) -> str:
    """A place in the file as the table names it: any number becomes ``[]``."""
    told = ""
    for part in path:
        told += "[]" if isinstance(part, int) else f".{part}" if told else part
    return told


def keys_in(table: str) -> tuple[str, ...]:
    """The keys and tables that stand directly in a table.

    Args:
        table: As `pattern` names it; empty for the file as a whole.
    """
    start = f"{table}." if table else ""
    inside = (key.removeprefix(start).split(".")[0].removesuffix("[]") for key in LIMITS if key.startswith(start))
    return tuple(dict.fromkeys(inside))


def allowed(limit: Limit) -> str:
    """What a key may hold, in words."""
    match limit.type:
        case Type.WHOLE | Type.DECIMAL:
            return _numbers(limit)
        case Type.SWITCH:
            return _("true or false")
        case Type.CHOICE:
            return _("one of {choices}").format(choices=listed(limit.choices))
        case Type.CHOICES:
            return _("a list with any of {choices}").format(choices=listed(limit.choices))
        case _:
            return _text(limit)


def listed(choices: tuple[str, ...]) -> str:
    """Choices in quotes, as they stand in the file."""
    return ", ".join(quoted(choice) for choice in choices)


def _numbers(limit: Limit) -> str:
    if limit.least == limit.most:
        return str(limit.least)
    if limit.unit is None:
        return _("{least} to {most}").format(least=limit.least, most=limit.most)
    if limit.unit is Unit.DEGREES:
        return _("{least} to {most} degrees").format(least=limit.least, most=limit.most)
    return _("{least} to {most} {unit}").format(least=limit.least, most=limit.most, unit=limit.unit)


def _text(limit: Limit) -> str:  # noqa: PLR0911 - one case a type is the plainest form
    match limit.type:
        case Type.TIME:
            return _('a time in quotes, "00:00" to "23:59"')
        case Type.DATE:
            return _("a date without quotes, such as 2026-12-24")
        case Type.ZONE:
            return _('"system" or the name of a time zone, such as "Europe/Berlin"')
        case Type.ADDRESS:
            return _('"" or an address that begins with http:// or https://')
        case Type.ROUTINE:
            return _("the id of a routine: letters, digits, - and _")
        case _ if limit.least:
            return _("a line of {least} to {most} characters").format(least=limit.least, most=limit.most)
        case _:
            return _("a line of at most {most} characters").format(most=limit.most)
