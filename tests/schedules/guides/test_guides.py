"""The guides that come with Uncramp: all the founding articles ask for is there, safe, and backed by a card."""

from datetime import timedelta

import pytest

from schedules.guides.relief_steps import care_step
from schedules.guides.routine import Action, Limit, Place, Purpose, Routine, Step, StepSide
from schedules.history import Muscle, Side
from tests.schedules.guides import shelf

GENTLE = (Purpose.BEDTIME, Purpose.RELIEF)
SECOND = timedelta(seconds=1)

FOUNDING = {
    "R1": [("relief-hamstring-standing", "toes-up"), ("bedtime", "hamstring")],
    "R2": [("relief-hamstring-chair", "toes"), ("relief-hamstring-bed-edge", "toes")],
    "R3": [("relief-hamstring-floor", "both-legs"), ("floor", "both-legs")],
    "R4": [("relief-hamstring-floor", "shins"), ("floor", "shins")],
    "R5": [("relief-hamstring-bed", "sheet"), ("relief-calf-bed", "sheet")],
    "R6": [("relief-hamstring-bed", "sheet"), ("relief-hamstring-standing", "toes-up")],
    "R7": [("relief-massage", "massage-hamstring"), ("relief-massage", "massage-calf")],
    "R8": [("relief-warmth", "warmth")],
    "R9": [("relief-cold", "cold")],
    "P3": [("bedtime", "calf"), ("bedtime", "hamstring"), ("bedtime", "hamstring-and-calf")],
    "P4": [("easy-bike", "ride"), ("bike-then-stretch", "ride")],
    "P5": [("warm-up", "march"), ("warm-up", "hamstring")],
    "P6": [("after-exercise", "hamstring"), ("after-exercise", "calf")],
    "P7": [("desk", "hamstring"), ("move", "stand")],
}
"""Where each line of the founding articles on stretches and relief lives: routine and step."""

SAYS = {
    ("R1", "relief-hamstring-standing"): (
        "step ahead",
        "toes up",
        "lean from the hips",
        "reach for your toes",
        "gently back",
    ),
    ("R2", "relief-hamstring-chair"): ("chair", "straighten", "reach for your toes"),
    ("R2", "relief-hamstring-bed-edge"): ("edge of the bed", "straighten", "reach for your toes"),
    ("R3", "relief-hamstring-floor"): ("both legs straight", "pull them gently", "as low as you can"),
    ("R4", "floor"): ("walk your hands down your shins",),
    ("R5", "relief-hamstring-bed"): ("straighten the leg", "sheet round your foot", "pull it gently"),
    ("R7", "relief-massage"): ("gently", "fingertips", "no hard pressure"),
    ("R8", "relief-warmth"): ("warm pad", "warm cloth", "warm bath"),
    ("R9", "relief-cold"): ("towel", "10 to 15 minutes", "20 minutes off"),
}
"""What the words of it hold."""


def step_of(routine: str, step: str) -> Step:
    return next(found for found in shelf.routine(routine).steps if found.id == step)


def steps() -> list[tuple[Routine, Step]]:
    return [(routine, step) for routine in shelf.routines() for step in shelf.all_steps(routine)]


@pytest.mark.parametrize(("line", "homes"), FOUNDING.items())
def test_every_line_of_the_founding_articles_has_a_step(line: str, homes: list[tuple[str, str]]) -> None:
    assert all(step_of(routine, step).instruction for routine, step in homes), line


@pytest.mark.parametrize(("line", "routine", "words"), [(*where, words) for where, words in SAYS.items()])
def test_the_step_says_what_the_article_says(line: str, routine: str, words: tuple[str, ...]) -> None:
    step = next(step for name, step in FOUNDING[line] if name == routine)
    text = step_of(routine, step).instruction.lower()
    assert [part for part in words if part not in text] == []


def test_the_walk_down_the_shins_is_held_for_thirty_seconds() -> None:
    assert step_of("relief-hamstring-floor", "shins").hold == 30 * SECOND


def test_ids_are_the_names_of_the_files() -> None:
    names = [name.removesuffix(".toml") for name in sorted(shelf.texts("guides"))]
    assert [routine.id for routine in shelf.routines()] == names


def test_bedtime_is_the_published_dose() -> None:
    bedtime = shelf.routine("bedtime")
    assert [step.pose for step in bedtime.steps] == [
        "standing-calf-wall",
        "standing-hamstring-toes-up",
        "seated-hamstring-and-calf",
    ]
    for step in bedtime.steps:
        assert (step.hold, step.repetitions, step.rest) == (10 * SECOND, 3, 10 * SECOND)
        assert step.gap >= step.rest or step.gap * 2 + step.hold >= step.rest
    assert [step.side for step in bedtime.steps] == [StepSide.EACH, StepSide.EACH, StepSide.BOTH]
    assert bedtime.held_on(Side.LEFT) == bedtime.held_on(Side.RIGHT) == 90 * SECOND
    assert 180 * SECOND <= bedtime.lasts <= 225 * SECOND


@pytest.mark.parametrize("name", ["bedtime-seated", "bedtime-bed-edge", "bedtime-bed"])
def test_its_other_ways_keep_the_dose(name: str) -> None:
    for step in shelf.routine(name).steps:
        assert step.hold == 10 * SECOND
        assert step.repetitions == 3 or step.muscle is Muscle.FOOT


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [
        ("desk", 60, 60),
        ("move", 30, 30),
        ("warm-up", 300, 600),
        ("warm-up-seated", 300, 600),
        ("easy-bike", 300, 315),
        ("after-exercise", 180, 300),
    ],
)
def test_length_is_what_its_title_promises(name: str, least: int, most: int) -> None:
    assert least * SECOND <= shelf.routine(name).lasts <= most * SECOND


def test_the_ride_lasts_five_minutes_and_is_easy() -> None:
    ride = step_of("easy-bike", "ride")
    assert ride.hold == timedelta(minutes=5)
    assert "easy" in ride.cue.lower()
    assert "talk" in ride.instruction.lower()


def test_every_routine_is_as_long_on_the_left_as_on_the_right() -> None:
    for routine in shelf.routines():
        assert routine.held_on(Side.LEFT) == routine.held_on(Side.RIGHT), routine.id


def test_every_cramp_and_place_has_its_relief() -> None:
    muscles = (Muscle.HAMSTRING, Muscle.CALF, Muscle.FOOT, Muscle.FRONT_THIGH)
    places = (Place.BED, Place.BED_EDGE, Place.CHAIR, Place.FLOOR, Place.STANDING)
    for muscle in muscles:
        for place in places:
            relief = shelf.routine(f"relief-{muscle}-{place}")
            assert (relief.purpose, relief.muscle, relief.place) == (Purpose.RELIEF, muscle, place)
            for step in relief.steps:
                assert (step.action, step.position) == (Action.STRETCH, place)
                assert muscle in step.muscles
                assert timedelta(seconds=10) <= step.hold <= timedelta(seconds=30)


def test_never_to_pain_is_always_on_show() -> None:
    for routine, step in steps():
        if routine.purpose in GENTLE and step.action is Action.STRETCH:
            assert "never pain" in step.safety.lower(), (routine.id, step.id)
        assert step.safety


def test_the_knee_stays_straight_where_the_articles_ask_for_it() -> None:
    for routine in shelf.routines():
        if routine.purpose is Purpose.RELIEF and routine.muscle in (Muscle.HAMSTRING, Muscle.CALF):
            for step in routine.steps:
                said = f"{step.instruction} {step.cue} {step.safety}".lower()
                assert any(
                    words in said for words in ("knee straight", "leg straight", "knee as straight", "straighten")
                ), step


def test_standing_is_not_for_those_who_may_fall() -> None:
    for routine, step in steps():
        if step.position is Place.STANDING and step.action is Action.STRETCH:
            assert Limit.POOR_BALANCE in step.exclude, (routine.id, step.id)


def test_nobody_lies_flat_or_folds_over_in_pregnancy() -> None:
    for routine, step in steps():
        if step.pose in ("bed-lying-sheet", "floor-both-legs", "floor-shins", "seated-hamstring-and-calf"):
            assert Limit.PREGNANT in step.exclude, (routine.id, step.id)


def test_every_source_is_a_card_of_that_strength() -> None:
    cards = {card.id: card for card in shelf.cards()}
    for routine, step in steps():
        assert cards[step.source].strength is step.strength, (routine.id, step.id)
    for routine in shelf.routines():
        assert cards[routine.source].strength is routine.strength, routine.id


def test_steps_are_named_for_the_voice() -> None:
    for _routine, step in steps():
        assert len(step.title) <= 45
        assert len(step.instruction) <= 160


@pytest.mark.parametrize("muscle", [Muscle.HAMSTRING, Muscle.CALF, Muscle.FOOT, Muscle.FRONT_THIGH])
@pytest.mark.parametrize("action", [Action.MASSAGE, Action.WARMTH, Action.COLD])
def test_what_is_done_to_a_muscle_is_shown_on_that_muscle(action: Action, muscle: Muscle) -> None:
    step = care_step(shelf.routines(), action, muscle)
    assert step is not None
    assert step.muscle is muscle
    assert (step.pose or "").endswith(f"-{muscle}")
