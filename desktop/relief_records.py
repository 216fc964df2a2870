"""When the records of the relief are written: after a paint, again while the store refuses, and never in between."""

import logging

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import UncrampError
from desktop.journal import Journal
from desktop.relief_record import CrampRecord
from desktop.relief_view import Where
from schedules.guides.relief_course import WHERE_CHOICES
from schedules.history import Muscle, Side

USUAL_KEY = "relief usual"
USUAL = Where(muscle=Muscle.CALF, side=Side.LEFT)
"""What a bare Enter chooses the first time. Source: most cramps at night are in the calf (Allen and Kirby, 2012)."""
FIRST_WRITE_MS = 1_000
"""The first write waits so long, that the first answer never has to wait for it."""
RETRY_MS = 3_000
_UNPAINTED_MS = 1_000
"""A window that nobody sees paints nothing, yet the record is kept."""

_log = logging.getLogger(__name__)


class ReliefRecords(QObject):
    """The cramp that goes on, earlier ones that the store refused, and what was chosen last."""

    written = Signal()
    """The store was tried: `is_refused` says how it went."""

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        """Store the journal.

        Args:
            journal: Where the records belong.
            parent: The owner.
        """
        super().__init__(parent)
        self._journal = journal
        self.usual = USUAL
        self.is_refused = False
        """The store refuses for now."""
        self._usual_kept: Where | None = None
        self._records: list[CrampRecord] = []
        """The present one last; earlier ones only while the store refuses them."""
        self._is_going_on = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.write)

    def start(self) -> None:
        """Read what was chosen last time, long before it is needed."""
        try:
            kept = self._journal.store.get_state(USUAL_KEY)
        except UncrampError as error:
            _log.warning("The last choice cannot be read: %s", error)
            return
        self.usual = self._usual_kept = _where(kept) or USUAL

    @property
    def current(self) -> CrampRecord:
        """The record of the cramp that goes on, or went on last."""
        return self._records[-1]

    @property
    def is_waiting(self) -> bool:
        """Whether something is still to be written."""
        return self._timer.isActive()

    @property
    def is_done(self) -> bool:
        """Whether the last cramp is over and in the store."""
        return not self._records

    def begin(self) -> CrampRecord:
        """A record for another cramp."""
        self._is_going_on = True
        self._records.append(CrampRecord(self._journal))
        self.plan()
        return self.current

    def end(self) -> None:
        """The cramp does not go on any more."""
        self._is_going_on = False
        self._timer.start(0)

    def plan(self) -> None:
        """Write once the screen is painted, or in a while if it never is."""
        self._timer.start(_UNPAINTED_MS)

    def painted(self, *, first: bool) -> None:
        """What was told is on the screen."""
        if first:
            self._timer.start(FIRST_WRITE_MS)
        elif self._timer.isActive():
            self._timer.start(0)

    def write(self) -> None:
        """Bring the store up to date; what it refuses is tried again in a few seconds, and at the next step."""
        self._timer.stop()
        errors = [error for record in self._records if (error := record.flush()) is not None]
        if not errors:
            self._write_usual()
        for error in errors:
            _log.warning("The cramp cannot be kept for now: %s", error)
        self.is_refused = bool(errors)
        present = self._records[-1] if self._is_going_on else None
        self._records = [record for record in self._records if record is present or not record.is_kept]
        if errors:
            self._timer.start(RETRY_MS)
        self.written.emit()

    def _write_usual(self) -> None:
        if self.usual == self._usual_kept:
            return
        try:
            self._journal.store.set_state(USUAL_KEY, f"{self.usual.muscle} {self.usual.side}")
        except UncrampError as error:
            _log.warning("The last choice cannot be kept: %s", error)
            return
        self._usual_kept = self.usual


def _where(kept: str | None) -> Where | None:
    """A choice as it was kept; None where it cannot be read."""
    known = {f"{muscle} {side}": Where(muscle=muscle, side=side) for muscle, side in WHERE_CHOICES}
    return known.get(kept or "")
