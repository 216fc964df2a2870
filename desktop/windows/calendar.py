"""The calendar window: which calendar is read, what was found in it, what counts as what, and the plan as a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QVBoxLayout, QWidget

from desktop.calendar_export import DAYS
from desktop.calendar_state import CalendarState, ExportWish
from desktop.theme import GRID, Size, Token, scale
from desktop.widgets.announcing import announce
from desktop.widgets.buttons import Button
from desktop.widgets.card import Card
from desktop.widgets.flow import FlowLayout
from desktop.widgets.pages import Pages
from desktop.widgets.sheet import Sheet
from desktop.widgets.words import Words
from desktop.windows.calendar_found import CalendarFound
from desktop.windows.calendar_source import CalendarSource
from desktop.windows.calendar_words import CalendarWords
from desktop.windows.relief_parts import Column
from desktop.wording import calendar as wording

_WIDEST = 720
"""Pixels of content, at a text scale of 1."""
_SIDE, _PAD = GRID * 3, GRID * 2

Choose = Callable[[QWidget], str]
"""Asks for a path; empty where none was chosen."""


class CalendarWindow(Sheet):
    """Shows a `CalendarState` and says what the person wishes."""

    source_requested = Signal(str)
    """A path or an address, as it was typed or chosen."""
    refresh_requested = Signal()
    remove_requested = Signal()
    words_requested = Signal(object)
    """A `WordsWish`."""
    usual_requested = Signal()
    export_requested = Signal(object)
    """An `ExportWish`."""

    def __init__(self, open_path: Choose | None = None, save_path: Choose | None = None) -> None:
        """Make the window.

        Args:
            open_path: Asks for a calendar file; None for the system's own question.
            save_path: Asks where to save; the same.
        """
        super().__init__()
        self._open_path, self._save_path = open_path or _asked_to_open, save_path or _asked_to_save
        self._state: CalendarState | None = None
        self.source, self.found, self.words = CalendarSource(), CalendarFound(), CalendarWords()
        self._told = Words(tone=Token.ACCENT)
        self._told.hide()
        self._scroll = Pages()
        self._lay_out()
        self._join()
        self.setWindowTitle(wording.window_title())
        self.setMinimumSize(300, 320)
        self.resize(820, 900)

    def tell(self, state: CalendarState) -> None:
        """Show a calendar; nothing that stayed the same is touched."""
        before, self._state = self._state, state
        self.source.tell(state)
        self._found_card.setVisible(bool(state.place) and state.read_at is not None)
        if before is None or (before.entries, before.zone) != (state.entries, state.zone):
            self.found.tell(state)
        self.words.tell(state.words)
        if before is None or state.told != before.told:
            self._told.say(state.told)
            if state.told:
                announce(self, state.told)
        if state.trouble is not None and (before is None or before.trouble is not state.trouble):
            announce(self, self.source.trouble)

    def bring_up(self) -> None:
        """Show the window and bring it to the front."""
        super().bring_up()
        self.source.take_focus()

    def show_export(self) -> None:
        """Go to what saves the plan: it stands below all the rest."""
        self._first_export.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self._export_card))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what stands in the fields, and tell that the window was closed."""
        self.words.finish()
        super().closeEvent(event)
        self.closed.emit()

    def _lay_out(self) -> None:
        content = Column()
        self._scroll.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._inner = QVBoxLayout(content)
        self._inner.setSpacing(GRID * 2)
        self._inner.addWidget(Words(wording.title(), size=Size.TITLE, strong=True))
        self._inner.addWidget(Words(wording.intro(), tone=Token.MUTED))
        self._inner.addWidget(_card(self.source))
        self._inner.addWidget(self._told)
        self._found_card = _card(self.found)
        self._inner.addWidget(self._found_card)
        self._inner.addWidget(_card(self.words))
        self._export_card = _card(self._export())
        self._inner.addWidget(self._export_card)
        self._close = Button(wording.close())
        self._close.setObjectName("close")
        self._inner.addWidget(self._close, 0, Qt.AlignmentFlag.AlignLeft)
        self._inner.addStretch(1)
        self._scroll.viewport_resized.connect(self._arrange)

    def _export(self) -> QWidget:
        """What saves the plan."""
        made = Column()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(Words(wording.export_title(), size=Size.LARGE, strong=True))
        layout.addWidget(Words(wording.export_help(), tone=Token.MUTED))
        row = FlowLayout(gap=GRID)
        buttons = {days: Button(wording.export(days)) for days in DAYS}
        for days, button in buttons.items():
            button.setObjectName(f"export {days}")
            button.clicked.connect(lambda _checked=False, days=days: self._ask_where(days))
            row.addWidget(button)
        self._first_export = next(iter(buttons.values()))
        layout.addLayout(row)
        return made

    def _join(self) -> None:
        self.source.source_requested.connect(self.source_requested)
        self.source.refresh_requested.connect(self.refresh_requested)
        self.source.remove_requested.connect(self.remove_requested)
        self.source.file_requested.connect(self._ask_which)
        self.words.words_requested.connect(self.words_requested)
        self.words.usual_requested.connect(self.usual_requested)
        self._close.clicked.connect(lambda _checked=False: self.close())

    def _ask_which(self) -> None:
        path = self._open_path(self)
        if path:
            self.source_requested.emit(path)

    def _ask_where(self, days: int) -> None:
        path = self._save_path(self)
        if path:
            self.export_requested.emit(ExportWish(path=Path(path), days=days))
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self._told))

    def _arrange(self) -> None:
        """Keep the lines short enough to be read."""
        width = self._scroll.viewport().width()
        side = max(GRID, (width - round(_WIDEST * scale(QApplication.font()))) // 2)
        self._inner.setContentsMargins(side, _SIDE, side, _SIDE)


def _card(content: QWidget) -> Card:
    made = Card()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
    layout.addWidget(content)
    return made


def _asked_to_open(parent: QWidget) -> str:
    return QFileDialog.getOpenFileName(parent, wording.choose_file(), str(Path.home()), wording.file_filter())[0]


def _asked_to_save(parent: QWidget) -> str:
    name = str(Path.home() / wording.export_name())
    return QFileDialog.getSaveFileName(parent, wording.export_title(), name, wording.export_filter())[0]
