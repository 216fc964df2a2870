"""The plan of a date: which day it is about, and what it depends on."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from schedules.history import History, Outcome
from schedules.plan import plan
from schedules.prompts import Band, Kind
from schedules.settings import (
    BedtimeSettings,
    BlockKind,
    DrinkSettings,
    Effort,
    HeatSettings,
    PromptSettings,
    Settings,
    WeatherSource,
    You,
)
from schedules.situation import Situation
from tests.schedules.workdays import CHICAGO, DAY, asked, at, block, clock, drunk, hot, shape, situation, times


@pytest.mark.parametrize(
    ("now", "expected"),
    [("07:00", DAY), ("22:59", DAY), ("23:00", DAY + timedelta(days=1)), ("06:59", DAY)],
)
def test_without_a_date_it_is_the_day_that_holds_now_or_the_next(now: str, expected: date) -> None:
    assert plan(situation(now=now)).date == expected


def test_it_tells_its_day() -> None:
    planned = plan(situation())
    assert (planned.shape, planned.timezone) == ("Workday", "America/Chicago")
    assert (planned.wake_at, planned.bed_at) == (at("07:00"), at("23:00"))


def test_prompts_stand_in_the_order_of_time_though_one_after_exercise_is_decided_before_a_break_in_it() -> None:
    exercise = block(BlockKind.EXERCISE, "12:25", "15:10", effort=Effort.LIGHT)
    day = shape(block(BlockKind.DESK, "07:40", "07:45"), exercise, wake="07:40", bed="17:00")
    settings = Settings(
        days=(day,),
        drink=DrinkSettings(longest_gap_min=45),
        prompts=PromptSettings(most_per_day=5, smallest_gap_min=90),
        bedtime=BedtimeSettings(before_bed_min=10),
        you=You(drink_goal_ml=0),
    )
    found = times(situation(settings, now="07:40", forecast=hot(28)))
    assert "14:10" in found
    assert found == sorted(found)


def test_another_day_is_planned_as_if_nothing_had_been() -> None:
    tomorrow = DAY + timedelta(days=1)
    records = asked(Kind.DRINK, "07:45", "09:16", "10:51", outcome=Outcome.IGNORED, volume_ml=250)
    lived = situation(
        now="11:00",
        history=History(drinks=drunk(("08:00", 1500)).drinks, prompts=records),
        paused_until=at("23:59"),
        running_since=at("10:00"),
    )
    assert plan(lived, tomorrow) == plan(situation(), tomorrow)


def test_a_day_that_is_lived_by_the_plan_changes_nothing_of_what_is_to_come() -> None:
    listed = plan(situation()).prompts
    first = listed[0]
    records = asked(first.kind, clock(first.due_at), outcome=Outcome.DONE, volume_ml=first.volume_ml)
    after = situation(
        now=clock(first.due_at), history=History(drinks=drunk((clock(first.due_at), 250)).drinks, prompts=records)
    )
    assert plan(after).prompts == listed[1:]


def test_yesterdays_drinks_count_for_yesterday() -> None:
    yesterday = History(drinks=drunk(("07:00", 2000)).drinks)
    tomorrow = Situation(now=at("07:00") + timedelta(days=1), zone=CHICAGO, history=yesterday)
    assert plan(tomorrow).prompts[0].kind is Kind.DRINK


def test_a_missing_hour_moves_a_prompt_forward() -> None:
    """Berlin, 2026-03-29: 02:00 to 03:00 is not there."""
    night = shape(wake="20:00", bed="03:15")
    now = datetime(2026, 3, 28, 20, 0, tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC)
    planned = plan(Situation(now=now, zone=ZoneInfo("Europe/Berlin"), settings=Settings(days=(night,))))
    (bedtime,) = [prompt for prompt in planned.prompts if prompt.kind is Kind.BEDTIME]
    assert f"{bedtime.due_at.astimezone(ZoneInfo('Europe/Berlin')):%H:%M}" == "01:30"
    assert planned.bed_at - bedtime.due_at == timedelta(minutes=45)


def test_a_repeated_hour_fires_once() -> None:
    """Berlin, 2026-10-25: 02:00 to 03:00 comes twice."""
    berlin, night = ZoneInfo("Europe/Berlin"), shape(wake="20:00", bed="03:15")
    now = datetime(2026, 10, 24, 20, 0, tzinfo=berlin).astimezone(UTC)
    planned = plan(Situation(now=now, zone=berlin, settings=Settings(days=(night,))))
    assert [prompt.kind for prompt in planned.prompts].count(Kind.BEDTIME) == 1


@pytest.mark.parametrize(
    ("celsius", "bands"),
    [(20.0, []), (30.0, [Band.CAUTION]), (34.0, [Band.EXTREME_CAUTION]), (38.0, [Band.DANGER])],
)
def test_the_hours_of_heat_are_joined_to_spans(celsius: float, bands: list[Band]) -> None:
    settings = Settings(heat=HeatSettings(source=WeatherSource.OPEN_METEO))
    planned = plan(situation(settings, forecast=hot(celsius, 11, 15, humidity_pct=45.0)))
    assert [span.band for span in planned.heat] == bands
    for span in planned.heat:
        assert (clock(span.start_at), clock(span.end_at)) == ("11:00", "16:00")


def test_keys_name_prompts_across_plans() -> None:
    morning, later = plan(situation()), plan(situation(now="12:10"))
    assert len({prompt.key for prompt in morning.prompts}) == len(morning.prompts)
    assert {prompt.key for prompt in morning.prompts} & {prompt.key for prompt in later.prompts}


def test_a_start_at_noon_makes_up_for_nothing() -> None:
    found = times(situation(now="12:00", running_since=at("12:00")))
    assert found[0] == "12:05"
    assert sum(1 for time in found if time < "13:30") <= 2
