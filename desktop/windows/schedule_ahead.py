"""The next 24 hours in the schedule editor: what will come, and what is held back, line by line."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.schedule_states import AheadRow, AheadState
from desktop.theme import GRID, Size, Token
from desktop.widgets.ahead_line import AheadLine
from desktop.widgets.card import Card
from desktop.widgets.icons import Icon
from desktop.widgets.words import Words
from desktop.wording import schedule as wording


class AheadCard(Card):
    """The list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[AheadRow, ...] = ()
        self._title = Words(wording.ahead_title(), size=Size.LARGE, strong=True)
        self._note = Words(tone=Token.MUTED)
        self._note.setObjectName("ahead-note")
        self._lines = QWidget()
        self._list = QVBoxLayout(self._lines)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        layout.setSpacing(GRID // 2)
        for widget in (self._title, self._note, self._lines):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._note.hide()

    def tell(self, ahead: AheadState) -> None:
        """Show what comes."""
        self._note.say(ahead.note)
        if ahead.rows == self._rows:
            return
        self._rows = ahead.rows
        while item := self._list.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        day = ""
        for row in ahead.rows:
            if row.day != day:
                day = row.day
                self._list.addWidget(Words(day, tone=Token.MUTED))
            line = AheadLine(
                time=row.time, title=row.title, icon=Icon(row.mark.value), spoken=row.spoken, quiet=row.quiet
            )
            self._list.addWidget(line)
