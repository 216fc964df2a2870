"""The desktops' screen savers: whether the screen is locked or covered, and, on KDE, since when no key was pressed.

Source: freedesktop.org, org.freedesktop.ScreenSaver; GNOME, MATE, Cinnamon and Xfce have the same under their names.
"""

from collections.abc import Callable

from desktop.adapters.presence_bus import Place, PresenceBus, milliseconds, value
from desktop.adapters.sensor import Sensor
from desktop.adapters.session_bus import BusSignal, Reply
from desktop.ports import Clock
from desktop.sensing import Matter

FREEDESKTOP = "org.freedesktop.ScreenSaver"
PATHS = {
    FREEDESKTOP: "/org/freedesktop/ScreenSaver",
    "org.gnome.ScreenSaver": "/org/gnome/ScreenSaver",
    "org.mate.ScreenSaver": "/org/mate/ScreenSaver",
    "org.cinnamon.ScreenSaver": "/org/cinnamon/ScreenSaver",
    "org.xfce.ScreenSaver": "/org/xfce/ScreenSaver",
}


class ScreenSaverSensor(Sensor):
    """One of the screen savers: a screen that it covers is nobody's."""

    read_only = (Matter.LOCK,)

    def __init__(self, bus: PresenceBus, service: str) -> None:
        """Store the bus, which several sensors share, and which screen saver it is."""
        super().__init__()
        self.name = service
        self._bus = bus
        bus.watch(service)
        bus.listen(service, service, "ActiveChanged")
        bus.came.connect(self._on_came)
        bus.went.connect(self._on_went)
        bus.heard.connect(self._on_heard)

    def read(self, done: Callable[[], None]) -> None:
        """Ask again: what a screen saver did while it could not be heard would hold for ever."""
        self._bus.once_known(lambda: self._read(done))

    def _read(self, done: Callable[[], None]) -> None:
        if not self._bus.is_there(self.name):
            done()
            return

        def on_reply(reply: Reply) -> None:
            self._on_active(reply)
            done()

        self._bus.call(_place(self.name).call("GetActive"), on_reply)

    def _on_came(self, service: str) -> None:
        if service == self.name:
            self._bus.call(_place(service).call("GetActive"), self._on_active)

    def _on_active(self, reply: Reply) -> None:
        found = value(reply)
        self.tell(Matter.LOCK, is_so=found if isinstance(found, bool) else None)

    def _on_went(self, service: str) -> None:
        if service == self.name:
            self.tell(Matter.LOCK, is_so=None)

    def _on_heard(self, signal: BusSignal) -> None:
        match signal.member, signal.body:
            case "ActiveChanged", (bool(is_active),) if signal.interface == self.name:
                self.tell(Matter.LOCK, is_so=is_active)


class ScreenSaverIdleSensor(Sensor):
    """KDE's idle time, where nobody tells of it.

    The interface says seconds, KDE's code milliseconds. Milliseconds are taken: where it is wrong, somebody counts as
    present who is away, and not the other way round.
    """

    name = "screen saver"
    read_only = (Matter.INPUT,)

    def __init__(self, bus: PresenceBus, clock: Clock) -> None:
        """Store the bus, which several sensors share."""
        super().__init__()
        self._bus, self._clock = bus, clock
        bus.watch(FREEDESKTOP)
        bus.went.connect(self._on_went)

    def read(self, done: Callable[[], None]) -> None:
        """Ask for the idle time."""
        self._bus.once_known(lambda: self._read(done))

    def _read(self, done: Callable[[], None]) -> None:
        if not self._bus.is_there(FREEDESKTOP):
            done()
            return

        def on_reply(reply: Reply) -> None:
            idle = milliseconds(reply)
            self.tell_input(None if idle is None else self._clock.now() - idle)
            done()

        self._bus.call(_place(FREEDESKTOP).call("GetSessionIdleTime"), on_reply)

    def _on_went(self, service: str) -> None:
        if service == FREEDESKTOP:
            self.tell_input(None)


def _place(service: str) -> Place:
    return Place(service=service, path=PATHS[service], interface=service)
