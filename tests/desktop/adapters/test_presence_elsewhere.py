"""Windows and macOS, as far as they can be held against stand-ins: neither was ever run on its own system."""

import ctypes
import os
import sys
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication
from pytestqt.qtbot import QtBot

from desktop.adapters import presence_windows
from desktop.adapters.presence_macos import MacSensor
from desktop.adapters.presence_windows import LOCKED, POWER, SESSION, TIME_CHANGED, UNLOCKED, WOKE, WindowsSensor
from desktop.sensing import ClockStepped, Matter, Resumed, ZoneChanged
from tests.clock import START, FakeClock
from tests.desktop.adapters.hearing import Hearing
from tests.desktop.notifier_contract import wait_for

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="stand-ins for where the real ones are not")


class FakeWindows:
    """The libraries of Windows, with nothing behind them."""

    def __init__(self) -> None:
        self.state, self.failed = 5, 0
        self.registered = 0

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 a stand-in for any library
        return {
            "user32": SimpleNamespace(GetLastInputInfo=self._last_input),
            "kernel32": SimpleNamespace(GetTickCount=lambda: 2_000),
            "shell32": SimpleNamespace(SHQueryUserNotificationState=self._state),
            "wtsapi32": SimpleNamespace(WTSRegisterSessionNotification=self._register),
        }[name]

    def _last_input(self, given: Any) -> int:  # noqa: ANN401 what byref makes
        given._obj.ticks = 2**32 - 3_000  # the counter has begun anew since
        return int(not self.failed)

    def _state(self, given: Any) -> int:  # noqa: ANN401 what byref makes
        given._obj.value = self.state
        return self.failed

    def _register(self, *_: object) -> int:
        self.registered += 1
        return 1


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> FakeWindows:
    fake = FakeWindows()
    monkeypatch.setattr(presence_windows, "_library", fake.__getitem__)
    return fake


def test_windows_is_read(qtbot: QtBot, qapp: QCoreApplication, clock: FakeClock, windows: FakeWindows) -> None:
    sensor = WindowsSensor(qapp, clock)
    hearing = Hearing(sensor)
    sensor.start()
    assert windows.registered == 1
    for state, full_screen, quiet in ((5, False, False), (2, True, False), (3, True, False), (6, False, True)):
        windows.state = state
        sensor.read(lambda: None)
        assert hearing.input_at() == START - timedelta(seconds=5)
        assert hearing.is_so(Matter.FULL_SCREEN) is full_screen
        assert hearing.is_so(Matter.DO_NOT_DISTURB) is quiet
        assert hearing.is_so(Matter.CALL) is None, "there is no registry here"
    windows.failed = 1
    sensor.read(lambda: None)
    assert hearing.input_at() is None
    assert hearing.is_so(Matter.FULL_SCREEN) is None
    sensor.close()
    sensor.close()


def test_windows_without_its_libraries_knows_nothing(qapp: QCoreApplication, clock: FakeClock) -> None:
    sensor = WindowsSensor(qapp, clock)
    hearing = Hearing(sensor)
    sensor.read(lambda: None)
    assert hearing.input_at() is None
    assert hearing.is_so(Matter.DO_NOT_DISTURB) is None


def test_what_windows_sends(
    qapp: QCoreApplication, clock: FakeClock, windows: FakeWindows, monkeypatch: pytest.MonkeyPatch
) -> None:
    sensor = WindowsSensor(qapp, clock)
    hearing = Hearing(sensor)
    sensor.start()
    assert sensor._filter is not None

    def send(message: int, reason: int, kind: bytes = b"windows_generic_MSG") -> None:
        sent = presence_windows._Message(0, message, reason)
        assert sensor._filter is not None
        assert sensor._filter.nativeEventFilter(QByteArray(kind), ctypes.addressof(sent)) == (False, 0)

    send(POWER, WOKE)
    send(POWER, 4)
    send(SESSION, LOCKED)
    assert hearing.is_so(Matter.LOCK) is True
    send(SESSION, UNLOCKED)
    send(SESSION, 1)
    assert hearing.is_so(Matter.LOCK) is False
    send(TIME_CHANGED, 0)
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    send(TIME_CHANGED, 0)
    send(POWER, WOKE, b"xcb_generic_event_t")
    assert hearing.happened == [Resumed(), ClockStepped(by=timedelta()), ZoneChanged()]
    sensor.close()


class FakeMac:
    """What of macOS is called."""

    def __init__(self) -> None:
        self.writing: dict[str, int] = {}

    def library(self, path: str | None) -> Any:  # noqa: ANN401 a stand-in for a library
        if path is None:
            return SimpleNamespace(notify_register_file_descriptor=self._register)
        return SimpleNamespace(CGEventSourceSecondsSinceLastEventType=Seconds())

    def _register(self, name: bytes, file: Any, _flags: int, _token: object) -> int:  # noqa: ANN401 what byref makes
        reading, self.writing[name.decode()] = os.pipe()
        file._obj.value = reading
        return 0


class Seconds:
    restype: Any = None
    argtypes: Any = None

    def __call__(self, *_: object) -> float:
        return 42.0


def test_macos_is_read_and_its_notes_are_heard(qtbot: QtBot, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> None:
    mac = FakeMac()
    monkeypatch.setattr(ctypes, "CDLL", mac.library)
    sensor = MacSensor(clock)
    hearing = Hearing(sensor)
    sensor.start()
    assert hearing.is_so(Matter.CLOCK)
    assert hearing.is_so(Matter.ZONE)
    sensor.read(lambda: None)
    assert hearing.input_at() == START - timedelta(seconds=42)

    def send(name: str) -> None:
        os.write(mac.writing[name], bytes(4))

    send("com.apple.sessionagent.screenIsLocked")
    wait_for(qtbot, lambda: hearing.is_so(Matter.LOCK) is True)
    send("com.apple.sessionagent.screenIsUnlocked")
    wait_for(qtbot, lambda: hearing.is_so(Matter.LOCK) is False)
    send("com.apple.system.clock_set")
    wait_for(qtbot, lambda: hearing.happened == [ClockStepped(by=timedelta())])
    send("com.apple.system.timezone")
    wait_for(qtbot, lambda: hearing.happened[1:] == [ZoneChanged()])
    sensor.close()
    for file in mac.writing.values():
        os.close(file)


def test_macos_without_its_libraries_knows_nothing(qtbot: QtBot, clock: FakeClock) -> None:
    sensor = MacSensor(clock)
    hearing = Hearing(sensor)
    sensor.start()
    sensor.read(lambda: None)
    assert hearing.input_at() is None
    assert hearing.is_so(Matter.CLOCK) is None
    sensor.close()
