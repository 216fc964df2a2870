"""The heat of a day as it is shown: by the weather that is known, as old as it is, and without a flicker."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.heat_view import SteadyHeat, heat_day
from desktop.preferences import Preferences
from desktop.showing import Showing
from desktop.tray_state import TrayLook
from desktop.wording.heat_day import advice_line
from schedules.prompts import Band
from schedules.settings import BlockKind, HeatSettings, WeatherSource
from schedules.situation import Situation
from schedules.waking_day import current
from schedules.wall_clock import HOUR
from schedules.weather import Reading
from tests.desktop.living import Life
from tests.schedules.test_heat_follow import SETTINGS, ZONE, at, situation, weather

ONLINE = replace(SETTINGS, heat=HeatSettings(source=WeatherSource.NWS, latitude=41.9, longitude=-87.6))


def day_of(known: Situation) -> object:
    day = current(known.settings, known.now, known.zone)
    return heat_day(known, day, known.now, SteadyHeat().look(known, known.now))


def test_a_hot_day_has_its_curve_its_blocks_and_its_age() -> None:
    known = replace(situation(37, at(12, 30)), forecast=weather(37, at(12)))
    found = heat_day(known, current(SETTINGS, known.now, ZONE), known.now, Band.DANGER)
    assert found is not None
    assert len(found.points) == 16
    assert found.age == timedelta(minutes=30)
    assert not found.is_old
    (block,) = found.blocks
    assert (block.kind, block.band) == (BlockKind.OUTDOORS, Band.DANGER)
    assert found.now_c == pytest.approx(45.0, abs=2)


def test_old_weather_is_shown_as_old_and_has_no_now() -> None:
    known = replace(situation(37, at(16)), forecast=weather(37, at(12)))
    found = heat_day(known, current(SETTINGS, known.now, ZONE), known.now, SteadyHeat().look(known, known.now))
    assert found is not None
    assert (found.is_old, found.now_c, found.band) == (True, None, Band.NONE)


@pytest.mark.parametrize(
    "known",
    [
        replace(situation(37, at(12)), forecast=None),
        replace(situation(37, at(12)), settings=replace(SETTINGS, heat=HeatSettings(on=False))),
        replace(situation(37, at(12)), now=at(12) + 5 * 24 * HOUR),
    ],
)
def test_where_nothing_is_known_nothing_is_shown(known: Situation) -> None:
    assert day_of(known) is None


def test_the_class_on_show_does_not_flicker_at_an_edge() -> None:
    steady = SteadyHeat()
    shown = [steady.look(situation(degrees, at(12)), at(12)) for degrees in (30.6, 30.9, 30.6, 30.9, 30.6, 29.5)]
    bands = [Band.CAUTION, *[Band.EXTREME_CAUTION] * 4, Band.CAUTION]
    assert shown == bands


def test_somebody_who_says_that_they_are_in_the_sun_gets_the_advice_of_one_class_up() -> None:
    reading = Reading(at=at(12), temperature_c=34.5, humidity_pct=60)
    said = []
    for sun in (False, True):
        known = replace(situation(37, at(12, 30)), forecast=replace(reading, sun=sun).forecast())
        found = heat_day(known, current(SETTINGS, known.now, ZONE), known.now, Band.DANGER)
        assert found is not None
        assert found.band is Band.DANGER
        said.append(advice_line(found))
    assert said[0] == "The heat is dangerous: stop, or move to a cooler place."
    assert said[1].endswith("The heat is very dangerous: stop now, and go somewhere cool.")
    assert "extreme danger" in said[1]


def test_the_tray_tells_of_the_heat_by_its_shape_and_in_words() -> None:
    life = Life(ONLINE)
    life.clock.jump_to(at(11, 30))
    life.journal.forecast = lambda: weather(37, life.clock.now())
    life.engine.start()
    tray = Showing(life.engine, Preferences).tray()
    assert tray.look is TrayLook.HEAT
    assert "Now it feels like 46 °C: danger." in tray.tooltip


def test_where_the_weather_is_wanted_and_not_known_today_says_so() -> None:
    life = Life(ONLINE)
    life.engine.start()
    showing = Showing(life.engine, Preferences)
    assert showing.today(()).heat_unknown
    life.journal.forecast = lambda: weather(20, life.clock.now())
    life.engine.replan()
    assert not showing.today(()).heat_unknown
    life.settings = SETTINGS
    life.journal.forecast = lambda: None
    life.engine.replan()
    assert not showing.today(()).heat_unknown
