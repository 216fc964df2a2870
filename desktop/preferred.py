"""What is preferred at the moment: read once, kept with each change, and told to whoever follows it."""

import logging
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from desktop import preferences
from desktop.errors import UncrampError
from desktop.ports import Store
from desktop.preferences import Preferences

_log = logging.getLogger(__name__)


class Preferred(QObject):
    """The preferences in force."""

    changed = Signal(object)
    """`Preferences`."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        """Store where they are kept; `load` reads.

        Args:
            store: With the records.
            parent: The owner.
        """
        super().__init__(parent)
        self._store = store
        self._now = Preferences()

    @property
    def now(self) -> Preferences:
        """The preferences as they were last read."""
        return self._now

    def load(self) -> None:
        """Read them; where that cannot be done, what was known stays."""
        try:
            self._take(preferences.read(self._store))
        except UncrampError as error:
            _log.warning("What is preferred cannot be read: %s", error)

    def prefer(self, name: str, value: StrEnum | int) -> None:
        """Keep one preference, and have it followed.

        Args:
            name: A field of `Preferences`.
            value: Allowed there.

        Raises:
            StoreError: It could not be kept; everything is as it was.
            ValueError: There is no such preference, or the value is not allowed.
        """
        preferences.write(self._store, name, value)
        self._take(preferences.read(self._store))

    def _take(self, read: Preferences) -> None:
        if read != self._now:
            self._now = read
            self.changed.emit(read)
