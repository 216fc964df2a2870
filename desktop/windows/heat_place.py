"""The place that an online source tells of: found by its name, or typed as coordinates."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.heat_state import HeatView, Search
from desktop.ports import FoundPlace
from desktop.theme import GRID, Size, Token
from desktop.widgets.announcing import announce
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.flow import FlowLayout
from desktop.widgets.words import Words
from desktop.windows.field import Field
from desktop.windows.heat_by_hand import ByHand
from desktop.wording import heat_window as wording

SHORTEST = 2
_LONGEST = 100


class PlaceCard(Card):
    """Searches for a place; what is sent for it, and to whom, is said beside the button."""

    search_requested = Signal(str)
    place_requested = Signal(FoundPlace)
    server_requested = Signal(str)
    contact_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search: Search | None = None
        self._title = Words(size=Size.LARGE, strong=True)
        self._name = Field("place", wording.search_field(), _LONGEST)
        self._button = Button(wording.search_button(), ButtonKind.PRIMARY)
        self._button.setObjectName("search")
        self._note = Words(tone=Token.MUTED)
        self._said = Words()
        self._said.hide()
        self._places = QWidget()
        self._found = QVBoxLayout(self._places)
        self._by_hand = ByHand()
        self._lay_out()
        self._name.entered.connect(self._ask)
        self._button.clicked.connect(lambda _checked=False: self._ask())
        self._by_hand.place_requested.connect(self.place_requested)
        self._by_hand.server_requested.connect(self.server_requested)
        self._by_hand.contact_requested.connect(self.contact_requested)

    def tell(self, view: HeatView) -> None:
        """Show the place in force, and what a search has found."""
        heat = view.heat
        named = heat.place
        if not named and (heat.latitude or heat.longitude):
            named = wording.coordinates(heat.latitude, heat.longitude)
        self._title.say(wording.place_title(named))
        self._note.say(wording.search_note(view.search_server))
        self._by_hand.tell(view)
        if view.search != self._search:
            self._search = view.search
            self._tell_search(view.search)

    def _lay_out(self) -> None:
        self._found.setContentsMargins(0, 0, 0, 0)
        self._found.setSpacing(GRID // 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 2, GRID * 2, GRID * 2)
        layout.setSpacing(GRID)
        layout.addWidget(self._title)
        layout.addWidget(self._name)
        row = FlowLayout(gap=GRID)
        row.addWidget(self._button)
        layout.addLayout(row)
        for widget in (self._note, self._said, self._places, self._by_hand):
            layout.addWidget(widget)

    def _ask(self) -> None:
        name = self._name.typed()
        self._name.say_wrong("" if len(name) >= SHORTEST else wording.too_short())
        if len(name) >= SHORTEST:
            self.search_requested.emit(name)

    def _tell_search(self, search: Search) -> None:
        said = search.trouble
        if search.under_way:
            said = wording.searching()
        elif search.found is not None and not said:
            said = wording.found(len(search.found)) if search.found else wording.nothing_found()
        self._said.say(said)
        announce(self, said)
        while (item := self._found.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.setParent(None)
                old.deleteLater()
        before = self._button
        for number, place in enumerate(search.found or ()):
            button = Button(wording.place_line(place), spoken=wording.place_spoken(place))
            button.setObjectName(f"found:{number}")
            button.clicked.connect(lambda _checked=False, place=place: self.place_requested.emit(place))
            self._found.addWidget(button)
            QWidget.setTabOrder(before, button)
            before = button
        self._places.setVisible(bool(search.found))
