"""Builds what reads a calendar, a part of the composition root.

Qt's network stack is imported when the first address is asked, and a calendar is read in a process of its own.
"""

from collections.abc import Callable
from random import SystemRandom
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.adapters.calendar_file import CalendarFile
from desktop.adapters.qt_scheduler import QtWallClockScheduler
from desktop.calendar_memory import CalendarMemory
from desktop.calendar_watch import CalendarWatch
from desktop.journal import Journal
from schedules.timetable import Timetable

if TYPE_CHECKING:
    from desktop.adapters.calendar_http import HttpCalendar
    from desktop.adapters.calendar_process import CalendarProcess


def calendar_watch(
    journal: Journal, file: CalendarFile, scheduler: QtWallClockScheduler, asking: Callable[[], None], parent: QObject
) -> CalendarWatch:
    """What reads the calendar, once its `start` is called.

    Args:
        journal: Its store remembers the source; it knows the time and the zone.
        file: Where what was read is kept.
        scheduler: Follows the wall clock.
        asking: Called before each request to the network.
        parent: The owner.
    """

    def fetcher() -> "HttpCalendar":
        from desktop.adapters.calendar_http import HttpCalendar

        return HttpCalendar(asking, parent)

    def reader() -> "CalendarProcess":
        from desktop.adapters.calendar_process import CalendarProcess

        return CalendarProcess(parent)

    return CalendarWatch(
        memory=CalendarMemory(journal.store),
        keeper=file,
        clock=journal.clock,
        zone=journal.zone,
        timetable=Timetable(scheduler),
        fetcher=fetcher,
        reader=reader,
        chance=SystemRandom().random,
        parent=parent,
    )
