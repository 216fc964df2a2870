"""Volumes, temperatures, clock times and spans as a person reads them."""

from datetime import datetime, timedelta
from math import floor
from zoneinfo import ZoneInfo

from desktop.wording.catalog import _, n_
from schedules.heat import fahrenheit
from schedules.settings import Units

ML_PER_FL_OZ = 29.5735
"""Source: NIST handbook 44, US fluid ounce."""
HIGHEST_C = 60.0
"""The greatest temperature that is said: the NWS chart ends at a heat index of 137 °F."""


def grouped(number: float) -> str:
    """A whole number with the language's own mark between thousands: ``1,250`` is one and a quarter elsewhere."""
    return f"{round(number):,}".replace(",", _("1,000")[1:-3])


def decimal(number: float) -> str:
    """A number with the language's own decimal mark, and no more places than it needs: ``0.5``, ``2``."""
    return f"{number:g}".replace(".", _("0.5")[1:-1])


def volume(ml: float, units: Units) -> str:
    """A volume with its unit: ``1,250 ml`` or ``42 fl oz``."""
    if units is Units.US:
        return _("{count} fl oz").format(count=grouped(ml / ML_PER_FL_OZ))
    return _("{count} ml").format(count=grouped(ml))


def volume_of(part_ml: float, whole_ml: float, units: Units) -> str:
    """A part of a volume: ``750 of 2,000 ml``."""
    if units is Units.US:
        part, whole = grouped(part_ml / ML_PER_FL_OZ), grouped(whole_ml / ML_PER_FL_OZ)
        return _("{part} of {whole} fl oz").format(part=part, whole=whole)
    return _("{part} of {whole} ml").format(part=grouped(part_ml), whole=grouped(whole_ml))


def temperature(celsius: float, units: Units) -> str:
    """A temperature with its unit."""
    if units is Units.US:
        return _("{count} °F").format(count=degrees(celsius, units))
    return _("{count} °C").format(count=degrees(celsius, units))


def degrees(celsius: float, units: Units) -> str:
    """A number of degrees, ``60+`` above what any heat index was made for: there its formula runs away."""
    highest = min(celsius, HIGHEST_C)
    number = round(fahrenheit(highest) if units is Units.US else highest)
    return f"{number}+" if celsius > HIGHEST_C else f"{number}"


def clock(at: datetime, zone: ZoneInfo) -> str:
    """The time of day on the person's clock: ``14:20``."""
    return f"{at.astimezone(zone):%H:%M}"


def span(length: timedelta) -> str:
    """A span in words: ``30 seconds``, ``45 minutes``, ``2 h``, ``2 h 5 min``."""
    seconds = floor(length.total_seconds())
    if seconds < 60:  # noqa: PLR2004 a minute
        return n_("{count} second", "{count} seconds", seconds).format(count=seconds)
    hours, minutes = divmod(seconds // 60, 60)
    if not hours:
        return n_("{count} minute", "{count} minutes", minutes).format(count=minutes)
    if not minutes:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=minutes)
