"""The field for an amount that is on no button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import GRID, Token
from desktop.widgets.announcing import announce
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.flow import FlowLayout
from desktop.widgets.words import Words
from desktop.wording import today as wording
from desktop.wording.amounts import ML_PER_FL_OZ
from schedules.settings import Units

LEAST_ML, MOST_ML = 10, 3000


class AmountField(QWidget):
    """Asks how much was drunk; closed by Escape, by its own button and when it has its answer."""

    drink_requested = Signal(int)
    """Millilitres."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._units = Units.METRIC
        self._question = Words()
        self._field = QLineEdit()
        self._field.setObjectName("amount")
        self._field.setMaxLength(6)
        self._field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._wrong = Words(tone=Token.DANGER)
        self._log = Button(wording.other_log(), ButtonKind.PRIMARY)
        self._log.setObjectName("log-amount")
        self._cancel = Button(wording.other_cancel())
        self._cancel.setObjectName("cancel-amount")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self._question)
        flow = FlowLayout(gap=GRID)
        for widget in (self._field, self._log, self._cancel):
            flow.addWidget(widget)
        layout.addLayout(flow)
        layout.addWidget(self._wrong)
        self._field.returnPressed.connect(self._take)
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
        self._wrong.say("")
        self.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the field, not the window."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        volume_ml = _volume_ml(self._field.text(), self._units)
        if volume_ml is None:
            self._wrong.say(wording.other_wrong(LEAST_ML, MOST_ML, self._units))
            announce(self._field, self._wrong.text())
            self._field.selectAll()
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._leave()
        self.drink_requested.emit(volume_ml)

    def _leave(self) -> None:
        self.hide()
        self.closed.emit()


def _volume_ml(typed: str, units: Units) -> int | None:
    """What was typed, in millilitres; None where it is no amount that anybody drinks."""
    try:
        amount = float(typed.strip().replace(",", "."))
    except ValueError:
        return None
    volume_ml = amount if units is Units.METRIC else amount * ML_PER_FL_OZ
    return round(volume_ml) if LEAST_ML <= volume_ml <= MOST_ML else None
