"""Who is used to the heat, judged by the week before."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from schedules.heat_spell import NewToHeat, new_to_heat
from schedules.settings import Block, BlockKind, DayShape, Settings, Weekday
from schedules.waking_day import waking_day
from schedules.weather import Forecast, WeatherHour

DAY = date(2026, 7, 15)
ZONE = ZoneInfo("Europe/Madrid")


def settings(*blocks: Block) -> Settings:
    return Settings(days=(DayShape(name="All", on=tuple(Weekday), wake=time(7), bed=time(23), blocks=blocks),))


WORKER = settings(Block(kind=BlockKind.OUTDOORS, start=time(9), end=time(17)))
CLERK = settings(Block(kind=BlockKind.DESK, start=time(9), end=time(17)))


def week(*hot: int, known_from: int = 7) -> Forecast:
    """The weather of the days before; the hot ones given by how many days ago they were."""
    start_at = datetime.combine(DAY, time(0), tzinfo=ZONE).astimezone(UTC)
    return Forecast(
        hours=tuple(
            WeatherHour(
                start_at=start_at + timedelta(hours=hour) - timedelta(days=ago),
                temperature_c=33.0 if ago in hot and 12 <= hour < 18 else 20.0,
                humidity_pct=50.0,
            )
            for ago in range(known_from, -1, -1)
            for hour in range(24)
        )
    )


@pytest.mark.parametrize(
    ("who", "weather", "why"),
    [
        (WORKER, week(), NewToHeat.FIRST_DAYS),
        (WORKER, week(1), NewToHeat.FIRST_DAYS),
        (WORKER, week(1, 2), NewToHeat.FIRST_DAYS),
        (WORKER, week(1, 2, 3), None),
        (WORKER, week(5, 6, 7), None),
        (CLERK, week(1, 2, 3, 4, 5, 6, 7), NewToHeat.AFTER_A_WEEK),
    ],
)
def test_three_hot_days_of_the_last_seven_and_one_in_the_heat(
    who: Settings, weather: Forecast, why: NewToHeat | None
) -> None:
    assert new_to_heat(who, weather, waking_day(who, DAY, ZONE)) is why


@pytest.mark.parametrize("known_from", [0, 1, 6])
def test_of_a_week_that_is_not_known_nothing_is_said(known_from: int) -> None:
    assert new_to_heat(WORKER, week(1, known_from=known_from), waking_day(WORKER, DAY, ZONE)) is None


def test_enough_hot_days_are_enough_however_much_is_unknown() -> None:
    assert new_to_heat(CLERK, week(1, 2, 3, known_from=3), waking_day(CLERK, DAY, ZONE)) is None
