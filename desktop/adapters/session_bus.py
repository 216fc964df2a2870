"""A message bus, spoken to from the event loop: nothing here waits, not even for the bus to say hello.

jeepney makes and reads the messages; the socket, the handshake and the queue of what is still to be written are ours,
because jeepney's own connections block while they connect and when the socket is full.
"""

import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

if TYPE_CHECKING:
    from jeepney import Message, Parser
    from jeepney.auth import Authenticator

_CHUNK_BYTES = 65_536
_MOST_UNSENT_BYTES = 1_000_000
"""A bus that has let this much pile up does not read any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The answer to a call."""

    body: tuple[Any, ...] = ()
    sender: str = ""
    """The unique name of who answered."""
    error: str = ""
    """Empty when the call went well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BusSignal:
    """A signal that came over the bus."""

    sender: str
    interface: str
    member: str
    body: tuple[Any, ...]
    path: str = ""


def session_address() -> str:
    """Where the session bus listens, as the reference implementation looks for it; empty when there is none."""
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if not address and runtime and Path(runtime, "bus").exists():
        return f"unix:path={runtime}/bus"
    return address


def system_address() -> str:
    """Where the system bus listens.

    Source: freedesktop.org, D-Bus Specification, "Well-known Message Bus Instances".
    """
    return os.environ.get("DBUS_SYSTEM_BUS_ADDRESS", "") or "unix:path=/var/run/dbus/system_bus_socket"


class SessionBus(QObject):
    """A connection to the session bus, or to another, that can be opened again after it was lost."""

    heard = Signal(object)
    """`BusSignal`."""
    lost = Signal(str)
    """The connection ended or never came about; every call under way was answered with this error before."""

    def __init__(
        self,
        *,
        address: Callable[[], str] = session_address,
        greeted_within: timedelta = timedelta(seconds=2),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._address = address
        self._socket: socket.socket | None = None
        self._reader: QSocketNotifier | None = None
        self._writer: QSocketNotifier | None = None
        self._authenticator: Authenticator | None = None
        self._parser: Parser | None = None
        self._serials = count(1)
        self._calls: dict[int, Callable[[Reply], None]] = {}
        self._unsent = bytearray()
        self._held = bytearray()
        """Messages that wait for the end of the handshake."""
        self._greeting = QTimer(self)
        self._greeting.setSingleShot(True)
        self._greeting.setInterval(greeted_within // timedelta(milliseconds=1))
        self._greeting.timeout.connect(self._on_greeting_late)

    @property
    def is_open(self) -> bool:
        """Whether calls can be made; they are held until the bus has greeted."""
        return self._socket is not None

    def open(self) -> bool:
        """Connect; whether a connection is there or in the making.

        What goes wrong, at once or later, comes through `lost`.
        """
        if self._socket is None:
            try:
                self._connect()
            except (ImportError, OSError, ValueError, RuntimeError) as error:
                # jeepney is missing, nobody listens, or the address is none that jeepney can read.
                self._lose(str(error) or type(error).__name__)
        return self._socket is not None

    def call(self, message: "Message", on_reply: Callable[[Reply], None]) -> None:
        """Make a call; the reply comes when it comes, which may be never."""
        if self._socket is None:
            on_reply(Reply(error="There is no connection to the session bus."))
            return
        serial = next(self._serials)
        self._calls[serial] = on_reply
        data = message.serialise(serial=serial)
        if self._authenticator is None:
            self._unsent += data
            self._flush()
        else:
            self._held += data

    def read_waiting(self) -> bool:
        """Take in what has come already; whether there was any.

        For whoever is about to call an answer late: after a suspend the answer may lie there unread.
        """
        data = self._receive()
        for message in self._understand(data) if data else ():
            if self._socket is None:
                break
            self._dispatch(message)
        return bool(data)

    def close(self) -> None:
        """Let go of the connection; calls under way are not answered any more."""
        self._calls.clear()
        if self._socket is not None:
            self._flush()
        self._tear_down()

    def _connect(self) -> None:
        from jeepney import Parser, message_bus
        from jeepney.auth import Authenticator
        from jeepney.bus import get_connectable_addresses

        address = self._address()
        if not address:
            raise OSError("There is no session bus.")
        path = next(iter(get_connectable_addresses(address)))
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.setblocking(False)
        self._socket.connect(path)
        self._authenticator, self._parser = Authenticator(), Parser()
        self._reader = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._reader.activated.connect(self.read_waiting)
        self._writer = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Write, self)
        self._writer.activated.connect(self._flush)
        self._greeting.start()
        self.call(message_bus.Hello(), self._on_greeted)
        self._unsent += self._authenticator.data_to_send() or b""
        self._flush()

    def _on_greeted(self, reply: Reply) -> None:
        self._greeting.stop()
        if reply.error and self._socket is not None:
            self._lose(reply.error)

    def _on_greeting_late(self) -> None:
        if self.read_waiting():
            self._greeting.start()
        else:
            self._lose("The session bus does not answer.")

    def _flush(self) -> None:
        if self._socket is None or self._writer is None:
            return
        try:
            while self._unsent:
                del self._unsent[: self._socket.send(self._unsent)]
        except BlockingIOError:
            pass
        except OSError as error:
            self._lose(str(error))
            return
        self._writer.setEnabled(bool(self._unsent))
        if len(self._unsent) + len(self._held) > _MOST_UNSENT_BYTES:
            self._lose("The session bus does not read any more.")

    def _receive(self) -> bytes:
        """What the bus sent; empty when there is nothing or when the connection was lost."""
        if self._socket is None:
            return b""
        try:
            data = self._socket.recv(_CHUNK_BYTES)
        except BlockingIOError:
            return b""
        except OSError as error:
            self._lose(str(error))
            return b""
        if not data:
            self._lose("The session bus closed the connection.")
        return data

    def _understand(self, data: bytes) -> "list[Message]":
        """The messages that data completes; before the greeting none."""
        try:
            if self._parser is None:
                return []
            if self._authenticator is None:
                return list(self._parser.feed(data))
            self._authenticator.feed(data)
        except Exception as error:  # noqa: BLE001 - jeepney tells nonsense on the wire by whatever its parser trips over
            self._lose(f"The session bus sent what cannot be read: {error!r}")
            return []
        if self._authenticator.authenticated:
            self._authenticator = None
            self._unsent += b"BEGIN\r\n" + self._held
            self._held.clear()
            self._flush()
        return []

    def _dispatch(self, message: "Message") -> None:
        from jeepney import HeaderFields, MessageType

        fields, sender = message.header.fields, message.header.fields.get(HeaderFields.sender, "")
        kind = message.header.message_type
        if kind is MessageType.signal:
            interface, member = fields.get(HeaderFields.interface, ""), fields.get(HeaderFields.member, "")
            path = fields.get(HeaderFields.path, "")
            self.heard.emit(BusSignal(sender=sender, interface=interface, member=member, body=message.body, path=path))
        elif kind in {MessageType.method_return, MessageType.error}:
            on_reply = self._calls.pop(fields.get(HeaderFields.reply_serial, 0), None)
            if on_reply is not None and kind is MessageType.error:
                why = next((str(part) for part in message.body), "")
                on_reply(Reply(sender=sender, error=f"{fields.get(HeaderFields.error_name, '')}: {why}"))
            elif on_reply is not None:
                on_reply(Reply(sender=sender, body=message.body))

    def _lose(self, error: str) -> None:
        self._tear_down()
        calls, self._calls = self._calls, {}
        for on_reply in calls.values():
            on_reply(Reply(error=error))
        self.lost.emit(error)

    def _tear_down(self) -> None:
        self._greeting.stop()
        for notifier in (self._reader, self._writer):
            if notifier is not None:
                notifier.setEnabled(False)
                notifier.deleteLater()
        if self._socket is not None:
            self._socket.close()
        self._socket = self._reader = self._writer = self._authenticator = self._parser = None
        self._unsent.clear()
        self._held.clear()
