"""The widget moves while it is seen, and only then."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.widgets.figure.colors import DARK, NIGHT
from desktop.widgets.figure.playing import BREATH_FRAME_MS, BREATH_MS, FRAME_MS, LEAD_MS, MOVE_MS, moment, still
from desktop.widgets.figure.pose import Motion
from desktop.widgets.figure.pose_reader import PoseError
from desktop.widgets.figure.poses import load, pose_ids
from desktop.widgets.figure.widget import FigureWidget
from schedules.history import Muscle, Side

HELD_MS = LEAD_MS + MOVE_MS


@pytest.fixture
def widget(qtbot: QtBot) -> FigureWidget:
    widget = FigureWidget()
    qtbot.addWidget(widget)
    widget.resize(320, 280)
    return widget


def picture(widget: FigureWidget) -> QImage:
    return widget.grab().toImage()


def test_nothing_moves_before_a_pose_is_shown(widget: FigureWidget) -> None:
    widget.show()
    assert widget.moment() is None
    assert not widget.is_moving()


def test_it_goes_from_the_start_into_the_pose(widget: FigureWidget) -> None:
    widget.show_pose("seated-hamstring", Side.RIGHT)
    start = picture(widget)
    widget.advance(LEAD_MS + MOVE_MS / 2)
    half = picture(widget)
    widget.advance(MOVE_MS)
    held = picture(widget)
    assert start != half != held != start
    now = widget.moment()
    assert now is not None
    assert now.t == 1


def test_it_breathes_in_the_hold() -> None:
    pose = load("seated-hamstring")
    breaths = [moment(pose, HELD_MS + step * BREATH_MS / 4).breath for step in range(5)]
    assert breaths == pytest.approx([0, 0.5, 1, 0.5, 0])


@pytest.mark.parametrize("pose_id", pose_ids())
def test_no_pose_asks_for_more_than_25_pictures_a_second(pose_id: str) -> None:
    pose = load(pose_id)
    for elapsed in range(0, 12_000, 100):
        now = moment(pose, elapsed)
        assert now.next_ms >= 40
        assert 0 <= now.t <= 1
        assert 0 <= now.breath <= 1
        assert 0 <= now.glow <= 1


def test_breathing_asks_for_half_the_pictures() -> None:
    pose = load("seated-hamstring")
    assert (moment(pose, HELD_MS - 1).next_ms, moment(pose, HELD_MS).next_ms) == (FRAME_MS, BREATH_FRAME_MS)


def test_a_march_goes_to_and_fro_and_a_ride_goes_round() -> None:
    march, ride = load("march"), load("easy-bike")
    period = march.traits.period_s * 1000
    assert [moment(march, period * share).t for share in (0, 0.5, 1)] == pytest.approx([0, 1, 0])
    period = ride.traits.period_s * 1000
    assert [moment(ride, period * share).t for share in (0, 0.5, 0.75, 1.25)] == pytest.approx([0, 0.5, 0.75, 0.25])
    assert still(ride).t == 0
    assert march.traits.motion is Motion.REPEAT


def test_it_moves_only_while_it_is_seen(widget: FigureWidget, qtbot: QtBot) -> None:
    widget.show_pose("march", Side.RIGHT)
    assert not widget.is_moving()
    widget.show()
    assert widget.is_moving()
    qtbot.waitUntil(lambda: (widget.moment() or still(load("march"))).t > 0)
    widget.hide()
    assert not widget.is_moving()


def test_a_pause_stands_still_and_goes_on(widget: FigureWidget) -> None:
    widget.show_pose("march", Side.RIGHT)
    widget.show()
    widget.advance(500)
    widget.set_paused(True)
    before = widget.moment()
    assert not widget.is_moving()
    widget.set_paused(False)
    assert widget.moment() == before
    assert widget.is_moving()


def test_reduced_motion_shows_what_is_held_and_stays(widget: FigureWidget) -> None:
    widget.set_reduced_motion(True)
    widget.show_pose("seated-hamstring", Side.RIGHT)
    widget.show()
    assert not widget.is_moving()
    now = widget.moment()
    assert now is not None
    assert (now.t, now.breath) == (1, 0)
    first = picture(widget)
    widget.advance(HELD_MS)
    assert picture(widget) == first


def test_a_new_pose_begins_at_its_start(widget: FigureWidget) -> None:
    widget.show_pose("seated-hamstring", Side.RIGHT)
    widget.advance(HELD_MS)
    widget.show_pose("seated-calf", Side.LEFT)
    now = widget.moment()
    assert now is not None
    assert now.t == 0


def test_side_muscle_colours_and_letters_change_the_picture(widget: FigureWidget) -> None:
    widget.set_reduced_motion(True)
    seen = []
    widget.show_pose("seated-hamstring", Side.RIGHT)
    seen.append(picture(widget))
    widget.show_pose("seated-hamstring", Side.LEFT)
    seen.append(picture(widget))
    widget.show_pose("seated-hamstring", Side.LEFT, muscle=Muscle.CALF)
    seen.append(picture(widget))
    for colors in (DARK, NIGHT):
        widget.set_palette_tokens(colors)
        seen.append(picture(widget))
    widget.set_tags("G", "D")
    seen.append(picture(widget))
    assert all(one != other for index, one in enumerate(seen) for other in seen[:index])


def test_a_pose_that_is_not_there_leaves_the_picture_as_it_was(widget: FigureWidget) -> None:
    widget.set_reduced_motion(True)
    widget.show_pose("stand", Side.RIGHT)
    before = picture(widget)
    with pytest.raises(PoseError):
        widget.show_pose("handstand", Side.RIGHT)
    assert picture(widget) == before


def test_it_has_room_and_can_be_small(widget: FigureWidget) -> None:
    assert widget.sizeHint().width() > widget.minimumSizeHint().width() > 0
