"""A connection to the X server in the X protocol itself.

Xlib would end the program when the server goes, and both it and xcb wait for each answer. Here an answer comes through
the event loop, or never. Only what the sensors ask is spoken.
Source: X.Org, X Window System Protocol, X Version 11; X Synchronization Extension Protocol, Version 3.1.
"""

import struct
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.adapters import x11_address
from desktop.adapters.local_stream import LocalStream

OnReply = Callable[[bytes | None], None]
"""Takes a reply, or None for an error."""

_HEAD, _ERROR, _REPLY, _GENERIC_EVENT = 32, 0, 1, 35
_QUERY_EXTENSION, _INTERN_ATOM, _GET_PROPERTY = 98, 16, 20
_MOST_PROPERTY_LONGS = 1_024


class X11Wire(QObject):
    """Speaks to the server of a display."""

    ready = Signal()
    """The server has let us in."""
    told = Signal(bytes)
    """An event of what was asked for."""
    lost = Signal()

    def __init__(self, display: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._display = display
        self._stream = LocalStream(self)
        self._stream.received.connect(self._on_received)
        self._stream.lost.connect(self._on_lost)
        self._read = bytearray()
        self._is_in = False
        self._base = 0
        self._sequence = 0
        self._waiting: dict[int, OnReply] = {}
        self._next_id = 0
        self.root = 0
        """The root window; 0 before the server is ready."""

    def open(self) -> bool:
        """Connect; whether there is a server of this machine to speak to."""
        number = x11_address.display_number(self._display)
        if number is None or not self._stream.open(x11_address.sockets(number)):
            return False
        name, data = x11_address.cookie(number)
        hello = struct.pack("<cxHHHHxx", b"l", 11, 0, len(name), len(data))
        self._stream.send(hello + _padded(name) + _padded(data))
        return True

    def close(self) -> None:
        """Let go of the server; what was asked is not answered any more."""
        self._waiting.clear()
        self._stream.close()

    def new_id(self) -> int:
        """An identifier for something of ours on the server."""
        self._next_id += 1
        return self._base | self._next_id

    def request(self, opcode: int, data: int, body: bytes, on_reply: OnReply | None = None) -> None:
        """Send a request.

        Args:
            opcode: Its major opcode.
            data: Its second byte.
            body: What follows the head of four bytes.
            on_reply: For a request that has a reply.
        """
        body = _padded(body)
        self._sequence = (self._sequence + 1) & 0xFFFF
        if on_reply is not None:
            self._waiting[self._sequence] = on_reply
        self._stream.send(struct.pack("<BBH", opcode, data, 1 + len(body) // 4) + body)

    def query_extension(self, name: bytes, on_reply: OnReply) -> None:
        """Ask for the major opcode and the first event of an extension."""
        self.request(_QUERY_EXTENSION, 0, struct.pack("<Hxx", len(name)) + name, on_reply)

    def intern_atom(self, name: bytes, on_atom: Callable[[int], None]) -> None:
        """Ask for the number of a name; 0 where the server does not know it."""

        def on_reply(reply: bytes | None) -> None:
            on_atom(0 if reply is None else struct.unpack_from("<I", reply, 8)[0])

        self.request(_INTERN_ATOM, True, struct.pack("<Hxx", len(name)) + name, on_reply)

    def get_longs(self, window: int, name: int, on_longs: Callable[[tuple[int, ...] | None], None]) -> None:
        """Ask for a property of numbers of 32 bits; None where the window or the property is not there."""

        def on_reply(reply: bytes | None) -> None:
            if reply is None or reply[1] != 32:  # noqa: PLR2004 the format of the numbers, in bits
                on_longs(None)
                return
            (count,) = struct.unpack_from("<I", reply, 16)
            on_longs(struct.unpack_from(f"<{count}I", reply, _HEAD))

        body = struct.pack("<5I", window, name, 0, 0, _MOST_PROPERTY_LONGS)
        self.request(_GET_PROPERTY, False, body, on_reply)

    def _on_lost(self) -> None:
        waiting, self._waiting = self._waiting, {}
        for on_reply in waiting.values():
            on_reply(None)
        self.lost.emit()

    def _on_received(self, data: bytes) -> None:
        self._read += data
        if not self._is_in:
            self._enter()
        while self._is_in and len(self._read) >= _HEAD:
            kind, size = self._read[0], _HEAD
            if kind == _REPLY or kind & 0x7F == _GENERIC_EVENT:
                size += 4 * int(struct.unpack_from("<I", self._read, 4)[0])
            if len(self._read) < size:
                return
            message = bytes(self._read[:size])
            del self._read[:size]
            self._take(message)

    def _enter(self) -> None:
        """The server's answer to the hello."""
        if len(self._read) < 8:  # noqa: PLR2004 the head of the answer
            return
        allowed, length = self._read[0], 8 + 4 * int(struct.unpack_from("<H", self._read, 6)[0])
        if len(self._read) < length:
            return
        setup = bytes(self._read[:length])
        del self._read[:length]
        if not allowed or length <= 40:  # noqa: PLR2004 no root window is in it
            self.close()
            self._on_lost()
            return
        (self._base,) = struct.unpack_from("<I", setup, 12)
        vendor, formats = struct.unpack_from("<H", setup, 24)[0], setup[29]
        (self.root,) = struct.unpack_from("<I", setup, 40 + (vendor + 3) // 4 * 4 + 8 * formats)
        self._is_in = True
        self.ready.emit()

    def _take(self, message: bytes) -> None:
        if message[0] in {_ERROR, _REPLY}:
            (sequence,) = struct.unpack_from("<H", message, 2)
            on_reply = self._waiting.pop(sequence, None)
            if on_reply is not None:
                on_reply(message if message[0] == _REPLY else None)
        else:
            self.told.emit(message)


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 4)
