"""What every test stands on: a world of its own, without the machine's desktop, files, zone, language or network."""

import os
import socket
import sys
import time
from pathlib import Path

# Qt and the C library read these once, so they are set before anything imports Qt. The zone is none of the usual ones:
# what confuses UTC with local time shows.
os.environ |= {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_QPA_PLATFORMTHEME": "generic",
    "QT_FONT_DPI": "96",
    "QT_SCALE_FACTOR": "1",
    "LC_ALL": "C.UTF-8",
    "TZ": "America/Chicago",
    "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/session-bus",
    "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nonexistent/system-bus",
}
for name in ("DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE", "XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE", "QT_STYLE_OVERRIDE"):
    os.environ.pop(name, None)
if hasattr(time, "tzset"):
    time.tzset()

import pytest  # noqa: E402
from hypothesis import HealthCheck, settings  # noqa: E402

from tests.clock import FakeClock  # noqa: E402
from tests.desk import desk, desk_session  # noqa: E402

__all__ = ["desk", "desk_session"]

# No test is timed: the machine may be busy. In CI the examples are the same ones on every run.
settings.register_profile("local", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("local"), derandomize=True, database=None, print_blob=True)
settings.register_profile("quick", settings.get_profile("ci"), max_examples=10)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook: what a test reaches, it reaches on this machine."""
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        connection, address = arguments
        assert isinstance(connection, socket.socket)
        if connection.family not in {socket.AF_INET, socket.AF_INET6} or not isinstance(address, tuple):
            return
        host = address[0]
    else:
        return
    if not str(host or "localhost").startswith(("localhost", "127.", "::1")):
        raise PermissionError(f"A test tried to reach {host} over the network.")


sys.addaudithook(_refuse_network)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """One style on every machine."""
    return ["uncramp-tests", "-style", "Fusion"]


@pytest.fixture
def clock() -> FakeClock:
    """A clock that the test moves."""
    return FakeClock()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The `UNCRAMP_HOME` of this test; it exists and is empty."""
    return tmp_path / "home"


@pytest.fixture(autouse=True)
def _own_world(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes anything of the person who runs it, nor of another test."""
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    home.mkdir()
    monkeypatch.setenv("UNCRAMP_HOME", str(home))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    for variable, folder in (
        ("HOME", "user"),
        ("XDG_CONFIG_HOME", "user/config"),
        ("XDG_DATA_HOME", "user/data"),
        ("XDG_CACHE_HOME", "user/cache"),
        ("XDG_STATE_HOME", "user/state"),
    ):
        (tmp_path / folder).mkdir()
        monkeypatch.setenv(variable, str(tmp_path / folder))
