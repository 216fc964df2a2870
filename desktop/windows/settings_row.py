"""One row of the Settings page: its words, what changes it, and why the last change was not taken."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop.settings_state import OFF, ON, Change, Control, Option, Row
from desktop.theme import GRID, TARGET, Token, colour, is_new_look, scale
from desktop.widgets.buttons import Button
from desktop.widgets.choice import Pill
from desktop.widgets.field import Field
from desktop.widgets.flow import FlowLayout
from desktop.widgets.switch import Switch
from desktop.widgets.words import Words
from desktop.wording.settings_values import BREAK

_SHORT, _LONG = 120, 280
"""Pixels of a field at a text scale of 1."""
INSET = 9
"""So far the words of a switch lie from its edge: everything else begins under them."""


class RowView(QWidget):
    """Shows a `Row`."""

    change_requested = Signal(object)
    """`Change`."""
    action_requested = Signal(str)

    def __init__(self, row: Row, parent: QWidget | None = None) -> None:
        """Build what the row needs.

        Args:
            row: The first that is shown; its control stays what it is.
            parent: The owner.
        """
        super().__init__(parent)
        self.setObjectName(row.id)
        self.row = row
        self.is_ruled = False
        self._label = Words(strong=True)
        self._under = Words(tone=Token.MUTED)
        self._wrong = Words(tone=Token.DANGER)
        self._buttons = QWidget()
        self._options: tuple[Option, ...] = ()
        self._value: Words | None = None
        self._switch: Switch | None = None
        self._field: QLineEdit | None = None
        self._unit: Words | None = None
        self._choice: QWidget | None = None
        self._lay_out(self._control(row.control), is_explained=bool(row.under))
        self._rescale()

    @property
    def buttons(self) -> list[Button]:
        """What can be done about it."""
        return self._buttons.findChildren(Button)

    def tell(self, row: Row, *, is_busy: bool) -> None:
        """Show the row.

        Args:
            row: As it is now.
            is_busy: Its buttons wait.
        """
        self.row = row
        self._label.say("" if row.control is Control.SWITCH else row.label)
        self._under.say(row.under)
        self._wrong.say(row.wrong)
        if self._value is not None:
            self._value.say(row.value)
            self._value.setAccessibleName(row.value.replace(BREAK, ""))
        if self._switch is not None:
            self._switch.label(row.label)
            self._switch.setChecked(row.value == ON)
            self._switch.setAccessibleDescription(row.under)
        if self._field is not None and self._unit is not None:
            self._tell_field(row, self._field, self._unit)
        if self._choice is not None:
            self._tell_choice(row, self._choice)
        self._offer(row.buttons, is_busy=is_busy)

    def take_focus(self) -> None:
        """The keyboard goes to its first button."""
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line that parts it from the row before."""
        super().paintEvent(event)
        if self.is_ruled:
            painter = QPainter(self)
            painter.fillRect(QRectF(INSET, 0, self.width() - 2 * INSET, 1), colour(self, Token.HAIRLINE))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's text scale."""
        super().changeEvent(event)
        if is_new_look(event):
            self._rescale()

    def _control(self, control: Control) -> QWidget:
        """What changes it, or its value."""
        match control:
            case Control.SWITCH:
                self._switch = Switch()
                self._switch.clicked.connect(lambda on: self._change(ON if on else OFF))
                return self._switch
            case Control.CHOICE:
                self._choice = QWidget()
                FlowLayout(self._choice, gap=GRID // 2)
                return self._choice
            case Control.FACT:
                self._value = Words()
                return self._value
            case Control.FIELD:
                return self._typed()

    def _typed(self) -> QWidget:
        """A field, and its unit beside it."""
        self._field, self._unit = Field(), Words(roomy=True)
        self._field.editingFinished.connect(self._on_typed)
        self._unit.setMinimumHeight(TARGET)
        both = QWidget()
        line = FlowLayout(both, gap=GRID)
        line.addWidget(self._field)
        line.addWidget(self._unit)
        return both

    def _lay_out(self, control: QWidget, *, is_explained: bool) -> None:
        layout = QVBoxLayout(self)
        above = GRID // 2 if control is self._switch else GRID + 4
        layout.setContentsMargins(0, above, 0, GRID + 4 if is_explained else above)
        layout.setSpacing(GRID // 2)
        FlowLayout(self._buttons, gap=GRID)
        first: tuple[QWidget, ...] = (self._label, self._under, control)
        if control is self._switch:
            first = (control, self._under)
        elif control is self._value:
            first = (self._label, control, self._under)
        for widget in (*first, self._wrong, self._buttons):
            inset = 0 if widget is self._switch else INSET
            widget.setContentsMargins(inset, 0, inset, 0)
            layout.addWidget(widget)

    def _tell_field(self, row: Row, field: QLineEdit, unit: Words) -> None:
        field.setAccessibleName(row.label)
        field.setAccessibleDescription(" ".join(filter(None, (row.unit, row.under, row.wrong))))
        unit.say(row.unit)
        is_taken = not (field.hasFocus() and field.isModified())
        if is_taken and (field.text() != row.value or field.isUndoAvailable()):
            field.setText(row.value)  # what was typed before is no longer undone here, but by the window
        if row.wrong and field.hasFocus():
            field.selectAll()

    def _tell_choice(self, row: Row, choice: QWidget) -> None:
        if row.options != self._options:
            self._options = row.options
            for old in choice.findChildren(Pill):
                old.setParent(None)
                old.deleteLater()
            for option in row.options:
                self._add_pill(option, row.label, choice)
        for pill in choice.findChildren(Pill):
            pill.setChecked(pill.objectName() == row.value)

    def _add_pill(self, option: Option, label: str, choice: QWidget) -> None:
        pill = Pill(option.label, f"{label}: {option.label}", parent=choice)
        pill.setObjectName(option.id)
        pill.clicked.connect(lambda _checked=False: self._change(option.id))
        layout = choice.layout()
        assert layout is not None
        layout.addWidget(pill)

    def _offer(self, buttons: tuple[Option, ...], *, is_busy: bool) -> None:
        layout = self._buttons.layout()
        assert layout is not None
        if tuple(button.objectName() for button in self.buttons) != tuple(option.id for option in buttons):
            for old in self.buttons:
                old.setParent(None)
                old.deleteLater()
            for option in buttons:
                button = Button(option.label, spoken=option.spoken)
                button.setObjectName(option.id)
                button.clicked.connect(lambda _checked=False, id_=option.id: self.action_requested.emit(id_))
                layout.addWidget(button)
        for button in self.buttons:
            button.setEnabled(not is_busy)
        self._buttons.setVisible(bool(buttons))

    def _on_typed(self) -> None:
        assert self._field is not None
        self._field.setModified(False)
        self._change(self._field.text())

    def _change(self, value: str) -> None:
        self.change_requested.emit(Change(id=self.row.id, value=value))

    def _rescale(self) -> None:
        if self._field is not None:
            self._field.setMaximumWidth(round((_SHORT if self.row.unit else _LONG) * scale(QApplication.font())))
