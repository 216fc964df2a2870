"""A store in memory with the contract of the real one, for tests of what stands on it."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.adapters.store import EntryGoneError, StoreError, StoreSetAsideError
from desktop.ports import LogEntry
from schedules.history import Cramp, Drink, Exercise, History, PromptRecord, RoutineDone, StepDone

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")
R = TypeVar("R", bound="DataclassInstance")


class RecordingStore:
    """Keeps what it is given, and where it was lived; fails when it is told to.

    ``failure`` is raised by every method while it is set, as by a store whose file is locked, full or broken.
    """

    def __init__(self) -> None:
        self.failure: StoreError | None = None
        self.zones: dict[int | str, str] = {}
        """The zone of each entry by its number, and of each prompt by its key."""
        self.taken_back: list[LogEntry] = []
        self.closed = False
        self._entries: dict[int, LogEntry] = {}
        self._steps: dict[int, dict[int, StepDone]] = {}
        self._prompts: dict[str, PromptRecord] = {}
        self._state: dict[str, str] = {}
        self._paused_until: datetime | None = None

    def open(self) -> StoreSetAsideError | None:
        self._fail()
        self.closed = False
        return None

    def close(self) -> None:
        self.closed = True

    def add(self, entry: LogEntry, zone: str) -> int:
        stored = in_utc(entry)
        self._fail()
        number = len(self.taken_back) + len(self._entries) + 1
        self._entries[number] = replace(stored, id=number)
        self.zones[number] = zone
        return number

    def replace(self, entry: LogEntry) -> None:
        stored, number = in_utc(entry), _number_of(entry)
        self._fail()
        if type(self._entries.get(number)) is not type(entry):
            raise EntryGoneError
        self._entries[number] = stored

    def remove(self, entry: LogEntry) -> None:
        number = _number_of(entry)
        self._fail()
        if type(self._entries.get(number)) is type(entry):
            self.taken_back.append(self._entries.pop(number))

    def restore(self, entry: LogEntry) -> None:
        number = _number_of(entry)
        self._fail()
        for taken in tuple(self.taken_back):
            if taken.id == number and type(taken) is type(entry):
                self._entries[number] = taken
                self.taken_back.remove(taken)

    def undo(self) -> LogEntry | None:
        last = self.last_entry()
        if last is not None:
            self.remove(last)
        return last

    def last_entry(self) -> LogEntry | None:
        self._fail()
        return self._entries[max(self._entries)] if self._entries else None

    def add_steps(self, routine_id: int, steps: Iterable[StepDone]) -> None:
        self._fail()
        known = {number for number, entry in self._entries.items() if isinstance(entry, RoutineDone)}
        if routine_id not in known | {entry.id for entry in self.taken_back if isinstance(entry, RoutineDone)}:
            raise ValueError(routine_id)
        self._steps.setdefault(routine_id, {}).update({step.index: step for step in steps})

    def steps_of(self, routine_id: int) -> tuple[StepDone, ...]:
        self._fail()
        return tuple(step for _, step in sorted(self._steps.get(routine_id, {}).items()))

    def save_prompt(self, record: PromptRecord, zone: str) -> None:
        stored = in_utc(record)
        self._fail()
        self._prompts[record.key] = stored
        self.zones[record.key] = zone

    def history(self, since: datetime, until: datetime | None = None) -> History:
        start = _utc(since)
        end = None if until is None else _utc(until)
        self._fail()

        def within(moment: datetime) -> bool:
            return start <= moment and (end is None or moment < end)

        return History(
            drinks=self._ordered(each for each in self._of(Drink) if within(each.at)),
            routines=self._ordered(each for each in self._of(RoutineDone) if within(each.started_at)),
            cramps=self._ordered(each for each in self._of(Cramp) if within(each.onset_at)),
            exercises=self._ordered(each for each in self._of(Exercise) if within(each.started_at)),
            prompts=tuple(
                sorted(
                    (each for each in self._prompts.values() if within(each.due_at)),
                    key=lambda each: (each.due_at, each.key),
                )
            ),
        )

    def paused_until(self) -> datetime | None:
        self._fail()
        return self._paused_until

    def set_paused_until(self, until: datetime | None) -> None:
        stored = None if until is None else _utc(until)
        self._fail()
        self._paused_until = stored

    def get_state(self, key: str) -> str | None:
        self._fail()
        return self._state.get(key)

    def set_state(self, key: str, value: str | None) -> None:
        self._fail()
        if value is None:
            self._state.pop(key, None)
        else:
            self._state[key] = value

    def _fail(self) -> None:
        if self.failure is not None:
            raise self.failure

    def _of(self, kind: type[T]) -> Iterable[T]:
        return (entry for entry in self._entries.values() if isinstance(entry, kind))

    def _ordered(self, entries: Iterable[T]) -> tuple[T, ...]:
        return tuple(sorted(entries, key=_at))


def _at(entry: object) -> tuple[datetime, int]:
    match entry:
        case Drink():
            return entry.at, _number_of(entry)
        case Cramp():
            return entry.onset_at, _number_of(entry)
        case RoutineDone() | Exercise():
            return entry.started_at, _number_of(entry)
    raise ValueError(entry)


def _number_of(entry: LogEntry) -> int:
    if entry.id is None:
        raise ValueError(entry)
    return entry.id


def _utc(moment: datetime) -> datetime:
    if moment.utcoffset() is None:
        raise ValueError(moment)
    return moment.astimezone(UTC)


def in_utc(record: R) -> R:
    """The same record, its moments in UTC: equal ones may compare as unequal in an hour that comes twice."""
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    moments: dict[str, Any] = {name: _utc(value) for name, value in values.items() if isinstance(value, datetime)}
    return replace(record, **moments)
