"""The card of a day's heat: how it is now, the curve with the blocks on it, how old that is and who says so."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.states import HeatDay
from desktop.theme import GRID, Size, Token
from desktop.widgets.buttons import QUIET_PAD, Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.flow import FlowLayout
from desktop.widgets.heat_curve import HeatCurve
from desktop.widgets.words import Words
from desktop.wording import heat as heat_wording
from desktop.wording import heat_day as wording

EVIDENCE = "heat-breaks"
"""The card behind the advice."""


class HeatCard(Card):
    """Shows a `HeatDay`, and says what the person wishes; hidden while there is none."""

    heat_requested = Signal()
    """The window of the weather."""
    signs_requested = Signal()
    """The signs of heat illness."""
    evidence_requested = Signal(str)
    address_requested = Signal(str)
    """A page on the web is to be opened, in the browser."""

    def __init__(self, *, opens: bool = True, parent: QWidget | None = None) -> None:
        """Make an empty card.

        Args:
            opens: It has the button that opens the window of the weather.
            parent: The widget it lies on.
        """
        super().__init__(parent, stripe=Token.WARM)
        self._day: HeatDay | None = None
        self._title = Words(wording.title(), tone=Token.MUTED)
        self._now = Words(size=Size.LARGE, strong=True)
        self._advice = Words()
        self._peak = Words()
        self._shade = Words(tone=Token.MUTED)
        self._curve = HeatCurve()
        self._floors = Words(tone=Token.MUTED)
        self._blocks = Words(tone=Token.MUTED)
        self._age = Words(tone=Token.MUTED)
        self._credit = Button(kind=ButtonKind.QUIET)
        self._credit.setObjectName("heat:credit")
        self._license = Button(kind=ButtonKind.QUIET)
        self._license.setObjectName("heat:license")
        self._signs = Button(wording.signs())
        self._signs.setObjectName("heat:signs")
        self._sure = Button(wording.sure(), ButtonKind.QUIET)
        self._sure.setObjectName("heat:evidence")
        self._open = Button(wording.open_window())
        self._open.setObjectName("heat:open")
        self._open.setVisible(opens)
        self._lay_out()
        self._join()
        self.hide()

    def tell(self, day: HeatDay | None) -> None:
        """Show a day; None for nothing."""
        self.setVisible(day is not None)
        if day is None or day == self._day:
            return
        self._day = day
        self._now.say(wording.now_line(day))
        self._advice.say(wording.advice_line(day))
        self._peak.say(wording.peak_line(day))
        self._shade.say(wording.shade_line(day))
        self._curve.tell(day)
        self._name_floors()
        self._blocks.say("\n".join(wording.block_line(n, block, day) for n, block in enumerate(day.blocks, 1)))
        self._age.say(wording.age_line(day))
        credit = heat_wording.attribution(day.source)
        self._credit.label(credit.text if credit is not None else "")
        self._credit.setVisible(credit is not None)
        self._license.setVisible(credit is not None and bool(credit.license))
        if credit is not None:
            self._license.label(credit.license, wording.license_spoken(credit.license))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the classes where there is room for it."""
        super().resizeEvent(event)
        self._name_floors()

    def _name_floors(self) -> None:
        if self._day is not None:
            self._floors.say(wording.floors_line(self._day) if self._curve.is_narrow else "")

    def _lay_out(self) -> None:
        words, links, buttons = QVBoxLayout(), FlowLayout(gap=0), FlowLayout(gap=GRID)
        words.setSpacing(GRID // 2)
        for widget in (self._title, self._now, self._advice, self._peak, self._shade):
            words.addWidget(widget)
        words.addSpacing(GRID)
        words.addWidget(self._curve)
        for widget in (self._floors, self._blocks, self._age):
            words.addWidget(widget)
        for link in (self._credit, self._license):
            links.addWidget(link)
        for button in (self._signs, self._open, self._sure):
            buttons.addWidget(button)
        below = QVBoxLayout()
        below.addLayout(buttons)
        layout = QVBoxLayout(self)
        # The words of a quiet button begin where the others do.
        layout.setContentsMargins(GRID * 3 - QUIET_PAD, GRID * 2, GRID * 2, GRID * 2)
        layout.setSpacing(0)
        for inset in (words, below):
            inset.setContentsMargins(QUIET_PAD, 0, 0, 0)
        layout.addLayout(words)
        layout.addLayout(links)
        layout.addLayout(below)

    def _join(self) -> None:
        self._signs.clicked.connect(lambda _checked=False: self.signs_requested.emit())
        self._open.clicked.connect(lambda _checked=False: self.heat_requested.emit())
        self._sure.clicked.connect(lambda _checked=False: self.evidence_requested.emit(EVIDENCE))
        self._credit.clicked.connect(lambda _checked=False: self._visit(to_license=False))
        self._license.clicked.connect(lambda _checked=False: self._visit(to_license=True))

    def _visit(self, *, to_license: bool) -> None:
        credit = None if self._day is None else heat_wording.attribution(self._day.source)
        if credit is not None:
            self.address_requested.emit(credit.license_link if to_license else credit.link)
