"""How a value stands on the page: as a switch, a choice or a field; and back from what was chosen or typed."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from desktop.settings.values import SYSTEM_ZONE
from desktop.settings_keeping import NotTakenError
from desktop.settings_state import OFF, ON, Control, Option
from desktop.shortcut_key import read_key
from desktop.wording import help as help_words
from desktop.wording import settings as words
from desktop.wording import settings_values as values
from desktop.wording.amounts import ML_PER_FL_OZ
from schedules.guides.emergency import is_callable
from schedules.settings import Units

E = TypeVar("E", bound=StrEnum)

_NUMBER = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s*(?:min|minutes?|ml|fl\.?\s*oz|oz|%)?", re.IGNORECASE)
_LONGEST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """The face of one setting."""

    control: Control
    shown: Callable[[object], str]
    """A value as the control has it."""
    said: Callable[[object], str]
    """A value in a sentence."""
    taken: Callable[[str], object]
    """The value of what was chosen or typed; it raises `NotTakenError`."""
    options: tuple[Option, ...] = ()
    unit: str = ""


def switch() -> Face:
    """On or off."""
    return Face(
        control=Control.SWITCH,
        shown=lambda value: ON if value else OFF,
        said=lambda value: words.on() if value else words.off(),
        taken=lambda text: text == ON,
    )


def choice(kind: type[E], label: Callable[[E], str]) -> Face:
    """One of an enumeration."""
    return one_of([(each, str(each), label(each)) for each in kind])


def one_of(choices: Iterable[tuple[object, str, str]]) -> Face:
    """One of some values.

    Args:
        choices: Each value with its id and its label.
    """
    known = tuple(choices)
    labels = {value: label for value, _id, label in known}
    ids = {value: name for value, name, _label in known}
    of = {name: value for value, name, _label in known}
    return Face(
        control=Control.CHOICE,
        shown=lambda value: ids.get(value, str(value)),
        said=lambda value: labels.get(value, str(value)),
        taken=lambda text: of[text],
        options=tuple(Option(id=name, label=label) for _value, name, label in known),
    )


def number(least: int, most: int, unit: str = "") -> Face:
    """A whole number."""

    def taken(text: str) -> object:
        found = _NUMBER.fullmatch(text.strip())
        typed = float(found[1].replace(",", ".")) if found else -1.0
        if not typed.is_integer() or not least <= typed <= most:
            raise NotTakenError(words.number_wanted(str(least), str(most)))
        return int(typed)

    return Face(control=Control.FIELD, shown=str, said=lambda value: f"{value} {unit}".strip(), taken=taken, unit=unit)


def volume(least: int, most: int, units: Units, *, none: bool = False) -> Face:
    """A volume in the person's units.

    Args:
        least: In millilitres.
        most: The same.
        units: The person's.
        none: 0 is allowed too.
    """
    unit = values.volume_unit(units)

    def shown(value: object) -> str:
        assert isinstance(value, int)
        return values.volume_number(value, units)

    def taken(text: str) -> object:
        found = _NUMBER.fullmatch(text.strip())
        typed = float(found[1].replace(",", ".")) if found else -1.0
        ml = round(typed * ML_PER_FL_OZ if units is Units.US else typed)
        if none and typed == 0:
            return 0
        if not least <= ml <= most:
            limits = (f"{shown(least)} {unit}", f"{shown(most)} {unit}")
            raise NotTakenError(words.number_or_none_wanted(*limits) if none else words.number_wanted(*limits))
        return ml

    return Face(control=Control.FIELD, shown=shown, said=lambda value: f"{shown(value)} {unit}", taken=taken, unit=unit)


def zone() -> Face:
    """A time zone by its name."""

    def taken(text: str) -> object:
        name = text.strip()
        if name.lower() in {SYSTEM_ZONE, ""}:
            return SYSTEM_ZONE
        try:
            return ZoneInfo(name).key
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise NotTakenError(words.zone_wanted()) from error

    return Face(control=Control.FIELD, shown=str, said=str, taken=taken)


def key() -> Face:
    """A key of the whole desktop."""

    def taken(text: str) -> object:
        found = read_key(text)
        if found is None:
            raise NotTakenError(values.key_wanted())
        return found

    return Face(control=Control.FIELD, shown=str, said=str, taken=taken)


def phone() -> Face:
    """A number to call; none of one's own is empty."""

    def taken(text: str) -> object:
        typed = text.strip()
        if typed and not is_callable(typed[:_LONGEST]):
            raise NotTakenError(help_words.wrong_number())
        return typed

    return Face(control=Control.FIELD, shown=str, said=lambda value: str(value) or words.nothing(), taken=taken)
