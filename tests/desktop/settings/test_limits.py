from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from desktop.settings.limits import LIMITS, Limit, Type, allowed, keys_in, pattern
from desktop.settings.merging import document
from desktop.settings.reader import parse
from schedules.settings import Block, Settings

NAMES = {"days": "day[]", "blocks": "block[]", "dates": "date[]", "start": "from", "end": "to"}


def keys_of(record: type, at: str = "") -> list[str]:
    """The keys that the fields of a record stand for."""
    keys = []
    hints = get_type_hints(record)
    for field in fields(record):
        key = f"{at}.{NAMES.get(field.name, field.name)}".lstrip(".")
        inner = next((each for each in (*get_args(hints[field.name]), hints[field.name]) if is_dataclass(each)), None)
        keys += keys_of(inner, key) if isinstance(inner, type) else [key]
    return keys


def test_every_field_of_the_settings_has_a_limit_and_nothing_else_has() -> None:
    assert sorted(LIMITS) == sorted(keys_of(Settings))


NUMBERS = [limit for limit in LIMITS.values() if limit.type in {Type.WHOLE, Type.DECIMAL}]


def problems(limit: Limit, value: float) -> tuple[str, ...]:
    return tuple(map(str, parse(f"{limit.key} = {value}".encode(), Path("settings.toml")).problems))


@pytest.mark.parametrize("limit", NUMBERS, ids=lambda limit: limit.key)
def test_numbers_are_allowed_up_to_their_limits_and_not_beyond(limit: Limit) -> None:
    assert problems(limit, limit.least) == problems(limit, limit.most) == ()
    for beyond in (limit.least - 1, limit.most + 1):
        assert problems(limit, beyond) == (f"settings.toml:1: {limit.key} is {beyond}; allowed: {allowed(limit)}",)


def test_the_limits_that_are_promised() -> None:
    assert {limit.key: (limit.least, limit.most) for limit in NUMBERS} == {
        "version": (1, 1),
        "you.drink_goal_ml": (0, 6000),
        "you.glass_ml": (50, 1000),
        "drink.stop_before_bed_min": (120, 360),
        "drink.longest_gap_min": (45, 480),
        "move.every_min": (20, 240),
        "bedtime.before_bed_min": (10, 180),
        "heat.latitude": (-90, 90),
        "heat.longitude": (-180, 180),
        "prompts.most_per_day": (1, 24),
        "prompts.smallest_gap_min": (15, 240),
    }


def test_the_defaults_are_allowed() -> None:
    assert document(Settings())["you"]["drink_goal_ml"] == 2000
    for table in ("you", "drink", "move", "bedtime", "heat", "prompts"):
        assert tuple(document(Settings())[table]) == keys_in(table)


def test_keys_of_a_table_come_in_the_order_of_the_contract() -> None:
    assert keys_in("") == ("version", "timezone", "you", "day", "date", "drink", "move", "bedtime", "heat", "prompts")
    assert keys_in("day[]") == ("name", "on", "wake", "bed", "block")
    assert keys_in("day[].block[]") == ("kind", "from", "to", "effort", "outdoors")
    assert len(keys_in("day[].block[]")) == len(fields(Block))
    assert keys_in("sounds") == ()


def test_the_pattern_of_a_place() -> None:
    assert pattern(()) == ""
    assert pattern(("day", 1, "block", 0, "to")) == "day[].block[].to"


@pytest.mark.parametrize("limit", LIMITS.values(), ids=lambda limit: limit.key)
def test_what_is_allowed_is_said_in_one_line(limit: Limit) -> None:
    said = allowed(limit)
    assert said
    assert "\n" not in said
    assert not said.endswith(".")


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("version", "1"),
        ("timezone", '"system" or the name of a time zone, such as "Europe/Berlin"'),
        ("you.units", 'one of "metric", "us"'),
        ("you.drink_goal_ml", "0 to 6000 ml"),
        ("you.avoid_positions", 'a list with any of "standing", "floor", "kneeling"'),
        ("you.has_bike", "true or false"),
        ("day[].name", "a line of 1 to 60 characters"),
        ("day[].wake", 'a time in quotes, "00:00" to "23:59"'),
        ("date[].date", "a date without quotes, such as 2026-12-24"),
        ("move.every_min", "20 to 240 min"),
        ("bedtime.routine", "the id of a routine: letters, digits, - and _"),
        ("heat.place", "a line of at most 100 characters"),
        ("heat.latitude", "-90 to 90 degrees"),
        ("heat.server", '"" or an address that begins with http:// or https://'),
        ("prompts.most_per_day", "1 to 24"),
    ],
)
def test_what_is_allowed_in_words(key: str, said: str) -> None:
    assert allowed(LIMITS[key]) == said
