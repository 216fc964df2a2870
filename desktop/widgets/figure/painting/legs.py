"""Legs as seen from the side."""

from PySide6.QtGui import QPainterPath

from desktop.widgets.figure import skeleton as body
from desktop.widgets.figure.painting import shapes
from desktop.widgets.figure.painting.canvas import Canvas
from desktop.widgets.figure.painting.outline import closed, cut, disc, edge, joined, limb, opened, placed
from desktop.widgets.figure.painting.wear import Wear
from desktop.widgets.figure.skeleton import Leg, Profile, flesh
from desktop.widgets.figure.vector import Vec

_BARE = 0.40
"""Share of the thigh from which skin is drawn, under the shorts."""
_SHORTS_STATIONS = (0.0, 0.12, 0.25, 0.36, 0.46)
"""Shares of the thigh along the shorts; the last is the hem."""
_SHORTS_EASE = 0.006
"""How far the hem stands off the thigh."""


def paint_leg(canvas: Canvas, leg: Leg, wear: Wear) -> None:
    """One leg from the hip to the toes."""
    foot = shoe_outline(leg) if wear.shoes else foot_outline(leg)
    skin = joined(_thigh(leg), _shank(leg), disc(leg.knee, body.SHANK_FRONT[0][1]))
    front, back = _shorts_edge(leg, ahead=True), _shorts_edge(leg, ahead=False)
    # The crown of the shorts lies in the hips, where no line belongs.
    canvas.set_off(joined(skin, foot, opened(front[1:]), opened(back[2:])), wear.edge)
    canvas.fill(skin if wear.shoes else joined(skin, foot), wear.skin)
    _shade_skin(canvas, leg, wear)
    _paint_knee(canvas, leg, wear)
    if wear.shoes:
        _paint_shoe(canvas, leg, foot, wear)
    else:
        _paint_foot_lines(canvas, leg, wear)
    canvas.set_off(opened([front[-1], back[-1]]), wear.edge)
    _paint_shorts(canvas, leg, wear)


def foot_outline(leg: Leg) -> QPainterPath:
    """A bare foot."""
    toes = leg.toes_along()
    points = placed(shapes.FOOT_TOP, leg.ankle, leg.sole_along(), leg.sole_up())
    points += placed(shapes.FOOT_TOES, leg.ball, toes, toes.turned(90))
    points += placed(shapes.FOOT_SOLE, leg.ankle, leg.sole_along(), leg.sole_up())
    return closed(points)


def shoe_outline(leg: Leg) -> QPainterPath:
    """A low shoe on the same sole."""
    return closed(placed(shapes.SHOE, leg.ankle, leg.sole_along(), leg.sole_up()))


def _thigh(leg: Leg) -> QPainterPath:
    """The flesh from below the hem of the shorts to the knee."""
    bone = (leg.hip.toward(leg.knee, _BARE), leg.knee)
    return limb(bone, leg.front, _lower_part(body.THIGH_FRONT), _lower_part(body.THIGH_BACK))


def _lower_part(profile: Profile) -> Profile:
    shares = (0.0, 0.25, 0.55, 0.8, 1.0)
    return tuple((share, flesh(profile, _BARE + (1 - _BARE) * share)) for share in shares)


def _shank(leg: Leg) -> QPainterPath:
    return limb((leg.knee, leg.ankle), leg.front, body.SHANK_FRONT, body.SHANK_BACK)


def _shade_skin(canvas: Canvas, leg: Leg, wear: Wear) -> None:
    """The side of the leg that the light does not reach; it ends as nothing at the knee, where the two parts meet."""
    thigh, shank = (leg.hip, leg.knee), (leg.knee, leg.ankle)
    for bone, profile, knee_at in ((thigh, body.THIGH_BACK, 1.0), (shank, body.SHANK_BACK, 0.0)):
        inner = _shade_edge(bone, leg.front, profile, knee_at=knee_at)
        canvas.shade(cut(inner, edge(bone, leg.front * -1, profile)), wear.skin_shade, 0.5)


def _shade_edge(bone: tuple[Vec, Vec], front: Vec, profile: Profile, *, knee_at: float) -> list[Vec]:
    narrowing: Profile = tuple(
        (at, size * (0.5 + 0.5 * max(0.0, 1 - abs(at - knee_at) / 0.3) ** 1.5)) for at, size in profile
    )
    return edge(bone, front * -1, narrowing)


def _paint_knee(canvas: Canvas, leg: Leg, wear: Wear) -> None:
    """A hint of the knee cap."""
    shank = (leg.ankle - leg.knee).unit()
    front = leg.front.across((leg.ankle - leg.hip).unit())
    line = placed(((-0.018, 0.014), (-0.004, 0.009), (0.013, 0.014)), leg.knee, shank, front)
    canvas.line(line, wear.skin_shade, 0.0045, 0.8)


def _paint_shorts(canvas: Canvas, leg: Leg, wear: Wear) -> None:
    bone = leg.hip, leg.knee
    along = (leg.knee - leg.hip).unit()
    normal = leg.front.across(along)
    ahead, behind = _shorts_edge(leg, ahead=True), _shorts_edge(leg, ahead=False)
    crown = [leg.hip - along * 0.036 + normal * (0.034 * sign) for sign in (1, -1)]
    shorts = cut([crown[0], *ahead], [crown[1], *behind], leg.hip - along * 0.050)
    canvas.fill(shorts, wear.shorts)
    # The shade begins as nothing at the hip and is half as broad as the flesh at the hem.
    narrowing: Profile = tuple(
        (at, flesh(body.THIGH_BACK, at) * (1.0 - 0.5 * at / _SHORTS_STATIONS[-1])) for at in _SHORTS_STATIONS
    )
    canvas.shade(cut(edge(bone, leg.front * -1, narrowing), behind), wear.shorts_shade, 0.7)


def _shorts_edge(leg: Leg, *, ahead: bool) -> list[Vec]:
    profile = body.THIGH_FRONT if ahead else body.THIGH_BACK
    eased: Profile = tuple(
        (at, flesh(profile, at) + _SHORTS_EASE * at / _SHORTS_STATIONS[-1]) for at in _SHORTS_STATIONS
    )
    return edge((leg.hip, leg.knee), leg.front if ahead else leg.front * -1, eased)


def _paint_shoe(canvas: Canvas, leg: Leg, shoe: QPainterPath, wear: Wear) -> None:
    along, up = leg.sole_along(), leg.sole_up()
    canvas.fill(shoe, wear.shoe)
    canvas.fill(closed(placed(shapes.SHOE_SOLE, leg.ankle, along, up)), wear.sole)
    canvas.line(placed(shapes.LACES, leg.ankle, along, up), wear.sole, 0.004)


def _paint_foot_lines(canvas: Canvas, leg: Leg, wear: Wear) -> None:
    """The nail of the toe and the ankle bone."""
    toes = leg.toes_along()
    canvas.line(placed(shapes.TOE_NAIL, leg.ball, toes, toes.turned(90)), wear.skin_shade, 0.003)
    bone = placed(shapes.ANKLE_BONE, leg.ankle, leg.sole_along(), leg.sole_up())
    canvas.line(bone, wear.skin_shade, 0.004, 0.7)
