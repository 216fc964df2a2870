"""A wish of the schedule editor as a change of settings; what cannot be is refused with a reason. No Qt."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import assert_never

from desktop.commands.amounts import AmountError, span, volume_ml
from desktop.schedule_wishes import (
    AddBlock,
    ChangeBlock,
    Drag,
    DropBlock,
    DropDate,
    Edit,
    GiveWeekday,
    Part,
    Switch,
    Type,
    TypePart,
    TypeTime,
    Typing,
)
from desktop.settings.limits import LIMITS, Unit
from desktop.wording.amounts import ML_PER_FL_OZ
from schedules import day_editing as days
from schedules import editing as week
from schedules.editing import EditRefusedError, Refusal
from schedules.settings import BedtimeChoice, DayShape, Settings, Units

_NUMBER = re.compile(r"\d{1,5}(?:[.,]\d{1,2})?")
_GROUPED = re.compile(r"\d{1,2}[.,  ]\d{3}")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.?\s?(\d{4})?")
_ROUTINE = re.compile(r"\w[\w-]{0,59}")
_MINUTE = timedelta(minutes=1)


def edited(settings: Settings, at: int, edit: Edit, today: date) -> Settings:
    """Settings after a wish.

    Args:
        settings: Those before.
        at: The kind of day that is looked at.
        edit: The wish.
        today: The date, for a typed one without a year.

    Raises:
        EditRefusedError: It cannot be.
    """
    shape = settings.days[at]
    match edit:
        case Type(what=Typing.NAME):
            return week.with_name(settings, at, edit.text)
        case Type():
            return week.with_date(settings, at, _date(edit.text, today))
        case GiveWeekday():
            return week.with_weekday(settings, at, edit.weekday)
        case DropDate():
            return week.without_date(settings, edit.on)
        case Switch() | TypePart():
            return _with_part(settings, edit.part, edit.on if isinstance(edit, Switch) else _part(settings, edit))
        case Drag() | TypeTime() | AddBlock() | DropBlock() | ChangeBlock():
            return week.shape_at(settings, at, _day(shape, edit))
        case _:
            assert_never(edit)


def value_of(settings: Settings, part: Part) -> object:
    """What a part of a rule says."""
    section, name = part.value.split(".")
    return getattr(getattr(settings, section), name)


def _day(shape: DayShape, edit: Drag | TypeTime | AddBlock | DropBlock | ChangeBlock) -> DayShape:
    match edit:
        case Drag():
            return days.dragged(shape, edit.handle, edit.to)
        case TypeTime():
            return days.typed(shape, edit.handle, edit.text)
        case AddBlock():
            return days.with_block(shape, edit.kind)
        case DropBlock():
            return days.without_block(shape, edit.block)
        case ChangeBlock():
            return days.with_changed_block(shape, edit.block, edit.to)


def _with_part(settings: Settings, part: Part, value: object) -> Settings:
    section, name = part.value.split(".")
    changed = replace(getattr(settings, section), **{name: value})
    return replace(settings, **{section: changed})


def _part(settings: Settings, edit: TypePart) -> object:
    match edit.part:
        case Part.CHOICE:
            return BedtimeChoice(edit.text)
        case Part.ROUTINE:
            if not _ROUTINE.fullmatch(edit.text):
                raise EditRefusedError(Refusal.NOT_A_ROUTINE, edit.text)
            return edit.text
        case _:
            return _number(settings, edit)


def _number(settings: Settings, edit: TypePart) -> int:
    """A typed number in the unit of its key, within its limits."""
    limit = LIMITS[edit.part.value]
    text = " ".join(edit.text.split()).lower()
    match limit.unit:
        case Unit.ML:
            number = _ml(text, settings.you.units)
        case Unit.MINUTES:
            number = _minutes(text)
        case _:
            number = int(text) if text.isdecimal() else None
    if number is None:
        raise EditRefusedError(Refusal.NOT_A_NUMBER, edit.part, limit.least, limit.most)
    if not limit.least <= number <= limit.most:
        raise EditRefusedError(Refusal.OUT_OF_RANGE, edit.part, limit.least, limit.most)
    return number


def _ml(text: str, units: Units) -> int | None:
    if _GROUPED.fullmatch(text):
        return int(re.sub(r"\D", "", text))
    if _NUMBER.fullmatch(text):
        return round(float(text.replace(",", ".")) * (1 if units is Units.METRIC else ML_PER_FL_OZ))
    try:
        return volume_ml(re.sub(r"(?<=\d)[,.  ](?=\d{3}\b)", "", text))
    except AmountError:
        return None


def _minutes(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    found = re.fullmatch(r"(\d+)[.,:](\d+)\s?(?:h|hours?)?", text)
    if found is not None:
        minutes = int(found[2]) if ":" in text else round(float(f"0.{found[2]}") * 60)
        return int(found[1]) * 60 + minutes
    try:
        return span(text) // _MINUTE
    except (AmountError, OverflowError):
        return None


def _date(text: str, today: date) -> date:
    """A typed date: ``2026-12-24``, ``24.12.2026``, ``24.12.``; without a year the next one."""
    words = " ".join(text.split())
    iso, dotted = _ISO.fullmatch(words), _DOTTED.fullmatch(words)
    try:
        if iso is not None:
            found = date(int(iso[1]), int(iso[2]), int(iso[3]))
        elif dotted is not None and dotted[3]:
            found = date(int(dotted[3]), int(dotted[2]), int(dotted[1]))
        elif dotted is not None:
            years = (date(today.year + n, int(dotted[2]), int(dotted[1])) for n in (0, 1))
            found = next(year for year in years if year >= today)
        else:
            raise EditRefusedError(Refusal.NOT_A_DATE, text)
    except (ValueError, StopIteration) as error:
        raise EditRefusedError(Refusal.NOT_A_DATE, text) from error
    if found < today:
        raise EditRefusedError(Refusal.DATE_PAST, text)
    return found
