"""The fields for what a person reads off a thermometer of their own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.heat_state import HeatView, TypedReading
from desktop.theme import GRID, Size, Token
from desktop.typed_numbers import humidity_pct, temperature_c
from desktop.widgets.announcing import announce
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.flow import FlowLayout
from desktop.widgets.tick import Tick
from desktop.widgets.words import Words
from desktop.windows.field import Field
from desktop.wording import heat_window as wording
from schedules.settings import Units

_LONGEST = 12


class TypedCard(Card):
    """Asks for temperature, humidity and sun; what is wrong stands below the field that it is about."""

    reading_requested = Signal(TypedReading)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._units = self._told = Units.METRIC
        self._kept = 0
        self._temperature = Field("temperature", wording.temperature_field(Units.METRIC), _LONGEST)
        self._humidity = Field("humidity", wording.humidity_field(), _LONGEST)
        self._units_ticks = {units: Tick(wording.unit(units)) for units in Units}
        self._sun = Tick(wording.sun_box())
        self._sun.setObjectName("sun")
        self._keep = Button(wording.keep_reading(), ButtonKind.PRIMARY)
        self._keep.setObjectName("keep-reading")
        self._said = Words(tone=Token.MUTED)
        self._said.hide()
        self._lay_out()
        self._ask_in(self._units)
        for field in (self._temperature, self._humidity):
            field.entered.connect(self._take)
        self._keep.clicked.connect(lambda _checked=False: self._take())

    def tell(self, view: HeatView) -> None:
        """Ask in the person's units, until they choose others; say that a reading was kept once it was."""
        if view.units is not self._told:
            self._told = view.units
            self._ask_in(view.units)
        if view.kept > self._kept:
            self._said.say(wording.reading_kept())
            announce(self, wording.reading_kept())
        self._kept = view.kept

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 2, GRID * 2, GRID * 2)
        layout.setSpacing(GRID)
        layout.addWidget(Words(wording.typed_title(), size=Size.LARGE, strong=True))
        row = FlowLayout(gap=GRID)
        for units, tick in self._units_ticks.items():
            tick.setObjectName(f"unit:{units}")
            tick.label(wording.unit(units), wording.unit_spoken(units))
            tick.clicked.connect(lambda _checked=False, units=units: self._ask_in(units))
            row.addWidget(tick)
        layout.addLayout(row)
        for widget in (self._temperature, self._humidity, self._sun):
            layout.addWidget(widget)
        below = FlowLayout(gap=GRID)
        below.addWidget(self._keep)
        layout.addLayout(below)
        layout.addWidget(self._said)

    def _ask_in(self, units: Units) -> None:
        self._units = units
        for each, tick in self._units_ticks.items():
            tick.setChecked(each is units)
        self._temperature.ask(wording.temperature_field(units))

    def _take(self) -> None:
        units = self._units
        degrees, share = temperature_c(self._temperature.typed(), units), humidity_pct(self._humidity.typed())
        # The last that is wrong gets the focus: so the first is the last to be told.
        self._humidity.say_wrong("" if share is not None else wording.wrong_humidity())
        self._temperature.say_wrong("" if degrees is not None else wording.wrong_temperature(units))
        self._said.say("")
        if degrees is None or share is None:
            return
        self.reading_requested.emit(TypedReading(temperature_c=degrees, humidity_pct=share, sun=self._sun.isChecked()))
