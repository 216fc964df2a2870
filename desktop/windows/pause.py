"""The small window that asks how long prompts are to pause."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from desktop.errors import UncrampError
from desktop.theme import GRID, Token, is_new_look
from desktop.widgets.announcing import announce
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.flow import FlowLayout
from desktop.widgets.sheet import Sheet
from desktop.widgets.words import Words
from desktop.wording import tray as wording

_LONGEST = 40
"""Characters; more than any moment needs."""


class PauseWindow(Sheet):
    """Asks until when; closed by Escape, by its own button and when it has its answer."""

    pause_requested = Signal(object)
    """The end, a `datetime`."""

    def __init__(self, read: Callable[[str], datetime]) -> None:
        """Make the window.

        Args:
            read: The end of a pause as it was typed; raises `UncrampError` for what is none.
        """
        super().__init__()
        self._read = read
        self.setWindowTitle(wording.pause_window())
        question = Words(wording.pause_question())
        self._field = QLineEdit()
        self._field.setObjectName("length")
        self._field.setMaxLength(_LONGEST)
        self._field.setAccessibleName(wording.pause_question())
        self._wrong = Words(tone=Token.DANGER)
        take = Button(wording.pause_take(), ButtonKind.PRIMARY)
        take.setObjectName("take")
        cancel = Button(wording.pause_cancel())
        cancel.setObjectName("cancel")
        buttons = FlowLayout(gap=GRID)
        buttons.addWidget(take)
        buttons.addWidget(cancel)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        layout.setSpacing(GRID)
        for widget in (question, self._field, self._wrong):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        layout.addStretch(1)
        self.setMinimumWidth(300)
        self.resize(420, 200)
        self._field.returnPressed.connect(self._take)
        take.clicked.connect(lambda _checked=False: self._take())
        cancel.clicked.connect(lambda _checked=False: self.close())

    def bring_up(self) -> None:
        """Show the window with the keyboard in its field."""
        self._wrong.say("")
        super().bring_up()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay as high as the words need at this width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need more room."""
        super().changeEvent(event)
        if is_new_look(event):
            self._fit()

    def _fit(self) -> None:
        self._layout.activate()
        self.setMinimumHeight(self._layout.totalHeightForWidth(self.width()))

    def _take(self) -> None:
        try:
            until = self._read(self._field.text())
        except UncrampError as error:
            self._wrong.say(f"{error.title} {error.remedy}")
            self._fit()
            announce(self._field, self._wrong.text())
            self._field.selectAll()
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.pause_requested.emit(until)
        self.close()
