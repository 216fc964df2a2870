"""Chair, bed, wall, bike and floor, drawn behind and before the figure."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from desktop.widgets.figure import scene as place
from desktop.widgets.figure.colors import FigureColors
from desktop.widgets.figure.painting import shapes
from desktop.widgets.figure.painting.canvas import Canvas
from desktop.widgets.figure.painting.outline import closed, disc, placed
from desktop.widgets.figure.pose import Box
from desktop.widgets.figure.projection import SLANT
from desktop.widgets.figure.scene import Prop, PropKind, Scene, View
from desktop.widgets.figure.skeleton import BALL_RADIUS, Leg
from desktop.widgets.figure.vector import Vec

_RIGHT = Vec(1.0, 0.0)
_UP = Vec(0.0, 1.0)
_WALL_HALF_WIDTH = 0.12


def paint_floor(canvas: Canvas, scene: Scene, box: Box, colors: FigureColors) -> None:
    """The line that everything stands on; none where the scene is seen from above."""
    if not scene.from_above():
        canvas.fill(_block(box.left + 0.02, -0.009, box.right - 0.02, 0.0, 0.004), colors.floor)


def paint_props(canvas: Canvas, scene: Scene, view: View, box: Box, colors: FigureColors) -> None:
    """What stands behind the figure."""
    painters = {
        PropKind.CHAIR: _chair if view is View.SIDE else _chair_front,
        PropKind.BED: _bed,
        PropKind.MATTRESS: _mattress,
        PropKind.WALL: _wall,
        PropKind.BIKE: _bike,
        PropKind.PAD: _pad,
        PropKind.CUSHION: _cushion,
        PropKind.MAT: _mat,
    }
    for prop in scene.props:
        painters[prop.kind](canvas, prop, box, colors)


def _block(left: float, bottom: float, right: float, top: float, round_: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(left, bottom, right - left, top - bottom), round_, round_)
    return path


def _chair(canvas: Canvas, chair: Prop, _box: Box, colors: FigureColors) -> None:
    way = -1.0 if chair.turned else 1.0
    half, seat = place.CHAIR_HALF_DEPTH, place.CHAIR_SEAT

    def at(x: float, y: float) -> Vec:
        return Vec(chair.x + x * way, y)

    canvas.line([at(-half * 0.9, seat - 0.02), at(-half * 0.98, 0.012)], colors.prop_shade, 0.022)
    canvas.line([at(half * 0.86, seat - 0.02), at(half * 0.9, 0.012)], colors.prop_shade, 0.022)
    back = [at(-half + 0.005, seat - 0.01), at(-half - 0.006, seat + 0.10), at(-half - 0.004, place.CHAIR_BACK - 0.012)]
    canvas.line(back, colors.prop_shade, 0.024)
    pad = [at(-half - 0.004, seat + 0.115), at(-half - 0.005, place.CHAIR_BACK - 0.016)]
    canvas.line(pad, colors.prop, 0.032)
    left, right = sorted((chair.x - half, chair.x + half))
    canvas.fill(_block(left - 0.008, seat - 0.034, right + 0.008, seat, 0.014), colors.prop)
    canvas.fill(_block(left, seat - 0.042, right, seat - 0.030, 0.005), colors.prop_line)


def _chair_front(canvas: Canvas, _chair: Prop, _box: Box, colors: FigureColors) -> None:
    half, seat = 0.135, place.CHAIR_SEAT
    for x in (-half * 0.9, half * 0.9):
        canvas.line([Vec(x, seat - 0.02), Vec(x * 1.02, 0.012)], colors.prop_shade, 0.022)
    canvas.fill(_block(-half * 0.95, seat + 0.09, half * 0.95, place.CHAIR_BACK, 0.03), colors.prop_shade)
    canvas.fill(_block(-half - 0.008, seat - 0.034, half + 0.008, seat, 0.014), colors.prop)
    canvas.fill(_block(-half, seat - 0.042, half, seat - 0.030, 0.005), colors.prop_line)


def _bed(canvas: Canvas, bed: Prop, _box: Box, colors: FigureColors) -> None:
    left, right, top = bed.x, bed.x + bed.length, place.BED_TOP
    if bed.board:
        canvas.fill(_block(left - 0.045, 0.0, left - 0.010, top + 0.20, 0.014), colors.prop_line)
    for x in (left + 0.03, right - 0.055):
        canvas.fill(_block(x, 0.0, x + 0.025, 0.09, 0.004), colors.prop_line)
    canvas.fill(_block(left - 0.012, 0.075, right + 0.006, 0.130, 0.012), colors.prop_line)
    canvas.fill(_block(left, 0.118, right, top, 0.034), colors.prop)
    canvas.fill(_block(left, 0.118, right, 0.150, 0.014), colors.prop_shade)
    if bed.pillow:
        canvas.fill(_block(left + 0.010, top - 0.004, left + 0.235, top + bed.pillow, 0.030), colors.linen)


def _mattress(canvas: Canvas, bed: Prop, _box: Box, colors: FigureColors) -> None:
    left, right, bottom, top = bed.x, bed.x + bed.length, bed.y, bed.y + place.MATTRESS_WIDTH
    canvas.fill(_block(left - 0.045, bottom - 0.012, left + 0.02, top + 0.012, 0.014), colors.prop_line)
    canvas.fill(_block(left, bottom, right, top, 0.040), colors.prop)
    canvas.fill(_block(left + 0.025, bottom + 0.08, left + 0.255, top - 0.08, 0.050), colors.linen)


def _wall(canvas: Canvas, wall: Prop, box: Box, colors: FigureColors) -> None:
    # A strip of its face shows, as broad as the slant draws the near hand apart from the far one.
    face = SLANT * _WALL_HALF_WIDTH
    canvas.fill(_block(wall.x - face, 0.0, wall.x + 0.045, box.top, 0.003), colors.prop)
    canvas.fill(_block(wall.x - face, 0.0, wall.x + face, box.top, 0.003), colors.prop_shade)


def _bike(canvas: Canvas, bike: Prop, _box: Box, colors: FigureColors) -> None:
    at = Vec(bike.x, 0.0)
    axle = at + place.CRANK_AXLE
    saddle, bar = at + place.SADDLE, at + place.HANDLEBAR
    wheel = axle + Vec(0.185, -0.005)
    canvas.line([at + Vec(-0.24, 0.011), at + Vec(0.02, 0.011)], colors.prop_line, 0.022)
    canvas.line([at + Vec(0.16, 0.011), at + Vec(0.36, 0.011)], colors.prop_line, 0.022)
    canvas.line([at + Vec(-0.12, 0.015), axle], colors.prop_shade, 0.030)
    canvas.line([at + Vec(0.27, 0.015), wheel, axle], colors.prop_shade, 0.030)
    canvas.line([axle, saddle + Vec(0.020, -0.03)], colors.prop_shade, 0.030)
    canvas.line([saddle + Vec(0.045, -0.12), saddle + Vec(0.020, -0.03)], colors.prop_line, 0.018)
    canvas.line([axle + Vec(0.02, 0.01), axle + Vec(0.14, 0.17), bar + Vec(-0.055, -0.03)], colors.prop_shade, 0.030)
    canvas.fill(disc(wheel, 0.120), colors.prop)
    canvas.stroke(disc(wheel, 0.094), colors.prop_shade, 0.010)
    canvas.fill(disc(wheel, 0.026), colors.prop_shade)
    canvas.fill(disc(axle, 0.040), colors.prop_line)
    canvas.fill(closed(placed(shapes.SADDLE_SHAPE, saddle, _RIGHT, _UP)), colors.prop_line)
    canvas.line(
        [bar + Vec(-0.060, -0.035), bar + Vec(-0.030, -0.004), bar + Vec(0.030, 0.002)], colors.prop_line, 0.022
    )
    canvas.fill(closed(placed(shapes.SCREEN, bar, _RIGHT, _UP)), colors.prop_line)


def paint_crank(canvas: Canvas, scene: Scene, foot: Vec, color: str) -> None:
    """One crank and its pedal under the ball of a foot; nothing without a bike."""
    bike = scene.find(PropKind.BIKE)
    if bike is None:
        return
    pedal = foot - Vec(0.0, place.PEDAL_HALF_HEIGHT + BALL_RADIUS)
    canvas.line([Vec(bike.x, 0.0) + place.CRANK_AXLE, pedal], color, 0.018)
    canvas.line([pedal - Vec(0.030, 0.0), pedal + Vec(0.030, 0.0)], color, 2 * place.PEDAL_HALF_HEIGHT)


def paint_pad(canvas: Canvas, scene: Scene, leg: Leg, colors: FigureColors) -> None:
    """A pad in its towel on a leg; nothing without one."""
    pad = scene.find(PropKind.PAD)
    if pad is None or not pad.on_leg:
        return
    start, end = leg.bone(pad.on_leg)
    along = (end - start).unit()
    up = leg.front.across(along) * (-1 if pad.behind else 1)
    middle = leg.back_surface(pad.on_leg) if pad.behind else leg.surface(pad.on_leg)
    half = pad.length / 2
    canvas.fill(closed(placed(_bent(half, -0.014, 0.030), middle, along, up)), colors.towel)
    canvas.fill(closed(placed(_bent(half * 0.8, -0.002, 0.018), middle, along, up)), _core(pad, colors))


def _pad(canvas: Canvas, pad: Prop, _box: Box, colors: FigureColors) -> None:
    if pad.on_leg:
        return
    left, right = pad.x - pad.length / 2, pad.x + pad.length / 2
    canvas.fill(_block(left, pad.y - 0.006, right, pad.y + 0.020, 0.010), colors.towel)
    canvas.fill(_block(left + 0.016, pad.y + 0.001, right - 0.016, pad.y + 0.011, 0.004), _core(pad, colors))


def _bent(half: float, below: float, above: float) -> tuple[tuple[float, float], ...]:
    """What bends round a limb: from its surface into it, and out of it."""
    return (
        (-half, below),
        (-half * 0.9, above * 0.6),
        (0.0, above),
        (half * 0.9, above * 0.6),
        (half, below),
        (0.0, 0.0),
    )


def _core(pad: Prop, colors: FigureColors) -> str:
    """What is in the towel: cold, or warm."""
    return colors.cold if pad.cold else colors.glow


def _cushion(canvas: Canvas, cushion: Prop, _box: Box, colors: FigureColors) -> None:
    foot, right, up = Vec(cushion.x, cushion.y), _RIGHT.turned(cushion.lean), _UP.turned(cushion.lean)
    canvas.fill(closed(placed(shapes.CUSHION, foot, right, up)), colors.linen)
    canvas.line(placed(shapes.CUSHION_SEAM, foot, right, up), colors.prop_shade, 0.004)


def _mat(canvas: Canvas, mat: Prop, _box: Box, colors: FigureColors) -> None:
    bottom, top = mat.y, mat.y + place.MATTRESS_WIDTH
    canvas.fill(_block(mat.x, bottom, mat.x + mat.length, top, 0.020), colors.prop)
    canvas.fill(_block(mat.x + 0.02, bottom + 0.02, mat.x + mat.length - 0.02, top - 0.02, 0.012), colors.prop_shade)
