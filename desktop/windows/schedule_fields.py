"""A field of the schedule editor: its label, what is typed, and beside it why that cannot be."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.schedule_states import Trouble
from desktop.theme import GRID, Token, is_new_look
from desktop.widgets.announcing import announce
from desktop.widgets.field import Field as TextLine
from desktop.widgets.words import Words

_FRAME = 42
"""Pixels beside the text: padding, edge and cursor."""


class Line(TextLine):
    """A line as wide as what is usually typed into it."""

    def __init__(self, sample: str, parent: QWidget | None = None) -> None:
        """Make a line.

        Args:
            sample: What is usually typed.
            parent: The widget it lies on.
        """
        super().__init__(parent)
        self._sample = sample
        self.setMaxLength(60)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Wide enough for the sample."""
        return QSize(self.fontMetrics().horizontalAdvance(self._sample) + _FRAME, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """It may be narrower than its sample, but not than a time."""
        least = min(len(self._sample), 5)
        wide = self.fontMetrics().horizontalAdvance(self._sample[:least])
        return QSize(wide + _FRAME, super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's text scale."""
        if is_new_look(event):
            self.updateGeometry()
        super().changeEvent(event)


class Field(QWidget):
    """Tells what was typed once it is finished: with Enter, or by leaving the field."""

    typed = Signal(str)

    def __init__(self, place: str, sample: str, parent: QWidget | None = None) -> None:
        """Make a field.

        Args:
            place: Its name, as `desktop.schedule_states.Trouble` tells where something is wrong.
            sample: What is usually typed.
            parent: The widget it lies on.
        """
        super().__init__(parent)
        self._place, self._shown, self._trouble = place, "", ""
        self._label = Words(roomy=True)
        self.line = Line(sample)
        self.line.setObjectName(place)
        self._wrong = Words(tone=Token.DANGER)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._label)
        row.addWidget(self.line)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addLayout(row)
        layout.addWidget(self._wrong)
        self._wrong.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.line.editingFinished.connect(self._finish)

    def name(self, label: str, spoken: str = "") -> None:
        """Say what is typed here."""
        self._label.say(label)
        self.line.setAccessibleName(spoken or label)

    def tell(self, shown: str, trouble: Trouble | None) -> None:
        """Show a value, unless another is being typed; or why what was typed cannot be."""
        self._shown = shown
        wrong = trouble.words if trouble is not None and trouble.place == self._place else ""
        if wrong:
            self._tell_wrong(wrong)
            return
        self._trouble = ""
        self._wrong.say("")
        if not self.line.isModified() and self.line.text() != shown:
            self.line.setText(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape forgets what was typed; the next one is the window's."""
        if event.key() == Qt.Key.Key_Escape and (self.line.isModified() or self._trouble):
            self.line.setText(self._shown)
            self._trouble = ""
            self._wrong.say("")
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        if self.line.isModified():
            self.line.setModified(False)
            self.typed.emit(self.line.text())

    def _tell_wrong(self, wrong: str) -> None:
        if wrong == self._trouble and self._wrong.isVisible():
            return
        self._trouble = wrong
        self._wrong.say(wrong)
        announce(self.line, wrong)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()
