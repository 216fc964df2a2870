import os
import socket
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from tests.clock import FakeClock


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("example.org", 443), ("2001:db8::1", 80)])
def test_the_network_is_out_of_reach(address: tuple[str, int]) -> None:
    with pytest.raises(PermissionError, match=address[0]):
        socket.create_connection(address)


def test_servers_on_this_machine_are_within_reach() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()


def test_the_persons_own_folders_are_out_of_sight(tmp_path: Path, home: Path) -> None:
    for name in ("UNCRAMP_HOME", "HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"):
        assert Path(os.environ[name]).is_relative_to(tmp_path)
    assert list(home.iterdir()) == []


def test_time_that_passes_moves_both_clocks_and_a_jump_moves_one(clock: FakeClock) -> None:
    start = clock.now()
    clock.advance(timedelta(minutes=5))
    clock.jump(timedelta(hours=-1))
    assert clock.now() - start == timedelta(minutes=-55)
    assert clock.monotonic() == 300.0
    assert clock.now().tzinfo is UTC
