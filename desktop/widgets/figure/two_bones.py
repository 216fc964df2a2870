"""The joint between two bones: a knee from hip and ankle, an elbow from shoulder and hand."""

import math

from desktop.widgets.figure.vector import Vec

_NEARLY_STRAIGHT = 0.9998
"""Share of the bones' length that is the farthest an end may be: 2.3 degrees short of straight, never beyond it."""


def joint_between(start: Vec, end: Vec, lengths: tuple[float, float], outward: Vec) -> tuple[Vec, Vec]:
    """Where the middle joint is, and the end as far as the bones allow.

    Args:
        start: The upper end of the upper bone.
        end: Where the lower end is wanted.
        lengths: Of the upper and the lower bone.
        outward: The way the joint bends out.

    Returns:
        The joint and the lower end. The end differs from the wanted one only where that is out of reach.
    """
    upper, lower = lengths
    along = (end - start).unit()
    shortest, longest = max(abs(upper - lower) * 1.001, 1e-6), (upper + lower) * _NEARLY_STRAIGHT
    distance = min(max((end - start).length(), shortest), longest)
    foot = (distance**2 + upper**2 - lower**2) / (2 * distance)
    height = math.sqrt(max(0.0, upper**2 - foot**2))
    return start + along * foot + outward.across(along) * height, start + along * distance
