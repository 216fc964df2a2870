"""The whole application through made-up days: what must never happen does not.

Here a few seeds live six weeks each, so that a failure is found while one works; ``make test`` lives sixty whole
years after these tests, ``make soak`` as many as one likes.
"""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from schedules.gate import Presence
from tests.desktop.simulation.life import MadeUpLife

DAYS = 45
SEEDS = range(8)


class Lives:
    """Lives made-up lives in this test's home."""

    def __init__(self, app: QApplication, home: Path) -> None:
        self._app, self._home = app, home

    def begun(self, seed: int) -> MadeUpLife:
        """A life at its first day."""
        return MadeUpLife(seed, self._home, self._app)

    def lived(self, seed: int, days: int) -> MadeUpLife:
        """A life of so many days."""
        life = self.begun(seed)
        life.live(days)
        return life


@pytest.fixture
def lives(qapp: QApplication, home: Path) -> Lives:
    return Lives(qapp, home)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_happens_that_must_never_happen(seed: int, lives: Lives) -> None:
    life = lives.lived(seed, DAYS)
    assert life.watcher.wrong == []
    assert life.watcher.shown > DAYS


def test_the_same_seed_lives_the_same_days(lives: Lives) -> None:
    one, other = lives.lived(3, 10), lives.lived(3, 10)
    assert one.watcher.log == other.watcher.log != []
    assert lives.lived(4, 10).watcher.log != one.watcher.log


def test_on_an_undisturbed_day_exactly_what_is_listed_comes(lives: Lives) -> None:
    life = lives.begun(5)
    for _ in range(14):
        listed, fired = life.calm_day()
        assert fired == listed != []
    life.world.end()


def test_the_watcher_sees_what_is_wrong(lives: Lives) -> None:
    """A lock that only the watcher knows of: the application shows, and is caught."""
    life = lives.begun(6)
    world = life.world
    world.runtime._engine._holding._presence = Presence
    world.presence = replace(world.presence, locked=True)
    life.calm_day()
    world.end()
    assert any("while locked" in line for line in life.watcher.wrong)
