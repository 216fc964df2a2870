"""Moving a block out of the heat: on one date only, told at once, and taken back with one press."""

from collections.abc import Callable
from contextlib import suppress
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from desktop import move_kept
from desktop.errors import UncrampError
from desktop.move_kept import Move
from desktop.ports import Clock, Notice, Store
from desktop.wording import heat as words
from schedules.heat_move import moved
from schedules.prompts import Prompt
from schedules.settings import Settings


class Moving(QObject):
    """Writes a move into the settings, and remembers what was there before until its time has come."""

    told = Signal(object)
    """A `Notice`: what was moved, and when to."""
    standing = Signal(str)
    """What was moved, and when to, in a line; it can be taken back."""
    over = Signal()
    """There is nothing to take back any more."""
    trouble_arisen = Signal(object)
    """An `UncrampError`: it could not be written."""

    def __init__(  # noqa: PLR0913, PLR0917 -- all that it works with
        self,
        settings: Callable[[], Settings],
        zone: Callable[[], ZoneInfo],
        save: Callable[[Settings], None],
        clock: Clock,
        store: Store,
        parent: QObject | None = None,
    ) -> None:
        """Store what it works with.

        Args:
            settings: Those in force; asked each time.
            zone: Where the clock hangs.
            save: Writes settings, and has them read at once; raises `UncrampError` where that cannot be done.
            clock: The time.
            store: Keeps the move over a restart.
            parent: The owner.
        """
        super().__init__(parent)
        self._settings, self._zone, self._save, self._clock, self._store = settings, zone, save, clock, store
        self._move: Move | None = None
        self._title = ""
        self._has_looked = False

    def move(self, prompt: Prompt) -> None:
        """Move the block of a heat brief to the cooler time that it offers."""
        before, brief = self._settings(), prompt.reason
        after = moved(before, brief, self._zone())
        if after is None or not self._write(after):
            return
        self._move, self._title = Move(before=before, after=after, brief=brief), ""
        self._keep()
        self.told.emit(Notice(key=words.MOVED_KEY, title=self._told(self._move), body=words.moved_body()))
        self.look()

    def take_back(self) -> None:
        """Put the days back as they were, unless somebody has changed them since."""
        move, now = self._move, self._settings()
        if move is None:
            return
        if move.stands_in(now) and not self._write(move.taken_back_from(now)):
            return
        self._forget()

    def look(self) -> None:
        """Once the block has begun, or its days are others, there is nothing to take back."""
        if not self._has_looked:
            self._has_looked, self._move = True, self._move or move_kept.kept(self._store)
        move = self._move
        if move is None:
            return
        began = move.brief.slot_from is not None and self._clock.now() >= move.brief.slot_from
        if began or not move.stands_in(self._settings()):
            self._forget()
        elif (title := self._told(move)) != self._title:  # what is moved to tomorrow is today's on the next day
            self._title = title
            self.standing.emit(title)

    def _told(self, move: Move) -> str:
        return words.moved_title(move.brief, self._zone(), self._clock.now())

    def _forget(self) -> None:
        self._move, self._title = None, ""
        self._keep()
        self.over.emit()

    def _keep(self) -> None:
        with suppress(UncrampError):  # it is moved all the same; the engine tells of a store that does not answer
            move_kept.keep(self._store, self._move)

    def _write(self, settings: Settings) -> bool:
        try:
            self._save(settings)
        except UncrampError as error:
            self.trouble_arisen.emit(error)
            return False
        return True
