"""The figure's marks can be seen on every ground, and its letters read."""

import pytest
from PySide6.QtGui import QColor

from desktop.theme import SCHEMES, Scheme
from desktop.widgets.figure.colors import BY_SCHEME, NIGHT, FigureColors
from tests.desktop.a11y import contrast


@pytest.fixture(params=Scheme, ids=str)
def scheme(request: pytest.FixtureRequest) -> Scheme:
    return Scheme(request.param)


@pytest.fixture
def colors(scheme: Scheme) -> FigureColors:
    return BY_SCHEME[scheme]


def ratio(one: str, other: str) -> float:
    return contrast(QColor(one), QColor(other))


def test_the_ground_is_the_one_of_the_theme(scheme: Scheme, colors: FigureColors) -> None:
    assert colors.ground == SCHEMES[scheme].ground


@pytest.mark.parametrize("mark", ["arrow", "glow", "floor", "tag_near", "tag_far"])
def test_marks_stand_out_from_the_ground(colors: FigureColors, mark: str) -> None:
    assert ratio(getattr(colors, mark), colors.ground) >= 3


def test_letters_can_be_read_on_their_tags(scheme: Scheme, colors: FigureColors) -> None:
    least = 4.5 if scheme in {Scheme.LIGHT, Scheme.DARK} else 7
    assert ratio(colors.on_tag_near, colors.tag_near) >= least
    assert ratio(colors.on_tag_far, colors.tag_far) >= 4.5


def test_the_legs_differ_in_shade(colors: FigureColors) -> None:
    assert ratio(colors.skin, colors.skin_far) >= 1.4


def test_the_muscle_stands_out_from_the_leg(colors: FigureColors) -> None:
    glow, skin = QColor(colors.glow), QColor(colors.skin)
    assert glow.hsvSaturation() > skin.hsvSaturation() + 30


def test_the_night_has_no_blue_and_little_light() -> None:
    for name in FigureColors.__slots__:
        tone = QColor(getattr(NIGHT, name))
        assert tone.blue() <= tone.green() <= tone.red()
    for name in ("skin", "shirt", "shorts", "prop", "linen", "shoe", "towel"):
        assert QColor(getattr(NIGHT, name)).lightnessF() < 0.45
