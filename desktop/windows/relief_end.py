"""The last screen of the relief: what was noted, and how to change it. Nothing more is asked."""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.relief_view import Correction, ReliefView, Where
from desktop.theme import GRID, Size, Token
from desktop.widgets.announcing import announce
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.flow import FlowLayout
from desktop.widgets.words import Words
from desktop.windows.relief_parts import Headline, KeyButton
from desktop.windows.relief_where import ChoiceGrid
from desktop.wording import relief as wording
from desktop.wording import relief_end as end_wording
from schedules.history import Cramp, Muscle

_MOST_MINUTES = 600
_NOTE_LENGTH = 500


class ChangeForm(QWidget):
    """Where it was and how long: a press on an answer keeps both."""

    correction_requested = Signal(object)
    """A `Correction`."""
    forget_requested = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._where = Where(muscle=Muscle.OTHER)
        self._lasted: timedelta | None = None
        self._typed = ""
        label = Words(end_wording.lasted_label())
        self._minutes = QLineEdit()
        self._minutes.setObjectName("minutes")
        self._minutes.setMaxLength(6)
        self._minutes.setAccessibleName(end_wording.lasted_label())
        self._wrong = Words(tone=Token.DANGER)
        self._wrong.hide()
        self._grid = ChoiceGrid(keys=False)
        self._keep = Button(end_wording.keep_change())
        self._cancel = Button(end_wording.cancel())
        self._forget = Button(end_wording.forget(), ButtonKind.ALARM)
        for name, button in (("keep", self._keep), ("cancel", self._cancel), ("forget", self._forget)):
            button.setObjectName(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        flow = FlowLayout(gap=GRID)
        for button in (self._keep, self._cancel, self._forget):
            flow.addWidget(button)
        for widget in (label, self._minutes, self._wrong, self._grid):
            layout.addWidget(widget)
        layout.addLayout(flow)
        self._grid.chosen.connect(self._keep_with)
        self._minutes.returnPressed.connect(lambda: self._keep_with(self._where))
        self._keep.clicked.connect(lambda _checked=False: self._keep_with(self._where))
        self._cancel.clicked.connect(lambda _checked=False: self._leave())
        self._forget.clicked.connect(lambda _checked=False: self._on_forget())

    def open(self, cramp: Cramp) -> None:
        """Show what was noted."""
        self._where = Where(muscle=cramp.muscle or Muscle.OTHER, side=cramp.side)
        self._lasted = cramp.lasted
        self._typed = "" if cramp.lasted is None else f"{cramp.lasted / timedelta(minutes=1):.1f}".removesuffix(".0")
        self._minutes.setText(self._typed)
        self._wrong.say("")
        self._grid.set_usual(self._where)
        self.show()
        self._minutes.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self, width: int) -> None:
        """Suit a width in pixels."""
        self._grid.arrange(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the form, not the window."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _keep_with(self, where: Where) -> None:
        typed = self._minutes.text().strip().replace(",", ".")
        lasted = self._lasted
        if typed != self._typed:  # untouched, the seconds stay
            try:
                minutes = float(typed) if typed else None
            except ValueError:
                minutes = -1.0
            if minutes is not None and not 0 <= minutes <= _MOST_MINUTES:
                self._wrong.say(end_wording.lasted_wrong())
                announce(self._minutes, end_wording.lasted_wrong())
                self._minutes.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            lasted = None if minutes is None else timedelta(seconds=round(minutes * 60))
        self._leave()
        self.correction_requested.emit(Correction(where=where, lasted=lasted))

    def _on_forget(self) -> None:
        self._leave()
        self.forget_requested.emit()

    def _leave(self) -> None:
        self.hide()
        self.left.emit()


class NoteForm(QWidget):
    """One line of the person's own."""

    note_requested = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = QLineEdit()
        self._field.setObjectName("note")
        self._field.setMaxLength(_NOTE_LENGTH)
        self._field.setAccessibleName(end_wording.note_label())
        self._keep = Button(end_wording.keep_note())
        self._keep.setObjectName("keep-note")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(Words(end_wording.note_label()))
        layout.addWidget(self._field)
        layout.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignLeft)
        self._field.returnPressed.connect(self._take)
        self._keep.clicked.connect(lambda _checked=False: self._take())

    def open(self, note: str) -> None:
        """Show the note so far."""
        self._field.setText(note)
        self.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the field, not the window."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        self._leave()
        self.note_requested.emit(self._field.text().strip())

    def _leave(self) -> None:
        self.hide()
        self.left.emit()


class EndPage(QWidget):
    """What was noted."""

    correction_requested = Signal(object)
    note_requested = Signal(str)
    forget_requested = Signal()
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ReliefView | None = None
        self.headline = Headline()
        self._helped = Words(size=Size.TITLE, tone=Token.MUTED)
        self._note = Words(size=Size.LARGE, tone=Token.MUTED)
        self._night = Words(size=Size.TITLE, tone=Token.ACCENT)
        self._change_button = KeyButton(end_wording.change())
        self._note_button = KeyButton(end_wording.add_note())
        self._close_button = KeyButton(wording.close())
        self._row = QWidget()
        flow = FlowLayout(self._row, gap=GRID)
        for name, button in (
            ("change", self._change_button),
            ("add-note", self._note_button),
            ("end", self._close_button),
        ):
            button.setObjectName(name)
            flow.addWidget(button)
        self._close_button.setAccessibleName(wording.close_spoken())
        self._change, self._note_form = ChangeForm(), NoteForm()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID * 3)
        for widget in (self.headline, self._helped, self._note, self._night, self._row, self._change, self._note_form):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._change.hide()
        self._note_form.hide()
        self._join()

    def tell(self, view: ReliefView) -> None:
        """Show what was noted."""
        self._view = view
        cramp = view.record
        self.headline.say(end_wording.logged(cramp) if cramp is not None else end_wording.forgotten())
        self._helped.say(end_wording.logged_helped(cramp) if cramp is not None else "")
        self._note.say(cramp.note if cramp is not None else "")
        self._night.say(view.night_note)
        self._change_button.setVisible(cramp is not None)
        self._note_button.setVisible(cramp is not None)

    def first_focus(self, _view: ReliefView) -> QWidget:
        """Where the keyboard begins."""
        return self._close_button

    def press(self, _key: str) -> bool:
        """No key means anything here."""
        return False

    def clear(self) -> None:
        """What is not on show says nothing."""
        self._change.hide()
        self._note_form.hide()
        self._row.show()
        for words in (self.headline, self._helped, self._note, self._night):
            words.setText("")

    def arrange(self, width: int) -> None:
        """Suit a width in pixels."""
        self.headline.fit(width)
        self._change.arrange(width)

    def _join(self) -> None:
        self._change_button.clicked.connect(lambda _checked=False: self._open_change())
        self._note_button.clicked.connect(lambda _checked=False: self._open_note())
        self._close_button.clicked.connect(lambda _checked=False: self.close_requested.emit())
        self._change.correction_requested.connect(self.correction_requested)
        self._change.forget_requested.connect(self.forget_requested)
        self._note_form.note_requested.connect(self.note_requested)
        for form in (self._change, self._note_form):
            form.left.connect(self._on_left)

    def _open_change(self) -> None:
        if self._view is not None and self._view.record is not None:
            self._row.hide()
            self._change.open(self._view.record)

    def _open_note(self) -> None:
        if self._view is not None and self._view.record is not None:
            self._row.hide()
            self._note_form.open(self._view.record.note)

    def _on_left(self) -> None:
        self._row.show()
        self._close_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
