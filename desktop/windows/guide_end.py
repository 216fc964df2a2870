"""The end of a guide: what was done, one question that may be left out, and the way out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.guide_state import Feeling, GuideState
from desktop.theme import GRID, Size, Token, scale
from desktop.widgets.banner import IconLabel
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.flow import FlowLayout
from desktop.widgets.icons import Icon
from desktop.widgets.pages import Pages
from desktop.widgets.words import Words
from desktop.wording import guide_end as wording

_WIDEST = 680
"""Pixels at a text scale of 1."""


class GuideEnd(Pages):
    """The page of a guide that is over."""

    felt = Signal(Feeling)
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Words(size=Size.HUGE, strong=True)
        self._mark = IconLabel(Icon.DONE, Token.GOOD)
        self._kept = Words(size=Size.LARGE, tone=Token.MUTED)
        self._question = Words(size=Size.TITLE, strong=True)
        self._answers = {feeling: self._answer(feeling) for feeling in Feeling}
        self._note = Words(tone=Token.MUTED)
        self._asking = QWidget()
        self._close = Button(wording.close(), ButtonKind.PRIMARY)
        self._close.setObjectName("close")
        self._close.clicked.connect(lambda _checked=False: self.close_requested.emit())
        self._lay_out()

    @property
    def buttons(self) -> tuple[Button, ...]:
        """In the order of the Tab key."""
        return (*self._answers.values(), self._close)

    def tell(self, state: GuideState) -> None:
        """Show what was done."""
        self._title.say(wording.ended(state))
        self._kept.say(wording.kept(state))
        self._question.say(wording.question())
        self._note.say(wording.feeling_note())
        self._asking.setVisible(state.has_held)
        self._mark.setVisible(state.session.finished)
        self._card.setMaximumWidth(round(_WIDEST * scale(QApplication.font())))

    def take_focus(self) -> None:
        """The keyboard starts at the way out: the question may be left out."""
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, feeling: Feeling) -> Button:
        button = Button(wording.feeling(feeling))
        button.setObjectName(feeling)
        button.clicked.connect(lambda _checked=False: self.felt.emit(feeling))
        return button

    def _lay_out(self) -> None:
        row = QWidget()
        flow = FlowLayout(row, gap=GRID)
        for button in self._answers.values():
            flow.addWidget(button)
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, GRID * 3, 0, GRID)
        asking.setSpacing(GRID + 4)
        for widget in (self._question, row, self._note):
            asking.addWidget(widget)
        way_out = QHBoxLayout()
        way_out.addWidget(self._close)
        way_out.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(GRID * 2)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._title, 1)
        card = Card()
        words = QVBoxLayout(card)
        words.setContentsMargins(GRID * 5, GRID * 4, GRID * 5, GRID * 4)
        words.setSpacing(GRID)
        words.addLayout(head)
        words.addWidget(self._kept)
        words.addWidget(self._asking)
        words.addSpacing(GRID * 2)
        words.addLayout(way_out)
        card.setMaximumWidth(_WIDEST)
        self._card = card
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, 20)
        across.addStretch(1)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        layout.addStretch(1)
        layout.addLayout(across)
        layout.addStretch(1)
        self.setWidget(content)
