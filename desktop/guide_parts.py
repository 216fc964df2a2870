"""The parts that a guide stands on here, put together: part of the composition root, which imports it late."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.adapters.awake import awake_here
from desktop.adapters.chime import Chime
from desktop.adapters.guide_files import GuideFiles
from desktop.adapters.voice import Voice
from desktop.engine import Engine
from desktop.guide_desk import GuideDesk, GuideScreen
from desktop.settings import places


def guide_desk(engine: Engine, build: Callable[[], GuideScreen], parent: QObject) -> GuideDesk:
    """A desk with the files, the voice, the chime and the screen of this machine.

    Args:
        engine: Logs, and tells of trouble.
        build: Makes the window when it is wanted.
        parent: The owner.
    """
    shelf = GuideFiles(places.guides_folder()).read
    return GuideDesk(engine, shelf, Voice(parent=parent), Chime(parent=parent), awake_here(parent), build, parent)
