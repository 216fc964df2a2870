"""What is kept of the weather on disk, and what is typed."""

import json
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.adapters.open_meteo import parse_reply
from desktop.adapters.weather_file import WeatherFile
from desktop.adapters.weather_known import KnownWeather
from desktop.adapters.weather_typed import KEY, type_in, typed
from desktop.ports import KeptWeather
from schedules.settings import HeatSettings, WeatherSource
from schedules.weather import Forecast, Reading, WeatherHour
from tests.clock import START, FakeClock
from tests.desktop.fake_store import RecordingStore
from tests.desktop.weather_reply import reply

HOUR = timedelta(hours=1)
HERE = HeatSettings(source=WeatherSource.MET_NORWAY, latitude=41.88, longitude=-87.6)
FORECAST = replace(parse_reply(json.dumps(reply()).encode()), fetched_at=START)
KEPT = KeptWeather(
    source=WeatherSource.MET_NORWAY,
    latitude=41.88,
    longitude=-87.6,
    forecast=FORECAST,
    expires_at=START + HOUR,
    last_modified="Wed, 15 Jul 2026 11:50:00 GMT",
    grid="somewhere",
)


def test_what_was_kept_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "cache" / "weather.json"
    WeatherFile(file).keep(KEPT)
    assert WeatherFile(file).kept(HERE) == KEPT
    assert WeatherFile(file).forecast(HERE) == FORECAST


@pytest.mark.parametrize(
    "heat",
    [
        replace(HERE, latitude=41.9),
        replace(HERE, longitude=0.0),
        replace(HERE, source=WeatherSource.NWS),
        replace(HERE, server="http://localhost"),
    ],
)
def test_the_weather_of_another_place_or_service_is_not_used(tmp_path: Path, heat: HeatSettings) -> None:
    file = WeatherFile(tmp_path / "weather.json")
    file.keep(KEPT)
    assert file.kept(heat) is None
    assert file.forecast(heat) is None


def test_a_newer_file_is_read_without_being_told(tmp_path: Path) -> None:
    file, other = WeatherFile(tmp_path / "weather.json"), WeatherFile(tmp_path / "weather.json")
    assert file.forecast(HERE) is None
    other.keep(KEPT)
    assert file.forecast(HERE) == FORECAST
    (tmp_path / "weather.json").unlink()
    assert file.forecast(HERE) is None


def test_a_reply_as_it_came_is_read_and_as_old_as_its_file(tmp_path: Path) -> None:
    path = tmp_path / "weather.json"
    path.write_text(json.dumps(reply()), encoding="utf-8")
    os.utime(path, (START.timestamp(), START.timestamp()))
    found = WeatherFile(path).forecast(HERE)
    assert found is not None
    assert found.fetched_at == START


WHOLE = {"uncramp-weather": 1, "source": "nws", "latitude": 1, "longitude": 1, "fetched_at": 1, "hours": []}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b"{}",
        b"[" * 100_000,
        *(
            json.dumps(WHOLE | wrong).encode()
            for wrong in (
                {"uncramp-weather": 2},
                {"source": "moon"},
                {"latitude": None},
                {"hours": 7},
                {"fetched_at": None},
                {"fetched_at": 1e300},
                {"hours": [[1e300, 1, 1, 1, None]]},
            )
        ),
    ],
)
def test_a_file_that_cannot_be_understood_is_no_weather(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "weather.json"
    path.write_bytes(content)
    assert WeatherFile(path).forecast(HERE) is None
    assert WeatherFile(path).kept(HERE) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary() | st.recursive(st.none() | st.floats() | st.text(), st.lists, max_leaves=6))
def test_whatever_stands_in_the_file_nothing_breaks(tmp_path: Path, content: object) -> None:
    path = tmp_path / "weather.json"
    text = content if isinstance(content, bytes) else json.dumps(WHOLE | {"hours": content}).encode()
    path.write_bytes(text)
    WeatherFile(path).forecast(HERE)


READING = Reading(at=START, temperature_c=34.5, humidity_pct=60.0, sun=True)


def known(store: RecordingStore, clock: FakeClock, heat: HeatSettings, folder: Path) -> KnownWeather:
    return KnownWeather(WeatherFile(folder / "weather.json"), store, clock, lambda: heat)


def test_what_was_typed_holds_for_three_hours(clock: FakeClock, tmp_path: Path) -> None:
    store = RecordingStore()
    weather = known(store, clock, HeatSettings(source=WeatherSource.TYPED), tmp_path)
    assert (weather.forecast(), weather.age()) == (None, None)
    type_in(store, READING)
    assert typed(store) == READING
    found = weather.forecast()
    assert found is not None
    assert {(hour.temperature_c, hour.humidity_pct, hour.sun) for hour in found.hours} == {(34.5, 60.0, True)}
    clock.advance(3 * HOUR - timedelta(seconds=1))
    assert not found.is_old_at(clock.now())
    assert weather.age() == 3 * HOUR - timedelta(seconds=1)
    clock.advance(timedelta(seconds=1))
    assert found.is_old_at(clock.now())


@pytest.mark.parametrize(
    "heat",
    [
        HeatSettings(source=WeatherSource.OFF),
        HeatSettings(source=WeatherSource.TYPED, on=False),
        HeatSettings(source=WeatherSource.OPEN_METEO),
    ],
)
def test_what_was_typed_counts_only_where_typing_is_the_source(
    clock: FakeClock, tmp_path: Path, heat: HeatSettings
) -> None:
    store = RecordingStore()
    type_in(store, READING)
    assert known(store, clock, heat, tmp_path).forecast() is None


@pytest.mark.parametrize("text", ["", "{}", "[1]", "[null, 1, 1, true]", "[1, 400, 1, true]", "nonsense", "7"])
def test_a_reading_that_cannot_be_understood_is_none(text: str) -> None:
    store = RecordingStore()
    store.set_state(KEY, text)
    assert typed(store) is None


@pytest.mark.parametrize("wrong", [{"temperature_c": 200.0}, {"humidity_pct": 101.0}, {"humidity_pct": float("nan")}])
def test_what_no_weather_is_like_is_not_kept(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="Reading"):
        type_in(RecordingStore(), replace(READING, **wrong))  # type: ignore[arg-type]


def test_past_weather_stays_known_for_eight_days() -> None:
    def weather(start: int, hours: int) -> Forecast:
        moments = (START + n * HOUR for n in range(start, start + hours))
        return Forecast(
            hours=tuple(WeatherHour(start_at=at, temperature_c=float(start), humidity_pct=50) for at in moments)
        )

    joined = weather(0, 5).after(weather(-300, 302))
    assert [hour.start_at for hour in joined.hours] == [START + n * HOUR for n in range(-192, 5)]
    assert [hour.temperature_c for hour in joined.hours[-6:]] == [-300.0, *[0.0] * 5]
    assert weather(0, 5).after(None) == weather(0, 5)
