"""The field for an amount that is on no button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.states import AmountWish, Said
from desktop.theme import GRID, Token
from desktop.widgets.announcing import announce
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.flow import FlowLayout
from desktop.widgets.words import Words
from desktop.wording import editing
from desktop.wording import today as wording
from desktop.wording.amounts import ML_PER_FL_OZ
from schedules.settings import Units

LEAST_ML, MOST_ML = 10, 3000
MOST_IN_ALL_ML = 6000
"""So much can somebody say to have drunk in a whole day."""
_LONGEST = 40


class AmountField(QWidget):
    """Asks how much was drunk, and when; closed by Escape, by its own button and when it has its answer."""

    drink_requested = Signal(int)
    """Millilitres, now."""
    amount_requested = Signal(AmountWish)
    """An earlier drink, or all that was drunk so far: `answer` tells whether it could be taken."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._units = Units.METRIC
        self._question = Words(roomy=True)
        self._field = QLineEdit()
        self._field.setObjectName("amount")
        self._field.setMaxLength(6)
        self._field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._when_question = Words(editing.amount_when(), roomy=True)
        self._when = QLineEdit()
        self._when.setObjectName("amount-when")
        self._when.setMaxLength(_LONGEST)
        self._when.setAccessibleName(editing.amount_when())
        self._when.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._wrong = Words(tone=Token.DANGER)
        self._in_all = Button(editing.in_all())
        self._in_all.setObjectName("in-all")
        self._log = Button(wording.other_log(), ButtonKind.PRIMARY)
        self._log.setObjectName("log-amount")
        self._cancel = Button(wording.other_cancel())
        self._cancel.setObjectName("cancel-amount")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID, 0, 0)
        layout.setSpacing(GRID // 2)
        fields = FlowLayout(gap=GRID * 2)
        for question, field in ((self._question, self._field), (self._when_question, self._when)):
            fields.addWidget(_under(question, field))
        layout.addLayout(fields)
        layout.addWidget(self._wrong)
        layout.addSpacing(GRID // 2)
        flow = FlowLayout(gap=GRID)
        for widget in (self._log, self._in_all, self._cancel):
            flow.addWidget(widget)
        layout.addLayout(flow)
        self._field.returnPressed.connect(self._take)
        self._when.returnPressed.connect(self._take)
        self._in_all.clicked.connect(lambda _checked=False: self._take(in_all=True))
        self._log.clicked.connect(lambda _checked=False: self._take())
        self._cancel.clicked.connect(lambda _checked=False: self._leave())

    def ask_in(self, units: Units) -> None:
        """Ask in other units."""
        self._units = units
        self._question.setText(wording.other_question(units))
        self._field.setAccessibleName(wording.other_question(units))

    def open(self) -> None:
        """Show the empty field and go to it."""
        self._field.clear()
        self._when.clear()
        self._wrong.say("")
        self.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the field, not the window."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def answer(self, said: Said) -> None:
        """Whether an earlier drink could be taken."""
        if said.fits:
            self._leave()
        else:
            self._refuse(said.words, self._when if self._when.text().strip() else self._field)

    def _take(self, *, in_all: bool = False) -> None:
        most_ml = MOST_IN_ALL_ML if in_all else MOST_ML
        volume_ml = _volume_ml(self._field.text(), self._units, most_ml)
        if volume_ml is None:
            self._refuse(wording.other_wrong(LEAST_ML, most_ml, self._units), self._field)
            return
        typed = self._when.text().strip()
        if in_all or typed:
            self.amount_requested.emit(AmountWish(volume_ml=volume_ml, typed="" if in_all else typed, in_all=in_all))
            return
        self._leave()
        self.drink_requested.emit(volume_ml)

    def _refuse(self, words: str, field: QLineEdit) -> None:
        self._wrong.say(words)
        announce(field, words)
        field.selectAll()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self.hide()
        self.closed.emit()


def _under(question: Words, field: QLineEdit) -> QWidget:
    """A field under its question."""
    both = QWidget()
    layout = QVBoxLayout(both)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GRID // 2)
    layout.addWidget(question)
    layout.addWidget(field)
    return both


def _volume_ml(typed: str, units: Units, most_ml: int) -> int | None:
    """What was typed, in millilitres; None where it is no amount that anybody drinks."""
    try:
        amount = float(typed.strip().replace(",", "."))
    except ValueError:
        return None
    volume_ml = amount if units is Units.METRIC else amount * ML_PER_FL_OZ
    return round(volume_ml) if LEAST_ML <= volume_ml <= most_ml else None
