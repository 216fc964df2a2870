"""A calendar is fetched from a real server, and a server that misbehaves is let go."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.adapters import calendar_http
from desktop.adapters.calendar_http import HttpCalendar
from desktop.calendar_source import Refusal
from desktop.calendar_watch import Fetched
from tests.desktop import calendars
from tests.desktop.weather_server import Behaviour, WeatherServer, cut_off, endless, huge, says, serving, silent

CHANGED = "Wed, 15 Jul 2026 11:50:00 GMT"
CALENDAR = says(calendars.GOOGLE.encode(), kind="text/calendar", ETag='"one"', Last_Modified=CHANGED)


@pytest.fixture(scope="module")
def whole_server() -> Iterator[WeatherServer]:
    with serving() as server:
        yield server


@pytest.fixture
def server(whole_server: WeatherServer) -> WeatherServer:
    whole_server.seen.clear()
    whole_server.script.clear()
    return whole_server


def outcome(qtbot: QtBot, url: str, etag: str = "", changed: str = "", patience_ms: int = 5000) -> Fetched | Refusal:
    counted: list[None] = []
    network = HttpCalendar(lambda: counted.append(None), patience_ms=patience_ms)
    found: list[Fetched | Refusal] = []
    network.fetched.connect(found.append)
    network.refused.connect(found.append)
    network.fetch(url, etag, changed)
    qtbot.waitUntil(lambda: bool(found), timeout=10_000)
    network.close()
    assert len(counted) == 1
    return found[0]


def test_a_calendar_comes_with_what_the_next_request_needs(qtbot: QtBot, server: WeatherServer) -> None:
    server.script.append(CALENDAR)
    found = outcome(qtbot, f"{server.url}/key.ics")
    assert found == Fetched(content=calendars.GOOGLE.encode(), etag='"one"', last_modified=CHANGED)
    assert "if-none-match" not in server.seen[0].headers
    assert "cookie" not in server.seen[0].headers
    server.script.append(says(b"", 304, ETag='"one"'))
    found = outcome(qtbot, f"{server.url}/key.ics", '"one"', CHANGED)
    assert isinstance(found, Fetched)
    assert found.content is None
    assert server.seen[1].headers["if-none-match"] == '"one"'
    assert server.seen[1].headers["if-modified-since"] == CHANGED


def test_a_redirect_is_followed_but_not_for_ever(qtbot: QtBot, server: WeatherServer) -> None:
    server.script += [says(b"", 301, Location="/there.ics"), CALENDAR]
    assert isinstance(outcome(qtbot, f"{server.url}/here.ics"), Fetched)
    assert server.paths == ["/here.ics", "/there.ics"]
    server.script += [says(b"", 302, Location="/round.ics")] * 9
    assert outcome(qtbot, f"{server.url}/round.ics") is Refusal.OFFLINE
    assert len(server.paths) <= 2 + 1 + calendar_http.MOST_REDIRECTS


@pytest.mark.parametrize(
    ("behaviour", "why"),
    [
        (says(b"gone", 404), Refusal.GONE),
        (says(b"no", 401), Refusal.GONE),
        (says(b"later", 429), Refusal.OFFLINE),
        (says(b"oh", 503), Refusal.OFFLINE),
        (cut_off, Refusal.OFFLINE),
    ],
)
def test_what_is_no_calendar_is_refused(
    qtbot: QtBot, server: WeatherServer, behaviour: Behaviour, why: Refusal
) -> None:
    server.script.append(behaviour)
    assert outcome(qtbot, server.url) is why


def test_what_is_slow_or_large_is_let_go(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendar_http, "LARGEST_ANSWER", 3_000_000)
    with serving() as server:
        server.script += [silent, endless, huge]
        assert outcome(qtbot, server.url, patience_ms=100) is Refusal.OFFLINE
        assert outcome(qtbot, server.url, patience_ms=100) is Refusal.OFFLINE
        assert outcome(qtbot, server.url) is Refusal.TOO_LARGE


def test_nobody_there_is_offline(qtbot: QtBot) -> None:
    with serving() as server:
        url = server.url
    assert outcome(qtbot, url) is Refusal.OFFLINE


def test_broken_off_it_says_nothing_more(qtbot: QtBot, server: WeatherServer) -> None:
    server.script.append(CALENDAR)
    network = HttpCalendar(lambda: None)
    with qtbot.assertNotEmitted(network.fetched), qtbot.assertNotEmitted(network.refused):
        network.fetch(f"{server.url}/key.ics", "", "")
        network.close()
    server.script.clear()
