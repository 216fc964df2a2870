"""The kernel's word on the wall clock: it was set, or the machine slept. Without the bus, and without looking again.

A timer on the wall clock that never rings is cancelled by the kernel when the clock jumps, which makes it readable.
Source: timerfd_create(2), TFD_TIMER_CANCEL_ON_SET; clock_gettime(2), CLOCK_BOOTTIME.
"""

import ctypes
import logging
import os
import struct
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QSocketNotifier

from desktop.adapters.sensor import Sensor
from desktop.sensing import ClockStepped, Matter, Resumed

_NONBLOCK, _CLOEXEC = os.O_NONBLOCK, getattr(os, "O_CLOEXEC", 0)
_ABSOLUTE_CANCELLED_ON_SET = 1 | 2
_NEVER_S = 2**33
_WORTH_TELLING = timedelta(seconds=1)
"""What is less is the clock being kept right."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """The machine's clocks, in seconds."""

    wall: float
    since_boot: float
    """Runs on in a suspend."""
    awake: float
    """Stands still in a suspend."""


def read_clocks() -> Clocks:
    """The clocks now."""
    assert sys.platform == "linux"
    return Clocks(
        wall=time.clock_gettime(time.CLOCK_REALTIME),
        since_boot=time.clock_gettime(time.CLOCK_BOOTTIME),
        awake=time.clock_gettime(time.CLOCK_MONOTONIC),
    )


class ClockSensor(Sensor):
    """Is woken by the kernel when the clock was set or the machine slept."""

    name = "kernel"

    def __init__(self, clocks: Callable[[], Clocks] = read_clocks) -> None:
        """Store where the clocks are read."""
        super().__init__()
        self._clocks = clocks
        self._file = -1
        self._before: Clocks | None = None
        self._notifier: QSocketNotifier | None = None

    def start(self) -> None:
        """Arm the timer, where the kernel has such."""
        library = ctypes.CDLL(None, use_errno=True)
        self._file = library.timerfd_create(time.CLOCK_REALTIME, _NONBLOCK | _CLOEXEC)
        if self._file < 0 or not self._arm(library):
            _log.info("Nobody tells when the clock is set: %s", os.strerror(ctypes.get_errno()))
            self.close()
            return
        self._library = library
        self._before = self._clocks()
        self._notifier = QSocketNotifier(self._file, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_readable)
        self.tell(Matter.CLOCK, is_so=True)

    def close(self) -> None:
        """Give the timer back."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _arm(self, library: ctypes.CDLL) -> bool:
        never = struct.pack("qqqq", 0, 0, _NEVER_S, 0)
        return bool(library.timerfd_settime(self._file, _ABSOLUTE_CANCELLED_ON_SET, never, None) == 0)

    def _on_readable(self) -> None:
        try:
            os.read(self._file, 8)
        except OSError as error:
            # ECANCELED is the news itself.
            _log.debug("The wall clock jumped: %s", error)
        self._arm(self._library)
        self.look()

    def look(self) -> None:
        """Compare the clocks with what they were, and tell what happened."""
        now, before = self._clocks(), self._before
        self._before = now
        if before is None:
            return
        slept = timedelta(seconds=(now.since_boot - before.since_boot) - (now.awake - before.awake))
        stepped = timedelta(seconds=(now.wall - before.wall) - (now.since_boot - before.since_boot))
        if slept >= _WORTH_TELLING:
            self.happened.emit(Resumed(asleep=slept))
        if abs(stepped) >= _WORTH_TELLING:
            self.happened.emit(ClockStepped(by=stepped))
