"""What every store does: the same cases for the one in memory and the one on disk."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from desktop.adapters.store import EntryGoneError, SqliteStore
from desktop.ports import LogEntry, Store
from schedules.history import (
    Cramp,
    Drink,
    Exercise,
    History,
    Muscle,
    Outcome,
    PromptRecord,
    RoutineDone,
    Side,
    StepDone,
    Trigger,
)
from schedules.prompts import Kind
from schedules.settings import Effort
from tests.desktop.fake_store import RecordingStore

NOON = datetime(2026, 7, 15, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
ZONE = "America/Chicago"

AnyStore = SqliteStore | RecordingStore

DRINK = Drink(at=NOON, volume_ml=250)
ROUTINE = RoutineDone(
    started_at=NOON,
    routine="bedtime",
    lasted=timedelta(minutes=3, microseconds=1),
    steps_done=5,
    steps=6,
    feeling="good",
)
CRAMP = Cramp(
    onset_at=NOON,
    lasted=timedelta(minutes=2, seconds=40),
    at_night=True,
    muscle=Muscle.HAMSTRING,
    side=Side.LEFT,
    severity_nrs=7,
    sleep_disturbance_nrs=5,
    sore_next_day=False,
    trigger=Trigger.LONG_SITTING,
    tried=("stretch", "warmth", "a, b"),
    helped=("stretch",),
    note='Zwei Minuten, "fest" 🦵\nsecond line',
)
EXERCISE = Exercise(started_at=NOON, lasted=HOUR, effort=Effort.HARD)
ENTRIES: tuple[LogEntry, ...] = (DRINK, ROUTINE, CRAMP, EXERCISE)
OTHERS: tuple[LogEntry, ...] = (
    Drink(at=NOON + HOUR, volume_ml=1),
    RoutineDone(started_at=NOON + HOUR, routine="move"),
    Cramp(onset_at=NOON + HOUR),
    Exercise(started_at=NOON + HOUR, lasted=timedelta(0), effort=Effort.LIGHT),
)
"""One of each kind, with every field unlike that of the one in `ENTRIES`."""
PROMPT = PromptRecord(
    key="drink@20260715T120000Z",
    kind=Kind.DRINK,
    also=(Kind.MOVE,),
    due_at=NOON,
    volume_ml=250,
    shown_at=NOON + timedelta(seconds=1),
    outcome=Outcome.LATER,
    outcome_at=NOON + timedelta(seconds=9),
    show_again_at=NOON + HOUR,
)


def logged(history: History) -> tuple[LogEntry, ...]:
    return (*history.drinks, *history.routines, *history.cramps, *history.exercises)


class StoreContract:
    """The cases; a subclass gives the fixture ``store``."""

    def test_keeps_to_the_port(self, store: AnyStore) -> None:
        port: Store = store
        assert port.last_entry() is None

    @pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: type(entry).__name__)
    def test_an_entry_comes_back_as_it_was_given(self, store: AnyStore, entry: LogEntry) -> None:
        number = store.add(entry, ZONE)
        (found,) = logged(store.history(NOON))
        assert found.id == number
        assert found == replace(entry, id=number)

    def test_a_cramp_of_which_only_the_onset_is_known(self, store: AnyStore) -> None:
        number = store.add(Cramp(onset_at=NOON), ZONE)
        assert store.history(NOON).cramps == (Cramp(onset_at=NOON, id=number),)

    def test_numbers_differ_across_all_kinds_and_grow(self, store: AnyStore) -> None:
        numbers = [store.add(entry, ZONE) for entry in (*ENTRIES, *ENTRIES)]
        assert numbers == sorted(set(numbers))

    def test_a_number_is_not_given_twice_after_an_undo(self, store: AnyStore) -> None:
        first = store.add(DRINK, ZONE)
        store.undo()
        assert store.add(CRAMP, ZONE) > first

    def test_history_begins_at_since_and_ends_before_until(self, store: AnyStore) -> None:
        for hour in range(5):
            store.add(Drink(at=NOON + hour * HOUR, volume_ml=hour), ZONE)
        found = store.history(NOON + HOUR, NOON + 3 * HOUR)
        assert [drink.volume_ml for drink in found.drinks] == [1, 2]
        assert len(store.history(NOON + HOUR).drinks) == 4
        assert store.history(NOON + HOUR, NOON + HOUR) == History()

    def test_history_is_in_the_order_of_time_then_of_logging(self, store: AnyStore) -> None:
        for volume, hour in ((1, 2), (2, 0), (3, 1), (4, 0)):
            store.add(Drink(at=NOON + hour * HOUR, volume_ml=volume), ZONE)
        assert [drink.volume_ml for drink in store.history(NOON).drinks] == [2, 4, 3, 1]

    def test_moments_of_any_zone_come_back_as_the_same_moment_in_utc(self, store: AnyStore) -> None:
        # 01:30 comes twice on that night; the second one is an hour later.
        twice = datetime(2026, 11, 1, 1, 30, tzinfo=ZoneInfo("America/Chicago"), fold=1)
        store.add(Drink(at=twice, volume_ml=1), ZONE)
        (drink,) = store.history(datetime(2026, 11, 1, 7, 30, tzinfo=UTC)).drinks
        assert drink.at == datetime(2026, 11, 1, 7, 30, tzinfo=UTC)
        assert drink.at.tzinfo is UTC

    def test_history_may_be_asked_in_any_zone(self, store: AnyStore) -> None:
        store.add(DRINK, ZONE)
        india = timezone(timedelta(hours=5, minutes=30))
        assert len(store.history(NOON.astimezone(india), (NOON + HOUR).astimezone(india)).drinks) == 1

    def test_naive_moments_are_refused_and_nothing_is_kept(self, store: AnyStore) -> None:
        naive = NOON.replace(tzinfo=None)
        number = store.add(DRINK, ZONE)
        for refused in (
            lambda: store.add(Drink(at=naive, volume_ml=1), ZONE),
            lambda: store.replace(Drink(at=naive, volume_ml=1, id=number)),
            lambda: store.save_prompt(PromptRecord(key="k", kind=Kind.MOVE, due_at=naive), ZONE),
            lambda: store.save_prompt(PromptRecord(key="k", kind=Kind.MOVE, due_at=NOON, shown_at=naive), ZONE),
            lambda: store.history(naive),
            lambda: store.history(NOON, naive),
            lambda: store.set_paused_until(naive),
        ):
            with pytest.raises(ValueError, match="2026"):
                refused()
        assert store.history(NOON - HOUR) == History(drinks=(Drink(at=NOON, volume_ml=250, id=number),))
        assert store.paused_until() is None

    def test_undo_goes_back_in_the_order_of_logging_not_of_time(self, store: AnyStore) -> None:
        first = store.add(Drink(at=NOON, volume_ml=1), ZONE)
        second = store.add(Exercise(started_at=NOON - 9 * HOUR, lasted=HOUR, effort=Effort.LIGHT), ZONE)
        third = store.add(Cramp(onset_at=NOON - 5 * HOUR), ZONE)
        fourth = store.add(RoutineDone(started_at=NOON - 7 * HOUR, routine="move"), ZONE)
        taken = [store.undo() for _ in range(4)]
        assert [entry and entry.id for entry in taken] == [fourth, third, second, first]
        assert store.undo() is None
        assert store.history(NOON - 10 * HOUR) == History()

    def test_undo_takes_what_last_entry_tells(self, store: AnyStore) -> None:
        store.add(DRINK, ZONE)
        store.add(CRAMP, ZONE)
        told = store.last_entry()
        assert told == store.last_entry()
        assert store.undo() == told
        assert isinstance(store.last_entry(), Drink)

    def test_a_changed_entry_keeps_its_place_in_the_order_of_undo(self, store: AnyStore) -> None:
        first = store.add(DRINK, ZONE)
        second = store.add(DRINK, ZONE)
        store.replace(Drink(at=NOON, volume_ml=9, id=first))
        last = store.last_entry()
        assert last is not None
        assert last.id == second

    def test_prompts_are_no_entries(self, store: AnyStore) -> None:
        store.add(DRINK, ZONE)
        store.save_prompt(PROMPT, ZONE)
        assert isinstance(store.undo(), Drink)
        assert store.undo() is None
        assert store.history(NOON).prompts == (PROMPT,)

    def test_replace_changes_every_field(self, store: AnyStore) -> None:
        for entry, other in zip(ENTRIES, OTHERS, strict=True):
            changed = replace(other, id=store.add(entry, ZONE))
            store.replace(changed)
            assert store.undo() == changed

    def test_a_cramp_is_kept_up_to_date_while_it_goes_on(self, store: AnyStore) -> None:
        number = store.add(Cramp(onset_at=NOON), ZONE)
        for minute in range(1, 4):
            going_on = Cramp(onset_at=NOON, lasted=timedelta(minutes=minute), tried=("stretch",) * minute, id=number)
            store.replace(going_on)
            assert store.history(NOON).cramps == (going_on,)

    def test_replace_of_an_entry_that_was_taken_back_says_so(self, store: AnyStore) -> None:
        number = store.add(CRAMP, ZONE)
        store.undo()
        with pytest.raises(EntryGoneError) as told:
            store.replace(Cramp(onset_at=NOON, id=number))
        assert told.value.title
        assert store.history(NOON) == History()

    def test_replace_finds_an_entry_by_its_type_too(self, store: AnyStore) -> None:
        number = store.add(CRAMP, ZONE)
        with pytest.raises(EntryGoneError):
            store.replace(Drink(at=NOON, volume_ml=1, id=number))
        assert len(store.history(NOON).cramps) == 1

    def test_what_was_not_logged_cannot_be_changed_or_taken_back(self, store: AnyStore) -> None:
        for refused in (store.replace, store.remove):
            with pytest.raises(ValueError):  # noqa: PT011 - that it is refused is the case
                refused(DRINK)

    def test_remove_takes_back_the_one_that_is_meant(self, store: AnyStore) -> None:
        numbers = [store.add(Drink(at=NOON, volume_ml=volume), ZONE) for volume in (1, 2, 3)]
        store.remove(Drink(at=NOON, volume_ml=2, id=numbers[1]))
        assert [drink.volume_ml for drink in store.history(NOON).drinks] == [1, 3]
        store.remove(Drink(at=NOON, volume_ml=2, id=numbers[1]))
        store.remove(Cramp(onset_at=NOON, id=numbers[0]))
        assert [drink.volume_ml for drink in store.history(NOON).drinks] == [1, 3]
        assert [entry.id for entry in (store.undo(), store.undo()) if entry] == [numbers[2], numbers[0]]

    def test_what_was_taken_back_can_be_given_back_as_it_was(self, store: AnyStore) -> None:
        number = store.add(Drink(at=NOON, volume_ml=250), ZONE)
        drink = Drink(at=NOON, volume_ml=250, id=number)
        store.remove(drink)
        store.restore(Cramp(onset_at=NOON, id=number))
        assert store.history(NOON).drinks == ()
        store.restore(drink)
        store.restore(drink)
        assert store.history(NOON).drinks == (drink,)
        assert store.last_entry() == drink

    def test_a_prompt_is_found_by_its_key(self, store: AnyStore) -> None:
        store.save_prompt(PromptRecord(key=PROMPT.key, kind=Kind.DRINK, due_at=NOON), ZONE)
        store.save_prompt(PROMPT, ZONE)
        other = PromptRecord(key="move@x", kind=Kind.MOVE, due_at=NOON - HOUR, outcome=Outcome.EXPIRED)
        store.save_prompt(other, ZONE)
        assert store.history(NOON - HOUR).prompts == (other, PROMPT)
        assert store.history(NOON).prompts == (PROMPT,)
        assert store.history(NOON - HOUR, NOON).prompts == (other,)

    def test_the_pause_is_kept_until_it_is_ended(self, store: AnyStore) -> None:
        assert store.paused_until() is None
        store.set_paused_until((NOON + HOUR).astimezone(ZoneInfo("Asia/Kathmandu")))
        assert store.paused_until() == NOON + HOUR
        store.set_paused_until(None)
        assert store.paused_until() is None
        store.set_paused_until(None)
        assert store.paused_until() is None

    def test_state_is_kept_by_key(self, store: AnyStore) -> None:
        assert store.get_state("onboarding") is None
        store.set_state("onboarding", "done")
        store.set_state("ice", "")
        assert (store.get_state("onboarding"), store.get_state("ice")) == ("done", "")
        store.set_state("onboarding", "again")
        store.set_state("ice", None)
        assert (store.get_state("onboarding"), store.get_state("ice")) == ("again", None)

    def test_steps_belong_to_their_routine(self, store: AnyStore) -> None:
        mine, other = store.add(ROUTINE, ZONE), store.add(ROUTINE, ZONE)
        steps = (
            StepDone(index=0, step="calf", side=Side.LEFT, held=timedelta(seconds=30), done=True),
            StepDone(index=1, step="calf", side=Side.RIGHT, held=timedelta(seconds=4)),
        )
        store.add_steps(mine, reversed(steps))
        assert store.steps_of(mine) == steps
        assert store.steps_of(other) == ()

    def test_steps_are_kept_as_they_are_done(self, store: AnyStore) -> None:
        routine = store.add(ROUTINE, ZONE)
        for step in (StepDone(index=0, step="a"), StepDone(index=1, step="b"), StepDone(index=0, step="a", done=True)):
            store.add_steps(routine, (step,))
        assert store.steps_of(routine) == (StepDone(index=0, step="a", done=True), StepDone(index=1, step="b"))

    def test_steps_of_no_routine_are_refused(self, store: AnyStore) -> None:
        drink = store.add(DRINK, ZONE)
        for number in (drink, 99):
            with pytest.raises(ValueError, match=str(number)):
                store.add_steps(number, (StepDone(index=0, step="a"),))
        assert store.steps_of(drink) == ()

    def test_after_close_it_can_be_opened_again(self, store: AnyStore) -> None:
        store.add(DRINK, ZONE)
        store.close()
        store.close()
        assert store.open() is None
        assert len(store.history(NOON).drinks) == 1
