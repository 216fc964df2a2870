"""A pose file that is not as it is wanted says where: file, pose and key."""

import pytest

from desktop.widgets.figure.pose import Motion
from desktop.widgets.figure.pose_reader import PoseError
from desktop.widgets.figure.poses import load, parse, pose_ids
from schedules.history import Muscle

GOOD = """
muscle = "calf"
[box]
left = -0.5
right = 0.5
top = 1.06
[[prop]]
kind = "chair"
[[arrow]]
by = "near-toe"
aside = [0.1, 0]
toward = 90
[start]
hips = { over = "near", knee = 4 }
spine = { pelvis = 3 }
near_leg = { foot = "floor", x = 0 }
far_leg = { foot = "floor", x = 0.02, by = "heel" }
near_arm = { upper = -6, elbow = 16 }
far_arm = { grip = "chair-back" }
[held]
spine = { waist = 8 }
"""


def read(old: str = "", new: str = "") -> None:
    assert old in GOOD
    parse(GOOD.replace(old, new), "calf.toml", "calf")


def test_a_good_file_is_read() -> None:
    pose = parse(GOOD, "calf.toml", "calf")
    assert (pose.id, pose.traits.muscle, pose.traits.motion) == ("calf", Muscle.CALF, Motion.HOLD)
    start, held = pose.frames
    assert (held.spine.pelvis, held.spine.waist, start.spine.waist) == (3.0, 8.0, 0.0)
    assert held.near_leg == start.near_leg
    assert pose.arrows[0].aside.x == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("old", "new", "key", "what"),
    [
        ('"calf"', '"biceps"', "muscle", "biceps is not one of hamstring, calf"),
        ("left = -0.5", 'left = "far"', "box.left", "far is not a number"),
        ("left = -0.5", "left = true", "box.left", "True is not a number"),
        ("left = -0.5", "", "box.left", "is missing"),
        ("[box]", "[bux]", "box", "is missing"),
        ("[start]", "[begin]", "start", "is missing"),
        ('kind = "chair"', 'kind = "sofa"', "prop.1.kind", "sofa is not one of"),
        ('kind = "chair"', 'kind = "chair"\nwide = 2', "prop.1.wide", "unknown"),
        ("[[prop]]", "[prop]", "prop", "an array of tables is wanted"),
        ("[0.1, 0]", "[0.1]", "arrow.1.aside", "two numbers"),
        ('by = "near-toe"', 'by = "near-tail"', "arrow.1.by", "near-tail"),
        ('by = "near-toe"', 'by = "tail"', "arrow.1.by", "tail"),
        ("spine = { pelvis = 3 }", "spine = 3", "start.spine", "a table is wanted"),
        ("spine = { pelvis = 3 }", "spine = { hip = 3 }", "start.spine.hip", "unknown"),
        ("spine = { pelvis = 3 }", "", "start.spine", "is missing"),
        ("spine = { pelvis = 3 }", "spine = {}\ntail = {}", "start.tail", "unknown"),
        ("upper = -6, elbow = 16", "elbow = 16", "start.near_arm", "one of these keys is wanted: upper, leg"),
        ("upper = -6, elbow = 16", "upper = -6", "start.near_arm.elbow", "is missing"),
        ('over = "near"', 'over = "middle"', "start.hips.over", "middle is not one of near, far"),
        ("knee = 4", 'knee = "bent"', "start.hips.knee", "bent is not a number"),
        ('foot = "floor", x = 0 ', 'foot = "bed", x = 0 ', "start", "no bed in the scene"),
        ('grip = "chair-back"', 'grip = "rope"', "start", "nothing called rope to hold"),
        ('grip = "chair-back"', 'grip = "near-ear"', "start", "nothing called near-ear to hold"),
        ('grip = "chair-back"', 'palm = "bed", at = 0.1', "start", "no bed in the scene"),
        ('near_leg = { foot = "floor", x = 0 }', "near_leg = { thigh = 10, knee = 5 }", "start", "not planted"),
        ('near_leg = { foot = "floor", x = 0 }', "near_leg = { crank = 10 }", "start", "not planted"),
        ('hips = { over = "near", knee = 4 }', 'hips = { on = "saddle", x = 0 }', "start", "no bike in the scene"),
        ('hips = { over = "near", knee = 4 }', 'hips = { on = "mat", x = 0 }', "start", "no mattress or mat"),
        ("spine = { waist = 8 }", 'far_arm = { grip = "rope" }', "held", "rope"),
    ],
)
def test_a_fault_is_told_with_its_place(old: str, new: str, key: str, what: str) -> None:
    with pytest.raises(PoseError) as caught:
        read(old, new)
    assert f"calf.toml, pose calf, {key}: " in caught.value.title
    assert what in caught.value.title
    assert caught.value.remedy


def test_a_file_that_is_no_toml_says_so() -> None:
    with pytest.raises(PoseError, match=r"calf.toml, pose calf: Invalid value"):
        parse("muscle = ", "calf.toml", "calf")


def test_both_legs_cannot_rest_on_each_other() -> None:
    with pytest.raises(PoseError, match="start: a leg cannot rest on itself"):
        parse(
            GOOD.replace('hips = { over = "near", knee = 4 }', 'hips = { on = "chair", x = 0 }')
            .replace('near_leg = { foot = "floor", x = 0 }', "near_leg = { on = 0.9 }")
            .replace('far_leg = { foot = "floor", x = 0.02, by = "heel" }', "far_leg = { on = 0.9 }"),
            "calf.toml",
            "calf",
        )


def test_a_pose_that_is_not_there_says_so() -> None:
    with pytest.raises(PoseError, match=r"handstand.toml, pose handstand: there is no such pose"):
        load("handstand")


def test_the_same_pose_is_read_once() -> None:
    assert load(pose_ids()[0]) is load(pose_ids()[0])
