"""GNOME's compositor: since when no key was pressed, on X11 and on Wayland.

Source: mutter, org.gnome.Mutter.IdleMonitor.xml.
"""

from collections.abc import Callable
from datetime import timedelta

from desktop.adapters.presence_bus import Place, PresenceBus, milliseconds, value
from desktop.adapters.sensor import Sensor
from desktop.adapters.session_bus import BusSignal, Reply
from desktop.ports import Clock
from desktop.sensing import AWAY, PAUSE, InputReturned, Matter

MUTTER = "org.gnome.Mutter.IdleMonitor"
MONITOR = Place(service=MUTTER, path="/org/gnome/Mutter/IdleMonitor/Core", interface=MUTTER)
_MS = timedelta(milliseconds=1)
_LAST_WATCH = 2**32 - 1
"""Watches are numbered from 1 in 32 bits; any other number comes from something that is not Mutter."""


class MutterSensor(Sensor):
    """Asks when a prompt is due, and is told when somebody goes away or comes back."""

    name = "mutter"
    read_only = (Matter.INPUT,)
    tells_pauses = True

    def __init__(self, bus: PresenceBus, clock: Clock) -> None:
        """Store the bus, which several sensors share and the composition root opens."""
        super().__init__()
        self._bus, self._clock = bus, clock
        self._watches: dict[int, str] = {}
        self._wants_pause = False
        bus.watch(MUTTER)
        bus.listen(MUTTER, MUTTER, "WatchFired")
        bus.came.connect(self._on_came)
        bus.went.connect(self._on_went)
        bus.heard.connect(self._on_heard)

    def read(self, done: Callable[[], None]) -> None:
        """Ask for the idle time."""
        self._bus.once_known(lambda: self._read(done))

    def _read(self, done: Callable[[], None]) -> None:
        if not self._bus.is_there(MUTTER):
            done()
            return

        def on_reply(reply: Reply) -> None:
            self._on_idle(reply)
            done()

        self._bus.call(MONITOR.call("GetIdletime"), on_reply)

    def wait_for_pause(self, *, is_wanted: bool) -> None:
        """Ask to be told of pauses, or no longer."""
        if is_wanted == self._wants_pause:
            return
        self._wants_pause = is_wanted
        if not self._bus.is_there(MUTTER):
            return
        if is_wanted:
            self._add_idle_watch("pause", PAUSE)
            return
        for watch in [number for number, purpose in self._watches.items() if purpose == "pause"]:
            del self._watches[watch]
            self._bus.call(MONITOR.call("RemoveWatch", "u", watch), _ignore)

    def _on_came(self, service: str) -> None:
        if service == MUTTER:
            self._watches.clear()
            self._bus.call(MONITOR.call("GetIdletime"), self._on_idle)
            self._add_idle_watch("away", AWAY)
            if self._wants_pause:
                self._add_idle_watch("pause", PAUSE)

    def _on_went(self, service: str) -> None:
        if service == MUTTER:
            self._watches.clear()
            self.tell_input(None)

    def _on_idle(self, reply: Reply) -> None:
        idle = milliseconds(reply)
        self.tell_input(None if idle is None else self._clock.now() - idle)

    def _on_heard(self, signal: BusSignal) -> None:
        if signal.member != "WatchFired" or signal.interface != MUTTER:
            return
        match signal.body:
            case (int(watch), *_):
                self._on_fired(watch)

    def _on_fired(self, watch: int) -> None:
        match self._watches.get(watch, ""):
            case "away":
                self.tell_input(self._clock.now() - AWAY)
                self._bus.call(MONITOR.call("AddUserActiveWatch"), self._added("return"))
            case "pause":
                self.tell_input(self._clock.now() - PAUSE)
            case "return":
                del self._watches[watch]
                self.happened.emit(InputReturned(at=self._clock.now()))
                self.tell_input(self._clock.now())

    def _add_idle_watch(self, purpose: str, after: timedelta) -> None:
        self._bus.call(MONITOR.call("AddIdleWatch", "t", after // _MS), self._added(purpose))

    def _added(self, purpose: str) -> Callable[[Reply], None]:
        def on_reply(reply: Reply) -> None:
            watch = value(reply)
            if not isinstance(watch, int) or not 0 < watch <= _LAST_WATCH:
                return
            if purpose == "pause" and not self._wants_pause:
                self._bus.call(MONITOR.call("RemoveWatch", "u", watch), _ignore)
            else:
                self._watches[watch] = purpose
                if purpose == "pause":  # it may have begun before it was watched for
                    self._bus.call(MONITOR.call("GetIdletime"), self._on_idle)

        return on_reply


def _ignore(_reply: Reply) -> None:
    """Nothing hangs on the answer."""
