"""What is asked on which platform, and what the engine is told."""

import sys
from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from desktop.adapters.sensor import Sensor
from desktop.presence import PresenceWatch
from desktop.presence_parts import join_presence, sensors
from desktop.sensing import AwaySpan
from schedules.gate import Presence
from schedules.prompts import Kind
from tests.clock import FakeClock
from tests.desktop.living import Life


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QObject]:
    made = QObject()
    yield made
    made.deleteLater()


def names(qapp: QCoreApplication, clock: FakeClock, parent: QObject) -> list[str]:
    return [sensor.name for sensor in sensors(qapp, clock, parent)]


@pytest.mark.parametrize(
    ("environment", "display"),
    [
        ({}, None),
        ({"DISPLAY": ":7"}, "x11"),
        ({"DISPLAY": ":7", "WAYLAND_DISPLAY": "wayland-0"}, "wayland"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "wayland"),
    ],
)
def test_on_linux(  # noqa: PLR0913, PLR0917 a table and its world
    qapp: QCoreApplication,
    clock: FakeClock,
    parent: QObject,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    display: str | None,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    found = names(qapp, clock, parent)
    assert [name for name in found if name in {"x11", "wayland"}] == ([display] if display else [])
    assert {"logind", "mutter", "org.freedesktop.ScreenSaver", "dunst", "gnome", "kernel", "localtime"} <= set(found)
    # Of several that know of keys, the one that tells of itself comes before the one that has to be asked.
    assert found.index("mutter") < found.index("screen saver")
    assert display is None or found.index(display) < found.index("screen saver")


@pytest.mark.parametrize(("platform", "expected"), [("win32", ["windows"]), ("darwin", ["macos", "localtime"])])
def test_elsewhere(  # noqa: PLR0913, PLR0917 a table and its world
    qapp: QCoreApplication,
    clock: FakeClock,
    parent: QObject,
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    expected: list[str],
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert names(qapp, clock, parent) == expected


def test_all_of_them_start_and_answer_where_nothing_is_there(
    qapp: QCoreApplication, clock: FakeClock, parent: QObject, qtbot: QtBot
) -> None:
    watch = PresenceWatch(clock, parent)
    watch.start(sensors(qapp, clock, parent))
    done: list[int] = []
    watch.read(lambda: done.append(1))
    qtbot.waitUntil(lambda: done == [1], timeout=20_000)
    assert watch.presence().locked is None
    assert "kernel" in watch.known().known_by.values()
    watch.close()


def test_the_base_of_all_sensors_does_nothing() -> None:
    done: list[int] = []
    sensor = Sensor()
    sensor.start()
    sensor.read(lambda: done.append(1))
    sensor.wait_for_pause(is_wanted=True)
    sensor.close()
    assert done == [1]


def test_what_happens_to_the_person_reaches_the_engine(qtbot: QtBot) -> None:
    life, watch = Life(), PresenceWatch(FakeClock())
    life.engine.start()
    join_presence(watch, life.engine)
    looked: list[int] = []
    life.engine.changed.connect(lambda: looked.append(1))
    for number, signal in enumerate(
        (watch.changed, watch.resumed, watch.unlocked, watch.pause_begun, watch.zone_changed), 1
    ):
        signal.emit()
        assert len(looked) == number
    watch.clock_stepped.emit(timedelta(hours=1))
    assert len(looked) == 6


def test_an_absence_is_credited(qtbot: QtBot) -> None:
    life, watch = Life(), PresenceWatch(FakeClock())
    life.engine.start()
    join_presence(watch, life.engine)
    life.until(10)
    watch.came_back.emit(AwaySpan(since=life.at(9, 40), until=life.at(9, 55)))
    breaks = [record for record in life.engine.situation.history.prompts if record.key.startswith("break@")]
    assert [(record.due_at, record.outcome_at) for record in breaks] == [(life.at(9, 40), life.at(9, 55))]


def test_pauses_are_waited_for_only_while_a_prompt_does(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    life, watch = Life(), PresenceWatch(FakeClock())
    wanted: list[bool] = []
    monkeypatch.setattr(watch, "wait_for_pause", lambda *, is_wanted: wanted.append(is_wanted))
    life.engine.start()
    join_presence(watch, life.engine)
    life.engine.replan()
    assert wanted[-1:] == [False]
    drink = next(prompt for prompt in life.engine.plan.prompts if prompt.kind is Kind.DRINK)
    life.clock.jump_to(drink.due_at)
    life.presence = Presence(last_input_at=drink.due_at)
    life.timetable.run_due()
    assert life.engine.announced
    assert wanted[-1:] == [True]
    life.presence = Presence(last_input_at=drink.due_at - timedelta(seconds=10))
    watch.pause_begun.emit()
    life.timetable.run_due()
    assert life.on_show
    assert wanted[-1:] == [False]
