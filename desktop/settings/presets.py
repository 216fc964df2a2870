"""Ready-made settings for the people whom Uncramp has most in mind."""

from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from desktop.settings.reader import parse
from schedules.settings import Settings


class Preset(StrEnum):
    """The presets, in the order in which they are offered."""

    DESK_WORKER = "desk-worker"
    NIGHT_CRAMPS = "night-cramps"
    PREGNANT = "pregnant"
    ENDURANCE_ATHLETE = "endurance-athlete"
    OUTDOOR_WORKER = "outdoor-worker"
    NIGHT_SHIFT = "night-shift"


def text(preset: Preset) -> str:
    """A preset as a settings file, comments included; `desktop.settings.writer.create` takes it."""
    return (files("resources") / "presets" / f"{preset}.toml").read_text("utf-8")


def load(preset: Preset) -> Settings:
    """A preset as settings; `desktop.settings.writer.save` lays them over a file that exists."""
    return parse(text(preset).encode(), Path(f"{preset}.toml")).valid()
