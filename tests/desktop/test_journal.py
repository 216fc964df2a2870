from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desktop.adapters.store import StoreError
from desktop.journal import Journal
from schedules.history import Cramp, Drink, Exercise, RoutineDone
from schedules.settings import Effort, Settings
from schedules.weather import Forecast
from tests.clock import FakeClock
from tests.desktop.fake_store import RecordingStore

CHICAGO = ZoneInfo("America/Chicago")


@pytest.fixture
def store() -> RecordingStore:
    return RecordingStore()


@pytest.fixture
def journal(store: RecordingStore, clock: FakeClock) -> Journal:
    """The journal of somebody in Chicago with the default settings, on Wednesday at seven in the morning."""
    return Journal(store, clock, Settings, lambda: CHICAGO)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=CHICAGO)


def test_what_is_logged_is_logged_now_with_its_zone_and_number(
    journal: Journal, store: RecordingStore, clock: FakeClock
) -> None:
    drink = journal.log_drink(250)
    assert drink == Drink(at=clock.now(), volume_ml=250, id=1)
    assert store.zones[1] == "America/Chicago"


def test_what_took_a_while_ends_now(journal: Journal, clock: FakeClock) -> None:
    five = timedelta(minutes=5)
    assert journal.log_routine("bedtime", lasted=five, steps_done=2, steps=6) == RoutineDone(
        started_at=clock.now() - five, routine="bedtime", lasted=five, steps_done=2, steps=6, id=1
    )
    assert journal.log_exercise(five, Effort.LIGHT) == Exercise(
        started_at=clock.now() - five, lasted=five, effort=Effort.LIGHT, id=2
    )


def test_what_is_logged_later_keeps_its_moment(journal: Journal) -> None:
    earlier = at("2026-07-15T06:30")
    assert journal.log_drink(250, earlier).at == earlier
    assert journal.log_routine("move", earlier).started_at == earlier
    assert journal.log_exercise(timedelta(hours=1), Effort.HARD, earlier).started_at == earlier
    assert journal.log_cramp(Cramp(onset_at=earlier)).onset_at == earlier


def test_undo_takes_back_what_was_logged_last(journal: Journal) -> None:
    drink = journal.log_drink(250, at("2026-07-15T06:59"))
    cramp = journal.log_cramp(Cramp(onset_at=at("2026-07-15T02:10")))
    assert (journal.undo(), journal.undo(), journal.undo()) == (cramp, drink, None)


def test_the_intake_is_that_of_the_waking_day(journal: Journal) -> None:
    for moment, volume_ml in (
        ("2026-07-14T22:00", 1),  # yesterday evening
        ("2026-07-15T02:10", 10),  # the night before
        ("2026-07-15T06:30", 100),  # half an hour before the alarm
        ("2026-07-15T06:59", 1000),
    ):
        journal.log_drink(volume_ml, at(moment))
    assert journal.intake_ml() == 1100


def test_a_pause_lasts_until_its_end(journal: Journal, clock: FakeClock) -> None:
    until = clock.now() + timedelta(minutes=30)
    journal.pause(until)
    assert journal.paused_until() == until
    clock.jump(timedelta(minutes=30))
    assert journal.paused_until() is None


def test_resuming_says_whether_there_was_a_pause(journal: Journal, clock: FakeClock) -> None:
    assert not journal.resume()
    journal.pause(clock.now() + timedelta(minutes=30))
    assert journal.resume()
    assert not journal.resume()


@pytest.mark.parametrize(
    ("now", "wake"),
    [
        ("2026-07-15T12:00", "2026-07-16T07:00"),
        ("2026-07-15T23:30", "2026-07-16T07:00"),
        ("2026-07-16T01:00", "2026-07-16T07:00"),
        ("2026-07-16T06:30", "2026-07-17T07:00"),
        ("2026-07-17T12:00", "2026-07-18T08:30"),
    ],
)
def test_tomorrow_begins_when_the_next_waking_day_does(journal: Journal, clock: FakeClock, now: str, wake: str) -> None:
    clock.jump_to(at(now))
    assert journal.next_wake_at() == at(wake)


def test_the_situation_holds_all_that_a_plan_depends_on(store: RecordingStore, clock: FakeClock) -> None:
    forecast = Forecast(hours=())
    settings = Settings(timezone="Europe/Berlin")
    since = clock.now() - timedelta(hours=1)
    journal = Journal(store, clock, lambda: settings, lambda: CHICAGO, lambda: forecast, since)
    old = journal.log_drink(250, clock.now() - timedelta(days=9))
    recent = journal.log_drink(250, clock.now() - timedelta(days=7))
    until = clock.now() + timedelta(hours=1)
    journal.pause(until)
    situation = journal.situation()
    assert situation.history.drinks == (recent,)
    assert old.id is not None
    assert (situation.now, situation.zone, situation.settings) == (clock.now(), CHICAGO, settings)
    assert (situation.forecast, situation.paused_until, situation.running_since) == (forecast, until, since)


def test_the_plan_follows_the_log(journal: Journal) -> None:
    before = journal.plan()
    assert (before.date, before.timezone) == (date(2026, 7, 15), "America/Chicago")
    journal.log_drink(2000)
    assert journal.plan() != before
    assert journal.plan(date(2026, 7, 16)).date == date(2026, 7, 16)


def test_the_next_prompt_is_todays_or_tomorrows(journal: Journal, clock: FakeClock) -> None:
    today = journal.plan().prompts
    assert journal.next_prompt() == today[0]
    clock.jump_to(at("2026-07-15T22:59"))
    coming = journal.next_prompt()
    assert coming is not None
    assert coming.due_at > at("2026-07-16T00:00")


def test_a_day_that_is_all_paused_has_its_next_prompt_tomorrow(journal: Journal, clock: FakeClock) -> None:
    journal.pause(at("2026-07-15T23:30"))
    coming = journal.next_prompt()
    assert coming is not None
    assert coming.due_at > at("2026-07-16T00:00")


def test_a_store_that_refuses_is_heard(journal: Journal, store: RecordingStore) -> None:
    store.failure = StoreError("It is locked.")
    for ask in (lambda: journal.log_drink(250), journal.undo, journal.resume, journal.plan, journal.intake_ml):
        with pytest.raises(StoreError):
            ask()


def test_a_clock_that_was_set_back_leaves_no_hours_that_nobody_watches(
    journal: Journal, store: RecordingStore, clock: FakeClock
) -> None:
    ahead = Journal(store, clock, Settings, lambda: CHICAGO, running_since=clock.now() + timedelta(hours=5))
    began_at = clock.now()
    assert ahead.situation().running_since == began_at
    clock.advance(timedelta(minutes=10))
    assert ahead.situation().running_since == began_at
