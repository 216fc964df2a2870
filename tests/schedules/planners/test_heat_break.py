"""Breaks in the heat: only inside outdoors and exercise blocks, as often as it asks for."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from schedules.history import History, Outcome
from schedules.prompts import Kind
from schedules.settings import BlockKind, HeatSettings, PromptSettings, Settings, WeatherSource, You
from tests.schedules.workdays import asked, at, block, clock, drunk, hot, prompts, shape, situation, times

OUTSIDE = Settings(
    days=(shape(block(BlockKind.OUTDOORS, "09:00", "17:00")),), heat=HeatSettings(source=WeatherSource.OPEN_METEO)
)


@pytest.mark.parametrize(
    ("settings", "celsius"),
    [
        (OUTSIDE, 20.0),
        (replace(OUTSIDE, days=(shape(block(BlockKind.DESK, "09:00", "17:00")),)), 38.0),
        (replace(OUTSIDE, heat=HeatSettings(on=False, source=WeatherSource.OPEN_METEO)), 38.0),
    ],
    ids=["cool", "at the desk", "off"],
)
def test_no_breaks(settings: Settings, celsius: float) -> None:
    assert times(situation(settings, forecast=hot(celsius)), Kind.HEAT_BREAK) == []


def test_breaks_lie_in_the_block_and_in_the_heat() -> None:
    found = prompts(situation(OUTSIDE, forecast=hot(36.0, first=12)), Kind.HEAT_BREAK)
    assert found
    assert all(at("12:00") <= prompt.due_at <= at("16:50") for prompt in found)


def test_the_hotter_the_longer() -> None:
    rests = [
        sum(
            (p.reason.break_for or timedelta() for p in prompts(situation(OUTSIDE, forecast=hot(celsius)))), timedelta()
        )
        for celsius in (28.0, 33.0, 40.0)
    ]
    assert timedelta() < rests[0] < rests[1] < rests[2]


def test_they_are_exempt_from_the_gap_and_the_cap() -> None:
    few = replace(OUTSIDE, prompts=PromptSettings(most_per_day=1, smallest_gap_min=90))
    assert times(situation(few, forecast=hot(38.0)), Kind.HEAT_BREAK) == times(
        situation(OUTSIDE, forecast=hot(38.0)), Kind.HEAT_BREAK
    )


def test_never_more_than_half_a_litre_at_once_and_a_litre_an_hour() -> None:
    found = prompts(situation(OUTSIDE, forecast=hot(42.0)))
    volumes = [(prompt.due_at, prompt.volume_ml or 0) for prompt in found]
    assert all(ml <= 500 for _, ml in volumes)
    for start_at, _ in volumes:
        assert (
            sum(ml for due_at, ml in volumes if start_at <= due_at and (due_at - start_at).total_seconds() <= 3600)
            <= 1000
        )


def test_where_a_doctor_limits_fluids_there_is_only_the_shade() -> None:
    limited = replace(OUTSIDE, you=You(doctor_limits_fluids=True))
    found = prompts(situation(limited, forecast=hot(38.0)), Kind.HEAT_BREAK)
    assert found
    assert {prompt.volume_ml for prompt in found} == {None}


def test_a_break_that_was_taken_starts_the_next_cycle() -> None:
    listed = prompts(situation(OUTSIDE, forecast=hot(38.0)))
    place = next(n for n, prompt in enumerate(listed) if prompt.kind is Kind.HEAT_BREAK)
    records = tuple(
        asked(prompt.kind, clock(prompt.due_at), outcome=Outcome.DONE, volume_ml=prompt.volume_ml)[0]
        for prompt in listed[: place + 1]
    )
    drinks = drunk(*((clock(p.due_at), p.volume_ml) for p in listed[: place + 1] if p.volume_ml is not None)).drinks
    after = situation(
        OUTSIDE, clock(listed[place].due_at), history=History(prompts=records, drinks=drinks), forecast=hot(38.0)
    )
    assert prompts(after) == listed[place + 1 :]


def test_they_are_evenly_apart() -> None:
    found = prompts(situation(OUTSIDE, forecast=hot(38.0)), Kind.HEAT_BREAK)
    assert len({other.due_at - one.due_at for one, other in pairwise(found)}) == 1


def test_the_usual_drinks_go_on_between_the_breaks() -> None:
    listed = prompts(situation(OUTSIDE, forecast=hot(30.0)))
    breaks = [prompt.due_at for prompt in listed if prompt.kind is Kind.HEAT_BREAK]
    between = [p.due_at for p in listed if p.kind is Kind.DRINK and breaks[0] < p.due_at < breaks[-1]]
    assert between, "the breaks have used up what is drunk without them"
    assert all(abs(drink - rest) >= timedelta(minutes=20) for drink in between for rest in breaks)
