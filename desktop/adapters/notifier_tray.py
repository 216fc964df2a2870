"""The tray icon's own bubble: no buttons, but a click on it opens the prompt.

Qt cannot say whether a bubble was seen. On Linux it is believed only of a tray of the old kind (XEmbed), where Qt draws
the bubble itself: in a StatusNotifierItem tray the bubble goes to the notification service, which is what has just
failed, and without a tray it goes nowhere. A StatusNotifierItem has no geometry, which tells the two apart.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from desktop.adapters.notice_text import one_line, plain
from desktop.ports import Notice, NotifierFailure, Press, Shown
from schedules.prompts import Answer

_ON_SHOW_MS = 10_000


class TrayNotifier(QObject):
    """The port `Notifier` on a tray icon."""

    pressed = Signal(object)
    """`Press`: always `Answer.OPEN`, for the notice shown last, because Qt tells clicks on bubbles not apart."""
    failed = Signal(object)
    """`NotifierFailure`."""
    shown = Signal(object)
    """`Shown`."""

    name = "tray"
    has_buttons = False

    def __init__(self, icon: Callable[[], QSystemTrayIcon | None], parent: QObject | None = None) -> None:
        """Store what it needs.

        Args:
            icon: Finds the icon of the moment; it may be built anew when a tray host comes.
            parent: The owner.
        """
        super().__init__(parent)
        self._icon_now = icon
        self._icon: QSystemTrayIcon | None = None
        self._key = ""

    def show(self, notice: Notice) -> None:
        """Show a notice in the place of the last one."""
        icon = self._icon_now()
        if icon is None or not is_trusted(icon, sys.platform):
            self.failed.emit(NotifierFailure(key=notice.key, error="There is no tray whose bubbles can be relied on."))
            return
        if icon is not self._icon:
            icon.messageClicked.connect(self._on_clicked)
            self._icon = icon
        self._key = notice.key
        icon.showMessage(
            one_line(notice.title), plain(notice.body), QSystemTrayIcon.MessageIcon.Information, _ON_SHOW_MS
        )
        self.shown.emit(Shown(key=notice.key, by=self.name, has_buttons=self.has_buttons))

    def withdraw(self, key: str) -> None:
        """A click means nothing any more; the bubble itself goes when its time is over."""
        if key == self._key:
            self._key = ""

    def close(self) -> None:
        """Clicks mean nothing any more."""
        self._key = ""

    def _on_clicked(self) -> None:
        if self._key:
            self.pressed.emit(Press(key=self._key, answer=Answer.OPEN))


def is_trusted(icon: QSystemTrayIcon, platform: str) -> bool:
    """Whether a bubble of an icon can be relied on to appear."""
    if not icon.isVisible() or not QSystemTrayIcon.isSystemTrayAvailable() or not QSystemTrayIcon.supportsMessages():
        return False
    return not platform.startswith("linux") or icon.geometry().isValid()
