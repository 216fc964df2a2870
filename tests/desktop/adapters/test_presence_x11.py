"""What the X server says of keys and windows: a real one, and ones that break."""

import os
import socket
import struct
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.adapters import presence_x11, x11_address
from desktop.adapters.local_stream import LocalStream
from desktop.adapters.presence_x11 import X11Sensor, counter_named
from desktop.adapters.x11_wire import X11Wire
from desktop.sensing import InputReturned, Matter
from tests.clock import START, FakeClock
from tests.desk import Desk
from tests.desktop.adapters.hearing import Hearing
from tests.desktop.notifier_contract import wait_for

QUICK = timedelta(milliseconds=300)
WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(sys.argv)
label = QLabel("film")
label.setWindowTitle("film")
label.showFullScreen()
app.exec()
"""


def answer_of(sensor: X11Sensor, qtbot: QtBot) -> None:
    done: list[int] = []
    sensor.read(lambda: done.append(1))
    wait_for(qtbot, lambda: done == [1])


@pytest.fixture
def sensor(desk: Desk, qtbot: QtBot, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[X11Sensor]:
    monkeypatch.setattr(presence_x11, "AWAY", QUICK)
    monkeypatch.setattr(presence_x11, "PAUSE", QUICK / 3)
    made = X11Sensor(X11Wire(desk.session.display), clock)
    yield made
    made.close()


@pytest.mark.desktop
def test_a_key_is_seen_when_it_is_asked_for(desk: Desk, sensor: X11Sensor, qtbot: QtBot) -> None:
    hearing = Hearing(sensor)
    sensor.start()
    wait_for(qtbot, lambda: hearing.input_at() is not None)
    desk.xdotool("key", "shift")
    answer_of(sensor, qtbot)
    at = hearing.input_at()
    assert at is not None
    assert timedelta() <= START - at < timedelta(seconds=30)


@pytest.mark.desktop
def test_who_goes_and_who_comes_back_is_told(desk: Desk, sensor: X11Sensor, qtbot: QtBot) -> None:
    hearing = Hearing(sensor)
    sensor.start()
    wait_for(qtbot, lambda: len(sensor._alarms) == 2)
    desk.xdotool("key", "shift")
    wait_for(qtbot, lambda: (at := hearing.input_at()) is not None and START - at >= QUICK)
    hearing.happened.clear()
    desk.xdotool("key", "shift")
    wait_for(qtbot, lambda: hearing.happened == [InputReturned(at=START)])


@pytest.mark.desktop
def test_a_pause_is_told_while_it_is_waited_for(desk: Desk, sensor: X11Sensor, qtbot: QtBot) -> None:
    hearing = Hearing(sensor)
    sensor.wait_for_pause(is_wanted=True)
    sensor.start()
    wait_for(qtbot, lambda: "pause" in sensor._alarms.values())
    sensor.wait_for_pause(is_wanted=True)
    desk.xdotool("key", "shift")
    wait_for(qtbot, lambda: (at := hearing.input_at()) is not None and START - at >= QUICK / 3)
    sensor.wait_for_pause(is_wanted=False)
    assert "pause" not in sensor._alarms.values()
    sensor.wait_for_pause(is_wanted=True)
    assert "pause" in sensor._alarms.values()


@pytest.mark.desktop
def test_a_pause_that_began_before_it_was_waited_for_is_told(desk: Desk, sensor: X11Sensor, qtbot: QtBot) -> None:
    hearing = Hearing(sensor)
    sensor.start()
    desk.xdotool("key", "shift")
    wait_for(qtbot, lambda: (at := hearing.input_at()) is not None and START - at >= QUICK)
    hearing = Hearing(sensor)
    sensor.wait_for_pause(is_wanted=True)
    wait_for(qtbot, lambda: hearing.input_at() is not None)


@pytest.mark.desktop
def test_a_window_that_fills_the_screen(desk: Desk, sensor: X11Sensor, qtbot: QtBot) -> None:
    hearing = Hearing(sensor)
    sensor.start()
    wait_for(qtbot, lambda: hearing.has_spoken(Matter.FULL_SCREEN))

    def fills() -> bool:
        answer_of(sensor, qtbot)
        return bool(hearing.is_so(Matter.FULL_SCREEN))

    assert not fills()
    desk.start_beside(sys.executable, "-c", WINDOW)
    wait_for(qtbot, fills)
    desk.xdotool("search", "--name", "^film$", "windowkill")
    wait_for(qtbot, lambda: not fills())


# Servers that the tests play


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    path = str(tmp_path / "X9")
    monkeypatch.setattr(x11_address, "sockets", lambda _number: ("\0nobody-here", path))
    monkeypatch.setenv("XAUTHORITY", str(tmp_path / "none"))
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(path)
    listening.listen(1)
    yield listening
    listening.close()


def setup_answer(*, allowed: bool = True) -> bytes:
    """What a server says to a hello: the base of identifiers, no vendor, no formats, one screen with root window 7."""
    if not allowed:
        return struct.pack("<BBHHH", 0, 0, 11, 0, 0)
    body = struct.pack("<IIIIHHBB", 0, 0x200000, 0x1FFFFF, 0, 0, 65535, 1, 0) + bytes(10) + struct.pack("<I", 7)
    return struct.pack("<BxHHH", 1, 11, 0, len(body) // 4) + body


@pytest.mark.parametrize("said", [setup_answer(allowed=False), struct.pack("<BxHHH", 1, 11, 0, 0)])
def test_a_server_that_does_not_let_us_in(server: socket.socket, qtbot: QtBot, clock: FakeClock, said: bytes) -> None:
    wire = X11Wire(":9")
    sensor = X11Sensor(wire, clock)
    with qtbot.waitSignal(wire.lost, timeout=20_000):
        sensor.start()
        connection, _ = server.accept()
        connection.sendall(said[:4])
        qtbot.wait(1)
        connection.sendall(said[4:])
    answer_of(sensor, qtbot)
    connection.close()


def test_a_server_that_goes_takes_what_is_known_with_it(server: socket.socket, qtbot: QtBot, clock: FakeClock) -> None:
    wire = X11Wire(":9")
    sensor = X11Sensor(wire, clock)
    hearing = Hearing(sensor)
    with qtbot.waitSignal(wire.ready, timeout=20_000):
        sensor.start()
        connection, _ = server.accept()
        connection.sendall(setup_answer())
    assert wire.root == 7
    assert wire.new_id() == 0x200001
    done: list[int] = []
    sensor.read(lambda: done.append(1))
    connection.close()
    wait_for(qtbot, lambda: done == [1])
    wait_for(qtbot, lambda: wire.root == 0)
    assert hearing.is_so(Matter.FULL_SCREEN) is None
    assert hearing.input_at() is None
    answer_of(sensor, qtbot)


def test_a_server_without_the_extension_knows_no_keys(server: socket.socket, qtbot: QtBot, clock: FakeClock) -> None:
    wire = X11Wire(":9")
    sensor = X11Sensor(wire, clock)
    hearing = Hearing(sensor)
    with qtbot.waitSignal(wire.ready, timeout=20_000):
        sensor.start()
        connection, _ = server.accept()
        connection.sendall(setup_answer())
    # Three names that it does not know, the extension that it does not have, an event of no interest, and an error.
    for number in (1, 2, 3, 4):
        connection.sendall(struct.pack("<BxHI", 1, number, 0) + bytes(24))
    connection.sendall(bytes([28]) + bytes(31))
    connection.sendall(struct.pack("<BBH", 0, 3, 99) + bytes(28))
    done: list[int] = []
    sensor.read(lambda: done.append(1))
    wait_for(qtbot, lambda: done == [1])
    sensor.wait_for_pause(is_wanted=True)
    assert hearing.is_so(Matter.FULL_SCREEN) is None
    assert hearing.input_at() is None
    connection.close()


@pytest.mark.parametrize("display", ["", "far:0", "localhost:10.0", "nonsense", ":9999"])
def test_a_display_that_is_not_on_this_machine_is_unknown(display: str, qtbot: QtBot, clock: FakeClock) -> None:
    sensor = X11Sensor(X11Wire(display), clock)
    sensor.start()
    answer_of(sensor, qtbot)


@pytest.mark.parametrize(("display", "number"), [(":0", 0), (":12.0", 12), ("unix:3", 3), ("host:0", None), ("", None)])
def test_display_names(display: str, number: int | None) -> None:
    assert x11_address.display_number(display) == number


def test_the_cookie_of_this_machine_and_display(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def entry(family: int, *parts: bytes) -> bytes:
        return struct.pack(">H", family) + b"".join(struct.pack(">H", len(part)) + part for part in parts)

    here, name = os.uname().nodename.encode(), b"MIT-MAGIC-COOKIE-1"
    file = tmp_path / "authority"
    monkeypatch.setenv("XAUTHORITY", str(file))
    assert x11_address.cookie(4) == (b"", b"")
    file.write_bytes(
        entry(256, b"elsewhere", b"4", name, b"far")
        + entry(256, here, b"5", name, b"other")
        + entry(256, here, b"4", b"XDM-AUTHORIZATION-1", b"old")
        + entry(256, here, b"4", name, b"ours")
        + b"\1\0\0"
    )
    assert x11_address.cookie(4) == (name, b"ours")
    assert x11_address.cookie(6) == (b"", b"")
    file.write_bytes(entry(65_535, b"", b"", name, b"any"))
    assert x11_address.cookie(6) == (name, b"any")


@pytest.mark.parametrize("reply", [b"", bytes(32), bytes(8) + struct.pack("<I", 3) + bytes(20)])
def test_a_list_of_counters_without_ours(reply: bytes) -> None:
    assert counter_named(b"IDLETIME", reply) == 0


def test_a_server_that_reads_no_more_is_left(server: socket.socket, qtbot: QtBot, tmp_path: Path) -> None:
    stream = LocalStream()
    assert stream.open([str(tmp_path / "X9")])
    connection, _ = server.accept()
    lost: list[int] = []
    stream.lost.connect(lambda: lost.append(1))
    for _ in range(40):
        stream.send(bytes(100_000))
    assert lost == [1]
    assert not stream.is_open
    stream.send(b"nothing")
    connection.close()


def test_what_does_not_fit_is_sent_when_the_server_reads(server: socket.socket, qtbot: QtBot, tmp_path: Path) -> None:
    stream = LocalStream()
    assert stream.open([str(tmp_path / "X9")])
    connection, _ = server.accept()
    connection.setblocking(False)
    received = 0
    stream.send(bytes(800_000))

    def all_there() -> bool:
        nonlocal received
        try:
            received += len(connection.recv(1_000_000))
        except BlockingIOError:
            return False
        return received == 800_000

    wait_for(qtbot, all_there)
    assert stream.is_open
    stream.close()
    connection.close()
