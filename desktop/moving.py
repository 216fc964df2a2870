"""Moving a block out of the heat: on one date only, told at once, and taken back with one press."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from desktop.errors import UncrampError
from desktop.ports import Clock, Notice
from desktop.wording import heat as words
from schedules.heat_move import moved
from schedules.prompts import Prompt, Reason
from schedules.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class _Move:
    before: Settings
    after: Settings
    brief: Reason


class Moving(QObject):
    """Writes a move into the settings, and remembers what was there before until its time has come."""

    told = Signal(object)
    """A `Notice`: what was moved, and when to."""
    over = Signal()
    """There is nothing to take back any more."""
    trouble_arisen = Signal(object)
    """An `UncrampError`: it could not be written."""

    def __init__(
        self,
        settings: Callable[[], Settings],
        zone: Callable[[], ZoneInfo],
        save: Callable[[Settings], None],
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        """Store what it works with.

        Args:
            settings: Those in force; asked each time.
            zone: Where the clock hangs.
            save: Writes settings, and has them read at once; raises `UncrampError` where that cannot be done.
            clock: The time.
            parent: The owner.
        """
        super().__init__(parent)
        self._settings, self._zone, self._save, self._clock = settings, zone, save, clock
        self._move: _Move | None = None

    def move(self, prompt: Prompt) -> None:
        """Move the block of a heat brief to the cooler time that it offers."""
        before, brief = self._settings(), prompt.reason
        after = moved(before, brief, self._zone())
        if after is None or not self._write(after):
            return
        self._move = _Move(before=before, after=after, brief=brief)
        title, body = words.moved_title(brief, self._zone(), self._clock.now()), words.moved_body()
        self.told.emit(Notice(key=words.MOVED_KEY, title=title, body=body))

    def take_back(self) -> None:
        """Put the days back as they were, unless somebody has changed them since."""
        move, now = self._move, self._settings()
        if move is None:
            return
        same = (now.days, now.dates) == (move.after.days, move.after.dates)
        if same and not self._write(replace(now, days=move.before.days, dates=move.before.dates)):
            return
        self._forget()

    def look(self) -> None:
        """Once the block has begun, or its days are others, there is nothing to take back."""
        move, now = self._move, self._settings()
        if move is None:
            return
        began = move.brief.slot_from is not None and self._clock.now() >= move.brief.slot_from
        if began or (now.days, now.dates) != (move.after.days, move.after.dates):
            self._forget()

    def _forget(self) -> None:
        self._move = None
        self.over.emit()

    def _write(self, settings: Settings) -> bool:
        try:
            self._save(settings)
        except UncrampError as error:
            self.trouble_arisen.emit(error)
            return False
        return True
