import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.adapters.open_meteo import ReplyError, parse_reply, read_reply
from schedules.weather import Forecast
from tests.desktop.weather_reply import HOT_DAY, MIDNIGHT, reply, written

HOUR = timedelta(hours=1)


def parsed(content: object) -> Forecast:
    return parse_reply(json.dumps(content).encode())


@pytest.mark.parametrize("iso", [False, True])
@pytest.mark.parametrize("fahrenheit", [False, True])
def test_every_form_of_a_reply_gives_the_same_forecast(*, iso: bool, fahrenheit: bool) -> None:
    hours = parsed(reply(iso=iso, fahrenheit=fahrenheit)).hours
    assert [hour.start_at for hour in hours] == [MIDNIGHT + n * HOUR for n in range(24)]
    assert [hour.temperature_c for hour in hours] == pytest.approx(HOT_DAY)
    assert {hour.humidity_pct for hour in hours} == {50.0}


def test_of_several_places_the_first_counts() -> None:
    assert parsed([reply([20.0]), reply([30.0])]).hours[0].temperature_c == 20.0


def test_hours_with_a_missing_value_are_left_out() -> None:
    content = reply([20.0, None, 22.0, 23.0], relative_humidity_2m=[50, 50, None, 53])
    assert [hour.temperature_c for hour in parsed(content).hours] == [20.0, 23.0]


def test_a_variable_that_is_missing_throughout_leaves_no_hour() -> None:
    assert parsed(reply([None, None])).hours == ()


def test_radiation_is_given_for_the_hour_before() -> None:
    hours = parsed(reply([20.0, 21.0, 22.0], shortwave_radiation=[0.0, 500.0, None])).hours
    assert [hour.solar_w_m2 for hour in hours] == [500.0, None, None]


def test_values_that_no_weather_has_are_missing_ones() -> None:
    content = reply([20.0, 400.0, 22.0, 23.0, 24.0], relative_humidity_2m=[50, 50, 140, True, 10**400])
    assert [hour.temperature_c for hour in parsed(content).hours] == [20.0]


def test_hours_come_in_the_order_of_time_and_once() -> None:
    content = reply([20.0, 21.0, 22.0])
    content["hourly"]["time"] = [content["hourly"]["time"][n] for n in (2, 0, 0)]
    hours = parsed(content).hours
    assert [(hour.start_at, hour.temperature_c) for hour in hours] == [(MIDNIGHT, 22.0), (MIDNIGHT + 2 * HOUR, 20.0)]


def without(key: str, *path: str) -> dict[str, Any]:
    content = reply()
    table = content
    for step in path:
        table = table[step]
    del table[key]
    return content


@pytest.mark.parametrize(
    "content",
    [
        {"error": True, "reason": "Daily API request limit exceeded. Please try again tomorrow."},
        {},
        [],
        None,
        "forecast",
        without("hourly"),
        without("time", "hourly"),
        without("temperature_2m", "hourly"),
        without("relative_humidity_2m", "hourly"),
        reply([20.0, 21.0], relative_humidity_2m=[50]),
        reply([20.0], time=["yesterday"]),
        reply([20.0], time=[10**30]),
        reply([20.0], time=["0001-01-01T00:00+14:00"]),
    ],
)
def test_what_is_no_forecast_is_refused(content: object) -> None:
    with pytest.raises(ReplyError) as caught:
        parsed(content)
    assert caught.value.exit_status == 2


def test_the_services_own_words_are_passed_on() -> None:
    with pytest.raises(ReplyError, match="Invalid timezone"):
        parsed({"error": True, "reason": "Invalid timezone"})


@pytest.mark.parametrize(
    "text", [b"", b"\x00\xff", b"[" * 100_000, b'{"hourly": {}}Unexpected error while streaming data: timed out']
)
def test_a_body_that_is_not_json_is_refused(text: bytes) -> None:
    with pytest.raises(ReplyError):
        parse_reply(text)


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists, max_leaves=5))
def test_whatever_stands_in_a_column_is_read_or_refused(value: object) -> None:
    for column in ("time", "temperature_2m", "relative_humidity_2m"):
        content = reply([20.0])
        content["hourly"][column] = value
        try:
            forecast = parsed(content)
        except ReplyError:
            continue
        assert len(forecast.hours) <= 1


def test_a_file_is_read(tmp_path: Path) -> None:
    assert len(read_reply(written(tmp_path, reply())).hours) == 24


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    for file in (tmp_path, tmp_path / "none.json"):
        with pytest.raises(ReplyError, match=file.name):
            read_reply(file)


def test_a_file_that_holds_no_forecast_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReplyError, match=r"forecast\.json"):
        read_reply(written(tmp_path, {}))
