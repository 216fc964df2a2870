"""Pictures of the calendar window."""

from functools import partial

from desktop.calendar_state import CalendarState
from desktop.windows.calendar import CalendarWindow
from tests.desktop.windows import calendars
from tests.shots import Shot


def calendar(state: CalendarState) -> CalendarWindow:
    """The window in a state."""
    window = CalendarWindow()
    window.tell(state)
    return window


SHOTS = (
    Shot(name="calendar", build=partial(calendar, calendars.FOUND), width=820, height=2000),
    Shot(name="calendar-none", build=partial(calendar, calendars.NONE), width=820, height=900, looks=("light",)),
    Shot(name="calendar-offline", build=partial(calendar, calendars.OFFLINE), width=820, height=640, looks=("light",)),
    Shot(name="calendar-bomb", build=partial(calendar, calendars.BOMB), width=820, height=640, looks=("dark",)),
    Shot(
        name="calendar-small",
        build=partial(calendar, calendars.FOUND),
        width=320,
        height=480,
        looks=("light", "contrast"),
    ),
)
