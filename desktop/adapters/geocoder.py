"""Open-Meteo's search for places by name: what to ask for, and what it finds. No Qt, no network.

Source: open-meteo.com/en/docs/geocoding-api and open-meteo/geocoding-api, 2026. The places are GeoNames'.
"""

from collections.abc import Mapping
from urllib.parse import quote

from desktop.adapters.weather_service import Get, Talk, broken, read_json
from desktop.adapters.weather_values import inside, number
from desktop.ports import FoundPlace
from desktop.wording.catalog import _

SERVER = "https://geocoding-api.open-meteo.com"
MOST = 10
SHORTEST = 2
"""The service finds nothing by fewer characters."""


def search(name: str, language: str = "en", server: str = "") -> Talk[tuple[FoundPlace, ...]]:
    """Search for a place.

    Args:
        name: A name or a postcode, as typed.
        language: Two letters.
        server: Another address of the same service.

    Returns:
        What was found, the most likely first; empty for a name that is too short, without asking.

    Raises:
        WeatherError: No answer came.
    """
    name = " ".join(name.split())[:100]
    if len(name) < SHORTEST:
        return ()
    base = (server or SERVER).rstrip("/")
    query = f"name={quote(name)}&count={MOST}&language={quote(language)}&format=json"
    answer = yield Get(url=f"{base}/v1/search?{query}")
    return parse(answer.body)


def parse(body: bytes) -> tuple[FoundPlace, ...]:
    """The places in a reply. One without any has no list of results at all.

    Raises:
        WeatherError: It is no reply of this service.
    """
    reply = read_json(body)
    if not isinstance(reply, Mapping):
        raise broken(_("The search sent something else than places."))
    results = reply.get("results")
    found = (_place(result) for result in results) if isinstance(results, list) else ()
    return tuple(place for place in found if place is not None)


def _place(result: object) -> FoundPlace | None:
    latitude, longitude = number(inside(result, "latitude")), number(inside(result, "longitude"))
    name = _text(inside(result, "name"))
    if latitude is None or longitude is None or not name or abs(latitude) > 90 or abs(longitude) > 180:  # noqa: PLR2004
        return None
    return FoundPlace(
        name=name,
        region=_text(inside(result, "admin1")),
        country=_text(inside(result, "country")),
        latitude=round(latitude, 2),
        longitude=round(longitude, 2),
        timezone=_text(inside(result, "timezone")),
    )


def _text(value: object) -> str:
    return " ".join(value.split())[:100] if isinstance(value, str) else ""
