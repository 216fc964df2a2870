"""The one painter of every pose."""

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from desktop.widgets.figure.anchors import ArmAnchor, Pulling, Which
from desktop.widgets.figure.look import Look
from desktop.widgets.figure.painting.arms import paint_arm
from desktop.widgets.figure.painting.canvas import Canvas
from desktop.widgets.figure.painting.facing import paint_facing
from desktop.widgets.figure.painting.furniture import paint_crank, paint_floor, paint_pad, paint_props
from desktop.widgets.figure.painting.head import paint_profile
from desktop.widgets.figure.painting.legs import paint_leg
from desktop.widgets.figure.painting.marks import muscle_outline, paint_arrow, paint_glow, paint_tags, paint_towel
from desktop.widgets.figure.painting.trunk import paint_trunk
from desktop.widgets.figure.painting.wear import far_side, near_side
from desktop.widgets.figure.pose import Box, Pose, Works
from desktop.widgets.figure.projection import projected
from desktop.widgets.figure.scene import View
from desktop.widgets.figure.skeleton import Arm, Figure

_LARGEST_LAYER = 4096
"""Pixels on the longer side; a printer asks for more than an eye can see."""
_FAR_GLOW = 0.6
"""Share of the glow on the far leg, which the near one half hides."""


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
    """Paint the figure and all that stands round it.

    The body is painted on a layer of its own, so that shade and the lines that set one limb off from another colour the
    body alone: a clip would cost more than the rest of the picture.
    """
    transform = framing(pose.box, rect, mirrored=look.mirrored)
    flat = projected(figure, pose.traits.view)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    canvas = Canvas(painter, transform)
    paint_floor(canvas, pose.scene, pose.box, look.colors)
    paint_props(canvas, pose.scene, pose.traits.view, pose.box, look.colors)
    painter.drawImage(rect, _body(painter, rect, transform, (flat, pose, look)))
    _paint_marks(canvas, flat, pose, look)
    painter.restore()


def _body(painter: QPainter, rect: QRectF, transform: QTransform, shown: tuple[Figure, Pose, Look]) -> QImage:
    """The body alone."""
    figure, pose, look = shown
    layer = _clear_layer(painter, rect)
    body = QPainter(layer)
    body.setRenderHint(QPainter.RenderHint.Antialiasing)
    body.translate(-rect.topLeft())
    canvas = Canvas(body, transform)
    (_paint_side if pose.traits.view is View.SIDE else _paint_facing)(canvas, figure, pose, look)
    body.end()
    return layer


def _clear_layer(painter: QPainter, rect: QRectF) -> QImage:
    """A picture of the rectangle with nothing on it, as fine as the painter's device, printers included."""
    scale = painter.device().devicePixelRatioF() * math.sqrt(abs(painter.worldTransform().determinant()))
    scale = min(scale, _LARGEST_LAYER / max(rect.width(), rect.height(), 1.0))
    size = (rect.size() * scale).toSize().expandedTo(QSize(1, 1))
    layer = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    layer.setDevicePixelRatio(scale)
    layer.fill(Qt.GlobalColor.transparent)
    return layer


def _paint_side(canvas: Canvas, figure: Figure, pose: Pose, look: Look) -> None:
    colors, held = look.colors, pose.frames[-1]
    near, far = near_side(colors, shoes=pose.traits.shoes), far_side(colors, shoes=pose.traits.shoes)
    paint_crank(canvas, pose.scene, figure.far_leg.ball, colors.prop_shade)
    paint_leg(canvas, figure.far_leg, far)
    if look.works is not Works.NEAR:
        paint_glow(canvas, muscle_outline(figure.far_leg, look.muscle, View.SIDE), colors, look.glow * _FAR_GLOW)
    _paint_towel(canvas, figure, (held.far_arm, figure.far_arm), look)
    paint_arm(canvas, figure.far_arm, far)
    paint_trunk(canvas, figure, colors)
    paint_profile(canvas, figure, colors)
    paint_crank(canvas, pose.scene, figure.near_leg.ball, colors.floor)
    paint_leg(canvas, figure.near_leg, near)
    if look.works is not Works.FAR:
        paint_glow(canvas, muscle_outline(figure.near_leg, look.muscle, View.SIDE), colors, look.glow)
    paint_pad(canvas, pose.scene, figure.near_leg, colors)
    _paint_towel(canvas, figure, (held.near_arm, figure.near_arm), look)
    paint_arm(canvas, figure.near_arm, near)


def _paint_towel(canvas: Canvas, figure: Figure, arm: tuple[ArmAnchor, Arm], look: Look) -> None:
    anchor, solved = arm
    if isinstance(anchor, Pulling):
        leg = figure.near_leg if anchor.towel is Which.NEAR else figure.far_leg
        paint_towel(canvas, leg, solved.palm, look.colors)


def _paint_facing(canvas: Canvas, figure: Figure, pose: Pose, look: Look) -> None:
    view = pose.traits.view
    paint_facing(canvas, figure, look.colors, shoes=pose.traits.shoes, back=view is View.BACK)
    for leg, idle in ((figure.near_leg, Works.FAR), (figure.far_leg, Works.NEAR)):
        if look.works is not idle:
            paint_glow(canvas, muscle_outline(leg, look.muscle, view), look.colors, look.glow)


def _paint_marks(canvas: Canvas, figure: Figure, pose: Pose, look: Look) -> None:
    for arrow in pose.arrows:
        paint_arrow(canvas, arrow, figure.part(arrow.by) + arrow.aside, look.colors)
    left, right = look.tags
    if left and right and pose.traits.tags:
        places = figure.near_leg.ankle + pose.traits.near_tag, figure.far_leg.ankle + pose.traits.far_tag
        paint_tags(canvas, places, (left, right) if look.mirrored else (right, left), look.colors)
