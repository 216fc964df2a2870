import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from desktop.adapters.endpoint import secure, socket_path
from desktop.commands import client
from desktop.commands.client import UnansweredError, send
from desktop.commands.reply import Reply
from desktop.commands.wire import written_reply

REPLY = Reply(status=1, out="so far\n", err="as it goes\n")


@pytest.fixture
def database(home: Path) -> Path:
    return home / "uncramp.db"


@pytest.fixture
def listener(database: Path) -> Iterator[socket.socket]:
    """An instance that is only a socket."""
    path = socket_path(database)
    secure(path.parent)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        listener.bind(str(path))
        listener.listen()
        yield listener


def answering(listener: socket.socket, answer: bytes) -> Thread:
    """Take one command and give an answer, whatever it was."""

    def answer_one() -> None:
        connection, _address = listener.accept()
        with connection, connection.makefile("rb") as requests:
            requests.readline()
            connection.sendall(answer)

    thread = Thread(target=answer_one)
    thread.start()
    return thread


def test_the_answer_is_the_reply(listener: socket.socket, database: Path) -> None:
    thread = answering(listener, written_reply(REPLY))
    assert send(["undo"], database) == REPLY
    thread.join()


def test_quit_waits_for_the_end(listener: socket.socket, database: Path) -> None:
    thread = answering(listener, written_reply(REPLY))
    assert send(["quit"], database, to_the_end=True) == REPLY
    thread.join()


@pytest.mark.parametrize("answer", [b"", b'{"status": 0', b"\n", b"{}\n", b"hello\n"])
def test_an_end_without_an_answer_is_told(listener: socket.socket, database: Path, answer: bytes) -> None:
    thread = answering(listener, answer)
    with pytest.raises(UnansweredError) as caught:
        send(["undo"], database)
    assert "uncramp status" in caught.value.remedy
    thread.join()


def test_an_instance_that_hangs_is_told(
    listener: socket.socket, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "PATIENCE_S", 0.01)
    with pytest.raises(UnansweredError, match="does not answer"):
        send(["undo"], database)


def test_a_socket_that_was_left_behind_is_none(listener: socket.socket, database: Path) -> None:
    listener.close()
    assert send(["undo"], database) is None


def test_a_folder_of_somebody_else_is_not_trusted(listener: socket.socket, database: Path) -> None:
    folder = socket_path(database).parent
    folder.rename(folder.with_name("theirs"))
    folder.symlink_to(folder.with_name("theirs"))
    assert send(["undo"], database) is None


def test_what_stands_in_the_place_of_the_socket_is_told(database: Path) -> None:
    path = socket_path(database)
    secure(path.parent)
    path.touch()
    assert send(["undo"], database) is None
