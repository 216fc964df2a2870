"""The way to the Settings window: what it needs comes in when it is first wanted, and what it asks for is done.

Part of the composition root `desktop.app`.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop import window_parts as parts
from desktop.front import Front
from desktop.settings import places

if TYPE_CHECKING:
    from desktop.adapters.notifier_chain import NotifierChain
    from desktop.settings_desk import SettingsDesk
    from desktop.settings_parts import Here


class SettingsDoor(QObject):
    """Opens the window."""

    file_requested = Signal()
    """The settings file is to be opened."""
    erase_requested = Signal()
    """Everything is to be deleted, and the program to end."""

    def __init__(
        self, here: "Callable[[], Here]", front: Front, chain: "NotifierChain", parent: QObject | None = None
    ) -> None:
        """Store what it works with.

        Args:
            here: The running application, asked for once.
            front: Opens the other windows.
            chain: Shows the sample prompt.
            parent: The owner.
        """
        super().__init__(parent)
        self._here, self._front, self._chain = here, front, chain
        self._desk: SettingsDesk | None = None

    def open(self) -> None:
        """Show the window, or bring it to the front."""
        if self._desk is None:
            from desktop.sample import show_sample, take_away_when_pressed
            from desktop.settings_parts import settings_desk

            self._desk = settings_desk(self._here(), parts.settings_window, parts.file_dialogs(), self)
            self._desk.action_requested.connect(self._on_action)
            self._desk.sample_requested.connect(lambda: show_sample(self._chain))
            take_away_when_pressed(self._chain)
            self._desk.erase_requested.connect(self.erase_requested)
        self._desk.open()

    def close(self) -> None:
        """Let work on files come to its end."""
        if self._desk is not None:
            self._desk.close()

    def _on_action(self, asked: str) -> None:
        from desktop.settings_state import Action

        action, _colon, card_id = asked.partition(":")
        match action:
            case Action.CARD:
                self._front.open_evidence(card_id)
            case Action.OPEN_FILE:
                self.file_requested.emit()
            case Action.OPEN_FOLDER:
                parts.open_outside(str(places.home()))
            case Action.SCHEDULE:
                self._front.schedule_requested.emit()
            case Action.HEAT:
                self._front.heat_requested.emit()
            case Action.HELP:
                self._front.help_requested.emit()
