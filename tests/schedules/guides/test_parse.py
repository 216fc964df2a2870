"""Guide files: what is read from them, and what is said about those that cannot be."""

import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.guides.parse import parse
from schedules.guides.routine import Action, Limit, Place, Purpose, StepSide, Strength
from schedules.guides.table import Fault, GuideError, Problem
from schedules.history import Muscle

WHOLE = """
id = "mine"
title = "My own"
summary = "Two stretches."
purpose = "day"
place = "chair"
source = "stretch-dose"
strength = "expert-advice"
safety = "Gentle pull, never pain."
breathing = "Breathe slowly."

[[step]]
id = "calf"
title = "Calf"
muscle = "calf"
also = ["hamstring"]
side = "each"
pose = "seated-calf"
hold = 12.5
repetitions = 2
rest = 10
lead_in = 8
instruction = "Pull your toes up."
cue = "Heel down."
exclude = ["knee", "back"]
[step.easier]
instruction = "Pull less."
exclude = []

[[step]]
id = "ride"
title = "Ride"
action = "ride"
position = "bike"
muscle = "other"
side = "both"
hold = 60
instruction = "Ride slowly."
breathing = "As you like."
safety = "Keep it easy."
source = "easy-bike"
strength = "weak"
"""


def problems_of(text: str) -> list[tuple[str, str, Fault]]:
    with pytest.raises(GuideError) as caught:
        parse(text, "mine.toml", {"seated-calf"})
    assert all(problem.file == "mine.toml" for problem in caught.value.problems)
    return [(problem.where, problem.key, problem.fault) for problem in caught.value.problems]


def test_everything_a_file_says_is_read() -> None:
    routine = parse(WHOLE, "mine.toml", {"seated-calf"})
    assert (routine.id, routine.title, routine.summary) == ("mine", "My own", "Two stretches.")
    assert (routine.purpose, routine.place, routine.muscle) == (Purpose.DAY, Place.CHAIR, None)
    calf, ride = routine.steps
    assert (calf.id, calf.title, calf.action, calf.position) == ("calf", "Calf", Action.STRETCH, Place.CHAIR)
    assert (calf.muscles, calf.side, calf.pose) == ((Muscle.CALF, Muscle.HAMSTRING), StepSide.EACH, "seated-calf")
    assert (calf.hold, calf.repetitions, calf.rest) == (timedelta(seconds=12.5), 2, timedelta(seconds=10))
    assert (calf.lead_in, calf.cue) == (timedelta(seconds=8), "Heel down.")
    assert calf.exclude == {Limit.KNEE, Limit.BACK}
    assert (ride.action, ride.position, ride.pose) == (Action.RIDE, Place.BIKE, None)


def test_a_step_takes_what_it_does_not_say_from_the_routine() -> None:
    calf, ride = parse(WHOLE, "mine.toml").steps
    assert (calf.safety, calf.breathing) == ("Gentle pull, never pain.", "Breathe slowly.")
    assert (calf.source, calf.strength) == ("stretch-dose", Strength.EXPERT_ADVICE)
    assert (ride.safety, ride.breathing) == ("Keep it easy.", "As you like.")
    assert (ride.source, ride.strength) == ("easy-bike", Strength.WEAK)


def test_an_easier_step_takes_what_it_does_not_say_from_its_step() -> None:
    calf = parse(WHOLE, "mine.toml").steps[0]
    easier = calf.easier
    assert easier is not None
    assert (easier.id, easier.instruction, easier.exclude) == ("calf-easier", "Pull less.", frozenset())
    assert (easier.pose, easier.hold, easier.safety, easier.easier) == (calf.pose, calf.hold, calf.safety, None)


@pytest.mark.parametrize(
    ("old", "new", "where", "key", "fault"),
    [
        ('place = "chair"', 'place = "sofa"', "", "place", Fault.NOT_ALLOWED),
        ('id = "mine"', 'id = "My own"', "", "id", Fault.NOT_ALLOWED),
        ('title = "My own"', "title = 7", "", "title", Fault.NOT_ALLOWED),
        ('title = "My own"', 'title = " "', "", "title", Fault.NOT_ALLOWED),
        ('title = "My own"', "", "", "title", Fault.MISSING),
        ('summary = "Two stretches."', 'sumary = "Two."', "", "sumary", Fault.UNKNOWN_KEY),
        ('id = "calf"\n', "", "step 1", "id", Fault.MISSING),
        ('muscle = "calf"\n', "", "step calf", "muscle", Fault.MISSING),
        ('muscle = "calf"\n', 'muscle = "neck"\n', "step calf", "muscle", Fault.NOT_ALLOWED),
        ('also = ["hamstring"]', 'also = "hamstring"', "step calf", "also", Fault.NOT_ALLOWED),
        ('side = "each"', 'side = "leftish"', "step calf", "side", Fault.NOT_ALLOWED),
        ('pose = "seated-calf"', 'pose = "headstand"', "step calf", "pose", Fault.NOT_ALLOWED),
        ("hold = 12.5", "hold = -3", "step calf", "hold", Fault.NOT_ALLOWED),
        ("hold = 12.5", "hold = nan", "step calf", "hold", Fault.NOT_ALLOWED),
        ("hold = 12.5", "hold = inf", "step calf", "hold", Fault.NOT_ALLOWED),
        ("hold = 12.5", "hold = true", "step calf", "hold", Fault.NOT_ALLOWED),
        ("hold = 12.5", 'hold = "12"', "step calf", "hold", Fault.NOT_ALLOWED),
        ("hold = 12.5\n", "", "step calf", "hold", Fault.MISSING),
        ("repetitions = 2", "repetitions = 0", "step calf", "repetitions", Fault.NOT_ALLOWED),
        ("repetitions = 2", "repetitions = 2.0", "step calf", "repetitions", Fault.NOT_ALLOWED),
        ("rest = 10", "rest = -1", "step calf", "rest", Fault.NOT_ALLOWED),
        ("lead_in = 8", "lead_in = 0", "step calf", "lead_in", Fault.NOT_ALLOWED),
        ('exclude = ["knee", "back"]', 'exclude = ["knees"]', "step calf", "exclude", Fault.NOT_ALLOWED),
        ('cue = "Heel down."', 'cues = "Heel down."', "step calf", "cues", Fault.UNKNOWN_KEY),
        ('instruction = "Pull less."\n', "", "step calf easier", "instruction", Fault.MISSING),
        ('instruction = "Pull less."', 'instruction = "P."\nholds = 3', "step calf easier", "holds", Fault.UNKNOWN_KEY),
        ('id = "ride"', 'id = "calf"', "", "step calf", Fault.REPEATED),
        ('safety = "Gentle pull, never pain."\n', "", "step calf", "safety", Fault.MISSING),
    ],
)
def test_one_problem_is_told_by_step_and_key(old: str, new: str, where: str, key: str, fault: Fault) -> None:
    assert old in WHOLE
    assert problems_of(WHOLE.replace(old, new, 1)) == [(where, key, fault)]


def test_all_problems_are_told_at_once() -> None:
    text = (
        WHOLE.replace('place = "chair"', 'place = "sofa"').replace("hold = 12.5", "hold = 0").replace("hold = 60", "")
    )
    assert problems_of(text) == [
        ("", "place", Fault.NOT_ALLOWED),
        ("step calf", "hold", Fault.NOT_ALLOWED),
        ("step ride", "hold", Fault.MISSING),
    ]


def test_a_routine_without_steps_is_a_problem() -> None:
    head = WHOLE[: WHOLE.index("[[step]]")]
    assert problems_of(head) == [("", "step", Fault.MISSING)]
    assert problems_of(head + "step = 3\n") == [("", "step", Fault.NOT_ALLOWED)]


def test_what_is_no_toml_is_a_problem_of_the_file() -> None:
    assert problems_of("id = ") == [("", "", Fault.NOT_TOML)]


def test_a_problem_says_what_was_found_and_what_is_allowed() -> None:
    with pytest.raises(GuideError) as caught:
        parse(WHOLE.replace("repetitions = 2", "repetitions = 99"), "mine.toml")
    assert caught.value.problems == (
        Problem(
            file="mine.toml",
            where="step calf",
            key="repetitions",
            fault=Fault.NOT_ALLOWED,
            found="99",
            allowed="a whole number, 1 to 20",
        ),
    )
    assert str(caught.value) == (
        "mine.toml, step calf, repetitions: not-allowed; found 99; allowed a whole number, 1 to 20"
    )


def read_or_refused(text: str) -> bool:
    """Whether a text is read; if not, at least one problem is told."""
    try:
        parse(text, "any.toml")
    except GuideError as error:
        return bool(error.problems)
    return True


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert read_or_refused(text)


VALUES = st.one_of(
    st.text(max_size=5).map(json.dumps),
    st.integers().map(str),
    st.floats().map(str),
    st.sampled_from(["true", "[]", "{}", "[1]", "1979-05-27", "[{}]"]),
)


@given(st.sampled_from([line for line in WHOLE.splitlines() if "=" in line]), VALUES)
def test_any_value_in_place_of_another_is_read_or_refused(line: str, value: str) -> None:
    key = line.partition("=")[0]
    assert read_or_refused(WHOLE.replace(line, f"{key}= {value}", 1))
