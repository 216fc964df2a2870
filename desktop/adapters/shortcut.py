"""The key that opens the relief from anywhere, where the platform lets a program have one."""

import os
import sys

from PySide6.QtCore import QObject, Signal

SHORTCUT = "Ctrl+Alt+C"


class Shortcut(QObject):
    """A key of the whole desktop."""

    pressed = Signal()
    settled = Signal(bool)
    """Whether the key is ours now; told once, when it is known. Where it is not, nothing else changes."""

    def start(self) -> None:
        """Ask for the key; nothing here waits."""
        self.settled.emit(False)

    def close(self) -> None:
        """Give the key back."""


def shortcut_here(parent: QObject | None = None) -> Shortcut:
    """The way of this desktop: its portal under Wayland, the X server's own otherwise; on other systems there is none.

    Windows and macOS would need a hook in the event loop of the system, which Qt does not offer from Python: the tray
    menu and ``uncramp relief``, which any desktop can bind to a key, are the way there.
    """
    if sys.platform != "linux":
        return Shortcut(parent)
    if os.environ.get("WAYLAND_DISPLAY"):
        from desktop.adapters.shortcut_portal import PortalShortcut

        return PortalShortcut(parent=parent)
    if os.environ.get("DISPLAY"):
        from desktop.adapters.shortcut_x11 import X11Shortcut

        return X11Shortcut(parent=parent)
    return Shortcut(parent)
