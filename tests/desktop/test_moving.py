"""A block is moved on one date only; it is told, and taken back with one press."""

from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from desktop import move_kept
from desktop.errors import UncrampError
from desktop.moving import Moving
from desktop.ports import Notice
from schedules.prompts import Prompt
from schedules.settings import DrinkSettings, Settings
from tests.clock import FakeClock
from tests.desktop.fake_store import RecordingStore
from tests.schedules import test_heat_day as heat


class World:
    """A mover and all around it, on the morning of a hot day."""

    def __init__(self) -> None:
        self.clock = FakeClock((heat.WAKE + timedelta(minutes=20)).astimezone(UTC))
        self.before = self.settings = heat.settings(heat.DESK, heat.RUN)
        self.refuses: UncrampError | None = None
        self.told: list[Notice] = []
        self.over: list[bool] = []
        self.trouble: list[object] = []
        self.standing: list[str] = []
        self.store = RecordingStore()
        self.moving = self.restarted()

    def restarted(self) -> Moving:
        """A mover as it is after a start."""
        self.moving = Moving(lambda: self.settings, lambda: heat.CHICAGO, self._save, self.clock, self.store)
        self.moving.told.connect(self.told.append)
        self.moving.standing.connect(self.standing.append)
        self.moving.over.connect(lambda: self.over.append(True))
        self.moving.trouble_arisen.connect(self.trouble.append)
        return self.moving

    def _save(self, settings: Settings) -> None:
        if self.refuses is not None:
            raise self.refuses
        self.settings = settings

    def brief(self) -> Prompt:
        found = heat.brief(self.before, heat.forecast())
        assert found is not None
        return found


@pytest.fixture
def world() -> World:
    return World()


def test_a_move_is_told_with_its_time(world: World) -> None:
    world.moving.move(world.brief())
    assert [notice.title for notice in world.told] == ["Your exercise is now 20:00 to 21:00"]
    assert "The rest of your week stays as it is." in world.told[0].body
    assert world.settings.dates != world.before.dates
    world.moving.look()
    assert world.over == []


def test_a_move_is_taken_back_whole(world: World) -> None:
    world.moving.move(world.brief())
    world.moving.take_back()
    assert world.settings == world.before
    assert world.over == [True]
    world.moving.take_back()
    assert world.over == [True]


def test_a_move_is_taken_back_after_a_restart(world: World) -> None:
    world.moving.move(world.brief())
    world.standing.clear()
    world.restarted().look()
    assert world.standing == ["Your exercise is now 20:00 to 21:00"]
    assert len(world.told) == 1, "nobody is told twice"
    world.moving.take_back()
    assert world.settings == world.before
    world.restarted().look()
    assert world.standing == ["Your exercise is now 20:00 to 21:00"], "what was taken back is forgotten"


def test_after_a_restart_days_that_were_changed_since_are_left_alone(world: World) -> None:
    world.moving.move(world.brief())
    world.settings = heat.settings(heat.DESK)
    world.restarted().look()
    assert world.over == [True]


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"moments": [null, 1, 2], "before": 3}', "[" * 5000])
def test_a_move_that_cannot_be_read_is_none(world: World, text: str) -> None:
    world.store.set_state(move_kept.KEY, text)
    world.moving.look()
    assert (world.standing, world.over) == ([], [])


def test_what_was_changed_elsewhere_stays_when_a_move_is_taken_back(world: World) -> None:
    world.moving.move(world.brief())
    world.settings = replace(world.settings, drink=DrinkSettings(on=False))
    world.moving.take_back()
    assert (world.settings.days, world.settings.drink.on) == (world.before.days, False)


def test_days_that_were_changed_since_are_left_alone(world: World) -> None:
    world.moving.move(world.brief())
    other = heat.settings(heat.DESK)
    world.settings = other
    world.moving.take_back()
    assert world.settings == other
    assert world.over == [True]


def test_once_the_block_has_begun_there_is_nothing_to_take_back(world: World) -> None:
    world.moving.move(world.brief())
    world.clock.jump_to(heat.WAKE + timedelta(hours=13))
    world.moving.look()
    assert world.over == [True]


def test_a_move_that_cannot_be_written_is_trouble_and_not_told(world: World) -> None:
    world.refuses = UncrampError("The settings could not be written.", "They are as they were.")
    world.moving.move(world.brief())
    assert world.told == []
    assert world.trouble == [world.refuses]


def test_a_block_that_is_gone_is_not_moved(world: World) -> None:
    brief = world.brief()
    world.settings = heat.settings(heat.DESK)
    world.moving.move(brief)
    assert world.told == []
