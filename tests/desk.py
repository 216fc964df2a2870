"""The desk: a private desktop where a test starts the program as a person does, and sees and presses what is shown."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.desk_session import DeskSession
    from tests.session_bus import Shown
    from tests.status_notifier import TrayHost

PROGRAMS = ("Xvfb", "dbus-daemon", "openbox", "dunst", "trayer", "xdotool", "setpriv")
"""What a desk is made of."""
HERE = (sys.executable, "-m", "desktop")
"""How the program is started that the tests import."""


class Desk:
    """One test's desk. It shares its screen and bus with the tests before and after, but neither files nor windows."""

    def __init__(self, session: "DeskSession", folder: Path, program: tuple[str, ...] = HERE) -> None:
        from tests.desk_session import Processes

        self.session = session
        self.env = dict(os.environ) | session.env
        """The environment for a program on this desk: screen, bus, and the test's own home."""
        self._program = program
        self._processes = Processes(folder)
        self._started: dict[str, subprocess.Popen[bytes]] = {}

    # Programs

    def start(self, *arguments: str, **env: str) -> subprocess.Popen[bytes]:
        """Start ``uncramp`` with arguments, as somebody who has set it up; it ends with the test."""
        settings = Path(self.env["UNCRAMP_HOME"]) / "settings.toml"
        if not os.path.lexists(settings) and not env.get("FIRST_START"):
            settings.write_text("version = 1\n", encoding="utf-8")
        process = self._processes.start([*self._program, *arguments], self.env | env, "uncramp")
        self._started["uncramp"] = process
        return process

    def start_beside(self, *command: str) -> None:
        """Start another program on this desk; it ends with the test."""
        self._processes.start(list(command), self.env, Path(command[0]).name)

    def run(self, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
        """Run a command of ``uncramp`` to its end."""
        return subprocess.run(
            [*self._program, *arguments],
            env=self.env | env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    def said(self, name: str = "uncramp") -> str:
        """What a program that was started has written so far."""
        log = self._processes.log_of(name)
        return log.read_text(errors="replace") if log.exists() else ""

    # Notifications

    @property
    def shown(self) -> tuple["Shown", ...]:
        """The notifications on show, the newest last."""
        return self.session.record.shown

    def wait_for_notification(self, text: str = "") -> "Shown":
        """The newest notification with a text in its title or body, once the daemon has it on the screen."""
        from tests.session_bus import wait_until

        def found() -> list["Shown"]:
            return [shown for shown in self.shown if text in f"{shown.title}\n{shown.body}"]

        wait_until(lambda: found() and self.session.dunst.displayed(), lambda: f"{text!r} notified; {self._state()}")
        return found()[-1]

    def press(self, label: str, on: "Shown | None" = None) -> None:
        """Press a button of a notification through the daemon's own menu.

        Raises:
            LookupError: The notification has no such button.
        """
        notification = on or self.wait_for_notification()
        keys = [key for key, name in notification.buttons if name == label]
        if not keys:
            raise LookupError(label, notification.labels)
        self.session.choose_in_menu(notification, keys[0])

    def click(self) -> None:
        """Click the newest notification itself."""
        self.session.dunst.click_newest()

    def dismiss_all(self) -> None:
        """Dismiss every notification, as a person does who has no time."""
        self.session.dunst.close_all()

    # Trays

    def tray_host(self) -> "TrayHost":
        """A panel for tray icons (StatusNotifierItem); it is not up yet."""
        from tests.status_notifier import TrayHost

        return TrayHost(self.session.client, self._start_tray_host, lambda: self._end("tray-host"))

    def start_trayer(self) -> None:
        """Bring up a panel of the old kind (XEmbed), at the bottom left corner of the screen."""
        command = ["trayer", "--edge", "bottom", "--align", "left", "--widthtype", "request", "--height", "32"]
        self._started["trayer"] = self._processes.start(command, self.env, "trayer")

    def stop_trayer(self) -> None:
        """Take the panel of the old kind away."""
        self._end("trayer")

    # The screen

    def xdotool(self, *arguments: str) -> str:
        """Move, click, type or search on the screen; what xdotool says."""
        done = subprocess.run(
            ["xdotool", *arguments], env=self.env, capture_output=True, text=True, check=False, timeout=30
        )
        return done.stdout.strip()

    def press_keys(self, window: str, *names: str) -> None:
        """Go to a window and press keys there, one after the other.

        In two calls: one that still knows of a window which the key has closed ends at once, the key held down.
        """
        self.xdotool("windowactivate", "--sync", window)
        self.xdotool("key", *names)

    def windows(self, name: str) -> tuple[str, ...]:
        """The visible windows whose title matches a regular expression."""
        return tuple(self.xdotool("search", "--onlyvisible", "--name", name).split())

    def clear(self) -> None:
        """End what the test started and take its notifications away."""
        self._processes.end_all()
        sys.stdout.write(self.said())
        self.session.tidy()

    def _state(self) -> str:
        """What can be known of why a notification is not there."""
        told, record = self.run("status", "--json"), self.session.record
        return f"shown {record.shown}, sent {record.all}, {self.session.dunst.displayed()} displayed; {told.stdout}"

    def _start_tray_host(self, command: list[str]) -> None:
        self._started["tray-host"] = self._processes.start(command, self.env, "tray-host")

    def _end(self, name: str) -> None:
        self._processes.end(self._started.pop(name))


@pytest.fixture(scope="session")
def desk_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator["DeskSession"]:
    """The screen, the bus and the daemon, once for all tests."""
    missing = [program for program in PROGRAMS if shutil.which(program) is None]
    if missing and not os.environ.get("CI"):
        pytest.skip(f"Not installed: {', '.join(missing)}. `make test` installs them on Debian.")
    assert not missing, f"In CI nothing is skipped, and these are not installed: {', '.join(missing)}"
    from tests.desk_session import DeskSession

    session = DeskSession(tmp_path_factory.mktemp("desk"))
    try:
        session.start()
        yield session
    finally:
        session.end()


@pytest.fixture
def desk(desk_session: "DeskSession", _own_world: None, tmp_path: Path) -> Iterator[Desk]:
    """A tidy desk with a home of this test's own."""
    desk_session.stay()
    desk = Desk(desk_session, tmp_path)
    yield desk
    desk.clear()
