"""The menu offers everything, and touches only what changed."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.offers import GuideOffer, LogChoice, Offers, PauseChoice
from desktop.ports import Press
from desktop.widgets.menu import MenuActions
from schedules.prompts import Answer
from schedules.settings import Units
from tests.desktop.windows import days

WAITING = replace(days.OFFERS, waiting=days.offer("drink@1340", "Time for a glass of water?", days.at(13, 40)))

NO_DRINKS = replace(days.OFFERS, glass_ml=None)


class Tray:
    """The menu as a tray host reads it."""

    def __init__(self, menu: QMenu) -> None:
        self.menu = menu
        self.actions = MenuActions(menu)

    @property
    def names(self) -> list[str]:
        return [action.objectName() or "-" for action in self.menu.actions() if action.isVisible()]

    def find(self, name: str) -> QAction:
        return next(action for action in self.menu.findChildren(QAction) if action.objectName() == name)

    def said(self) -> str:
        below = [action.menu() for action in self.menu.actions() if action.isVisible()]
        menus = [self.menu, *(menu for menu in below if isinstance(menu, QMenu))]
        return "\n".join(action.text() for menu in menus for action in menu.actions() if action.isVisible())


@pytest.fixture
def tray(qtbot: QtBot) -> Tray:
    menu = QMenu()
    qtbot.addWidget(menu)
    made = Tray(menu)
    made.actions.tell(days.OFFERS)
    return made


def test_nothing_is_built_before_there_is_something_to_offer(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    MenuActions(menu)
    assert menu.isEmpty()


def test_everything_is_offered_in_its_order(tray: Tray) -> None:
    submenus = [action.menu().objectName() for action in tray.menu.actions() if action.menu() is not None]
    assert tray.names[:4] == ["open", "relief", "-", "drink"]
    assert tray.names[-5:] == ["-", "heat", "schedule", "settings", "quit"]
    assert submenus == ["log", "pause", "guides"]
    assert tray.menu.defaultAction() is tray.find("open")


def test_it_says_what_is_next(tray: Tray) -> None:
    assert tray.find("next").text() == "Next: stand and stretch at 14:20 – do it now"
    assert tray.find("drink").text() == "Drank a glass (250 ml)"


@pytest.mark.parametrize(
    ("name", "signal", "args"),
    [
        ("open", "open_requested", []),
        ("relief", "relief_requested", []),
        ("drink", "drink_requested", [250]),
        ("log:mug", "drink_requested", [300]),
        ("log:large-glass", "drink_requested", [400]),
        ("log:hot-drink", "drink_requested", [200]),
        ("log:stretched", "log_requested", [LogChoice.STRETCHED]),
        ("log:stood-up", "log_requested", [LogChoice.STOOD_UP]),
        ("log:cramp", "log_requested", [LogChoice.CRAMP]),
        ("next", "answer_requested", [Press(key="move@1420", answer=Answer.START)]),
        ("pause:30m", "pause_requested", [PauseChoice.HALF_HOUR]),
        ("pause:until-tomorrow", "pause_requested", [PauseChoice.TOMORROW]),
        ("pause:meeting", "pause_requested", [PauseChoice.MEETING]),
        ("pause:custom", "pause_requested", [PauseChoice.CUSTOM]),
        ("guide:bedtime", "guide_requested", ["bedtime"]),
        ("calendar", "calendar_requested", []),
        ("schedule", "schedule_requested", []),
        ("settings", "settings_requested", []),
        ("quit", "quit_requested", []),
    ],
)
def test_every_item_says_what_is_wished(tray: Tray, qtbot: QtBot, name: str, signal: str, args: list[object]) -> None:
    with qtbot.waitSignal(getattr(tray.actions, signal)) as wish:
        tray.find(name).trigger()
    assert wish.args == args


@pytest.mark.parametrize(
    "offers",
    [
        days.OFFERS,
        WAITING,
        replace(days.OFFERS, paused_until=days.at(15)),
        replace(NO_DRINKS, next=None, guides=()),
    ],
)
def test_the_cramp_item_never_moves_and_never_greys_out(tray: Tray, offers: Offers) -> None:
    tray.actions.tell(offers)
    relief = tray.find("relief")
    assert tray.menu.actions().index(relief) == 1
    assert relief.isVisible()
    assert relief.isEnabled()
    assert tray.names[:2] == ["open", "relief"]


def test_a_waiting_prompt_can_be_answered(tray: Tray, qtbot: QtBot) -> None:
    tray.actions.tell(WAITING)
    assert not tray.find("waiting").isEnabled()
    with qtbot.waitSignal(tray.actions.answer_requested) as wish:
        tray.find("waiting:later").trigger()
    assert wish.args == [Press(key="drink@1340", answer=Answer.LATER)]
    tray.actions.tell(days.OFFERS)
    assert "Waiting" not in tray.said()


def test_a_pause_shows_its_end_in_the_place_of_the_pauses(tray: Tray, qtbot: QtBot) -> None:
    tray.actions.tell(replace(days.OFFERS, paused_until=days.at(15)))
    assert "Paused until 15:00 – resume" in tray.said()
    assert "Pause prompts" not in tray.said()
    with qtbot.waitSignal(tray.actions.resume_requested):
        tray.find("resume").trigger()
    tray.actions.tell(days.OFFERS)
    assert "Pause prompts" in tray.said()
    assert "resume" not in tray.said()


def test_a_pause_until_tomorrow_says_so(tray: Tray) -> None:
    tray.actions.tell(replace(days.OFFERS, now=days.at(20), paused_until=days.at(31 - 24).replace(day=20)))
    assert "Paused until 07:00 tomorrow – resume" in tray.said()


def test_where_a_doctor_limits_fluids_no_drink_is_named(tray: Tray) -> None:
    tray.actions.tell(NO_DRINKS)
    for word in ("drank", "glass", "mug", "ml", "water", "coffee", "tea "):
        assert word not in tray.said().lower()


def test_drinks_are_offered_in_the_units_of_the_person(tray: Tray) -> None:
    assert tray.find("log:large-glass").text() == "Large glass (400 ml)"
    tray.actions.tell(replace(days.OFFERS, units=Units.US))
    assert tray.find("log:large-glass").text() == "Large glass (14 fl oz)"
    assert tray.find("log:hot-drink").text() == "Coffee or tea (7 fl oz)"


def test_the_end_of_the_day_is_said(tray: Tray) -> None:
    tray.actions.tell(replace(days.OFFERS, next=None))
    assert tray.find("next").text() == "Nothing more today"
    assert not tray.find("next").isEnabled()


def test_an_ampersand_in_a_name_is_no_shortcut(tray: Tray) -> None:
    tray.actions.tell(replace(days.OFFERS, guides=(GuideOffer(routine="mine", title="Calf & foot"),)))
    assert tray.find("guide:mine").text() == "Calf && foot"


def test_the_same_again_touches_nothing(tray: Tray, qtbot: QtBot) -> None:
    touched: list[str] = []
    for action in tray.menu.findChildren(QAction):
        action.changed.connect(lambda action=action: touched.append(action.objectName()))
    tray.actions.tell(replace(days.OFFERS))
    tray.actions.tell(replace(days.OFFERS, now=days.at(13, 43)))
    assert touched == []


def test_only_what_changed_is_touched(tray: Tray) -> None:
    touched: set[str] = set()
    for action in tray.menu.findChildren(QAction):
        action.changed.connect(lambda action=action: touched.add(action.objectName()))
    tray.actions.tell(replace(days.OFFERS, glass_ml=300))
    assert touched == {"drink"}
