"""How often Uncramp used the network since it was installed: counted before each request, and kept with the records."""

import logging

from PySide6.QtCore import QObject, Signal

from desktop.errors import UncrampError
from desktop.ports import Store

NETWORK_KEY = "network connections"

_log = logging.getLogger(__name__)


class NetworkCount(QObject):
    """Counts. Whatever sends a request calls `add`; nothing else in Uncramp reaches the network."""

    changed = Signal()

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        """Store where the count is kept.

        Args:
            store: With the records.
            parent: The owner.
        """
        super().__init__(parent)
        self._store = store
        self._unkept = 0

    @property
    def total(self) -> int:
        """All requests so far.

        Raises:
            StoreError: The records cannot be read.
        """
        return _whole(self._store.get_state(NETWORK_KEY)) + self._unkept

    def add(self) -> None:
        """One request more; what cannot be kept now is kept with the next."""
        self._unkept += 1
        try:
            self._store.set_state(NETWORK_KEY, str(self.total))
            self._unkept = 0
        except UncrampError as error:
            _log.warning("The count of network connections cannot be kept for now: %s", error)
        self.changed.emit()


def _whole(text: str | None) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 10 else 0  # noqa: PLR2004
