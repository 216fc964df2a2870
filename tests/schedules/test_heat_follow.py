"""What is on show of the heat says how it is now: it is replaced when its class changes."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from schedules.heat_follow import followed, next_change
from schedules.plan import plan
from schedules.prompts import Band, Kind, Prompt
from schedules.settings import Block, BlockKind, DayShape, Settings, Weekday, You
from schedules.situation import Situation
from schedules.wall_clock import HOUR
from schedules.weather import Forecast, WeatherHour

ZONE = ZoneInfo("America/Chicago")
DAY = date(2026, 7, 15)
OUTDOORS = Block(kind=BlockKind.OUTDOORS, start=time(10), end=time(17))
SETTINGS = Settings(days=(DayShape(name="Work", on=tuple(Weekday), wake=time(6), bed=time(22), blocks=(OUTDOORS,)),))


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 7, 15, hour, minute, tzinfo=ZONE)


def weather(degrees: float, fetched_at: datetime) -> Forecast:
    """Every hour of the day alike; 32 °C at 50 % is extreme caution, 37 °C danger."""
    hours = (
        WeatherHour(start_at=at(0) + n * HOUR, temperature_c=degrees, humidity_pct=50, sun=False) for n in range(24)
    )
    return Forecast(hours=tuple(hours), fetched_at=fetched_at)


def situation(degrees: float, now: datetime, settings: Settings = SETTINGS) -> Situation:
    return Situation(now=now, zone=ZONE, settings=settings, forecast=weather(degrees, now))


def first(kind: Kind, degrees: float, settings: Settings = SETTINGS) -> Prompt:
    planned = plan(situation(degrees, at(6), settings)).prompts
    return next(prompt for prompt in planned if prompt.kind is kind)


def test_a_break_becomes_one_of_a_worse_class_at_once() -> None:
    shown = first(Kind.HEAT_BREAK, 32)
    assert shown.reason.band is Band.EXTREME_CAUTION
    found = followed(shown, situation(37, shown.due_at + timedelta(minutes=5)))
    assert found is not None
    assert (found.key, found.expires_at) == (shown.key, shown.expires_at)
    assert found.reason.band is Band.DANGER
    assert found.reason.break_for == timedelta(minutes=30)
    assert found.volume_ml == shown.volume_ml


def test_a_break_becomes_a_milder_one_only_when_it_is_clearly_cooler() -> None:
    shown = first(Kind.HEAT_BREAK, 35.6)
    assert shown.reason.band is Band.DANGER
    now = shown.due_at + timedelta(minutes=5)
    assert followed(shown, situation(35.4, now)) == shown
    milder = followed(shown, situation(33, now))
    assert milder is not None
    assert milder.reason.band is Band.EXTREME_CAUTION
    assert (milder.volume_ml or 0) <= (shown.volume_ml or 0)


def test_a_break_of_heat_that_is_gone_goes() -> None:
    shown = first(Kind.HEAT_BREAK, 32)
    assert followed(shown, situation(20, shown.due_at)) is None


def test_a_break_at_the_end_of_its_block_stays() -> None:
    shown = first(Kind.HEAT_BREAK, 32)
    assert followed(shown, situation(20, at(17, 5))) == shown


def test_where_nothing_is_known_any_more_nothing_changes() -> None:
    shown = first(Kind.HEAT_BREAK, 32)
    blind = replace(situation(37, shown.due_at), forecast=None)
    assert followed(shown, blind) == shown
    old = replace(situation(37, shown.due_at), forecast=weather(37, shown.due_at - 4 * HOUR))
    assert followed(shown, old) == shown
    assert next_change((shown,), old) is None


def test_a_brief_follows_the_forecast_and_goes_with_the_heat() -> None:
    shown = first(Kind.HEAT_BRIEF, 32)
    now = shown.due_at + timedelta(minutes=30)
    assert followed(shown, situation(32, now)) == shown
    worse = followed(shown, situation(37, now))
    assert worse is not None
    assert worse.reason.band is Band.DANGER
    assert followed(shown, situation(18, now)) is None


def test_nothing_to_drink_stays_nothing_to_drink() -> None:
    limited = replace(SETTINGS, you=You(doctor_limits_fluids=True))
    shown = first(Kind.HEAT_BREAK, 32, limited)
    found = followed(shown, situation(37, shown.due_at, limited))
    assert found is not None
    assert found.volume_ml is None


@pytest.mark.parametrize("kind", [Kind.DRINK, Kind.BEDTIME])
def test_what_is_not_of_the_heat_is_left_alone(kind: Kind) -> None:
    shown = first(kind, 32)
    assert followed(shown, situation(18, shown.due_at)) == shown
    assert next_change((shown,), situation(18, shown.due_at)) is None


def test_it_is_looked_at_again_with_each_hour() -> None:
    shown = first(Kind.HEAT_BREAK, 32)
    assert next_change((shown,), situation(32, at(11, 20))) == at(12)
