"""What the store could not keep for the moment: the day goes on with it, and it is saved when the store is back."""

from dataclasses import replace

from desktop.errors import UncrampError
from desktop.journal import Journal
from schedules.history import History, PromptRecord
from schedules.situation import Situation


class PromptMemory:
    """Prompts and their outcomes, kept in the store, and in memory while the store refuses."""

    def __init__(self, journal: Journal) -> None:
        """Store the journal.

        Args:
            journal: Where the records belong.
        """
        self._journal = journal
        self._unsaved: dict[str, PromptRecord] = {}

    def save(self, record: PromptRecord) -> UncrampError | None:
        """Keep a record, in any case; the error if the store refused it."""
        self._unsaved[record.key] = record
        return self.flush()

    def flush(self) -> UncrampError | None:
        """Try to save what is unsaved; the error if the store still refuses."""
        zone = self._journal.zone().key
        for record in tuple(self._unsaved.values()):
            try:
                self._journal.store.save_prompt(record, zone)
            except UncrampError as error:
                return error
            del self._unsaved[record.key]
        return None

    def situation(self) -> tuple[Situation, UncrampError | None]:
        """The situation with what is unsaved; without the store's records if it cannot be read."""
        try:
            situation, error = self._journal.situation(), None
        except UncrampError as caught:
            situation, error = self._blank(), caught
        kept = tuple(record for record in situation.history.prompts if record.key not in self._unsaved)
        prompts = (*kept, *self._unsaved.values())
        return replace(situation, history=replace(situation.history, prompts=prompts)), error

    def _blank(self) -> Situation:
        journal = self._journal
        return Situation(
            now=journal.clock.now(),
            zone=journal.zone(),
            settings=journal.settings(),
            history=History(),
            forecast=journal.forecast(),
            running_since=journal.running_since,
        )
