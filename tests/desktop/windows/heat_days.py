"""Hot days to show: the states that the tests of the heat's windows and the screenshots share."""

from dataclasses import replace
from datetime import timedelta
from math import cos, pi

from desktop.states import HeatBlock, HeatDay, HeatPoint
from schedules.heat import band
from schedules.prompts import Band
from schedules.settings import BlockKind, Units, WeatherSource
from tests.desktop.windows.days import ZONE, at

HOUR = timedelta(hours=1)


def points(low_c: float, high_c: float) -> tuple[HeatPoint, ...]:
    """Every hour from 07:00 to 23:00, the hottest at 15:00."""
    found = []
    for n in range(16):
        degrees = round(low_c + (high_c - low_c) * (1 + cos(pi * (n - 8) / 9)) / 2, 1)
        found.append(HeatPoint(at=at(7) + n * HOUR, heat_index_c=degrees, band=band(degrees)))
    return tuple(found)


BLOCKS = (
    HeatBlock(start_at=at(9), end_at=at(15), kind=BlockKind.DESK),
    HeatBlock(start_at=at(16), end_at=at(17), kind=BlockKind.OUTDOORS, band=Band.DANGER),
    HeatBlock(start_at=at(18), end_at=at(19), kind=BlockKind.EXERCISE, band=Band.EXTREME_CAUTION),
)
HOT = HeatDay(
    start_at=at(7),
    end_at=at(23),
    now=at(13, 42),
    zone=ZONE,
    points=points(21, 41.3),
    blocks=BLOCKS,
    source=WeatherSource.OPEN_METEO,
    age=timedelta(minutes=20),
    band=Band.DANGER,
    now_c=40.6,
    new_to_heat=True,
)
WARM = replace(HOT, points=points(17, 25), band=Band.NONE, now_c=24.0, new_to_heat=False, source=WeatherSource.NWS)
OLD = replace(HOT, is_old=True, age=timedelta(hours=5, minutes=10), band=Band.NONE, now_c=None)
EXTREME = replace(HOT, points=points(28, 54), band=Band.EXTREME_DANGER, now_c=54.0, source=WeatherSource.MET_NORWAY)
US = replace(HOT, units=Units.US)
TYPED = replace(
    HOT,
    source=WeatherSource.TYPED,
    points=tuple(HeatPoint(at=at(13) + n * HOUR, heat_index_c=33.4, band=Band.EXTREME_CAUTION) for n in range(3)),
    band=Band.EXTREME_CAUTION,
    now_c=33.4,
    age=timedelta(minutes=42),
)
GAPS = replace(HOT, points=tuple(point for n, point in enumerate(HOT.points) if n not in {4, 5, 11}))
