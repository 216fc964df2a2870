"""The wall clock was set or the machine slept: told apart by the machine's own clocks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from desktop.adapters.presence_clock import Clocks, ClockSensor, read_clocks
from desktop.sensing import ClockStepped, Matter, Resumed
from tests.desktop.adapters.hearing import Hearing

NOON = Clocks(wall=1_000_000.0, since_boot=5_000.0, awake=4_000.0)
HOUR = 3_600.0


class FakeClocks:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> Clocks:
        return self.now

    def passes(self, *, awake: float = 0.0, asleep: float = 0.0, stepped: float = 0.0) -> None:
        self.now = Clocks(
            wall=self.now.wall + awake + asleep + stepped,
            since_boot=self.now.since_boot + awake + asleep,
            awake=self.now.awake + awake,
        )


@pytest.fixture
def clocks() -> FakeClocks:
    return FakeClocks()


@pytest.fixture
def sensor(qtbot: QtBot, clocks: FakeClocks) -> Iterator[ClockSensor]:
    made = ClockSensor(clocks)
    yield made
    made.close()


def test_it_says_that_it_listens(sensor: ClockSensor) -> None:
    hearing = Hearing(sensor)
    sensor.start()
    assert hearing.is_so(Matter.CLOCK)
    sensor.close()
    sensor.close()


@pytest.mark.parametrize("by", [HOUR, -HOUR, 2.0])
def test_a_step_either_way(sensor: ClockSensor, clocks: FakeClocks, by: float) -> None:
    hearing = Hearing(sensor)
    sensor.start()
    clocks.passes(awake=10.0, stepped=by)
    sensor.look()
    assert hearing.happened == [ClockStepped(by=timedelta(seconds=by))]
    sensor.look()
    assert len(hearing.happened) == 1


def test_a_sleep_is_no_step(sensor: ClockSensor, clocks: FakeClocks) -> None:
    hearing = Hearing(sensor)
    sensor.start()
    clocks.passes(awake=60.0, asleep=8 * HOUR)
    sensor.look()
    assert hearing.happened == [Resumed(asleep=timedelta(hours=8))]


def test_a_clock_that_was_set_while_it_slept(sensor: ClockSensor, clocks: FakeClocks) -> None:
    hearing = Hearing(sensor)
    sensor.start()
    clocks.passes(asleep=HOUR, stepped=-60.0)
    sensor._on_readable()  # with nothing to read, as when two come together
    assert hearing.happened == [Resumed(asleep=timedelta(hours=1)), ClockStepped(by=timedelta(seconds=-60))]


def test_time_that_only_passes_is_no_news(sensor: ClockSensor, clocks: FakeClocks) -> None:
    hearing = Hearing(sensor)
    sensor.look()
    sensor.start()
    clocks.passes(awake=HOUR, stepped=0.4)
    sensor.look()
    assert hearing.happened == []


def test_the_machines_clocks_run() -> None:
    before, after = read_clocks(), read_clocks()
    assert before.awake <= after.awake
    assert after.since_boot >= after.awake - 1
    assert replace(after, wall=before.wall) != before or after == before
