"""A Wayland compositor: whether keys are pressed, and, in the wlroots family, whether a window is full screen.

Compositors tell when nobody has pressed a key for a time that is asked for; since when, they do not say. In between,
somebody counts as present now.
Source: wayland-protocols, ext-idle-notify-v1; KDE, idle.xml (org_kde_kwin_idle), which older compositors have;
wlr-protocols, wlr-foreign-toplevel-management-unstable-v1.
"""

import struct
import time
from collections.abc import Callable
from datetime import timedelta

from desktop.adapters.sensor import Sensor
from desktop.adapters.wayland_wire import WaylandWire, number
from desktop.ports import Clock
from desktop.sensing import AWAY, PAUSE, InputReturned, Matter

_EXT, _KDE, _TOPLEVELS = "ext_idle_notifier_v1", "org_kde_kwin_idle", "zwlr_foreign_toplevel_manager_v1"
_DESTROY = 0
_IDLED, _RESUMED = 0, 1
_TOPLEVEL, _STATE, _CLOSED = 0, 4, 6
_ACTIVATED, _FULLSCREEN = 2, 3
_SEE_FULLSCREEN_SINCE = 2


class WaylandSensor(Sensor):
    """Speaks to the compositor over a connection of its own."""

    name = "wayland"
    read_only = (Matter.FULL_SCREEN,)
    tells_pauses = True

    def __init__(
        self, wire: Callable[[], WaylandWire], clock: Clock, awake: Callable[[], float] = time.monotonic
    ) -> None:
        """Store what it works with.

        Args:
            wire: Makes a connection, which is not open yet.
            clock: The time.
            awake: Seconds that never jump.
        """
        super().__init__()
        self._make_wire, self._clock, self._awake = wire, clock, awake
        self._wire: WaylandWire | None = None
        self._look: FullScreenLook | None = None
        self._seat = self._notifier = self._pause = 0
        self._idle_since: float | None = None
        self._wants_pause = self._is_arriving = False
        self._waiting: list[Callable[[], None]] = []
        """Readings that were asked for before the compositor had said what there is."""

    def start(self) -> None:
        """Connect."""
        self._wire = self._make_wire()
        self._wire.setParent(self)
        self._wire.ready.connect(self._on_ready)
        self._wire.lost.connect(self._on_lost)
        self._is_arriving = self._wire.open()

    def close(self) -> None:
        """Let go of the compositor."""
        if self._look is not None:
            self._look.close()
        if self._wire is not None:
            self._wire.close()

    def read(self, done: Callable[[], None]) -> None:
        """Look whether a window fills the screen, and say again what is known of the keys."""
        if self._is_arriving:
            self._waiting.append(done)
        else:
            self._read(done)

    def _read(self, done: Callable[[], None]) -> None:
        self._tell_now()
        if self._wire is None or _TOPLEVELS not in self._wire.globals:
            done()
            return

        def on_found(is_full: bool | None) -> None:
            self._look = None
            self.tell(Matter.FULL_SCREEN, is_so=is_full)
            done()

        if self._look is not None:
            self._look.close()
        self._look = FullScreenLook(self._make_wire(), on_found)
        self._look.start()

    def wait_for_pause(self, *, is_wanted: bool) -> None:
        """Ask to be told of some seconds without a key, or no longer."""
        if is_wanted == self._wants_pause:
            return
        self._wants_pause = is_wanted
        if is_wanted and self._notifier:
            self._pause = self._ask(PAUSE)
        elif self._pause and self._wire is not None:
            self._wire.request(self._pause, _DESTROY)
            self._pause = 0

    def _on_ready(self) -> None:
        self._follow_keys()
        self._arrive()

    def _arrive(self) -> None:
        self._is_arriving = False
        waiting, self._waiting = self._waiting, []
        for done in waiting:
            self.read(done)

    def _follow_keys(self) -> None:
        assert self._wire is not None
        offered = self._wire.globals
        interface = next((name for name in (_EXT, _KDE) if name in offered), None)
        if interface is None or "wl_seat" not in offered:
            return
        self._seat = self._wire.bind("wl_seat", 1, _nothing)
        self._notifier = self._wire.bind(interface, 1, _nothing)
        self._is_kde = interface == _KDE
        self._ask(AWAY)
        if self._wants_pause:
            self._pause = self._ask(PAUSE)
        self._tell_now()

    def _ask(self, after: timedelta) -> int:
        """Ask to be told when no key was pressed for so long, and when the next one is."""
        assert self._wire is not None
        made = self._wire.new_id(self._on_idle(after))
        after_ms = number(after // timedelta(milliseconds=1))
        seat = number(self._seat)
        if self._is_kde:
            self._wire.request(self._notifier, 0, number(made) + seat + after_ms)
        else:
            self._wire.request(self._notifier, 1, number(made) + after_ms + seat)
        return made

    def _on_idle(self, after: timedelta) -> Callable[[int, bytes], None]:
        def on_event(opcode: int, _body: bytes) -> None:
            if opcode == _IDLED:
                since = self._awake() - after.total_seconds()
                self._idle_since = since if self._idle_since is None else min(self._idle_since, since)
            elif opcode == _RESUMED:
                self._idle_since = None
                self.happened.emit(InputReturned(at=self._clock.now()))
            self._tell_now()

        return on_event

    def _tell_now(self) -> None:
        if not self._notifier:
            return
        idle_s = 0.0 if self._idle_since is None else self._awake() - self._idle_since
        self.tell_input(self._clock.now() - timedelta(seconds=idle_s))

    def _on_lost(self) -> None:
        self._seat = self._notifier = self._pause = 0
        self._wire = None
        self._arrive()
        self.tell_input(None)
        self.tell(Matter.FULL_SCREEN, is_so=None)


class FullScreenLook:
    """One look at the windows, over a connection only for it: else each change of a title would wake us."""

    def __init__(self, wire: WaylandWire, found: Callable[[bool | None], None]) -> None:
        self._wire, self._found = wire, found
        self._states: dict[int, frozenset[int]] = {}

    def start(self) -> None:
        """Look; what is found comes once, or never."""
        self._wire.ready.connect(self._on_ready)
        self._wire.lost.connect(self._on_lost)
        if not self._wire.open():
            self._found(None)

    def close(self) -> None:
        """Look no more."""
        self._wire.close()
        self._wire.deleteLater()

    def _on_ready(self) -> None:
        if self._wire.globals.get(_TOPLEVELS, (0, 0))[1] < _SEE_FULLSCREEN_SINCE:
            self._end(is_full=None)
            return
        self._wire.bind(_TOPLEVELS, 3, self._on_manager)
        self._wire.sync(lambda: self._wire.sync(self._on_told))

    def _on_manager(self, opcode: int, body: bytes) -> None:
        if opcode == _TOPLEVEL:
            (handle,) = struct.unpack("=I", body)
            self._wire.listen(handle, lambda opcode, body: self._on_window(handle, opcode, body))

    def _on_window(self, handle: int, opcode: int, body: bytes) -> None:
        if opcode == _STATE:
            (size,) = struct.unpack_from("=I", body)
            self._states[handle] = frozenset(struct.unpack_from(f"={size // 4}I", body, 4))
        elif opcode == _CLOSED:
            self._states.pop(handle, None)

    def _on_told(self) -> None:
        self._end(is_full=any({_ACTIVATED, _FULLSCREEN} <= state for state in self._states.values()))

    def _on_lost(self) -> None:
        self._end(is_full=None)

    def _end(self, *, is_full: bool | None) -> None:
        self.close()
        self._found(is_full)


def _nothing(_opcode: int, _body: bytes) -> None:
    """What it tells is of no use here."""
