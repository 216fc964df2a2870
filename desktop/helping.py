"""The controller of *When to get help*: knows the emergency number, and opens the window of its own."""

import logging
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import UncrampError
from desktop.journal import Journal
from desktop.relief_texts import emergency_numbers, help_texts
from desktop.relief_view import HelpView
from schedules.guides.emergency import EmergencyNumber, emergency_number, is_callable
from schedules.guides.red_flags import Assessment

NUMBER_KEY = "emergency number"
RETRY_MS = 5_000

_log = logging.getLogger(__name__)


class HelpScreen(Protocol):
    """The window, as the controller knows it."""

    number_requested: Any
    card_requested: Any
    relief_requested: Any
    closed: Any

    def tell(self, view: HelpView) -> None:
        """Show what there is to know."""

    def bring_up(self) -> None:
        """Bring it to the front."""

    def show_heat(self) -> None:
        """Go to the signs of heat illness."""

    def deleteLater(self) -> None:  # noqa: N802 -- Qt's name
        """Let it go."""


class Helping(QObject):
    """Who to call and when."""

    changed = Signal()
    """The emergency number is another one."""
    card_requested = Signal()
    """The bedside card."""
    relief_requested = Signal()

    def __init__(
        self,
        journal: Journal,
        country: str | None,
        build: Callable[[], HelpScreen],
        parent: QObject | None = None,
    ) -> None:
        """Store what it works with.

        Args:
            journal: Its store remembers a number of the person's own.
            country: Two letters, as the system's language and region say; None where they say nothing.
            build: Makes the window.
            parent: The owner.
        """
        super().__init__(parent)
        self._journal, self._country, self._build = journal, country, build
        self._own: str | None = None
        self._screen: HelpScreen | None = None

    def start(self) -> None:
        """Read the person's own number, long before it is needed."""
        try:
            own = self._journal.store.get_state(NUMBER_KEY)
            self._own = own if own is not None and is_callable(own) else None
        except UncrampError as error:
            _log.warning("The emergency number cannot be read: %s", error)

    @property
    def number(self) -> EmergencyNumber:
        """The number to call."""
        if self._own:
            return EmergencyNumber(country=self._country, number=self._own)
        return emergency_number(emergency_numbers(), self._country)

    @property
    def own_number(self) -> str:
        """The person's own number; empty for that of the country."""
        return self._own or ""

    def brief(self) -> HelpView:
        """What stands on every screen: the number alone."""
        return HelpView(number=self.number, is_own=bool(self._own))

    def view(self, assessment: Assessment | None = None, *, worse: bool = False) -> HelpView:
        """What to show.

        Args:
            assessment: What the red flags come to that were said to be true.
            worse: Something that was tried made it worse.
        """
        return HelpView(
            number=self.number,
            is_own=bool(self._own),
            flags=help_texts().flags,
            assessment=assessment or Assessment(),
            worse=worse,
            limits_fluids=self._journal.settings().you.doctor_limits_fluids,
        )

    def set_number(self, number: str) -> None:
        """Take another number; an empty one for that of the country."""
        self._own = number or None
        # The window shows it first: the store may be busy.
        QTimer.singleShot(0, self, self._keep)
        self._show()
        self.changed.emit()

    def open(self) -> None:
        """Show the window, or bring it to the front."""
        if self._screen is None:
            self._screen = self._build()
            self._screen.number_requested.connect(self.set_number)
            self._screen.card_requested.connect(self.card_requested)
            self._screen.relief_requested.connect(self.relief_requested)
            self._screen.closed.connect(self._on_closed)
        self._show()
        self._screen.bring_up()

    def open_heat(self) -> None:
        """Show the window at the signs of heat illness."""
        self.open()
        if self._screen is not None:
            self._screen.show_heat()

    def _show(self) -> None:
        if self._screen is not None:
            self._screen.tell(self.view())

    def _keep(self) -> None:
        try:
            self._journal.store.set_state(NUMBER_KEY, self._own)
        except UncrampError as error:
            _log.warning("The emergency number cannot be kept for now: %s", error)
            QTimer.singleShot(RETRY_MS, self, self._keep)

    def _on_closed(self) -> None:
        if self._screen is not None:
            self._screen.deleteLater()
            self._screen = None
