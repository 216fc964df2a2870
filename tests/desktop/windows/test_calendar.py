"""The calendar window shows what there is and says what the person wishes, by mouse and by keyboard."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.calendar_export import DAYS
from desktop.calendar_state import CalendarState, ExportWish, WordsWish
from desktop.theme import Look, Scheme, dress
from desktop.windows.calendar import CalendarWindow
from schedules.calendar import Sort
from tests.desktop.a11y import audit
from tests.desktop.windows import calendars


@pytest.fixture
def window(qtbot: QtBot) -> CalendarWindow:
    made = CalendarWindow(lambda _parent: "/home/kim/a.ics", lambda _parent: "/home/kim/plan.ics")
    qtbot.addWidget(made)
    made.tell(calendars.NONE)
    made.bring_up()
    qtbot.waitExposed(made)
    return made


def button(window: QWidget, name: str) -> QPushButton:
    found = window.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def field(window: QWidget, name: str) -> QLineEdit:
    found = window.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def said(window: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in window.findChildren(QLabel) if label.isVisibleTo(window)]


def test_an_address_is_typed_and_taken_by_the_enter_key(window: CalendarWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.source_requested):
        QTest.keyClick(field(window, "source"), Qt.Key.Key_Return)
    QTest.keyClicks(field(window, "source"), "webcal://example.org/a.ics")
    with qtbot.waitSignal(window.source_requested) as wish:
        QTest.keyClick(field(window, "source"), Qt.Key.Key_Return)
    assert wish.args == ["webcal://example.org/a.ics"]
    with qtbot.waitSignal(window.source_requested):
        QTest.mouseClick(button(window, "read"), Qt.MouseButton.LeftButton)


def test_a_file_is_chosen(window: CalendarWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.source_requested) as wish:
        QTest.keyClick(button(window, "file"), Qt.Key.Key_Space)
    assert wish.args == ["/home/kim/a.ics"]


def test_nothing_chosen_is_nothing_wished(qtbot: QtBot) -> None:
    window = CalendarWindow(lambda _parent: "", lambda _parent: "")
    qtbot.addWidget(window)
    window.tell(calendars.NONE)
    with qtbot.assertNotEmitted(window.source_requested), qtbot.assertNotEmitted(window.export_requested):
        button(window, "file").click()
        button(window, "export 7").click()


def test_what_was_found_is_listed_with_what_it_counts_as_and_titles_are_never_markup(window: CalendarWindow) -> None:
    window.tell(calendars.FOUND)
    words = said(window)
    for expected in ("Team meeting", "quiet, no prompts", "18:00 to 19:00", "Run with Ana", "exercise outdoors"):
        assert expected in words
    assert "Wednesday, 15 July" in words
    assert any(text.startswith("Gardening <b>beds</b> &") for text in words)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in window.findChildren(QLabel))
    assert "5 entries count in the next two weeks, 4 are left out." in words
    assert "Read 25 minutes ago." in words
    assert not any("key" in text for text in words)
    window.tell(replace(calendars.FOUND, entries=calendars.ENTRIES * 9))
    assert "And 41 more." in said(window)


def test_reading_it_again_and_removing_it(window: CalendarWindow, qtbot: QtBot) -> None:
    window.tell(calendars.FOUND)
    with qtbot.waitSignal(window.refresh_requested):
        button(window, "refresh").click()
    window.tell(calendars.READING)
    assert not button(window, "refresh").isEnabled()
    assert "Reading it now…" in said(window)
    with qtbot.waitSignal(window.remove_requested):
        button(window, "remove").click()
    window.tell(calendars.NONE)
    assert field(window, "source").isVisible()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (calendars.OFFLINE, "The server was not reached. Uncramp will try again by itself. What was read before"),
        (calendars.OFFLINE, "Read 3 days ago."),
        (calendars.OLD, "That is too long ago to go by."),
        (calendars.REFUSED, "This address is not secure."),
        (calendars.BOMB, "An entry in it comes back every few minutes or seconds."),
        (calendars.SAVED, "Saved: /home/kim/uncramp-plan.ics"),
        (calendars.EMPTY, "Nothing in the next two weeks."),
    ],
)
def test_every_state_is_told(window: CalendarWindow, state: CalendarState, words: str) -> None:
    window.tell(state)
    assert any(text.startswith(words) for text in said(window))


def test_words_hold_once_their_field_is_left(window: CalendarWindow, qtbot: QtBot) -> None:
    quiet = field(window, "words quiet")
    quiet.selectAll()
    QTest.keyClicks(quiet, "nap")
    window.tell(replace(calendars.NONE, words=((Sort.QUIET, "meeting"),)))  # something else changed meanwhile
    assert quiet.text() == "nap"
    with qtbot.waitSignal(window.words_requested) as wish:
        QTest.keyClick(quiet, Qt.Key.Key_Return)
    assert wish.args == [WordsWish(sort=Sort.QUIET, text="nap")]
    with qtbot.assertNotEmitted(window.words_requested):
        QTest.keyClick(quiet, Qt.Key.Key_Return)
    with qtbot.waitSignal(window.usual_requested):
        button(window, "usual").click()
    window.tell(calendars.NONE)
    assert quiet.text().startswith("meeting")


def test_words_hold_when_the_window_is_closed(window: CalendarWindow, qtbot: QtBot) -> None:
    gym = field(window, "words gym")
    QTest.keyClicks(gym, "x")
    with qtbot.waitSignals([window.words_requested, window.closed]):
        QTest.keyClick(gym, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_what_saves_the_plan_comes_into_sight(window: CalendarWindow, qtbot: QtBot) -> None:
    window.resize(820, 500)
    export = button(window, f"export {DAYS[0]}")
    page = window._scroll.viewport()
    window.show_export()
    qtbot.waitUntil(lambda: page.rect().contains(export.mapTo(page, export.rect().center())))
    assert window.focusWidget() is export


def test_the_plan_is_saved(window: CalendarWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.export_requested) as wish:
        button(window, "export 14").click()
    assert wish.args == [ExportWish(path=Path("/home/kim/plan.ics"), days=14)]


@pytest.mark.parametrize("state", ["none", "found", "offline"])
@pytest.mark.parametrize(
    ("look", "width"),
    [
        (Look(), 820),
        (Look(scheme=Scheme.DARK), 320),
        (Look(scheme=Scheme.CONTRAST_DARK), 820),
        (Look(text_scale=2.0), 820),
    ],
)
def test_everybody_can_use_it(window: CalendarWindow, qapp: QApplication, state: str, look: Look, width: int) -> None:
    dress(qapp, look)
    window.resize(width, 900)
    window.tell(calendars.STATES[state])
    QApplication.processEvents()
    assert audit(window) == []
