"""The X server: since when no key was pressed, and whether a window fills the screen.

The server counts the idle time itself and tells when it passes a mark. Full screen is read when a prompt is due.
Source: X Synchronization Extension, the system counter IDLETIME of X.Org's server; freedesktop.org, Extended Window
Manager Hints 1.5, _NET_ACTIVE_WINDOW and _NET_WM_STATE.
"""

import struct
from collections.abc import Callable
from datetime import timedelta

from desktop.adapters.sensor import Sensor
from desktop.adapters.x11_wire import X11Wire
from desktop.ports import Clock
from desktop.sensing import AWAY, PAUSE, InputReturned, Matter

_INITIALIZE, _LIST_COUNTERS, _QUERY_COUNTER, _CREATE_ALARM, _DESTROY_ALARM = 0, 1, 5, 8, 11
_COUNTER, _VALUE_TYPE, _VALUE, _TEST, _DELTA, _EVENTS = 1, 2, 4, 8, 16, 32
_RISING, _FALLING = 0, 1
_ATOMS = (b"_NET_ACTIVE_WINDOW", b"_NET_WM_STATE", b"_NET_WM_STATE_FULLSCREEN")
_MS = timedelta(milliseconds=1)


class X11Sensor(Sensor):
    """Speaks to the server over a connection of its own."""

    name = "x11"
    read_only = (Matter.INPUT, Matter.FULL_SCREEN)
    tells_pauses = True

    def __init__(self, wire: X11Wire, clock: Clock) -> None:
        """Store the connection, which `start` opens."""
        super().__init__()
        self._wire, self._clock = wire, clock
        wire.setParent(self)
        wire.ready.connect(self._on_ready)
        wire.told.connect(self._on_event)
        wire.lost.connect(self._on_lost)
        self._sync = self._first_event = self._idletime = 0
        self._alarms: dict[int, str] = {}
        self._atoms: dict[bytes, int] = {}
        self._wants_pause = self._is_arriving = False
        self._waiting: list[Callable[[], None]] = []
        """Readings that were asked for before the server had said what it can."""

    def start(self) -> None:
        """Connect."""
        self._is_arriving = self._wire.open()

    def close(self) -> None:
        """Let go of the server."""
        self._wire.close()

    def read(self, done: Callable[[], None]) -> None:
        """Ask for the idle time and the state of the window in front."""
        if self._is_arriving:
            self._waiting.append(done)
        elif self._wire.root:
            self._read(done)
        else:
            done()

    def _read(self, done: Callable[[], None]) -> None:
        left = [self._read_full_screen]
        if self._idletime:
            left.append(self._read_idle)

        def one_done() -> None:
            left.pop()
            if not left:
                done()

        for ask in tuple(left):
            ask(one_done)

    def wait_for_pause(self, *, is_wanted: bool) -> None:
        """Set a mark of some seconds, or take it away."""
        if is_wanted == self._wants_pause:
            return
        self._wants_pause = is_wanted
        if is_wanted and self._idletime:
            self._set_mark("pause", PAUSE, _RISING)
            self._read_idle(_nothing)  # the pause may have begun before the mark was there
        for alarm in [] if is_wanted else [alarm for alarm, mark in self._alarms.items() if mark == "pause"]:
            del self._alarms[alarm]
            self._wire.request(self._sync, _DESTROY_ALARM, struct.pack("<I", alarm))

    # The way to the counter

    def _on_ready(self) -> None:
        self._ask_atoms()
        self._wire.query_extension(b"SYNC", self._on_extension)

    def _keep_atom(self, name: bytes) -> Callable[[int], None]:
        def keep(atom: int) -> None:
            self._atoms[name] = atom

        return keep

    def _on_extension(self, reply: bytes | None) -> None:
        self._read_full_screen(_nothing)  # the answers to the names are here: the server keeps the order
        if reply is None or not reply[8]:
            self._arrive()
            return
        self._sync, self._first_event = reply[9], reply[10]
        self._wire.request(self._sync, _INITIALIZE, struct.pack("<BBxx", 3, 1), lambda _: None)
        self._wire.request(self._sync, _LIST_COUNTERS, b"", self._on_counters)

    def _on_counters(self, reply: bytes | None) -> None:
        self._idletime = counter_named(b"IDLETIME", reply or b"")
        if self._idletime:
            self._set_mark("away", AWAY, _RISING)
            self._set_mark("return", AWAY, _FALLING)
            if self._wants_pause:
                self._set_mark("pause", PAUSE, _RISING)
            self._read_idle(_nothing)
        self._arrive()

    def _arrive(self) -> None:
        """All is known that there is to know of the server."""
        self._is_arriving = False
        waiting, self._waiting = self._waiting, []
        for done in waiting:
            self.read(done)

    def _set_mark(self, name: str, at: timedelta, direction: int) -> None:
        alarm = self._wire.new_id()
        self._alarms[alarm] = name
        mask = _COUNTER | _VALUE_TYPE | _VALUE | _TEST | _DELTA | _EVENTS
        values = struct.pack("<IIiIIiII", self._idletime, 0, 0, at // _MS, direction, 0, 0, 1)
        self._wire.request(self._sync, _CREATE_ALARM, struct.pack("<II", alarm, mask) + values)

    # What the server says

    def _read_idle(self, done: Callable[[], None]) -> None:
        def on_reply(reply: bytes | None) -> None:
            self.tell_input(None if reply is None else self._clock.now() - _long_at(reply, 8) * _MS)
            done()

        self._wire.request(self._sync, _QUERY_COUNTER, struct.pack("<I", self._idletime), on_reply)

    def _on_event(self, event: bytes) -> None:
        if not self._sync or event[0] & 0x7F != self._first_event + 1:
            return
        (alarm,) = struct.unpack_from("<I", event, 4)
        mark = self._alarms.get(alarm)
        if mark is None:
            return
        at = self._clock.now() - _long_at(event, 8) * _MS
        if mark == "return":
            self.happened.emit(InputReturned(at=self._clock.now()))
        self.tell_input(at)

    def _read_full_screen(self, done: Callable[[], None]) -> None:
        active, state, full_screen = (self._atoms.get(name, 0) for name in _ATOMS)

        def on_state(states: tuple[int, ...] | None) -> None:
            self.tell(Matter.FULL_SCREEN, is_so=full_screen in (states or ()))
            done()

        def on_active(windows: tuple[int, ...] | None) -> None:
            if not windows or not windows[0]:
                # Without a window manager that says so nobody knows; with one, no window is in front.
                self.tell(Matter.FULL_SCREEN, is_so=None if windows is None else False)
                done()
            elif not state or not full_screen:
                self.tell(Matter.FULL_SCREEN, is_so=False)
                done()
            else:
                self._wire.get_longs(windows[0], state, on_state)

        if active:
            self._wire.get_longs(self._wire.root, active, on_active)
        else:
            self._ask_atoms()
            on_active(None)

    def _ask_atoms(self) -> None:
        """The names that the window manager has made known; one that starts later does so then."""
        for name in _ATOMS:
            self._wire.intern_atom(name, self._keep_atom(name))

    def _on_lost(self) -> None:
        self._idletime = self._sync = 0
        self._wire.root = 0
        self._arrive()
        self.tell_input(None)
        self.tell(Matter.FULL_SCREEN, is_so=None)


def _nothing() -> None:
    """Nobody waits."""


def counter_named(name: bytes, reply: bytes) -> int:
    """The number of a system counter in the reply that lists them; 0 where it is not among them."""
    try:
        (count,) = struct.unpack_from("<I", reply, 8)
        at = 32
        for _ in range(count):
            counter, length = struct.unpack_from("<I8xH", reply, at)
            if reply[at + 14 : at + 14 + length] == name:
                return int(counter)
            at += (14 + length + 3) // 4 * 4
    except struct.error:
        pass
    return 0


def _long_at(message: bytes, at: int) -> int:
    """A number of 64 bits, its upper half first."""
    high, low = struct.unpack_from("<iI", message, at)
    return (int(high) << 32) + int(low)
