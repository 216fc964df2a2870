"""Uncramp's own small prompts: the notifier of last resort.

Mostly none is ever shown, so what paints them comes with the first: every widget costs memory from then on.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.ports import Notice, NotifierFailure, Press, Shown
from desktop.theme import GRID
from desktop.wording import tray as wording
from desktop.wording.catalog import _

if TYPE_CHECKING:
    from desktop.windows.prompt_panel import PromptPanel

_MARGIN = GRID * 2
"""Between a panel and the edge of the screen, or the next panel."""


class PromptWindow(QObject):
    """The port `desktop.ports.Notifier`, shown by Uncramp itself; there is one panel for each notice."""

    pressed = Signal(Press)
    failed = Signal(NotifierFailure)
    shown = Signal(Shown)
    dismissed = Signal(str)
    """The key of a notice that was put away without an answer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = "window"
        self.has_buttons = True
        self._panels: dict[str, PromptPanel] = {}

    def show(self, notice: Notice) -> None:
        """Show a notice at the top right of the screen, or replace the one with the same key."""
        if not QGuiApplication.screens():
            self.failed.emit(NotifierFailure(key=notice.key, error=_("There is no screen.")))
            return
        from desktop.widgets.announcing import announce

        panel = self._panels.get(notice.key) or self._panel(notice.key)
        panel.tell(notice)
        self._place()
        panel.show()
        self.shown.emit(Shown(key=notice.key, by=self.name, has_buttons=self.has_buttons))
        announce(panel, f"{wording.ended(notice.title)} {notice.body}")
        if notice.sound:
            QApplication.beep()

    def withdraw(self, key: str) -> None:
        """Take a notice away."""
        panel = self._panels.pop(key, None)
        if panel is not None:
            panel.hide()
            panel.deleteLater()
            self._place()

    def close(self) -> None:
        """Take every notice away."""
        for key in tuple(self._panels):
            self.withdraw(key)

    def _panel(self, key: str) -> "PromptPanel":
        from desktop.windows.prompt_panel import PromptPanel

        panel = self._panels[key] = PromptPanel()
        panel.pressed.connect(self._on_pressed)
        panel.dismissed.connect(self._on_dismissed)
        return panel

    def _place(self) -> None:
        """Put the panels below each other. A tray icon's place is not known everywhere, the screen's corner is."""
        area = QGuiApplication.primaryScreen().availableGeometry()
        top = area.top() + _MARGIN
        for panel in self._panels.values():
            panel.move(QPoint(area.right() + 1 - _MARGIN - panel.width(), top))
            top += panel.height() + _MARGIN

    def _on_pressed(self, press: Press) -> None:
        self.withdraw(press.key)
        self.pressed.emit(press)

    def _on_dismissed(self, key: str) -> None:
        self.withdraw(key)
        self.dismissed.emit(key)
