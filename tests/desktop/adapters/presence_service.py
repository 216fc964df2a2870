"""A service on a bus that knows something of the person, as a test wants it: in a thread of the tests."""

import threading
from collections.abc import Callable
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageFlag,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

Answer = tuple[str, tuple[Any, ...]]
"""Signature and body."""


class PresenceService:
    """Owns a name, answers by a table, and sends what it is told to."""

    def __init__(self, address: str, name: str) -> None:
        self.name = name
        self.answers: dict[str, Answer | Callable[[tuple[Any, ...]], Answer | None]] = {}
        """By method, or by the property that is asked for; a callable that gives None leaves the caller waiting."""
        self.asked: list[tuple[str, tuple[Any, ...]]] = []
        self._connection: DBusConnection = open_dbus_connection(address)
        self._connection.send_and_get_reply(message_bus.RequestName(name))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def emit(self, path: str, interface: str, member: str, signature: str, *body: object) -> None:
        """Send a signal."""
        self._connection.send(new_signal(DBusAddress(path, interface=interface), member, signature, body))

    def end(self) -> None:
        """Leave the bus; once more does nothing."""
        if not self._thread.is_alive():
            return
        self._connection.sock.shutdown(2)
        self._thread.join(10)
        self._connection.close()

    def _serve(self) -> None:
        try:
            while True:
                message = self._connection.receive()
                if message.header.message_type is MessageType.method_call:
                    self._answer(message)
        except (OSError, EOFError):
            return

    def _answer(self, call: Message) -> None:
        assert call.header.flags & MessageFlag.no_auto_start, "nobody is started for being asked"
        member = call.header.fields[HeaderFields.member]
        asked = call.body[1] if member == "Get" else member
        self.asked.append((asked, tuple(call.body)))
        answer = self.answers.get(asked)
        found = answer(tuple(call.body)) if callable(answer) else answer
        if found is not None:
            self._connection.send(new_method_return(call, found[0] or None, found[1]))
        elif not callable(answer):
            self._connection.send(new_error(call, "org.freedesktop.DBus.Error.UnknownMethod"))
