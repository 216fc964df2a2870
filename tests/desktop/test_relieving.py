"""The relief from the first question to the record, whatever the store does meanwhile."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.relief_view import Correction, Where
from desktop.relieving import SLIP
from desktop.windows.relief_end import EndPage
from desktop.windows.relief_help import HelpPage
from desktop.windows.relief_step import StepPage
from schedules.guides.relief_course import Feeling, ReliefPhase
from schedules.guides.routine import Limit, Place
from schedules.history import Muscle, Side
from tests.desktop.relief_life import BUSY, NOON, ReliefLife

CALF = Where(muscle=Muscle.CALF, side=Side.LEFT)


@pytest.fixture
def life(qtbot: QtBot) -> ReliefLife:
    return ReliefLife()


def test_one_key_leads_to_the_first_instruction(life: ReliefLife, qtbot: QtBot) -> None:
    window = life.open()
    QTest.keyClick(window, Qt.Key.Key_4)
    assert life.phase() is ReliefPhase.STRETCH
    assert window.page(StepPage).headline.text().startswith("Straighten the leg")


def test_a_bare_enter_takes_what_it_was_last_time(life: ReliefLife, qtbot: QtBot) -> None:
    life.open()
    life.relieving.choose(Where(muscle=Muscle.FOOT, side=Side.RIGHT))
    life.relieving.records.write()
    life.window.close()
    after = ReliefLife()
    after.store.set_state("relief usual", life.store.get_state("relief usual"))
    after.relieving.start()
    window = after.open()
    qtbot.waitUntil(lambda: window.focusWidget() is not None)
    QTest.keyClick(window, Qt.Key.Key_Return)
    relief = after.relief
    assert (relief.muscle, relief.side, relief.phase) == (Muscle.FOOT, Side.RIGHT, ReliefPhase.STRETCH)


def test_it_is_stored_once_it_was_painted(life: ReliefLife, qtbot: QtBot) -> None:
    window = life.open()
    with qtbot.waitSignal(window.painted):
        life.relieving.choose(CALF)
    qtbot.waitUntil(lambda: bool(life.cramps))
    assert [(c.muscle, c.side, c.tried, c.at_night) for c in life.cramps] == [
        (Muscle.CALF, Side.LEFT, ("stretch",), True)
    ]


def test_a_whole_cramp_is_one_record(life: ReliefLife, qtbot: QtBot) -> None:
    window = life.open()
    life.pass_time(timedelta(seconds=10))
    life.relieving.choose(CALF)
    life.pass_time(timedelta(minutes=2, seconds=30))
    life.relieving.feel(Feeling.EASING)
    life.relieving.feel(Feeling.SAME)
    life.relieving.go_on()
    life.relieving.finish()
    assert window.page(EndPage).headline.text() == "Logged: left calf, 2 min 40 s."
    window.close()
    qtbot.waitUntil(lambda: life.relieving.records.is_done)
    (cramp,) = life.cramps
    assert cramp.lasted == timedelta(minutes=2, seconds=40)
    assert (cramp.tried, cramp.helped) == (("stretch", "massage"), ("stretch",))


@pytest.mark.parametrize("steps", range(5))
def test_escape_at_any_step_keeps_the_record(life: ReliefLife, qtbot: QtBot, steps: int) -> None:
    window = life.open()
    life.relieving.choose(CALF)
    for _ in range(steps):
        life.relieving.go_on()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not life.relieving.is_open
    qtbot.waitUntil(lambda: life.relieving.records.is_done)
    assert [(c.muscle, c.side) for c in life.cramps] == [(Muscle.CALF, Side.LEFT)]


def test_opened_by_a_slip_nothing_is_logged(life: ReliefLife, qtbot: QtBot) -> None:
    window = life.open()
    life.relieving.records.write()
    assert len(life.cramps) == 1
    life.pass_time(SLIP / 2)
    window.close()
    qtbot.waitUntil(lambda: life.relieving.records.is_done)
    assert not life.cramps


def test_closed_nobody_goes_on_speaking(qtbot: QtBot) -> None:
    life = ReliefLife()
    window = life.open()
    with qtbot.waitSignal(life.relieving.hushed):
        window.close()


def test_looked_at_for_longer_the_onset_stays(life: ReliefLife, qtbot: QtBot) -> None:
    window = life.open()
    life.pass_time(SLIP)
    window.close()
    qtbot.waitUntil(lambda: life.relieving.records.is_done)
    (cramp,) = life.cramps
    assert cramp.onset_at == life.clock.now() - SLIP
    assert cramp.muscle is None


def test_a_store_that_refuses_is_told_of_and_tried_again(life: ReliefLife, qtbot: QtBot) -> None:
    life.store.failure = BUSY
    window = life.open()
    life.relieving.choose(CALF)
    life.relieving.records.write()
    assert window._frame.unsaved.isVisibleTo(window)
    assert life.relieving.records.is_waiting
    life.relieving.feel(Feeling.EASING)
    window.close()
    life.relieving.records.write()
    assert not life.cramps
    life.store.failure = None
    life.relieving.records.write()
    assert [c.helped for c in life.cramps] == [("stretch",)]


def test_a_second_cramp_does_not_lose_the_first_one(life: ReliefLife, qtbot: QtBot) -> None:
    life.store.failure = BUSY
    life.open()
    life.relieving.choose(CALF)
    life.window.close()
    life.relieving.records.write()
    life.clock.advance(timedelta(hours=1))
    life.open()
    life.relieving.choose(Where(muscle=Muscle.FOOT, side=Side.RIGHT))
    life.store.failure = None
    life.relieving.records.write()
    assert [c.muscle for c in life.cramps] == [Muscle.CALF, Muscle.FOOT]


def test_taken_back_in_today_it_stays_taken_back(life: ReliefLife, qtbot: QtBot) -> None:
    life.open()
    life.relieving.choose(CALF)
    life.relieving.records.write()
    life.store.undo()
    life.relieving.feel(Feeling.EASING)
    life.relieving.records.write()
    life.window.close()
    life.relieving.records.write()
    assert not life.cramps


def test_it_can_be_changed_noted_and_taken_back_at_the_end(life: ReliefLife, qtbot: QtBot) -> None:
    window = life.open()
    life.relieving.choose(CALF)
    life.relieving.finish()
    foot = Where(muscle=Muscle.FOOT, side=Side.RIGHT)
    life.relieving.correct(Correction(where=foot, lasted=timedelta(minutes=5)))
    life.relieving.note("After tennis.")
    life.relieving.records.write()
    assert window.page(EndPage).headline.text() == "Logged: right foot, 5 min."
    (cramp,) = life.cramps
    assert (cramp.muscle, cramp.side, cramp.lasted, cramp.note) == (
        *(Muscle.FOOT, Side.RIGHT),
        *(timedelta(minutes=5), "After tennis."),
    )
    life.relieving.forget()
    life.relieving.records.write()
    assert not life.cramps
    assert window.page(EndPage).headline.text() == "Nothing is logged."


def test_in_bed_first_at_night_and_on_a_chair_by_day(qtbot: QtBot) -> None:
    for start, place in ((None, Place.BED), (NOON, Place.CHAIR)):
        life = ReliefLife() if start is None else ReliefLife(start)
        life.open()
        life.relieving.choose(CALF)
        assert life.relief.place is place


def test_in_pregnancy_a_swollen_leg_is_for_the_midwife(life: ReliefLife, qtbot: QtBot) -> None:
    life.journal.body = frozenset({Limit.PREGNANT})
    window = life.open()
    life.relieving.flag()
    said = [label.text() for label in window.page(HelpPage).findChildren(QLabel) if label.isVisible()]
    assert "Call your midwife or maternity line today." in said


def test_help_is_there_after_the_end_as_well(life: ReliefLife, qtbot: QtBot) -> None:
    window = life.open()
    life.relieving.choose(CALF)
    life.relieving.finish()
    life.relieving.help()
    assert "911" in window.page(HelpPage).headline.text()
    life.relieving.go_back()
    assert window.page(EndPage).headline.text().startswith("Logged")


def test_a_flag_that_rules_stretches_out_is_told_and_so_is_its_end(life: ReliefLife, qtbot: QtBot) -> None:
    life.open()
    with qtbot.waitSignal(life.relieving.stretch_ruled_out):
        life.relieving.flag()
    with qtbot.waitSignal(life.relieving.left_flagged):
        life.window.close()


def test_a_flag_taken_back_rules_nothing_out(life: ReliefLife, qtbot: QtBot) -> None:
    life.open()
    life.relieving.flag()
    life.relieving.unflag()
    with qtbot.assertNotEmitted(life.relieving.left_flagged):
        life.window.close()


def test_a_cold_pack_ends_with_the_relief_that_a_flag_was_true_in(life: ReliefLife, qtbot: QtBot) -> None:
    life.icing.begin(timedelta(minutes=15))
    life.open()
    life.relieving.flag()
    life.relieving.unflag()
    life.window.close()
    assert life.icing.state() is not None  # said by mistake
    life.open()
    life.relieving.flag()
    life.window.close()
    assert life.icing.state() is None
