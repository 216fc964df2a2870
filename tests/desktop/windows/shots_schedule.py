"""Pictures of the schedule editor."""

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from desktop.schedule_wishes import Act, Choose, OfferPreset, Part, TypePart, TypeTime
from desktop.settings.presets import Preset, load
from desktop.windows.schedule import ScheduleWindow
from schedules.day_editing import Grip, Handle
from schedules.settings import PromptSettings, Settings, You
from schedules.waking_day import ONE_DAY
from tests.desktop.schedule_life import EVENING, Editor, entries
from tests.shots import Shot

_KEPT: list[Editor] = []
"""As long as their windows are on show."""


def editor(settings: Settings | None = None) -> Editor:
    """The editor on a file of its own."""
    folder = Path(tempfile.mkdtemp())
    made = Editor(folder / "settings.toml", settings)
    _KEPT[:] = [made]
    made.desk.open()
    return made


def workday() -> ScheduleWindow:
    """As it opens first."""
    return editor(load(Preset.ENDURANCE_ATHLETE)).window


def night() -> ScheduleWindow:
    """A night shift, with a limit that the day does not keep."""
    made = editor(load(Preset.NIGHT_SHIFT))
    made.desk.take(TypePart(part=Part.MOST, text="6"))
    return made.window


def question() -> ScheduleWindow:
    """A part is asked for, and what was typed cannot be."""
    made = editor(Settings())
    made.window.findChild(QPushButton, "part:every").click()  # type: ignore[union-attr]
    made.desk.take(TypePart(part=Part.EVERY, text="a while"))
    made.desk.take(TypeTime(handle=Handle(grip=Grip.BED), text="8"))
    return made.window


def preset() -> ScheduleWindow:
    """What starting from a preset would change."""
    made = editor(Settings())
    made.desk.take(OfferPreset(preset=Preset.NIGHT_SHIFT))
    return made.window


def conflict() -> ScheduleWindow:
    """The file was changed by somebody else meanwhile."""
    made = editor(Settings())
    made.desk.take(TypePart(part=Part.MOST, text="8"))
    made.file.write_text("[you]\ndrink_goal_ml = 1500\n")
    made.watch.look()
    return made.window


def limited() -> ScheduleWindow:
    """A doctor limits the fluids."""
    return editor(Settings(you=You(doctor_limits_fluids=True))).window


def leaving() -> ScheduleWindow:
    """It is closed with a draft."""
    made = editor(Settings(prompts=PromptSettings(most_per_day=8)))
    made.desk.take(Act.ADD_SHAPE)
    made.desk.take(Choose(shape=0))
    made.window.close()
    return made.window


def calendar() -> ScheduleWindow:
    """A calendar has entries on the day in the picture."""
    made = editor(Settings())
    made.life.journal.calendar = lambda _now: entries(EVENING.date() + ONE_DAY)
    made.life.engine.replan()
    return made.window


SHOTS = (
    Shot(name="schedule", build=workday, width=1240, height=900, looks=("light", "dark", "large", "contrast")),
    Shot(name="schedule-night", build=night, width=1240, height=900),
    Shot(name="schedule-question", build=question, width=1240, height=1300, looks=("light",)),
    Shot(name="schedule-preset", build=preset, width=1240, height=900, looks=("light",)),
    Shot(name="schedule-conflict", build=conflict, width=1000, height=900, looks=("light",)),
    Shot(name="schedule-limited", build=limited, width=1240, height=900, looks=("light",)),
    Shot(name="schedule-leaving", build=leaving, width=1240, height=900, looks=("light",)),
    Shot(name="schedule-calendar", build=calendar, width=1240, height=900, looks=("light", "dark", "contrast")),
    Shot(name="schedule-small", build=workday, width=320, height=480, looks=("light", "dark")),
)
