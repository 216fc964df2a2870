"""What stands round every step of the relief, always in the same place: what it is about, help, and the way out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.relief_view import ReliefView
from desktop.theme import GRID, Size, Token, scale
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.flow import FlowLayout
from desktop.widgets.pages import Pages
from desktop.widgets.words import Words
from desktop.windows.relief_parts import Column
from desktop.wording import cold_pack
from desktop.wording import help as help_wording
from desktop.wording import relief as wording

_WIDEST = 1320
"""Pixels at a text scale of 1."""
_MOST_HEAD = 0.3
"""Of the window's height."""


class ReliefFrame(Column):
    """Holds the screens in `body`, which scrolls where it has to."""

    help_requested = Signal()
    close_requested = Signal()
    cold_stop_requested = Signal()
    resized = Signal()
    """There is more or less room for a screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Words(size=Size.TITLE, tone=Token.MUTED, strong=True)
        self.help_button = Button(help_wording.title(), ButtonKind.QUIET)
        self.help_button.setObjectName("help")
        self._close_button = Button(wording.close(), ButtonKind.QUIET)
        self._close_button.setObjectName("close")
        self._ice = Words(size=Size.LARGE, tone=Token.ACCENT, roomy=True)
        self._ice_stop = Button(cold_pack.cold_stop())
        self._ice_stop.setObjectName("cold-stop")
        self.unsaved = Words(tone=Token.MUTED)
        self.note = Words(tone=Token.MUTED)
        self.note.setObjectName("disclaimer")
        self._head = QWidget()
        self.content = Column()
        self.pages = Pages()
        self.body = QVBoxLayout()
        self._lay_out()
        self.pages.viewport_resized.connect(self.resized)
        self.help_button.clicked.connect(lambda _checked=False: self.help_requested.emit())
        self._close_button.clicked.connect(lambda _checked=False: self.close_requested.emit())
        self._ice_stop.clicked.connect(lambda _checked=False: self.cold_stop_requested.emit())

    def hasHeightForWidth(self) -> bool:
        """Any height will do: it scrolls."""
        return False

    def tell(self, view: ReliefView) -> None:
        """Show what a state says beside its step."""
        state = view.state
        self._title.setText(" · ".join(part for part in (wording.where_line(state), wording.title(state)) if part))
        self._ice.say(cold_pack.cold_line(view.ice) if view.ice is not None else "")
        self._ice_stop.setVisible(view.ice is not None)
        self.unsaved.say("" if view.is_kept else wording.not_kept())
        self.note.say(help_wording.disclaimer(view.help.number, is_own=view.help.is_own))

    def to_the_top(self) -> None:
        """Show the beginning of what is on show."""
        self.pages.verticalScrollBar().setValue(0)

    def arrange(self) -> int:
        """Suit the size; the width that is left for a screen."""
        width = self.pages.viewport().width()
        side = max(GRID * 2, (width - round(_WIDEST * scale(QApplication.font()))) // 2)
        self._inner.setContentsMargins(side, GRID, side, GRID * 2)
        self._place_head(side)
        return width - 2 * side

    def _place_head(self, side: int) -> None:
        """Keep help and the way out in sight, unless they take much of a small window: then they scroll."""
        self._set_head_margins(side)
        pinned = self._head.heightForWidth(self.width()) <= self.height() * _MOST_HEAD
        if not pinned:
            self._set_head_margins(0)
        home = self._outer if pinned else self._inner
        if self._head.parentWidget() is not home.parentWidget():
            home.insertWidget(0, self._head)
            self._head.show()

    def _set_head_margins(self, side: int) -> None:
        layout = self._head.layout()
        if layout is not None:
            layout.setContentsMargins(side, GRID * 2, side, 0)

    def _lay_out(self) -> None:
        self.pages.setWidget(self.content)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        head = QHBoxLayout(self._head)
        head.setSpacing(GRID)
        head.addWidget(self._title, 1)
        for button in (self.help_button, self._close_button):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._inner = QVBoxLayout(self.content)
        self._inner.setSpacing(GRID * 2)
        self._outer.addWidget(self._head)
        self._outer.addWidget(self.pages, 1)
        ice = FlowLayout(gap=GRID)
        ice.addWidget(self._ice)
        ice.addWidget(self._ice_stop)
        # Above the screens, so that Tab comes to it first, as the eye does.
        self._inner.addLayout(ice)
        self._inner.addLayout(self.body, 1)
        self._inner.addWidget(self.unsaved)
        self._inner.addWidget(self.note)
