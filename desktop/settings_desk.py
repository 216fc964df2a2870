"""The controller of the Settings window: takes changes at once, keeps what can be undone, and does what buttons say."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from desktop.errors import UncrampError
from desktop.records_desk import RecordsDesk, Undoable
from desktop.settings_page import LARGEST_TEXT, Fact, Page, build
from desktop.settings_state import ON, Action, Change, SettingsState
from desktop.settings_table import LARGER, TEXT_SIZE, Setting
from desktop.wording import settings as words
from desktop.wording.settings_rows import rows

if TYPE_CHECKING:
    from schedules.guides.advice import Card

_log = logging.getLogger(__name__)

MOST_UNDONE = 100


class SettingsScreen(Protocol):
    """The window, as the controller knows it."""

    change_requested: Any
    undo_requested: Any
    action_requested: Any
    closed: Any

    def tell(self, state: SettingsState) -> None:
        """Show the page."""

    def say(self, text: str) -> None:
        """Have a screen reader say something."""

    def bring_up(self) -> None:
        """Bring it to the front."""

    def deleteLater(self) -> None:  # noqa: N802 Qt's name
        """Let it go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the page tells of, asked each time."""

    facts: Callable[[], Mapping[str, Fact]]
    cards: Callable[[], tuple["Card", ...]]
    speaks_of_drinks: Callable[[], bool]
    problem: Callable[[], str]
    """What keeps the settings file from being used; empty where nothing does."""
    actions: frozenset[Action]
    """What there is something behind."""


class SettingsDesk(QObject):
    """Opens the window when it is wanted, and lets it go when it is closed; what can be undone stays."""

    action_requested = Signal(str)
    """An `Action` that is not about records, or a card: ``evidence:id``."""
    sample_requested = Signal()
    closed = Signal()
    """The window is gone."""
    erase_requested = Signal()
    """Everything is to be deleted, and the program to end."""

    def __init__(
        self,
        settings: Mapping[str, Setting],
        around: Around,
        records: RecordsDesk,
        build_window: Callable[[], SettingsScreen],
        parent: QObject | None = None,
    ) -> None:
        """Store what it works with.

        Args:
            settings: All that can be set, by the id of its row.
            around: What the page tells of.
            records: Does what the buttons of files say.
            build_window: Makes the window.
            parent: The owner.
        """
        super().__init__(parent)
        self._settings, self._around, self._records = settings, around, records
        self._build = build_window
        self._screen: SettingsScreen | None = None
        self._undoable: list[Undoable] = []
        self._wrong: dict[str, tuple[str, str]] = {}
        self._last = ""
        self._asks_to_delete = False
        records.changed.connect(self.refresh)
        records.said.connect(self.told)
        records.undoable.connect(self._keep)

    def open(self) -> None:
        """Show the window, or bring it to the front."""
        if self._screen is None:
            self._screen = self._build()
            self._screen.change_requested.connect(self.change)
            self._screen.undo_requested.connect(self.undo)
            self._screen.action_requested.connect(self.act)
            self._screen.closed.connect(self._on_closed)
        self.refresh()
        self._screen.bring_up()

    def refresh(self) -> None:
        """Show the present, if the window is open."""
        if self._screen is not None:
            self._screen.tell(self.state())

    def state(self) -> SettingsState:
        """The page as it is now."""
        around = self._around
        page = Page(
            settings=self._settings,
            facts=around.facts(),
            wrong=self._wrong,
            cards=around.cards(),
            speaks_of_drinks=around.speaks_of_drinks(),
            actions=around.actions,
        )
        return SettingsState(
            rows=build(page),
            last=self._last,
            can_undo=bool(self._undoable),
            problem=around.problem(),
            is_busy=self._records.is_busy,
            asks_to_delete=self._asks_to_delete,
        )

    def change(self, change: Change) -> None:
        """Take a change, or say beside it why not."""
        if change.id == LARGER:
            change = Change(id=TEXT_SIZE, value=str(LARGEST_TEXT) if change.value == ON else "0")
        setting = self._settings[change.id]
        face = setting.face()
        try:
            before = setting.keeper.read()
            is_new = face.shown(before) != change.value.strip()
            after = face.taken(change.value) if is_new else before
            if after != before:
                setting.keeper.write(after)
        except UncrampError as error:
            self._wrong[change.id] = (change.value, f"{error.title} {error.remedy}".strip())
            self._say(self._wrong[change.id][1])
            self.refresh()
            return
        self._wrong.pop(change.id, None)
        if after != before:
            self._remember(change.id, before, after)
        self.refresh()

    def undo(self) -> None:
        """Take the last change back; the one before it is then the last."""
        if not self._undoable:
            return
        step = self._undoable.pop()
        try:
            self.told(step())
        except UncrampError as error:
            _log.info("A change could not be undone: %s", error)
            self.told(f"{error.title} {error.remedy}".strip())

    def act(self, asked: str) -> None:
        """Do what a button says."""
        match asked:
            case Action.DELETE | Action.KEEP:
                self._asks_to_delete = asked == Action.DELETE
                self.refresh()
            case Action.DELETE_NOW:
                self.erase_requested.emit()
            case Action.SAMPLE:
                self.sample_requested.emit()
            case Action.BACK_UP | Action.RESTORE | Action.EXPORT_JSON | Action.EXPORT_CSV | Action.IMPORT:
                self._records.act(Action(asked))
            case _:
                self.action_requested.emit(asked)

    def told(self, text: str) -> None:
        """Show a line where the last change stands, and say it."""
        self._last = text
        self.refresh()
        self._say(text)

    def close(self) -> None:
        """Let work on files come to its end."""
        self._records.close()

    def _remember(self, row: str, before: object, after: object) -> None:
        face, label = self._settings[row].face(), rows()[row].label
        self._keep(partial(self._take_back, row, before, after))
        self._last = words.changed(label, face.said(before), face.said(after))
        self._say(self._last)

    def _take_back(self, row: str, before: object, after: object) -> str:
        """Make a setting what it was, unless somebody else has changed it since."""
        setting, label = self._settings[row], rows()[row].label
        if setting.keeper.read() != after:
            return words.changed_elsewhere(label)
        setting.keeper.write(before)
        self._wrong.pop(row, None)
        return words.taken_back(label, setting.face().said(before))

    def _keep(self, step: Undoable) -> None:
        self._undoable = [*self._undoable, step][-MOST_UNDONE:]

    def _say(self, text: str) -> None:
        if self._screen is not None:
            self._screen.say(text)

    def _on_closed(self) -> None:
        self._wrong.clear()
        self._asks_to_delete = False
        if self._screen is not None:
            self._screen.deleteLater()
            self._screen = None
            self.closed.emit()
