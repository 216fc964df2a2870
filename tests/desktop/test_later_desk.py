"""Later by reason, from the press to the plan and back, and what is proposed after it."""

from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.errors import UncrampError
from desktop.later_desk import LaterDesk
from desktop.settings import writer
from desktop.settings.reader import examine
from desktop.windows.later import LaterWindow
from schedules.calendar import CalendarBlock
from schedules.gate import Presence
from schedules.history import LaterWhy, Outcome
from schedules.later import LaterWish
from schedules.plan import plan
from schedules.prompts import Answer, HeldWhy, Kind, Prompt
from schedules.settings import BlockKind, Settings, Weekday
from tests.desktop.living import Life

MINUTE = timedelta(minutes=1)


class Asked:
    """A life with the window that asks."""

    def __init__(self, qtbot: QtBot, file: Path) -> None:
        self.qtbot, self.file = qtbot, file
        self.life = Life()
        self.desk = LaterDesk(self.life.engine, self.save)
        self.proposed: list[str] = []
        self.days_off: list[str] = []
        self.desk.proposed.connect(self.proposed.append)
        self.desk.days_off_told.connect(self.days_off.append)
        self.life.engine.later_requested.connect(self.desk.open)
        self.life.engine.start()
        self.desk.start()

    def save(self, settings: Settings) -> None:
        writer.save(self.file, settings)

    @property
    def window(self) -> LaterWindow:
        found = self.desk._window
        assert found is not None
        return found

    def later(self, wish: LaterWish) -> Prompt:
        """Wait for the next prompt, press Later, and say why."""
        life = self.life
        life.timetable.run_until(life.engine.plan.prompts[0].due_at)
        prompt = life.engine.waiting[-1]
        life.press(Answer.LATER)
        self.window.put_off_requested.emit(wish)
        return prompt


@pytest.fixture
def asked(qtbot: QtBot, home: Path) -> Asked:
    return Asked(qtbot, home / "settings.toml")


def test_later_puts_off_at_once_and_asks_why(asked: Asked) -> None:
    life = asked.life
    life.until(7, 45)
    life.press(Answer.LATER)
    assert asked.window.isVisible()
    asked.window.close()
    (record,) = life.journal.situation().history.prompts
    assert (record.outcome, record.later_why, record.show_again_at) == (Outcome.LATER, None, life.at(8, 5))


@pytest.mark.parametrize(
    ("wish", "outcome", "next_due", "intake_ml"),
    [
        (LaterWish(why=LaterWhy.NEXT_PAUSE), Outcome.LATER, (7, 50), 0),
        (LaterWish(why=LaterWhy.MEETING), Outcome.LATER, (8, 45), 0),
        (LaterWish(why=LaterWhy.MINUTES, by=35 * MINUTE), Outcome.LATER, (8, 20), 0),
        (LaterWish(why=LaterWhy.DONE), Outcome.DONE, None, 250),
        (LaterWish(why=LaterWhy.NOT_THIS_WEEKDAY), Outcome.SKIPPED, None, 0),
    ],
)
def test_each_reason_changes_plan_and_log(
    asked: Asked, wish: LaterWish, outcome: Outcome, next_due: tuple[int, int] | None, intake_ml: int
) -> None:
    life = asked.life
    asked.later(wish)
    (record,) = life.journal.situation().history.prompts
    assert (record.outcome, record.later_why) == (outcome, wish.why)
    assert life.journal.intake_ml() == intake_ml
    drinks = [prompt.due_at for prompt in life.engine.plan.prompts if Kind.DRINK in prompt.kinds]
    if next_due is not None:
        assert drinks[0] == life.at(*next_due)
    elif wish.why is LaterWhy.NOT_THIS_WEEKDAY:
        assert drinks == []
    else:
        assert drinks[0] > life.at(8, 30)


@pytest.mark.parametrize(
    ("kind", "end", "again"),
    [
        (BlockKind.DESK, (8, 10), (8, 10)),
        (BlockKind.DESK, (16, 0), (8, 45)),
        (BlockKind.EXERCISE, (8, 10), (8, 45)),
        (BlockKind.DESK, (7, 40), (8, 45)),
    ],
)
def test_after_this_meeting_is_when_the_calendar_says_that_it_ends(
    asked: Asked, kind: BlockKind, end: tuple[int, int], again: tuple[int, int]
) -> None:
    """A day at work is no meeting, nor is a run; then it is an hour."""
    life = asked.life
    block = CalendarBlock(start_at=life.at(7, 30), end_at=life.at(*end), kind=kind)
    life.until(7, 45)
    life.journal.calendar = lambda _now: (block,)
    life.press(Answer.LATER)
    asked.window.put_off_requested.emit(LaterWish(why=LaterWhy.MEETING))
    (record,) = life.journal.situation().history.prompts
    assert record.show_again_at == life.at(*again)


def said(asked: Asked) -> list[str]:
    return [label.text() for label in asked.window.findChildren(QLabel) if not label.isHidden()]


@pytest.mark.parametrize(
    ("wish", "line"),
    [
        (LaterWish(why=LaterWhy.MEETING), "It comes again only if your call ends in time for it today."),
        (LaterWish(why=LaterWhy.MINUTES, by=60 * MINUTE), "There is no time left for it today."),
        (LaterWish(why=LaterWhy.MINUTES, by=10 * MINUTE), "It comes again at 22:25."),
    ],
)
def test_nothing_is_promised_for_a_time_at_which_it_does_not_come(asked: Asked, wish: LaterWish, line: str) -> None:
    """Bed is at 23:00."""
    asked.life.until(22, 10)
    asked.later(wish)
    assert line in said(asked)


def test_what_a_quiet_time_moves_is_told_with_its_true_time(asked: Asked) -> None:
    life = asked.life
    block = CalendarBlock(start_at=life.at(8), end_at=life.at(9, 10), kind=BlockKind.QUIET)
    life.until(7, 45)
    life.journal.calendar = lambda _now: (block,)
    life.press(Answer.LATER)
    assert "Without an answer it comes again at 09:10." in said(asked)
    asked.window.put_off_requested.emit(LaterWish(why=LaterWhy.MINUTES, by=30 * MINUTE))
    assert "It comes again at 09:10." in said(asked)


def test_what_is_put_off_at_the_end_of_the_day_is_not_promised_without_an_answer_either(asked: Asked) -> None:
    asked.life.until(22, 52)
    asked.life.press(Answer.LATER)
    assert "Without an answer it does not come again today." in said(asked)


def test_a_weekday_off_is_honoured_by_every_plan_of_that_weekday_and_can_be_taken_back(asked: Asked) -> None:
    life = asked.life
    asked.later(LaterWish(why=LaterWhy.NOT_THIS_WEEKDAY))
    situation = life.journal.situation()
    for days, off in ((0, True), (1, False), (7, True)):
        planned = plan(situation, life.at(8).date() + timedelta(days=days))
        assert (Kind.DRINK not in {kind for prompt in planned.prompts for kind in prompt.kinds}) is off
        assert (HeldWhy.NOT_TODAY in {held.why for held in planned.held_back}) is off
    assert asked.days_off == ["A glass of water"]
    asked.window.day_off_undone.emit()
    assert life.journal.situation().days_off == frozenset()
    assert asked.days_off[-1] == ""


def test_a_window_left_open_over_night_frees_the_weekday_that_it_names(asked: Asked) -> None:
    """A Wednesday's prompt, answered on Thursday."""
    life = asked.life
    life.until(22, 20)
    life.press(Answer.LATER)
    life.clock.jump_to(life.at(8) + timedelta(days=1))
    asked.window.put_off_requested.emit(LaterWish(why=LaterWhy.NOT_THIS_WEEKDAY))
    assert {off.weekday for off in life.journal.situation().days_off} == {Weekday.WED}
    assert any("Wednesday" in line for line in said(asked))
    asked.window.day_off_undone.emit()
    assert life.journal.situation().days_off == frozenset()


def test_the_weekday_can_be_put_on_again_from_today(asked: Asked) -> None:
    asked.later(LaterWish(why=LaterWhy.NOT_THIS_WEEKDAY))
    asked.desk.ask_again()
    assert asked.life.journal.situation().days_off == frozenset()


def test_too_sore_makes_the_stretches_of_today_gentle_and_offers_help(asked: Asked) -> None:
    life = asked.life
    life.until(10)
    while not (life.engine.waiting and Kind.MOVE in life.engine.waiting[-1].kinds):
        life.timetable.run_until(life.engine.plan.prompts[0].due_at)
    wishes: list[object] = []
    asked.desk.guide_requested.connect(wishes.append)
    life.press(Answer.LATER)
    asked.window.put_off_requested.emit(LaterWish(why=LaterWhy.SORE))
    stretches = [p for p in life.engine.plan.prompts if Kind.MOVE in p.kinds or p.kind is Kind.BEDTIME]
    assert stretches
    assert all(prompt.reason.gentle for prompt in stretches)
    assert "gentle version" in life.engine.notice(stretches[-1]).body
    asked.window.gentle_requested.emit()
    assert len(wishes) == 1


@pytest.mark.parametrize(
    ("typed", "at"), [("7:30", (7, 30)), ("7", (7, 0)), ("10 min ago", (7, 35)), ("8:30", None), ("2 days ago", None)]
)
def test_what_was_done_already_was_done_today(asked: Asked, typed: str, at: tuple[int, int] | None) -> None:
    """A time that is still to come is no time of yesterday."""
    life = asked.life
    life.until(7, 45)
    life.press(Answer.LATER)
    asked.window._done.setText(typed)
    asked.window._done.returnPressed.emit()
    drunk_at = [drink.at for drink in life.journal.situation().history.drinks]
    assert drunk_at == ([] if at is None else [life.at(*at)])
    assert any("Write a time of that day" in line for line in said(asked)) is (at is None)


def test_the_end_of_a_call_is_looked_for_where_nothing_tells_of_it(asked: Asked) -> None:
    """When the prompt came there was no call yet; where calls cannot be known of, nobody looks."""
    life = asked.life
    life.presence = Presence(in_call=False)
    asked.later(LaterWish(why=LaterWhy.MEETING))
    life.presence = Presence(in_call=True)
    life.until(7, 55)
    life.presence = Presence(in_call=False)
    life.until(7, 59)
    assert len(life.on_show) == 1
    assert not [key for key in life.timetable.jobs if key.startswith("look")]


def test_the_end_of_a_call_is_looked_for_however_often_the_day_is_planned_again(asked: Asked) -> None:
    life = asked.life
    life.presence = Presence(in_call=False)
    asked.later(LaterWish(why=LaterWhy.MEETING))
    life.presence = Presence(in_call=True)
    for minute in range(46, 56):
        life.until(7, minute)
        life.engine.replan()
    life.presence = Presence(in_call=False)
    for minute in range(56, 60):
        life.until(7, minute)
        life.engine.replan()
    life.until(8, 1)
    assert len(life.on_show) == 1


def test_a_call_that_ends_brings_back_what_waits_for_the_end_of_a_meeting(asked: Asked) -> None:
    life = asked.life
    asked.later(LaterWish(why=LaterWhy.MEETING))
    life.presence = Presence(in_call=True)
    life.engine.look_again()
    life.until(8, 5)
    life.presence = Presence(in_call=False)
    life.engine.look_again()
    assert life.engine.plan.prompts[0].due_at == life.at(8, 7)


def three_meetings(asked: Asked) -> None:
    for _ in range(3):
        asked.later(LaterWish(why=LaterWhy.MEETING))


def test_three_meetings_make_one_proposal_and_change_nothing_by_themselves(asked: Asked) -> None:
    writer.create(asked.file)
    before = asked.file.read_bytes()
    three_meetings(asked)
    assert len([line for line in asked.proposed if line]) == 1
    assert asked.file.read_bytes() == before


def test_a_yes_changes_the_settings_and_a_no_is_remembered(asked: Asked) -> None:
    writer.create(asked.file)
    before = examine(asked.file).settings
    three_meetings(asked)
    asked.desk.answer(yes=True)
    after = examine(asked.file).settings
    assert after != before
    assert asked.proposed[-1] == ""


def test_a_yes_takes_back_nothing_that_was_changed_since_it_was_proposed(asked: Asked) -> None:
    life = asked.life
    writer.create(asked.file)
    three_meetings(asked)
    writer.write(asked.file, {"prompts.sound": True})
    life.settings = replace(life.settings, prompts=replace(life.settings.prompts, sound=True))
    asked.desk.answer(yes=True)
    after = examine(asked.file).settings
    assert after is not None
    assert after.prompts.sound
    assert replace(after, prompts=Settings().prompts) != Settings()


def test_what_fits_no_more_is_not_done_by_a_yes(asked: Asked) -> None:
    """The other change that there is to propose by now is proposed in its place."""
    life = asked.life
    writer.create(asked.file)
    before = asked.file.read_bytes()
    three_meetings(asked)
    shown = asked.proposed[-1]
    life.settings = replace(life.settings, days=tuple(replace(day, wake=time(8, 30)) for day in life.settings.days))
    asked.desk.answer(yes=True)
    assert asked.file.read_bytes() == before
    assert asked.proposed[-1] not in {"", shown}


def test_a_no_changes_nothing_and_the_proposal_stays_away(asked: Asked) -> None:
    writer.create(asked.file)
    before = asked.file.read_bytes()
    three_meetings(asked)
    asked.desk.answer(yes=False)
    asked.later(LaterWish(why=LaterWhy.MEETING))
    assert asked.file.read_bytes() == before
    assert asked.proposed[-1] == ""


def test_a_store_that_refuses_leaves_the_prompt_put_off(asked: Asked) -> None:
    from desktop.adapters.store import StoreError

    troubles: list[UncrampError] = []
    asked.life.engine.trouble_arisen.connect(troubles.append)
    life = asked.life
    life.until(7, 45)
    life.press(Answer.LATER)
    life.store.failure = StoreError("The disk is full.", "Free some space.")
    asked.window.put_off_requested.emit(LaterWish(why=LaterWhy.DONE))
    assert troubles
    life.store.failure = None
    life.engine.replan()
    assert [record.outcome for record in life.journal.situation().history.prompts] == [Outcome.LATER]
