"""Whether there is a display, and what Qt is told about it before it is imported. No Qt."""

import os
import socket
import sys
from pathlib import Path

GTK_DESKTOPS = ("gnome", "xfce", "mate", "cinnamon", "unity", "budgie", "pantheon", "lxde")


def has_display() -> bool:
    """Whether windows can be shown. Qt ends the process when it is sent to a display that is not there."""
    platforms = [name.partition(":")[0] for name in os.environ.get("QT_QPA_PLATFORM", "").split(";") if name]
    if not sys.platform.startswith("linux") or any(name not in _ASKED for name in platforms):
        return True  # Qt needs no display there, or was told of one that only it knows
    return any(_ASKED[name]() for name in platforms or _ASKED)


def prepare_qt() -> None:
    """Set what Qt reads once, unless the person has set it.

    Under GTK desktops Qt would load all of GTK 3 for its theme: 19 MB and 40 ms, for colours that the lighter theme
    knows as well.
    """
    desktops = os.environ.get("XDG_CURRENT_DESKTOP", "").lower()
    if any(name in desktops for name in GTK_DESKTOPS):
        os.environ.setdefault("QT_QPA_PLATFORMTHEME", "gnome")


def _has_wayland() -> bool:
    name, runtime = os.environ.get("WAYLAND_DISPLAY"), os.environ.get("XDG_RUNTIME_DIR")
    if not name:
        return False
    return _answers(str(Path(runtime or "/", name)))


def _has_x11() -> bool:
    host, _, number = os.environ.get("DISPLAY", "").rpartition(":")
    if not number:
        return False
    if host not in ("", "unix"):
        return True  # another machine's display: only Qt can tell
    path = f"/tmp/.X11-unix/X{number.partition('.')[0]}"  # noqa: S108 the place that X itself uses
    return _answers("\0" + path) or _answers(path)


def _answers(path: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(1)
        try:
            connection.connect(path)
        except OSError:
            return False
    return True


_ASKED = {"wayland": _has_wayland, "wayland-egl": _has_wayland, "xcb": _has_x11}
"""Qt's platforms that need a display, and whether it is there."""
