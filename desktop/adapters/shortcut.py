"""The key that opens the relief from anywhere, where the platform lets a program have one."""

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
