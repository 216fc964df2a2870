"""The window of the weather: the heat of the day, where the weather comes from, and for which place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout

from desktop.heat_state import HeatView, TypedReading
from desktop.ports import FoundPlace
from desktop.theme import GRID, Size, Token, scale
from desktop.widgets.buttons import Button
from desktop.widgets.flow import FlowLayout
from desktop.widgets.pages import Pages
from desktop.widgets.sheet import Sheet
from desktop.widgets.words import Words
from desktop.windows.heat_card import HeatCard
from desktop.windows.heat_place import PlaceCard
from desktop.windows.heat_source import SourceCard
from desktop.windows.heat_typed import TypedCard
from desktop.windows.relief_parts import Column
from desktop.wording import heat_day as day_wording
from desktop.wording import heat_window as wording
from schedules.settings import WeatherSource

_WIDEST = 760
"""Pixels of content, at a text scale of 1: longer lines are hard to read."""
_OFFLINE = (WeatherSource.OFF, WeatherSource.TYPED)


class HeatWindow(Sheet):
    """Shows a `HeatView` and says what the person wishes."""

    source_requested = Signal(WeatherSource)
    reading_requested = Signal(TypedReading)
    search_requested = Signal(str)
    place_requested = Signal(FoundPlace)
    server_requested = Signal(str)
    contact_requested = Signal(str)
    signs_requested = Signal()
    evidence_requested = Signal(str)
    address_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._view: HeatView | None = None
        self._heading = Words(wording.heading(), size=Size.TITLE, strong=True)
        self._day = HeatCard(opens=False)
        self._nothing = Words(size=Size.LARGE)
        self._trouble = Words(tone=Token.MUTED)
        self._source, self._typed, self._place = SourceCard(), TypedCard(), PlaceCard()
        self._signs = Button(day_wording.signs())
        self._signs.setObjectName("signs")
        self._close = Button(wording.close())
        self._close.setObjectName("close")
        self._content = Column()
        self._scroll = Pages()
        self._lay_out()
        self._join()
        self.setWindowTitle(wording.window_title())
        self.setMinimumSize(300, 320)
        self.resize(820, 900)

    def tell(self, view: HeatView) -> None:
        """Show how things stand."""
        if view == self._view:
            return
        self._view = view
        source = view.heat.source if view.heat.on else WeatherSource.OFF
        has_place = bool(view.heat.place or view.heat.latitude or view.heat.longitude)
        self._day.tell(view.day)
        self._nothing.say("" if view.day is not None else wording.nothing_known(source, has_place=has_place))
        self._trouble.say(view.trouble)
        self._source.tell(view)
        self._typed.tell(view)
        self._place.tell(view)
        self._typed.setVisible(source is WeatherSource.TYPED)
        self._place.setVisible(source not in _OFFLINE)
        self._signs.setVisible(view.day is None)  # the day's card has one of its own

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._scroll.setWidget(self._content)
        self._inner = QVBoxLayout(self._content)
        self._inner.setSpacing(GRID * 2)
        parts = (self._heading, self._nothing, self._day, self._trouble, self._source, self._typed, self._place)
        for widget in parts:
            self._inner.addWidget(widget)
        row = FlowLayout(gap=GRID)
        for button in (self._signs, self._close):
            row.addWidget(button)
        self._inner.addLayout(row)
        self._inner.addStretch(1)

    def _join(self) -> None:
        self._scroll.viewport_resized.connect(self._arrange)
        self._source.source_requested.connect(self.source_requested)
        self._typed.reading_requested.connect(self.reading_requested)
        self._place.search_requested.connect(self.search_requested)
        self._place.place_requested.connect(self.place_requested)
        self._place.server_requested.connect(self.server_requested)
        self._place.contact_requested.connect(self.contact_requested)
        self._day.signs_requested.connect(self.signs_requested)
        self._day.evidence_requested.connect(self.evidence_requested)
        self._day.address_requested.connect(self.address_requested)
        self._signs.clicked.connect(lambda _checked=False: self.signs_requested.emit())
        self._close.clicked.connect(lambda _checked=False: self.close())

    def _arrange(self) -> None:
        width = self._scroll.viewport().width()
        side = max(GRID * 2, (width - round(_WIDEST * scale(QApplication.font()))) // 2)
        self._inner.setContentsMargins(side, GRID * 3, side, GRID * 3)
