"""The engine through whole days: prompts, answers, suspends, pauses, and a store that fails."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.adapters.store import StoreError, StoreSetAsideError
from desktop.engine import GuideWish
from desktop.errors import UncrampError
from desktop.journal import Journal
from desktop.ports import LogEntry, Notice, Press
from desktop.showing import Showing
from schedules.gate import Presence
from schedules.history import Outcome
from schedules.plan import plan
from schedules.prompts import Answer, Kind
from schedules.settings import BedtimeChoice, BedtimeSettings, Settings
from tests.desktop.living import MORNING, Life


@pytest.fixture
def life(qapp: object) -> Life:
    """A working day in July, an hour before wake."""
    del qapp
    found = Life()
    found.engine.start()
    return found


def outcomes(life: Life) -> list[Outcome]:
    """What became of every prompt so far."""
    return [record.outcome for record in life.journal.situation().history.prompts]


def test_the_first_prompt_comes_when_the_plan_says(life: Life) -> None:
    first = life.engine.plan.prompts[0]
    life.timetable.run_until(first.due_at - timedelta(seconds=1))
    assert life.on_show == []
    life.timetable.run_until(first.due_at)
    assert [notice.key for notice in life.on_show] == [first.key]
    assert life.engine.waiting == (first,)


def test_drank_is_logged_and_the_plan_goes_on(life: Life) -> None:
    life.until(7, 50)
    life.press(Answer.DRANK)
    assert life.journal.intake_ml() == 250
    assert outcomes(life) == [Outcome.DONE]
    assert life.on_show == []
    assert life.engine.plan.prompts[0].due_at > life.clock.now()


def test_a_whole_day_followed_fires_what_the_morning_listed(life: Life) -> None:
    listed = [(p.kinds, p.due_at) for p in plan(life.journal.situation()).prompts]
    fired = []
    while life.engine.plan.prompts and life.engine.plan.date == MORNING.date():
        life.timetable.run_until(life.engine.plan.prompts[0].due_at)
        prompt = life.engine.waiting[-1]
        fired.append((prompt.kinds, prompt.due_at))
        life.press(Answer.DID_IT if Kind.MOVE in prompt.kinds else Answer.DRANK if prompt.volume_ml else Answer.START)
    assert fired == listed


def test_an_unanswered_prompt_is_withdrawn_without_a_word(life: Life) -> None:
    life.until(7, 50)
    assert len(life.on_show) == 1
    life.until(8)
    assert life.on_show == []
    assert outcomes(life) == [Outcome.IGNORED]


def test_later_brings_it_again_and_never_twice(life: Life) -> None:
    life.until(7, 50)
    life.press(Answer.LATER)
    assert life.on_show == []
    life.until(8, 9)
    assert life.on_show == []
    life.until(8, 11)
    assert len(life.on_show) == 1


def test_not_tonight_is_for_tonight(life: Life) -> None:
    life.until(22, 20)
    assert life.engine.waiting[-1].kind is Kind.BEDTIME
    life.press(Answer.SKIP)
    life.until(23, 30)
    assert Kind.BEDTIME in {prompt.kind for prompt in life.engine.plan.prompts}


@pytest.mark.parametrize(("answer", "routine"), [(Answer.START, "bedtime"), (Answer.RIDE, "easy-bike")])
def test_the_bedtime_prompt_starts_the_guide(qapp: object, answer: Answer, routine: str) -> None:
    del qapp
    life = Life(Settings(bedtime=BedtimeSettings(choice=BedtimeChoice.EITHER)))
    wished: list[GuideWish] = []
    life.engine.guide_requested.connect(wished.append)
    life.engine.start()
    life.until(22, 20)
    life.press(answer)
    assert wished == [GuideWish(routine=routine)]


def test_a_night_asleep_shows_nothing_and_leaves_quiet_lines(life: Life) -> None:
    life.until(9)
    life.asleep_until(15, 30)
    assert len(life.on_show) <= 1
    assert Outcome.EXPIRED in outcomes(life)
    assert all(record.due_at < life.clock.now() for record in life.journal.situation().history.prompts)


def test_after_a_suspend_there_is_at_most_one_prompt(life: Life) -> None:
    for hour in range(8, 22):
        life.asleep_until(hour, 20)
        assert len(life.on_show) <= 1


def test_nothing_comes_in_a_pause_and_one_prompt_when_it_ends(life: Life) -> None:
    life.engine.pause(life.at(12))
    life.until(11, 59)
    assert life.on_show == []
    life.until(12)
    assert len(life.on_show) == 1


def test_a_pause_puts_off_what_is_on_show(life: Life) -> None:
    life.until(7, 50)
    life.engine.pause(life.at(9))
    assert life.on_show == []
    assert outcomes(life) == [Outcome.LATER]
    life.until(9)
    assert len(life.on_show) == 1


def test_what_was_on_show_before_a_pause_comes_again_when_the_pause_ends_early(life: Life) -> None:
    life.until(7, 50)
    life.engine.pause(life.at(11))
    life.until(7, 55)
    life.engine.pause(life.at(9))
    assert [record.show_again_at for record in life.journal.situation().history.prompts] == [life.at(9)]
    life.until(8)
    life.engine.resume()
    life.until(8, 1)
    assert len(life.on_show) == 1


def test_what_a_person_put_off_stays_put_off_when_a_pause_ends_early(life: Life) -> None:
    life.until(7, 50)
    life.press(Answer.LATER)
    life.engine.pause(life.at(11))
    life.engine.resume()
    life.until(8, 1)
    assert life.on_show == []


def test_resuming_early_brings_what_waited(life: Life) -> None:
    life.engine.pause(life.at(18))
    life.until(10)
    life.engine.resume()
    life.timetable.run_due()
    assert len(life.on_show) == 1


def test_a_pause_survives_a_restart(life: Life) -> None:
    life.engine.pause(life.at(12))
    again = Life()
    again.store = life.store
    again.journal.store = life.store
    again.engine.start()
    again.until(11)
    assert again.on_show == []


def test_somebody_away_is_credited_with_the_break(life: Life) -> None:
    settings = life.settings
    life.settings = replace(settings, drink=replace(settings.drink, on=False))
    life.engine.replan()
    life.presence = Presence(away_since=life.at(10))
    life.until(10, 31)
    assert life.on_show == []
    assert outcomes(life) == [Outcome.CREDITED]


def test_what_an_earlier_run_left_open_is_let_go(life: Life) -> None:
    life.until(7, 50)
    again = Life(start=life.clock.now() + timedelta(minutes=2))
    again.store = life.store
    again.journal.store = life.store
    again.engine.start()
    assert outcomes(again) == [Outcome.EXPIRED]


def test_a_store_that_fails_stops_no_prompt_and_repeats_none(life: Life) -> None:
    troubles: list[UncrampError] = []
    life.engine.trouble_arisen.connect(troubles.append)
    life.store.failure = StoreError("The records are locked.", "Close the other program.")
    life.until(10)
    assert len(life.notifier.asked) == len({notice.key for notice in life.notifier.asked}) > 1
    assert troubles
    life.store.failure = None
    life.engine.replan()
    assert len(outcomes(life)) == len(life.notifier.asked)


def test_a_store_that_fails_is_told_once_until_it_is_over(life: Life) -> None:
    troubles: list[UncrampError] = []
    ends: list[None] = []
    life.engine.trouble_arisen.connect(troubles.append)
    life.engine.trouble_ended.connect(lambda: ends.append(None))
    life.store.failure = StoreError("The records are locked.", "Close the other program.")
    life.until(12)
    assert (len(troubles), ends) == (1, [])
    life.store.failure = None
    life.engine.replan()
    assert (len(troubles), len(ends)) == (1, 1)
    life.store.failure = StoreError("The records are locked.", "Close the other program.")
    life.engine.replan()
    assert len(troubles) == 2


def test_a_store_that_fails_later_brings_back_nothing_that_was_answered(life: Life) -> None:
    life.until(22, 20)
    while life.on_show:
        life.press(Answer.SKIP)
    asked = len(life.notifier.asked)
    life.store.failure = StoreError("The records are locked.", "Close the other program.")
    life.engine.replan()
    life.until(23)
    assert len(life.notifier.asked) == asked


def test_a_store_that_has_put_itself_right_takes_the_drink_at_once(life: Life, tmp_path: Path) -> None:
    told = StoreSetAsideError(tmp_path, 0)
    troubles: list[UncrampError] = []
    tries: list[None] = []
    life.engine.trouble_arisen.connect(troubles.append)

    def log(journal: Journal) -> LogEntry:
        tries.append(None)
        if len(tries) == 1:
            raise told
        return journal.log_drink(250)

    assert life.engine.log(log) is not None
    assert troubles == [told]
    assert life.journal.intake_ml() == 250


def test_a_drink_that_cannot_be_saved_keeps_its_prompt(life: Life) -> None:
    life.until(7, 50)
    life.store.failure = StoreError("The disk is full.", "Free some space.")
    asked = len(life.notifier.asked)
    life.press(Answer.DRANK)
    assert len(life.on_show) == 1
    assert len(life.notifier.asked) > asked  # many a desktop takes a notice away when a button of it is pressed
    life.store.failure = None
    life.press(Answer.DRANK)
    assert life.journal.intake_ml() == 250


def test_doing_a_planned_thing_now_takes_it_off_the_plan(life: Life) -> None:
    ahead = life.engine.plan.prompts[2]
    life.until(10)
    while life.on_show:
        life.press(Answer.DRANK)
    ahead = life.engine.plan.prompts[0]
    life.engine.answer(Press(key=ahead.key, answer=Answer.DID_IT))
    assert ahead.key not in {prompt.key for prompt in life.engine.plan.prompts}
    assert life.engine.plan.prompts[0].due_at > ahead.due_at


def test_a_click_asks_for_the_buttons(life: Life) -> None:
    opened: list[Notice] = []
    life.engine.prompt_opened.connect(opened.append)
    life.until(7, 50)
    life.press(Answer.OPEN)
    assert opened == life.on_show


def test_a_cramp_from_the_prompt_comes_before_everything_else(life: Life) -> None:
    life.until(22, 20)
    opened: list[bool] = []
    life.engine.relief_requested.connect(lambda: opened.append(bool(life.on_show)))
    (bedtime,) = life.engine.waiting
    assert life.on_show[-1].buttons[-1].label == "I have a cramp now"
    life.press(Answer.CRAMP)
    assert opened == [True]  # before the prompt was put off
    assert outcomes(life)[-1] is Outcome.LATER
    life.engine.answer(Press(key=bedtime.key, answer=Answer.CRAMP))
    life.engine.answer(Press(key="bedtime@19990101T000000Z", answer=Answer.CRAMP))
    assert len(opened) == 3


def test_today_and_the_menu_have_their_own_place_for_a_cramp(life: Life) -> None:
    life.until(22, 20)
    offer = Showing(life.engine).offers().waiting
    assert offer is not None
    assert Answer.CRAMP not in {button.answer for button in offer.buttons}


def test_only_what_offers_a_stretch_asks_for_a_cramp(life: Life) -> None:
    life.until(7, 50)
    assert [button.answer for button in life.on_show[-1].buttons] == [Answer.DRANK, Answer.LATER, Answer.SKIP]


def test_an_answer_to_a_prompt_that_is_gone_does_nothing(life: Life) -> None:
    life.engine.answer(Press(key="drink@19990101T000000Z", answer=Answer.DRANK))
    assert life.journal.intake_ml() == 0


def test_a_drink_logged_elsewhere_takes_the_prompt_for_one_away(life: Life) -> None:
    life.until(7, 50)
    life.clock.advance(timedelta(minutes=1))
    life.engine.log(lambda journal: journal.log_drink(300))
    assert life.on_show == []
    assert outcomes(life) == [Outcome.DONE]


def test_a_drink_of_earlier_leaves_the_prompt(life: Life) -> None:
    life.until(7, 50)
    life.engine.log(lambda journal: journal.log_drink(300, life.at(7, 10)))
    assert len(life.on_show) == 1


def test_what_came_due_together_is_judged_by_the_plan_of_then(life: Life) -> None:
    """The scheduler hands over all that is due in one go, so the second job runs though its prompt may be gone."""
    life.until(7, 30)
    due = [job for key, job in sorted(life.timetable.jobs.items()) if key.startswith("due drink")]
    life.clock.jump_to(life.at(15, 30))
    for _, call in due:
        call()
    assert len(life.on_show) <= 1
    assert len(outcomes(life)) == len({record.key for record in life.journal.situation().history.prompts})


def test_a_prompt_that_was_answered_is_not_ignored_as_well(life: Life) -> None:
    life.until(7, 50)
    _, run_out = life.timetable.jobs[f"over {life.on_show[-1].key}"]
    life.press(Answer.DRANK)
    run_out()
    assert outcomes(life) == [Outcome.DONE]


def test_undo_takes_a_drink_back(life: Life) -> None:
    life.engine.log(lambda journal: journal.log_drink(300))
    assert life.engine.undo() is not None
    assert life.journal.intake_ml() == 0


def test_a_guide_that_was_left_at_once_stands_in_for_nothing(life: Life) -> None:
    life.until(21)
    life.engine.log(lambda journal: journal.log_routine("bedtime", steps=3))
    assert Kind.BEDTIME in {prompt.kind for prompt in life.engine.plan.prompts}
    life.engine.log(lambda journal: journal.log_routine("bedtime", steps=3, steps_done=3))
    assert Kind.BEDTIME not in {prompt.kind for prompt in life.engine.plan.prompts}
