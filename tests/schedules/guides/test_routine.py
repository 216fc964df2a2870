"""The arithmetic of steps and routines."""

from dataclasses import replace
from datetime import timedelta

import pytest

from schedules.guides.routine import CHANGE, Limit, Place, Step, StepSide, Strength
from schedules.history import Muscle, Side


def seconds(count: float) -> timedelta:
    return timedelta(seconds=count)


STEP = Step(
    id="calf",
    title="Calf",
    position=Place.CHAIR,
    muscle=Muscle.CALF,
    side=StepSide.EACH,
    hold=seconds(10),
    repetitions=3,
    rest=seconds(10),
    instruction="Pull.",
    safety="Never pain.",
    source="card",
    strength=Strength.MIXED,
)


def test_each_leg_takes_its_turn() -> None:
    assert [(hold.side, hold.repetition) for hold in STEP.holds] == [
        (Side.LEFT, 1),
        (Side.RIGHT, 1),
        (Side.LEFT, 2),
        (Side.RIGHT, 2),
        (Side.LEFT, 3),
        (Side.RIGHT, 3),
    ]


@pytest.mark.parametrize("side", [StepSide.LEFT, StepSide.RIGHT, StepSide.BOTH])
def test_one_side_alone_repeats(side: StepSide) -> None:
    assert [(hold.side, hold.repetition) for hold in replace(STEP, side=side).holds] == [
        (Side(side), 1),
        (Side(side), 2),
        (Side(side), 3),
    ]


@pytest.mark.parametrize(
    ("side", "hold", "repetitions", "rest", "gap"),
    [
        (StepSide.EACH, 10, 3, 10, CHANGE),
        (StepSide.EACH, 10, 3, 0, CHANGE),
        (StepSide.EACH, 10, 1, 60, CHANGE),
        (StepSide.EACH, 10, 2, 30, seconds(10)),
        (StepSide.BOTH, 10, 3, 10, seconds(10)),
        (StepSide.LEFT, 10, 3, 0, seconds(0)),
    ],
)
def test_the_gap_leaves_each_side_its_rest(
    side: StepSide, hold: int, repetitions: int, rest: int, gap: timedelta
) -> None:
    step = replace(STEP, side=side, hold=seconds(hold), repetitions=repetitions, rest=seconds(rest))
    assert step.gap == gap
    if side is StepSide.EACH and repetitions > 1:
        assert step.gap * 2 + step.hold >= step.rest


def test_length_is_lead_in_holds_and_gaps() -> None:
    assert STEP.lasts == seconds(5 + 6 * 10 + 5 * 3)
    assert replace(STEP, side=StepSide.BOTH).lasts == seconds(5 + 3 * 10 + 2 * 10)


def test_a_position_can_rule_a_step_out() -> None:
    assert not replace(STEP, position=Place.STANDING).fits(frozenset({Limit.NO_STANDING}))
    assert not replace(STEP, position=Place.FLOOR).fits(frozenset({Limit.NO_FLOOR}))
    assert STEP.fits(frozenset({Limit.NO_FLOOR, Limit.NO_STANDING}))


def test_the_first_easier_step_that_fits_is_found() -> None:
    last = replace(STEP, id="last")
    middle = replace(STEP, id="middle", exclude=frozenset({Limit.KNEE}), easier=last)
    step = replace(STEP, exclude=frozenset({Limit.BACK, Limit.KNEE}), easier=middle)
    assert step.variant_for(frozenset()) is step
    assert step.variant_for(frozenset({Limit.BACK})) is middle
    assert step.variant_for(frozenset({Limit.KNEE})) is last
    assert replace(step, easier=None).variant_for(frozenset({Limit.KNEE})) is None
