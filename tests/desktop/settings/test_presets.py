import re
import tomllib
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
import tomlkit

from desktop.settings import presets
from desktop.settings.presets import Preset
from desktop.settings.reader import parse
from schedules.settings import BedtimeChoice, Block, BlockKind, Position, Settings, WeatherSource

# What the words of the program are never to be; see the tone rules of the product.
BANNED = r"!|should|must|failed|missed|lazy|treats?\b|cures?\b|prevents?\b|diagnos|guarantee|requirement"
BODY = r"\b(men|women|man|woman|male|female|weight|kg|lb|years? old|aged?)\b"


def blocks(settings: Settings) -> list[Block]:
    return [block for shape in settings.days for block in shape.blocks]


def kinds(settings: Settings) -> set[BlockKind]:
    return {block.kind for block in blocks(settings)}


def habits(settings: Settings) -> set[str]:
    return {name for name in ("drink", "move", "bedtime", "heat") if getattr(settings, name).on}


def test_there_is_one_file_for_each_preset_beside_the_starting_file() -> None:
    names = {Path(each.name).stem for each in (files("resources") / "presets").iterdir()}
    assert names == {*Preset, "start"}


@pytest.mark.parametrize("preset", Preset)
def test_a_preset_reads_without_a_word_against_it(preset: Preset) -> None:
    reading = parse(presets.text(preset).encode(), Path("settings.toml"))
    assert (reading.problems, reading.typos) == ((), ())
    assert presets.load(preset) == reading.settings


@pytest.mark.parametrize("preset", Preset)
def test_a_preset_switches_on_at_most_three_habits(preset: Preset) -> None:
    assert 1 <= len(habits(presets.load(preset))) <= 3


@pytest.mark.parametrize("preset", Preset)
def test_no_preset_sets_a_goal_or_reaches_for_the_network(preset: Preset) -> None:
    settings, usual = presets.load(preset), Settings()
    assert settings.you.drink_goal_ml == usual.you.drink_goal_ml
    assert not settings.you.doctor_limits_fluids
    assert settings.heat.source in {WeatherSource.OFF, WeatherSource.TYPED}
    assert settings.timezone == "system"
    assert settings.you.units is usual.you.units


@pytest.mark.parametrize("name", [*Preset, "start"])
def test_the_comments_are_calm_and_short(name: str) -> None:
    text = (files("resources") / "presets" / f"{name}.toml").read_text("utf-8")
    comments = "\n".join(re.findall(r"#.*", text))
    assert text.startswith("# ")
    assert not re.search(BANNED, comments, re.IGNORECASE)
    assert not re.search(BODY, comments, re.IGNORECASE)
    assert all(len(line) <= 120 for line in text.splitlines())


@pytest.mark.parametrize("preset", Preset)
def test_another_parser_reads_the_same(preset: Preset) -> None:
    assert tomlkit.parse(presets.text(preset)).unwrap() == tomllib.loads(presets.text(preset))


MEANINGS: dict[Preset, Callable[[Settings], bool]] = {
    Preset.DESK_WORKER: lambda s: (
        kinds(s) == {BlockKind.DESK} and habits(s) == {"drink", "move", "bedtime"} and s.move.every_min <= 60
    ),
    Preset.NIGHT_CRAMPS: lambda s: (
        s.bedtime.choice is BedtimeChoice.STRETCH
        and habits(s) == {"drink", "bedtime"}
        and s.bedtime.before_bed_min <= 30
        and s.drink.stop_before_bed_min >= 120
    ),
    Preset.PREGNANT: lambda s: (
        Position.STANDING in s.you.avoid_positions
        and s.bedtime.choice is BedtimeChoice.STRETCH
        and habits(s) == {"drink", "move", "bedtime"}
    ),
    Preset.ENDURANCE_ATHLETE: lambda s: (
        kinds(s) == {BlockKind.EXERCISE}
        and all(block.outdoors for block in blocks(s))
        and habits(s) == {"drink", "bedtime", "heat"}
    ),
    Preset.OUTDOOR_WORKER: lambda s: kinds(s) == {BlockKind.OUTDOORS} and habits(s) == {"drink", "bedtime", "heat"},
    Preset.NIGHT_SHIFT: lambda s: (
        any(shape.bed < shape.wake and any(b.end < b.start for b in shape.blocks) for shape in s.days)
        and habits(s) == {"drink", "move", "bedtime"}
    ),
}


@pytest.mark.parametrize("preset", Preset)
def test_a_preset_means_what_its_name_says(preset: Preset) -> None:
    assert MEANINGS[preset](presets.load(preset))
