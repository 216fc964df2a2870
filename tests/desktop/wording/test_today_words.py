"""The words of Today and of the tray."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from desktop.offers import LogChoice, Offers, PauseChoice
from desktop.ports import Button, LogEntry
from desktop.states import FirstHabit, Fluids, Night, NoticeKind, Pace
from desktop.wording import today, tray
from schedules.history import Cramp, Drink, Exercise, RoutineDone
from schedules.prompts import Answer
from schedules.settings import Effort, Units
from tests.desktop.windows import days

FLUIDS = Fluids(intake_ml=750, goal_ml=1800, pace=Pace.ON)
NEXT = replace(days.OFFERS, next=replace(days.offer("m", "Stretch?", days.at(14, 20))))


@pytest.mark.parametrize(
    ("offers", "fluids", "said"),
    [
        (NEXT, FLUIDS, "Uncramp: next: Stretch at 14:20. 750 of 1,800 ml."),
        (NEXT, None, "Uncramp: next: Stretch at 14:20."),
        (NEXT, replace(FLUIDS, goal_ml=0), "Uncramp: next: Stretch at 14:20. 750 ml."),
        (replace(NEXT, units=Units.US), FLUIDS, "Uncramp: next: Stretch at 14:20. 25 of 61 fl oz."),
        (replace(NEXT, paused_until=days.at(15)), FLUIDS, "Uncramp: paused until 15:00. 750 of 1,800 ml."),
        (replace(NEXT, waiting=NEXT.next, paused_until=days.at(15)), None, "Uncramp: waiting for you: Stretch?"),
        (days.OFFERS, None, "Uncramp: next: stand and stretch at 14:20."),
        (replace(NEXT, next=None), FLUIDS, "Uncramp: nothing more today. 750 of 1,800 ml."),
    ],
)
def test_the_tooltip(offers: Offers, fluids: Fluids | None, said: str) -> None:
    assert tray.tooltip(offers, fluids) == said


@pytest.mark.parametrize(
    ("hours", "said"),
    [(1, "14:42"), (10, "23:42"), (11, "00:42 tomorrow"), (24, "13:42 tomorrow"), (48, "13:42, in 2 days")],
)
def test_a_moment_says_its_day_where_it_is_another(hours: int, said: str) -> None:
    now = days.OFFERS.now
    assert tray.until(now + timedelta(hours=hours), now, days.ZONE) == said


@pytest.mark.parametrize(
    ("day", "said"), [(date(2026, 11, 19), "Thursday, 19 November"), (date(2027, 1, 1), "Friday, 1 January")]
)
def test_a_date_in_words(day: date, said: str) -> None:
    assert today.heading(day) == said


@pytest.mark.parametrize(
    ("pace", "next_at", "said"),
    [
        (Pace.ON, days.at(14, 20), "On pace. Next glass about 14:20."),
        (Pace.BEHIND, days.at(13, 50), "A little behind the plan. Next glass about 13:50."),
        (Pace.ON, None, "On pace."),
        (Pace.REACHED, None, "That is your plan for today."),
        (Pace.RESTING, None, "No more drink prompts today, so that the night stays calm."),
        (Pace.NO_GOAL, days.at(14, 20), "Next glass about 14:20."),
        (Pace.NO_GOAL, None, "No glass is planned for the rest of today."),
    ],
)
def test_how_the_drinks_stand(pace: Pace, next_at: datetime | None, said: str) -> None:
    assert today.pace_line(Fluids(intake_ml=0, goal_ml=2000, pace=pace, next_at=next_at), days.OFFERS) == said


@pytest.mark.parametrize(
    ("nights", "said"),
    [
        ((Night.DONE,) * 7, "7 of the last 7 nights"),
        ((Night.OFF, Night.AWAY, Night.DONE), "1 of the last 3 nights"),
        ((Night.OFF, Night.AWAY), ""),
        ((), ""),
        ((Night.DONE,), "1 of the last night"),
    ],
)
def test_how_many_nights(nights: tuple[Night, ...], said: str) -> None:
    assert today.nights_line(nights) == said


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (Drink(at=days.at(13, 5), volume_ml=250), "Undo last: 13:05, 250 ml"),
        (RoutineDone(started_at=days.at(13, 5), routine="move"), "Undo last: 13:05, Stood up"),
        (Cramp(onset_at=days.at(2, 10)), "Undo last: 02:10, a cramp"),
        (
            Exercise(started_at=days.at(7), lasted=timedelta(hours=1), effort=Effort.HARD),
            "Undo last: 07:00, exercise",
        ),
        (None, ""),
    ],
)
def test_what_undo_takes_back(entry: LogEntry | None, said: str) -> None:
    assert today.undo_button(replace(days.OFFERS, undo=entry)) == said


def test_a_drink_is_not_spoken_of_where_a_doctor_limits_them() -> None:
    assert today.undo_button(replace(days.OFFERS, glass_ml=None)) == ""


def buttons(*answers: Answer) -> tuple[Button, ...]:
    return tuple(Button(answer=answer, label=f"The notification's {answer}") for answer in answers)


@pytest.mark.parametrize(
    ("answers", "label"),
    [
        ((Answer.START, Answer.DID_IT, Answer.LATER, Answer.SKIP), "Do now"),
        ((Answer.DRANK, Answer.LATER, Answer.SKIP), "Drank it"),
        ((Answer.DID_IT, Answer.SKIP), "Do now"),
    ],
)
def test_a_row_does_what_its_prompt_asks_for(answers: tuple[Answer, ...], label: str) -> None:
    shown = today.row_button(buttons(*answers))
    assert (shown.label, shown.answer) == (label, answers[0])


def test_every_choice_has_words() -> None:
    said = [
        *(today.first_habit(habit) for habit in FirstHabit),
        *(today.notice_title(kind) for kind in NoticeKind),
        *(today.notice_action(kind) for kind in NoticeKind),
        *(tray.pause_choice(choice) for choice in PauseChoice),
        *(tray.log_choice(choice, 300, Units.METRIC) for choice in LogChoice),
    ]
    assert all(said)
    assert not [words for words in said if "!" in words or "should" in words or "must" in words]
