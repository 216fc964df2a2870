"""Between key frames what touches keeps touching, and what changes its hold swings over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.widgets.figure.anchors import (
    Frame,
    Hanging,
    HipsAt,
    HipsOver,
    OnLeg,
    Planted,
    Spine,
    Swung,
    Which,
)
from desktop.widgets.figure.motion import along, interpolate
from desktop.widgets.figure.poses import load, pose_ids
from desktop.widgets.figure.scene import Scene
from desktop.widgets.figure.skeleton import Figure
from desktop.widgets.figure.solve import solve
from desktop.widgets.figure.two_bones import joint_between
from desktop.widgets.figure.vector import Vec, angle_between, bend

STANDING = Frame(
    hips=HipsOver(over=Which.FAR, knee=4.0),
    spine=Spine(),
    near_leg=Planted(foot="floor", x=0.0),
    far_leg=Planted(foot="floor", x=0.0),
    near_arm=Hanging(upper=0.0, elbow=10.0),
    far_arm=OnLeg(leg=Which.FAR, at=0.4),
)


def joints(figure: Figure) -> tuple[Vec, ...]:
    return (figure.hips, figure.head, figure.near_leg.ankle, figure.far_leg.ankle, figure.near_arm.palm)


@pytest.mark.parametrize("pose_id", pose_ids())
def test_the_ends_of_the_way_are_the_key_frames(pose_id: str) -> None:
    pose = load(pose_id)
    for t, frame in ((0.0, pose.frames[0]), (1.0, pose.frames[-1])):
        there, wanted = solve(along(pose.frames, t, pose.scene), pose.scene), solve(frame, pose.scene)
        for one, other in zip(joints(there), joints(wanted), strict=True):
            assert (one - other).length() < 1e-6


@pytest.mark.parametrize("pose_id", pose_ids())
def test_nothing_jumps(pose_id: str) -> None:
    pose = load(pose_id)
    steps = 60 * max(1, len(pose.frames) - 1)
    before: Figure | None = None
    for step in range(steps + 1):
        figure = solve(along(pose.frames, step / steps, pose.scene), pose.scene)
        for one, other in zip(joints(figure), joints(before or figure), strict=True):
            assert (one - other).length() < 0.03
        before = figure


def test_a_foot_that_leaves_the_floor_swings_by_its_angles() -> None:
    held = Frame(
        **{name: getattr(STANDING, name) for name in ("hips", "spine", "far_leg", "near_arm", "far_arm")},
        near_leg=Swung(thigh=60.0, knee=80.0),
    )
    middle = interpolate(STANDING, held, 0.5, Scene())
    assert isinstance(middle.near_leg, Swung)
    assert isinstance(middle.far_leg, Planted)
    assert isinstance(middle.hips, HipsOver)
    assert solve(middle, Scene()).near_leg.heel.y > 0.03


def test_hips_that_stand_over_a_lifted_leg_go_by_their_place() -> None:
    held = Frame(
        **{name: getattr(STANDING, name) for name in ("spine", "near_leg", "near_arm", "far_arm")},
        hips=HipsOver(over=Which.NEAR, knee=4.0),
        far_leg=Swung(thigh=60.0, knee=80.0),
    )
    assert isinstance(interpolate(STANDING, held, 0.5, Scene()).hips, HipsAt)


def test_one_frame_alone_is_shown_at_every_time() -> None:
    assert along((STANDING,), 0.7, Scene()) is STANDING


@given(
    x=st.floats(-0.6, 0.6), y=st.floats(-0.6, 0.6), z=st.floats(-0.2, 0.2), upper=st.floats(0.1, 0.3),
    lower=st.floats(0.1, 0.3),
)  # fmt: skip
def test_two_bones_keep_their_lengths_wherever_the_hand_goes(
    x: float, y: float, z: float, upper: float, lower: float
) -> None:
    start, end = Vec(0.0, 0.8), Vec(x, 0.8 + y, z)
    joint, reached = joint_between(start, end, (upper, lower), Vec(0.3, -1.0, 0.2))
    assert (joint - start).length() == pytest.approx(upper, abs=1e-6)
    assert (reached - joint).length() == pytest.approx(lower, abs=1e-6)
    within = abs(upper - lower) * 1.01 + 0.001 < (end - start).length() < (upper + lower) * 0.999
    if within:
        assert (reached - end).length() < 1e-6


@given(turn=st.floats(-170, 170))
def test_a_bend_is_the_turn_it_was_made_with(turn: float) -> None:
    bone = Vec(0.3, -0.7)
    assert bend(bone, bone.turned(turn)) == pytest.approx(turn, abs=1e-6)
    assert angle_between(bone, bone.turned(turn)) == pytest.approx(abs(turn), abs=1e-4)
