"""What a person does in the window of the weather, as it reaches the settings, the records and the network."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.adapters import weather_typed
from desktop.adapters.weather_file import WeatherFile
from desktop.errors import UncrampError
from desktop.heat_desk import HeatDesk
from desktop.heat_state import HeatView, TypedReading
from desktop.ports import FoundPlace
from desktop.preferences import Preferences
from desktop.settings.problems import SettingsWriteError
from desktop.showing import Showing
from desktop.weather import WeatherWatch
from desktop.weather_trouble import Trouble, WeatherError
from desktop.windows.heat import HeatWindow
from schedules.settings import HeatSettings, Settings, WeatherSource
from schedules.weather import Forecast
from tests.desktop.living import Life, ManualTimetable
from tests.desktop.relief_life import BUSY

BERLIN = FoundPlace(name="Berlin", region="State of Berlin", country="Germany", latitude=52.52, longitude=13.41)


@dataclass
class Asked:
    """The port to the network, answered by the test."""

    asked: list[tuple[str, str]] = field(default_factory=list)
    done: Callable[[tuple[FoundPlace, ...]], None] = print
    failed: Callable[[Any], None] = print

    def search(
        self, name: str, server: str, done: Callable[[tuple[FoundPlace, ...]], None], failed: Callable[[Any], None]
    ) -> None:
        self.asked.append((name, server))
        self.done, self.failed = done, failed


class World:
    """A desk and all around it."""

    def __init__(self, tmp_path: Path, source: WeatherSource = WeatherSource.OFF, server: str = "") -> None:
        self.life = Life(replace(Settings(), heat=HeatSettings(source=source, server=server)))
        self.life.engine.start()
        self.network, self.windows = Asked(), list[HeatWindow]()
        self.written: list[Mapping[str, object]] = []
        self.refuses: UncrampError | None = None
        self.watch = WeatherWatch(
            heat=lambda: self.life.settings.heat,
            keeper=WeatherFile(tmp_path / "weather.json"),
            clock=self.life.clock,
            timetable=ManualTimetable(self.life.clock),
            fetcher=lambda: pytest.fail("nobody fetches here"),
            chance=lambda: 0.5,
        )
        showing = Showing(self.life.engine, Preferences)
        self.desk = HeatDesk(self.life.engine, showing, self.watch, self.network, self._write, self._build)
        self.life.journal.forecast = self._forecast

    def _forecast(self) -> Forecast | None:
        if self.life.store.failure is not None:
            return None
        reading = weather_typed.typed(self.life.store)
        return None if reading is None else reading.forecast()

    def _write(self, changes: Mapping[str, object]) -> None:
        if self.refuses is not None:
            raise self.refuses
        self.written.append(changes)
        new: dict[str, Any] = {key.removeprefix("heat."): value for key, value in changes.items()}
        heat = replace(self.life.settings.heat, **new)
        self.life.settings = replace(self.life.settings, heat=heat)

    def _build(self) -> HeatWindow:
        self.windows.append(HeatWindow())
        return self.windows[-1]

    @property
    def window(self) -> HeatWindow:
        return self.windows[-1]

    @property
    def view(self) -> HeatView:
        assert self.window._view is not None
        return self.window._view


@pytest.fixture
def world(qtbot: QtBot, tmp_path: Path) -> World:
    made = World(tmp_path)
    made.desk.open()
    return made


def test_a_source_is_written_and_switches_the_heat_on(world: World) -> None:
    world.life.settings = replace(world.life.settings, heat=HeatSettings(on=False, server="http://a.example"))
    world.window.source_requested.emit(WeatherSource.TYPED)
    assert world.written == [{"heat.source": WeatherSource.TYPED, "heat.on": True}]
    assert world.view.heat.source is WeatherSource.TYPED
    world.window.source_requested.emit(WeatherSource.OFF)
    assert world.written[-1] == {"heat.source": WeatherSource.OFF}


def test_a_server_of_ones_own_outlives_a_time_without_weather_and_serves_no_other_source(world: World) -> None:
    heat = HeatSettings(source=WeatherSource.OPEN_METEO, server="http://weather.home")
    world.life.settings = replace(world.life.settings, heat=heat)
    for source in (WeatherSource.OFF, WeatherSource.OPEN_METEO):
        world.window.source_requested.emit(source)
        assert "heat.server" not in world.written[-1]
    world.window.source_requested.emit(WeatherSource.NWS)
    assert world.written[-1]["heat.server"] == ""


def test_a_reading_is_kept_planned_with_and_shown(world: World) -> None:
    world.window.source_requested.emit(WeatherSource.TYPED)
    world.window.reading_requested.emit(TypedReading(temperature_c=36.0, humidity_pct=60.0, sun=True))
    kept = weather_typed.typed(world.life.store)
    assert kept is not None
    assert (kept.temperature_c, kept.sun, kept.at) == (36.0, True, world.life.clock.now())
    assert world.life.engine.plan.heat
    assert world.view.day is not None


def test_a_reading_that_cannot_be_kept_is_not_said_to_be(world: World) -> None:
    world.window.source_requested.emit(WeatherSource.TYPED)
    world.life.store.failure = BUSY
    world.window.reading_requested.emit(TypedReading(temperature_c=36.0, humidity_pct=60.0, sun=True))
    assert world.view.kept == 0
    assert BUSY.title in world.view.trouble


def test_a_place_is_searched_and_kept(world: World) -> None:
    world.window.source_requested.emit(WeatherSource.NWS)
    world.window.search_requested.emit("Berlin")
    assert world.network.asked == [("Berlin", "")]
    assert world.view.search.under_way
    world.network.done((BERLIN,))
    assert world.view.search.found == (BERLIN,)
    world.window.place_requested.emit(BERLIN)
    assert world.written[-1] == {
        "heat.place": "Berlin, State of Berlin, Germany",
        "heat.latitude": 52.52,
        "heat.longitude": 13.41,
    }
    assert world.view.search.found is None


@pytest.mark.parametrize("source", [WeatherSource.OFF, WeatherSource.TYPED])
def test_without_an_online_source_nothing_is_ever_searched(world: World, source: WeatherSource) -> None:
    world.window.source_requested.emit(source)
    world.window.search_requested.emit("Berlin")
    assert world.network.asked == []


def test_a_server_of_ones_own_is_asked_for_places_and_nobody_else(qtbot: QtBot, tmp_path: Path) -> None:
    world = World(tmp_path, WeatherSource.OPEN_METEO, "http://weather.home")
    world.desk.open()
    assert world.view.search_server == "http://weather.home"
    world.window.search_requested.emit("Berlin")
    assert world.network.asked == [("Berlin", "http://weather.home")]


def test_an_answer_that_comes_after_the_next_question_is_dropped(world: World) -> None:
    world.window.source_requested.emit(WeatherSource.OPEN_METEO)
    world.window.search_requested.emit("Ber")
    late = world.network.done
    world.window.search_requested.emit("Berlin")
    late(())
    assert world.view.search.under_way
    world.network.failed(WeatherError(Trouble.OFFLINE, "The weather service was not found."))
    assert world.view.search.trouble == "The weather service was not found."


def test_an_answer_after_the_window_was_closed_is_dropped(world: World) -> None:
    world.window.source_requested.emit(WeatherSource.OPEN_METEO)
    world.window.search_requested.emit("Berlin")
    world.window.close()
    world.network.done((BERLIN,))
    world.desk.open()
    assert len(world.windows) == 2
    assert world.view.search.found is None


def test_why_no_weather_came_is_told_in_the_window_alone(world: World) -> None:
    world.life.settings = replace(
        world.life.settings, heat=HeatSettings(source=WeatherSource.NWS, latitude=41.9, longitude=-87.6)
    )
    world.watch.trouble = WeatherError(Trouble.OFFLINE, "The weather service was not found.")
    world.life.engine.replan()
    assert "was not found" in world.view.trouble
    assert world.life.on_show == []


def test_settings_that_cannot_be_written_are_told(world: World) -> None:
    world.refuses = SettingsWriteError("The file could not be written.", "The settings are as they were.")
    world.window.server_requested.emit("http://weather.home")
    assert "could not be written" in world.view.trouble
    world.refuses = None
    world.window.server_requested.emit("")
    assert world.view.trouble == ""


def test_a_contact_is_remembered(world: World) -> None:
    world.window.contact_requested.emit("me@mail.example")
    assert world.view.contact == "me@mail.example"
    world.window.contact_requested.emit("")
    assert world.view.contact == ""


def test_a_window_that_is_open_comes_to_the_front(world: World) -> None:
    world.desk.open()
    assert len(world.windows) == 1
