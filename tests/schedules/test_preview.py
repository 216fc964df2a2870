"""The preview of the editor is the plan that will fire."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schedules.plan import plan
from schedules.preview import next_hours, typical_day
from schedules.prompts import HeldWhy, Kind
from schedules.settings import WEEKEND, WORKDAY, DayShape, PromptSettings, Settings, Weekday
from schedules.situation import Situation
from schedules.waking_day import ONE_DAY
from tests.schedules import days

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 7, 15, 20, 10, tzinfo=BERLIN)
EVENING = Situation(now=NOW, zone=BERLIN)
NIGHT = DayShape(name="Night", on=tuple(Weekday), wake=time(15), bed=time(7, 30))


def test_the_next_hours_are_those_of_today_and_of_tomorrow() -> None:
    coming = next_hours(EVENING)
    both = (*plan(EVENING).prompts, *plan(EVENING, date(2026, 7, 16)).prompts)
    assert coming.prompts == tuple(
        one for one in both if one.due_at < NOW + timedelta(hours=24) and one.expires_at > NOW
    )
    assert coming.prompts[-1].due_at.astimezone(BERLIN).date() == date(2026, 7, 16)


@given(days.all_settings(same_every_day=False), st.integers(0, 47))
@settings(max_examples=20)
def test_whatever_the_settings_the_preview_is_the_plan_item_for_item(chosen: Settings, half_hours: int) -> None:
    now = datetime(2026, 10, 24, tzinfo=UTC) + timedelta(minutes=30 * half_hours)
    situation = Situation(now=now, zone=BERLIN, settings=chosen)
    first = plan(situation)
    planned = [*first.prompts]
    for ahead in range(1, 4):
        planned += plan(situation, first.date + ahead * ONE_DAY).prompts
    assert next_hours(situation).prompts == tuple(
        one for one in planned if one.due_at < now + timedelta(hours=24) and one.expires_at > now
    )


def test_a_typical_day_is_the_next_whole_one_of_its_shape() -> None:
    typical = typical_day(EVENING, 1)
    assert typical.plan == plan(EVENING, date(2026, 7, 18))
    assert typical.unlimited == typical.counted == len(typical.plan.prompts)


def test_a_shape_that_no_date_has_is_shown_as_if_one_had() -> None:
    unused = replace(NIGHT, on=())
    situation = replace(EVENING, settings=Settings(days=(WORKDAY, WEEKEND, unused)))
    typical = typical_day(situation, 2)
    assert typical.plan.shape == "Night"
    assert typical.plan.wake_at.astimezone(BERLIN).time() == time(15)
    assert typical.plan.bed_at - typical.plan.wake_at == timedelta(hours=16, minutes=30)


def test_a_day_that_the_one_before_shortens_is_not_the_typical_one() -> None:
    early = DayShape(name="Early", on=tuple(Weekday)[1:], wake=time(6), bed=time(22))
    situation = replace(EVENING, settings=Settings(days=(replace(NIGHT, on=(Weekday.MON,)), early)))
    assert typical_day(situation, 1).plan.wake_at.astimezone(BERLIN).time() == time(6)


@pytest.mark.parametrize("most", [3, 6, 12])
def test_what_the_limit_costs_is_counted(most: int) -> None:
    situation = replace(EVENING, settings=Settings(prompts=PromptSettings(most_per_day=most)))
    typical = typical_day(situation, 0)
    assert typical.counted == min(most, 9)
    assert typical.unlimited == 9
    assert typical.joined_by_limit <= typical.unlimited - typical.counted
    if most < 9:
        assert any(held.why is HeldWhy.MOST_PER_DAY for held in typical.plan.held_back)
    assert Kind.BEDTIME in {prompt.kind for prompt in typical.plan.prompts}
