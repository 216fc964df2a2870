import json

import pytest

from desktop.errors import UncrampError
from schedules.settings import Settings, You
from tests.desktop.commands.recording_desk import RecordingDesk


def heat(counter: RecordingDesk, options: str) -> dict[str, object]:
    reply = counter.ask(f"heat {options} --json")
    assert (reply.status, reply.err) == (0, "")
    found = json.loads(reply.out)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("options", "index_f", "band"),
    [
        # Source: NWS heat index chart.
        ("--temp 86F --humidity 50", 88, "caution"),
        ("--temp 90F --humidity 60", 100, "extreme-caution"),
        ("--temp 96F --humidity 60", 116, "danger"),
        ("--temp 100F --humidity 70", 143, "extreme-danger"),
    ],
)
def test_the_heat_index_is_that_of_the_published_chart(
    counter: RecordingDesk, options: str, index_f: float, band: str
) -> None:
    found = heat(counter, options)
    assert found["heat_index_f"] == pytest.approx(index_f, abs=1.3)
    assert found["band"] == band


def test_the_shape_is_that_of_the_contract(counter: RecordingDesk) -> None:
    assert set(heat(counter, "--temp 34C --humidity 60")) == {
        *("heat_index_c", "heat_index_f", "band", "advice_band", "break_min", "every_min", "drink_ml_per_h")
    }


def test_sun_and_effort_raise_the_advice_but_not_the_class(counter: RecordingDesk) -> None:
    shade = heat(counter, "--temp 32C --humidity 50")
    sun = heat(counter, "--temp 32C --humidity 50 --sun --effort hard")
    assert shade["band"] == sun["band"] == shade["advice_band"]
    assert sun["advice_band"] == "extreme-danger"


def test_the_text_names_shade_drinks_and_salt(counter: RecordingDesk) -> None:
    out = counter.ask("heat --temp 93F --humidity 60 --sun").out
    for word in ("shade", "Drink", "salt", "danger"):
        assert word in out


@pytest.mark.parametrize("problem", [None, UncrampError("settings.toml has 1 problem.")])
def test_who_has_or_may_have_limited_fluids_is_told_nothing_of_drinks(
    counter: RecordingDesk, problem: UncrampError | None
) -> None:
    counter.settings = Settings(you=You(doctor_limits_fluids=problem is None))
    counter.settings_problem = problem
    assert "rink" not in counter.ask("heat --temp 93F --humidity 60").out
    assert json.loads(counter.ask("heat --temp 93F --humidity 60 --json").out)["drink_ml_per_h"] == 0


def test_a_cool_day_asks_for_nothing(counter: RecordingDesk) -> None:
    found = heat(counter, "--temp 15C --humidity 60 --sun --effort hard")
    assert (found["advice_band"], found["break_min"], found["drink_ml_per_h"]) == ("none", 0, 0)
    assert "No breaks" in counter.ask("heat --temp 15C --humidity 60").out


@pytest.mark.parametrize(
    "options", ["--temp 34 --humidity 60", "--temp 34C --humidity 160", "--temp 99C --humidity 60"]
)
def test_what_is_no_weather_is_refused(counter: RecordingDesk, options: str) -> None:
    assert counter.ask(f"heat {options}").status == 2


def test_in_the_heat_other_scales_stand_beside_the_index(counter: RecordingDesk) -> None:
    out = counter.ask("heat --temp 96F --humidity 65").out
    assert "very high (OSHA)" in out
    assert "WBGT" in out
    assert "made for" not in out
    assert "made for" in counter.ask("heat --temp 50C --humidity 20").out
    damp = counter.ask("heat --temp 59C --humidity 100").out
    assert damp.startswith("It feels like 60+ °C, 140+ °F: extreme danger."), "a formula beyond its data is no figure"
    assert "WBGT" not in damp
    assert "OSHA" not in counter.ask("heat --temp 15C --humidity 60").out


@pytest.mark.parametrize("options", ["--temp nanC --humidity 50", "--temp 34C --humidity nan", "--temp 34C"])
def test_what_is_not_a_number_is_wrong_usage(counter: RecordingDesk, options: str) -> None:
    assert counter.ask(f"heat {options}").status == 2
