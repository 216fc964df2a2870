"""The controller of the bedside card: which places are on it, and where it goes."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPageSize, QPainter

from desktop.card import CardFacts, page_size, paint_page, write_pdf
from desktop.card_view import CardView
from desktop.errors import UncrampError
from desktop.helping import Helping
from desktop.journal import Journal
from desktop.relief_texts import help_texts, relief_guides
from desktop.wording import card as wording
from schedules.guides.limits import limits_of
from schedules.guides.routine import Place

PLACES_KEY = "card places"
MOST_PLACES = 2
"""More would not fit on the page in large letters."""

_log = logging.getLogger(__name__)

Paint = Callable[[QPainter], None]
Print = Callable[[Paint, QPageSize], bool]
"""Asks for a printer and prints one page on a certain paper; whether there is anything to print with."""


class CardScreen(Protocol):
    """The window, as the controller knows it."""

    place_requested: Any
    save_requested: Any
    print_requested: Any
    closed: Any

    def tell(self, view: CardView) -> None:
        """Show the card."""

    def bring_up(self) -> None:
        """Bring it to the front."""

    def deleteLater(self) -> None:  # noqa: N802 -- Qt's name
        """Let it go."""


class Carding(QObject):
    """One window at most."""

    def __init__(  # noqa: PLR0913, PLR0917 -- each is a part of the card's way
        self,
        journal: Journal,
        helping: Helping,
        country: str | None,
        build: Callable[[], CardScreen],
        print_page: Print,
        parent: QObject | None = None,
    ) -> None:
        """Store what it works with.

        Args:
            journal: Its store remembers the places.
            helping: Knows the emergency number.
            country: Two letters; None where it is not known.
            build: Makes the window.
            print_page: Prints.
            parent: The owner.
        """
        super().__init__(parent)
        self._journal, self._helping, self._country = journal, helping, country
        self._build, self._print_page = build, print_page
        self._screen: CardScreen | None = None
        self._places: tuple[Place, ...] = (Place.BED,)
        self._told = ""
        helping.changed.connect(self._show)

    def open(self) -> None:
        """Show the window, or bring it to the front."""
        if self._screen is None:
            self._places, self._told = self._kept(), ""
            self._screen = self._build()
            self._screen.place_requested.connect(self.choose)
            self._screen.save_requested.connect(self.save)
            self._screen.print_requested.connect(self.print_card)
            self._screen.closed.connect(self._on_closed)
        self._show()
        self._screen.bring_up()

    def choose(self, place: Place) -> None:
        """Put a place on the card, or take it off; the one chosen longest ago makes room, and one always stays."""
        if place in self._places:
            rest = tuple(other for other in self._places if other is not place)
            self._places = rest or self._places
        else:
            self._places = (*self._places, place)[-MOST_PLACES:]
        self._told = ""
        self._show()
        QTimer.singleShot(0, self, self._keep)

    def save(self, path: Path) -> None:
        """Write the PDF."""
        try:
            write_pdf(path, self.facts(), self._country)
        except UncrampError as error:
            self._told = f"{error.title} {error.remedy}"
        else:
            self._told = wording.saved(str(path))
        self._show()

    def print_card(self) -> None:
        """Print it."""
        facts, paper = self.facts(), page_size(self._country)
        can_print = self._print_page(lambda painter: paint_page(painter, paper, facts), paper)
        self._told = "" if can_print else wording.no_printing()
        self._show()

    def facts(self) -> CardFacts:
        """What is on the card."""
        texts = help_texts()
        return CardFacts(
            routines=relief_guides(),
            flags=texts.flags,
            number=self._helping.number,
            night_note=texts.note("sit-before-standing"),
            places=self._places,
            limits=limits_of(self._journal.settings().you) | self._journal.body,
        )

    def _show(self) -> None:
        if self._screen is not None:
            self._screen.tell(CardView(facts=self.facts(), country=self._country, told=self._told))

    def _kept(self) -> tuple[Place, ...]:
        try:
            kept = self._journal.store.get_state(PLACES_KEY) or ""
        except UncrampError as error:
            _log.warning("The places of the card cannot be read: %s", error)
            kept = ""
        known = tuple(Place(word) for word in kept.split() if word in set(Place))
        return known[:MOST_PLACES] or (Place.BED,)

    def _keep(self) -> None:
        try:
            self._journal.store.set_state(PLACES_KEY, " ".join(self._places))
        except UncrampError as error:
            _log.warning("The places of the card cannot be kept: %s", error)

    def _on_closed(self) -> None:
        if self._screen is not None:
            self._screen.deleteLater()
            self._screen = None
