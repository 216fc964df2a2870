"""The month in Today: what was done on each day, as a picture that keys and a screen reader walk through."""

from calendar import monthrange
from datetime import timedelta

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.month_states import MonthState
from desktop.theme import GRID, Size, Token
from desktop.widgets.buttons import Button
from desktop.widgets.card import Card
from desktop.widgets.flow import FlowLayout
from desktop.widgets.icons import Icon
from desktop.widgets.month import DayCell
from desktop.widgets.words import Words
from desktop.wording import days as wording
from desktop.wording.planned import weekday

_WEEK = 7
_MOST_DAYS = 31
_ONE_DAY = timedelta(days=1)


class MonthCard(Card):
    """One month. It is hidden until there is one to show."""

    day_requested = Signal(object)
    """A `date`."""
    month_requested = Signal(object)
    """The first day of a month, or None to put the card away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: MonthState | None = None
        # Its own from the start, and in this order, which is that of the Tab key.
        self._back = Button(icon=Icon.BACK, spoken=wording.previous_month(), parent=self)
        self._title = Words(size=Size.LARGE, strong=True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._onward = Button(icon=Icon.ONWARD, spoken=wording.next_month(), parent=self)
        self._heads = [Words(tone=Token.MUTED) for _ in range(_WEEK)]
        self._cells: list[DayCell] = []
        self._grid = QGridLayout()
        self._key = FlowLayout(gap=GRID * 2)
        self._key_words = {
            name: Words(text, tone=Token.MUTED, roomy=True)
            for name, text in (
                ("drinks", wording.key_drinks()),
                ("stretched", wording.key_stretched()),
                ("moved", wording.key_moved()),
                ("cramp", wording.key_cramp()),
            )
        }
        self._lay_out()
        self._join()
        self.hide()

    def tell(self, state: MonthState | None) -> None:
        """Show a month; None puts the card away."""
        self.setVisible(state is not None)
        if state is None or state == self._state:
            self._state = state
            return
        if not self._cells:
            self._make_cells()
        keyboard = any(cell.hasFocus() for cell in self._cells)
        self._state = state
        self._title.setText(state.title)
        self._onward.setEnabled(not state.is_last)
        self._key_words["drinks"].setVisible(state.drinks)
        self._place(state)
        if keyboard:
            self._chosen().setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, *, yes: bool) -> None:
        """Give every pixel to the days where there are few."""
        side = GRID // 2 if yes else GRID * 2
        self._layout.setContentsMargins(side, GRID * 2, side, GRID * 2)

    def enter(self) -> None:
        """Go to the chosen day."""
        self._chosen().setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys turn the month, Escape puts it away."""
        key = event.key()
        if key == Qt.Key.Key_PageUp:
            self._turn(-1)
        elif key == Qt.Key.Key_PageDown:
            self._turn(1)
        elif key == Qt.Key.Key_Escape:
            self.month_requested.emit(None)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._back.setObjectName("month-back")
        self._onward.setObjectName("month-onward")
        head = QHBoxLayout()
        head.addWidget(self._back)
        head.addWidget(self._title, 1)
        head.addWidget(self._onward)
        self._grid.setSpacing(0)
        for column, words in enumerate(self._heads):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._grid.addWidget(words, 0, column)
            self._grid.setColumnStretch(column, 1)
        for words in self._key_words.values():
            self._key.addWidget(words)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(GRID)
        self._layout.addLayout(head)
        self._layout.addLayout(self._grid)
        self._layout.addLayout(self._key)
        self.set_narrow(yes=False)

    def _join(self) -> None:
        self._back.clicked.connect(lambda _checked=False: self._turn(-1))
        self._onward.clicked.connect(lambda _checked=False: self._turn(1))

    def _make_cells(self) -> None:
        """The days are made for the first month that is wanted: Today opens without."""
        self._cells = [DayCell(self) for _ in range(_MOST_DAYS)]
        for cell in self._cells:
            cell.clicked.connect(lambda _checked=False, cell=cell: self._on_clicked(cell))
            cell.step_requested.connect(lambda by, cell=cell: self._step(cell, by))
        before: QWidget = self._onward
        for cell in self._cells:
            QWidget.setTabOrder(before, cell)
            before = cell

    def _place(self, state: MonthState) -> None:
        """Put the days under their weekdays, the first of which the locale decides."""
        first_weekday = QLocale().firstDayOfWeek().value - 1
        monday = state.first - state.first.weekday() * _ONE_DAY
        for column, words in enumerate(self._heads):
            on = monday + ((first_weekday + column) % _WEEK) * _ONE_DAY
            words.setText(wording.weekday_short(on))
            words.setAccessibleName(weekday(on))
        offset = (state.first.weekday() - first_weekday) % _WEEK
        for place, cell in enumerate(self._cells):
            cell.setVisible(place < len(state.days))
            if place >= len(state.days):
                self._grid.removeWidget(cell)
                continue
            mark = state.days[place]
            is_chosen = mark.day == (state.chosen if self._holds_chosen(state) else state.days[0].day)
            cell.show_day(mark, is_chosen=is_chosen, is_today=mark.day == state.today)
            row, column = divmod(offset + place, _WEEK)
            self._grid.addWidget(cell, row + 1, column)

    def _chosen(self) -> DayCell:
        state = self._state
        for cell in self._cells:
            if state is not None and cell.mark is not None and cell.mark.day == state.chosen and cell.isVisibleTo(self):
                return cell
        return self._cells[0]

    def _on_clicked(self, cell: DayCell) -> None:
        if cell.mark is not None:
            self.day_requested.emit(cell.mark.day)

    def _step(self, cell: DayCell, by: int) -> None:
        """An arrow key: to a day of this month or of a neighbouring one, never beyond today."""
        if cell.mark is None or self._state is None:
            return
        there = cell.mark.day + by * _ONE_DAY
        if there <= self._state.today:
            self.day_requested.emit(there)

    def _turn(self, by: int) -> None:
        if self._state is None or (by > 0 and self._state.is_last):
            return
        first = self._state.first
        _, length = monthrange(first.year, first.month)
        there = first - _ONE_DAY if by < 0 else first + length * _ONE_DAY
        self.month_requested.emit(there.replace(day=1))

    def _holds_chosen(self, state: MonthState) -> bool:
        return any(mark.day == state.chosen for mark in state.days)
