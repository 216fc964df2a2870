"""What answers on the desktop's buses: notifications, the tray, suspend, idle. Each call waits two seconds at most."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from desktop.health import Finding, Topic, fine, poor, unknown

PATIENCE_S = 2.0
NOTIFICATIONS = "org.freedesktop.Notifications"
WATCHER = "org.kde.StatusNotifierWatcher"
LOGIN = "org.freedesktop.login1"
IDLERS = ("org.gnome.Mutter.IdleMonitor", "org.freedesktop.ScreenSaver", "org.kde.screensaver")


class Bus:
    """One connection, for the length of the check-up."""

    def __init__(self, connection: Any) -> None:  # noqa: ANN401 jeepney has no types
        self._connection = connection

    def ask(self, name: str, path: str, interface: str, method: str, *body: str) -> tuple[Any, ...]:
        """The answer to a call.

        Raises:
            OSError: It is an error, or none came.
        """
        from jeepney import DBusAddress, MessageType, new_method_call

        call = new_method_call(DBusAddress(path, name, interface), method, "s" * len(body) or None, body)
        reply = self._connection.send_and_get_reply(call, timeout=PATIENCE_S)
        if reply.header.message_type is MessageType.error:
            raise ConnectionError(name)
        return tuple(reply.body)

    def has(self, name: str) -> bool:
        """Whether somebody owns a name."""
        bus = "org.freedesktop.DBus"
        return bool(self.ask(bus, "/org/freedesktop/DBus", bus, "NameHasOwner", name)[0])


@contextmanager
def bus(kind: str) -> Iterator[Bus | None]:
    """The ``SESSION`` bus or the ``SYSTEM`` bus, as jeepney names them; None where there is none."""
    connection = None
    if sys.platform == "linux":
        from jeepney.io.blocking import open_dbus_connection

        try:
            connection = open_dbus_connection(bus=kind)
        except (OSError, KeyError, ValueError):
            connection = None
    try:
        yield None if connection is None else Bus(connection)
    finally:
        if connection is not None:
            connection.close()


def session() -> list[Finding]:
    """What the session's bus and the system's have to say."""
    if sys.platform != "linux":
        return [
            unknown(topic, "other-platform") for topic in (Topic.NOTIFICATIONS, Topic.TRAY, Topic.SUSPEND, Topic.IDLE)
        ]
    with bus("SESSION") as own, bus("SYSTEM") as whole:
        return [_notifications(own), _tray(own), _suspend(whole), _idle(own)]


def _notifications(own: Bus | None) -> Finding:
    if own is None:
        return poor(Topic.NOTIFICATIONS, "no-bus")
    path = "/org/freedesktop/Notifications"
    try:
        name, _vendor, version, _spec = own.ask(NOTIFICATIONS, path, NOTIFICATIONS, "GetServerInformation")
        (abilities,) = own.ask(NOTIFICATIONS, path, NOTIFICATIONS, "GetCapabilities")
    except (OSError, ValueError):
        return poor(Topic.NOTIFICATIONS, "no-service")
    told = f"{name} {version}"
    return fine(Topic.NOTIFICATIONS, told) if "actions" in abilities else poor(Topic.NOTIFICATIONS, "no-buttons", told)


def _tray(own: Bus | None) -> Finding:
    if own is None:
        return unknown(Topic.TRAY, "maybe-old-tray")
    try:
        properties = "org.freedesktop.DBus.Properties"
        ((_kind, hosted),) = own.ask(
            WATCHER, "/StatusNotifierWatcher", properties, "Get", WATCHER, "IsStatusNotifierHostRegistered"
        )
    except (OSError, ValueError):
        # A panel of the old kind (XEmbed) shows icons without a word on the bus.
        why = "no-host" if os.environ.get("XDG_SESSION_TYPE") == "wayland" else "maybe-old-tray"
        return unknown(Topic.TRAY, why)
    return fine(Topic.TRAY) if hosted else poor(Topic.TRAY, "no-host")


def _suspend(whole: Bus | None) -> Finding:
    try:
        known = whole is not None and whole.has(LOGIN)
    except OSError:
        known = False
    return fine(Topic.SUSPEND, LOGIN) if known else unknown(Topic.SUSPEND, "no-login")


def _idle(own: Bus | None) -> Finding:
    try:
        found = [name for name in IDLERS if own is not None and own.has(name)]
    except OSError:
        found = []
    if found:
        return fine(Topic.IDLE, *found)
    if os.environ.get("DISPLAY"):
        return fine(Topic.IDLE, "X11")
    return unknown(Topic.IDLE, "no-idle")
