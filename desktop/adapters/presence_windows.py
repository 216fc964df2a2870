"""Windows: idle time, lock, waking, clock and zone, the system's own word on whether to disturb, the microphone.

Written from Microsoft's documentation and never run: nobody of those who wrote it had such a machine.
Source: Microsoft, GetLastInputInfo, SHQueryUserNotificationState, WM_POWERBROADCAST, WM_WTSSESSION_CHANGE,
WM_TIMECHANGE, WTSRegisterSessionNotification; "CapabilityAccessManager" in the registry.
"""

import ctypes
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtGui import QWindow

from desktop.adapters.sensor import Sensor
from desktop.adapters.zone import system_zone
from desktop.ports import Clock
from desktop.sensing import ClockStepped, Matter, Resumed, ZoneChanged

TIME_CHANGED, POWER, SESSION = 0x1E, 0x218, 0x2B1
WOKE, LOCKED, UNLOCKED = 0x12, 7, 8
FULL_SCREEN_STATES, QUIET_STATES = frozenset({2, 3, 4, 7}), frozenset({6})
"""QUNS_BUSY, _RUNNING_D3D_FULL_SCREEN, _PRESENTATION_MODE and _APP; QUNS_QUIET_TIME. Focus assist is told to nobody."""
_CONSENT = r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore"
_TICKS_WRAP = 2**32


class WindowsSensor(Sensor):
    """Reads when a prompt is due, and hears the messages that Windows sends to every window."""

    name = "windows"
    read_only = (Matter.INPUT, Matter.FULL_SCREEN, Matter.DO_NOT_DISTURB, Matter.CALL)

    def __init__(self, app: QCoreApplication, clock: Clock) -> None:
        """Store the application, whose messages are heard."""
        super().__init__()
        self._app, self._clock = app, clock
        self._zone = ""
        self._filter: _Messages | None = None
        self._window: QWindow | None = None

    def start(self) -> None:
        """Listen."""
        self._zone = system_zone().key
        self._filter = _Messages(self.on_message)
        self._app.installNativeEventFilter(self._filter)
        with suppress(AttributeError, OSError):
            self._window = QWindow()
            _library("wtsapi32").WTSRegisterSessionNotification(ctypes.c_void_p(self._window.winId()), 0)
        for matter in (Matter.SLEEP, Matter.CLOCK, Matter.ZONE):
            self.tell(matter, is_so=True)

    def close(self) -> None:
        """Listen no longer."""
        if self._filter is not None:
            self._app.removeNativeEventFilter(self._filter)
            self._filter = None

    def read(self, done: Callable[[], None]) -> None:
        """Ask for what can only be read; none of it waits."""
        idle, state = idle_time(), notification_state()
        self.tell_input(None if idle is None else self._clock.now() - idle)
        self.tell(Matter.FULL_SCREEN, is_so=None if state is None else state in FULL_SCREEN_STATES)
        self.tell(Matter.DO_NOT_DISTURB, is_so=None if state is None else state in QUIET_STATES)
        self.tell(Matter.CALL, is_so=in_use("microphone") or in_use("webcam"))
        done()

    def on_message(self, message: int, reason: int) -> None:
        """A message that Windows sent."""
        if (message, reason) == (POWER, WOKE):
            self.happened.emit(Resumed())
        elif message == SESSION and reason in {LOCKED, UNLOCKED}:
            self.tell(Matter.LOCK, is_so=reason == LOCKED)
        elif message == TIME_CHANGED:
            self._on_time_changed()

    def _on_time_changed(self) -> None:
        before, self._zone = self._zone, system_zone().key
        self.happened.emit(ClockStepped(by=timedelta()) if before == self._zone else ZoneChanged())


class _Messages(QAbstractNativeEventFilter):
    """Hears what comes to any window of the application."""

    def __init__(self, told: Callable[[int, int], None]) -> None:
        super().__init__()
        self._told = told

    def nativeEventFilter(  # noqa: N802 Qt's name
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Look at a message and let it pass."""
        if bytes(kind.data() if isinstance(kind, QByteArray) else kind).startswith(b"windows_"):
            found = _Message.from_address(int(message))
            self._told(int(found.message), int(found.reason or 0))
        return False, 0


class _Message(ctypes.Structure):
    """MSG, as far as it is read."""

    _fields_ = (("window", ctypes.c_void_p), ("message", ctypes.c_uint), ("reason", ctypes.c_size_t))


class _LastInput(ctypes.Structure):
    """LASTINPUTINFO."""

    _fields_ = (("size", ctypes.c_uint), ("ticks", ctypes.c_uint))


def idle_time() -> timedelta | None:
    """How long no key was pressed; None where Windows does not say."""
    last = _LastInput(ctypes.sizeof(_LastInput), 0)
    try:
        if not _library("user32").GetLastInputInfo(ctypes.byref(last)):
            return None
        ticks = _library("kernel32").GetTickCount()
    except (AttributeError, OSError):
        return None
    return timedelta(milliseconds=(int(ticks) - int(last.ticks)) % _TICKS_WRAP)


def notification_state() -> int | None:
    """The QUERY_USER_NOTIFICATION_STATE; None where Windows does not say."""
    state = ctypes.c_int()
    try:
        failed = _library("shell32").SHQueryUserNotificationState(ctypes.byref(state))
    except (AttributeError, OSError):
        return None
    return None if failed else state.value


def in_use(device: str) -> bool | None:
    """Whether a program uses a microphone or camera: one that has begun and not ended. None where nobody says."""
    ends = [end for path in (rf"{_CONSENT}\{device}", rf"{_CONSENT}\{device}\NonPackaged") for end in _ends(path)]
    return any(end == 0 for end in ends) if ends else None


def _ends(path: str) -> Iterator[int]:
    """When each program under a path of the registry ended its use; 0 while it has not."""
    yield from ()  # elsewhere there is no registry
    if sys.platform == "win32":
        import winreg

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
            for number in range(winreg.QueryInfoKey(key)[0]):
                with suppress(OSError), winreg.OpenKey(key, winreg.EnumKey(key, number)) as user:
                    yield winreg.QueryValueEx(user, "LastUsedTimeStop")[0]


def _library(name: str) -> Any:  # noqa: ANN401 ctypes has no types for a library
    return getattr(ctypes.windll, name)  # type: ignore[attr-defined,unused-ignore]
