"""How a pose is shown: which colours, which side, which muscle glows and how brightly."""

from dataclasses import dataclass

from desktop.widgets.figure.colors import FigureColors
from desktop.widgets.figure.pose import Pose, Works
from desktop.widgets.figure.scene import View
from schedules.history import Muscle, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Everything that a painter is told beside the pose itself."""

    colors: FigureColors
    muscle: Muscle
    works: Works
    mirrored: bool = False
    """The near leg is the left one."""
    glow: float = 1.0
    """How bright the muscle is, 0 to 1."""
    tags: tuple[str, str] = ("L", "R")
    """The letters of the left and the right leg; empty texts for none."""


def look_at(  # noqa: PLR0913 -- the rest has defaults
    pose: Pose,
    side: Side,
    colors: FigureColors,
    *,
    muscle: Muscle | None = None,
    glow: float = 1.0,
    tags: tuple[str, str] = ("L", "R"),
) -> Look:
    """The look of a pose for one side.

    From the side, what works is the pose's own affair. From the front and from behind both legs are seen alike, and the
    side alone says which of them glows.
    """
    works = pose.traits.works
    if pose.traits.view is not View.SIDE and side is not Side.BOTH:
        works = Works.NEAR
    return Look(
        colors=colors,
        muscle=muscle or pose.traits.muscle,
        works=works,
        mirrored=side is Side.LEFT,
        glow=glow,
        tags=tags,
    )
