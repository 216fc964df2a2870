"""Keeps the screen from going dark while a guide runs, through the desktop's own service.

A crash lets go of it: each service releases what a connection, a process or a thread asked for when that is gone.
Source: freedesktop.org, Idle Inhibition Service; GNOME, org.gnome.SessionManager; XDG Desktop Portal, Inhibit;
Apple, caffeinate(8); Microsoft, SetThreadExecutionState.
"""

import logging
import os
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QProcess, QStandardPaths

from desktop.adapters.session_bus import Reply, SessionBus
from desktop.wording.guiding import why_awake

if TYPE_CHECKING:
    from jeepney import Message

_APP = "Uncramp"
_IDLE = 8
_PLACE = re.compile(r"(/[A-Za-z0-9_]+)+")
_LARGEST = 2**32 - 1
_ENDS_WITHIN_MS = 200
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2

_log = logging.getLogger(__name__)


class Awake(Protocol):
    """Holds the screen."""

    def hold(self, *, is_wanted: bool) -> None:
        """Keep the screen on, or let it go dark again. It never waits."""

    def close(self) -> None:
        """Let go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One of the services that a desktop may have, and the calls that ask it and let go."""

    name: str
    path: str
    interface: str
    ask: str
    signature: str
    arguments: tuple[Any, ...]
    let_go: str
    given_back: str = "u"
    """The signature of what `let_go` takes; empty where what was answered is itself an object to be closed."""

    def asking(self) -> "Message":
        """The call that holds the screen."""
        return _call(self.name, self.path, self.interface, self.ask, self.signature, *self.arguments)

    def can_give_back(self, answer: object) -> bool:
        """Whether an answer is one that `letting_go` takes: what cannot be given back is not held."""
        if not self.given_back:
            return isinstance(answer, str) and _PLACE.fullmatch(answer) is not None
        return isinstance(answer, int) and 0 <= answer <= _LARGEST

    def letting_go(self, answer: object) -> "Message":
        """The call that lets go of what was answered."""
        if not self.given_back:
            return _call(self.name, str(answer), "org.freedesktop.portal.Request", self.let_go, "")
        return _call(self.name, self.path, self.interface, self.let_go, self.given_back, answer)


def services() -> tuple[Service, ...]:
    """The services, in the order in which they are asked."""
    why = why_awake()
    return (
        Service(
            name="org.freedesktop.ScreenSaver",
            path="/org/freedesktop/ScreenSaver",
            interface="org.freedesktop.ScreenSaver",
            ask="Inhibit",
            signature="ss",
            arguments=(_APP, why),
            let_go="UnInhibit",
        ),
        Service(
            name="org.gnome.SessionManager",
            path="/org/gnome/SessionManager",
            interface="org.gnome.SessionManager",
            ask="Inhibit",
            signature="susu",
            arguments=(_APP, 0, why, _IDLE),
            let_go="Uninhibit",
        ),
        Service(
            name="org.freedesktop.portal.Desktop",
            path="/org/freedesktop/portal/desktop",
            interface="org.freedesktop.portal.Inhibit",
            ask="Inhibit",
            signature="sua{sv}",
            arguments=("", _IDLE, {"reason": ("s", why)}),
            let_go="Close",
            given_back="",
        ),
    )


class BusAwake(QObject):
    """Asks a service on the session bus, over a connection that is there only for as long."""

    def __init__(self, bus: SessionBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._bus.lost.connect(self._on_lost)
        self._is_wanted = False
        self._turn = 0
        """Counts the wishes: an answer to one that is over is given back."""
        self._held: tuple[Service, object] | None = None

    def hold(self, *, is_wanted: bool) -> None:
        """Keep the screen on, or let it go dark again."""
        if is_wanted == self._is_wanted:
            return
        self._is_wanted = is_wanted
        self._turn += 1
        if is_wanted:
            if self._bus.open():
                self._ask(services(), self._turn)
            return
        if self._held is not None:
            service, answer = self._held
            self._held = None
            self._bus.call(service.letting_go(answer), _ignore)
        # What was asked for and is not answered yet goes with the connection.
        self._bus.close()

    def close(self) -> None:
        """Let go."""
        self.hold(is_wanted=False)

    def _ask(self, left: tuple[Service, ...], turn: int) -> None:
        if not left:
            _log.info("No service here keeps the screen on")
            return
        self._bus.call(left[0].asking(), self._on_answer(left, turn))

    def _on_answer(self, asked: tuple[Service, ...], turn: int) -> Callable[[Reply], None]:
        def on_reply(reply: Reply) -> None:
            if turn != self._turn:
                return
            answer = next(iter(reply.body), None)
            if reply.error or not asked[0].can_give_back(answer):
                _log.info("%s does not keep the screen on: %s", asked[0].name, reply.error)
                if self._bus.is_open:
                    self._ask(asked[1:], turn)
                return
            self._held = (asked[0], answer)

        return on_reply

    def _on_lost(self, error: str) -> None:
        """The bus went, and every service has let go."""
        self._held = None
        _log.info("The screen may go dark: %s", error)


class ProgramAwake(QObject):
    """macOS: `caffeinate` keeps the display on until it ends, or until Uncramp does."""

    def __init__(self, program: str = "caffeinate", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._process: QProcess | None = None

    def hold(self, *, is_wanted: bool) -> None:
        """Keep the screen on, or let it go dark again."""
        if is_wanted:
            self._start()
        else:
            self._end()

    def close(self) -> None:
        """Let go."""
        process = self._process
        self._end()
        if process is not None:
            process.waitForFinished(_ENDS_WITHIN_MS)

    def _start(self) -> None:
        path = QStandardPaths.findExecutable(self._program)
        if self._process is None and path:
            self._process = QProcess(self)
            self._process.finished.connect(self._on_finished)
            self._process.start(path, ["-d", "-w", str(os.getpid())])

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._on_finished)
            process.finished.connect(process.deleteLater)
            process.terminate()

    def _on_finished(self) -> None:
        """It ended by itself."""
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()


class WindowsAwake:
    """Windows: the thread says that the display is in use."""

    def hold(self, *, is_wanted: bool) -> None:
        """Keep the screen on, or let it go dark again."""
        if sys.platform == "win32":
            import ctypes

            flags = _CONTINUOUS | _SYSTEM | _DISPLAY if is_wanted else _CONTINUOUS
            ctypes.windll.kernel32.SetThreadExecutionState(flags)

    def close(self) -> None:
        """Let go."""
        self.hold(is_wanted=False)


def awake_here(parent: QObject) -> Awake:
    """What keeps the screen on on this platform."""
    if sys.platform == "win32":
        return WindowsAwake()
    if sys.platform == "darwin":
        return ProgramAwake(parent=parent)
    return BusAwake(SessionBus(parent=parent), parent)


def _call(name: str, path: str, interface: str, method: str, signature: str, *body: object) -> "Message":
    from jeepney import DBusAddress, new_method_call

    return new_method_call(DBusAddress(path, bus_name=name, interface=interface), method, signature or None, body)


def _ignore(_reply: Reply) -> None:
    pass
