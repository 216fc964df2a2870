"""Bad moments: a call, a locked screen, typing, an absence, a clock that is set."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from desktop.memory import record_of
from desktop.showing import Showing
from desktop.tray_state import TrayLook
from schedules.calendar import CalendarBlock
from schedules.gate import Presence
from schedules.history import Outcome, PromptRecord
from schedules.prompts import Answer, HeldWhy, Kind
from schedules.settings import BlockKind, Settings
from tests.desktop.living import Life

MINUTE = timedelta(minutes=1)


@pytest.fixture
def life(qapp: object) -> Life:
    """A working day in July, an hour before wake."""
    del qapp
    found = Life()
    found.engine.start()
    return found


def records(life: Life) -> list[PromptRecord]:
    return list(life.journal.situation().history.prompts)


def behind(life: Life) -> list[str]:
    return [line.title for line in Showing(life.engine).today(()).behind]


def test_a_call_holds_a_prompt_until_it_ends(life: Life) -> None:
    due_at = life.engine.plan.prompts[0].due_at
    life.presence = Presence(in_call=True)
    life.timetable.run_until(due_at + 6 * MINUTE)
    assert life.on_show == []
    life.presence = Presence(in_call=False)
    life.engine.look_again()
    life.timetable.run_due()
    assert len(life.on_show) == 1
    life.press(Answer.DRANK)
    assert [(r.outcome, r.held_why) for r in records(life)] == [(Outcome.DONE, HeldWhy.CALL)]
    assert "Held back 07:45 to 07:51: you were in a call" in behind(life)


def test_a_call_that_lasts_leaves_one_quiet_line_with_the_reason(life: Life) -> None:
    life.presence = Presence(in_call=True)
    life.until(8, 10)
    assert life.on_show == []
    assert [(r.outcome, r.held_why) for r in records(life)] == [(Outcome.EXPIRED, HeldWhy.CALL)]
    assert behind(life) == ["Held back 07:45: you were in a call"]


@pytest.mark.parametrize(
    ("presence", "why"),
    [
        (Presence(locked=True), HeldWhy.LOCKED),
        (Presence(full_screen=True), HeldWhy.FULL_SCREEN),
        (Presence(do_not_disturb=True), HeldWhy.DO_NOT_DISTURB),
    ],
)
def test_other_bad_moments(life: Life, presence: Presence, why: HeldWhy) -> None:
    life.presence = presence
    life.until(8, 10)
    assert life.notifier.asked == []
    assert [r.held_why for r in records(life)] == [why]


def test_the_icon_comes_first_and_the_notification_at_the_pause_in_the_typing(life: Life) -> None:
    showing = Showing(life.engine)
    due_at = life.engine.plan.prompts[0].due_at
    life.presence = Presence(last_input_at=due_at - timedelta(seconds=1))
    life.timetable.run_until(due_at)
    assert life.on_show == []
    assert showing.tray().look is TrayLook.WAITING
    life.presence = Presence(last_input_at=due_at + timedelta(seconds=3))
    life.timetable.run_until(due_at + timedelta(seconds=7))
    assert life.on_show == []
    life.timetable.run_until(due_at + timedelta(seconds=8))
    assert len(life.on_show) == 1
    assert records(life)[0].held_why is None
    life.press(Answer.DRANK)
    assert showing.tray().look is TrayLook.READY


def test_typing_holds_no_longer_than_five_minutes(life: Life) -> None:
    due_at = life.engine.plan.prompts[0].due_at
    life.presence = Presence(last_input_at=due_at)
    for second in range(0, 300, 3):
        moment = due_at + timedelta(seconds=second)
        life.timetable.run_until(moment)
        life.presence = Presence(last_input_at=moment)
        assert life.on_show == []
    life.presence = Presence(last_input_at=due_at + 5 * MINUTE)
    life.timetable.run_until(due_at + 5 * MINUTE)
    assert len(life.on_show) == 1


def test_a_prompt_that_waits_for_a_pause_can_be_answered_from_the_menu(life: Life) -> None:
    due_at = life.engine.plan.prompts[0].due_at
    life.presence = Presence(last_input_at=due_at)
    life.timetable.run_until(due_at)
    offer = Showing(life.engine).offers().waiting
    assert offer is not None
    life.engine.answer(offer.press(Answer.DRANK))
    assert life.engine.announced == ()
    assert life.notifier.asked == []


def test_after_an_absence_at_most_one_comes_and_it_lets_the_person_settle(life: Life) -> None:
    life.settings = replace(life.settings, prompts=replace(life.settings.prompts, smallest_gap_min=5))
    life.engine.replan()
    life.until(9)
    life.presence = Presence(back_since=life.at(12, 3))
    life.asleep_until(12, 3)
    life.engine.look_again()
    life.timetable.run_due()
    asked = len(life.notifier.asked)
    life.until(12, 4)
    assert len(life.notifier.asked) == asked
    life.until(12, 5)
    shown = [r for r in records(life) if r.shown_at is not None and r.shown_at >= life.at(12, 3)]
    assert len(shown) <= 1
    assert {r.held_why for r in records(life) if r.outcome is Outcome.EXPIRED} <= {HeldWhy.AWAY, None}


def test_what_nobody_can_have_seen_was_not_ignored(life: Life) -> None:
    life.until(7, 50)
    assert len(life.on_show) == 1
    life.presence = Presence(away_since=life.at(7, 44))
    life.until(8, 10)
    assert [(r.outcome, r.held_why) for r in records(life)] == [(Outcome.EXPIRED, HeldWhy.AWAY)]


def desk_only(life: Life) -> None:
    """Nothing but movement."""
    settings = Settings()
    life.settings = replace(settings, drink=replace(settings.drink, on=False))
    life.engine.replan()


def test_a_natural_break_is_credited_and_the_time_at_the_desk_begins_anew(life: Life) -> None:
    desk_only(life)
    life.until(10)
    life.clock.jump_to(life.at(10, 8))
    life.engine.credit_break(life.at(10), life.at(10, 8))
    assert [(r.outcome, r.due_at, r.outcome_at) for r in records(life)] == [
        (Outcome.CREDITED, life.at(10), life.at(10, 8))
    ]
    assert life.engine.plan.prompts[0].due_at == life.at(11, 38)
    assert behind(life) == ["You got up for 8 minutes (counted)"]


@pytest.mark.parametrize("days", [1, 12])
def test_an_absence_since_an_earlier_day_is_credited_once_and_the_desk_begins_at_the_return(
    life: Life, days: int
) -> None:
    """A computer that stays on over night, or over a holiday."""
    desk_only(life)
    since = life.at(22) - timedelta(days=days)
    life.presence = Presence(away_since=since)
    life.until(10, 45)
    assert [(r.outcome, r.due_at, r.outcome_at) for r in records(life)] == [
        (Outcome.CREDITED, life.at(9), life.at(10, 30))
    ]
    life.presence = Presence(back_since=life.at(10, 45))
    life.engine.credit_break(since, life.at(10, 45))
    assert [(r.due_at, r.outcome_at) for r in records(life)] == [(life.at(9), life.at(10, 45))]
    assert life.engine.plan.prompts[0].due_at == life.at(12, 15)


def test_a_break_that_was_moved_out_of_the_desk_is_credited_once_too(life: Life) -> None:
    desk_only(life)
    (first, *_rest) = life.engine.plan.prompts
    life.engine.settle_ahead(
        replace(
            record_of(first, None, None), outcome=Outcome.MOVED, outcome_at=life.clock.now(), show_again_at=life.at(8)
        )
    )
    life.presence = Presence(away_since=life.at(22) - timedelta(days=1))
    life.until(8, 5)
    assert [r.due_at for r in records(life) if r.outcome is Outcome.CREDITED] == [life.at(7)]


@pytest.mark.parametrize(("hour", "minutes"), [(10, 4), (8, 30)])
def test_a_moment_without_a_key_is_no_break_and_nor_is_one_away_from_the_desk(
    life: Life, hour: int, minutes: int
) -> None:
    desk_only(life)
    life.until(hour)
    life.engine.credit_break(life.at(hour), life.at(hour, minutes))
    assert records(life) == []


def test_one_absence_is_one_line_however_long_it_lasts(life: Life) -> None:
    desk_only(life)
    life.presence = Presence(away_since=life.at(10))
    life.until(12, 30)
    life.presence = Presence(back_since=life.at(12, 30))
    life.engine.credit_break(life.at(10), life.at(12, 30))
    assert len(records(life)) == 1
    assert life.engine.plan.prompts[0].due_at == life.at(14)


def test_one_absence_that_keys_lock_and_sleep_tell_of_is_one_break(life: Life) -> None:
    desk_only(life)
    life.until(10)
    life.clock.jump_to(life.at(10, 26))
    life.engine.credit_break(life.at(10, 10), life.at(10, 24))
    life.engine.credit_break(life.at(10, 5), life.at(10, 23))
    life.engine.credit_break(life.at(10, 12), life.at(10, 25))
    assert [(r.due_at, r.outcome_at) for r in records(life)] == [(life.at(10, 5), life.at(10, 25))]
    assert behind(life) == ["You got up for 20 minutes (counted)"]
    life.engine.credit_break(life.at(10, 26), life.at(10, 32))
    assert len(records(life)) == 2, "who sits down in between has got up twice"


def test_what_a_quiet_time_took_away_comes_again_when_the_quiet_time_is_taken_back(life: Life) -> None:
    life.until(7, 46)
    calendar(life, BlockKind.QUIET, life.at(7, 45), life.at(10))
    assert life.on_show == []
    life.until(7, 50)
    life.journal.calendar = lambda _now: ()
    life.engine.replan()
    life.until(7, 51)
    assert len(life.on_show) == 1


def test_a_clock_that_is_set_back_leaves_nothing_on_show_for_hours(life: Life) -> None:
    life.until(10)
    while life.on_show:
        life.press(Answer.SKIP)
    life.timetable.run_until(life.engine.plan.prompts[0].due_at)
    assert len(life.on_show) == 1
    life.clock.jump(timedelta(hours=-3))
    life.engine.look_again()
    life.timetable.run_until(life.clock.now() + 16 * MINUTE)
    assert life.on_show == []


def test_a_quiet_time_that_begins_meanwhile_holds_too(life: Life) -> None:
    life.presence = Presence(in_call=True)
    life.until(7, 55)
    life.engine.pause(life.at(8))
    life.presence = Presence()
    life.until(7, 59)
    assert life.notifier.asked == []


def test_what_plans_again_first_after_a_sleep_does_not_hide_it(life: Life) -> None:
    """The weather comes, say, before what was due in the sleep is asked of."""
    life.clock.jump_to(life.at(7, 52))
    life.engine.replan()
    life.timetable.run_due()
    assert life.notifier.asked == []
    life.until(7, 54)
    assert len(life.on_show) == 1


def calendar(life: Life, kind: BlockKind, start: datetime, end: datetime) -> None:
    block = CalendarBlock(start_at=start, end_at=end, kind=kind, title="Team")
    life.journal.calendar = lambda _now: (block,)
    life.engine.replan()


def test_a_quiet_entry_of_the_calendar_holds_what_a_call_has_held(life: Life) -> None:
    calendar(life, BlockKind.QUIET, life.at(7, 48), life.at(7, 56))
    life.presence = Presence(in_call=True)
    life.until(7, 50)
    life.presence = Presence(in_call=False)
    life.engine.look_again()
    life.until(7, 55)
    assert life.notifier.asked == []
    life.until(7, 56)
    assert len(life.on_show) == 1


def test_a_quiet_time_takes_away_what_is_on_show_and_brings_it_back(life: Life) -> None:
    calendar(life, BlockKind.QUIET, life.at(7, 50), life.at(8, 20))
    life.until(7, 49)
    assert len(life.on_show) == 1
    life.until(7, 50)
    assert life.on_show == []
    assert [(r.outcome, r.held_why, r.show_again_at) for r in records(life)] == [
        (Outcome.LATER, HeldWhy.QUIET, life.at(8, 20))
    ]
    life.until(8, 19)
    assert life.on_show == []
    life.until(8, 20)
    assert len(life.on_show) == 1


def test_a_desk_block_of_the_calendar_is_one_to_get_up_from(life: Life) -> None:
    desk_only(life)
    calendar(life, BlockKind.DESK, life.at(18), life.at(20))
    life.until(19)
    life.engine.credit_break(life.at(18, 50), life.at(19))
    assert [r.due_at for r in records(life) if r.outcome is Outcome.CREDITED] == [life.at(18, 50)]


def test_a_heat_break_and_a_move_in_one_absence_leave_the_weightier(life: Life) -> None:
    life.settings = replace(life.settings, prompts=replace(life.settings.prompts, smallest_gap_min=5))
    life.engine.replan()
    kinds = {prompt.kind for prompt in life.engine.plan.prompts}
    assert Kind.MOVE in kinds
    life.presence = Presence(back_since=life.at(22, 16))
    life.asleep_until(22, 16)
    life.engine.look_again()
    life.until(22, 18)
    assert [prompt.kind for prompt in life.engine.waiting] == [Kind.BEDTIME]


def test_a_sleep_that_nothing_tells_of_is_noticed_by_what_is_late(life: Life) -> None:
    """A pause ends in the same sleep: planning again for it does not hide the sleep."""
    life.until(22)
    life.engine.pause(life.at(22, 5))
    asked = len(life.notifier.asked)
    life.asleep_until(22, 30)
    assert len(life.notifier.asked) == asked
    life.until(22, 32)
    assert len(life.notifier.asked) == asked + 1
