"""A guide runs from its first word to its record, whatever happens on the way."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from desktop import preferences
from desktop.adapters.store import StoreError
from desktop.guide_shelf import NoGuideError
from desktop.guide_state import Feeling, Sound, Wish
from schedules.guides.course import Phase
from schedules.guides.routine import Place
from schedules.guides.session import PauseWhy
from schedules.history import Side
from schedules.settings import Position, You
from tests.clock import FakeClock
from tests.desktop.fake_store import RecordingStore
from tests.desktop.guide_days import GuideRun
from tests.schedules.guides.shelf import routine

SECOND = timedelta(seconds=1)


@pytest.fixture
def store() -> RecordingStore:
    return RecordingStore()


@pytest.fixture
def run(qtbot: QtBot, clock: FakeClock, store: RecordingStore) -> GuideRun:
    return GuideRun(clock, store)


def test_the_whole_bedtime_guide_is_run_and_logged_by_step(run: GuideRun) -> None:
    run.guiding.begin("bedtime")
    run.finish()
    assert run.now.session.finished
    (entry,) = run.logged
    assert (entry.routine, entry.steps_done, entry.steps, entry.feeling) == ("bedtime", 3, 3, None)
    steps = run.store.steps_of(entry.id or 0)
    assert [(step.step, step.side) for step in steps] == [
        ("calf", Side.LEFT),
        ("calf", Side.RIGHT),
        ("hamstring", Side.LEFT),
        ("hamstring", Side.RIGHT),
        ("hamstring-and-calf", Side.BOTH),
    ]
    assert all(step.done and step.held >= 30 * SECOND for step in steps)


def test_a_position_that_is_avoided_is_in_no_guide(run: GuideRun) -> None:
    run.settings = replace(run.settings, you=You(avoid_positions=(Position.STANDING,)))
    run.guiding.begin("bedtime")
    assert Place.STANDING not in {step.position for step in run.routine.steps}


@pytest.mark.parametrize("said", preferences.LIMIT_OF)
def test_what_a_person_said_of_their_body_is_heeded(run: GuideRun, said: str) -> None:
    preferences.write(run.store, said, value=True)
    run.guiding.begin("bedtime")
    routine = run.routine
    assert routine.limits == {preferences.LIMIT_OF[said]}
    assert all(step.exclude.isdisjoint(routine.limits) for step in routine.steps)


def test_a_sore_leg_is_stretched_gently_and_the_other_as_ever(run: GuideRun) -> None:
    preferences.write(run.store, "sore_leg", preferences.SoreLeg.LEFT)
    run.guiding.begin("bedtime")
    steps = {side: [s for s in run.routine.steps if s.side == side] for side in ("left", "right")}
    assert [s.muscle for s in steps["left"]] == [s.muscle for s in steps["right"]] != []
    assert all(s.repetitions <= 2 for s in steps["left"])
    assert all(s.repetitions == 3 for s in steps["right"])


def test_every_cue_is_said_and_chimed(run: GuideRun) -> None:
    run.guiding.begin("desk")
    run.wait(20 * SECOND)
    assert run.asked.said[:7] == [
        "Back of the thigh, on a chair. Left leg.",
        "Hold. Lean from the hips. Back long.",
        "Halfway.",
        "Three.",
        "Two.",
        "One.",
        "Right leg.",
    ]
    assert run.asked.chimes[:3] == [Sound.BELL, Sound.BELL, Sound.TICK]


def test_voice_and_chime_are_chosen_separately_and_remembered(run: GuideRun) -> None:
    run.guiding.begin("desk")
    run.guiding.take(Wish.VOICE)
    said, chimes = len(run.asked.said), len(run.asked.chimes)
    run.wait(20 * SECOND)
    assert len(run.asked.said) == said
    assert len(run.asked.chimes) > chimes
    run.guiding.close()
    run.guiding.begin("desk")
    assert (run.now.voice, run.now.chime) == (False, True)
    assert len(run.asked.said) == said


def test_the_speed_is_remembered(run: GuideRun) -> None:
    run.guiding.begin("desk")
    run.guiding.take(Wish.SLOWER)
    run.guiding.close()
    run.guiding.begin("bedtime")
    assert run.now.session.speed == 0.75


def test_the_screen_is_held_only_while_the_guide_moves(run: GuideRun) -> None:
    run.guiding.begin("desk")
    assert run.asked.awake == [True]
    run.guiding.take(Wish.PAUSE)
    assert run.asked.awake == [True, False]
    assert not run.guiding._look.isActive()
    run.guiding.take(Wish.PAUSE)
    run.finish()
    assert run.asked.awake == [True, False, True, False]


def test_a_pause_goes_on_where_it_was(run: GuideRun) -> None:
    run.guiding.begin("desk")
    run.wait(9 * SECOND)
    run.guiding.take(Wish.PAUSE)
    left = run.now.session.remaining
    run.clock.advance(timedelta(hours=1))
    run.guiding.take(Wish.PAUSE)
    assert run.now.session.remaining == left
    assert run.now.session.phase is Phase.HOLD


def test_a_machine_that_slept_shortens_no_hold(run: GuideRun) -> None:
    run.guiding.begin("desk")
    run.wait(9 * SECOND)
    left = run.now.session.remaining
    run.clock.jump(timedelta(hours=3))
    run.guiding.look()
    assert run.now.session.paused is PauseWhy.CLOCK_JUMPED
    assert run.now.session.remaining == left
    assert run.asked.announced[-1].startswith("Paused: the computer slept")


def test_stopped_halfway_counts_as_what_it_was(run: GuideRun) -> None:
    run.guiding.begin("bedtime")
    run.wait(10 * SECOND)
    run.guiding.take(Wish.STOP)
    (entry,) = run.logged
    assert (entry.steps_done, entry.steps) == (0, 3)
    (step,) = run.store.steps_of(entry.id or 0)
    assert (step.step, step.side, step.done) == ("calf", Side.LEFT, False)
    assert 4 * SECOND < step.held < 6 * SECOND


def test_nothing_is_logged_where_nothing_was_held(run: GuideRun) -> None:
    run.guiding.begin("bedtime")
    run.wait(3 * SECOND)
    run.guiding.close()
    assert len(run.logged) == 0
    assert run.guiding.state is None


def test_closing_logs_what_was_done(run: GuideRun) -> None:
    run.guiding.begin("bedtime")
    run.wait(40 * SECOND)
    run.guiding.close()
    assert len(run.logged) == 1
    assert run.asked.awake[-1] is False


def test_another_guide_ends_the_first_as_what_it_was(run: GuideRun) -> None:
    run.guiding.begin("bedtime")
    run.wait(40 * SECOND)
    run.guiding.begin("bedtime")
    assert run.now.session.phase is not Phase.LEAD_IN, "the same one goes on"
    run.guiding.begin("desk")
    assert [entry.routine for entry in run.logged] == ["bedtime"]
    assert run.now.title == "One minute at the desk"


def test_the_feeling_is_added_to_the_record_once(run: GuideRun) -> None:
    run.guiding.begin("desk")
    run.finish()
    run.guiding.feel(Feeling.GOOD)
    run.guiding.feel(Feeling.TOO_SORE)
    assert [entry.feeling for entry in run.logged] == ["good"]


@pytest.mark.parametrize(("later", "is_gentle"), [(timedelta(hours=24), True), (timedelta(hours=37), False)])
def test_too_sore_makes_the_next_one_of_its_purpose_gentle(run: GuideRun, later: timedelta, is_gentle: bool) -> None:
    run.guiding.begin("bedtime")
    run.finish()
    run.guiding.feel(Feeling.TOO_SORE)
    run.guiding.close()
    run.clock.advance(later)
    run.guiding.begin("bedtime-seated")
    assert run.now.is_gentle is is_gentle
    whole = routine("bedtime-seated").lasts
    run.finish()
    assert (run.now.lasted < whole) is is_gentle


def test_a_good_run_after_a_sore_one_ends_the_gentle_days(run: GuideRun) -> None:
    for feeling in (Feeling.TOO_SORE, Feeling.GOOD):
        run.guiding.begin("desk")
        run.finish()
        run.guiding.feel(feeling)
        run.guiding.close()
    run.guiding.begin("desk")
    assert not run.now.is_gentle


def test_a_store_that_refuses_does_not_end_the_guide_and_gets_the_record_later(
    run: GuideRun, store: RecordingStore
) -> None:
    run.guiding.begin("desk")
    store.failure = StoreError("The database is locked.")
    run.finish()
    run.guiding.feel(Feeling.ALL_RIGHT)
    assert run.now.session.finished
    assert {str(error) for error in run.asked.troubles} == {"The database is locked."}
    store.failure = None
    run.guiding.close()
    (entry,) = run.logged
    assert (entry.routine, entry.feeling) == ("desk", "all-right")
    assert len(store.steps_of(entry.id or 0)) == 4


def test_a_store_that_refuses_from_the_start_lets_a_guide_begin(run: GuideRun, store: RecordingStore) -> None:
    store.failure = StoreError("The database is locked.")
    run.guiding.begin("desk")
    assert run.now.voice
    assert run.now.session.speed == 1


def test_a_voice_that_is_missing_is_said_once_and_the_guide_goes_on(run: GuideRun) -> None:
    run.guiding.begin("desk")
    run.guiding.lose_voice()
    assert run.now.voice_is_missing
    said = len(run.asked.said)
    run.finish()
    assert len(run.asked.said) == said
    assert run.now.session.finished


@pytest.mark.parametrize("is_restarted", [False, True])
def test_what_is_missing_is_not_said_in_the_next_guide(run: GuideRun, is_restarted: bool) -> None:
    run.guiding.begin("desk")
    run.guiding.lose_voice()
    run.guiding.lose_chime()
    assert (run.now.voice_is_missing, run.now.chime_is_missing) == (True, True)
    run.guiding.close()
    again = GuideRun(run.clock, run.store) if is_restarted else run
    again.guiding.begin("bedtime")
    if is_restarted:
        again.guiding.lose_voice()
        again.guiding.lose_chime()
    assert (again.now.voice, again.now.chime) == (False, False)
    assert (again.now.voice_is_missing, again.now.chime_is_missing) == (False, False)


def test_turned_on_by_hand_it_is_looked_for_and_said_anew(run: GuideRun, qtbot: QtBot) -> None:
    run.guiding.begin("desk")
    run.guiding.lose_voice()
    run.guiding.begin("bedtime")
    with qtbot.waitSignal(run.guiding.voice_wanted):
        run.guiding.take(Wish.VOICE)
    run.guiding.lose_voice()
    assert run.now.voice_is_missing


def test_each_hold_is_logged_as_it_is_left(run: GuideRun) -> None:
    run.guiding.begin("bedtime")
    run.wait(16 * SECOND)
    (entry,) = run.logged
    (step,) = run.store.steps_of(entry.id or 0)
    assert (step.step, step.side, step.done, entry.steps_done) == ("calf", Side.LEFT, False, 0)
    run.wait(70 * SECOND)
    (entry,) = run.logged
    assert entry.steps_done == 1
    assert [step.done for step in run.store.steps_of(entry.id or 0)][:2] == [True, True]


def test_taken_back_on_the_way_only_what_follows_brings_it_back(run: GuideRun) -> None:
    run.guiding.begin("bedtime")
    run.wait(16 * SECOND)
    run.engine.undo()
    assert not list(run.logged)
    run.finish()
    assert [entry.steps_done for entry in run.logged] == [3]
    run.engine.undo()
    run.guiding.feel(Feeling.GOOD)
    run.guiding.close()
    assert len(run.logged) == 0
    assert run.asked.troubles == []


def test_a_screen_reader_is_not_talked_over(run: GuideRun) -> None:
    run.guiding.begin("bedtime")
    moments = []
    run.guiding.announced.connect(lambda _words: moments.append(run.clock.now()))
    run.finish()
    gaps = [after - before for before, after in pairwise(moments)]
    assert len(moments) > 10
    assert min(gaps[:-1]) >= 5 * SECOND
    assert run.asked.announced[-1] == "Done."


@pytest.mark.parametrize("name", ["nothing-like-it", "relief-calf-bed", ""])
def test_a_guide_that_is_not_there_is_refused_in_one_line(run: GuideRun, name: str) -> None:
    with pytest.raises(NoGuideError) as refused:
        run.guiding.begin(name)
    assert "bedtime" in refused.value.remedy
    assert "relief" not in refused.value.remedy
    assert "\n" not in str(refused.value)
    assert refused.value.exit_status == 2


@pytest.mark.parametrize("wish", list(Wish))
def test_a_wish_without_a_guide_does_nothing(run: GuideRun, wish: Wish) -> None:
    run.guiding.take(wish)
    assert run.guiding.state is None
    assert len(run.logged) == 0
