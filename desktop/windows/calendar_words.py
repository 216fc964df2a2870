"""The part of the calendar window that tells by which words entries are recognised, and lets them be changed."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.calendar_state import WordsWish
from desktop.theme import GRID, Size, Token
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.flow import FlowLayout
from desktop.widgets.words import Words
from desktop.windows.relief_parts import Column
from desktop.wording import calendar as wording
from schedules.calendar import Sort

LONGEST = 1000
"""Characters of a field."""


class CalendarWords(Column):
    """A field for each sort of entries. What was typed holds once the field is left."""

    words_requested = Signal(object)
    """A `WordsWish`."""
    usual_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = {sort: _field(sort) for sort in Sort}
        self._told: dict[Sort, str] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(Words(wording.words_title(), size=Size.LARGE, strong=True))
        layout.addWidget(Words(wording.words_help(), tone=Token.MUTED))
        for sort, field in self._fields.items():
            label = Words(wording.words_label(sort))
            label.setContentsMargins(0, GRID // 2, 0, 0)
            layout.addWidget(label)
            layout.addWidget(field)
            field.editingFinished.connect(partial(self._take, sort))
        usual = Button(wording.usual(), ButtonKind.QUIET)
        usual.setObjectName("usual")
        usual.clicked.connect(lambda _checked=False: self.usual_requested.emit())
        row = FlowLayout(gap=GRID)
        row.addWidget(usual)
        layout.addLayout(row)

    def tell(self, words: tuple[tuple[Sort, str], ...]) -> None:
        """Show the words in force; a field that is being typed into is left alone."""
        for sort, text in words:
            field = self._fields[sort]
            if text != self._told.get(sort) and not field.isModified():
                field.setText(text)
                field.setCursorPosition(0)
            self._told[sort] = text

    def finish(self) -> None:
        """What stands in the fields is meant."""
        for sort in self._fields:
            self._take(sort)

    def _take(self, sort: Sort) -> None:
        field = self._fields[sort]
        if field.isModified():
            field.setModified(False)
            if field.text() != self._told.get(sort):
                self._told.pop(sort, None)  # so that it is shown as it was understood
                self.words_requested.emit(WordsWish(sort=sort, text=field.text()))


def _field(sort: Sort) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(f"words {sort}")
    made.setMaxLength(LONGEST)
    made.setAccessibleName(wording.words_label(sort))
    return made
