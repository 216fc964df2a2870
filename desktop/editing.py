"""Changing what was logged: entries are changed, deleted, added for an earlier time, and each can be undone. No Qt."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from desktop.journal import Journal
from desktop.ports import LogEntry
from schedules.history import Cramp, Drink, Exercise, RoutineDone
from schedules.waking_day import WakingDay, log_span


class Deed(StrEnum):
    """What was done to an entry."""

    ADDED = "added"
    CHANGED = "changed"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change that can be undone."""

    deed: Deed
    entry: LogEntry
    """As it is now, or was when it was deleted."""
    before: LogEntry | None = None
    """As it was before it was changed."""


def add(entry: LogEntry, journal: Journal) -> Change:
    """Log something that has been."""
    number = journal.store.add(entry, journal.zone().key)
    return Change(deed=Deed.ADDED, entry=replace(entry, id=number))


def change(entry: LogEntry, before: LogEntry, journal: Journal) -> Change:
    """Change an entry; it keeps its number."""
    journal.store.replace(replace(entry, id=before.id))
    return Change(deed=Deed.CHANGED, entry=replace(entry, id=before.id), before=before)


def delete(entry: LogEntry, journal: Journal) -> Change:
    """Take an entry out of the log."""
    journal.store.remove(entry)
    return Change(deed=Deed.DELETED, entry=entry)


def undo(made: Change, journal: Journal) -> LogEntry:
    """Make a change as if it had not been; the entry it was about."""
    match made.deed:
        case Deed.ADDED:
            journal.store.remove(made.entry)
        case Deed.CHANGED if made.before is not None:
            journal.store.replace(made.before)
        case _:
            journal.store.restore(made.entry)
    return made.entry


def catch_up(total_ml: int, day: WakingDay, at: datetime, journal: Journal) -> Drink | None:
    """The drink that brings a day's intake up to a total; None where as much is noted already.

    It is one drink, of the moment at which it is noted: nobody is asked when, and nobody is warned.
    """
    start_at, end_at = log_span(journal.settings(), day)
    noted = sum(drink.volume_ml for drink in journal.store.history(start_at, end_at).drinks)
    return Drink(at=at, volume_ml=total_ml - noted) if total_ml > noted else None


def moment_of(entry: LogEntry) -> datetime:
    """When an entry began."""
    match entry:
        case Drink():
            return entry.at
        case Cramp():
            return entry.onset_at
        case RoutineDone() | Exercise():
            return entry.started_at
