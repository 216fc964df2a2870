"""Every colour can be read on what it lies on."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.theme import SCHEMES, Colours, Look, Scheme, Size, Token, colour, dress, font, palette, scale
from desktop.widgets.buttons import mixed
from desktop.widgets.words import Words
from tests.desktop.a11y import contrast

DAY = [scheme for scheme in Scheme if scheme is not Scheme.NIGHT]
TEXT = (Token.TEXT, Token.MUTED, Token.ACCENT, Token.DANGER, Token.WATER, Token.WARM, Token.GOOD)
MARKS = (Token.LINE, Token.ACCENT, Token.WATER, Token.WARM, Token.GOOD, Token.DANGER)


def ratio(colours: Colours, one: Token, other: Token) -> float:
    return contrast(colours.of(one), colours.of(other))


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("ground", [Token.GROUND, Token.SURFACE])
@pytest.mark.parametrize("tone", TEXT)
def test_text_can_be_read(scheme: Scheme, ground: Token, tone: Token) -> None:
    least = {Scheme.LIGHT: 4.5, Scheme.DARK: 4.5}.get(scheme, 7.0)
    assert ratio(SCHEMES[scheme], tone, ground) >= least


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("ground", [Token.GROUND, Token.SURFACE])
@pytest.mark.parametrize("mark", MARKS)
def test_marks_can_be_seen(scheme: Scheme, ground: Token, mark: Token) -> None:
    assert ratio(SCHEMES[scheme], mark, ground) >= 3


@pytest.mark.parametrize("scheme", Scheme)
def test_words_on_the_accent_can_be_read(scheme: Scheme) -> None:
    assert ratio(SCHEMES[scheme], Token.ON_ACCENT, Token.ACCENT) >= 4.5


@pytest.mark.parametrize("scheme", DAY)
def test_the_ring_stands_out_from_its_track(scheme: Scheme) -> None:
    assert ratio(SCHEMES[scheme], Token.WATER, Token.TRACK) >= 3


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("touched", [0.06, 0.12, 0.24])
def test_a_button_that_is_pointed_at_can_still_be_read(scheme: Scheme, touched: float) -> None:
    colours = SCHEMES[scheme]
    quiet = mixed(colours.of(Token.SURFACE), colours.of(Token.ACCENT), touched)
    assert contrast(quiet, colours.of(Token.ACCENT)) >= 3
    primary = mixed(colours.of(Token.ACCENT), colours.of(Token.TEXT), touched)
    assert contrast(primary, colours.of(Token.ON_ACCENT)) >= 4.5


@pytest.mark.parametrize("scheme", Scheme)
def test_qts_own_controls_can_be_read(scheme: Scheme) -> None:
    made, role = palette(scheme), QPalette.ColorRole
    pairs = (
        (role.Text, role.Base),
        (role.ButtonText, role.Button),
        (role.PlaceholderText, role.Base),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.Link, role.Window),
    )
    for words, ground in pairs:
        assert contrast(made.color(words), made.color(ground)) >= 4.5, (words, ground)


def test_every_token_has_a_role_of_its_own() -> None:
    assert len({token.value for token in Token}) == len(Token)


def test_widgets_on_show_follow_a_new_look(qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp, Look(scheme=Scheme.LIGHT))
    words = Words("A glass of water", size=Size.LARGE, tone=Token.MUTED)
    qtbot.addWidget(words)
    words.show()
    small = words.sizeHint().height()

    dress(qapp, Look(scheme=Scheme.DARK, text_scale=2.0))
    qapp.processEvents()

    assert colour(words, Token.MUTED) == QColor(SCHEMES[Scheme.DARK].muted)
    assert words.font().pixelSize() == 2 * Size.LARGE
    assert words.sizeHint().height() > 1.8 * small
    dress(qapp, Look())


def test_the_scale_travels_in_the_font(qapp: QApplication) -> None:
    dress(qapp, Look(text_scale=1.5))
    assert scale(QApplication.font()) == 1.5
    assert font(QApplication.font(), Size.TITLE).pixelSize() == 36
    dress(qapp, Look())
