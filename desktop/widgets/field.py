"""A line to type in. Undo takes back what was typed; where nothing was, it is left to the window."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class Field(QLineEdit):
    """A line edit that keeps no shortcut to itself that it has no use for."""

    def event(self, event: QEvent) -> bool:
        """Say that Undo is not wanted here."""
        is_asked = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride
        if is_asked and not self.isUndoAvailable() and _is_undo(event):
            event.ignore()
            return False
        return super().event(event)


def _is_undo(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
