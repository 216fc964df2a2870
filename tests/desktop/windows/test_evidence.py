"""The evidence window tells what a piece of advice rests on, to everybody."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.theme import SCHEMES, Look, Scheme, Token, dress
from desktop.windows.evidence import EvidenceWindow
from schedules.guides.advice import Card
from schedules.guides.routine import Strength
from tests.desktop.a11y import audit
from tests.schedules.guides import shelf

LOOKS = {
    "light": Look(),
    "dark": Look(scheme=Scheme.DARK),
    "contrast": Look(scheme=Scheme.CONTRAST_DARK),
    "large": Look(text_scale=2.0),
}


def card(card_id: str) -> Card:
    return next(found for found in shelf.cards() if found.id == card_id)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> EvidenceWindow:
    dress(qapp, Look())
    made = EvidenceWindow()
    qtbot.addWidget(made)
    made.tell(card("stretch-before-bed"))
    made.bring_up()
    qtbot.waitExposed(made)
    return made


def words(window: EvidenceWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisibleTo(window)]


def buttons(window: EvidenceWindow) -> dict[str, QAbstractButton]:
    return {button.accessibleName(): button for button in window.findChildren(QAbstractButton)}


def test_both_trials_of_the_bedtime_stretch_are_told_and_that_they_disagree(window: EvidenceWindow) -> None:
    said = words(window)
    assert "Mixed evidence" in said
    assert "There are sound studies, and they do not agree." in said
    assert any(line.startswith("Hallegraeff") for line in said)
    assert any(line.startswith("Coppin") for line in said)
    assert card("stretch-before-bed").not_shown in said


def test_in_the_night_it_is_as_dim_as_the_relief(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp, Look())
    window = EvidenceWindow(Scheme.NIGHT)
    qtbot.addWidget(window)
    window.tell(card("massage"))
    window.bring_up()
    qtbot.waitExposed(window)
    picture = window.grab().toImage()
    corners = [picture.pixelColor(x, y) for x in (1, picture.width() - 2) for y in (1, picture.height() - 2)]
    assert {corner.name() for corner in corners} == {SCHEMES[Scheme.NIGHT].ground.lower()}
    blue = max(picture.pixelColor(x, y).blue() for x in range(0, 700, 3) for y in range(0, 780, 3))
    assert blue <= max(SCHEMES[Scheme.NIGHT].of(token).blue() for token in Token)


@pytest.mark.parametrize("strength", Strength)
def test_every_strength_is_told_in_words(window: EvidenceWindow, strength: Strength) -> None:
    shown = next(card for card in shelf.cards() if card.strength is strength)
    window.tell(shown)
    QApplication.processEvents()
    said = words(window)
    assert said[0] == shown.claim
    assert said[1] in {"Good evidence", "Mixed evidence", "Weak evidence", "Expert advice"}
    assert all(reference.work in said for reference in shown.references)
    assert not any(line.startswith("Hallegraeff") for line in said if shown.id != "stretch-before-bed")


def test_a_work_is_read_in_the_browser_only_when_asked_for(window: EvidenceWindow, qtbot: QtBot) -> None:
    (name,) = (name for name in buttons(window) if "Coppin" in name)
    with qtbot.waitSignal(window.address_requested) as wish:
        QTest.mouseClick(buttons(window)[name], Qt.MouseButton.LeftButton)
    assert wish.args == ["https://pmc.ncbi.nlm.nih.gov/articles/PMC1463088"]


def test_every_address_is_a_page_on_the_web() -> None:
    addresses = [reference.address for card in shelf.cards() for reference in card.references if reference.address]
    assert addresses
    assert all(address.startswith("https://") for address in addresses)


def test_help_is_one_click_away(window: EvidenceWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.help_requested):
        QTest.mouseClick(buttons(window)["When to get help"], Qt.MouseButton.LeftButton)


def test_escape_closes_it(window: EvidenceWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closed):
        QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_the_keyboard_starts_at_the_way_out(window: EvidenceWindow) -> None:
    assert QApplication.focusWidget() is buttons(window)["Close"]


@pytest.fixture(params=LOOKS)
def dressed(request: pytest.FixtureRequest, qapp: QApplication, window: EvidenceWindow) -> EvidenceWindow:
    """The window in a look that came while it was open."""
    dress(qapp, LOOKS[request.param])
    return window


@pytest.mark.parametrize("size", [(320, 480), (720, 800)])
@pytest.mark.parametrize("card_id", ["stretch-before-bed", "red-flags", "general-safety"])
def test_everybody_can_use_it(dressed: EvidenceWindow, qtbot: QtBot, size: tuple[int, int], card_id: str) -> None:
    dressed.resize(*size)
    dressed.tell(card(card_id))
    qtbot.wait(0)
    assert audit(dressed) == []
