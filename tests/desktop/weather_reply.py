"""An Open-Meteo forecast as the service writes it, for the tests that read one."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

MIDNIGHT = datetime(2026, 7, 15, 5, 0, tzinfo=UTC)
"""In Chicago."""
HOT_DAY = tuple(25.0 + 11.0 * (9 <= hour <= 20) for hour in range(24))


def reply(
    temperatures: Sequence[float | None] = HOT_DAY, *, iso: bool = False, fahrenheit: bool = False, **other: object
) -> dict[str, Any]:
    """A reply with one hour for each temperature from midnight on; humidity is 50 everywhere.

    Args:
        temperatures: In degrees Celsius, whatever the unit in the reply.
        iso: Times as local time, not as seconds since 1970.
        fahrenheit: Temperatures in degrees Fahrenheit.
        other: Further hourly variables, or others in the place of those.
    """
    moments = [MIDNIGHT + timedelta(hours=hour) for hour in range(len(temperatures))]
    offset = timedelta(hours=-5)
    return {
        "latitude": 41.87,
        "longitude": -87.64,
        "utc_offset_seconds": int(offset.total_seconds()),
        "timezone": "America/Chicago",
        "hourly_units": {
            "time": "iso8601" if iso else "unixtime",
            "temperature_2m": "°F" if fahrenheit else "°C",
            "relative_humidity_2m": "%",
        },
        "hourly": {
            "time": [f"{at + offset:%Y-%m-%dT%H:%M}" if iso else int(at.timestamp()) for at in moments],
            "temperature_2m": [c * 9 / 5 + 32 if fahrenheit and c is not None else c for c in temperatures],
            "relative_humidity_2m": [50 for _at in moments],
            **other,
        },
    }


def written(folder: Path, content: object) -> Path:
    """A file with a reply."""
    file = folder / "forecast.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    return file
