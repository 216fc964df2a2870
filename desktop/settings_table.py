"""Everything that can be set on the Settings page: where it is kept and how it looks there."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from desktop.guide_choices import CHIME, OFF, ON, VOICE
from desktop.ports import Store
from desktop.preferences import LIMIT_OF, LIMITS, Contrast, Motion, SoreLeg, Theme
from desktop.preferred import Preferred
from desktop.settings import limits
from desktop.settings_faces import Face, choice, key, number, one_of, phone, switch, volume, zone
from desktop.settings_keeping import Avoided, FileKey, Keeper, Preference, Remembered, SettingsSource
from desktop.wording import settings_values as words
from schedules.settings import BedtimeChoice, Position, Units

TEXT_SIZES = (0, 100, 125, 150, 175, 200)
TEXT_SIZE, LARGER = "text_percent", "larger"
SIGN_IN, SHORTCUT, KEY, EMERGENCY = "sign-in", "relief_shortcut", "relief_key", "emergency number"
_SWITCHES = (
    "prompts.sound",
    "you.doctor_limits_fluids",
    "drink.on",
    "move.on",
    "bedtime.on",
    "you.has_bike",
    "heat.on",
)
_MINUTES = (
    "prompts.smallest_gap_min",
    "drink.longest_gap_min",
    "drink.stop_before_bed_min",
    "move.every_min",
    "bedtime.before_bed_min",
)
_CUPS = ("mug_ml", "large_glass_ml", "hot_drink_ml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One thing that can be set."""

    keeper: Keeper
    face: Callable[[], Face]
    """As it is now: units and guides change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """All that keeps settings."""

    source: SettingsSource
    file: Callable[[], Path]
    preferred: Preferred
    store: Store
    sign_in: Keeper
    shortcut: Keeper
    key: Keeper
    emergency: Keeper
    routines: Callable[[], tuple[tuple[str, str], ...]]
    """The guides that can be done before bed: their ids and titles."""


def table(kept: Kept) -> dict[str, Setting]:
    """Every setting by the id of its row."""
    return {**_of_file(kept), **_of_preferences(kept), **_others(kept)}


def _of_file(kept: Kept) -> dict[str, Setting]:
    def key(name: str) -> FileKey:
        return FileKey(name, kept.source, kept.file)

    def units() -> Units:
        return kept.source.settings.you.units

    def of(name: str, face: Callable[[], Face]) -> tuple[str, Setting]:
        return name, Setting(keeper=key(name), face=face)

    def routine() -> Face:
        present = kept.source.settings.bedtime.routine
        known = dict(kept.routines())
        return one_of([(each, each, title) for each, title in ({present: present} | known).items()])

    switches = dict(of(name, switch) for name in _SWITCHES)
    minutes = dict(of(name, partial(_minutes, name)) for name in _MINUTES)
    most = limits.LIMITS["prompts.most_per_day"]
    positions = key("you.avoid_positions")
    avoided = {f"avoid {each}": Setting(keeper=Avoided(each, positions), face=switch) for each in Position}
    return {
        **switches,
        **minutes,
        **avoided,
        **dict(
            [
                of(most.key, lambda: number(most.least, most.most)),
                of("timezone", zone),
                of("you.units", lambda: choice(Units, words.units)),
                of("you.drink_goal_ml", lambda: _volume("you.drink_goal_ml", units(), none=True)),
                of("you.glass_ml", lambda: _volume("you.glass_ml", units())),
                of("bedtime.choice", lambda: choice(BedtimeChoice, words.bedtime)),
                of("bedtime.routine", routine),
            ]
        ),
    }


def _of_preferences(kept: Kept) -> dict[str, Setting]:
    def cup(name: str) -> Face:
        return volume(*LIMITS[name], kept.source.settings.you.units)

    faces: dict[str, Callable[[], Face]] = {
        "theme": lambda: choice(Theme, words.theme),
        "contrast": lambda: choice(Contrast, words.contrast),
        "motion": lambda: choice(Motion, words.motion),
        "sore_leg": lambda: choice(SoreLeg, words.sore_leg),
        TEXT_SIZE: lambda: one_of([(each, str(each), words.text_size(each)) for each in TEXT_SIZES]),
        **dict.fromkeys(LIMIT_OF, switch),
        **{name: partial(cup, name) for name in _CUPS},
    }
    return {name: Setting(keeper=Preference(name, kept.preferred), face=face) for name, face in faces.items()}


def _others(kept: Kept) -> dict[str, Setting]:
    sounds = {key: Setting(keeper=Remembered(key, kept.store, ON, OFF), face=switch) for key in (VOICE, CHIME)}
    return {
        **sounds,
        SIGN_IN: Setting(keeper=kept.sign_in, face=switch),
        SHORTCUT: Setting(keeper=kept.shortcut, face=switch),
        KEY: Setting(keeper=kept.key, face=key),
        EMERGENCY: Setting(keeper=kept.emergency, face=phone),
    }


def _minutes(name: str) -> Face:
    limit = limits.LIMITS[name]
    return number(limit.least, limit.most, words.minutes_unit())


def _volume(name: str, units: Units, *, none: bool = False) -> Face:
    limit = limits.LIMITS[name]
    return volume(max(limit.least, 1), limit.most, units, none=none)
