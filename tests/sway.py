"""A real Wayland compositor without a screen: sway, and what a test does in it."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk_session import Processes
from tests.session_bus import wait_until

_CONFIGURATION = "output HEADLESS-1 resolution 1280x800\nxwayland disable\n"
_NOBODY = 65_534
"""Sway does not start for root: the tests of a machine where all is done by root start it as nobody."""


class Sway:
    """One compositor, for the programs of one test."""

    def __init__(self, folder: Path, processes: Processes) -> None:
        self._folder, self._processes = folder, processes

    @property
    def env(self) -> dict[str, str]:
        """How a program finds it, and no X server."""
        return {
            "WAYLAND_DISPLAY": str(self._socket("wayland-*[0-9]")),
            "DISPLAY": "",
            "QT_QPA_PLATFORM": "wayland",
            "XDG_SESSION_TYPE": "wayland",
        }

    def start(self) -> None:
        """Bring it up."""
        configuration = self._folder / "config"
        configuration.write_text(_CONFIGURATION, encoding="ascii")
        configuration.chmod(0o644)
        command = ["sway", "--config", str(configuration)]
        if os.geteuid() == 0:
            os.chown(self._folder, _NOBODY, _NOBODY)
            command = ["setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups", "--", *command]
        env = {name: value for name, value in os.environ.items() if not name.startswith(("DISPLAY", "WAYLAND", "SWAY"))}
        without_screen = {"WLR_BACKENDS": "headless", "WLR_LIBINPUT_NO_DEVICES": "1", "WLR_RENDERER": "pixman"}
        here = {"XDG_RUNTIME_DIR": str(self._folder), "HOME": str(self._folder)}
        self._processes.start(command, env | without_screen | here, "sway")
        wait_until(lambda: self._found("wayland-*[0-9]") and self._found("sway-ipc*"), "sway is up")

    def tell(self, *command: str) -> str:
        """Give it a command; what it answers."""
        done = subprocess.run(
            ["swaymsg", "--socket", str(self._socket("sway-ipc*")), *command],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=True,
            timeout=30,
        )
        return done.stdout

    def shows(self, title: str) -> bool:
        """Whether a window with these words in its title is open."""
        return title in self.tell("-t", "get_tree")

    def _found(self, pattern: str) -> list[Path]:
        return sorted(self._folder.glob(pattern))

    def _socket(self, pattern: str) -> Path:
        return self._found(pattern)[0]


@pytest.fixture
def sway(tmp_path: Path) -> Iterator[Sway]:
    """A compositor of this test's own."""
    if shutil.which("sway") is None:
        assert not os.environ.get("CI"), "In CI nothing is skipped, and sway is not installed."
        pytest.skip("Not installed: sway. `make test` installs it on Debian.")
    processes = Processes(tmp_path)
    # A path that a socket's address has room for.
    with tempfile.TemporaryDirectory(prefix="sway-") as folder:
        made = Sway(Path(folder), processes)
        try:
            made.start()
            yield made
        finally:
            processes.end_all()
