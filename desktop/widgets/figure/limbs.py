"""Legs and arms as seen from the side."""

from dataclasses import dataclass

from PySide6.QtGui import QPainterPath

from desktop.widgets.figure import skeleton as body
from desktop.widgets.figure.canvas import Canvas
from desktop.widgets.figure.colors import FigureColors
from desktop.widgets.figure.outline import closed, disc, joined, limb, opened, placed, sleeve
from desktop.widgets.figure.skeleton import Arm, Hand, Leg, Profile, flesh
from desktop.widgets.figure.vector import Vec

_UPPER_ARM: tuple[Profile, Profile] = (
    ((0.0, 0.030), (0.3, 0.029), (0.6, 0.026), (0.85, 0.021), (1.0, 0.020)),
    ((0.0, 0.030), (0.3, 0.030), (0.6, 0.026), (0.85, 0.021), (1.0, 0.020)),
)
_FOREARM: tuple[Profile, Profile] = (
    ((0.0, 0.020), (0.2, 0.024), (0.45, 0.021), (0.75, 0.015), (1.0, 0.0135)),
    ((0.0, 0.020), (0.2, 0.022), (0.45, 0.019), (0.75, 0.0145), (1.0, 0.0135)),
)
_SLEEVE: tuple[Profile, Profile] = (
    ((0.0, 0.037), (0.35, 0.038), (0.75, 0.035), (1.0, 0.035)),
    ((0.0, 0.037), (0.35, 0.038), (0.75, 0.034), (1.0, 0.034)),
)
_SLEEVE_LENGTH = 0.56
_SHORTS_LENGTH = 0.46
_SHORTS_EASE = 0.006
"""How far the cloth stands off the thigh."""
@dataclass(frozen=True, slots=True, kw_only=True)
class Tones:
    """The colours of one side of the body."""

    skin: str
    shade: str
    sleeve: str
    sleeve_shade: str
    shorts: str
    shorts_shade: str
    shoe: str

    @classmethod
    def near(cls, colors: FigureColors) -> "Tones":
        """Of the side that is nearer to the eye."""
        return cls(
            skin=colors.skin,
            shade=colors.skin_shade,
            sleeve=colors.shirt,
            sleeve_shade=colors.shirt_shade,
            shorts=colors.shorts,
            shorts_shade=colors.shorts_shade,
            shoe=colors.shoe,
        )

    @classmethod
    def far(cls, colors: FigureColors) -> "Tones":
        """Of the side that is farther from the eye."""
        return cls(
            skin=colors.skin_far,
            shade=colors.skin_far_shade,
            sleeve=colors.shirt_far,
            sleeve_shade=colors.shirt_far,
            shorts=colors.shorts_far,
            shorts_shade=colors.shorts_far,
            shoe=colors.shoe_far,
        )


def paint_leg(canvas: Canvas, leg: Leg, tones: Tones, colors: FigureColors, *, shoes: bool) -> None:
    """One leg from the hip to the toes."""
    foot = shoe_outline(leg) if shoes else foot_outline(leg)
    skin = joined(thigh_outline(leg), shank_outline(leg), disc(leg.knee, body.SHANK_FRONT[0][1]))
    shorts = shorts_outline(leg)
    canvas.set_off(joined(skin, foot, opened(_shorts_edge(leg, 1.0)[1:]), opened(_shorts_edge(leg, -1.0)[2:])), colors.edge)
    canvas.cover(skin if shoes else joined(skin, foot), tones.skin)
    _shade_back(canvas, leg, tones)
    _knee_line(canvas, leg, tones)
    if shoes:
        _paint_shoe(canvas, leg, foot, tones, colors)
    else:
        _paint_toes(canvas, leg, tones)
    canvas.set_off(_hem(leg), colors.edge)
    canvas.cover(shorts, tones.shorts)
    _shade_shorts(canvas, leg, shorts, tones)


def _shade_back(canvas: Canvas, leg: Leg, tones: Tones) -> None:
    """The side of the leg that the light does not reach."""
    thigh_along, shank_along = (leg.knee - leg.hip).unit(), (leg.ankle - leg.knee).unit()
    for start, end, along, profile in (
        (leg.hip, leg.knee, thigh_along, body.THIGH_BACK),
        (leg.knee, leg.ankle, shank_along, body.SHANK_BACK),
    ):
        behind = leg.front.across(along) * -1
        inner = [start.toward(end, at) + behind * (size * 0.52) for at, size in profile]
        outer = [start.toward(end, at) + behind * (size + 0.001) for at, size in reversed(profile)]
        outline = limb(start, end, leg.front, *_PROFILES[profile])
        with canvas.inside(outline):
            canvas.fill(closed([*inner, *outer]), tones.shade, 0.5)


_PROFILES = {
    body.THIGH_BACK: (body.THIGH_FRONT, body.THIGH_BACK),
    body.SHANK_BACK: (body.SHANK_FRONT, body.SHANK_BACK),
}


def thigh_outline(leg: Leg) -> QPainterPath:
    """The flesh from below the hem of the shorts to the knee."""
    return limb(leg.hip.toward(leg.knee, _BARE), leg.knee, leg.front, _bare(body.THIGH_FRONT), _bare(body.THIGH_BACK))


_BARE = 0.40
"""Share of the thigh where skin begins, under the shorts."""


def _bare(profile: Profile) -> Profile:
    shares = (0.0, 0.25, 0.55, 0.8, 1.0)
    return tuple((share, flesh(profile, _BARE + (1 - _BARE) * share)) for share in shares)


def shank_outline(leg: Leg) -> QPainterPath:
    """The flesh from knee to ankle."""
    return limb(leg.knee, leg.ankle, leg.front, body.SHANK_FRONT, body.SHANK_BACK)


def shorts_outline(leg: Leg) -> QPainterPath:
    """The leg of the shorts."""
    along = (leg.knee - leg.hip).unit()
    normal = leg.front.across(along)
    ahead, behind = _shorts_edge(leg, 1.0), _shorts_edge(leg, -1.0)
    crown = [leg.hip - along * 0.036 + normal * (0.034 * sign) for sign in (1, -1)]
    return sleeve([crown[0], *ahead], [crown[1], *behind], leg.hip - along * 0.050)


def _shorts_edge(leg: Leg, sign: float) -> list[Vec]:
    """The front edge of the shorts for 1, the back edge for -1."""
    bone = leg.knee - leg.hip
    normal = leg.front.across(bone.unit()) * sign
    profile = body.THIGH_FRONT if sign > 0 else body.THIGH_BACK
    return [
        leg.hip + bone * at + normal * (flesh(profile, at) + _SHORTS_EASE * at / _SHORTS_LENGTH) for at in _SHORTS_STATIONS
    ]


_SHORTS_STATIONS = (0.0, 0.12, 0.25, 0.36, _SHORTS_LENGTH)


def _hem(leg: Leg) -> QPainterPath:
    return opened([_shorts_edge(leg, 1.0)[-1], _shorts_edge(leg, -1.0)[-1]])


def _shade_shorts(canvas: Canvas, leg: Leg, shorts: QPainterPath, tones: Tones) -> None:
    bone = leg.knee - leg.hip
    normal = leg.front.across(bone.unit())
    back = _shorts_edge(leg, -1.0)
    inner = [leg.hip.toward(leg.knee, at) - normal * (flesh(body.THIGH_BACK, at) * 0.5) for at in _SHORTS_STATIONS]
    with canvas.inside(shorts):
        canvas.fill(sleeve(inner, [at - normal * 0.01 for at in back]), tones.shorts_shade, 0.7)


def _knee_line(canvas: Canvas, leg: Leg, tones: Tones) -> None:
    """A hint of the knee cap."""
    shank = (leg.ankle - leg.knee).unit()
    front = leg.front.across((leg.ankle - leg.hip).unit())
    middle = leg.knee + front * 0.018
    points = [middle - shank * 0.018 - front * 0.004, middle - shank * 0.004 - front * 0.009, middle + shank * 0.013 - front * 0.004]
    canvas.line(points, tones.shade, 0.0045, 0.8)


_FOOT_TOP = ((-0.021, 0.024), (0.0, 0.030), (0.020, 0.020), (0.032, 0.000), (0.050, -0.0115), (0.064, -0.018))
_FOOT_TOES = ((0.020, 0.0085), (0.032, 0.0075), (0.0425, 0.0025), (0.0435, -0.006), (0.034, -0.0125), (0.016, -0.0130))
_FOOT_SOLE = (
    (0.058, -0.039),
    (0.040, -0.0365),
    (0.015, -0.0345),
    (-0.008, -0.0375),
    (-0.026, -0.039),
    (-0.043, -0.034),
    (-0.050, -0.020),
    (-0.040, -0.004),
    (-0.028, 0.010),
)


def foot_axes(leg: Leg) -> tuple[Vec, Vec]:
    """Along the sole to the toes, and up from the sole to the ankle."""
    level = (leg.ball - leg.heel).turned(6.12).unit()
    up = level.turned(90)
    return level, up


def foot_outline(leg: Leg) -> QPainterPath:
    """A bare foot."""
    along, up = foot_axes(leg)
    toe_along = (leg.toe - leg.ball).turned(5.04).unit()
    points = placed(_FOOT_TOP, leg.ankle, along, up)
    points += placed(_FOOT_TOES, leg.ball, toe_along, toe_along.turned(90))
    points += placed(_FOOT_SOLE, leg.ankle, along, up)
    return closed(points)


_SHOE_UPPER = (
    (-0.029, 0.016),
    (0.0, 0.012),
    (0.026, 0.018),
    (0.040, 0.000),
    (0.060, -0.009),
    (0.082, -0.013),
    (0.099, -0.020),
    (0.105, -0.030),
    (0.098, -0.0385),
    (0.058, -0.039),
    (0.015, -0.039),
    (-0.026, -0.039),
    (-0.049, -0.037),
    (-0.055, -0.024),
    (-0.047, -0.004),
    (-0.040, 0.012),
)


def shoe_outline(leg: Leg) -> QPainterPath:
    """A low shoe on the same sole."""
    along, up = foot_axes(leg)
    return closed(placed(_SHOE_UPPER, leg.ankle, along, up))


def _paint_shoe(canvas: Canvas, leg: Leg, shoe: QPainterPath, tones: Tones, colors: FigureColors) -> None:
    along, up = foot_axes(leg)
    canvas.cover(shoe, tones.shoe)
    with canvas.inside(shoe):
        band = placed(((-0.07, -0.029), (0.02, -0.0305), (0.12, -0.027), (0.12, -0.06), (-0.07, -0.06)), leg.ankle, along, up)
        canvas.fill(closed(band), colors.sole)
    laces = placed(((0.030, 0.004), (0.043, -0.006)), leg.ankle, along, up)
    canvas.line(laces, colors.sole, 0.004)


def _paint_toes(canvas: Canvas, leg: Leg, tones: Tones) -> None:
    along = (leg.toe - leg.ball).turned(5.04).unit()
    up = along.turned(90)
    canvas.line(placed(((0.0385, 0.0055), (0.031, 0.003), (0.030, -0.001)), leg.ball, along, up), tones.shade, 0.003)
    foot, rise = foot_axes(leg)
    canvas.line(placed(((-0.006, -0.006), (0.001, -0.010), (0.008, -0.006)), leg.ankle, foot, rise), tones.shade, 0.004, 0.7)


def paint_arm(canvas: Canvas, arm: Arm, tones: Tones, colors: FigureColors) -> None:
    """One arm from the shoulder to the finger tips."""
    inner = _inner(arm)
    skin = joined(
        limb(arm.shoulder, arm.elbow, inner, *_UPPER_ARM),
        limb(arm.elbow, arm.wrist, inner, *_FOREARM),
        disc(arm.elbow, 0.0202),
        hand_outline(arm),
    )
    canvas.set_off(skin, colors.edge)
    canvas.cover(skin, tones.skin)
    canvas.set_off(thumb_outline(arm), colors.edge)
    canvas.cover(thumb_outline(arm), tones.skin)
    _shade_arm(canvas, arm, inner, tones)
    _paint_sleeve(canvas, arm, inner, tones, colors)


def _shade_arm(canvas: Canvas, arm: Arm, inner: Vec, tones: Tones) -> None:
    """The back of the arm, away from the light."""
    for start, end, (front, back) in ((arm.shoulder, arm.elbow, _UPPER_ARM), (arm.elbow, arm.wrist, _FOREARM)):
        behind = inner.across((end - start).unit()) * -1
        near = [start.toward(end, at) + behind * (size * 0.35) for at, size in back]
        beyond = [start.toward(end, at) + behind * (size + 0.01) for at, size in back]
        with canvas.inside(limb(start, end, inner, front, back)):
            canvas.fill(sleeve(near, beyond), tones.shade, 0.45)


def _paint_sleeve(canvas: Canvas, arm: Arm, inner: Vec, tones: Tones, colors: FigureColors) -> None:
    bone = arm.elbow - arm.shoulder
    along = bone.unit()
    normal = inner.across(along)
    front, back = (
        [arm.shoulder + bone * (at * _SLEEVE_LENGTH) + normal * (size * sign) for at, size in profile]
        for profile, sign in zip(_SLEEVE, (1, -1), strict=True)
    )
    crown = [arm.shoulder - along * (0.037 * 0.74) + normal * (0.037 * 0.72 * sign) for sign in (1, -1)]
    path = sleeve([crown[0], *front], [crown[1], *back], arm.shoulder - along * 0.037)
    canvas.set_off(joined(opened(front[1:]), opened(back[1:]), opened([front[-1], back[-1]])), colors.edge)
    canvas.cover(path, tones.sleeve)
    with canvas.inside(path):
        shade = [at + normal * 0.018 for at in back[1:]]
        canvas.fill(sleeve(shade, [at - normal * 0.01 for at in back[1:]]), tones.sleeve_shade, 0.5)


def _inner(arm: Arm) -> Vec:
    """The way the elbow folds: forward for an arm that hangs."""
    down = arm.wrist - arm.shoulder
    return Vec(-down.y, down.x) if abs(down.x) + abs(down.y) > 0 else Vec(1.0, 0.0)


def hand_outline(arm: Arm) -> QPainterPath:
    """The hand without its thumb: loose, flat on something, or closed round something."""
    return closed(placed({Hand.FLAT: _FLAT_HAND, Hand.CLOSED: _FIST}.get(arm.hand, _LOOSE_HAND), arm.wrist, *_hand_axes(arm)))


def thumb_outline(arm: Arm) -> QPainterPath:
    """The thumb."""
    shape = {Hand.FLAT: _FLAT_THUMB, Hand.CLOSED: _FIST_THUMB}.get(arm.hand, _LOOSE_THUMB)
    return closed(placed(shape, arm.wrist, *_hand_axes(arm)))


def _hand_axes(arm: Arm) -> tuple[Vec, Vec]:
    """Along the hand to the finger tips, and to the side that is drawn up: the thumb's, or the back of a flat hand."""
    along = (arm.palm - arm.wrist).unit()
    return along, arm.press * -1 if arm.hand is Hand.FLAT else along.turned(90)


_LOOSE_HAND = (
    (-0.004, 0.0135), (0.018, 0.0165), (0.040, 0.0175), (0.060, 0.0155), (0.080, 0.0120), (0.093, 0.0050),
    (0.092, -0.0040), (0.078, -0.0090), (0.058, -0.0150), (0.036, -0.0175), (0.014, -0.0155), (-0.004, -0.0135),
)
_LOOSE_THUMB = (
    (0.010, 0.010), (0.022, 0.0190), (0.038, 0.0240), (0.052, 0.0245), (0.058, 0.0205), (0.052, 0.0155), (0.036, 0.0120), (0.020, 0.004),
)
_FLAT_HAND = (
    (-0.006, 0.0145), (0.016, 0.0130), (0.040, 0.0085), (0.066, 0.0030), (0.090, -0.0025), (0.097, -0.0075),
    (0.090, -0.0110), (0.060, -0.0110), (0.030, -0.0110), (0.006, -0.0110), (-0.008, -0.0100),
)
_FLAT_THUMB = (
    (0.008, 0.004), (0.022, 0.0055), (0.040, 0.0015), (0.058, -0.0035), (0.062, -0.0085), (0.052, -0.0105), (0.030, -0.0085), (0.012, -0.0060),
)
_FIST = (
    (-0.004, 0.0135), (0.018, 0.0165), (0.038, 0.0185), (0.056, 0.0160), (0.066, 0.0060), (0.065, -0.0080),
    (0.054, -0.0170), (0.036, -0.0190), (0.016, -0.0160), (-0.004, -0.0135),
)
_FIST_THUMB = (
    (0.014, 0.014), (0.030, 0.0175), (0.048, 0.0130), (0.057, 0.0020), (0.053, -0.0040), (0.044, -0.0020), (0.036, 0.0060), (0.022, 0.0080),
)
