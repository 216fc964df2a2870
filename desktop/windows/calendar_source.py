"""The part of the calendar window that tells which calendar is read, or asks for one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.calendar_source import LONGEST_SOURCE
from desktop.calendar_state import CalendarState
from desktop.theme import GRID, Size, Token
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.flow import FlowLayout
from desktop.widgets.words import Words
from desktop.windows.relief_parts import Column
from desktop.wording import calendar as wording


class CalendarSource(Column):
    """Asks for an address or a file; once there is one, tells its age and offers what can be done with it."""

    source_requested = Signal(str)
    file_requested = Signal()
    refresh_requested = Signal()
    remove_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asking, self._having = Column(), Column()
        self._trouble = Words(tone=Token.DANGER)
        self._trouble.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for widget in (self._asking, self._having, self._trouble):
            layout.addWidget(widget)
        self._lay_out_asking()
        self._lay_out_having()

    @property
    def trouble(self) -> str:
        """Why the calendar was not read, in words."""
        return self._trouble.text()

    def take_focus(self) -> None:
        """The keyboard starts at what is asked for, or at what can be done."""
        first = self._refresh if self._having.isVisible() else self._field
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, state: CalendarState) -> None:
        """Show what is read, or the field."""
        has = bool(state.place)
        had_focus = self._asking.isVisible() and self._field.hasFocus()
        self._asking.setVisible(not has)
        self._having.setVisible(has)
        if has:
            self._field.clear()
            self._place.say(wording.from_address(state.place) if state.is_address else state.place)
            self._age.say(wording.age(state.read_at, state.now, is_busy=state.is_busy))
            self._old.say(wording.too_old() if state.is_old else "")
            self._refresh.setEnabled(not state.is_busy)
            if had_focus:
                self._remove.setFocus(Qt.FocusReason.OtherFocusReason)
        is_kept = state.read_at is not None and not state.is_old
        self._trouble.say("" if state.trouble is None else wording.refusal(state.trouble, is_kept=is_kept))

    def _lay_out_asking(self) -> None:
        label = Words(wording.source_label(), strong=True)
        self._field = QLineEdit()
        self._field.setObjectName("source")
        self._field.setMaxLength(LONGEST_SOURCE)
        self._field.setPlaceholderText(wording.source_hint())
        self._field.setAccessibleName(wording.source_label())
        read = Button(wording.read_it(), ButtonKind.PRIMARY)
        read.setObjectName("read")
        choose = Button(wording.choose_file())
        choose.setObjectName("file")
        row = FlowLayout(gap=GRID)
        row.addWidget(read)
        row.addWidget(choose)
        layout = _column(self._asking)
        layout.addWidget(label)
        layout.addWidget(self._field)
        layout.addLayout(row)
        layout.addWidget(Words(wording.source_help(), tone=Token.MUTED))
        self._field.returnPressed.connect(self._take)
        read.clicked.connect(lambda _checked=False: self._take())
        choose.clicked.connect(lambda _checked=False: self.file_requested.emit())

    def _lay_out_having(self) -> None:
        self._place = Words(size=Size.LARGE, strong=True)
        self._age = Words(tone=Token.MUTED)
        self._old = Words(tone=Token.WARM)
        self._refresh = Button(wording.refresh())
        self._refresh.setObjectName("refresh")
        self._remove = Button(wording.remove(), ButtonKind.QUIET)
        self._remove.setObjectName("remove")
        row = FlowLayout(gap=GRID)
        row.addWidget(self._refresh)
        row.addWidget(self._remove)
        layout = _column(self._having)
        for words in (self._place, self._age, self._old):
            layout.addWidget(words)
        layout.addLayout(row)
        self._refresh.clicked.connect(lambda _checked=False: self.refresh_requested.emit())
        self._remove.clicked.connect(lambda _checked=False: self.remove_requested.emit())

    def _take(self) -> None:
        if self._field.text().strip():
            self.source_requested.emit(self._field.text())
        else:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)


def _column(of: QWidget) -> QVBoxLayout:
    made = QVBoxLayout(of)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(GRID)
    return made
