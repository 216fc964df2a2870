"""The online sources against a real server that answers as they do, and in every way in which they may fail."""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.adapters import geocoder
from desktop.adapters.weather_http import HttpWeather
from desktop.ports import FoundPlace, KeptWeather
from desktop.weather_trouble import Trouble, WeatherError
from schedules.settings import HeatSettings, WeatherSource
from tests.clock import START, FakeClock
from tests.desktop import weather_server as server
from tests.desktop.weather_reply import HOT_DAY, MIDNIGHT, reply
from tests.desktop.weather_server import WeatherServer, fault, says, serving

ONLINE = (WeatherSource.OPEN_METEO, WeatherSource.MET_NORWAY, WeatherSource.NWS)
HOUR = timedelta(hours=1)


@pytest.fixture
def weather() -> Iterator[WeatherServer]:
    with serving() as served:
        yield served


@pytest.fixture
def http(qtbot: QtBot, clock: FakeClock) -> Iterator[HttpWeather]:
    found = HttpWeather(clock)
    yield found
    found.close()


def heat(weather: WeatherServer, source: WeatherSource = WeatherSource.OPEN_METEO) -> HeatSettings:
    return HeatSettings(source=source, place="Chicago", latitude=41.8781, longitude=-87.6, server=weather.url)


def fetched(http: HttpWeather, qtbot: QtBot, heat: HeatSettings, kept: KeptWeather | None = None) -> KeptWeather:
    with qtbot.waitSignal(http.fetched) as came:
        http.fetch(heat, kept)
    (found,) = came.args
    assert isinstance(found, KeptWeather)
    return found


def failed(http: HttpWeather, qtbot: QtBot, heat: HeatSettings) -> WeatherError:
    with qtbot.waitSignal(http.failed) as came:
        http.fetch(heat, None)
    (found,) = came.args
    assert isinstance(found, WeatherError)
    assert found.title
    return found


@pytest.mark.parametrize("source", ONLINE)
def test_every_source_gives_the_hours_of_the_place(
    http: HttpWeather, qtbot: QtBot, weather: WeatherServer, source: WeatherSource
) -> None:
    found = fetched(http, qtbot, heat(weather, source))
    hours = {hour.start_at: hour.temperature_c for hour in found.forecast.hours}
    told = {MIDNIGHT + n * HOUR: degrees for n, degrees in enumerate(HOT_DAY)}
    if source is WeatherSource.NWS:
        del told[MIDNIGHT + 21 * HOUR]  # the server has none
    assert hours == told
    assert found.forecast.fetched_at == START
    assert found.is_for(heat(weather, source))


@pytest.mark.parametrize("source", ONLINE)
def test_a_service_learns_who_asks_and_where_to_two_decimals(
    http: HttpWeather, qtbot: QtBot, weather: WeatherServer, source: WeatherSource
) -> None:
    fetched(http, qtbot, heat(weather, source))
    assert all(seen.headers["user-agent"].startswith("Uncramp/") for seen in weather.seen)
    assert all("cookie" not in seen.headers for seen in weather.seen)
    assert "41.88" in weather.paths[0]
    assert "41.878" not in " ".join(weather.paths)


def test_open_meteo_is_asked_for_seconds_and_not_for_local_times(
    http: HttpWeather, qtbot: QtBot, weather: WeatherServer
) -> None:
    fetched(http, qtbot, heat(weather))
    assert "timeformat=unixtime" in weather.paths[0]


@pytest.mark.parametrize("iso", [False, True])
def test_a_clock_change_within_the_reply_moves_no_hour(
    http: HttpWeather, qtbot: QtBot, weather: WeatherServer, iso: bool
) -> None:
    """Berlin's clocks go back on 25 October 2026; the service applies one offset to the whole reply."""
    start_at = datetime(2026, 10, 24, 22, tzinfo=UTC)
    content = reply([20.0 + n / 10 for n in range(30)], iso=False)
    moments = [start_at + n * HOUR for n in range(30)]
    content["utc_offset_seconds"], content["timezone"] = 7200, "Europe/Berlin"
    content["hourly"]["time"] = [f"{at + 2 * HOUR:%Y-%m-%dT%H:%M}" if iso else int(at.timestamp()) for at in moments]
    weather.forecast = content
    assert [hour.start_at for hour in fetched(http, qtbot, heat(weather)).forecast.hours] == moments


def test_met_norway_is_asked_for_changes_and_its_expiry_is_kept(
    http: HttpWeather, qtbot: QtBot, clock: FakeClock, weather: WeatherServer
) -> None:
    where = heat(weather, WeatherSource.MET_NORWAY)
    first = fetched(http, qtbot, where)
    assert first.last_modified == server.CHANGED
    assert first.expires_at == datetime(2026, 7, 15, 12, 31, tzinfo=UTC)
    clock.advance(HOUR)
    second = fetched(http, qtbot, where, first)
    assert weather.seen[1].headers["if-modified-since"] == server.CHANGED
    assert second.forecast.hours == first.forecast.hours
    assert second.forecast.fetched_at == START + HOUR
    assert second.last_modified == first.last_modified
    assert second.expires_at == datetime(2026, 7, 15, 13, 2, tzinfo=UTC)


def test_a_version_that_will_end_is_written_down(
    http: HttpWeather, qtbot: QtBot, weather: WeatherServer, caplog: pytest.LogCaptureFixture
) -> None:
    weather.script = [says(server.met(), 203)]
    fetched(http, qtbot, heat(weather, WeatherSource.MET_NORWAY))
    assert "will end" in caplog.text


def test_the_grid_of_a_place_is_asked_for_once(http: HttpWeather, qtbot: QtBot, weather: WeatherServer) -> None:
    where = heat(weather, WeatherSource.NWS)
    fetched(http, qtbot, where, fetched(http, qtbot, where))
    assert [path.split("/")[1] for path in weather.paths] == ["points", "gridpoints", "gridpoints"]


def test_a_grid_that_is_gone_is_looked_up_anew(http: HttpWeather, qtbot: QtBot, weather: WeatherServer) -> None:
    where = heat(weather, WeatherSource.NWS)
    kept = replace(fetched(http, qtbot, where), grid=f"{weather.url}/elsewhere/OLD/1,1")
    assert fetched(http, qtbot, where, kept).grid.endswith("/gridpoints/TSA/40,94")


def test_a_place_with_a_zero_at_its_end_needs_no_redirect(
    http: HttpWeather, qtbot: QtBot, weather: WeatherServer
) -> None:
    fetched(http, qtbot, replace(heat(weather, WeatherSource.NWS), latitude=36.1, longitude=-96.0))
    assert weather.paths[0] == "/points/36.1,-96"


def test_a_grid_on_another_server_is_not_asked(http: HttpWeather, qtbot: QtBot, weather: WeatherServer) -> None:
    weather.script = [says({"properties": {"forecastGridData": "http://127.0.0.2:9/gridpoints/TSA/40,94"}})]
    assert failed(http, qtbot, heat(weather, WeatherSource.NWS)).trouble is Trouble.BROKEN
    assert len(weather.seen) == 1


@pytest.mark.parametrize(
    ("status", "reason", "trouble", "wait"),
    [
        (400, "Latitude must be in range of -90 to 90°. Given: 300.0.", Trouble.REFUSED, None),
        (400, "No data is available for this location", Trouble.REFUSED, None),
        (429, "Minutely API request limit exceeded. Please try again in one minute.", Trouble.LIMIT, 2),
        (429, "Too many concurrent requests", Trouble.LIMIT, 2),
        (429, "Hourly API request limit exceeded. Please try again in the next hour.", Trouble.LIMIT, 60),
        (429, "Daily API request limit exceeded. Please try again tomorrow.", Trouble.LIMIT, 12 * 60 + 5),
        (429, "", Trouble.LIMIT, 60),
        (503, "The service is overloaded", Trouble.BROKEN, None),
        (500, "", Trouble.BROKEN, None),
    ],
)
def test_a_refusal_says_in_the_services_words_when_to_ask_again(  # noqa: PLR0913, PLR0917 a table of cases
    http: HttpWeather,
    qtbot: QtBot,
    weather: WeatherServer,
    status: int,
    reason: str,
    trouble: Trouble,
    wait: int | None,
) -> None:
    weather.script = [says(fault(reason), status)]
    error = failed(http, qtbot, heat(weather))
    assert error.trouble is trouble
    assert reason in error.title
    assert error.wait == (None if wait is None else timedelta(minutes=wait))


@pytest.mark.parametrize("source", ONLINE)
@pytest.mark.parametrize(
    ("status", "trouble"),
    [
        (400, Trouble.REFUSED),
        (403, Trouble.REFUSED),
        (404, Trouble.REFUSED),
        (429, Trouble.LIMIT),
        (500, Trouble.BROKEN),
        (503, Trouble.BROKEN),
    ],
)
def test_every_service_may_say_no(  # noqa: PLR0913, PLR0917 a table of cases
    http: HttpWeather, qtbot: QtBot, weather: WeatherServer, source: WeatherSource, status: int, trouble: Trouble
) -> None:
    weather.script = [says(b"No", status, "text/plain")]
    assert failed(http, qtbot, heat(weather, source)).trouble is trouble


@pytest.mark.parametrize("source", ONLINE)
def test_who_can_be_written_to_stands_in_every_request(
    http: HttpWeather, qtbot: QtBot, weather: WeatherServer, source: WeatherSource
) -> None:
    http._contact = lambda: "me@mail.example\r\nX-Evil: (1)"
    fetched(http, qtbot, heat(weather, source))
    agents = {seen.headers["user-agent"] for seen in weather.seen}
    assert len(agents) == 1
    assert agents.pop().endswith("(me@mail.exampleX-Evil: 1)")
    assert all("x-evil" not in seen.headers for seen in weather.seen)


@pytest.mark.parametrize(
    ("told", "wait"),
    [
        ("120", timedelta(minutes=2)),
        ("9999999999", timedelta(days=1)),
        ("Wed, 15 Jul 2026 12:10:00 GMT", timedelta(minutes=10)),
        ("Wed, 15 Jul 2020 12:10:00 GMT", timedelta(minutes=1)),
        ("soon", timedelta(hours=1)),
    ],
)
def test_a_header_that_says_when_is_heeded(
    http: HttpWeather, qtbot: QtBot, weather: WeatherServer, told: str, wait: timedelta
) -> None:
    weather.script = [says(fault(""), 429, Retry_After=told)]
    assert failed(http, qtbot, heat(weather)).wait == wait


ALL_NULL = reply([None] * 24)
NO_HUMIDITY = reply()
del NO_HUMIDITY["hourly"]["relative_humidity_2m"]


@pytest.mark.parametrize("source", ONLINE)
@pytest.mark.parametrize(
    "behaviour",
    [
        says(b'{"hourly": {}}Unexpected error while streaming data: timeout'),
        says(b""),
        says(b"\xff\xfe", kind="application/json"),
        says(b"[" * 100_000),
        says({}),
        says([]),
        says(None),
        says(ALL_NULL),
        says(NO_HUMIDITY),
        says({"properties": {"timeseries": [None, {}, {"time": "now"}], "temperature": {"values": [None, {}]}}}),
        says({"properties": {"forecastGridData": 7}}),
        says(b"<html>Sign in to the hotel</html>", kind="text/html"),
        says(b"", 204, "text/plain"),
        says(fault("Invalid timezone")),
    ],
)
def test_what_is_no_forecast_is_trouble_and_nothing_else(
    http: HttpWeather, qtbot: QtBot, weather: WeatherServer, behaviour: server.Behaviour, source: WeatherSource
) -> None:
    weather.script = [behaviour]
    assert failed(http, qtbot, heat(weather, source)).trouble is Trouble.BROKEN


def test_hours_without_a_value_are_left_out(http: HttpWeather, qtbot: QtBot, weather: WeatherServer) -> None:
    weather.script = [says(server.met((20.0, None, 22.0)))]
    hours = fetched(http, qtbot, heat(weather, WeatherSource.MET_NORWAY)).forecast.hours
    assert [hour.temperature_c for hour in hours] == [20.0, 22.0]


@pytest.mark.parametrize("behaviour", [server.silent, server.endless])
def test_an_answer_that_does_not_come_or_does_not_end_is_not_waited_for(
    qtbot: QtBot, clock: FakeClock, weather: WeatherServer, behaviour: server.Behaviour
) -> None:
    weather.script = [behaviour]
    assert failed(HttpWeather(clock, patience_ms=300), qtbot, heat(weather)).trouble is Trouble.OFFLINE


def test_an_answer_that_is_far_too_large_is_broken_off(http: HttpWeather, qtbot: QtBot, weather: WeatherServer) -> None:
    weather.script = [server.huge]
    assert "too much" in failed(http, qtbot, heat(weather)).title


def test_an_answer_that_is_cut_off_is_no_answer(http: HttpWeather, qtbot: QtBot, weather: WeatherServer) -> None:
    weather.script = [server.cut_off]
    assert failed(http, qtbot, heat(weather)).trouble in {Trouble.OFFLINE, Trouble.BROKEN}


def test_a_redirect_to_another_server_is_not_followed(http: HttpWeather, qtbot: QtBot, weather: WeatherServer) -> None:
    with serving() as other:
        weather.script = [says({}, 302, Location=f"{other.url}/v1/forecast")]
        assert failed(http, qtbot, heat(weather)).trouble is Trouble.BROKEN
        assert other.seen == []


def test_a_redirect_within_a_server_is_followed_but_not_for_ever(
    http: HttpWeather, qtbot: QtBot, weather: WeatherServer
) -> None:
    elsewhere = says({}, 301, Location="/v1/forecast?latitude=1&longitude=1")
    weather.script = [elsewhere]
    assert fetched(http, qtbot, heat(weather)).forecast.hours
    weather.script = [elsewhere] * 10
    assert failed(http, qtbot, heat(weather)).trouble is Trouble.BROKEN


def test_a_server_that_cannot_prove_who_it_is_gets_no_request(http: HttpWeather, qtbot: QtBot, tmp_path: Path) -> None:
    with serving(_certificate(tmp_path)) as other:
        assert failed(http, qtbot, heat(other)).trouble is Trouble.OFFLINE
        assert other.seen == []


def _certificate(folder: Path) -> Path:
    """A certificate that its owner signed."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs openssl to make a certificate")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        [
            *(openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1", "-days", "2"),
            *("-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)),
        ],
        check=True,
        capture_output=True,
    )
    both = folder / "both.pem"
    both.write_text(key.read_text() + certificate.read_text())
    return both


def test_a_name_that_is_not_found_is_being_offline(http: HttpWeather, qtbot: QtBot) -> None:
    nowhere = HeatSettings(source=WeatherSource.OPEN_METEO, latitude=1, server="http://nowhere.invalid")
    assert failed(http, qtbot, nowhere).trouble is Trouble.OFFLINE


def test_a_server_that_is_gone_is_being_offline(http: HttpWeather, qtbot: QtBot) -> None:
    with serving() as gone:
        where = heat(gone)
    assert failed(http, qtbot, where).trouble is Trouble.OFFLINE


def test_what_is_under_way_at_the_end_comes_to_nothing(http: HttpWeather, qtbot: QtBot, weather: WeatherServer) -> None:
    weather.script = [server.silent]
    with qtbot.assertNotEmitted(http.failed), qtbot.assertNotEmitted(http.fetched):
        http.fetch(heat(weather), None)
        qtbot.waitUntil(lambda: bool(weather.seen))
        http.close()


def searched(http: HttpWeather, qtbot: QtBot, weather: WeatherServer, name: str) -> tuple[FoundPlace, ...]:
    found: list[tuple[FoundPlace, ...]] = []
    http.run(geocoder.search(name, "de", weather.url), found.append, lambda error: pytest.fail(str(error)))
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_a_place_is_found_by_its_name(http: HttpWeather, qtbot: QtBot, weather: WeatherServer) -> None:
    first, second = searched(http, qtbot, weather, "  Berlin & ")
    assert (first.name, first.country, first.timezone) == ("Berlin", "Germany", "Europe/Berlin")
    assert (first.latitude, first.longitude) == (52.52, 13.41)
    assert (second.region, second.timezone) == ("", "")
    assert weather.paths[0].startswith("/v1/search?name=Berlin%20%26&count=10&language=de")


def test_no_place_is_an_empty_list(http: HttpWeather, qtbot: QtBot, weather: WeatherServer) -> None:
    assert searched(http, qtbot, weather, "Nowhere at all") == ()


def test_one_letter_is_not_asked_for(http: HttpWeather, qtbot: QtBot, weather: WeatherServer) -> None:
    assert searched(http, qtbot, weather, "B") == ()
    assert weather.seen == []
