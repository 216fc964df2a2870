"""Routines that suit a person: safe for every place and every set of limits, even on both sides, never empty."""

from dataclasses import replace
from datetime import timedelta
from itertools import chain, combinations

import pytest

from schedules.guides.build import GENTLE_HOLD, GENTLE_REPETITIONS, MOST_STEPS, build, fit
from schedules.guides.routine import IMPLIED, Action, Limit, Place, Purpose, Routine, Step, StepSide
from schedules.history import Muscle, Side
from tests.schedules.guides import shelf

ALL_LIMITS = [frozenset(some) for some in chain.from_iterable(combinations(Limit, n) for n in range(len(Limit) + 1))]
SECOND = timedelta(seconds=1)


def assert_safe(routine: Routine, limits: frozenset[Limit]) -> None:
    assert routine.steps
    for step in routine.steps:
        for variant in shelf.with_easier(step):
            assert not variant.exclude & limits
            assert IMPLIED.get(variant.position) not in limits


def counted(routine: Routine) -> timedelta:
    """The length of a routine, told off hold by hold."""
    total = timedelta(0)
    for step in routine.steps:
        total += step.lead_in
        for number, _hold in enumerate(step.holds):
            total += step.hold + (step.gap if number else timedelta(0))
    return total


@pytest.mark.parametrize("place", Place)
def test_every_place_and_every_set_of_limits_gives_a_safe_routine(place: Place) -> None:
    for limits in ALL_LIMITS:
        routine = build(shelf.routines(), place, limits)
        assert_safe(routine, limits)
        assert {step.position for step in routine.steps} == {routine.place}
        assert len(routine.steps) <= MOST_STEPS
        assert len({step.id for step in routine.steps}) == len(routine.steps)
        assert routine.held_on(Side.LEFT) == routine.held_on(Side.RIGHT)
        assert routine.lasts == counted(routine)


@pytest.mark.parametrize("place", Place)
def test_the_place_is_kept_unless_a_limit_forbids_it(place: Place) -> None:
    for limits in ALL_LIMITS:
        routine = build(shelf.routines(), place, limits)
        if routine.place is not place:
            assert limits & {Limit.NO_STANDING, Limit.NO_FLOOR, Limit.POOR_BALANCE}
            assert place in (Place.STANDING, Place.FLOOR, Place.BIKE)
            assert routine.place is Place.CHAIR


@pytest.mark.parametrize("place", [place for place in Place if place is not Place.BIKE])
def test_without_limits_calf_and_hamstring_come_first(place: Place) -> None:
    first = build(shelf.routines(), place).steps[:2]
    assert {muscle for step in first for muscle in step.muscles} >= {Muscle.CALF, Muscle.HAMSTRING}


def test_on_the_bike_it_is_a_ride() -> None:
    routine = build(shelf.routines(), Place.BIKE)
    assert (routine.purpose, [step.action for step in routine.steps]) == (Purpose.BIKE, [Action.RIDE])


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("sore", [Side.LEFT, Side.RIGHT])
def test_a_sore_side_gets_a_gentle_dose_of_its_own(place: Place, sore: Side) -> None:
    sound = Side.RIGHT if sore is Side.LEFT else Side.LEFT
    for limits in ALL_LIMITS:
        plain, routine = (build(shelf.routines(), place, limits, side) for side in (None, sore))
        assert_safe(routine, limits)
        assert routine.lasts == counted(routine)
        assert routine.held_on(sore) <= routine.held_on(sound) <= plain.held_on(sound)
        for step in routine.steps:
            sides = {hold.side for hold in step.holds}
            if step.action is Action.STRETCH and sides & {sore, Side.BOTH}:
                assert step.hold <= GENTLE_HOLD
                assert step.repetitions <= GENTLE_REPETITIONS


def test_the_sore_side_is_stretched_for_less_time() -> None:
    routine = build(shelf.routines(), Place.CHAIR, sore_side=Side.LEFT)
    assert timedelta(0) < routine.held_on(Side.LEFT) < routine.held_on(Side.RIGHT)
    assert [step.side for step in routine.steps] == [StepSide.RIGHT, StepSide.LEFT] * MOST_STEPS


def test_sore_today_is_gentle_on_both_sides() -> None:
    limits = frozenset({Limit.SORE_TODAY})
    for place in Place:
        plain, eased = build(shelf.routines(), place), build(shelf.routines(), place, limits)
        assert eased.held_on(Side.LEFT) == eased.held_on(Side.RIGHT) <= plain.held_on(Side.LEFT)
        assert build(shelf.routines(), place, sore_side=Side.BOTH).steps == eased.steps


def test_without_any_guide_there_is_nothing_to_build() -> None:
    with pytest.raises(ValueError, match="no step fits"):
        build((), Place.CHAIR)


@pytest.mark.parametrize("name", [routine.id for routine in shelf.routines() if routine.purpose is not Purpose.RELIEF])
def test_every_routine_can_be_fitted_to_every_set_of_limits(name: str) -> None:
    for limits in ALL_LIMITS:
        routine = fit(shelf.routine(name), shelf.routines(), limits)
        assert_safe(routine, limits)
        assert routine.held_on(Side.LEFT) == routine.held_on(Side.RIGHT)


@pytest.mark.parametrize("name", [routine.id for routine in shelf.routines()])
def test_a_routine_that_fits_stays_what_it_is(name: str) -> None:
    routine = shelf.routine(name)
    assert fit(routine, shelf.routines()) == routine


def poses(routine: Routine) -> list[str | None]:
    return [step.pose for step in routine.steps]


def test_bedtime_for_people_who_do_not_stand_is_the_seated_one() -> None:
    fitted = fit(shelf.routine("bedtime"), shelf.routines(), frozenset({Limit.NO_STANDING}))
    assert (fitted.id, poses(fitted)) == ("bedtime", poses(shelf.routine("bedtime-seated")))
    assert fitted.title == shelf.routine("bedtime-seated").title


def test_a_stretch_is_never_logged_as_a_ride() -> None:
    fitted = fit(shelf.routine("easy-bike"), shelf.routines(), frozenset({Limit.POOR_BALANCE}))
    assert all(step.action is not Action.RIDE for step in fitted.steps)
    assert fitted.id != "easy-bike"


def test_easier_steps_that_show_the_same_are_not_done_twice() -> None:
    fitted = fit(shelf.routine("bedtime-seated"), shelf.routines(), frozenset({Limit.BACK}))
    alike = [(step.pose, step.muscle) for step in fitted.steps]
    assert len(alike) == len(set(alike))


def test_an_easier_step_stays_on_its_side() -> None:
    for step in build(shelf.routines(), Place.CHAIR, sore_side=Side.LEFT).steps:
        assert {variant.side for variant in shelf.with_easier(step)} == {step.side}


def only_step(routine: Routine) -> Step:
    (step,) = routine.steps
    return step


def test_a_step_for_one_leg_is_built_for_each() -> None:
    desk = shelf.routine("desk")
    lopsided = replace(desk, steps=(replace(desk.steps[1], side=StepSide.LEFT),))
    assert only_step(build([lopsided], Place.CHAIR)).side is StepSide.EACH
