"""Wall-clock times become moments: a missing hour moves forward, a repeated one counts once.

Moments are kept in UTC throughout, because Python compares and adds two moments of one zone by their wall clock and so
goes wrong across a clock change.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


def moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The moment of a wall-clock time.

    Args:
        day: The calendar date.
        at: The wall-clock time, without a zone.
        zone: Where the clock hangs.

    Returns:
        The moment in UTC. A time that the clock leaves out is read as if the change had not come, which puts it as much
        later on the clock as the clock jumps; of a time that comes twice it is the first. Source: PEP 495, fold=0.
    """
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)


def up_to_minute(at: datetime) -> datetime:
    """The moment itself if it is a whole minute, else the next whole minute."""
    whole = at.replace(second=0, microsecond=0)
    return whole if whole == at else whole + MINUTE
