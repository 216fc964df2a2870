"""The ice timer: what it reminds of, and what it does after a suspend, a restart and a store that refuses."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from desktop.icing import STALE, STATE_KEY, Icing
from schedules.guides.ice import IcePhase
from tests.desktop.living import Life
from tests.desktop.relief_life import BUSY

MINUTES = timedelta(minutes=1)


@pytest.fixture
def life(qtbot: QtBot) -> Life:
    return Life()


def icing(life: Life) -> Icing:
    made = Icing(life.journal, life.notifier)
    made.start()
    return made


def after(life: Life, timer: Icing, length: timedelta) -> list[str]:
    """The titles of what is on show some time later."""
    life.clock.advance(length)
    timer.look()
    return [notice.title for notice in life.notifier.on_show.values()]


def test_it_reminds_to_take_it_off_and_when_it_may_go_on(life: Life) -> None:
    timer = icing(life)
    timer.begin(15 * MINUTES)
    assert after(life, timer, 14 * MINUTES) == []
    assert after(life, timer, MINUTES) == ["Take the cold pack off"]
    assert after(life, timer, 19 * MINUTES) == ["Take the cold pack off"]
    assert after(life, timer, MINUTES) == ["The cold pack may go on again"]
    assert after(life, timer, 15 * MINUTES) == ["Take the cold pack off"]
    assert len(life.notifier.asked) == 3


def test_it_ends_after_its_rounds(life: Life) -> None:
    timer = icing(life)
    timer.begin(10 * MINUTES)
    for _ in range(5):
        state = timer.state()
        assert state is not None
        after(life, timer, state.remaining)
    assert timer.state() is None
    assert life.notifier.asked[-1].body.startswith("That was the last round")
    assert life.store.get_state(STATE_KEY) is None
    assert not timer._timer.isActive()


def test_a_restart_goes_on_where_it_was(life: Life) -> None:
    timer = icing(life)
    timer.begin(15 * MINUTES)
    timer._keep()
    life.clock.advance(10 * MINUTES)
    again = icing(life)
    state = again.state()
    assert state is not None
    assert (state.phase, state.remaining) == (IcePhase.ON, 5 * MINUTES)
    assert after(life, again, 5 * MINUTES) == ["Take the cold pack off"]


def test_what_came_due_while_it_was_off_is_told_at_the_start(life: Life) -> None:
    timer = icing(life)
    timer.begin(15 * MINUTES)
    timer._keep()
    life.clock.advance(16 * MINUTES)
    icing(life)
    assert [notice.title for notice in life.on_show] == ["Take the cold pack off"]
    again = icing(life)
    assert len(life.notifier.asked) == 1
    assert again.state() is not None


@pytest.mark.parametrize("gone", [timedelta(minutes=36), timedelta(hours=8)])
def test_after_a_sleep_there_is_one_reminder_at_most(life: Life, gone: timedelta) -> None:
    timer = icing(life)
    timer.begin(15 * MINUTES)
    after(life, timer, gone)
    assert len(life.notifier.asked) == (gone < 95 * MINUTES + STALE)


def test_a_clock_that_is_set_back_reminds_of_nothing_twice(life: Life) -> None:
    timer = icing(life)
    timer.begin(15 * MINUTES)
    after(life, timer, 15 * MINUTES)
    life.clock.jump(-10 * MINUTES)
    timer.look()
    after(life, timer, 10 * MINUTES)
    assert len(life.notifier.asked) == 1


def test_stopped_it_is_silent_and_forgotten(life: Life) -> None:
    timer = icing(life)
    timer.begin(15 * MINUTES)
    after(life, timer, 15 * MINUTES)
    timer.stop()
    assert not life.on_show
    assert timer.state() is None
    assert icing(life).state() is None


def test_a_store_that_refuses_does_not_stop_it(life: Life) -> None:
    timer = icing(life)
    life.store.failure = BUSY
    timer.begin(15 * MINUTES)
    timer._keep()
    assert after(life, timer, 15 * MINUTES) == ["Take the cold pack off"]
    life.store.failure = None
    timer.look()
    assert icing(life).state() is not None


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "nonsense",
        "[]",
        "{}",
        '{"started_at": "2026-07-15T12:00", "looked_at": "2026-07-15T12:00", "on_s": 900, "off_s": 1200, "rounds": 3}',
        '{"started_at": "2026-07-15T12:00:00+00:00", "looked_at": "x", "on_s": 900, "off_s": 1200, "rounds": 3}',
        '{"started_at": "2026-07-15T12:00:00+00:00", "looked_at": "x", "on_s": 9, "off_s": 1200, "rounds": 3}',
    ],
)
def test_what_cannot_be_read_is_no_timer(life: Life, kept: str) -> None:
    life.store.set_state(STATE_KEY, kept)
    assert icing(life).state() is None


def test_a_store_that_cannot_be_read_is_no_timer(life: Life) -> None:
    life.store.failure = BUSY
    assert icing(life).state() is None
