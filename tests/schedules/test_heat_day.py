"""The morning of a hot day: the brief, the coolest slot, and the move that changes one date only."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from schedules.heat_move import moved
from schedules.plan import plan
from schedules.prompts import Band, Kind, Prompt
from schedules.settings import Block, BlockKind, DayShape, Effort, HeatSettings, Settings, Weekday
from schedules.situation import Situation
from schedules.waking_day import waking_day
from schedules.weather import Forecast, WeatherHour

CHICAGO = ZoneInfo("America/Chicago")
DAY = date(2026, 7, 15)
WAKE = datetime(2026, 7, 15, 7, tzinfo=CHICAGO)
RUN = Block(kind=BlockKind.EXERCISE, start=time(17), end=time(18), effort=Effort.HARD, outdoors=True)
DESK = Block(kind=BlockKind.DESK, start=time(9), end=time(16, 30))


def settings(*blocks: Block) -> Settings:
    shape = DayShape(name="All", on=tuple(Weekday), wake=time(7), bed=time(23), blocks=blocks)
    return Settings(days=(shape,), heat=HeatSettings())


def forecast(warmest: float = 36.0, *, coldest: float = 20.0, days: int = 2) -> Forecast:
    """Warm from noon to eight, cool before and after; dry and bright."""
    midnight = datetime(2026, 7, 15, tzinfo=CHICAGO).astimezone(UTC)
    return Forecast(
        hours=tuple(
            WeatherHour(
                start_at=midnight + timedelta(hours=n),
                temperature_c=warmest if 12 <= n % 24 < 20 else coldest,
                humidity_pct=45.0,
            )
            for n in range(24 * days)
        )
    )


def situation(of: Settings, weather: Forecast | None) -> Situation:
    return Situation(now=WAKE, zone=CHICAGO, settings=of, forecast=weather)


def brief(of: Settings, weather: Forecast | None) -> Prompt | None:
    found = [prompt for prompt in plan(situation(of, weather)).prompts if prompt.kind is Kind.HEAT_BRIEF]
    assert len(found) <= 1
    return found[0] if found else None


def local(at: datetime | None) -> str:
    assert at is not None
    return f"{at.astimezone(CHICAGO):%d %H:%M}"


def test_the_brief_tells_when_how_hot_and_which_block() -> None:
    found = brief(settings(DESK, RUN), forecast())
    assert found is not None
    assert local(found.due_at) == "15 07:15"
    facts = found.reason
    assert (local(facts.hot_from), local(facts.hot_to)) == ("15 12:00", "15 20:00")
    assert (local(facts.block_from), facts.block, facts.band) == ("15 17:00", BlockKind.EXERCISE, Band.EXTREME_DANGER)
    assert facts.heat_index_c == pytest.approx(41.0, abs=0.1)


def test_the_coolest_slot_is_free_and_known_and_the_nearest_of_equals() -> None:
    found = brief(settings(DESK, RUN), forecast())
    assert found is not None
    assert (local(found.reason.slot_from), local(found.reason.slot_to)) == ("15 20:00", "15 21:00")


def test_the_next_morning_is_offered_where_today_has_no_cool_hour() -> None:
    hot_today = forecast(coldest=34.0, days=1).hours
    cool_tomorrow = [hour for hour in forecast().hours if hour.start_at > hot_today[-1].start_at]
    found = brief(settings(DESK, RUN), Forecast(hours=(*hot_today, *cool_tomorrow)))
    assert found is not None
    assert local(found.reason.slot_from) == "16 07:30"


@pytest.mark.parametrize("weather", [forecast(coldest=36.0), forecast(coldest=36.0, days=1)])
def test_no_slot_is_offered_that_is_not_cooler_or_not_known(weather: Forecast) -> None:
    found = brief(settings(DESK, RUN), weather)
    assert found is not None
    assert found.reason.slot_from is None


def test_a_hot_day_without_a_block_is_told_of_too() -> None:
    found = brief(settings(DESK), forecast())
    assert found is not None
    assert (found.reason.block_from, found.reason.band) == (None, Band.DANGER)


@pytest.mark.parametrize("weather", [None, forecast(warmest=26.0)])
def test_a_day_that_is_not_hot_has_no_brief(weather: Forecast | None) -> None:
    assert brief(settings(DESK, RUN), weather) is None


def test_old_weather_brings_no_brief_and_no_break() -> None:
    for age, kinds in ((timedelta(hours=2, minutes=59), True), (timedelta(hours=3), False)):
        weather = replace(forecast(), fetched_at=WAKE - age)
        planned = plan(situation(settings(DESK, RUN, RUN), weather))
        assert any(prompt.kind is Kind.HEAT_BRIEF for prompt in planned.prompts) is kinds
        assert bool(planned.heat) is kinds


def test_the_brief_of_a_day_whose_heat_is_over_does_not_come() -> None:
    late = replace(situation(settings(RUN), forecast()), running_since=WAKE + timedelta(hours=8))
    assert not [prompt for prompt in plan(late).prompts if prompt.kind is Kind.HEAT_BRIEF]


def test_moving_changes_that_date_and_no_other() -> None:
    before = settings(DESK, RUN)
    found = brief(before, forecast())
    assert found is not None
    after = moved(before, found.reason, CHICAGO)
    assert after is not None
    spans = waking_day(after, DAY, CHICAGO).spans
    assert [(span.kind, local(span.start_at)) for span in spans] == [
        (BlockKind.DESK, "15 09:00"),
        (BlockKind.EXERCISE, "15 20:00"),
    ]
    assert spans[1].effort is Effort.HARD
    for days in (-1, 1, 7):
        other = DAY + timedelta(days=days)
        assert waking_day(after, other, CHICAGO).spans == waking_day(before, other, CHICAGO).spans
    assert moved(after, found.reason, CHICAGO) is None
    assert brief(after, forecast()) is not None


def test_moving_to_the_next_morning_changes_two_dates() -> None:
    hot_today = forecast(coldest=34.0, days=1).hours
    cool_tomorrow = [hour for hour in forecast().hours if hour.start_at > hot_today[-1].start_at]
    before = settings(DESK, RUN)
    found = brief(before, Forecast(hours=(*hot_today, *cool_tomorrow)))
    assert found is not None
    after = moved(before, found.reason, CHICAGO)
    assert after is not None
    assert [span.kind for span in waking_day(after, DAY, CHICAGO).spans] == [BlockKind.DESK]
    tomorrow = waking_day(after, DAY + timedelta(days=1), CHICAGO)
    assert [local(span.start_at) for span in tomorrow.spans] == ["16 07:30", "16 09:00", "16 17:00"]
    assert waking_day(after, DAY + timedelta(days=2), CHICAGO).shape == before.days[0]


def test_heat_adds_to_the_drinks_of_the_day_and_never_beyond_the_ceiling() -> None:
    work = Block(kind=BlockKind.OUTDOORS, start=time(9), end=time(17))

    def drunk(weather: Forecast | None) -> tuple[int, list[Prompt]]:
        prompts = [p for p in plan(situation(settings(work), weather)).prompts if p.volume_ml]
        return sum(p.volume_ml or 0 for p in prompts), prompts

    cool, (hot, prompts) = drunk(forecast(warmest=20.0))[0], drunk(forecast(warmest=38.0))
    breaks = [p.volume_ml or 0 for p in prompts if p.kind is Kind.HEAT_BREAK]
    assert hot >= cool + sum(breaks) * 0.8
    for first in prompts:
        hour = [p.volume_ml or 0 for p in prompts if timedelta() <= p.due_at - first.due_at <= timedelta(hours=1)]
        assert sum(hour) <= 1000
