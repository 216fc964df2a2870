"""The head of Today: the date, the way to other days, the menu of everything, and the button for a cramp."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from desktop.states import TodayState
from desktop.theme import GRID, Size, Token
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.flow import FlowLayout
from desktop.widgets.icons import Icon
from desktop.widgets.words import Words
from desktop.wording import days as days_wording
from desktop.wording import today as wording
from desktop.wording import tray as tray_wording

_ONE_DAY = timedelta(days=1)


class TodayHeader(QWidget):
    """The date and its buttons, always in the same place."""

    relief_requested = Signal()
    day_requested = Signal(object)
    """A `date`; None for the present day."""
    month_requested = Signal(object)
    """A day of the month to show; None to put the month away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: TodayState | None = None
        self._date = Words(size=Size.TITLE, strong=True)
        self._date.setObjectName("date")
        self._note = Words(tone=Token.MUTED)
        self._note.hide()
        self._back = Button(icon=Icon.BACK, spoken=days_wording.previous_day())
        self._onward = Button(icon=Icon.ONWARD, spoken=days_wording.next_day())
        self._month = Button(icon=Icon.CALENDAR, spoken=days_wording.month_button(is_open=False))
        self._today = Button(days_wording.to_today())
        self._actions = Button(wording.actions(), icon=Icon.MORE)
        self._relief = Button(tray_wording.relief(), ButtonKind.ALARM)
        self._buttons, self._days = QWidget(), QWidget()
        self._lay_out()
        self._join()

    def tell(self, state: TodayState) -> None:
        """Show a day."""
        self._state = state
        self._date.setText(wording.heading(state.day))
        note = days_wording.after_midnight(state.day) if state.after_midnight else ""
        self._note.say(note if state.is_today else "")
        self._onward.setEnabled(not state.is_today)
        self._today.setVisible(not state.is_today)
        self._month.setAccessibleName(days_wording.month_button(is_open=state.month is not None))
        self._month.set_kind(ButtonKind.PRIMARY if state.month is not None else ButtonKind.PLAIN)

    def set_menu(self, menu: QMenu) -> None:
        """The menu that the Actions button opens."""
        self._actions.setMenu(menu)

    def enter(self) -> None:
        """Go to the button of the month."""
        self._month.setFocus()

    def arrange(self, side: int, *, narrow: bool) -> None:
        """Put the buttons below the date where they have no room beside it.

        Args:
            side: The margin on both sides, in pixels; 0 where it scrolls with the rest, which has margins of its own.
            narrow: Whether there is no room.
        """
        across = QSizePolicy.Policy.Preferred if narrow else QSizePolicy.Policy.Maximum
        policy = QSizePolicy(across, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._buttons.setSizePolicy(policy)
        self._layout.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._layout.setContentsMargins(side, GRID * 2 if narrow else GRID * 3, side, GRID * 2 if side else 0)

    def _lay_out(self) -> None:
        for name, button in (
            ("day-back", self._back),
            ("day-onward", self._onward),
            ("month", self._month),
            ("to-today", self._today),
            ("actions", self._actions),
            ("relief", self._relief),
        ):
            button.setObjectName(name)
        days = QHBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(GRID // 2)
        for button in (self._back, self._onward, self._month):
            days.addWidget(button)
        self._days.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        words.addWidget(self._date)
        words.addWidget(self._note)
        words.addWidget(self._today, 0, Qt.AlignmentFlag.AlignLeading)
        flow = FlowLayout(self._buttons, gap=GRID + 4)
        for widget in (self._days, self._actions, self._relief):
            flow.addWidget(widget)
        self._today.hide()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setSpacing(GRID + 4)
        self._layout.addLayout(words, 1)
        self._layout.addWidget(self._buttons)

    def _join(self) -> None:
        self._relief.clicked.connect(lambda _checked=False: self.relief_requested.emit())
        self._back.clicked.connect(lambda _checked=False: self._go(-1))
        self._onward.clicked.connect(lambda _checked=False: self._go(1))
        self._today.clicked.connect(lambda _checked=False: self.day_requested.emit(None))
        self._month.clicked.connect(lambda _checked=False: self._toggle_month())

    def _go(self, by: int) -> None:
        if self._state is not None:
            there: date = self._state.day + by * _ONE_DAY
            self.day_requested.emit(there)

    def _toggle_month(self) -> None:
        if self._state is not None:
            self.month_requested.emit(None if self._state.month is not None else self._state.day)
