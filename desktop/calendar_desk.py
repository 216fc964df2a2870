"""The controller of the calendar window: what it shows, and what a person wishes of their calendar."""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Protocol

from PySide6.QtCore import QObject

from desktop.calendar_export import exported, save
from desktop.calendar_memory import CalendarMemory
from desktop.calendar_source import Refusal, RefusedError
from desktop.calendar_state import CalendarState, ExportWish, WordsWish
from desktop.calendar_watch import CalendarWatch
from desktop.errors import UncrampError
from desktop.journal import Journal
from desktop.wording import calendar as wording
from schedules.calendar import Sort

SHOWN = timedelta(days=14)

_log = logging.getLogger(__name__)


class CalendarScreen(Protocol):
    """The window, as the controller knows it."""

    source_requested: Any
    refresh_requested: Any
    remove_requested: Any
    words_requested: Any
    usual_requested: Any
    export_requested: Any
    closed: Any

    def tell(self, state: CalendarState) -> None:
        """Show the calendar."""

    def show_export(self) -> None:
        """Go to what saves the plan."""

    def bring_up(self) -> None:
        """Bring it to the front."""

    def deleteLater(self) -> None:  # noqa: N802 -- Qt's name
        """Let it go."""


class CalendarDesk(QObject):
    """One window at most."""

    def __init__(
        self,
        watch: CalendarWatch,
        memory: CalendarMemory,
        journal: Journal,
        build: Callable[[], CalendarScreen],
        parent: QObject | None = None,
    ) -> None:
        """Store what it works with.

        Args:
            watch: Reads the calendar.
            memory: The words in force.
            journal: Plans what is exported; knows the time and the zone.
            build: Makes the window.
            parent: The owner.
        """
        super().__init__(parent)
        self._watch, self._memory, self._journal, self._build = watch, memory, journal, build
        self._screen: CalendarScreen | None = None
        self._refused: Refusal | None
        self._told, self._refused = "", None
        watch.told.connect(self._show)

    def open(self) -> None:
        """Show the window, or bring it to the front."""
        if self._screen is None:
            self._told, self._refused = "", None
            self._screen = screen = self._build()
            screen.source_requested.connect(self.choose)
            screen.refresh_requested.connect(self.refresh)
            screen.remove_requested.connect(self.remove)
            screen.words_requested.connect(self.set_words)
            screen.usual_requested.connect(self.use_usual_words)
            screen.export_requested.connect(self.export)
            screen.closed.connect(self._on_closed)
        self._show()
        self._screen.bring_up()

    def open_export(self) -> None:
        """Show the window where the plan is saved."""
        self.open()
        if self._screen is not None:
            self._screen.show_export()

    def choose(self, typed: str) -> None:
        """Read another calendar from now on."""
        try:
            self._watch.choose(typed)
        except RefusedError as error:
            self._tell("", error.why)
        except UncrampError as error:
            self._not_kept(error)
        else:
            self._tell("")

    def refresh(self) -> None:
        """Read it now."""
        self._told, self._refused = "", None
        self._watch.refresh()

    def remove(self) -> None:
        """Have none any more."""
        self._try(self._watch.remove, "")

    def set_words(self, wish: WordsWish) -> None:
        """Recognise a sort of entries by other words."""
        self._try(lambda: self._watch.set_words(wish.sort, wish.text), wording.words_kept(wish.sort))

    def use_usual_words(self) -> None:
        """Go back to the words that Uncramp begins with."""
        self._try(self._watch.use_usual_words, wording.usual_kept())

    def export(self, wish: ExportWish) -> None:
        """Save the plan of some days."""
        try:
            save(wish.path, exported(self._journal.situation(), wish.days))
        except OSError as error:
            _log.warning("The plan could not be exported: %s", error.strerror)
            self._tell(wording.not_exported())
        except UncrampError as error:
            self._tell(f"{error.title} {error.remedy}".strip())
        else:
            self._tell(wording.exported(str(wish.path)))

    def state(self) -> CalendarState:
        """What there is to be shown."""
        watch, now = self._watch, self._journal.clock.now()
        source, kept = watch.source, watch.kept
        entries = () if kept is None else kept.entries
        return CalendarState(
            now=now,
            zone=self._journal.zone(),
            place="" if source is None else source.shown,
            is_address=source is not None and source.path is None,
            read_at=None if kept is None else kept.read_at,
            is_old=kept is not None and kept.is_old_at(now),
            is_busy=watch.busy,
            trouble=self._refused or watch.trouble,
            entries=tuple(entry for entry in entries if entry.end_at > now and entry.start_at < now + SHOWN),
            words=self._words(),
            told=self._told,
        )

    def _words(self) -> tuple[tuple[Sort, str], ...]:
        try:
            return tuple((sort, ", ".join(words)) for sort, words in self._memory.words().items())
        except UncrampError as error:
            _log.warning("The words of the calendar cannot be read: %s", error)
            return ()

    def _try(self, change: Callable[[], None], told: str) -> None:
        try:
            change()
        except UncrampError as error:
            self._not_kept(error)
        else:
            self._tell(told)

    def _not_kept(self, error: UncrampError) -> None:
        _log.warning("What was chosen of the calendar cannot be kept: %s", error)
        self._tell(wording.not_remembered())

    def _tell(self, told: str, refused: Refusal | None = None) -> None:
        self._told, self._refused = told, refused
        self._show()

    def _show(self) -> None:
        if self._screen is not None:
            self._screen.tell(self.state())

    def _on_closed(self) -> None:
        if self._screen is not None:
            self._screen.deleteLater()
            self._screen = None
