"""The key that opens the relief from anywhere, where the platform lets a program have one."""

from PySide6.QtCore import QObject, Signal

from desktop.shortcut_key import RELIEF, ShortcutKey


class Shortcut(QObject):
    """A key of the whole desktop."""

    pressed = Signal()
    settled = Signal(bool)
    """Whether the key is ours now; told once, when it is known. Where it is not, nothing else changes."""

    def start(self, key: ShortcutKey = RELIEF) -> None:  # noqa: ARG002 where there is none, none is taken
        """Ask for a key; nothing here waits."""
        self.settled.emit(False)

    def close(self) -> None:
        """Give the key back."""
