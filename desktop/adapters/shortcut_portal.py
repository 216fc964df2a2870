"""A key of the whole desktop under Wayland: the desktop's portal asks the person, and tells when it is pressed.

Source: XDG Desktop Portal documentation, org.freedesktop.portal.GlobalShortcuts and org.freedesktop.portal.Request.
"""

import logging
import re
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from desktop.adapters.session_bus import BusSignal, Reply, SessionBus, session_address
from desktop.adapters.shortcut import Shortcut
from desktop.shortcut_key import RELIEF, Modifier, ShortcutKey
from desktop.wording import tray as wording

if TYPE_CHECKING:
    from jeepney import Message

_BUS_NAME: Final = "org.freedesktop.portal.Desktop"
_PATH: Final = "/org/freedesktop/portal/desktop"
_SHORTCUTS: Final = "org.freedesktop.portal.GlobalShortcuts"
_REQUEST: Final = "org.freedesktop.portal.Request"
_ID: Final = "relief"
_HELD: Final = {Modifier.CTRL: "CTRL", Modifier.ALT: "ALT", Modifier.SHIFT: "SHIFT", Modifier.SUPER: "LOGO"}
_PLACE: Final = re.compile(r"(/[A-Za-z0-9_]+)+")

_log = logging.getLogger(__name__)


class PortalShortcut(Shortcut):
    """Created, bound, and then heard of; the person may have given it another key."""

    def __init__(self, bus: SessionBus | None = None, parent: QObject | None = None) -> None:
        """Store the way to the portal.

        Args:
            bus: A connection of its own; None for a new one.
            parent: The owner.
        """
        super().__init__(parent)
        self._bus = bus or SessionBus(parent=self)
        self._bus.heard.connect(self._on_heard)
        self._bus.lost.connect(self._on_lost)
        self._session, self._key = "", RELIEF
        self._is_settled = False

    def start(self, key: ShortcutKey = RELIEF) -> None:
        """Ask the portal for a session; the rest follows from its answers."""
        self._key = key
        self._is_settled = False
        if not session_address() or not self._bus.open():
            self._settle(is_ours=False)
            return
        from jeepney import MatchRule, message_bus

        for interface, member in ((_REQUEST, "Response"), (_SHORTCUTS, "Activated")):
            rule = MatchRule(type="signal", interface=interface, member=member)
            self._bus.call(message_bus.AddMatch(rule), lambda _reply: None)
        options = {"handle_token": ("s", "uncramp_create"), "session_handle_token": ("s", "uncramp")}
        self._bus.call(_call("CreateSession", "a{sv}", (options,)), self._on_asked)

    def close(self) -> None:
        """Give the key back: a session ends with its connection."""
        self._is_settled = True
        self._bus.close()

    def _on_asked(self, reply: Reply) -> None:
        """The portal took a request, or there is no portal, or it knows no such thing."""
        if reply.error:
            _log.info("No key for the relief: %s", reply.error)
            self._settle(is_ours=False)

    def _on_heard(self, signal: BusSignal) -> None:
        if signal.interface == _SHORTCUTS and signal.member == "Activated":
            if self._session and signal.body[:2] == (self._session, _ID):
                self.pressed.emit()
        elif signal.interface == _REQUEST and signal.member == "Response":
            match signal.body:
                case (int(code), dict(results)):
                    self._on_response(code, results)
                case _:
                    self._settle(is_ours=False)

    def _on_response(self, code: int, results: dict[str, Any]) -> None:
        """One of our requests was answered: a signal of a request goes to who made it alone."""
        match results:
            case _ if code:
                self._settle(is_ours=False)
            case {"session_handle": (_, str(session))} if _PLACE.fullmatch(session):
                self._session = session
                self._bind()
            case {"shortcuts": (_, bound)}:
                self._settle(is_ours=bool(bound))
            case {"session_handle": _}:
                self._settle(is_ours=False)

    def _bind(self) -> None:
        shortcut = {"description": ("s", wording.relief()), "preferred_trigger": ("s", _trigger(self._key))}
        options = {"handle_token": ("s", "uncramp_bind")}
        body = (self._session, [(_ID, shortcut)], "", options)
        self._bus.call(_call("BindShortcuts", "oa(sa{sv})sa{sv}", body), self._on_asked)

    def _on_lost(self, error: str) -> None:
        _log.info("No key for the relief: %s", error)
        self._session = ""
        self._settle(is_ours=False)

    def _settle(self, *, is_ours: bool) -> None:
        if not self._is_settled:
            self._is_settled = True
            self.settled.emit(is_ours)


def _trigger(key: ShortcutKey) -> str:
    """As the specification of shortcuts of XDG writes it: ``CTRL+ALT+c``."""
    return "+".join([*(name for each, name in _HELD.items() if each in key.held), key.key.lower()])


def _call(method: str, signature: str, body: tuple[Any, ...]) -> "Message":
    from jeepney import DBusAddress, new_method_call

    address = DBusAddress(_PATH, bus_name=_BUS_NAME, interface=_SHORTCUTS)
    return new_method_call(address, method, signature, body)
