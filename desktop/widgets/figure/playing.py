"""How a pose moves as time goes by: on its way, breathing in the hold, to and fro, round and round."""

import math
from dataclasses import dataclass

from desktop.widgets.figure.pose import Motion, Pose

LEAD_MS = 500
"""The start is shown for a moment before the body moves."""
MOVE_MS = 1800
BREATH_MS = 5000
"""One breath, in and out: twelve a minute, as calm as a guide asks for."""
FRAME_MS = 40
"""25 frames a second while the body moves."""
BREATH_FRAME_MS = 80
"""Breathing moves a few pixels in seconds; half the frames show it as smoothly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What is shown at one time."""

    t: float
    """Share of the way from the start to what is held."""
    breath: float
    """0 breathed out, 1 breathed in."""
    glow: float
    """How bright the muscle is, 0 to 1."""
    next_ms: int
    """When the picture changes next."""


def moment(pose: Pose, elapsed_ms: float) -> Moment:
    """What a pose shows so many milliseconds after it began."""
    motion, period_ms = pose.traits.motion, pose.traits.period_s * 1000
    if motion is Motion.REPEAT:
        return Moment(t=_wave(elapsed_ms / period_ms), breath=0.0, glow=1.0, next_ms=FRAME_MS)
    if motion is Motion.TURN:
        return Moment(t=elapsed_ms / period_ms % 1.0, breath=0.0, glow=1.0, next_ms=FRAME_MS)
    moving = len(pose.frames) > 1
    held_ms = elapsed_ms - (LEAD_MS + MOVE_MS if moving else 0)
    if held_ms < 0:
        share = max(0.0, (elapsed_ms - LEAD_MS) / MOVE_MS)
        t = _wave(share / 2)
        return Moment(t=t, breath=0.0, glow=0.35 + 0.65 * t, next_ms=FRAME_MS)
    breath = _wave(held_ms / BREATH_MS)
    return Moment(t=1.0, breath=breath, glow=1.0 - 0.15 * breath, next_ms=BREATH_FRAME_MS)


def still(pose: Pose) -> Moment:
    """The one picture under reduced motion: what is held."""
    return Moment(t=0.0 if pose.traits.motion is Motion.TURN else 1.0, breath=0.0, glow=1.0, next_ms=0)


def _wave(turns: float) -> float:
    """0 at the start of a turn, 1 in its middle, smoothly."""
    return 0.5 - 0.5 * math.cos(2 * math.pi * turns)
