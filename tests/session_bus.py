"""The session bus of the tests: calls from outside the program, and a record of what goes over the bus."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

NOTIFICATIONS = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_PATIENCE = 10.0


def wait_until(condition: Callable[[], object], what: str | Callable[[], str], patience: float = 60.0) -> None:
    """Look until a condition of another process holds.

    Args:
        condition: Asked again and again.
        what: What is waited for, or what says so once it has been waited for in vain.
        patience: For so long, in seconds.

    Raises:
        TimeoutError: It never did.
    """
    pause, until = threading.Event(), time.monotonic() + patience
    while not condition():
        if time.monotonic() > until:
            raise TimeoutError(f"Waited {patience:.0f} s in vain: {what if isinstance(what, str) else what()}")
        pause.wait(0.02)


class BusClient:
    """Calls methods and reads properties the way another program on the desktop does."""

    def __init__(self, address: str) -> None:
        self._address = address

    def call(self, to: DBusAddress, method: str, signature: str | None = None, *body: object) -> tuple[Any, ...]:
        """The body of the reply.

        Raises:
            LookupError: The reply is an error, for example because nobody owns the name.
        """
        return self._send(new_method_call(to, method, signature, body))

    def property(self, of: DBusAddress, name: str) -> Any:  # noqa: ANN401  a property has any type
        """The value of a property, without its signature.

        Raises:
            LookupError: There is no such property or nobody owns the name.
        """
        return self._send(Properties(of).get(name))[0][1]

    def set_property(self, of: DBusAddress, name: str, signature: str, value: object) -> None:
        """Set a property."""
        self._send(Properties(of).set(name, signature, value))

    def owned(self, name: str) -> bool:
        """Whether somebody owns a name on the bus."""
        bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        return bool(self.call(bus, "NameHasOwner", "s", name)[0])

    def _send(self, message: Message) -> tuple[Any, ...]:
        with open_dbus_connection(self._address) as connection:
            reply = connection.send_and_get_reply(message, timeout=_PATIENCE)
        if reply.header.message_type is MessageType.error:
            raise LookupError(reply.header.fields.get(HeaderFields.error_name), reply.body)
        return tuple(reply.body)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A notification as it went to the notification service."""

    id: int
    replaces: int
    app_name: str
    icon: str
    title: str
    body: str
    """As sent: with its markup escaped."""
    buttons: tuple[tuple[str, str], ...]
    """Key and label of each."""
    hints: dict[str, Any]
    timeout_ms: int

    @property
    def labels(self) -> tuple[str, ...]:
        """What the buttons say."""
        return tuple(label for _, label in self.buttons)


class BusRecord:
    """Listens to every notification on the bus, and knows which of them are on show."""

    def __init__(self, address: str) -> None:
        self._connection: DBusConnection = open_dbus_connection(address)
        self._asked: dict[tuple[str, int], Message] = {}
        self._shown: dict[int, Shown] = {}
        self._all: list[Shown] = []
        self._closed: list[tuple[int, int]] = []
        self._thread = threading.Thread(target=self._listen, name="bus-record", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        monitoring = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus.Monitoring")
        rules = [f"interface='{NOTIFICATIONS}'", "type='method_return'", "type='error'"]
        reply = self._connection.send_and_get_reply(new_method_call(monitoring, "BecomeMonitor", "asu", (rules, 0)))
        assert reply.header.message_type is MessageType.method_return, reply.body
        self._thread.start()

    def stop(self) -> None:
        """Listen no more."""
        self._connection.sock.shutdown(2)
        self._thread.join(timeout=_PATIENCE)
        self._connection.close()

    @property
    def shown(self) -> tuple[Shown, ...]:
        """What is on show, the newest last."""
        return tuple(self._shown.copy().values())

    @property
    def all(self) -> tuple[Shown, ...]:
        """Everything that was sent since the last `forget`."""
        return tuple(self._all)

    @property
    def closed(self) -> tuple[tuple[int, int], ...]:
        """Id and reason of what was closed: 1 expired, 2 dismissed by the person, 3 closed by the program."""
        return tuple(self._closed)

    def forget(self) -> None:
        """A new test: what was before is over."""
        self._asked.clear()
        self._shown.clear()
        self._all.clear()
        self._closed.clear()

    def _listen(self) -> None:
        with suppress(OSError, EOFError):
            while True:
                self._note(self._connection.receive())

    def _note(self, message: Message) -> None:
        fields = message.header.fields
        kind, member = message.header.message_type, fields.get(HeaderFields.member)
        if kind is MessageType.method_call and member == "Notify":
            self._asked[fields[HeaderFields.sender], message.header.serial] = message
        elif kind is MessageType.method_return:
            asked = self._asked.pop((fields.get(HeaderFields.destination), fields[HeaderFields.reply_serial]), None)
            if asked is not None:
                self._note_shown(int(message.body[0]), asked.body)
        elif kind is MessageType.signal and member == "NotificationClosed":
            number, reason = message.body
            self._shown.pop(number, None)
            self._closed.append((number, reason))

    def _note_shown(self, number: int, body: tuple[Any, ...]) -> None:
        app_name, replaces, icon, title, text, actions, hints, timeout_ms = body
        shown = Shown(
            id=number,
            replaces=replaces,
            app_name=app_name,
            icon=icon,
            title=title,
            body=text,
            buttons=tuple(zip(actions[::2], actions[1::2], strict=True)),
            hints={name: value for name, (_, value) in hints.items()},
            timeout_ms=timeout_ms,
        )
        self._shown.pop(number, None)
        self._shown[number] = shown
        self._all.append(shown)


class Dunst:
    """The buttons of the notification daemon's own interface."""

    _control = DBusAddress(_PATH, NOTIFICATIONS, "org.dunstproject.cmd0")

    def __init__(self, client: BusClient) -> None:
        self._client = client

    def displayed(self) -> int:
        """How many notifications are on the screen."""
        return int(self._client.property(self._control, "displayedLength"))

    def open_menu(self) -> None:
        """Open the menu that holds every button of every notification."""
        self._client.call(self._control, "ContextMenuCall")

    def click_newest(self) -> None:
        """Invoke the default action of the newest notification, as a click on it does."""
        self._client.call(self._control, "NotificationAction", "u", 0)

    def close_all(self) -> None:
        """Dismiss everything."""
        self._client.call(self._control, "NotificationCloseAll")

    def pause(self, *, is_paused: bool) -> None:
        """Hold notifications back, or no longer: its do not disturb."""
        self._client.set_property(self._control, "paused", "b", is_paused)
