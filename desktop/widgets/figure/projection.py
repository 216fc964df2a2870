"""From the body in space to the flat picture: x across, y up, z toward the eye."""

from dataclasses import fields, replace
from typing import Any, TypeVar

from desktop.widgets.figure.scene import View
from desktop.widgets.figure.skeleton import Arm, Figure, Leg
from desktop.widgets.figure.vector import Vec

_PartT = TypeVar("_PartT", Leg, Arm, Figure)

SLANT = 0.09
"""How far the far side is drawn ahead of the near one, for each body height between them; heights stay as they are."""


def projected(figure: Figure, view: View) -> Figure:
    """The figure as it is seen; every z is then the nearness to the eye."""
    flat = _flat(figure, view)
    return replace(
        flat,
        near_leg=_flat(figure.near_leg, view),
        far_leg=_flat(figure.far_leg, view),
        near_arm=_flat(figure.near_arm, view),
        far_arm=_flat(figure.far_arm, view),
    )


def seen(vec: Vec, view: View) -> Vec:
    """One point as it is seen."""
    match view:
        case View.FRONT:
            return Vec(-vec.z, vec.y, vec.x)
        case View.BACK:
            return Vec(vec.z, vec.y, -vec.x)
        case View.SIDE:
            return Vec(vec.x - SLANT * vec.z, vec.y, vec.z)


def _flat(part: _PartT, view: View) -> _PartT:
    points = {field.name: getattr(part, field.name) for field in fields(part)}
    changes: dict[str, Any] = {name: seen(value, view) for name, value in points.items() if isinstance(value, Vec)}
    return replace(part, **changes)
