"""The evidence window: what a piece of advice rests on, how sure it is, and what it does not show."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.theme import GRID, Scheme, Size, Token, scale
from desktop.widgets.announcing import announce
from desktop.widgets.buttons import QUIET_PAD, Button, ButtonKind
from desktop.widgets.card import Card as Surface
from desktop.widgets.flow import FlowLayout
from desktop.widgets.pages import Pages
from desktop.widgets.sheet import Sheet
from desktop.widgets.strength_bar import StrengthBar
from desktop.widgets.words import Words
from desktop.windows.relief_dress import wear
from desktop.windows.relief_parts import Column, Headline
from desktop.wording import evidence as wording
from desktop.wording import tray as tray_wording
from schedules.guides.advice import Card, Reference
from schedules.guides.routine import Strength

_WIDEST = 680
"""Pixels of content, at a text scale of 1: longer lines are hard to read."""
_FILLED = {Strength.GOOD: 3, Strength.MIXED: 2, Strength.WEAK: 1, Strength.EXPERT_ADVICE: 0}


class EvidencePage(Column):
    """One card from top to bottom, and the way out."""

    address_requested = Signal(str)
    help_requested = Signal()
    close_requested = Signal()

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        """Lay a card out.

        Args:
            card: In the person's language.
            parent: The owner.
        """
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(GRID * 3)
        self._claim = Headline(largest=Size.TITLE, grows=False)
        self._claim.say(card.claim)
        self._layout.addWidget(self._claim)
        self._layout.addLayout(_strength(card.strength))
        self._layout.addLayout(_part(wording.not_shown_title(), Words(card.not_shown)))
        works = _part(wording.sources_title(), *(self._work(reference) for reference in card.references))
        works.setSpacing(GRID)
        self._layout.addLayout(works)
        self._layout.addLayout(self._buttons())
        self._layout.addStretch(1)

    def arrange(self, width: int) -> None:
        """Keep the lines short enough to be read, at a width in pixels."""
        side = max(GRID, (width - round(_WIDEST * scale(QApplication.font()))) // 2)
        self._layout.setContentsMargins(side, GRID * 3, side, GRID * 3)
        self._claim.fit(width - 2 * side)

    def take_focus(self) -> None:
        """The keyboard starts at the way out."""
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _work(self, reference: Reference) -> QWidget:
        """What a work found, what it is called, and where it can be read."""
        surface = Surface()
        layout = QVBoxLayout(surface)
        side = GRID * 2 - QUIET_PAD  # the words of the button begin where the others do
        layout.setContentsMargins(side, GRID * 2, side, GRID // 2 if reference.address else GRID * 2)
        layout.setSpacing(GRID // 2)
        lines = [Words(reference.found)] if reference.found else []
        lines.append(Words(reference.work, tone=Token.MUTED if reference.found else Token.TEXT))
        for line in lines:
            line.setContentsMargins(QUIET_PAD, 0, QUIET_PAD, 0)
            layout.addWidget(line)
        if reference.address:
            button = Button(wording.read(), ButtonKind.QUIET, spoken=wording.read_spoken(reference))
            button.clicked.connect(lambda _checked=False: self.address_requested.emit(reference.address))
            row = FlowLayout(gap=GRID)
            row.addWidget(button)
            layout.addLayout(row)
        return surface

    def _buttons(self) -> QLayout:
        self.close_button = Button(wording.close(), ButtonKind.PRIMARY)
        self.close_button.setObjectName("close")
        self.close_button.clicked.connect(lambda _checked=False: self.close_requested.emit())
        helping = Button(tray_wording.help_item(), ButtonKind.QUIET)
        helping.setObjectName("help")
        helping.clicked.connect(lambda _checked=False: self.help_requested.emit())
        row = FlowLayout(gap=GRID)
        row.addWidget(self.close_button)
        row.addWidget(helping)
        return row


class EvidenceWindow(Sheet):
    """Shows one `Card` and says what the person wishes."""

    address_requested = Signal(str)
    """A page on the web is to be opened, in the browser."""
    help_requested = Signal()
    """When to get help."""

    def __init__(self, scheme: Scheme | None = None) -> None:
        """Make the window.

        Args:
            scheme: The colours of the window that it is opened from, where they are not the application's own.
        """
        super().__init__()
        self.scheme = scheme
        self._card: Card | None = None
        self._page: EvidencePage | None = None
        self._scroll = Pages()
        self._scroll.viewport_resized.connect(self._arrange)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        self.setWindowTitle(wording.window_title())
        self.setMinimumSize(300, 320)
        self.resize(720, 800)

    def tell(self, card: Card) -> None:
        """Show a card."""
        if card == self._card:
            return
        self._card = card
        self._page = EvidencePage(card)
        self._page.address_requested.connect(self.address_requested)
        self._page.help_requested.connect(self.help_requested)
        self._page.close_requested.connect(self.close)
        self._scroll.setWidget(self._page)  # which lets the page before go
        self._scroll.verticalScrollBar().setValue(0)
        if self.scheme is not None:
            wear(self, self.scheme, reduced_motion=True)
        self._arrange()

    def bring_up(self) -> None:
        """Show the window and bring it to the front."""
        super().bring_up()
        if self._page is not None and self._card is not None:
            self._page.take_focus()
            announce(self, f"{self._card.claim} {wording.strength(self._card.strength)}.")

    def _arrange(self) -> None:
        if self._page is not None:
            self._page.arrange(self._scroll.viewport().width())


def _strength(of: Strength) -> QLayout:
    """How sure it is: in words, and as a bar beside them."""
    bar = StrengthBar()
    bar.fill(_FILLED[of])
    heading = FlowLayout(gap=GRID * 2)
    heading.addWidget(bar)
    heading.addWidget(Words(wording.strength(of), size=Size.LARGE, strong=True, roomy=True))
    made = QVBoxLayout()
    made.setSpacing(GRID // 2)
    made.addLayout(heading)
    made.addWidget(Words(wording.strength_meaning(of), tone=Token.MUTED))
    return made


def _part(title: str, *widgets: QWidget) -> QVBoxLayout:
    made = QVBoxLayout()
    made.setSpacing(GRID // 2)
    made.addWidget(Words(title, size=Size.LARGE, strong=True))
    for widget in widgets:
        made.addWidget(widget)
    return made
