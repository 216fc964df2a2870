"""Whatever a weather service or the search for a place answers: it is read, or it is trouble with the weather."""

import json
from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.adapters import geocoder, met_norway, nws, open_meteo
from desktop.adapters.weather_service import NOT_MODIFIED, Answer, Talk, refusal
from desktop.ports import KeptWeather
from desktop.weather_trouble import WeatherError
from schedules.settings import HeatSettings, WeatherSource
from tests.clock import START, FakeClock
from tests.desktop.weather_reply import reply
from tests.desktop.weather_server import grid, met

PLACE = HeatSettings(source=WeatherSource.NWS, latitude=41.88, longitude=-87.63)
PLACES = {"results": [{"name": "Chicago", "latitude": 41.88, "longitude": -87.63, "admin1": "Illinois"}]}
POINT = {"properties": {"forecastGridData": "https://api.weather.gov/gridpoints/LOT/1,1"}}
Parse = Callable[[bytes], object]
PARSERS: dict[str, tuple[Any, Parse]] = {
    "open-meteo": (reply([20.0, 21.0]), open_meteo.parse_reply),
    "met-norway": (met((20.0, 21.0)), lambda body: met_norway.parse(body, PLACE, START)),
    "nws": (grid(), lambda body: nws.parse(body, PLACE, START)),
    "places": (PLACES, geocoder.parse),
}
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.floats()
    | st.integers(-(10**20), 10**400)
    | st.text(max_size=6)
    | st.sampled_from(
        ["2026-07-15T06:00:00Z", "0001-01-01T00:00:00+14:00", "P1DT2H", "2026-07-15T06:00Z/P999D", "wmo"]
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["value", "time", "a"]), inner),
    max_leaves=5,
)
few = settings(max_examples=30)


def read_or_refused(parse: Parse, body: bytes) -> bool:
    try:
        parse(body)
    except (WeatherError, open_meteo.ReplyError):
        return True
    return True


def places_in(value: object, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place within a reply."""
    inside: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(found for key, each in inside for found in places_in(each, (*at, key)))]


def put(value: Any, at: tuple[Any, ...], other: object) -> Any:  # noqa: ANN401 a reply holds anything
    """The same reply with another value in one place."""
    if not at:
        return other
    changed = deepcopy(value)
    table = changed
    for key in at[:-1]:
        table = table[key]
    table[at[-1]] = other
    return changed


@pytest.mark.parametrize("service", PARSERS)
class TestReplies:
    @few
    @given(body=st.binary(max_size=60) | VALUES.map(lambda value: json.dumps(value).encode()) | st.just(b"[" * 99_999))
    def test_anything_in_the_place_of_a_reply(self, service: str, body: bytes) -> None:
        assert read_or_refused(PARSERS[service][1], body)

    @few
    @given(data=st.data(), other=VALUES)
    def test_anything_in_the_place_of_a_value(self, service: str, data: st.DataObject, other: object) -> None:
        whole, parse = PARSERS[service]
        at = data.draw(st.sampled_from(places_in(whole)))
        assert read_or_refused(parse, json.dumps(put(whole, at, other)).encode())

    def test_a_whole_reply_is_read(self, service: str) -> None:
        whole, parse = PARSERS[service]
        assert parse(json.dumps(whole).encode())


def answers() -> st.SearchStrategy[Answer]:
    texts = st.text(max_size=20) | st.sampled_from(["99999999999999999999", "Thu, 01 Jan 1970 00:00:00 GMT", "²"])
    bodies = st.sampled_from([POINT, grid(), met((20.0,)), reply([20.0])]) | VALUES
    return st.builds(
        Answer,
        status=st.sampled_from([200, 203, NOT_MODIFIED]),
        body=bodies.map(lambda value: json.dumps(value).encode()),
        headers=st.dictionaries(st.sampled_from(["expires", "last-modified", "retry-after"]), texts),
    )


def came_of(talk: Talk[KeptWeather], said: list[Answer]) -> bool:
    """Whether a talk ended, and in weather if not in trouble."""
    try:
        next(talk)
        for answer in said:
            talk.send(answer)
    except StopIteration as ended:
        return bool(ended.value.forecast.hours)
    except WeatherError:
        return True
    return False


@pytest.mark.parametrize("ask", [open_meteo.ask, met_norway.ask, nws.ask])
@few
@given(said=st.lists(answers(), min_size=3, max_size=3))
def test_a_whole_talk_ends_in_weather_or_in_trouble(ask: Callable[..., Talk[KeptWeather]], said: list[Answer]) -> None:
    assert came_of(ask(PLACE, None, FakeClock(START)), said)


@few
@given(answers(), st.sampled_from([400, 403, 429, 500]))
def test_a_refusal_waits_a_sensible_time(answer: Answer, status: int) -> None:
    told = Answer(status=status, body=answer.body, headers=answer.headers)
    wait = refusal(told, datetime(2026, 7, 15, 12, tzinfo=UTC)).wait
    assert wait is None or 0 <= wait.total_seconds() <= 90_000
