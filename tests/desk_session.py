"""The programs of the private desktop: an X server, a session bus, a window manager, a real notification daemon."""

import os
import signal
import stat
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.session_bus import NOTIFICATIONS, BusClient, BusRecord, Dunst, Shown, wait_until

_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
"""Nothing is started by a call: who is not there is not there."""

_DUNST = """[global]
    monitor = 0
    follow = none
    width = (200, 460)
    origin = top-right
    offset = 20x20
    font = DejaVu Sans 12
    markup = full
    format = "<b>%s</b>\\n%b"
    notification_limit = 20
    history_length = 100
    stack_duplicates = false
    idle_threshold = 0
    show_indicators = yes
    ignore_dbusclose = false
    dmenu = {menu}
    mouse_left_click = do_action, close_current
    mouse_right_click = context
[urgency_low]
    timeout = 0
[urgency_normal]
    timeout = 0
[urgency_critical]
    timeout = 0
"""
"""Nothing times out by itself."""

_MENU = """#!/bin/sh
cat > '{folder}/menu'
grep -m 1 -F -f '{folder}/wanted' '{folder}/menu'
"""
"""Stands in for the menu that dunst opens: chooses the line that holds what the test wants."""


_STAYS_S = 100.0
"""Less than the five minutes after which somebody counts as away, with room for the longest test."""


class Processes:
    """Programs that end with whoever holds this, or with the tests, whichever comes first."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._running: list[subprocess.Popen[bytes]] = []

    def start(
        self, arguments: list[str], env: Mapping[str, str], name: str, pass_fds: tuple[int, ...] = ()
    ) -> subprocess.Popen[bytes]:
        """Start a program; what it says goes to a file."""
        with self.log_of(name).open("ab") as log:
            process = subprocess.Popen(
                ["setpriv", "--pdeathsig", "KILL", "--", *arguments],
                env=dict(env),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=pass_fds,
            )
        self._running.append(process)
        return process

    def log_of(self, name: str) -> Path:
        """Where a program's words are."""
        return self._folder / f"{name}.log"

    def end(self, process: subprocess.Popen[bytes]) -> None:
        """End one program, kindly if it listens."""
        self._running.remove(process)
        if process.poll() is not None:
            return
        process.send_signal(signal.SIGCONT)
        process.terminate()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def end_all(self) -> None:
        """End every program, the youngest first."""
        for process in reversed(self._running.copy()):
            self.end(process)


def _told_by(start: Callable[[int], object]) -> str:
    """The line that a program writes to the descriptor it is given when it is ready."""
    reading, writing = os.pipe()
    try:
        start(writing)
    finally:
        os.close(writing)
    with os.fdopen(reading, encoding="ascii") as answer:
        return answer.readline().strip()


class DeskSession:
    """The part of the desk that all tests of a run share."""

    display: str
    bus_address: str
    client: BusClient
    record: BusRecord
    dunst: Dunst

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.processes = Processes(folder)
        self._dunst_process: subprocess.Popen[bytes] | None = None
        self._stayed_at = float("-inf")

    @property
    def env(self) -> dict[str, str]:
        """How a program finds the screen and the bus."""
        return {
            "DISPLAY": self.display,
            "DBUS_SESSION_BUS_ADDRESS": self.bus_address,
            "QT_QPA_PLATFORM": "xcb",
            "XDG_SESSION_TYPE": "x11",
        }

    def start(self) -> None:
        """Bring everything up."""
        self.display = self._start_x()
        self.bus_address = self._start_bus()
        self.client = BusClient(self.bus_address)
        self.record = BusRecord(self.bus_address)
        self.record.start()
        self.dunst = Dunst(self.client)
        self.processes.start(["openbox", "--sm-disable"], self._whole_env(), "openbox")
        self.start_notifications()

    def choose_in_menu(self, notification: Shown, key: str) -> None:
        """Open the daemon's menu of buttons and choose one of a notification: its line ends with its id and key."""
        (self.folder / "wanted").write_text(f" [{notification.id},{key}]\n", encoding="utf-8")
        self.dunst.open_menu()

    def start_notifications(self) -> None:
        """Bring the notification daemon up, unless it is, and awake."""
        if self._dunst_process is not None and self._dunst_process.poll() is None:
            self._dunst_process.send_signal(signal.SIGCONT)
        else:
            self._dunst_process = self._start_dunst()
        wait_until(lambda: self.client.owned(NOTIFICATIONS), "dunst owns its name")

    def stop_notifications(self) -> None:
        """Take the notification daemon away."""
        if self._dunst_process is not None:
            self.processes.end(self._dunst_process)
            self._dunst_process = None
        wait_until(lambda: not self.client.owned(NOTIFICATIONS), "dunst gives up its name")

    def freeze_notifications(self) -> None:
        """Leave the notification daemon there, but deaf: it takes calls and answers none."""
        assert self._dunst_process is not None
        self._dunst_process.send_signal(signal.SIGSTOP)

    def tidy(self) -> None:
        """Make the desk as a test expects to find it."""
        self.start_notifications()
        self.dunst.close_all()
        wait_until(lambda: self.dunst.displayed() == 0, "every notification is closed")
        self.record.forget()

    def stay(self) -> None:
        """Press a key now and then, so that nobody counts as away while the tests run."""
        now = time.monotonic()
        if now - self._stayed_at > _STAYS_S:
            self._stayed_at = now
            subprocess.run(["xdotool", "key", "shift"], env=self._whole_env(), check=True, timeout=30)

    def end(self) -> None:
        """Take everything down."""
        self.processes.end_all()
        if hasattr(self, "record"):
            self.record.stop()

    def _whole_env(self) -> dict[str, str]:
        return os.environ | self.env | {"XDG_RUNTIME_DIR": str(self.folder), "HOME": str(self.folder)}

    def _start_x(self) -> str:
        def start(answer: int) -> None:
            # A key that is held down does not repeat (-r): it would look like somebody who types on and on.
            screen = ["-screen", "0", "1280x800x24", "-r", "-nolisten", "tcp", "-noreset"]
            command = ["Xvfb", "-displayfd", str(answer), *screen]
            self.processes.start(command, os.environ, "xvfb", pass_fds=(answer,))

        number = _told_by(start)
        assert number, self.processes.log_of("xvfb").read_text()
        return f":{number}"

    def _start_bus(self) -> str:
        configuration = self.folder / "bus.conf"
        configuration.write_text(_BUS.format(folder=self.folder))

        def start(answer: int) -> None:
            command = ["dbus-daemon", f"--config-file={configuration}", "--nofork", f"--print-address={answer}"]
            self.processes.start(command, os.environ, "bus", pass_fds=(answer,))

        address = _told_by(start)
        assert address, self.processes.log_of("bus").read_text()
        return address

    def _start_dunst(self) -> subprocess.Popen[bytes]:
        menu = self.folder / "menu.sh"
        menu.write_text(_MENU.format(folder=self.folder))
        menu.chmod(menu.stat().st_mode | stat.S_IXUSR)
        configuration = self.folder / "dunstrc"
        configuration.write_text(_DUNST.format(menu=menu))
        command = ["dunst", "-conf", str(configuration), "-verbosity", "info"]
        return self.processes.start(command, self._whole_env(), "dunst")
