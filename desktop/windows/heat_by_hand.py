"""What few need of a weather source: coordinates typed by hand, a server of one's own, and a contact."""

import re
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.heat_state import HeatView
from desktop.ports import FoundPlace
from desktop.theme import GRID
from desktop.typed_numbers import degrees
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.flow import FlowLayout
from desktop.windows.field import Field
from desktop.wording import heat_window as wording
from desktop.wording.amounts import decimal
from schedules.settings import WeatherSource

ADDRESS = re.compile(r"https?://[^\s/?#]+[^\s]*", re.IGNORECASE)
CONTACT = re.compile(r"[ -'*-~]{0,80}")
"""Printable ASCII without brackets: it stands in a line of a request."""


class ByHand(QWidget):
    """Folded away until it is wanted."""

    place_requested = Signal(FoundPlace)
    server_requested = Signal(str)
    contact_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = Button(wording.by_hand(), ButtonKind.QUIET)
        self._open.setObjectName("by-hand")
        self._latitude = Field("latitude", wording.latitude_field(), 10)
        self._longitude = Field("longitude", wording.longitude_field(), 10)
        self._server = Field("server", wording.server_field(), 200)
        self._contact = Field("contact", wording.contact_field(), 80)
        self._fields = QWidget()
        self._fields.hide()
        self._contact_part = QWidget()
        self._lay_out()
        self._open.clicked.connect(lambda _checked=False: self._fields.setVisible(self._fields.isHidden()))

    def tell(self, view: HeatView) -> None:
        """Put what is in force into the fields."""
        heat = view.heat
        placed = bool(heat.latitude or heat.longitude)
        self._latitude.fill(decimal(heat.latitude) if placed else "")
        self._longitude.fill(decimal(heat.longitude) if placed else "")
        self._server.fill(heat.server)
        self._contact.fill(view.contact)
        self._contact_part.setVisible(heat.source in {WeatherSource.MET_NORWAY, WeatherSource.NWS})

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        row = FlowLayout(gap=GRID)
        row.addWidget(self._open)
        layout.addLayout(row)
        layout.addWidget(self._fields)
        inner = QVBoxLayout(self._fields)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GRID)
        self._add(inner, (self._latitude, self._longitude), wording.keep_place(), "keep-place", self._take_place)
        self._add(inner, (self._server,), wording.keep_server(), "keep-server", self._take_server)
        contact = QVBoxLayout(self._contact_part)
        contact.setContentsMargins(0, 0, 0, 0)
        self._add(contact, (self._contact,), wording.keep_contact(), "keep-contact", self._take_contact)
        inner.addWidget(self._contact_part)

    def _add(
        self, layout: QVBoxLayout, fields: tuple[Field, ...], words: str, name: str, take: Callable[[], None]
    ) -> None:
        for field in fields:
            layout.addWidget(field)
            field.entered.connect(take)
        button = Button(words)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked=False: take())
        row = FlowLayout(gap=GRID)
        row.addWidget(button)
        layout.addLayout(row)

    def _take_place(self) -> None:
        north, east = degrees(self._latitude.typed(), 90), degrees(self._longitude.typed(), 180)
        self._longitude.say_wrong("" if east is not None else wording.wrong_degrees(180))
        self._latitude.say_wrong("" if north is not None else wording.wrong_degrees(90))
        if north is not None and east is not None:
            name = wording.coordinates(north, east)
            self.place_requested.emit(FoundPlace(name=name, latitude=north, longitude=east))

    def _take_server(self) -> None:
        typed = self._server.typed().rstrip("/")
        right = not typed or ADDRESS.fullmatch(typed) is not None
        self._server.say_wrong("" if right else wording.wrong_server())
        if right:
            self.server_requested.emit(typed)

    def _take_contact(self) -> None:
        typed = self._contact.typed()
        right = CONTACT.fullmatch(typed) is not None
        self._contact.say_wrong("" if right else wording.wrong_contact())
        if right:
            self.contact_requested.emit(typed)
