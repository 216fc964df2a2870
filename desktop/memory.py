"""What the store could not keep for the moment: the day goes on with it, and it is saved when the store is back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from desktop.errors import UncrampError
from desktop.journal import Journal
from desktop.ports import LogEntry
from schedules.history import History, PromptRecord
from schedules.prompts import HeldWhy, Prompt
from schedules.situation import Situation

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class OnShow:
    """A prompt that waits for an answer."""

    prompt: Prompt
    shown_at: datetime
    held_why: HeldWhy | None = None
    """What held it back before it was shown."""

    def since(self, now: datetime) -> "OnShow":
        """The same as of now: a clock that was set back leaves nothing on show for hours."""
        if now >= self.shown_at:
            return self
        left = max(self.prompt.expires_at - self.shown_at, timedelta())
        return replace(self, prompt=replace(self.prompt, expires_at=now + left), shown_at=now)


def record_of(prompt: Prompt, on_show: OnShow | None, held_why: HeldWhy | None = None) -> PromptRecord:
    """The record of a prompt, as far as it has come."""
    return PromptRecord(
        key=prompt.key,
        kind=prompt.kind,
        also=prompt.also,
        due_at=prompt.due_at,
        volume_ml=prompt.volume_ml,
        shown_at=None if on_show is None else on_show.shown_at,
        held_why=held_why if on_show is None else on_show.held_why,
    )


class PromptMemory:
    """Prompts and their outcomes, kept in the store, and in memory while the store refuses."""

    def __init__(self, journal: Journal) -> None:
        """Store the journal.

        Args:
            journal: Where the records belong.
        """
        self._journal = journal
        self._unsaved: dict[str, PromptRecord] = {}
        self._read: Situation | None = None
        self.last_entry: LogEntry | None = None
        """The entry that was logged last, as last read."""

    def save(self, record: PromptRecord) -> UncrampError | None:
        """Keep a record, in any case; the error if the store refused it."""
        self._unsaved[record.key] = record
        return self.flush()

    def flush(self) -> UncrampError | None:
        """Try to save what is unsaved; the error if the store refused, or had to put itself right."""
        zone, told = self._journal.zone().key, None
        for record in tuple(self._unsaved.values()):
            _saved, error = _tried(partial(self._journal.store.save_prompt, record, zone))
            told = error or told
            if error is not None and not error.again:
                return error
            del self._unsaved[record.key]
        return told

    def situation(self) -> tuple[Situation, UncrampError | None]:
        """The situation with what is unsaved; with the records as last read while the store cannot be read."""
        read, error = _tried(self._journal.situation)
        if read is not None:
            self.last_entry, error = self._last_entry(error)
        situation = self._read = read or self._remembered()
        kept = tuple(record for record in situation.history.prompts if record.key not in self._unsaved)
        prompts = (*kept, *self._unsaved.values())
        return replace(situation, history=replace(situation.history, prompts=prompts)), error

    def _last_entry(self, told: UncrampError | None) -> tuple[LogEntry | None, UncrampError | None]:
        entry, error = _tried(self._journal.store.last_entry)
        return (entry if error is None or error.again else self.last_entry), told or error

    def _remembered(self) -> Situation:
        journal = self._journal
        now = journal.clock.now()
        return Situation(
            now=now,
            zone=journal.zone(),
            settings=journal.settings(),
            history=self._read.history if self._read is not None else History(),
            forecast=journal.forecast(),
            calendar=journal.calendar(now),
            paused_until=self._read.paused_until if self._read is not None else None,
            days_off=self._read.days_off if self._read is not None else frozenset(),
            running_since=journal.watching_since(now),
        )


def _tried(call: Callable[[], T]) -> tuple[T | None, UncrampError | None]:
    """What a call of the store comes to, and what it has to tell; once more where it has put itself right."""
    told = None
    for _ in range(2):
        try:
            return call(), told
        except UncrampError as error:
            told = error
            if not error.again:
                break
    return None, told
