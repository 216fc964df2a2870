"""What is logged of one run of a guide: tried again for as long as the store refuses, and never twice."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.adapters.store_errors import EntryGoneError
from desktop.journal import Journal
from schedules.history import RoutineDone, StepDone


class GuideLog:
    """The record of a run with its steps."""

    def __init__(self, record: RoutineDone, steps: Sequence[StepDone]) -> None:
        self._record, self._steps = record, tuple(steps)
        self._kept: RoutineDone | None = None
        self._steps_kept: tuple[StepDone, ...] = ()
        self._is_gone = False

    @property
    def is_kept(self) -> bool:
        """Whether the store has all of it."""
        return self._is_gone or (self._kept == self._record and self._steps_kept == self._steps)

    @property
    def is_gone(self) -> bool:
        """Whether the person took it back; then nothing is added to it any more."""
        return self._is_gone

    def grow(self, record: RoutineDone, steps: Sequence[StepDone]) -> None:
        """More was done; `save` has to follow."""
        self._record, self._steps = replace(record, id=self._record.id), tuple(steps)

    def feel(self, feeling: str) -> None:
        """Add how it felt; `save` has to follow."""
        self._record = replace(self._record, feeling=feeling)

    def save(self, journal: Journal) -> RoutineDone:
        """Bring the store up to date.

        Raises:
            StoreError: It refuses; what it took already is not given to it again.
        """
        if not self._is_gone:
            try:
                self._write(journal)
            except EntryGoneError:
                self._is_gone = True
        return self._record

    def _write(self, journal: Journal) -> None:
        if self._record.id is None:
            self._kept = self._record = journal.log(self._record)
        elif self._kept != self._record:
            journal.store.replace(self._record)
            self._kept = self._record
        assert self._record.id is not None
        if self._steps_kept != self._steps:
            journal.store.add_steps(self._record.id, self._steps)
            self._steps_kept = self._steps
