"""The week is edited, and every weekday belongs to exactly one kind of day before and after."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules import editing as week
from schedules.editing import EditRefusedError, Refusal
from schedules.settings import (
    WEEKEND,
    WORKDAY,
    DatedShape,
    HeatSettings,
    Position,
    PromptSettings,
    Settings,
    Weekday,
    You,
)

XMAS = date(2026, 12, 24)
DATED = Settings(dates=(DatedShape(date=XMAS, shape="Weekend"),))


def test_a_shape_is_added_without_weekdays_and_with_a_name_of_its_own() -> None:
    twice = week.with_added(week.with_added(Settings(), "New day", WORKDAY), "Weekend", WEEKEND)
    assert [shape.name for shape in twice.days] == ["Workday", "Weekend", "New day", "Weekend 2"]
    assert all(not shape.on for shape in twice.days[2:])
    assert len(week.free_name(Settings(days=(WORKDAY,)), "x" * 60)) == 60


def test_a_rename_takes_the_dates_along() -> None:
    renamed = week.with_name(DATED, 1, "  Days   off ")
    assert renamed.days[1].name == "Days off"
    assert renamed.dates[0].shape == "Days off"
    assert renamed.shape_of(XMAS).name == "Days off"


@pytest.mark.parametrize(("name", "why"), [("  ", Refusal.NO_NAME), ("Weekend", Refusal.NAME_TAKEN)])
def test_a_name_that_means_nothing_is_refused(name: str, why: Refusal) -> None:
    with pytest.raises(EditRefusedError) as refused:
        week.with_name(Settings(), 0, name)
    assert refused.value.refusal is why


def test_a_deleted_shape_leaves_its_weekdays_and_its_dates() -> None:
    left = week.without_shape(DATED, 1)
    assert [shape.name for shape in left.days] == ["Workday"]
    assert left.days[0].on == tuple(Weekday)
    assert left.dates == ()
    assert week.without_shape(Settings(), 0).days[0].on == tuple(Weekday)
    with pytest.raises(EditRefusedError):
        week.without_shape(left, 0)


def test_a_weekday_is_given_to_one_shape_and_so_taken_from_the_other() -> None:
    given_away = week.with_weekday(Settings(), 1, Weekday.WED)
    assert given_away.days[0].on == (Weekday.MON, Weekday.TUE, Weekday.THU, Weekday.FRI)
    assert given_away.days[1].on == (Weekday.WED, Weekday.SAT, Weekday.SUN)
    with pytest.raises(EditRefusedError):
        week.with_weekday(given_away, 1, Weekday.WED)


def test_a_date_has_one_shape_at_a_time() -> None:
    moved = week.with_date(DATED, 0, XMAS)
    assert moved.dates == (DatedShape(date=XMAS, shape="Workday"),)
    assert week.without_date(moved, XMAS).dates == ()


@given(st.lists(st.tuples(st.sampled_from(["add", "give", "drop"]), st.integers(0, 6), st.sampled_from(Weekday))))
def test_every_weekday_belongs_to_exactly_one_shape_whatever_is_done(
    steps: list[tuple[str, int, Weekday]],
) -> None:
    settings = DATED
    for what, number, weekday in steps:
        at = number % len(settings.days)
        try:
            if what == "add":
                settings = week.with_added(settings, "More", WORKDAY)
            elif what == "give":
                settings = week.with_weekday(settings, at, weekday)
            else:
                settings = week.without_shape(settings, at)
        except EditRefusedError:
            continue
        assert sorted(day for shape in settings.days for day in shape.on) == sorted(Weekday)
        assert len({shape.name for shape in settings.days}) == len(settings.days)


def test_a_preset_keeps_what_is_about_the_person() -> None:
    mine = Settings(
        timezone="Europe/Berlin",
        you=You(doctor_limits_fluids=True, glass_ml=300, avoid_positions=(Position.FLOOR,)),
        heat=HeatSettings(place="Berlin", latitude=52.5),
        prompts=PromptSettings(sound=True),
        dates=(DatedShape(date=XMAS, shape="Weekend"),),
    )
    preset = Settings(days=(WORKDAY,), you=You(avoid_positions=(Position.STANDING,)), heat=HeatSettings(on=False))
    adopted = week.adopted(mine, preset)
    assert adopted.days == (WORKDAY,)
    assert (adopted.timezone, adopted.you.doctor_limits_fluids, adopted.you.glass_ml) == ("Europe/Berlin", True, 300)
    assert adopted.you.avoid_positions == (Position.FLOOR, Position.STANDING)
    assert (adopted.heat.place, adopted.heat.on, adopted.prompts.sound) == ("Berlin", False, True)
    assert adopted.dates == ()
    assert WORKDAY.wake == time(7)
