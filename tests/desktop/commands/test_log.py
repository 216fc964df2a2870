from datetime import timedelta

import pytest

from schedules.history import Cramp, Drink, Exercise, Muscle, RoutineDone, Side, Trigger
from schedules.settings import Effort, Settings, Units, You
from tests.desktop.commands.recording_desk import RecordingDesk

LONG_AGO = "2026-07-01T00:00"


def logged(counter: RecordingDesk) -> object:
    history = counter.store.history(counter.at(LONG_AGO))
    entries: list[object] = [*history.drinks, *history.routines, *history.cramps, *history.exercises]
    (entry,) = entries
    return entry


@pytest.mark.parametrize(
    ("line", "volume_ml", "wall"),
    [
        ("log drink 250ml", 250, "2026-07-15T07:00"),
        ("log drink 1 cup", 237, "2026-07-15T07:00"),
        ("log drink", 250, "2026-07-15T07:00"),
        ("log drink 300ml --at 06:30", 300, "2026-07-15T06:30"),
        ("log drink 300ml --at 10 min ago", 300, "2026-07-15T06:50"),
        ("log drink 300ml --at 2026-07-14T21:00", 300, "2026-07-14T21:00"),
    ],
)
def test_a_drink(counter: RecordingDesk, line: str, volume_ml: int, wall: str) -> None:
    reply = counter.ask(line)
    assert (reply.status, reply.err) == (0, "")
    assert logged(counter) == Drink(at=counter.at(wall), volume_ml=volume_ml, id=1)
    assert counter.changes == 1


def test_a_drink_is_confirmed_with_the_days_intake(counter: RecordingDesk) -> None:
    counter.ask("log drink 500ml")
    assert counter.ask("log drink 250ml").out == "Noted: 250 ml, 07:00. 750 of 2,000 ml so far today.\n"


def test_a_drink_of_another_day_says_nothing_of_today(counter: RecordingDesk) -> None:
    assert counter.ask("log drink 250ml --at 2026-07-14T20:00").out == "Noted: 250 ml, 2026-07-14 20:00.\n"


def test_no_goal_is_held_up_to_who_has_limited_fluids(counter: RecordingDesk) -> None:
    counter.settings = Settings(you=You(doctor_limits_fluids=True))
    assert counter.ask("log drink 250ml").out == "Noted: 250 ml, 07:00. 250 ml so far today.\n"


def test_amounts_are_told_in_the_units_of_the_person(counter: RecordingDesk) -> None:
    counter.settings = Settings(you=You(units=Units.US))
    assert counter.ask("log drink 8oz").out == "Noted: 8 fl oz, 07:00. 8 of 68 fl oz so far today.\n"


@pytest.mark.parametrize(
    ("line", "routine", "minutes"),
    [
        ("log stretch", "stretch", 0),
        ("log bike --lasted 5m", "easy-bike", 5),
        ("log move", "move", 0),
    ],
)
def test_a_routine_ends_now_if_nothing_else_is_said(
    counter: RecordingDesk, line: str, routine: str, minutes: int
) -> None:
    assert counter.ask(line).status == 0
    lasted = timedelta(minutes=minutes)
    expected = RoutineDone(started_at=counter.clock.now() - lasted, routine=routine, lasted=lasted, id=1)
    assert logged(counter) == expected


def test_exercise(counter: RecordingDesk) -> None:
    assert counter.ask("log exercise --lasted 45m --effort hard --at 06:00").status == 0
    expected = Exercise(
        started_at=counter.at("2026-07-15T06:00"), lasted=timedelta(minutes=45), effort=Effort.HARD, id=1
    )
    assert logged(counter) == expected


def test_a_cramp_needs_nothing_but_that_it_was(counter: RecordingDesk) -> None:
    assert counter.ask("log cramp").out == "Noted: a cramp, 07:00.\n"
    assert logged(counter) == Cramp(onset_at=counter.clock.now(), id=1)


def test_a_cramp_with_all_that_can_be_said(counter: RecordingDesk) -> None:
    line = (
        "log cramp --at 02:10 --lasted 2m --muscle calf --side left --severity 7 --night --sleep-disturbance 5 "
        "--no-sore --trigger long-sitting --tried stretch massage --helped stretch --note 'woke the cat'"
    )
    assert counter.ask(line).status == 0
    assert logged(counter) == Cramp(
        onset_at=counter.at("2026-07-15T02:10"),
        lasted=timedelta(minutes=2),
        at_night=True,
        muscle=Muscle.CALF,
        side=Side.LEFT,
        severity_nrs=7,
        sleep_disturbance_nrs=5,
        sore_next_day=False,
        trigger=Trigger.LONG_SITTING,
        tried=("stretch", "massage"),
        helped=("stretch",),
        note="woke the cat",
        id=1,
    )


def test_what_helped_was_tried(counter: RecordingDesk) -> None:
    counter.ask("log cramp --helped warmth")
    entry = logged(counter)
    assert isinstance(entry, Cramp)
    assert (entry.tried, entry.helped) == (("warmth",), ("warmth",))


def test_a_note_of_bytes_that_are_no_text_is_kept_readable(counter: RecordingDesk) -> None:
    assert counter.ask("log cramp --note 'a\udcffb'").status == 0
    entry = logged(counter)
    assert isinstance(entry, Cramp)
    assert entry.note == "a?b"


@pytest.mark.parametrize(
    "line",
    [
        "log drink 9l",
        "log drink lots",
        "log drink ''",
        "log drink ' ' ''",
        "log drink 250ml --at tomorrow",
        "log drink 250ml --at 2027-01-01T00:00",
        "log cramp --severity 11",
        "log cramp --lasted forever",
        "log cramp --lasted 25h",
        f"log cramp --note {'x' * 2001}",
        "log exercise",
    ],
)
def test_what_cannot_be_is_refused_in_one_line_and_not_logged(counter: RecordingDesk, line: str) -> None:
    reply = counter.ask(line)
    assert (reply.status, reply.out) == (2, "")
    assert reply.err.startswith("uncramp: ")
    assert reply.err.count("\n") == 1
    assert counter.store.last_entry() is None
    assert counter.changes == 0


def test_undo_takes_the_last_log_back_and_says_which(counter: RecordingDesk) -> None:
    counter.ask("log drink 250ml")
    counter.ask("log cramp --at 02:10")
    counter.ask("log bike")
    assert counter.ask("undo").out == "Taken back: rode the bike, 07:00.\n"
    assert counter.ask("undo").out == "Taken back: a cramp, 02:10.\n"
    assert counter.ask("undo").out == "Taken back: 250 ml, 07:00.\n"
    assert counter.changes == 6


def test_with_nothing_to_take_back_undo_could_not(counter: RecordingDesk) -> None:
    reply = counter.ask("undo")
    assert (reply.status, reply.out) == (1, "")
    assert "nothing to take back" in reply.err
