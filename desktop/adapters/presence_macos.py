"""macOS: idle time, and the system's notes on lock, clock and zone. Focus can be read by nobody without full access.

Written from Apple's documentation and never run: nobody of those who wrote it had such a machine.
Source: Apple, CGEventSourceSecondsSinceLastEventType; notify(3), notify_register_file_descriptor.
"""

import ctypes
import logging
import os
import struct
from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QSocketNotifier

from desktop.adapters.sensor import Sensor
from desktop.ports import Clock
from desktop.sensing import ClockStepped, Happening, Matter, ZoneChanged

NOTES: dict[str, bool | Happening] = {
    "com.apple.sessionagent.screenIsLocked": True,
    "com.apple.sessionagent.screenIsUnlocked": False,
    "com.apple.system.clock_set": ClockStepped(by=timedelta()),
    "com.apple.system.timezone": ZoneChanged(),
}
"""The names of the notes and what each says: of the lock whether it is on."""
_GRAPHICS = "/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics"
_ANY_INPUT, _COMBINED = 0xFFFFFFFF, 0

_log = logging.getLogger(__name__)


class MacSensor(Sensor):
    """Reads the idle time when a prompt is due, and hears the system's notes through a file."""

    name = "macos"
    read_only = (Matter.INPUT,)

    def __init__(self, clock: Clock) -> None:
        """Store the clock."""
        super().__init__()
        self._clock = clock
        self._files: list[int] = []

    def start(self) -> None:
        """Listen, as far as the system lets us."""
        for name, meaning in NOTES.items():
            file = self._register(name)
            if file is None:
                continue
            self._files.append(file)
            notifier = QSocketNotifier(file, QSocketNotifier.Type.Read, self)
            notifier.activated.connect(self._reader(file, meaning))
            if not isinstance(meaning, bool):
                self.tell(Matter.ZONE if isinstance(meaning, ZoneChanged) else Matter.CLOCK, is_so=True)

    def close(self) -> None:
        """Listen no longer."""
        for notifier in self.findChildren(QSocketNotifier):
            notifier.setEnabled(False)
        for file in self._files:
            os.close(file)
        self._files.clear()

    def read(self, done: Callable[[], None]) -> None:
        """Ask for the idle time, which does not wait."""
        idle = idle_time()
        self.tell_input(None if idle is None else self._clock.now() - idle)
        done()

    def take(self, meaning: bool | Happening) -> None:
        """A note has come."""
        if isinstance(meaning, bool):
            self.tell(Matter.LOCK, is_so=meaning)
        else:
            self.happened.emit(meaning)

    def _reader(self, file: int, meaning: bool | Happening) -> Callable[[], None]:
        def read() -> None:
            os.read(file, struct.calcsize("i"))
            self.take(meaning)

        return read

    def _register(self, name: str) -> int | None:
        file, token = ctypes.c_int(-1), ctypes.c_int()
        try:
            register = ctypes.CDLL(None).notify_register_file_descriptor
        except AttributeError as error:
            _log.info("The system sends no notes: %s", error)
            return None
        failed = register(name.encode(), ctypes.byref(file), 0, ctypes.byref(token))
        return None if failed else file.value


def idle_time() -> timedelta | None:
    """How long no key was pressed; None where the system does not say."""
    try:
        since = ctypes.CDLL(_GRAPHICS).CGEventSourceSecondsSinceLastEventType
    except (OSError, AttributeError):
        return None
    since.restype, since.argtypes = ctypes.c_double, [ctypes.c_int32, ctypes.c_uint32]
    return timedelta(seconds=since(_COMBINED, _ANY_INPUT))
