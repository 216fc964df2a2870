"""The painter puts on the picture what the pose and the look say."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from desktop.widgets.figure.colors import DARK, LIGHT, NIGHT, FigureColors
from desktop.widgets.figure.look import Look, look_at
from desktop.widgets.figure.motion import along
from desktop.widgets.figure.painter import framing, paint
from desktop.widgets.figure.pose import Box, Works
from desktop.widgets.figure.poses import load, pose_ids
from desktop.widgets.figure.solve import solve
from schedules.history import Muscle, Side

SIZE = 240
HAIR = 30
Painted = Callable[..., QImage]
Point = tuple[int, int]


@pytest.fixture
def painted(qtbot: QtBot) -> Painted:
    """Paints a pose on nothing; fonts need the application that qtbot brings."""

    def paint_pose(pose_id: str, side: Side = Side.RIGHT, colors: FigureColors = LIGHT, **more: object) -> QImage:
        pose = load(pose_id)
        image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        figure = solve(along(pose.frames, 1.0, pose.scene), pose.scene)
        look = look_at(pose, side, colors, **more)  # type: ignore[arg-type]
        paint(painter, QRectF(0, 0, SIZE, SIZE), figure, pose, look)
        painter.end()
        return image

    return paint_pose


def has(image: QImage, color: str) -> bool:
    """Whether a colour of the palette is seen as it is, somewhere."""
    tone = QColor(color)
    return bytes((tone.blue(), tone.green(), tone.red(), 255)) in bytes(image.constBits())


def difference(one: QImage, other: QImage) -> QImage:
    """What is left of one picture where the other one is taken away; black where they are alike."""
    left = one.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(left)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other.convertToFormat(QImage.Format.Format_RGB32))
    painter.end()
    return left.convertToFormat(QImage.Format.Format_Grayscale8)


def changed(one: QImage, other: QImage) -> list[Point]:
    """Where two pictures differ by more than a hair."""
    left = difference(one, other)
    line = left.bytesPerLine()
    return [(at % line, at // line) for at, tone in enumerate(bytes(left.constBits())) if tone > HAIR]


@pytest.mark.parametrize("colors", [LIGHT, DARK, NIGHT])
@pytest.mark.parametrize("pose_id", pose_ids())
def test_every_pose_is_painted_inside_its_picture(painted: Painted, pose_id: str, colors: FigureColors) -> None:
    image = painted(pose_id, colors=colors)
    tag = [colors.tag_near] if load(pose_id).traits.tags else []
    for part in (colors.skin, colors.shirt, colors.shorts, colors.hair, *tag):
        assert has(image, part), part


@pytest.mark.parametrize("pose_id", pose_ids())
def test_the_left_side_is_the_right_one_mirrored(painted: Painted, pose_id: str) -> None:
    right = painted(pose_id, Side.RIGHT, tags=("", ""), muscle=Muscle.OTHER)
    left = painted(pose_id, Side.LEFT, tags=("", ""), muscle=Muscle.OTHER)
    # Only the smoothing of edges may differ.
    assert len(changed(right, left.flipped(Qt.Orientation.Horizontal))) < SIZE * SIZE * 0.004


def test_letters_change_sides_and_stay_upright(painted: Painted) -> None:
    right, left = painted("standing-calf-wall", Side.RIGHT), painted("standing-calf-wall", Side.LEFT)
    wrong_way_round = left.flipped(Qt.Orientation.Horizontal)
    assert changed(right, wrong_way_round)
    swapped = painted("standing-calf-wall", Side.LEFT, tags=("R", "L")).flipped(Qt.Orientation.Horizontal)
    assert changed(swapped, right)


def test_the_near_leg_has_the_letter_of_the_side_that_works(painted: Painted) -> None:
    blank = painted("standing-calf-wall", Side.RIGHT, tags=("L", ""))
    assert not has(blank, LIGHT.tag_near)
    assert painted("standing-calf-wall", Side.RIGHT, tags=("L", "R")) != painted(
        "standing-calf-wall", Side.RIGHT, tags=("R", "L")
    )


def test_a_ride_needs_no_letters(painted: Painted) -> None:
    assert not has(painted("easy-bike"), LIGHT.tag_near)


def test_the_muscle_glows_where_it_is(painted: Painted) -> None:
    cold = painted("seated-hamstring", muscle=Muscle.OTHER)

    def heat(muscle: Muscle) -> float:
        hot = changed(cold, painted("seated-hamstring", muscle=muscle))
        return sum(x for x, _y in hot) / len(hot)

    assert heat(Muscle.HAMSTRING) < heat(Muscle.CALF) < heat(Muscle.FOOT)


def test_the_back_of_the_leg_is_shown_from_behind_only(painted: Painted) -> None:
    plain = painted("stand-front", muscle=Muscle.OTHER)
    assert painted("stand-front", muscle=Muscle.HAMSTRING) == plain
    assert painted("stand-front", muscle=Muscle.FRONT_THIGH) != plain
    assert painted("stand-back", muscle=Muscle.HAMSTRING) != painted("stand-back", muscle=Muscle.OTHER)


def test_the_side_chooses_the_leg_that_glows_from_the_front() -> None:
    pose = load("stand-front")
    assert look_at(pose, Side.BOTH, LIGHT).works is Works.BOTH
    assert look_at(pose, Side.LEFT, LIGHT) == Look(
        colors=LIGHT, muscle=Muscle.OTHER, works=Works.NEAR, mirrored=True, glow=1.0, tags=("L", "R")
    )
    assert look_at(load("floor-shins"), Side.LEFT, LIGHT).works is Works.BOTH


def test_the_whole_box_fits_and_keeps_its_shape() -> None:
    box = Box(left=-1.0, bottom=0.0, right=1.0, top=1.0)
    transform = framing(box, QRectF(0, 0, 400, 400))
    seen = transform.mapRect(QRectF(-1.0, 0.0, 2.0, 1.0))
    assert (seen.width(), seen.height()) == (400.0, 200.0)
    assert seen.center().y() == 200
    flipped = framing(box, QRectF(0, 0, 400, 400), mirrored=True)
    assert flipped.map(QPointF(-1.0, 0.0)).x() == pytest.approx(transform.map(QPointF(1.0, 0.0)).x())
