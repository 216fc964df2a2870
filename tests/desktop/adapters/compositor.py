"""A Wayland compositor as far as the sensors speak with one, played by the tests."""

import socket
import struct
from contextlib import suppress
from pathlib import Path

from desktop.adapters.wayland_wire import number, read_text, text


class Compositor:
    """Says what it offers, and notes what is asked of it."""

    def __init__(self, path: Path, **offered: int) -> None:
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(path))
        self._listening.listen(4)
        self._listening.setblocking(False)
        self._offered = offered
        self._connections: list[socket.socket] = []
        self.bound: dict[str, int] = {}
        """The object that stands for each interface that was taken."""
        self.asked: list[tuple[int, int, bytes]] = []
        """Object, opcode and arguments of each request."""
        self.windows: list[tuple[int, ...]] = []
        """The states of each window."""

    def serve(self) -> bool:
        """Take what has come and answer it; always true, so that a test can wait with it."""
        try:
            connection, _ = self._listening.accept()
            connection.setblocking(False)
            self._connections.append(connection)
        except BlockingIOError:
            pass
        for connection in self._connections:
            try:
                data = connection.recv(65_536)
            except BlockingIOError:
                continue
            while data:
                object_id, word = struct.unpack_from("=II", data)
                self._take(connection, object_id, word & 0xFFFF, data[8 : word >> 16])
                data = data[word >> 16 :]
        return True

    def tell(self, object_id: int, opcode: int, body: bytes = b"", connection: socket.socket | None = None) -> None:
        """Send an event, over the first connection unless another is named."""
        to = connection or self._connections[0]
        with suppress(BrokenPipeError):  # who has hung up hears nothing
            to.sendall(struct.pack("=II", object_id, (8 + len(body)) << 16 | opcode) + body)

    def say(self, data: bytes) -> None:
        """Send anything."""
        self._connections[0].sendall(data)

    def close(self) -> None:
        """It goes."""
        for one in (*self._connections, self._listening):
            one.close()

    def _take(self, connection: socket.socket, object_id: int, opcode: int, body: bytes) -> None:
        self.asked.append((object_id, opcode, body))
        match object_id, opcode:
            case 1, 1:
                for name, (interface, version) in enumerate(self._offered.items(), 1):
                    offer = number(name) + text(interface) + number(version)
                    self.tell(struct.unpack("=I", body)[0], 0, offer, connection)
            case 1, 0:
                self.tell(struct.unpack("=I", body)[0], 0, number(0), connection)
                self.tell(1, 1, body, connection)
            case 2, 0:
                interface, after = read_text(body, 4)
                (made,) = struct.unpack_from("=I", body, after + 4)
                self.bound[interface] = made
                if interface.startswith("zwlr"):
                    self._show_windows(made, connection)

    def _show_windows(self, manager: int, connection: socket.socket) -> None:
        for handle, states in enumerate(self.windows, 0xFF000000):
            self.tell(manager, 0, number(handle), connection)
            self.tell(handle, 0, text("a title"), connection)
            self.tell(handle, 4, number(4 * len(states)) + b"".join(map(number, states)), connection)
