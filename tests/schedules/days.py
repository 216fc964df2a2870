"""Strategies for days: settings, zones with their clock changes, and moments."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import strategies as st

from schedules.settings import (
    BedtimeChoice,
    BedtimeSettings,
    Block,
    BlockKind,
    DayShape,
    DrinkSettings,
    Effort,
    MoveSettings,
    PromptSettings,
    Settings,
    Weekday,
    You,
)
from schedules.situation import Situation
from schedules.weather import Forecast, WeatherHour

ZONES = sorted(zone for zone in available_timezones() if zone not in ("Factory", "localtime"))
WEEK = tuple(Weekday)


def clock(minutes: int) -> time:
    """A time of day, from minutes that may lie beyond midnight."""
    return time(minutes // 60 % 24, minutes % 60)


@cache
def changes(zone: str) -> tuple[date, ...]:
    """The dates of 2026 on which a zone changes its clock."""
    days = (date(2026, 1, 1) + timedelta(days=n) for n in range(365))
    return tuple(day for day in days if _offset(zone, day) != _offset(zone, day + timedelta(days=1)))


def _offset(zone: str, day: date) -> timedelta | None:
    return datetime.combine(day, time(0), tzinfo=ZoneInfo(zone)).utcoffset()


@st.composite
def zoned_dates(draw: st.DrawFn) -> tuple[ZoneInfo, date]:
    """A zone and a date, often one on which the clock changes or the day before."""
    name = draw(st.sampled_from(ZONES))
    days = [day - timedelta(days=n) for day in changes(name) for n in (0, 1)]
    any_day = st.dates(date(2026, 1, 1), date(2027, 12, 31))
    return ZoneInfo(name), draw(st.one_of(st.sampled_from(days), any_day) if days else any_day)


@st.composite
def blocks(draw: st.DrawFn, wake: int, length: int) -> tuple[Block, ...]:
    """Up to four blocks of a waking day, one after the other, quiet ones also on top."""
    edges = sorted(draw(st.sets(st.integers(0, length // 5), min_size=2, max_size=8)))
    found = []
    for start, end in zip(edges[::2], edges[1::2], strict=False):
        kind = draw(st.sampled_from(BlockKind))
        found.append(
            Block(
                kind=kind,
                start=clock(wake + start * 5),
                end=clock(wake + end * 5),
                effort=draw(st.sampled_from(Effort))
                if kind in (BlockKind.EXERCISE, BlockKind.OUTDOORS)
                else Effort.MODERATE,
                outdoors=kind is BlockKind.EXERCISE and draw(st.booleans()),
            )
        )
    return tuple(found)


@st.composite
def shapes(draw: st.DrawFn, name: str, on: tuple[Weekday, ...]) -> DayShape:
    """A day shape, night shifts included."""
    wake, length = draw(st.integers(0, 287)) * 5, draw(st.integers(48, 250)) * 5
    return DayShape(name=name, on=on, wake=clock(wake), bed=clock(wake + length), blocks=draw(blocks(wake, length)))


@st.composite
def all_settings(draw: st.DrawFn, *, same_every_day: bool = True) -> Settings:
    """Valid settings."""
    days: tuple[DayShape, ...] = (draw(shapes("All", WEEK)),)
    if not same_every_day and draw(st.booleans()):
        days = (draw(shapes("Work", WEEK[:5])), draw(shapes("Free", WEEK[5:])))
    return Settings(
        days=days,
        you=You(
            drink_goal_ml=draw(st.sampled_from((0, 500, 1500, 2000, 3500, 6000))),
            glass_ml=draw(st.sampled_from((50, 150, 250, 500, 1000))),
            doctor_limits_fluids=draw(st.integers(0, 7)) == 0,
            has_bike=draw(st.booleans()),
        ),
        drink=DrinkSettings(
            stop_before_bed_min=draw(st.integers(120, 360)), longest_gap_min=draw(st.integers(45, 480))
        ),
        move=MoveSettings(every_min=draw(st.integers(20, 240))),
        bedtime=BedtimeSettings(before_bed_min=draw(st.integers(10, 180)), choice=draw(st.sampled_from(BedtimeChoice))),
        prompts=PromptSettings(
            most_per_day=draw(st.integers(1, 24)), smallest_gap_min=draw(st.sampled_from((15, 30, 45, 90)))
        ),
    )


@st.composite
def forecasts(draw: st.DrawFn, day: date) -> Forecast | None:
    """No forecast, or one of hot days around a date."""
    if draw(st.booleans()):
        return None
    start_at = datetime.combine(day, time(0), tzinfo=UTC) - timedelta(days=1)
    warmth = draw(st.integers(20, 42))
    return Forecast(
        hours=tuple(
            WeatherHour(
                start_at=start_at + timedelta(hours=n), temperature_c=warmth - abs(n % 24 - 15) / 2, humidity_pct=45.0
            )
            for n in range(96)
        )
    )


@st.composite
def situations(draw: st.DrawFn, *, same_every_day: bool = True) -> tuple[Situation, date]:
    """A situation without history in the night before a date's waking day, and that date."""
    zone, day = draw(zoned_dates())
    settings = draw(all_settings(same_every_day=same_every_day))
    now = datetime.combine(day, time(12), tzinfo=UTC) - timedelta(days=3)
    return Situation(now=now, zone=zone, settings=settings, forecast=draw(forecasts(day))), day
