"""What a person read off their own thermometer, kept with the records. Nothing here uses the network."""

import json
from datetime import UTC, datetime

from desktop.adapters.weather_values import humidity, number, temperature
from desktop.ports import Store
from schedules.weather import Reading

KEY = "weather typed"


def type_in(store: Store, reading: Reading) -> None:
    """Keep a reading in the place of the one before.

    Raises:
        StoreError: It could not be kept.
        ValueError: There is no such temperature or humidity.
    """
    if temperature(reading.temperature_c) is None or humidity(reading.humidity_pct) is None:
        raise ValueError(reading)
    values = [reading.at.timestamp(), reading.temperature_c, reading.humidity_pct, reading.sun]
    store.set_state(KEY, json.dumps(values))


def typed(store: Store) -> Reading | None:
    """The reading that was typed last, however old; None without one.

    Raises:
        StoreError: It could not be read.
    """
    try:
        typed_at, degrees, share, sun = json.loads(store.get_state(KEY) or "null")
    except (ValueError, TypeError, RecursionError):
        return None
    moment, degrees_c, share_pct = number(typed_at), temperature(degrees), humidity(share)
    if moment is None or degrees_c is None or share_pct is None:
        return None
    try:
        at = datetime.fromtimestamp(moment, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return Reading(at=at, temperature_c=degrees_c, humidity_pct=share_pct, sun=sun is True)
