"""The choice of where the weather comes from."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.heat_state import HeatView
from desktop.theme import GRID, Size, Token
from desktop.widgets.card import Card
from desktop.widgets.flow import FlowLayout
from desktop.widgets.tick import Tick
from desktop.widgets.words import Words
from desktop.wording import heat_window as wording
from schedules.settings import WeatherSource


class SourceCard(Card):
    """One of the sources is ticked, and it is said what that means."""

    source_requested = Signal(WeatherSource)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticks = {source: Tick(wording.source_name(source)) for source in WeatherSource}
        self._meaning = Words(tone=Token.MUTED)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 2, GRID * 2, GRID * 2)
        layout.setSpacing(GRID)
        layout.addWidget(Words(wording.source_title(), size=Size.LARGE, strong=True))
        row = FlowLayout(gap=GRID)
        for source, tick in self._ticks.items():
            tick.setObjectName(f"source:{source}")
            tick.clicked.connect(lambda _checked=False, source=source: self._choose(source))
            row.addWidget(tick)
        layout.addLayout(row)
        layout.addWidget(self._meaning)

    def tell(self, view: HeatView) -> None:
        """Show the source in force."""
        source = view.heat.source if view.heat.on else WeatherSource.OFF
        self._tick(source)
        self._meaning.say(wording.source_meaning(source))

    def _choose(self, source: WeatherSource) -> None:
        self._tick(source)
        self.source_requested.emit(source)

    def _tick(self, source: WeatherSource) -> None:
        """Tick one and no other; the Tab key comes to each of them, which a group of Qt's would not let it."""
        for each, tick in self._ticks.items():
            tick.setChecked(each is source)
