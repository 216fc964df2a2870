"""The parts that the schedule editor stands on here, put together: part of the composition root, imported late."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.adapters.guide_files import GuideFiles
from desktop.adapters.settings_watch import SettingsWatch
from desktop.adapters.zone import zone_of
from desktop.engine import Engine
from desktop.schedule_desk import ScheduleDesk, ScheduleScreen
from desktop.settings import places
from desktop.wording.schedule_rules import Routines
from schedules.guides.routine import Purpose


def schedule_desk(
    engine: Engine, watch: SettingsWatch, build: Callable[[], ScheduleScreen], parent: QObject
) -> ScheduleDesk:
    """A desk with the settings file and the guides of this machine.

    Args:
        engine: Knows what the plan depends on.
        watch: Watches the settings file.
        build: Makes the window when it is wanted.
        parent: The owner.
    """
    return ScheduleDesk(engine, watch, places.settings_path(), zone_of, _bedtime_routines, build, parent)


def _bedtime_routines() -> Routines:
    shelf = GuideFiles(places.guides_folder()).read()
    return tuple((each.id, each.title) for each in shelf.routines if each.purpose is Purpose.BEDTIME)
