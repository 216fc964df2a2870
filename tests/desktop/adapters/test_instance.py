"""The running instance in processes of its own, and every kind of client."""

import select
import shutil
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from threading import Thread
from typing import BinaryIO

import pytest

from desktop.adapters.conversation import LONGEST_LINE, MOST_LINES
from desktop.adapters.endpoint import socket_path
from desktop.adapters.instance_socket import MOST_AT_ONCE
from desktop.commands.client import send
from tests.session_bus import wait_until

CHECKOUT = Path(__file__).parents[3]
PATIENCE_S = 30

Process = subprocess.Popen[str]
Start = Callable[..., Process]


@pytest.fixture
def database(home: Path) -> Path:
    """Says which instance is meant; it need not exist."""
    return home / "uncramp.db"


@pytest.fixture
def start(database: Path) -> Iterator[Start]:
    """Starts processes that would be the instance; what runs at the end is killed."""
    with ExitStack() as stack:

        def start(*patience: str) -> Process:
            command = [sys.executable, "-m", "tests.desktop.adapters.instance_worker", str(database), *patience]
            process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT)
            stack.enter_context(process)
            stack.callback(process.kill)
            return process

        yield start


@pytest.fixture
def running(start: Start) -> Process:
    """An instance that listens."""
    process = start()
    assert said(process) == "listening"
    return process


@pytest.fixture
def impatient(start: Start) -> Process:
    """The same, with little patience."""
    process = start("200")
    assert said(process) == "listening"
    return process


def said(process: Process) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def out(database: Path, *argv: str) -> str:
    reply = send(argv, database)
    assert reply is not None
    return reply.out


def connected(database: Path) -> socket.socket:
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(PATIENCE_S)
    connection.connect(str(socket_path(database)))
    return connection


def ends(connection: socket.socket) -> bool:
    """Wait until the other end has closed; a wait that is too long fails the test."""
    with connection:
        with suppress(ConnectionResetError):
            while connection.recv(65_536):
                pass
        return True


def send_without_end(connection: socket.socket, words: bytes) -> None:
    while True:
        connection.sendall(words)


def ask_without_end(connection: socket.socket) -> None:
    with suppress(OSError):
        send_without_end(connection, b"hello\n" * 1000)


def replies_until_the_end(replies: BinaryIO) -> Iterator[bytes]:
    with suppress(ConnectionResetError):
        yield from replies


def test_nothing_is_asked_while_none_runs(database: Path) -> None:
    assert send(["status"], database) is None


def test_of_many_that_start_at_once_one_listens_and_answers_the_others(start: Start, database: Path) -> None:
    processes = [start() for _number in range(8)]
    words = [said(process) for process in processes]
    assert sorted(words) == ["another"] * 7 + ["listening"]
    assert out(database, "hello") == "1"


def test_one_that_comes_second_finds_the_first_one_listening(start: Start, running: object, database: Path) -> None:
    assert said(start()) == "another"
    assert out(database, "hello") == "1"


def test_two_homes_have_two_instances(running: object, database: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    assert out(database, "hello") == "1"
    assert send(["hello"], other) is None


def test_one_that_was_killed_is_followed_by_the_next(start: Start, running: Process, database: Path) -> None:
    running.kill()
    running.wait()
    assert socket_path(database).exists()
    assert send(["hello"], database) is None
    assert said(start()) == "listening"
    assert out(database, "hello") == "1"


def test_whoever_saw_the_end_may_begin(start: Start, running: object, database: Path) -> None:
    reply = send(["quit"], database, to_the_end=True)
    assert reply is not None
    assert not socket_path(database).exists()
    assert said(start()) == "listening"


def test_one_whose_socket_is_taken_away_puts_it_back(start: Start, running: object, database: Path) -> None:
    socket_path(database).unlink()
    wait_until(lambda: send(["hello"], database), "it listens again")
    assert said(start()) == "another"
    assert stat.S_IMODE(socket_path(database).stat().st_mode) == 0o600


def test_one_whose_folder_is_taken_away_makes_it_anew_and_stays_the_only_one(
    start: Start, running: object, database: Path
) -> None:
    for _number in range(20):
        shutil.rmtree(socket_path(database).parent, ignore_errors=True)
        wait_until(lambda: send(["hello"], database), "it listens again", patience=20)
    assert said(start()) == "another"
    send(["quit"], database, to_the_end=True)
    assert not socket_path(database).exists()
    assert said(start()) == "listening"


def test_one_that_is_too_slow_to_put_it_back_ends(start: Start, running: Process, database: Path) -> None:
    running.send_signal(signal.SIGSTOP)
    shutil.rmtree(socket_path(database).parent)
    assert said(start()) == "listening"
    running.send_signal(signal.SIGCONT)
    assert running.wait(timeout=PATIENCE_S) == 0
    assert out(database, "hello") == "1"


def test_one_whose_lock_is_taken_away_is_still_the_only_one(start: Start, running: object, database: Path) -> None:
    lock = socket_path(database).with_suffix(".lock")
    lock.unlink()
    wait_until(lock.exists, "it is locked again")
    assert out(database, "hello") == "1"
    assert said(start()) == "another"


def test_only_the_user_can_reach_it(running: object, database: Path) -> None:
    path = socket_path(database)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_thousand_commands_in_a_row_are_all_answered(running: object, database: Path) -> None:
    assert [out(database, "hello") for _number in range(1000)] == [str(number) for number in range(1, 1001)]


def test_a_thousand_commands_over_one_connection_are_all_answered(running: object, database: Path) -> None:
    with connected(database) as connection, connection.makefile("rb") as replies:
        connection.sendall(b'{"argv": ["hello"]}\n' * 1000)
        assert len([replies.readline() for _number in range(1000)]) == 1000


def test_commands_of_many_at_once_are_all_answered(running: object, database: Path) -> None:
    answers: list[str] = []
    threads = [Thread(target=lambda: answers.append(out(database, "hello"))) for _number in range(100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(int, answers)) == list(range(1, 101))


def test_a_line_may_come_in_pieces(running: object, database: Path) -> None:
    with connected(database) as connection, connection.makefile("rb") as replies:
        for piece in (b'{"arg', b'v": ["hel', b'lo"]}', b"\n"):
            connection.sendall(piece)
        assert b'"out": "1"' in replies.readline()


def test_one_who_has_said_all_is_still_answered(running: object, database: Path) -> None:
    with connected(database) as connection:
        connection.sendall(b"{}\n{}\n")
        connection.shutdown(socket.SHUT_WR)
        with connection.makefile("rb") as replies:
            assert len(replies.readlines()) == 2


def test_a_long_answer_comes_whole(running: object, database: Path) -> None:
    assert len(out(database, "flood")) == 4_000_000


def test_one_who_keeps_silent_is_let_go(impatient: object, database: Path) -> None:
    assert ends(connected(database))


def test_one_who_never_finishes_a_line_is_let_go(impatient: object, database: Path) -> None:
    connection = connected(database)
    connection.sendall(b'{"argv": [')
    assert ends(connection)


def test_one_who_does_not_take_the_answer_is_let_go(impatient: object, database: Path) -> None:
    with connected(database) as connection:
        connection.sendall(b"flood\n")
        watch = select.poll()
        watch.register(connection, 0)
        ((_descriptor, event),) = watch.poll(PATIENCE_S * 1000)
        assert event & select.POLLHUP
    assert out(database, "hello") == "2"


def test_one_who_shouts_is_cut_off(running: object, database: Path) -> None:
    connection = connected(database)
    with pytest.raises(OSError, match=r"Broken pipe|reset"):
        send_without_end(connection, b"x" * LONGEST_LINE)
    assert ends(connection)
    assert out(database, "hello") == "1"


def test_one_who_asks_without_end_is_cut_off(running: object, database: Path) -> None:
    with connected(database) as connection, connection.makefile("rb") as replies:
        asking = Thread(target=ask_without_end, args=[connection])
        asking.start()
        assert sum(1 for _reply in replies_until_the_end(replies)) == MOST_LINES
        asking.join()
    assert out(database, "hello") == str(MOST_LINES + 1)


def test_a_crowd_that_keeps_silent_does_not_keep_others_out(running: object, database: Path) -> None:
    with ExitStack() as stack:
        for _number in range(MOST_AT_ONCE + 50):
            stack.enter_context(connected(database))
        assert out(database, "hello") == "1"


def test_a_bug_in_one_command_does_not_take_the_instance_away(running: object, database: Path) -> None:
    connection = connected(database)
    connection.sendall(b"crash\n")
    assert ends(connection)
    assert out(database, "hello") == "2"
