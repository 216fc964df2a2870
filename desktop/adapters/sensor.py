"""A sensor: one thing outside that knows something of the person or the machine."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desktop.sensing import Learned, Matter


class Sensor(QObject):
    """What is common to all. No method waits, none raises, and nothing is read again and again."""

    learned = Signal(object)
    """`Learned`."""
    happened = Signal(object)
    """`Happening`."""

    name = ""
    """As ``uncramp status`` names it."""
    read_only: tuple[Matter, ...] = ()
    """What nobody tells of by itself: unknown when it was asked for and did not come in time."""

    tells_pauses = False
    """It tells when a pause in the typing begins, while `wait_for_pause` asks for it."""

    def start(self) -> None:
        """Begin to listen."""

    def read(self, done: Callable[[], None]) -> None:
        """Ask anew for what can only be read; `done` follows once, or never where nobody answers."""
        done()

    def wait_for_pause(self, *, is_wanted: bool) -> None:
        """Learn of pauses in typing, where that can be told; for as long as a prompt waits for one."""

    def close(self) -> None:
        """Let go of what is held outside."""

    def tell(self, matter: Matter, *, is_so: bool | None) -> None:
        """Something is so, is not, or is unknown."""
        self.learned.emit(Learned(source=self.name, matter=matter, is_so=is_so))

    def tell_input(self, at: datetime | None) -> None:
        """When the last key was pressed; None when that is unknown."""
        self.learned.emit(Learned(source=self.name, matter=Matter.INPUT, input_at=at))
