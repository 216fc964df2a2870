"""The small window that asks why a prompt was put off; it has been put off already, so nobody has to answer."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.errors import UncrampError
from desktop.later_state import LaterAnswer, LaterQuestion
from desktop.theme import GRID, Size, Token, is_new_look
from desktop.widgets.announcing import announce
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.flow import FlowLayout
from desktop.widgets.pages import Pages
from desktop.widgets.words import Words
from desktop.windows.later_answer import LaterAnswerPage
from desktop.wording import later as wording
from schedules.history import LaterWhy
from schedules.later import LaterWish

LEAST_MIN, MOST_MIN = 1, 480
_LONGEST = 40
"""Characters; more than any moment needs."""
_TYPED = (LaterWhy.MINUTES, LaterWhy.DONE)
"""Reasons with a field of their own."""


class LaterWindow(QWidget):
    """Asks, and then says what the answer has done. Escape closes it, and what was put off stays put off."""

    put_off_requested = Signal(object)
    """A `LaterWish`."""
    gentle_requested = Signal()
    relief_requested = Signal()
    help_requested = Signal()
    day_off_undone = Signal()
    proposal_answered = Signal(bool)
    """Yes or no."""
    closed = Signal()

    def __init__(self, question: LaterQuestion, read: Callable[[str], datetime]) -> None:
        """Make the window.

        Args:
            question: What it asks.
            read: The moment at which something was done, as it was typed; raises `UncrampError` for what is none.
        """
        super().__init__()
        self._read = read
        self.setWindowTitle(wording.window_title())
        self._content = QWidget()
        self._scroll = Pages()
        self._scroll.setWidget(self._content)
        self._wrong = Words(tone=Token.DANGER)
        self._wrong.say("")
        self._minutes = self._field("minutes", wording.minutes_label(), str(question.minutes))
        self._done = self._field("done-at", wording.done_label(), wording.now())
        self._first: Button | None = None
        self._asking = QWidget()
        self._lay_out_question(question)
        self._answer = LaterAnswerPage()
        self._answer.hide()
        self._join_answer()
        layout = QVBoxLayout(self._content)
        layout.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        layout.setSpacing(0)
        layout.addWidget(self._asking)
        layout.addWidget(self._answer)
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self.setMinimumSize(300, 240)
        self.resize(460, 620)

    def bring_up(self) -> None:
        """Show the window with the keyboard on its first reason."""
        self.show()
        self.raise_()
        self.activateWindow()
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, answer: LaterAnswer) -> None:
        """Say what the answer has done."""
        self._asking.hide()
        self._answer.tell(answer)
        self._answer.show()
        announce(self, answer.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it at what Later did."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it is closed."""
        super().closeEvent(event)
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the reasons out for the width."""
        super().resizeEvent(event)
        self._content.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need more room."""
        super().changeEvent(event)
        if is_new_look(event):
            self._content.updateGeometry()

    def _lay_out_question(self, question: LaterQuestion) -> None:
        layout = QVBoxLayout(self._asking)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(Words(wording.question(), size=Size.LARGE, strong=True))
        layout.addWidget(Words(question.title, tone=Token.MUTED))
        layout.addSpacing(GRID)
        for why in question.whys:
            if why not in _TYPED:
                layout.addWidget(self._reason(why, question))
        self._lay_out_typed(layout, question)
        layout.addWidget(self._wrong)
        layout.addSpacing(GRID)
        already = Words(tone=Token.MUTED)
        already.say(question.already)
        layout.addWidget(already)

    def _lay_out_typed(self, layout: QVBoxLayout, question: LaterQuestion) -> None:
        """The reasons that need a number or a time."""
        takes = (
            (LaterWhy.MINUTES, self._minutes, wording.minutes_take(), self._take_minutes),
            (LaterWhy.DONE, self._done, wording.done_take(), self._take_done),
        )
        for why, field, label, take in takes:
            if why not in question.whys:
                field.hide()
                continue
            button = Button(label)
            button.setObjectName(f"why:{why}")
            button.clicked.connect(lambda _checked=False, take=take: take())
            field.returnPressed.connect(take)
            layout.addSpacing(GRID)
            layout.addWidget(Words(field.accessibleName()))
            flow = FlowLayout(gap=GRID)
            flow.addWidget(field)
            flow.addWidget(button)
            layout.addLayout(flow)

    def _reason(self, why: LaterWhy, question: LaterQuestion) -> Button:
        button = Button(wording.reason(why, question.today), ButtonKind.PLAIN if self._first else ButtonKind.PRIMARY)
        button.setObjectName(f"why:{why}")
        button.clicked.connect(lambda _checked=False: self.put_off_requested.emit(LaterWish(why=why)))
        self._first = self._first or button
        return button

    def _field(self, name: str, label: str, text: str) -> QLineEdit:
        field = QLineEdit(text)
        field.setObjectName(name)
        field.setMaxLength(_LONGEST)
        field.setAccessibleName(label)
        return field

    def _join_answer(self) -> None:
        self._answer.gentle_requested.connect(self.gentle_requested)
        self._answer.relief_requested.connect(self.relief_requested)
        self._answer.help_requested.connect(self.help_requested)
        self._answer.day_off_undone.connect(self.day_off_undone)
        self._answer.proposal_answered.connect(self.proposal_answered)
        self._answer.close_requested.connect(self.close)

    def _take_minutes(self) -> None:
        typed = self._minutes.text().strip()
        minutes = int(typed) if typed.isdecimal() else 0
        if LEAST_MIN <= minutes <= MOST_MIN:
            self.put_off_requested.emit(LaterWish(why=LaterWhy.MINUTES, by=timedelta(minutes=minutes)))
        else:
            self._refuse(self._minutes, wording.minutes_wrong(LEAST_MIN, MOST_MIN))

    def _take_done(self) -> None:
        typed = self._done.text()
        try:
            at = self._read("now" if wording.is_now(typed) else typed)
        except UncrampError as error:
            self._refuse(self._done, f"{error.title} {error.remedy}")
            return
        self.put_off_requested.emit(LaterWish(why=LaterWhy.DONE, done_at=at))

    def _refuse(self, field: QLineEdit, wrong: str) -> None:
        self._wrong.say(wrong)
        announce(field, wrong)
        field.selectAll()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
