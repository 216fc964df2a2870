"""Keeps the record of a cramp that goes on: in memory first, in the store as soon as the store takes it."""

from dataclasses import replace

from desktop.adapters.store_errors import EntryGoneError
from desktop.errors import UncrampError
from desktop.journal import Journal
from schedules.history import Cramp


class CrampRecord:
    """One cramp and whether the store has it. `flush` may wait for the store, so it is called after a paint."""

    def __init__(self, journal: Journal) -> None:
        """Store the journal.

        Args:
            journal: Where the record belongs.
        """
        self._journal = journal
        self._wanted: Cramp | None = None
        self._stored: Cramp | None = None
        self._is_gone = False

    @property
    def cramp(self) -> Cramp | None:
        """The record as it is meant to be; None when there is none, or none any more."""
        return self._wanted

    @property
    def is_kept(self) -> bool:
        """Whether the store has it just so."""
        return self._is_gone or self._wanted == self._stored

    def keep(self, cramp: Cramp) -> None:
        """Have a record kept, or changed."""
        self._wanted = replace(cramp, id=self._stored.id if self._stored is not None else None)

    def forget(self) -> None:
        """Have it taken back: there was no cramp."""
        self._wanted = None

    def flush(self) -> UncrampError | None:
        """Bring the store to what is wanted; the error if it refuses for now."""
        if self.is_kept:
            return None
        try:
            self._write()
        except EntryGoneError:
            # The person took the entry back in Today meanwhile: that counts.
            self._is_gone = True
        except UncrampError as error:
            return error
        return None

    def _write(self) -> None:
        if self._wanted is None:
            assert self._stored is not None
            self._journal.store.remove(self._stored)
            self._stored = None
        elif self._stored is None:
            self._wanted = self._stored = self._journal.log_cramp(self._wanted)
        else:
            self._journal.store.replace(self._wanted)
            self._stored = self._wanted
