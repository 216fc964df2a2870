"""The desk: what a command works on, in the running instance or straight on the store."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Protocol

from desktop.commands.windows import Window
from desktop.errors import UncrampError
from desktop.journal import Journal
from desktop.sensing import KnownPresence


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What an instance runs with; what stands here is true where none runs."""

    running: bool = False
    notifier: str | None = None
    """The name of the notifier in use."""
    tray: bool = False
    """Whether the tray icon is on show."""
    weather_age: timedelta | None = None
    """How old the forecast is; None without one."""
    presence: KnownPresence = field(default_factory=KnownPresence)
    """What is known of the person."""


class Desk(Protocol):
    """What a command works on. Its methods may raise `UncrampError`."""

    journal: Journal

    @property
    def settings_problem(self) -> UncrampError | None:
        """What keeps the settings file from being used, while the last valid settings or the defaults are in force."""

    def surroundings(self) -> Surroundings:
        """What the instance runs with."""

    def changed(self) -> None:
        """The journal was changed by a command: plan again."""

    def open_window(self, window: Window, routine: str | None = None) -> None:
        """Show a window and bring it to the front.

        Args:
            window: Which.
            routine: For the guide; None for the person's bedtime routine.
        """

    def quit(self) -> None:
        """End the instance, once this command has been answered."""
