"""A weather server on this machine: a real HTTP server that answers as each service does, and fails as each may."""

import gc
import json
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.desktop.weather_reply import HOT_DAY, MIDNIGHT, reply

CHANGED = "Wed, 15 Jul 2026 11:50:00 GMT"
EXPIRES = "Wed, 15 Jul 2026 12:31:00 GMT"
PLACES = [
    {
        "id": 2950159,
        "name": "Berlin",
        "latitude": 52.52437,
        "longitude": 13.41053,
        "timezone": "Europe/Berlin",
        "country": "Germany",
        "admin1": "State of Berlin",
    },
    {"id": 5083330, "name": "Berlin", "latitude": 44.46867, "longitude": -71.18508, "country": "United States"},
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A request that came."""

    path: str
    headers: dict[str, str]


Behaviour = Callable[["Handler"], None]


@dataclass(slots=True, kw_only=True)
class WeatherServer:
    """What a test sees of the server."""

    url: str = ""
    seen: list[Seen] = field(default_factory=list)
    script: list[Behaviour] = field(default_factory=list)
    """What the next requests meet, one each; after them all is well."""
    forecast: object = field(default_factory=reply)
    """What Open-Meteo's shape says."""
    closing: Event = field(default_factory=Event)

    @property
    def paths(self) -> list[str]:
        return [seen.path for seen in self.seen]


class Handler(BaseHTTPRequestHandler):
    """Answers one request after the other, as the service whose path it is."""

    timeout = 5  # nobody waits for a connection that a client merely keeps open
    weather: WeatherServer

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.weather.seen.append(Seen(path=self.path, headers=headers))
        behave = self.weather.script.pop(0) if self.weather.script else _as_service
        with suppress(ConnectionError, ssl.SSLError):
            behave(self)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the library's own name
        """Say nothing."""

    def send(self, content: object, status: int = 200, kind: str = "application/json", **headers: str) -> None:
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)


def _as_service(handler: Handler) -> None:
    parts = urlsplit(handler.path)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    agent = handler.headers.get("User-Agent", "")
    if parts.path == "/v1/forecast":
        _open_meteo(handler, query)
    elif parts.path == "/v1/search":
        found = PLACES if query["name"].lower().startswith("ber") else None
        handler.send({**({"results": found} if found else {}), "generationtime_ms": 0.5})
    elif not agent.startswith("Uncramp/"):
        handler.send(b"Forbidden", 403, "text/plain")
    elif parts.path.startswith("/weatherapi/locationforecast/2.0/compact"):
        _met_norway(handler, query)
    elif parts.path.startswith("/points/"):
        _points(handler, parts.path.removeprefix("/points/"))
    elif parts.path.startswith("/gridpoints/"):
        handler.send(grid(), kind="application/geo+json", Last_Modified=CHANGED, Expires=EXPIRES)
    else:
        handler.send({"detail": "Not Found"}, 404, "application/problem+json")


def _open_meteo(handler: Handler, query: dict[str, str]) -> None:
    if abs(float(query["latitude"])) > 90:
        handler.send(fault("Latitude must be in range of -90 to 90°."), 400)
    else:
        handler.send(handler.weather.forecast)


def _met_norway(handler: Handler, query: dict[str, str]) -> None:
    if any(len(query[name].partition(".")[2]) > 4 for name in ("lat", "lon")):
        handler.send(b"", 403, "text/plain")
    elif handler.headers.get("If-Modified-Since") == CHANGED:
        handler.send_response(304)
        handler.send_header("Expires", "Wed, 15 Jul 2026 13:02:00 GMT")
        handler.end_headers()
    else:
        handler.send(met(), Last_Modified=CHANGED, Expires=EXPIRES)


def _points(handler: Handler, place: str) -> None:
    if any(part.endswith("0") and "." in part for part in place.split(",")):
        short = ",".join(f"{float(part):g}" for part in place.split(","))
        handler.send({}, 301, Location=f"/points/{short}")
    else:
        grid_url = f"{handler.weather.url}/gridpoints/TSA/40,94"
        handler.send({"properties": {"gridId": "TSA", "forecastGridData": grid_url}}, kind="application/geo+json")


def fault(reason: str) -> dict[str, object]:
    """Open-Meteo's form of an error."""
    return {"error": True, "reason": reason}


def met(temperatures: tuple[float | None, ...] = HOT_DAY) -> dict[str, Any]:
    """A reply of MET Norway: hours from midnight in Chicago on."""
    return {
        "type": "Feature",
        "properties": {
            "meta": {"units": {"air_temperature": "celsius", "relative_humidity": "%"}},
            "timeseries": [
                {
                    "time": _iso(hour),
                    "data": {"instant": {"details": {"air_temperature": degrees, "relative_humidity": 50.0}}},
                }
                for hour, degrees in enumerate(temperatures)
            ],
        },
    }


def grid() -> dict[str, Any]:
    """A grid of the National Weather Service: hours of equal value are joined."""
    return {
        "properties": {
            "updateTime": "2026-07-15T11:50:00+00:00",
            "temperature": {
                "uom": "wmoUnit:degC",
                "values": [
                    {"validTime": f"{_offset(0)}/PT9H", "value": 25},
                    {"validTime": f"{_offset(9)}/PT12H", "value": 36},
                    {"validTime": f"{_offset(21)}/PT1H", "value": None},
                    {"validTime": f"{_offset(22)}/PT2H", "value": 25},
                ],
            },
            "relativeHumidity": {"uom": "wmoUnit:percent", "values": [{"validTime": f"{_offset(0)}/P1D", "value": 50}]},
        }
    }


def _iso(hour: int) -> str:
    return f"{MIDNIGHT + timedelta(hours=hour):%Y-%m-%dT%H:%M:%SZ}"


def _offset(hour: int) -> str:
    return _iso(hour).replace("Z", "+00:00")


# Ways to fail


def says(content: object, status: int = 200, kind: str = "application/json", **headers: str) -> Behaviour:
    """One certain answer."""
    return lambda handler: handler.send(content, status, kind, **headers)


def silent(handler: Handler) -> None:
    """Takes the request and never answers."""
    handler.weather.closing.wait()
    handler.close_connection = True


def endless(handler: Handler) -> None:
    """Answers a byte at a time, for ever."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.end_headers()
    while not handler.weather.closing.wait(0.02):
        handler.wfile.write(b" ")
    handler.close_connection = True


def huge(handler: Handler) -> None:
    """Answers with more than anybody wants to hold, without saying how much it is."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.end_headers()
    while not handler.weather.closing.is_set():
        handler.wfile.write(b" " * 1_000_000)
    handler.close_connection = True


def cut_off(handler: Handler) -> None:
    """Promises more than it sends."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"hourly":')
    handler.close_connection = True


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[WeatherServer]:
    """A server for as long as the test needs it.

    Args:
        certificate: A file with a key and a certificate, for a server that speaks TLS.
    """
    weather = WeatherServer()
    handler = type("Bound", (Handler,), {"weather": weather})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = False  # every thread has ended when the garbage is collected again
    server.handle_error = lambda *_arguments: None  # type: ignore[method-assign] # clients leave as they like
    scheme = "http"
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        scheme = "https"
    weather.url = f"{scheme}://127.0.0.1:{server.server_port}"
    # Garbage is collected in whichever thread asks for memory, and objects of Qt's must not end in one of these.
    gc.collect()
    collects = gc.isenabled()
    gc.disable()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield weather
    finally:
        weather.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()
        if collects:
            gc.enable()
