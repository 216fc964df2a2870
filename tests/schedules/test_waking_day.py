"""The waking day: across midnight, night shifts, and which day a moment belongs to."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given

from schedules.settings import WEEKEND, WORKDAY, Block, BlockKind, DatedShape, DayShape, Settings, Weekday
from schedules.waking_day import belongs_to, current, holding, log_span, night_of, waking_day
from tests.schedules.days import all_settings, zoned_dates

CHICAGO = ZoneInfo("America/Chicago")
THURSDAY = date(2026, 11, 19)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A moment on the clock of Chicago."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=CHICAGO).astimezone(UTC)


def test_a_bed_time_after_midnight_belongs_to_the_same_day() -> None:
    late = DayShape(name="Late", on=tuple(Weekday), wake=time(9), bed=time(0, 30))
    day = waking_day(Settings(days=(late,)), THURSDAY, CHICAGO)
    assert (day.wake_at, day.bed_at) == (at(THURSDAY, 9), at(date(2026, 11, 20), 0, 30))


def test_a_night_shift_with_blocks_after_midnight() -> None:
    work = Block(kind=BlockKind.STANDING, start=time(22), end=time(6))
    night = DayShape(name="Night", on=tuple(Weekday), wake=time(15), bed=time(7), blocks=(work,))
    day = waking_day(Settings(days=(night,)), THURSDAY, CHICAGO)
    friday = date(2026, 11, 20)
    assert (day.spans[0].start_at, day.spans[0].end_at) == (at(THURSDAY, 22), at(friday, 6))
    assert holding(Settings(days=(night,)), at(friday, 3), CHICAGO) == day


def test_a_date_takes_another_shape() -> None:
    settings = Settings(dates=(DatedShape(date=THURSDAY, shape="Weekend"),))
    assert waking_day(settings, THURSDAY, CHICAGO).shape == WEEKEND
    assert waking_day(settings, date(2026, 11, 18), CHICAGO).shape == WORKDAY


def test_a_day_begins_only_when_the_one_before_has_ended() -> None:
    shift = DayShape(name="Shift", on=(Weekday.THU,), wake=time(16), bed=time(10))
    rest = DayShape(name="Rest", on=tuple(d for d in Weekday if d is not Weekday.THU), wake=time(8), bed=time(22))
    friday = waking_day(Settings(days=(shift, rest)), date(2026, 11, 20), CHICAGO)
    assert friday.wake_at == at(date(2026, 11, 20), 10)


def test_current_is_the_next_day_while_asleep() -> None:
    assert holding(Settings(), at(THURSDAY, 6, 59), CHICAGO) is None
    assert current(Settings(), at(THURSDAY, 6, 59), CHICAGO).date == THURSDAY
    assert current(Settings(), at(THURSDAY, 23), CHICAGO).date == date(2026, 11, 20)


def test_a_cramp_at_ten_past_two_belongs_to_the_night_before() -> None:
    friday = date(2026, 11, 20)
    assert belongs_to(Settings(), at(friday, 2, 10), CHICAGO).date == THURSDAY
    assert night_of(Settings(), at(friday, 5, 10), CHICAGO).date == THURSDAY


def test_a_glass_before_the_alarm_is_todays() -> None:
    assert belongs_to(Settings(), at(THURSDAY, 6, 40), CHICAGO).date == THURSDAY


@given(all_settings(same_every_day=False), zoned_dates())
def test_every_moment_belongs_to_exactly_one_day(settings: Settings, zoned: tuple[ZoneInfo, date]) -> None:
    zone, date_ = zoned
    noon = datetime.combine(date_, time(12), tzinfo=UTC)
    for hours in range(0, 48, 5):
        moment = noon + timedelta(hours=hours)
        day = belongs_to(settings, moment, zone)
        start_at, end_at = log_span(settings, day)
        assert start_at <= moment < end_at
        assert start_at <= day.wake_at <= day.bed_at <= end_at
