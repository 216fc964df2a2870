"""The one painter of every pose."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTransform

from desktop.widgets.figure.canvas import Canvas
from desktop.widgets.figure.colors import FigureColors
from desktop.widgets.figure.anchors import Pulling
from desktop.widgets.figure.furniture import paint_floor, paint_props
from desktop.widgets.figure.marks import paint_arrow, paint_glow, paint_tags, paint_towel
from desktop.widgets.figure.vector import Vec
from desktop.widgets.figure.limbs import Tones, paint_arm, paint_leg
from desktop.widgets.figure.pose import Box, Pose, Works
from desktop.widgets.figure.projection import projected
from schedules.history import Muscle
from desktop.widgets.figure.skeleton import Figure
from desktop.widgets.figure.trunk import paint_head, paint_trunk


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a pose is to be shown."""

    colors: FigureColors
    mirrored: bool = False
    """The near leg is the left one."""
    muscle: Muscle | None = None
    """The muscle that glows; None for the one of the pose."""
    works: Works | None = None
    """The legs that glow; None for those of the pose."""
    glow: float = 1.0
    """How bright it glows, 0 to 1."""
    tags: tuple[str, str] = ("L", "R")
    """The letters of the left and the right leg; empty for none."""


def framing(box: Box, rect: QRectF, *, mirrored: bool = False) -> QTransform:
    """From body heights to the picture: the whole box in the middle of the rectangle."""
    wide, high = box.right - box.left, box.top - box.bottom
    scale = min(rect.width() / wide, rect.height() / high)
    middle = rect.center()
    transform = QTransform()
    transform.translate(middle.x(), middle.y())
    transform.scale(-scale if mirrored else scale, -scale)
    transform.translate(-(box.left + box.right) / 2, -(box.bottom + box.top) / 2)
    return transform


def paint(painter: QPainter, rect: QRectF, figure: Figure, pose: Pose, look: Look) -> None:
    """Paint the figure and all that stands round it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(framing(pose.box, rect, mirrored=look.mirrored), True)
    canvas = Canvas(painter, mirrored=look.mirrored)
    flat = projected(figure, pose.traits.view)
    paint_floor(canvas, pose.scene, pose.box, look.colors)
    paint_props(canvas, pose.scene, pose.traits.view, pose.box, look.colors)
    _paint_side(canvas, flat, pose, look)
    _paint_marks(canvas, flat, pose, look)
    painter.restore()


def _paint_side(canvas: Canvas, figure: Figure, pose: Pose, look: Look) -> None:
    colors, shoes = look.colors, pose.traits.shoes
    near, far = Tones.near(colors), Tones.far(colors)
    frame = pose.frames[-1]
    works, muscle = look.works or pose.traits.works, look.muscle or pose.traits.muscle
    paint_leg(canvas, figure.far_leg, far, colors, shoes=shoes)
    if works is not Works.NEAR:
        paint_glow(canvas, figure.far_leg, muscle, colors, look.glow * 0.6)
    if isinstance(frame.far_arm, Pulling):
        paint_towel(canvas, figure.near_leg if frame.far_arm.towel == "near" else figure.far_leg, [figure.far_arm.palm], colors)
    paint_arm(canvas, figure.far_arm, far, colors)
    paint_trunk(canvas, figure, colors)
    paint_head(canvas, figure, colors)
    paint_leg(canvas, figure.near_leg, near, colors, shoes=shoes)
    if works is not Works.FAR:
        paint_glow(canvas, figure.near_leg, muscle, colors, look.glow)
    if isinstance(frame.near_arm, Pulling):
        paint_towel(canvas, figure.near_leg if frame.near_arm.towel == "near" else figure.far_leg, [figure.near_arm.palm], colors)
    paint_arm(canvas, figure.near_arm, near, colors)


def _paint_marks(canvas: Canvas, figure: Figure, pose: Pose, look: Look) -> None:
    for arrow in pose.arrows:
        paint_arrow(canvas, part(figure, arrow.by) + arrow.aside, arrow.toward, arrow.length, arrow.curve, look.colors)
    if look.tags:
        left, right = look.tags
        near, far = figure.near_leg.ankle + pose.traits.near_tag, figure.far_leg.ankle + pose.traits.far_tag
        paint_tags(canvas, near, far, (left, right) if look.mirrored else (right, left), look.colors)


def part(figure: Figure, name: str) -> Vec:
    """Where a part of the body is, by its name."""
    side, _, joint = name.partition("-")
    if joint:
        leg = figure.near_leg if side == "near" else figure.far_leg
        arm = figure.near_arm if side == "near" else figure.far_arm
        return getattr(arm if joint in ("shoulder", "elbow", "wrist", "palm", "fingers") else leg, joint)
    return getattr(figure, name)
