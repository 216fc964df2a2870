"""The services on a bus that know something of the person: which are there, what they say, and what they tell."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.adapters.sensor import Sensor
from desktop.adapters.session_bus import BusSignal, Reply, SessionBus
from desktop.ports import Clock

if TYPE_CHECKING:
    from jeepney import Message

_BUS = "org.freedesktop.DBus"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_LONGEST_MS = 366 * 86_400_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An interface of an object of a service."""

    service: str
    path: str
    interface: str

    def call(self, method: str, signature: str = "", *body: object) -> "Message":
        """A call, which starts nobody who does not run."""
        from jeepney import DBusAddress, MessageFlag, new_method_call

        address = DBusAddress(self.path, bus_name=self.service, interface=self.interface)
        message = new_method_call(address, method, signature or None, body)
        message.header.flags |= MessageFlag.no_auto_start
        return message

    def get(self, name: str) -> "Message":
        """The call for a property; its reply is a pair of signature and value."""
        there = Place(service=self.service, path=self.path, interface=_PROPERTIES)
        return there.call("Get", "ss", self.interface, name)


class PresenceBus(QObject):
    """One connection for all sensors of a bus, opened once, and again when it is next needed after it was lost."""

    came = Signal(str)
    """A service is there."""
    went = Signal(str)
    """A service is there no longer, or the whole bus."""
    heard = Signal(object)
    """`BusSignal`, from a service that is watched."""

    def __init__(
        self,
        bus: SessionBus,
        clock: Clock,
        *,
        connects_again_after: timedelta = timedelta(minutes=1),
        parent: QObject | None = None,
    ) -> None:
        """Store the connection, which is opened by `start`."""
        super().__init__(parent)
        self._bus, self._clock, self._connects_again_after = bus, clock, connects_again_after
        self._services: set[str] = set()
        self._rules: list[tuple[str, str, str]] = []
        self._owners: dict[str, str] = {}
        self._lost_at: datetime | None = None
        self._unknown: set[str] = set()
        """Services of which the bus has not said yet whether they are there."""
        self._waiting: list[Callable[[], None]] = []
        bus.lost.connect(self._on_lost)
        bus.heard.connect(self._on_heard)

    def watch(self, service: str) -> None:
        """Tell of the coming and going of a service. Before `start`."""
        self._services.add(service)

    def listen(self, service: str, interface: str, member: str) -> None:
        """Hear a signal of a service that is watched. Before `start`."""
        self._rules.append((service, interface, member))

    def start(self) -> None:
        """Open the connection, where there is a bus."""
        if self._bus.is_open or self._was_lost_just_now() or not self._bus.open():
            return
        for message in self._subscriptions():
            self._bus.call(message, _ignore)
        self._unknown = set(self._services)
        for service in sorted(self._services):
            self._bus.call(
                Place(service=_BUS, path="/org/freedesktop/DBus", interface=_BUS).call("GetNameOwner", "s", service),
                self._owner_of(service),
            )

    def is_there(self, service: str) -> bool:
        """Whether a service is on the bus."""
        return service in self._owners

    def once_known(self, call: Callable[[], None]) -> None:
        """Call once it is known who is there: at once, but for the first moments of a connection."""
        if self._unknown:
            self._waiting.append(call)
        else:
            call()

    def call(self, message: "Message", on_reply: Callable[[Reply], None]) -> None:
        """Make a call; an error where there is no connection."""
        self._bus.call(message, on_reply)

    def close(self) -> None:
        """Let go of the bus; who waits is not called any more."""
        self._waiting.clear()
        self._bus.close()
        self._owners.clear()

    def _was_lost_just_now(self) -> bool:
        now = self._clock.now()
        return self._lost_at is not None and abs(now - self._lost_at) < self._connects_again_after

    def _subscriptions(self) -> "list[Message]":
        from jeepney import MatchRule, message_bus

        found = [
            message_bus.AddMatch(MatchRule(type="signal", sender=service, interface=interface, member=member))
            for service, interface, member in dict.fromkeys(self._rules)
        ]
        for service in sorted(self._services):
            owner = MatchRule(type="signal", sender=_BUS, interface=_BUS, member="NameOwnerChanged")
            owner.add_arg_condition(0, service)
            found.append(message_bus.AddMatch(owner))
        return found

    def _owner_of(self, service: str) -> Callable[[Reply], None]:
        def on_reply(reply: Reply) -> None:
            owner = value(reply)
            if isinstance(owner, str) and service not in self._owners:
                self._on_owner(service, owner)
            self._unknown.discard(service)
            self._end_waiting()

        return on_reply

    def _end_waiting(self) -> None:
        if self._unknown:
            return
        waiting, self._waiting = self._waiting, []
        for call in waiting:
            call()

    def _on_heard(self, signal: BusSignal) -> None:
        if signal.sender == _BUS:
            match signal.member, signal.body:
                case "NameOwnerChanged", (str(service), _, str(new)) if service in self._services:
                    self._on_owner(service, new)
        elif signal.sender in self._owners.values():
            self.heard.emit(signal)

    def _on_owner(self, service: str, owner: str) -> None:
        if self._owners.pop(service, ""):
            self.went.emit(service)
        if owner:
            self._owners[service] = owner
            self.came.emit(service)

    def _on_lost(self, _error: str) -> None:
        self._lost_at = self._clock.now()
        gone, self._owners = tuple(self._owners), {}
        for service in gone:
            self.went.emit(service)


def value(reply: Reply) -> Any:  # noqa: ANN401 a reply holds anything
    """What a reply holds, out of its variant; None where it is an error or empty."""
    if reply.error or not reply.body:
        return None
    first = reply.body[0]
    return first[-1] if isinstance(first, tuple) and first else first


def milliseconds(reply: Reply) -> timedelta | None:
    """How long somebody has been idle; None where the reply is no such number, or one that nobody can mean."""
    found = value(reply)
    known = isinstance(found, int) and not isinstance(found, bool) and 0 <= found <= _LONGEST_MS
    return timedelta(milliseconds=found) if known else None


def _ignore(_reply: Reply) -> None:
    """Nothing hangs on the answer."""


class BusOpener(Sensor):
    """Opens the connection once every sensor has said what it wants to hear, and again where it was lost."""

    name = "bus"

    def __init__(self, bus: PresenceBus) -> None:
        """Store the bus."""
        super().__init__()
        self._bus = bus

    def start(self) -> None:
        """Open it."""
        self._bus.start()

    def read(self, done: Callable[[], None]) -> None:
        """Open it again, if need be."""
        self._bus.start()
        done()

    def close(self) -> None:
        """Let go of it."""
        self._bus.close()
