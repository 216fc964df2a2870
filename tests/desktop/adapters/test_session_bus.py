"""Against sockets that the tests hold: buses that do not answer, do not read, or talk nonsense."""

import socket
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from jeepney import Message, message_bus
from pytestqt.qtbot import QtBot

from desktop.adapters.session_bus import Reply, SessionBus, session_address
from tests.desktop.notifier_contract import PATIENCE_MS, wait_for


class Listener:
    """The other end: a bus as far as the tests play it."""

    def __init__(self, path: Path) -> None:
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(path))
        self._listening.listen(1)
        self._open = [self._listening]

    def accept(self) -> socket.socket:
        connection, _ = self._listening.accept()
        self._open.append(connection)
        return connection

    def accept_and_greet(self) -> socket.socket:
        connection = self.accept()
        assert connection.recv(100).startswith(b"\0AUTH EXTERNAL ")
        connection.sendall(b"OK 1234\r\n")
        return connection

    def close(self) -> None:
        for one in self._open:
            one.close()


@pytest.fixture
def listener(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Listener]:
    path = tmp_path / "bus"
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={path}")
    listener = Listener(path)
    yield listener
    listener.close()


@pytest.fixture
def bus(qtbot: QtBot) -> Iterator[SessionBus]:
    bus = SessionBus(greeted_within=timedelta(seconds=20))
    yield bus
    bus.close()


@pytest.fixture
def losses(bus: SessionBus) -> list[str]:
    seen: list[str] = []
    bus.lost.connect(seen.append)
    return seen


def a_call() -> Message:
    return message_bus.GetNameOwner("org.freedesktop.Notifications")


@pytest.mark.usefixtures("listener")
def test_a_bus_that_accepts_and_says_nothing_is_given_up(qtbot: QtBot) -> None:
    bus = SessionBus(greeted_within=timedelta(milliseconds=50))
    replies: list[Reply] = []
    with qtbot.waitSignal(bus.lost, timeout=PATIENCE_MS) as lost:
        assert bus.open()
        bus.call(a_call(), replies.append)
    assert lost.args == ["The session bus does not answer."]
    assert replies == [Reply(error="The session bus does not answer.")]
    assert not bus.is_open


def test_a_greeting_that_lay_unread_is_not_late(listener: Listener, bus: SessionBus, losses: list[str]) -> None:
    bus.open()
    listener.accept_and_greet()
    bus._on_greeting_late()
    assert bus.is_open
    bus._on_greeting_late()
    assert losses == ["The session bus does not answer."]


def test_calls_wait_for_the_end_of_the_handshake(listener: Listener, bus: SessionBus, qtbot: QtBot) -> None:
    bus.open()
    bus.call(a_call(), lambda _: None)
    connection = listener.accept_and_greet()
    connection.setblocking(False)
    received = bytearray()

    def all_there() -> bool:
        try:
            received.extend(connection.recv(4096))
        except BlockingIOError:
            return False
        return b"GetNameOwner" in received

    wait_for(qtbot, all_there)
    assert received.startswith(b"BEGIN\r\n")
    assert received.index(b"Hello") < received.index(b"GetNameOwner")


@pytest.mark.parametrize("said", [b"REJECTED EXTERNAL\r\n", b"OK 1234\r\nmore", b"\xff" * 9000])
def test_a_bus_that_does_not_let_us_in_is_lost(
    listener: Listener, bus: SessionBus, losses: list[str], qtbot: QtBot, said: bytes
) -> None:
    bus.open()
    listener.accept().sendall(said)
    wait_for(qtbot, lambda: len(losses) == 1)
    assert not bus.is_open


@pytest.mark.parametrize("said", [b"\xff" * 64, b"l\x09\0\1" + bytes(60)])
def test_nonsense_on_the_wire_loses_the_bus(
    listener: Listener, bus: SessionBus, losses: list[str], qtbot: QtBot, said: bytes
) -> None:
    bus.open()
    connection = listener.accept_and_greet()
    wait_for(qtbot, lambda: bus._authenticator is None)
    connection.sendall(said)
    wait_for(qtbot, lambda: len(losses) == 1)
    assert "cannot be read" in losses[0]
    assert not bus.is_open


def test_a_bus_that_reads_no_more_does_not_hold_us(
    listener: Listener, bus: SessionBus, losses: list[str], qtbot: QtBot
) -> None:
    replies: list[Reply] = []
    bus.open()
    connection = listener.accept_and_greet()
    wait_for(qtbot, lambda: bus._authenticator is None)
    asked = 0
    while not losses:
        bus.call(a_call(), replies.append)
        asked += 1
    assert connection.fileno() > 0
    assert losses == ["The session bus does not read any more."]
    assert replies == [Reply(error=losses[0])] * asked


def test_a_full_socket_is_written_to_when_the_bus_reads_again(
    listener: Listener, bus: SessionBus, losses: list[str], qtbot: QtBot
) -> None:
    bus.open()
    connection = listener.accept_and_greet()
    connection.setblocking(False)
    wait_for(qtbot, lambda: bus._authenticator is None)
    while len(bus._unsent) < 100_000:
        bus.call(a_call(), lambda _: None)

    def is_drained() -> bool:
        try:
            connection.recv(1_000_000)
        except BlockingIOError:
            return not bus._unsent
        return False

    wait_for(qtbot, is_drained)
    assert bus.is_open
    assert not losses


def test_a_bus_too_busy_to_take_a_connection_is_told_at_once(
    listener: Listener, bus: SessionBus, losses: list[str], tmp_path: Path
) -> None:
    crowd = []
    try:
        while True:
            crowd.append(socket.socket(socket.AF_UNIX))
            crowd[-1].setblocking(False)
            crowd[-1].connect(str(tmp_path / "bus"))
    except BlockingIOError:
        pass
    assert not bus.open()
    assert len(losses) == 1
    for one in crowd:
        one.close()


@pytest.mark.parametrize(
    "address",
    ["", "unix:path=/nonexistent/bus", "unix:tmpdir=/nonexistent", "tcp:host=localhost,port=1", "autolaunch:", "bus"],
)
def test_an_address_that_leads_nowhere_is_told_at_once(
    bus: SessionBus, losses: list[str], monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    replies: list[Reply] = []
    assert not bus.open()
    bus.call(a_call(), replies.append)
    assert len(losses) == 1
    assert losses[0]
    assert replies[0].error


@pytest.mark.usefixtures("listener")
def test_without_jeepney_there_is_no_bus(bus: SessionBus, losses: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jeepney", None)
    assert not bus.open()
    assert len(losses) == 1


def test_the_bus_of_the_runtime_folder_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert session_address() == ""
    (tmp_path / "bus").touch()
    assert session_address() == f"unix:path={tmp_path}/bus"
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/somewhere")
    assert session_address() == "unix:path=/somewhere"


def test_it_can_be_opened_again(listener: Listener, bus: SessionBus, losses: list[str], qtbot: QtBot) -> None:
    bus.open()
    listener.accept_and_greet().close()
    wait_for(qtbot, lambda: len(losses) == 1)
    assert bus.open()
    listener.accept_and_greet()
    wait_for(qtbot, lambda: bus._authenticator is None)
    assert len(losses) == 1
