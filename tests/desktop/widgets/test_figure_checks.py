"""The checks find what is wrong: a check that cannot fail would promise nothing."""

from dataclasses import replace

import pytest

from desktop.widgets.figure.anchors import Hanging, HipsOn, OnLeg, Planted, Reaching, Spine, Swung, Which
from desktop.widgets.figure.checks import faults, faults_of
from desktop.widgets.figure.pose import Box, Pose, Support
from desktop.widgets.figure.poses import load
from desktop.widgets.figure.solve import solve
from desktop.widgets.figure.vector import Vec


def wrong(pose: Pose) -> set[str]:
    return {fault.what for fault in faults(pose, 1.0)}


@pytest.fixture
def seated() -> Pose:
    return load("seated-hamstring")


def held(pose: Pose, **parts: object) -> Pose:
    return replace(pose, frames=(replace(pose.frames[-1], **parts),))  # type: ignore[arg-type]


def test_a_good_pose_has_no_faults(seated: Pose) -> None:
    assert wrong(seated) == set()


def test_hips_that_float_or_sink(seated: Pose) -> None:
    for lift in (0.02, -0.02):
        assert "seat on chair" in wrong(held(seated, hips=HipsOn(on="chair", x=0.0, lift=lift)))


def test_a_heel_that_floats(seated: Pose) -> None:
    assert "near-heel on floor" in wrong(held(seated, near_leg=Reaching(foot="floor", knee=3.0, pitch=48.0, lift=0.02)))


def test_a_foot_below_the_floor(seated: Pose) -> None:
    assert "far heel above the floor" in wrong(held(seated, far_leg=Planted(foot="floor", x=0.2, lift=-0.02)))


def test_a_hand_that_misses_the_shin(seated: Pose) -> None:
    assert "near-hand on near-leg" in wrong(held(seated, near_arm=Hanging(upper=60.0, elbow=10.0)))


def test_a_hand_that_cannot_reach(seated: Pose) -> None:
    assert "near-hand on near-leg" in wrong(held(seated, near_arm=OnLeg(leg=Which.NEAR, at=1.95)))


def test_a_bent_knee_that_is_said_to_be_straight(seated: Pose) -> None:
    assert "near knee straight" in wrong(held(seated, near_leg=Reaching(foot="floor", knee=20.0, pitch=40.0)))


def test_a_knee_that_folds_the_wrong_way(seated: Pose) -> None:
    assert "near knee folds back" in wrong(held(seated, near_leg=Swung(thigh=60.0, knee=-12.0)))


def test_a_back_that_bends_too_far(seated: Pose) -> None:
    assert "waist" in wrong(held(seated, spine=Spine(pelvis=20.0, waist=70.0)))


def test_an_arm_twisted_behind_the_back() -> None:
    assert "near shoulder" in wrong(held(load("stand"), near_arm=Hanging(upper=-80.0, elbow=10.0)))


def test_a_figure_outside_its_frame(seated: Pose) -> None:
    assert "head upward" in wrong(replace(seated, box=Box(left=-0.4, right=0.7, top=0.5)))


def test_a_promise_about_what_is_not_there(seated: Pose) -> None:
    for support in (
        Support(part="seat", on="bed"),
        Support(part="near-elbow", on="floor"),
        Support(part="near-hand", on="handlebar"),
        Support(part="near-hand", on="near-ear"),
        Support(part="near-hand", on="towel"),
    ):
        assert wrong(replace(seated, supports=(support,))) == {f"{support.part} on {support.on}"}


def test_what_is_only_reached_in_the_end_is_not_asked_for_on_the_way() -> None:
    pose = load("floor-both-legs")
    assert faults(pose, 0.0) == ()
    always = replace(pose, supports=tuple(replace(support, always=True) for support in pose.supports))
    assert {fault.what for fault in faults(always, 0.0)} == {"near-hand on near-toes", "far-hand on far-toes"}


def test_a_bone_that_grows(seated: Pose) -> None:
    figure = solve(seated.frames[-1], seated.scene)
    longer = replace(figure.near_leg, knee=figure.near_leg.knee + Vec(0.0, 0.02))
    found = {fault.what for fault in faults_of(replace(figure, near_leg=longer), seated, 0.5)}
    assert {"length of the near thigh", "length of the near shank"} <= found
