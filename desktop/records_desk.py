"""Back up, restore, export and import, as the Settings page asks for them: the file first, then the work beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from desktop.adapters.store_access import StoreAccess
from desktop.errors import UncrampError
from desktop.ports import Clock
from desktop.records import archive, backup, exchange, restoring
from desktop.records.archive import Added
from desktop.records.files import OwnFiles
from desktop.settings_state import Action
from desktop.wording import records as words
from desktop.work import Work

Undoable = Callable[[], str]
"""Takes something back and says so; it may raise `UncrampError`."""


class FileQuestion(Protocol):
    """Asks a person for a file, with the desktop's own window."""

    def where_to(self, action: Action, name: str) -> Path | None:
        """Where to write; None for nowhere."""

    def which(self, action: Action) -> Path | None:
        """What to read; None for nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What the work is done on."""

    files: OwnFiles
    access: Callable[[], StoreAccess]
    """A way to the database of its own: the work is done in a thread of its own."""
    clock: Clock
    zone: Callable[[], str]
    """The IANA zone of records that name none."""
    let_go: Callable[[], None]
    """Close the database for the moment in which it is replaced."""
    renewed: Callable[[], None]
    """The records are others now: plan and show again."""


class RecordsDesk(QObject):
    """One piece of work at a time."""

    changed = Signal()
    """It began, or it is over."""
    said = Signal(str)
    """What came of it."""
    undoable = Signal(object)
    """An `Undoable`."""

    def __init__(self, records: Records, ask: FileQuestion, parent: QObject | None = None) -> None:
        """Store what it works with.

        Args:
            records: What the work is done on.
            ask: Asks for files.
            parent: The owner.
        """
        super().__init__(parent)
        self._records, self._ask = records, ask
        self._work = Work(self)
        self._work.broke.connect(self._on_broke)
        self._work.done.connect(self._on_done)
        self._then: Callable[[object], None] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether work goes on."""
        return self._then is not None

    def act(self, action: Action) -> None:
        """Ask for a file and do the work; nothing where none is chosen, or while other work goes on."""
        if self.is_busy:
            return
        records, now = self._records, self._records.clock.now()
        match action:
            case Action.BACK_UP:
                self._write(action, backup.name_for(now), lambda to: backup.back_up(records.files, to, now))
            case Action.EXPORT_JSON | Action.EXPORT_CSV:
                ending = "csv" if action is Action.EXPORT_CSV else "json"
                self._write(
                    action, f"uncramp-{now:%Y-%m-%d}.{ending}", lambda to: exchange.export(records.access(), to)
                )
            case Action.RESTORE:
                self._read(action, lambda file: restoring.prepare(file, records.files, now), self._finish_restore)
            case _:
                self._read(
                    action,
                    lambda file: exchange.import_from(records.access(), file, records.zone()),
                    self._finish_import,
                )

    def close(self) -> None:
        """Wait for the work."""
        self._work.wait()

    def _write(self, action: Action, name: str, write: Callable[[Path], int | None]) -> None:
        target = self._ask.where_to(action, name)
        if target is None:
            return

        def told(count: object) -> None:
            self.said.emit(words.exported(count, target) if isinstance(count, int) else words.backed_up(target))

        self._begin(partial(write, target), told)

    def _read(self, action: Action, read: Callable[[Path], object], then: Callable[[object], None]) -> None:
        file = self._ask.which(action)
        if file is not None:
            self._begin(partial(read, file), then)

    def _begin(self, task: Callable[[], object], then: Callable[[object], None]) -> None:
        self._then = then
        self.changed.emit()
        self._work.begin(task)

    def _finish_import(self, found: object) -> None:
        assert isinstance(found, Added)
        if found.count:
            self.undoable.emit(partial(self._take_out, found))
        self._records.renewed()
        self.said.emit(words.imported(found.count, found.known))

    def _take_out(self, added: Added) -> str:
        archive.take_out(self._records.access(), added)
        self._records.renewed()
        return words.import_undone()

    def _finish_restore(self, _nothing: object) -> None:
        """In this thread, and in one go: nobody here writes a record between the old file and the new."""
        self._records.let_go()
        aside = restoring.finish(self._records.files)
        self._records.renewed()
        if aside is not None:
            self.said.emit(words.restored(aside))

    def _on_done(self, found: object) -> None:
        then, self._then = self._then, None
        assert then is not None
        self.changed.emit()
        try:
            then(found)
        except UncrampError as error:
            self.said.emit(str(error))

    def _on_broke(self, error: Exception) -> None:
        self._then = None
        self.changed.emit()
        self.said.emit(str(error))
