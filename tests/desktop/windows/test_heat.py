"""The window of the weather: every choice is a wish, and what is wrong stands beside the field."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.heat_state import HeatView, Search, TypedReading
from desktop.ports import FoundPlace
from desktop.theme import Look, Scheme, dress
from desktop.windows.heat import HeatWindow
from schedules.settings import Units, WeatherSource
from tests.desktop.a11y import audit
from tests.desktop.windows import heat_views

LOOKS = {
    "light": Look(),
    "contrast": Look(scheme=Scheme.CONTRAST_DARK),
    "large": Look(text_scale=2.0),
}
VIEWS = {name: getattr(heat_views, name.upper()) for name in ("off", "typed", "online", "found", "offline")}


@pytest.fixture
def window(qtbot: QtBot) -> HeatWindow:
    made = HeatWindow()
    qtbot.addWidget(made)
    made.tell(heat_views.OFF)
    made.bring_up()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def seen(window: HeatWindow, kind: type[QWidget]) -> list[QWidget]:
    return [widget for widget in window.findChildren(kind) if widget.isVisibleTo(window)]


def said(window: HeatWindow) -> str:
    return "\n".join(label.text() for label in seen(window, QLabel) if isinstance(label, QLabel))


def press(window: HeatWindow, name: str) -> None:
    found = [button for button in seen(window, QAbstractButton) if button.objectName() == name]
    assert len(found) == 1, name
    assert isinstance(found[0], QAbstractButton)
    found[0].click()
    QApplication.processEvents()


def write(window: HeatWindow, name: str, text: str) -> QLineEdit:
    line = window.findChild(QLineEdit, name)
    assert isinstance(line, QLineEdit)
    line.setText(text)
    return line


@pytest.mark.parametrize("source", WeatherSource)
def test_every_source_can_be_chosen(window: HeatWindow, qtbot: QtBot, source: WeatherSource) -> None:
    with qtbot.waitSignal(window.source_requested) as asked:
        press(window, f"source:{source}")
    assert asked.args == [source]


def test_off_there_is_nothing_to_search_and_nothing_to_type(window: HeatWindow) -> None:
    assert "uses no network" in said(window)
    assert seen(window, QLineEdit) == []


def test_where_prompts_of_heat_are_off_the_weather_is(window: HeatWindow) -> None:
    window.tell(replace(heat_views.ONLINE, heat=replace(heat_views.HERE, on=False), day=None))
    assert "The weather is off." in said(window)


def test_only_an_online_source_has_a_search_and_says_what_it_sends(window: HeatWindow, qtbot: QtBot) -> None:
    window.tell(heat_views.TYPED)
    assert "sends" not in said(window)
    window.tell(heat_views.NO_PLACE)
    assert "This sends the name you type to Open-Meteo." in said(window)
    write(window, "place", "  Berlin ")
    with qtbot.waitSignal(window.search_requested) as asked:
        press(window, "search")
    assert asked.args == ["Berlin"]


def test_somebody_with_a_server_of_their_own_is_told_that_it_is_asked(window: HeatWindow) -> None:
    window.tell(replace(heat_views.FOUND, search_server="http://weather.home"))
    assert "This sends the name you type to http://weather.home." in said(window)


def test_one_letter_is_too_short(window: HeatWindow, qtbot: QtBot) -> None:
    window.tell(heat_views.NO_PLACE)
    line = write(window, "place", "B")
    with qtbot.assertNotEmitted(window.search_requested):
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert "Type at least two letters." in said(window)


def test_a_place_that_was_found_is_chosen_with_one_click(window: HeatWindow, qtbot: QtBot) -> None:
    window.tell(heat_views.FOUND)
    with qtbot.waitSignal(window.place_requested) as asked:
        press(window, "found:1")
    assert asked.args == [heat_views.PLACES[1]]
    window.tell(heat_views.ONLINE)
    assert "Your place: Berlin, Germany" in said(window)


@pytest.mark.parametrize(
    ("search", "words"),
    [
        (Search(under_way=True), "Searching…"),
        (Search(found=()), "No place was found by that name."),
        (Search(trouble="The weather service was not found."), "The weather service was not found."),
        (Search(found=heat_views.PLACES[:1]), "Is it this one?"),
    ],
)
def test_what_became_of_a_search_is_said(window: HeatWindow, search: Search, words: str) -> None:
    window.tell(replace(heat_views.NO_PLACE, search=search))
    assert words in said(window)


def test_a_reading_is_typed_in(window: HeatWindow, qtbot: QtBot) -> None:
    window.tell(replace(heat_views.TYPED, units=Units.US))
    assert "Temperature in the shade, in °F" in said(window)
    write(window, "temperature", "95")
    line = write(window, "humidity", "60 %")
    press(window, "sun")
    with qtbot.waitSignal(window.reading_requested) as asked:
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert asked.args == [TypedReading(temperature_c=35.0, humidity_pct=60.0, sun=True)]
    assert "Kept." not in said(window)
    window.tell(replace(heat_views.TYPED, units=Units.US, kept=1))
    assert "Kept. It counts for three hours." in said(window)
    press(window, "unit:metric")
    write(window, "temperature", "33,5")
    with qtbot.waitSignal(window.reading_requested) as again:
        press(window, "keep-reading")
    assert again.args[0].temperature_c == 33.5


@pytest.mark.parametrize(
    ("temperature", "humidity", "wrong"),
    [
        ("", "50", ["-60 to 60"]),
        ("warm", "50", ["-60 to 60"]),
        ("90", "50", ["-60 to 60"]),
        ("30", "", ["0 to 100"]),
        ("30", "101", ["0 to 100"]),
        ("30", "-1", ["0 to 100"]),
        ("nan", "inf", ["-60 to 60", "0 to 100"]),
    ],
)
def test_what_is_wrong_stands_below_its_field(
    window: HeatWindow, qtbot: QtBot, temperature: str, humidity: str, wrong: list[str]
) -> None:
    window.tell(heat_views.TYPED)
    write(window, "temperature", temperature)
    write(window, "humidity", humidity)
    with qtbot.assertNotEmitted(window.reading_requested):
        press(window, "keep-reading")
    told = [line for line in said(window).splitlines() if line.startswith("Type a number")]
    assert [any(part in line for line in told) for part in wrong] == [True] * len(told)
    assert len(told) == len(wrong)


def test_coordinates_a_server_and_a_contact_can_be_typed(window: HeatWindow, qtbot: QtBot) -> None:
    window.tell(heat_views.OFFLINE)
    press(window, "by-hand")
    write(window, "latitude", "48.137")
    write(window, "longitude", "\u221211,576")
    with qtbot.waitSignal(window.place_requested) as placed:
        press(window, "keep-place")
    assert placed.args == [FoundPlace(name="48.14, -11.58", latitude=48.14, longitude=-11.58)]
    write(window, "latitude", "91")
    with qtbot.assertNotEmitted(window.place_requested):
        press(window, "keep-place")
    assert "Type a number from -90 to 90." in said(window)
    write(window, "server", "http://127.0.0.1:8080/")
    with qtbot.waitSignal(window.server_requested) as served:
        press(window, "keep-server")
    assert served.args == ["http://127.0.0.1:8080"]
    write(window, "server", "ftp://elsewhere")
    with qtbot.assertNotEmitted(window.server_requested):
        press(window, "keep-server")
    write(window, "contact", "me@mail.example")
    with qtbot.waitSignal(window.contact_requested) as named:
        press(window, "keep-contact")
    assert named.args == ["me@mail.example"]
    write(window, "contact", "Zoë (home)")
    with qtbot.assertNotEmitted(window.contact_requested):
        press(window, "keep-contact")


def test_the_signs_are_one_click_away_with_and_without_weather(window: HeatWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.signs_requested):
        press(window, "signs")
    window.tell(heat_views.ONLINE)
    with qtbot.waitSignal(window.signs_requested):
        press(window, "heat:signs")


def test_escape_closes_it(window: HeatWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closed):
        QTest.keyClick(window, Qt.Key.Key_Escape)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", VIEWS)
def test_it_is_for_everybody(qtbot: QtBot, qapp: QApplication, look: str, name: str) -> None:
    dress(qapp, LOOKS[look])
    view: HeatView = VIEWS[name]
    window = HeatWindow()
    qtbot.addWidget(window)
    window.tell(view)
    window.resize(round(320 * LOOKS[look].text_scale), 480)
    window.bring_up()
    qtbot.waitUntil(window.isActiveWindow)
    if name == "offline":
        press(window, "by-hand")
    assert audit(window) == []
