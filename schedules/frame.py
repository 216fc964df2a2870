"""The frame of a day's plan: all that the planners need of the day, worked out once."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from schedules.heat import HeatAdvice, break_ml
from schedules.heat_day import HotDay, hot_day, hour_advice
from schedules.heat_spell import NewToHeat, new_to_heat
from schedules.pace import Rise
from schedules.prompts import Band, HeldWhy, Kind
from schedules.settings import BlockKind, Settings, Weekday
from schedules.situation import Situation
from schedules.waking_day import Span, WakingDay
from schedules.wall_clock import HOUR
from schedules.weather import Forecast, WeatherHour

SETTLE = timedelta(minutes=5)
"""After Uncramp begins to watch, nothing is due for this long."""
LONG_EXERCISE = HOUR
"""Longer exercise goes on with drinks. Source: DGE position stand 2020, none needed below 30 to 40 min; a margin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A time in which nothing is shown."""

    start_at: datetime
    end_at: datetime
    why: HeldWhy


@dataclass(frozen=True, slots=True, kw_only=True)
class HotHour:
    """A part of an outdoors or exercise block in which the heat asks for something."""

    span: Span
    start_at: datetime
    end_at: datetime
    advice: HeatAdvice


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A waking day, ready to be planned."""

    settings: Settings
    day: WakingDay
    drink_until: datetime
    """Nothing to drink is suggested from here to bed."""
    silences: tuple[Silence, ...]
    seated: tuple[Span, ...]
    """Desk and standing blocks."""
    no_drink: tuple[Span, ...]
    """Exercise that is short and not hot: drinks wait for its end."""
    hot: tuple[HotHour, ...]
    new_to_heat: NewToHeat | None = None
    """Why the person may not be used to the heat."""
    hot_day: HotDay | None = None
    """What the morning has to tell of the heat."""
    forecast: Forecast | None = None
    """Young enough to decide something; None otherwise."""
    rises: tuple[Rise, ...] = ()
    """When more is drunk for the heat: as much as its breaks suggest, so that they do not use up the goal."""
    gap: timedelta
    """The smallest between two prompts."""
    anchored: int
    """How many of the day's prompts belong to a certain time, and have their place in the budget kept."""
    off: frozenset[Kind] = frozenset()
    """Kinds that the person wants none of on this day of the week."""
    floor_at: datetime
    """Nothing is due before."""
    watched_from: datetime
    """What came before, Uncramp has not seen."""

    @property
    def drinks(self) -> bool:
        """Whether anything to drink may be suggested at all on this day."""
        return not self.settings.you.doctor_limits_fluids and self.drink_until > self.day.wake_at

    def spans(self, *kinds: BlockKind) -> tuple[Span, ...]:
        """The day's blocks of some kinds."""
        return tuple(span for span in self.day.spans if span.kind in kinds)

    def active_at(self, at: datetime) -> Span | None:
        """The exercise or outdoors block that holds a moment."""
        return next((s for s in self.spans(BlockKind.EXERCISE, BlockKind.OUTDOORS) if s.holds(at)), None)

    def hot_at(self, at: datetime) -> HotHour | None:
        """The hot part of a block that holds a moment."""
        return next((hour for hour in self.hot if hour.start_at <= at < hour.end_at), None)


def frame(situation: Situation, day: WakingDay) -> Frame:
    """Work out the frame of a waking day."""
    settings = situation.settings
    forecast = situation.weather
    new = None if forecast is None else new_to_heat(settings, forecast, day)
    hot = () if forecast is None else _hot_hours(forecast, day, new_to_heat=new is not None)
    watched_from = day.wake_at
    floor_at = day.wake_at
    if situation.running_since is not None and situation.running_since > day.wake_at:
        watched_from = situation.running_since
        floor_at = watched_from + SETTLE
    exercise = tuple(span for span in day.spans if span.kind is BlockKind.EXERCISE)
    found_hot = None if forecast is None else hot_day(day, forecast, _active(day), new_to_heat=new is not None)
    drink_until = day.bed_at - timedelta(minutes=settings.drink.stop_before_bed_min)
    return Frame(
        settings=settings,
        day=day,
        drink_until=drink_until,
        silences=_silences(situation, day),
        seated=tuple(s for s in day.spans if s.kind in (BlockKind.DESK, BlockKind.STANDING)),
        no_drink=tuple(s for s in exercise if s.end_at - s.start_at <= LONG_EXERCISE and not _is_hot(s, hot)),
        hot=hot,
        new_to_heat=new,
        hot_day=found_hot,
        forecast=forecast,
        rises=_rises(hot, drink_until),
        gap=timedelta(minutes=settings.prompts.smallest_gap_min),
        anchored=2 * len(exercise) + settings.bedtime.on + (found_hot is not None),
        off=frozenset(off.kind for off in situation.days_off if off.weekday is Weekday.of(day.date)),
        floor_at=floor_at,
        watched_from=watched_from,
    )


def _rises(hot: tuple[HotHour, ...], drink_until: datetime) -> tuple[Rise, ...]:
    """One for each stretch of equal breaks: neighbours are joined, as the pace asks each of them each time."""
    rises: list[Rise] = []
    for hour in hot:
        if not hour.advice.every_min or hour.start_at >= drink_until:
            continue
        end_at = min(hour.end_at, drink_until)
        ml_per_h = break_ml(hour.advice) * 60 / hour.advice.every_min
        last = rises[-1] if rises else None
        if last is not None and (last.end_at, last.ml_per_h) == (hour.start_at, ml_per_h):
            rises[-1] = replace(last, end_at=end_at)
        else:
            rises.append(Rise(start_at=hour.start_at, end_at=end_at, ml_per_h=ml_per_h))
    return tuple(rises)


def _silences(situation: Situation, day: WakingDay) -> tuple[Silence, ...]:
    quiet = [
        Silence(start_at=span.start_at, end_at=span.end_at, why=HeldWhy.QUIET)
        for span in day.spans
        if span.kind is BlockKind.QUIET
    ]
    if situation.paused_until is not None and situation.paused_until > day.wake_at:
        quiet.append(Silence(start_at=day.wake_at, end_at=situation.paused_until, why=HeldWhy.PAUSED))
    return tuple(sorted(quiet, key=lambda silence: silence.start_at))


def _is_hot(span: Span, hot: tuple[HotHour, ...]) -> bool:
    return any(hour.span == span for hour in hot)


def _active(day: WakingDay) -> tuple[Span, ...]:
    return tuple(span for span in day.spans if span.kind in (BlockKind.EXERCISE, BlockKind.OUTDOORS))


def _hot_hours(forecast: Forecast, day: WakingDay, *, new_to_heat: bool) -> tuple[HotHour, ...]:
    pairs = ((span, hour) for span in _active(day) for hour in forecast.between(span.start_at, span.end_at))
    found = (hot_hour(span, hour, new_to_heat=new_to_heat) for span, hour in pairs)
    return tuple(hot for hot in found if hot is not None)


def hot_hour(span: Span, hour: WeatherHour, *, new_to_heat: bool) -> HotHour | None:
    """What an hour of weather asks for in an outdoors or exercise block; None where it asks for nothing."""
    start_at, end_at = max(span.start_at, hour.start_at), min(span.end_at, hour.start_at + HOUR)
    if start_at >= end_at:
        return None
    found = hour_advice(span, hour, new_to_heat=new_to_heat)
    if found.advice_band is Band.NONE:
        return None
    return HotHour(span=span, start_at=start_at, end_at=end_at, advice=found)
