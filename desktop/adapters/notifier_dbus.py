"""The desktop's own notifications, over D-Bus: with buttons, replaced and withdrawn by the prompt's key.

Every call is asynchronous, the connection and its handshake included, and every notice has a deadline: a server that
does not answer costs the notice two seconds and the event loop nothing. An answer that comes after the notice was
handed over takes the bubble away again, so that the same notice is never on show twice.

A server without `actions` shows no buttons and reports no clicks, only that a bubble closed. When a person dismissed
it, that counts as the click that opens the prompt. When it went by itself, `left_unanswered` says so, and the chain
offers the notice in Uncramp's own window, where it can be answered.
"""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimerEvent, Signal

from desktop.adapters import notification_calls as calls
from desktop.adapters.notification_server import NONSENSE, Acted, Closed, NotificationServer
from desktop.adapters.session_bus import Reply
from desktop.ports import Notice, NotifierFailure, Press, Shown
from schedules.prompts import Answer

GONE = "The notification service went away."


@dataclass(slots=True, kw_only=True, eq=False)
class _Request:
    """A notice on its way to the server."""

    notice: Notice
    deadline: int
    """The number of the timer."""
    is_sent: bool = False
    successor: Notice | None = None
    """What came under the same key meanwhile; it waits for the number of the bubble that it replaces."""


@dataclass(slots=True, kw_only=True)
class _Bubble:
    """A notice on show."""

    number: int
    notice: Notice
    is_answered: bool = False


class FreedesktopNotifier(QObject):
    """The port `Notifier` on a desktop that follows freedesktop.org."""

    pressed = Signal(object)
    """`Press`."""
    failed = Signal(object)
    """`NotifierFailure`; its key is empty when no notice was concerned."""
    shown = Signal(object)
    """`Shown`."""
    left_unanswered = Signal(object)
    """`Notice`: its bubble went by itself and never had a way to answer it."""
    recovered = Signal(str)
    """The name of this notifier: a server has appeared on the bus."""

    name = "freedesktop"

    def __init__(
        self,
        server: NotificationServer,
        *,
        icon: str = "",
        answered_within: timedelta = timedelta(seconds=2),
        parent: QObject | None = None,
    ) -> None:
        """Store what it needs.

        Args:
            server: The notification server.
            icon: A name in the icon theme, or a path.
            answered_within: How long the server may take before the notice is handed over.
            parent: The owner.
        """
        super().__init__(parent)
        self._server, self._icon = server, icon
        self._answered_within_ms = answered_within // timedelta(milliseconds=1)
        self._requests: dict[str, _Request] = {}
        self._bubbles: dict[str, _Bubble] = {}
        server.known.connect(self._on_known)
        server.unknown.connect(self._on_unknown)
        server.appeared.connect(self._on_appeared)
        server.gone.connect(self._on_gone)
        server.acted.connect(self._on_acted)
        server.closed.connect(self._on_closed)

    @property
    def has_buttons(self) -> bool:
        """Whether the server shows buttons, as far as it is known."""
        return self._server.abilities is None or self._server.abilities.actions

    def prepare(self) -> None:
        """Get to know the server before the first notice, so that `uncramp status` is right from the start."""
        self._server.ask()

    def show(self, notice: Notice) -> None:
        """Show a notice, or replace the one with the same key."""
        if notice.key in self._requests:
            self._requests[notice.key].successor = notice
            return
        request = _Request(notice=notice, deadline=self.startTimer(self._answered_within_ms))
        self._requests[notice.key] = request
        if self._server.abilities is None:
            self._server.ask()
        else:
            self._send(request)

    def withdraw(self, key: str) -> None:
        """Take a notice away; one that is still under way is taken away when it arrives."""
        if key in self._requests:
            self._drop(self._requests[key])
        bubble = self._bubbles.pop(key, None)
        if bubble is not None:
            self._server.take_away(bubble.number)

    def close(self) -> None:
        """Take every notice away and let go of the bus."""
        for key in {*self._requests, *self._bubbles}:
            self.withdraw(key)
        self._server.close()

    def timerEvent(self, event: QTimerEvent) -> None:
        """A request has reached its deadline."""
        # After a suspend, or when this program itself was busy, the answer may have come in time and lain unread.
        if self._server.read_waiting():
            return
        for request in list(self._requests.values()):
            if request.deadline == event.timerId():
                if not request.is_sent:
                    self._server.ask_anew()
                self._give_up(request, "The notification service does not answer.")

    def _send(self, request: _Request) -> None:
        request.notice, request.successor = request.successor or request.notice, None
        request.is_sent = True
        bubble = self._bubbles.get(request.notice.key)
        self._server.notify(
            request.notice,
            replaces=0 if bubble is None else bubble.number,
            icon=self._icon,
            on_reply=partial(self._on_notified, request),
        )

    def _on_notified(self, request: _Request, reply: Reply) -> None:
        key = request.notice.key
        is_current = self._requests.get(key) is request
        number = next(iter(reply.body), None)
        if reply.error or not isinstance(number, int):
            if is_current:
                self._give_up(request, reply.error or NONSENSE)
            return
        if not is_current:
            # Withdrawn or handed over while the server took its time.
            if self._server.is_from_it(reply.sender):
                self._server.take_away(number)
            return
        self._drop(request)
        self._bubbles[key] = _Bubble(number=number, notice=request.notice)
        if request.successor is None:
            self.shown.emit(Shown(key=key, by=self.name, has_buttons=self.has_buttons))
        else:
            self.show(request.successor)

    def _give_up(self, request: _Request, error: str) -> None:
        self.withdraw(request.notice.key)
        self.failed.emit(NotifierFailure(key=request.notice.key, error=error))

    def _drop(self, request: _Request) -> None:
        self.killTimer(request.deadline)
        del self._requests[request.notice.key]

    def _on_known(self) -> None:
        for request in list(self._requests.values()):
            if not request.is_sent:
                self._send(request)

    def _on_unknown(self, error: str) -> None:
        waiting = [request for request in self._requests.values() if not request.is_sent]
        for request in waiting:
            self._give_up(request, error)
        if not waiting:
            self.failed.emit(NotifierFailure(key="", error=error))

    def _on_appeared(self) -> None:
        self.recovered.emit(self.name)

    def _on_gone(self) -> None:
        """What was on show went with the service, and nobody has answered it: it is handed over."""
        lost = [key for key in self._bubbles if key not in self._requests]
        self._bubbles.clear()
        for request in list(self._requests.values()):
            if request.is_sent:
                self._give_up(request, GONE)
        for key in lost:
            self.failed.emit(NotifierFailure(key=key, error=GONE))

    def _on_acted(self, acted: Acted) -> None:
        bubble = self._bubble(acted.number)
        if bubble is None or bubble.is_answered:
            return
        if acted.action == calls.DEFAULT_ACTION:
            self.pressed.emit(Press(key=bubble.notice.key, answer=Answer.OPEN))
        for button in bubble.notice.buttons:
            if button.answer == acted.action:
                bubble.is_answered = True
                self.pressed.emit(Press(key=bubble.notice.key, answer=button.answer))

    def _on_closed(self, closed: Closed) -> None:
        bubble = self._bubble(closed.number)
        if bubble is None:
            return
        del self._bubbles[bubble.notice.key]
        if self.has_buttons:
            return
        if closed.reason == calls.DISMISSED:
            self.pressed.emit(Press(key=bubble.notice.key, answer=Answer.OPEN))
        elif closed.reason in {calls.EXPIRED, calls.UNDEFINED}:
            self.left_unanswered.emit(bubble.notice)

    def _bubble(self, number: int) -> _Bubble | None:
        """Ours by its number; signals come for the bubbles of every program."""
        return next((bubble for bubble in self._bubbles.values() if bubble.number == number), None)
