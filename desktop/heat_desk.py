"""The controller of the window of the weather: shows how things stand, and writes down what a person chooses."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject

from desktop.adapters import weather_typed
from desktop.engine import Engine
from desktop.errors import UncrampError
from desktop.heat_state import HeatView, Search, TypedReading
from desktop.ports import FoundPlace
from desktop.showing import Showing
from desktop.weather import ONLINE, WeatherWatch, is_online
from desktop.weather_contact import contact, set_contact
from desktop.wording import heat_window as wording
from schedules.settings import HeatSettings, WeatherSource
from schedules.weather import Reading

Write = Callable[[Mapping[str, object]], None]
"""Changes keys of the settings; raises `UncrampError` where that cannot be done."""
LONGEST_PLACE = 100


class HeatScreen(Protocol):
    """The window, as the controller knows it."""

    source_requested: Any
    reading_requested: Any
    search_requested: Any
    place_requested: Any
    server_requested: Any
    contact_requested: Any
    closed: Any

    def tell(self, view: HeatView) -> None:
        """Show how things stand."""

    def bring_up(self) -> None:
        """Bring it to the front."""

    def deleteLater(self) -> None:  # noqa: N802 -- Qt's name
        """Let it go."""


class Searching(Protocol):
    """Looks places up, over the network."""

    def search(
        self, name: str, server: str, done: Callable[[tuple[FoundPlace, ...]], None], failed: Callable[[Any], None]
    ) -> None:
        """Look a place up; one of the two is called, later or at once."""


class HeatDesk(QObject):
    """Opens the window, and serves it while it is open."""

    def __init__(  # noqa: PLR0913, PLR0917 -- all that it joins
        self,
        engine: Engine,
        showing: Showing,
        watch: WeatherWatch,
        searching: Searching,
        write: Write,
        build: Callable[[], HeatScreen],
        parent: QObject | None = None,
    ) -> None:
        """Store what it works with.

        Args:
            engine: Its journal keeps what is typed in.
            showing: Makes the day's heat.
            watch: Fetches the weather.
            searching: Asked only when a person searches.
            write: Changes the settings, and has them read at once.
            build: Makes the window.
            parent: The owner.
        """
        super().__init__(parent)
        self._engine, self._showing, self._watch = engine, showing, watch
        self._searching, self._write, self._build = searching, write, build
        self._screen: HeatScreen | None = None
        self._search = Search()
        self._searches = self._kept = 0
        self._problem = ""
        engine.changed.connect(self._show)

    def open(self) -> None:
        """Show the window, or bring it to the front."""
        if self._screen is None:
            self._search, self._problem, self._kept = Search(), "", 0
            self._screen = self._build()
            self._screen.source_requested.connect(self._on_source)
            self._screen.reading_requested.connect(self._on_reading)
            self._screen.search_requested.connect(self._on_search)
            self._screen.place_requested.connect(self._on_place)
            self._screen.server_requested.connect(self._on_server)
            self._screen.contact_requested.connect(self._on_contact)
            self._screen.closed.connect(self._on_closed)
        self._show()
        self._screen.bring_up()

    @property
    def _heat(self) -> HeatSettings:
        return self._engine.journal.settings().heat

    def view(self) -> HeatView:
        """How things stand."""
        journal, heat = self._engine.journal, self._heat
        trouble = self._watch.trouble if is_online(heat) else None
        return HeatView(
            heat=heat,
            units=journal.settings().you.units,
            day=self._showing.heat(),
            kept=self._kept,
            search=self._search,
            search_server=self._search_server(),
            trouble=self._problem or (wording.trouble(trouble.title, trouble.remedy) if trouble is not None else ""),
            contact=contact(journal.store),
        )

    def _search_server(self) -> str:
        """Whoever keeps a server of their own asks that: nothing goes to others then."""
        heat = self._heat
        return heat.server if heat.source is WeatherSource.OPEN_METEO else ""

    def _show(self) -> None:
        if self._screen is not None:
            self._screen.tell(self.view())

    def _on_source(self, source: WeatherSource) -> None:
        changes: dict[str, object] = {"heat.source": source}
        if source is not WeatherSource.OFF:
            changes["heat.on"] = True
        if source is not self._heat.source and {source, self._heat.source} <= set(ONLINE) and self._heat.server:
            # It speaks the language of the source before. It stays while the weather is off: no other is asked later.
            changes["heat.server"] = ""
        self._search = Search()
        self._change(changes)

    def _on_place(self, place: FoundPlace) -> None:
        name = ", ".join(part for part in (place.name, place.region, place.country) if part)
        self._search = Search()
        self._change(
            {"heat.place": name[:LONGEST_PLACE], "heat.latitude": place.latitude, "heat.longitude": place.longitude}
        )

    def _on_server(self, server: str) -> None:
        self._change({"heat.server": server})

    def _on_contact(self, typed: str) -> None:
        self._try(lambda: set_contact(self._engine.journal.store, typed))
        self._show()

    def _on_reading(self, typed: TypedReading) -> None:
        journal = self._engine.journal
        reading = Reading(
            at=journal.clock.now(), temperature_c=typed.temperature_c, humidity_pct=typed.humidity_pct, sun=typed.sun
        )
        if self._try(lambda: weather_typed.type_in(journal.store, reading)):
            self._kept += 1
            self._engine.replan()
        self._show()

    def _on_search(self, name: str) -> None:
        if self._heat.source in {WeatherSource.OFF, WeatherSource.TYPED}:
            return  # nobody who wants no network gets any
        self._searches += 1
        self._search = Search(under_way=True)
        self._show()
        number = self._searches
        self._searching.search(
            name, self._search_server(), partial(self._on_found, number), partial(self._on_not_found, number)
        )

    def _on_found(self, number: int, found: tuple[FoundPlace, ...]) -> None:
        if number == self._searches:
            self._search = Search(found=found)
            self._show()

    def _on_not_found(self, number: int, error: UncrampError) -> None:
        if number == self._searches:
            self._search = Search(trouble=error.title)
            self._show()

    def _change(self, changes: Mapping[str, object]) -> None:
        self._try(lambda: self._write(changes))
        self._show()

    def _try(self, change: Callable[[], None]) -> bool:
        """Do something; what goes wrong stands in the window until something goes right."""
        try:
            change()
        except UncrampError as error:
            self._problem = f"{error.title} {error.remedy}".strip()
            return False
        self._problem = ""
        return True

    def _on_closed(self) -> None:
        if self._screen is not None:
            self._screen.deleteLater()
            self._screen = None
            self._searches += 1
            self._search = replace(self._search, under_way=False)
