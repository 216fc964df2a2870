"""The field that moves a planned prompt: by a press, or to a typed time. It says where the prompt would come."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.states import AheadLine, MoveWish, Said
from desktop.theme import GRID, Token
from desktop.widgets.announcing import announce
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.flow import FlowLayout
from desktop.widgets.words import Words
from desktop.wording import days as wording
from desktop.wording import editing as editing_wording
from desktop.wording.amounts import clock

_QUICK_MIN = (-30, 30, 60)
_LONGEST = 30


class MovePanel(QWidget):
    """Asks to when; closed by Escape, by its own button, and when the prompt has moved."""

    asked = Signal(MoveWish)
    """Something was typed."""
    requested = Signal(MoveWish)
    left = Signal()

    def __init__(self, line: AheadLine, zone: ZoneInfo) -> None:
        super().__init__()
        assert line.offer is not None
        self._key = line.offer.key
        question = wording.move_question(line, zone)
        self._field = QLineEdit()
        self._field.setObjectName("move-to")
        self._field.setMaxLength(_LONGEST)
        self._field.setAccessibleName(question)
        self._field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._said, self._wrong = Words(tone=Token.MUTED), Words(tone=Token.DANGER)
        self._said.hide()
        self._wrong.hide()
        take = Button(wording.move_take(), ButtonKind.PRIMARY)
        take.setObjectName("move-take")
        cancel = Button(editing_wording.cancel())
        cancel.setObjectName("move-cancel")
        typed, quick = FlowLayout(gap=GRID), FlowLayout(gap=GRID)
        self._order: list[QWidget] = [self._field, take, cancel]
        for widget in self._order:
            typed.addWidget(widget)
        for minutes in _QUICK_MIN:
            label = wording.move_quick(minutes)
            button = Button(label)
            button.setObjectName(f"move-by:{minutes}")
            there = clock(line.at + timedelta(minutes=minutes), zone)
            button.clicked.connect(lambda _checked=False, there=there: self._request(there))
            quick.addWidget(button)
            self._order.append(button)
        self._layout = layout = QVBoxLayout(self)
        layout.setSpacing(GRID)
        layout.addWidget(Words(question))
        layout.addLayout(typed)
        layout.addWidget(self._said)
        layout.addWidget(self._wrong)
        layout.addLayout(quick)
        self._field.textEdited.connect(self._ask)
        self._field.returnPressed.connect(lambda: self._request(self._field.text()))
        take.clicked.connect(lambda _checked=False: self._request(self._field.text()))
        cancel.clicked.connect(lambda _checked=False: self.leave())
        self.hide()

    def tab_order(self) -> list[QWidget]:
        """What takes the Tab key, in order."""
        return self._order

    def begin_at(self, inward: int) -> None:
        """Begin where the words of the line begin, in pixels."""
        start, end = (GRID, inward) if self.isRightToLeft() else (inward, GRID)
        self._layout.setContentsMargins(start, 0, end, GRID * 2)

    def open(self) -> None:
        """Show the empty field and go to it."""
        self._field.clear()
        self._said.say("")
        self._wrong.say("")
        self.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, said: Said) -> None:
        """Say where it would come, or why it cannot."""
        self._said.say(said.words if said.fits else "")
        self._wrong.say("" if said.fits else said.words)
        announce(self._field, said.words)

    def leave(self) -> None:
        """Close, and leave the prompt where it is."""
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the field, not the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _ask(self, typed: str) -> None:
        if typed.strip():
            self.asked.emit(MoveWish(key=self._key, typed=typed))
        else:
            self.say(Said(words=""))

    def _request(self, typed: str) -> None:
        self.requested.emit(MoveWish(key=self._key, typed=typed))
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
