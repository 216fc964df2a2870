"""The second half of "Why later?": what the answer has done, and what can follow from it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.later_state import LaterAnswer
from desktop.theme import GRID, Size
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.words import Words
from desktop.wording import later as wording


class LaterAnswerPage(QWidget):
    """Says it, and offers what belongs to it."""

    gentle_requested = Signal()
    relief_requested = Signal()
    help_requested = Signal()
    day_off_undone = Signal()
    proposal_answered = Signal(bool)
    close_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._line = Words(size=Size.LARGE, strong=True)
        self._proposal = Words()
        self._gentle = self._button("gentle", wording.gentle(), self.gentle_requested.emit, ButtonKind.PRIMARY)
        self._relief = self._button("relief", wording.relief(), self.relief_requested.emit)
        self._help = self._button("help", wording.help_item(), self.help_requested.emit)
        self._undo = self._button("undo", wording.undo_day_off(), self.day_off_undone.emit)
        self._yes = self._button("yes", wording.yes(), lambda: self.proposal_answered.emit(True), ButtonKind.PRIMARY)
        self._no = self._button("no", wording.no(), lambda: self.proposal_answered.emit(False))
        self._close = self._button("close", wording.close(), self.close_requested.emit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._line)
        layout.addSpacing(GRID)
        for widget in (self._gentle, self._relief, self._help, self._undo, self._proposal, self._yes, self._no):
            layout.addWidget(widget)
        layout.addSpacing(GRID)
        layout.addWidget(self._close)

    def tell(self, answer: LaterAnswer) -> None:
        """Say what was done."""
        self._line.say(answer.line)
        self._proposal.say(answer.proposal)
        self._gentle.setVisible(answer.sore and answer.gentle)
        for button in (self._relief, self._help):
            button.setVisible(answer.sore)
        self._undo.setVisible(answer.day_off)
        for button in (self._yes, self._no):
            button.setVisible(bool(answer.proposal))
        first = next(b for b in (self._gentle, self._yes, self._close) if not b.isHidden())
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, name: str, label: str, then: Callable[[], None], kind: ButtonKind = ButtonKind.PLAIN) -> Button:
        button = Button(label, kind)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked=False: then())
        return button
