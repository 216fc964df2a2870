"""The notification server on the session bus: who it is, what it can do, and what it says of its bubbles."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from desktop.adapters import notification_calls as calls
from desktop.adapters.notification_calls import Abilities
from desktop.adapters.session_bus import BusSignal, Reply, SessionBus
from desktop.ports import Clock, Notice

NONSENSE = "The notification service answered with nonsense."


@dataclass(frozen=True, slots=True, kw_only=True)
class Acted:
    """A person pressed a button of a bubble, or clicked on it."""

    number: int
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """A bubble is gone."""

    number: int
    reason: int


class NotificationServer(QObject):
    """Asks the server once what it can do, and again after it came back; connects to the bus at the first need."""

    known = Signal(object)
    """`Abilities`: notices can be sent."""
    unknown = Signal(str)
    """The server cannot be asked, for this reason."""
    appeared = Signal()
    """A server has taken its place on the bus."""
    gone = Signal()
    """The server or the bus went away, and every bubble with it."""
    acted = Signal(object)
    """`Acted`."""
    closed = Signal(object)
    """`Closed`."""

    def __init__(
        self,
        bus: SessionBus,
        clock: Clock,
        *,
        connects_again_after: timedelta = timedelta(minutes=1),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bus, self._clock, self._connects_again_after = bus, clock, connects_again_after
        self._lost_at: datetime | None = None
        self._lost_why = ""
        self._is_asked = False
        self._owner = ""
        self.abilities: Abilities | None = None
        """None while the server has not answered."""
        self.title = ""
        """Its name and version; empty while it is not known."""
        bus.lost.connect(self._on_lost)
        bus.heard.connect(self._on_heard)

    def ask(self) -> None:
        """Ask what it can do, unless the question is under way; `known` or `unknown` may follow, or nothing at all."""
        if not self._connect():
            self.unknown.emit(self._lost_why)
        elif not self._is_asked:
            self._is_asked = True
            self._bus.call(calls.get_server_information(), self._on_information)
            self._bus.call(calls.get_capabilities(), self._on_capabilities)

    def ask_anew(self) -> None:
        """The last question counts as unheard: the next `ask` puts it again."""
        self._is_asked = False

    def notify(self, notice: Notice, *, replaces: int, icon: str, on_reply: Callable[[Reply], None]) -> None:
        """Send a notice to a server that is known."""
        assert self.abilities is not None
        self._bus.call(calls.notify(notice, replaces=replaces, abilities=self.abilities, icon=icon), on_reply)

    def take_away(self, number: int) -> None:
        """Close a bubble of ours."""
        if self._bus.is_open:
            self._bus.call(calls.close(number), _ignore)

    def is_from_it(self, sender: str) -> bool:
        """Whether a unique name is that of the server in place."""
        return bool(sender) and sender == self._owner

    def read_waiting(self) -> bool:
        """Take in what has come already; whether there was any."""
        return self._bus.read_waiting()

    def close(self) -> None:
        """Let go of the bus."""
        self._bus.close()
        self._forget()

    def _connect(self) -> bool:
        if self._bus.is_open:
            return True
        now = self._clock.now()
        if self._lost_at is not None and abs(now - self._lost_at) < self._connects_again_after:
            return False
        if not self._bus.open():
            return False
        for subscription in calls.subscriptions():
            self._bus.call(subscription, _ignore)
        return True

    def _on_information(self, reply: Reply) -> None:
        match reply.body:
            case (str(name), _vendor, str(version), *_rest) if not reply.error:
                self.title = f"{name} {version}"

    def _on_capabilities(self, reply: Reply) -> None:
        self._is_asked = False
        match reply.body:
            case ([*said],) if not reply.error:
                self._owner = reply.sender
                self.abilities = Abilities(actions="actions" in said, markup="body-markup" in said)
                self.known.emit(self.abilities)
            case _:
                self.unknown.emit(reply.error or NONSENSE)

    def _on_lost(self, error: str) -> None:
        self._lost_at, self._lost_why = self._clock.now(), error
        self._forget()
        self.gone.emit()

    def _on_heard(self, signal: BusSignal) -> None:
        match signal.member, signal.body:
            case "NameOwnerChanged", (calls.SERVICE, str(old), str(new)):
                self._on_owner_changed(old, new)
            case "ActionInvoked", (int(number), str(action)) if self.is_from_it(signal.sender):
                self.acted.emit(Acted(number=number, action=action))
            case "NotificationClosed", (int(number), int(reason)) if self.is_from_it(signal.sender):
                self.closed.emit(Closed(number=number, reason=reason))

    def _on_owner_changed(self, old: str, new: str) -> None:
        if old:
            self._forget()
            self.gone.emit()
        if new:
            self.appeared.emit()

    def _forget(self) -> None:
        self.abilities, self.title, self._owner, self._is_asked = None, "", "", False


def _ignore(_reply: Reply) -> None:
    """Nothing hangs on the answer."""
