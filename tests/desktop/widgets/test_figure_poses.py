"""Every pose keeps its promises all the way: bones, contacts, joints, knees, floor and frame."""

import pytest

from desktop.widgets.figure.anchors import Crossed, Hanging
from desktop.widgets.figure.checks import faults
from desktop.widgets.figure.motion import along
from desktop.widgets.figure.pose import Motion, Pose
from desktop.widgets.figure.poses import load, pose_ids
from desktop.widgets.figure.scene import PropKind, View
from desktop.widgets.figure.solve import solve
from schedules.history import Muscle

STEPS = 20
WANTED = {
    "stand", "standing-hamstring-toes-up", "standing-hamstring-supported", "standing-calf-wall", "standing-quad",
    "seated-hamstring", "bed-edge-hamstring", "seated-hamstring-and-calf", "floor-both-legs", "floor-shins",
    "bed-sheet-pull", "bed-lying-sheet", "bed-lying-foot", "seated-calf", "seated-foot", "bed-edge-foot", "floor-calf",
    "seated-quad", "side-lying-quad", "desk-stand", "march", "leg-swing", "easy-bike", "massage-hamstring",
    "massage-calf", "warm-pad-calf", "stand-front", "stand-back", "sit-front",
}  # fmt: skip


@pytest.fixture(params=pose_ids())
def pose(request: pytest.FixtureRequest) -> Pose:
    return load(request.param)


def test_every_wanted_position_is_there() -> None:
    assert set(pose_ids()) >= WANTED


def test_a_pose_keeps_its_promises_all_the_way(pose: Pose) -> None:
    found = {
        (step / STEPS, breath): faults(pose, step / STEPS, breath) for step in range(STEPS + 1) for breath in (0.0, 1.0)
    }
    assert {when: wrong for when, wrong in found.items() if wrong} == {}


def test_a_pose_promises_what_it_stands_or_sits_on(pose: Pose) -> None:
    held_up = {"seat", "back", "near-sole", "far-sole", "near-heel", "far-heel"}
    parts = {support.part for support in pose.supports if support.always}
    # From above nothing bears weight that could be seen; on a bike the pedals do; marching changes feet.
    free = pose.scene.from_above() or pose.id in {"easy-bike", "march"}
    assert free or parts & held_up


@pytest.mark.parametrize(
    ("pose_id", "leg"),
    [
        ("standing-hamstring-toes-up", "near"),
        ("standing-calf-wall", "near"),
        ("seated-hamstring", "near"),
        ("seated-hamstring-and-calf", "both"),
        ("floor-both-legs", "both"),
        ("floor-shins", "both"),
        ("bed-sheet-pull", "near"),
        ("bed-lying-sheet", "near"),
        ("floor-calf", "near"),
    ],
)
def test_the_knee_is_straight_where_the_text_says_so(pose_id: str, leg: str) -> None:
    assert load(pose_id).traits.straight == leg


def test_a_stretch_says_which_muscle_it_is_for(pose: Pose) -> None:
    neutral = {"sit", "stand", "desk", "march", "easy", "cold"}
    stretched = pose.traits.muscle is not Muscle.OTHER
    assert stretched or pose.id.split("-")[0] in neutral or pose.id in {"bed-edge-sit", "seated-march"}


def test_what_moves_round_comes_back_to_where_it_began() -> None:
    pose = load("easy-bike")
    assert pose.traits.motion is Motion.TURN
    start, end = (solve(along(pose.frames, t, pose.scene), pose.scene) for t in (0.0, 1.0))
    assert (start.near_leg.ball - end.near_leg.ball).length() < 1e-9
    assert (start.far_leg.ball - end.far_leg.ball).length() < 1e-9


def test_the_pedals_are_opposite_and_under_the_feet() -> None:
    pose = load("easy-bike")
    for step in range(12):
        figure = solve(along(pose.frames, step / 12, pose.scene), pose.scene)
        middle = figure.near_leg.ball.toward(figure.far_leg.ball, 0.5)
        assert middle.x == pytest.approx(0.0, abs=0.012)
        assert (figure.near_leg.ball - figure.far_leg.ball).length() > 0.15


def test_the_leg_that_works_is_ahead_in_the_standing_stretch() -> None:
    for pose_id in ("standing-hamstring-toes-up", "standing-hamstring-supported"):
        pose = load(pose_id)
        figure = solve(pose.frames[-1], pose.scene)
        assert figure.near_leg.heel.x > figure.far_leg.toe.x
        assert figure.near_leg.toe.y > figure.near_leg.heel.y + 0.03


def test_toes_are_drawn_up_where_a_towel_pulls_them() -> None:
    for pose_id in ("bed-sheet-pull", "bed-sheet-calf", "floor-calf"):
        pose = load(pose_id)
        start, held = (solve(frame, pose.scene) for frame in (pose.frames[0], pose.frames[-1]))
        assert held.near_leg.toe.x < start.near_leg.toe.x
        assert held.near_leg.toe.y > start.near_leg.toe.y


def test_the_back_leg_of_the_calf_stretch_is_behind_with_its_heel_down() -> None:
    pose = load("standing-calf-wall")
    figure = solve(pose.frames[-1], pose.scene)
    assert figure.near_leg.toe.x < figure.far_leg.heel.x
    assert figure.near_leg.heel.y == pytest.approx(0.022, abs=0.001)
    assert pose.scene.find(PropKind.WALL) is not None


def test_views_from_the_front_and_from_behind_exist() -> None:
    views = {load(pose_id).traits.view for pose_id in pose_ids()}
    assert views == set(View)


def test_a_foot_lies_on_the_other_thigh_where_it_is_said_to() -> None:
    pose = load("seated-foot")
    figure = solve(pose.frames[-1], pose.scene)
    assert isinstance(pose.frames[-1].near_leg, Crossed)
    assert (figure.near_leg.ankle - figure.far_leg.knee).length() < 0.12
    assert figure.near_leg.knee.z > figure.near_leg.hip.z + 0.08


def test_breathing_in_lifts_the_chest_and_leaves_the_hands(pose: Pose) -> None:
    held = pose.frames[-1]
    out, breathed_in = solve(held, pose.scene, 0.0), solve(held, pose.scene, 1.0)
    assert breathed_in.near_leg == out.near_leg
    assert (breathed_in.nape - out.nape).length() > 0
    if not isinstance(held.near_arm, Hanging):
        assert (breathed_in.near_arm.palm - out.near_arm.palm).length() < 0.012
