"""Smooth outlines: closed curves through points, and limbs round their bones."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath

from desktop.widgets.figure.painting.shapes import Shape
from desktop.widgets.figure.skeleton import Profile
from desktop.widgets.figure.vector import Vec

_PULL = 1 / 6
"""How far a curve's handles reach along the line between its point's neighbours. Source: Catmull and Rom, 1974."""


def point(vec: Vec) -> QPointF:
    """A point of the picture."""
    return QPointF(vec.x, vec.y)


def closed(points: Sequence[Vec]) -> QPainterPath:
    """A smooth closed curve through points, always the same way round so that joined outlines leave no holes."""
    if _turn(points) < 0:
        points = points[::-1]
    path = QPainterPath(point(points[0]))
    count = len(points)
    for index in range(count):
        _curve(path, points[index - 1], points[index], points[(index + 1) % count], points[(index + 2) % count])
    path.closeSubpath()
    return path


def opened(points: Sequence[Vec]) -> QPainterPath:
    """A smooth open curve through points."""
    path = QPainterPath(point(points[0]))
    around = [points[0], *points, points[-1]]
    for before, start, end, after in zip(around, around[1:], around[2:], around[3:], strict=False):
        _curve(path, before, start, end, after)
    return path


def cut(ahead: Sequence[Vec], behind: Sequence[Vec], top: Vec | None = None) -> QPainterPath:
    """Cloth or shade with a straight lower end between two smooth edges.

    Args:
        ahead: The front edge, from the top to the lower end.
        behind: The back edge, from the top to the lower end.
        top: The crown to go round at the top; straight across where there is none.
    """
    if _turn([*ahead, *reversed(behind)]) < 0:
        ahead, behind = behind, ahead
    path = opened([top, *ahead] if top else ahead)
    path.lineTo(point(behind[-1]))
    path.connectPath(opened([*reversed(behind), top] if top else list(reversed(behind))))
    path.closeSubpath()
    return path


def limb(bone: tuple[Vec, Vec], front: Vec, ahead: Profile, behind: Profile) -> QPainterPath:
    """A tapered limb round a bone, its flesh measured ahead of and behind the bone, the ends round.

    Args:
        bone: Its upper and its lower end.
        front: Any direction that leans to the front of the limb.
        ahead: Flesh on the front at shares of the bone.
        behind: Flesh on the back.
    """
    start, end = bone
    along = (end - start).unit()
    top = along * -((ahead[0][1] + behind[0][1]) / 2)
    bottom = along * ((ahead[-1][1] + behind[-1][1]) / 2)
    return closed(
        [start + top, *edge(bone, front, ahead), end + bottom, *reversed(edge(bone, front * -1, behind))],
    )


def edge(bone: tuple[Vec, Vec], front: Vec, profile: Profile, depth: float = 1.0) -> list[Vec]:
    """One edge of a limb, or a line inside it: the flesh on one side of a bone, or a share of it."""
    start, end = bone
    normal = front.across((end - start).unit())
    return [start.toward(end, at) + normal * (size * depth) for at, size in profile]


def joined(*parts: QPainterPath) -> QPainterPath:
    """Several outlines as one, to be filled or drawn round together."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for part in parts:
        path.addPath(part)
    return path


def disc(center: Vec, radius: float) -> QPainterPath:
    """A circle."""
    return closed([center + Vec(radius, 0.0).turned(degrees) for degrees in range(0, 360, 30)])


def placed(shape: Shape, origin: Vec, along: Vec, up: Vec) -> list[Vec]:
    """The points of a drawn shape, given along two directions from an origin."""
    return [origin + along * x + up * y for x, y in shape]


def _turn(points: Sequence[Vec]) -> float:
    """Twice the area inside, negative where the points go the other way round."""
    return sum(one.x * other.y - other.x * one.y for one, other in pairwise([*points, points[0]]))


def _curve(path: QPainterPath, before: Vec, start: Vec, end: Vec, after: Vec) -> None:
    # Told in plain numbers: this runs some six hundred times a picture.
    path.cubicTo(
        start.x + (end.x - before.x) * _PULL,
        start.y + (end.y - before.y) * _PULL,
        end.x - (after.x - start.x) * _PULL,
        end.y - (after.y - start.y) * _PULL,
        end.x,
        end.y,
    )
