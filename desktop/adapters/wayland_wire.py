"""A connection to a Wayland compositor in the Wayland protocol itself: only what the sensors ask is spoken.

Source: Wayland, protocol/wayland.xml (wl_display, wl_registry, wl_callback) and "Wire Format" of its documentation.
"""

import os
import struct
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.adapters.local_stream import LocalStream

OnEvent = Callable[[int, bytes], None]
"""Takes the opcode of an event and what it carries."""

_DISPLAY, _REGISTRY = 1, 2
_SYNC, _GET_REGISTRY, _BIND = 0, 1, 0
_ERROR, _DELETE_ID = 0, 1
_HEAD = 8


class WaylandWire(QObject):
    """Speaks to the compositor of this session, which tells what it offers before `ready`."""

    ready = Signal()
    """The compositor has said what there is: see `globals`."""
    lost = Signal()

    def __init__(self, display: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._display = display
        self._stream = LocalStream(self)
        self._stream.received.connect(self._on_received)
        self._stream.lost.connect(self.lost)
        self._read = bytearray()
        self._listeners: dict[int, OnEvent] = {}
        self._last_id = _DISPLAY
        self.globals: dict[str, tuple[int, int]] = {}
        """Name and version of what there is, by its interface."""

    def open(self) -> bool:
        """Connect; whether there is a compositor."""
        runtime = os.environ.get("XDG_RUNTIME_DIR", "")
        path = Path(runtime, self._display)  # an absolute path stands for itself
        if not path.is_absolute() or not self._stream.open([str(path)]):
            return False
        registry = self.new_id(self._on_global)
        self.request(_DISPLAY, _GET_REGISTRY, number(registry))
        self.sync(self.ready.emit)
        return True

    def close(self) -> None:
        """Let go of the compositor, and with it of everything that was asked for."""
        self._listeners.clear()
        self._stream.close()

    def new_id(self, on_event: OnEvent) -> int:
        """The identifier of a new object, and who hears of it."""
        self._last_id += 1
        self._listeners[self._last_id] = on_event
        return self._last_id

    def listen(self, object_id: int, on_event: OnEvent) -> None:
        """Hear of an object that the compositor made."""
        self._listeners[object_id] = on_event

    def request(self, object_id: int, opcode: int, body: bytes = b"") -> None:
        """Send a request to an object."""
        self._stream.send(struct.pack("=II", object_id, (_HEAD + len(body)) << 16 | opcode) + body)

    def bind(self, interface: str, version: int, on_event: OnEvent) -> int:
        """Take one of the `globals`; its identifier."""
        name, offered = self.globals[interface]
        made = self.new_id(on_event)
        body = number(name) + text(interface) + number(min(version, offered)) + number(made)
        self.request(_REGISTRY, _BIND, body)
        return made

    def sync(self, then: Callable[[], None]) -> None:
        """Call when the compositor has taken everything that was sent before."""
        callback = self.new_id(lambda _opcode, _body: then())
        self.request(_DISPLAY, _SYNC, number(callback))

    def _on_received(self, data: bytes) -> None:
        self._read += data
        while len(self._read) >= _HEAD:
            object_id, word = struct.unpack_from("=II", self._read)
            opcode, size = word & 0xFFFF, word >> 16
            if size < _HEAD:
                self._fail()
                return
            if len(self._read) < size:
                return
            body = bytes(self._read[_HEAD:size])
            del self._read[:size]
            self._take(object_id, opcode, body)

    def _take(self, object_id: int, opcode: int, body: bytes) -> None:
        if object_id == _DISPLAY:
            if opcode == _ERROR:
                self._fail()
            elif opcode == _DELETE_ID:
                self._listeners.pop(struct.unpack("=I", body)[0], None)
            return
        listener = self._listeners.get(object_id)
        if listener is not None:
            listener(opcode, body)

    def _on_global(self, opcode: int, body: bytes) -> None:
        (name,) = struct.unpack_from("=I", body)
        if opcode == 0:
            interface, after = read_text(body, 4)
            (version,) = struct.unpack_from("=I", body, after)
            self.globals.setdefault(interface, (name, version))
        else:
            self.globals = {key: found for key, found in self.globals.items() if found[0] != name}

    def _fail(self) -> None:
        """The compositor refuses us, or talks nonsense."""
        if self._stream.is_open:
            self.close()
            self.lost.emit()


def number(value: int) -> bytes:
    """A number as an argument."""
    return struct.pack("=I", value)


def text(value: str) -> bytes:
    """A string as an argument."""
    data = value.encode() + b"\0"
    return number(len(data)) + data + bytes(-len(data) % 4)


def read_text(body: bytes, at: int) -> tuple[str, int]:
    """A string among arguments, and where the next one begins."""
    (length,) = struct.unpack_from("=I", body, at)
    end = at + 4 + length
    return body[at + 4 : end - 1].decode(errors="replace"), at + 4 + (length + 3) // 4 * 4
