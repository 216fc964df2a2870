"""The card of the heat tells the day in words and as a picture, with its age and its source, to everybody."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.states import HeatDay
from desktop.theme import Look, Scheme, dress
from desktop.windows.heat_card import HeatCard
from desktop.windows.today import TodayWindow
from tests.desktop.a11y import audit
from tests.desktop.windows import days, heat_days

LOOKS = {
    "light": Look(),
    "dark": Look(scheme=Scheme.DARK),
    "contrast": Look(scheme=Scheme.CONTRAST_DARK),
    "large": Look(text_scale=2.0),
}
DAYS = {name: getattr(heat_days, name.upper()) for name in ("hot", "warm", "old", "extreme", "us", "typed", "gaps")}


@pytest.fixture
def card(qtbot: QtBot) -> HeatCard:
    made = HeatCard()
    made.setWindowTitle("card")
    qtbot.addWidget(made)
    return made


def said(card: HeatCard) -> str:
    return "\n".join(label.text() for label in card.findChildren(QLabel) if label.isVisibleTo(card))


def buttons(card: HeatCard) -> dict[str, QAbstractButton]:
    return {b.objectName(): b for b in card.findChildren(QAbstractButton) if b.isVisibleTo(card)}


def shown(card: HeatCard, qtbot: QtBot, day: HeatDay, width: int = 820) -> None:
    card.tell(day)
    card.resize(width, card.heightForWidth(width))
    qtbot.waitExposed(card)
    QApplication.processEvents()


def test_without_weather_there_is_no_card(card: HeatCard) -> None:
    card.tell(heat_days.HOT)
    card.tell(None)
    assert card.isHidden()


def test_danger_says_to_stop_or_to_move(card: HeatCard) -> None:
    card.tell(heat_days.HOT)
    assert "Now it feels like 41 °C: danger." in said(card)
    assert "stop, or move to a cooler place" in said(card)
    assert "2  Outdoors, 16:00 to 17:00: danger" in said(card)
    assert "This weather is 20 minutes old." in said(card)


def test_old_weather_is_shown_as_old_and_says_nothing_of_now(card: HeatCard) -> None:
    card.tell(heat_days.OLD)
    assert "5 h 10 min old. That is too old: nothing goes by it." in said(card)
    assert "Now it feels" not in said(card)
    assert "stop" not in said(card)


@pytest.mark.parametrize(
    ("day", "credit", "address"),
    [
        ("hot", "Weather data by Open-Meteo.com", "https://open-meteo.com/"),
        ("extreme", "Weather data from MET Norway", "https://api.met.no/"),
        ("warm", "Weather data from the US National Weather Service", "https://www.weather.gov/"),
    ],
)
def test_the_credit_is_a_link_beside_the_data(
    card: HeatCard, qtbot: QtBot, day: str, credit: str, address: str
) -> None:
    card.tell(DAYS[day])
    link = buttons(card)["heat:credit"]
    assert link.text() == credit
    with qtbot.waitSignal(card.address_requested) as asked:
        link.click()
    assert asked.args == [address]
    assert ("heat:license" in buttons(card)) == (day != "warm")


def test_what_was_typed_in_needs_no_credit(card: HeatCard) -> None:
    card.tell(heat_days.TYPED)
    assert "heat:credit" not in buttons(card)
    assert "You typed it in at 13:00. It counts for three hours." in said(card)


def test_every_wish_is_one_click_away(card: HeatCard, qtbot: QtBot) -> None:
    card.tell(heat_days.HOT)
    for name, signal in (("signs", card.signs_requested), ("open", card.heat_requested)):
        with qtbot.waitSignal(signal):
            buttons(card)[f"heat:{name}"].click()
    with qtbot.waitSignal(card.evidence_requested) as asked:
        buttons(card)["heat:evidence"].click()
    assert asked.args == ["heat-breaks"]


def test_the_picture_is_told_to_a_screen_reader(card: HeatCard) -> None:
    card.tell(heat_days.HOT)
    told = card._curve.accessibleName()
    assert "It gets to 41 °C at 15:00: danger." in told
    assert "3  Exercise, 18:00 to 19:00: extreme caution." in told


@pytest.mark.parametrize("day", ["hot", "extreme"])
def test_the_picture_reads_without_colour(card: HeatCard, qtbot: QtBot, day: str) -> None:
    """In grey, what lies under the curve differs from class to class by its pattern."""
    shown(card, qtbot, DAYS[day])
    card.show()
    curve = card._curve
    picture = curve.grab().toImage()
    patterns = set()
    for degrees in (29.0, 35.0, 40.0):
        y = round(curve._y(degrees, curve._plot()))
        x = round(curve._x(days.at(15), curve._plot()))
        inks = tuple(picture.pixelColor(x + dx, y + dy).lightness() < 200 for dx in range(8) for dy in range(8))
        patterns.add(inks)
    assert len(patterns) == 3


def test_where_there_is_no_room_the_lines_are_named_below(card: HeatCard, qtbot: QtBot) -> None:
    card.show()
    shown(card, qtbot, heat_days.HOT, 800)
    assert "Lines:" not in said(card)
    shown(card, qtbot, heat_days.HOT, 320)
    assert "Lines: caution 27 °C, extreme caution 32 °C, danger 39 °C." in said(card)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("width", [320, 900])
def test_today_with_heat_is_for_everybody(qtbot: QtBot, qapp: QApplication, look: str, width: int) -> None:
    dress(qapp, LOOKS[look])
    window = TodayWindow()
    qtbot.addWidget(window)
    window.tell(replace(days.WORKDAY, heat=heat_days.HOT))
    window.resize(width, 900)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert audit(window) == []


@pytest.mark.parametrize("day", DAYS)
def test_every_day_can_be_painted(card: HeatCard, qtbot: QtBot, day: str) -> None:
    card.show()
    for width in (300, 900):
        shown(card, qtbot, DAYS[day], width)
        assert not card.grab().isNull()


def test_weather_that_is_wanted_and_not_known_is_told_in_today(qtbot: QtBot) -> None:
    window = TodayWindow()
    qtbot.addWidget(window)
    window.tell(replace(days.WORKDAY, heat_unknown=True))
    button = window.findChild(QAbstractButton, "heat:unknown")
    assert isinstance(button, QAbstractButton)
    assert button.isVisibleTo(window)
    with qtbot.waitSignal(window.heat_requested):
        button.click()
    window.tell(replace(days.WORKDAY, heat=heat_days.HOT))
    assert not button.isVisibleTo(window)


def test_the_sun_is_spoken_of_on_a_hot_day_alone(card: HeatCard) -> None:
    card.tell(heat_days.HOT)
    assert "That is in the shade. Full sun can add up to 8 °C." in said(card)
    card.tell(heat_days.US)
    assert "Full sun can add up to 15 °F." in said(card)
    card.tell(heat_days.WARM)
    assert "Full sun" not in said(card)
