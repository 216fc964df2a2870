"""Whether the sun is up, for weather that comes without radiation."""

from datetime import UTC, datetime, timedelta
from math import cos, pi, radians, sin

TILT_DEG = 23.44
DAYS_FROM_SOLSTICE = 10
"""From the southern solstice to the end of December."""


def is_sun_up(latitude: float, longitude: float, at: datetime) -> bool:
    """Whether the sun stands above the horizon, to within half an hour.

    Args:
        latitude: Degrees north.
        longitude: Degrees east.
        at: Aware.

    Source:
        The usual approximation of the sun's declination and hour angle, without the equation of time.
    """
    at = at.astimezone(UTC)
    day = at.timetuple().tm_yday
    declination = -radians(TILT_DEG) * cos(2 * pi * (day + DAYS_FROM_SOLSTICE) / 365)
    midnight = at.replace(hour=0, minute=0, second=0, microsecond=0)
    hour_angle = radians(360 * ((at - midnight) / timedelta(days=1)) + longitude - 180)
    place = radians(latitude)
    return sin(place) * sin(declination) + cos(place) * cos(declination) * cos(hour_angle) > 0
