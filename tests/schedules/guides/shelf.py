"""The guides and the advice that come with Uncramp, read once, for every test that needs real ones."""

from functools import cache
from importlib.resources import files

from schedules.guides.advice import Card, FlagWords, Note, parse_cards, parse_flags, parse_notes
from schedules.guides.emergency import EmergencyNumber, parse_emergency_numbers
from schedules.guides.parse import parse
from schedules.guides.routine import Routine, Step


def texts(folder: str) -> dict[str, str]:
    """Every TOML file of a folder of the resources, by name."""
    entries = (files("resources") / folder).iterdir()
    return {entry.name: entry.read_text(encoding="utf-8") for entry in entries if entry.name.endswith(".toml")}


@cache
def pose_names() -> frozenset[str]:
    return frozenset(name.removesuffix(".toml") for name in texts("poses"))


@cache
def routines() -> tuple[Routine, ...]:
    return tuple(parse(text, name, pose_names()) for name, text in sorted(texts("guides").items()))


def routine(name: str) -> Routine:
    return next(found for found in routines() if found.id == name)


def with_easier(step: Step) -> tuple[Step, ...]:
    """A step and every easier one behind it."""
    return (step, *(with_easier(step.easier) if step.easier else ()))


def all_steps(of: Routine) -> tuple[Step, ...]:
    return tuple(variant for step in of.steps for variant in with_easier(step))


@cache
def cards() -> tuple[Card, ...]:
    advice = sorted(texts("advice").items())
    return tuple(card for name, text in advice if name.startswith("cards-") for card in parse_cards(text, name))


@cache
def flags() -> tuple[FlagWords, ...]:
    return parse_flags(texts("advice")["red-flags.toml"], "red-flags.toml")


@cache
def notes() -> tuple[Note, ...]:
    return parse_notes(texts("advice")["notes.toml"], "notes.toml")


@cache
def emergency_numbers() -> tuple[EmergencyNumber, ...]:
    return parse_emergency_numbers(texts("advice")["emergency.toml"], "emergency.toml")
