"""Entries as they are typed: what was not touched stays as it was, to the second."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desktop.commands.day_moments import Within
from desktop.entry_reading import draft_of, entry_of
from desktop.entry_states import EntryDraft, EntryField, EntryKind, Wrong
from desktop.ports import LogEntry
from schedules.history import Cramp, Drink, Exercise, Muscle, RoutineDone, Side
from schedules.settings import Effort, Units

NOW = datetime(2026, 11, 19, 13, 42, 7, tzinfo=UTC)
WITHIN = Within(start_at=NOW - timedelta(hours=10), end_at=NOW + timedelta(hours=14), now=NOW, zone=ZoneInfo("UTC"))
AT = NOW.replace(hour=9, minute=5, second=33)
ENTRIES: tuple[LogEntry, ...] = (
    Drink(at=AT, volume_ml=251, id=1),
    RoutineDone(started_at=AT, routine="bedtime", lasted=timedelta(seconds=377), steps=6, steps_done=5, id=2),
    RoutineDone(started_at=AT, routine="move", id=3),
    Cramp(onset_at=AT, lasted=timedelta(seconds=133), muscle=Muscle.CALF, side=Side.LEFT, tried=("stretch",), id=4),
    Exercise(started_at=AT, lasted=timedelta(minutes=45), effort=Effort.HARD, id=5),
)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: type(entry).__name__)
def test_what_is_not_touched_stays(entry: LogEntry) -> None:
    assert entry_of(draft_of(entry, WITHIN, Units.METRIC), entry, WITHIN, Units.METRIC) == entry


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: type(entry).__name__)
def test_another_time_is_another_beginning_of_the_same(entry: LogEntry) -> None:
    changed = entry_of(replace(draft_of(entry, WITHIN, Units.METRIC), when="8"), entry, WITHIN, Units.METRIC)
    assert not isinstance(changed, Wrong)
    assert changed.id == entry.id
    assert changed != entry


def test_ounces_are_read_as_ounces() -> None:
    drink = entry_of(EntryDraft(kind=EntryKind.DRINK, amount="8"), None, WITHIN, Units.US)
    assert drink == Drink(at=NOW, volume_ml=237)


def test_a_ride_that_is_over_now_began_so_much_before() -> None:
    ride = entry_of(EntryDraft(kind=EntryKind.RIDE, lasted="5"), None, WITHIN, Units.METRIC)
    assert ride == RoutineDone(started_at=NOW - timedelta(minutes=5), routine="easy-bike", lasted=timedelta(minutes=5))


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (EntryDraft(kind=EntryKind.DRINK, amount="a lot"), EntryField.AMOUNT),
        (EntryDraft(kind=EntryKind.DRINK, amount="250", when="soon"), EntryField.WHEN),
        (EntryDraft(kind=EntryKind.STRETCH, lasted="x"), EntryField.LASTED),
        (EntryDraft(kind=EntryKind.STRETCH, lasted="-3"), EntryField.LASTED),
        (EntryDraft(kind=EntryKind.CRAMP, lasted="nan"), EntryField.LASTED),
        (EntryDraft(kind=EntryKind.CRAMP, lasted="1e300"), EntryField.LASTED),
        (EntryDraft(kind=EntryKind.EXERCISE), EntryField.LASTED),
    ],
)
def test_what_cannot_be_read_is_told_with_its_field(draft: EntryDraft, field: EntryField) -> None:
    found = entry_of(draft, None, WITHIN, Units.METRIC)
    assert isinstance(found, Wrong)
    assert found.field is field


def test_a_cramp_of_which_only_the_time_is_known() -> None:
    assert entry_of(EntryDraft(kind=EntryKind.CRAMP), None, WITHIN, Units.METRIC) == Cramp(onset_at=NOW)
