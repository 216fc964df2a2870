"""A field with its question above and, where something is wrong, what is wrong right below it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.theme import GRID, Token
from desktop.widgets.announcing import announce
from desktop.widgets.words import Words


class Field(QWidget):
    """A line to type into."""

    entered = Signal()
    """The Enter key was pressed in it."""

    def __init__(self, name: str, question: str, longest: int, parent: QWidget | None = None) -> None:
        """Make an empty field.

        Args:
            name: Its object name.
            question: What it asks.
            longest: In characters.
            parent: The widget it lies on.
        """
        super().__init__(parent)
        self._question = Words(question)
        self._line = QLineEdit()
        self._line.setObjectName(name)
        self._line.setMaxLength(longest)
        self._wrong = Words(tone=Token.DANGER)
        self._wrong.hide()
        self._question.setBuddy(self._line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        for widget in (self._question, self._line, self._wrong):
            layout.addWidget(widget)
        self.ask(question)
        self._line.returnPressed.connect(self.entered)

    def ask(self, question: str) -> None:
        """Ask something else."""
        self._question.setText(question)
        self._line.setAccessibleName(question)

    def typed(self) -> str:
        """What stands in it."""
        return self._line.text().strip()

    def fill(self, text: str) -> None:
        """Put a text into it, unless somebody is typing there."""
        if not self._line.hasFocus() and text != self._line.text():
            self._line.setText(text)

    def say_wrong(self, why: str) -> None:
        """Say what is wrong with what was typed; nothing where it is right."""
        self._wrong.say(why)
        self._line.setAccessibleDescription(why)
        if why:
            announce(self._line, why)
            self._line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The Enter key presses nothing else."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
