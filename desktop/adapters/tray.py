"""The tray icon: there early, kept alive whatever becomes of the panel that hosts it.

It imports next to nothing and takes its pictures from outside, for it is the first thing that a person waits for.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from desktop.tray_state import TrayLook, TrayState

_WATCHER = "org.kde.StatusNotifierWatcher"
_SETTLE_MS = 300
"""A watcher that has just taken its name does not always answer yet."""


_LATE_MS = (1_000, 3_000, 10_000, 30_000)
"""When to look again for a host of the old kind, which a desktop may start long after its programs."""


class Tray(QObject):
    """Keeps an icon in the tray.

    Its `menu` is there from the start, for a host may read it once only; `desktop.widgets.menu` fills it later.
    """

    opened = Signal()
    """The icon was clicked: the main window is wanted."""
    available_changed = Signal(bool)
    """A tray appeared or went away."""
    message_clicked = Signal()

    def __init__(self, icon_of: Callable[[TrayLook], QIcon], parent: QObject | None = None) -> None:
        """Store what it shows; nothing is shown before `show`.

        Args:
            icon_of: Paints the icon of a look.
            parent: The object that owns it.
        """
        super().__init__(parent)
        self.menu = QMenu()
        self._icon_of = icon_of
        self._state = TrayState()
        self._icon: QSystemTrayIcon | None = None
        self._born_watched = False
        self._was_available: bool | None = None

    @property
    def icon(self) -> QSystemTrayIcon | None:
        """The icon on show; another one after a host came late."""
        return self._icon

    @property
    def is_available(self) -> bool:
        """Whether a person can see the icon."""
        return self._icon is not None and QSystemTrayIcon.isSystemTrayAvailable()

    def show(self) -> None:
        """Put the icon into the tray, and into any tray that comes later."""
        if _has_session_bus():
            self._watch()
        self._build()
        self.check()
        if not self.is_available:
            for wait_ms in _LATE_MS:
                QTimer.singleShot(wait_ms, self, self.check)

    def tell(self, state: TrayState) -> None:
        """Show a state; what stayed the same is not touched."""
        before, self._state = self._state, state
        if self._icon is None:
            return
        if state.look is not before.look:
            self._icon.setIcon(self._icon_of(state.look))
        if state.tooltip != before.tooltip:
            self._icon.setToolTip(state.tooltip)

    def close(self) -> None:
        """Take the icon away."""
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None

    def show_message(self, title: str, body: str) -> None:
        """Show the tray's own bubble, where there is one."""
        if self._icon is not None:
            self._icon.showMessage(title, body, QSystemTrayIcon.MessageIcon.Information)

    def check(self) -> None:
        """See whether there is a tray; hosts of the old kind (XEmbed) come and go without saying so."""
        available = self.is_available
        if available is not self._was_available:
            self._was_available = available
            self.available_changed.emit(available)

    def _build(self) -> None:
        self.close()
        self._icon = QSystemTrayIcon(self._icon_of(self._state.look), self)
        self._icon.setToolTip(self._state.tooltip)
        self._icon.setContextMenu(self.menu)
        self._icon.activated.connect(self._on_activated)
        self._icon.messageClicked.connect(self.message_clicked)
        self._icon.show()

    def _watch(self) -> None:
        """Hear of tray hosts on the bus.

        An icon made before the watcher has its name is never registered there, though Qt says that there is a tray; one
        that was made after comes back by itself when the watcher does (measured with Qt 6.11).
        """
        from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        watcher = QDBusServiceWatcher(_WATCHER, bus, QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange, self)
        watcher.serviceRegistered.connect(lambda _name: QTimer.singleShot(_SETTLE_MS, self, self._on_host_appeared))
        watcher.serviceUnregistered.connect(lambda _name: QTimer.singleShot(_SETTLE_MS, self, self.check))
        asked = bus.interface().isServiceRegistered(_WATCHER)
        self._born_watched = bool(asked.value())

    def _on_host_appeared(self) -> None:
        if not self._born_watched:
            self._born_watched = True
            self._build()
        self.check()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        # On a Mac a click opens the menu, and does not mean the window.
        if reason is QSystemTrayIcon.ActivationReason.Trigger and sys.platform != "darwin":
            self.opened.emit()


def _has_session_bus() -> bool:
    """Whether a session bus may answer; without one QtDBus is not even imported."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return sys.platform.startswith("linux") and bool(
        os.environ.get("DBUS_SESSION_BUS_ADDRESS") or (runtime and Path(runtime, "bus").exists())
    )
