"""Today tells how the drinks stand, and nothing of a pace that nobody keeps for a person."""

from datetime import timedelta

import pytest

from desktop.showing import Showing
from desktop.states import Pace
from desktop.wording.tray import nothing_next
from schedules.gate import Presence
from schedules.settings import DrinkSettings, MoveSettings, Settings
from tests.desktop.living import MORNING, Life


def pace(settings: Settings, after: timedelta, drunk_ml: int = 0) -> Pace:
    life = Life(settings, MORNING + after)
    life.engine.start()
    if drunk_ml:
        life.engine.log(lambda journal: journal.log_drink(drunk_ml))
    fluids = Showing(life.engine).today(()).fluids
    assert fluids is not None
    return fluids.pace


@pytest.mark.parametrize(("after", "found"), [(timedelta(hours=6), Pace.BEHIND), (timedelta(hours=16), Pace.RESTING)])
def test_who_is_not_asked_to_drink_is_not_behind_and_nothing_rests(after: timedelta, found: Pace) -> None:
    assert pace(Settings(), after) is found
    assert pace(Settings(drink=DrinkSettings(on=False)), after) is Pace.NO_GOAL


def test_what_is_due_and_held_back_is_shown_with_what_it_waits_for() -> None:
    life = Life(Settings(drink=DrinkSettings(on=False), move=MoveSettings(on=False)))
    life.engine.start()
    life.presence = Presence(full_screen=True)
    life.until(22, 16)
    (line,) = Showing(life.engine).today(()).ahead
    assert (line.at, line.title, line.reason) == (life.at(22, 15), "Before bed", "Waits: a window fills the screen")
    assert (line.quiet, line.offer) == (True, None)
    assert "held for now: Before bed." in Showing(life.engine).tray().tooltip
    assert nothing_next(Showing(life.engine).offers()) == "Held for now: Before bed"
    life.presence = Presence()
    life.engine.look_again()
    life.timetable.run_due()
    assert life.on_show
    assert Showing(life.engine).today(()).ahead == ()
    assert "nothing more today" not in Showing(life.engine).tray().tooltip


def test_a_goal_that_was_reached_is_told_all_the_same() -> None:
    assert pace(Settings(drink=DrinkSettings(on=False)), timedelta(hours=6), drunk_ml=2000) is Pace.REACHED
