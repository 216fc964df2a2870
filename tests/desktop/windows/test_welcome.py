"""The first minute: every step by keyboard and mouse, and all that follows from the answers."""

from collections.abc import Iterator
from contextlib import suppress

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop import preferences
from desktop.adapters.store import StoreError
from desktop.errors import UncrampError
from desktop.theme import Look, Scheme, dress
from desktop.welcome_state import Step, WelcomeState
from desktop.welcoming import Welcoming
from desktop.windows.welcome import WelcomeWindow
from schedules.settings import Position, Settings
from schedules.welcome import Answers, Fact, Habit, When
from tests.desktop.a11y import audit
from tests.desktop.living import Life

LOOKS = {
    "light": Look(),
    "dark": Look(scheme=Scheme.DARK),
    "contrast": Look(scheme=Scheme.CONTRAST_DARK),
    "large": Look(text_scale=2.0),
}
SAID = Answers(when=frozenset({When.NIGHT}), facts=frozenset({Fact.BALANCE, Fact.LEG}), habits=frozenset({Habit.MOVE}))


class SignIn:
    """A system that starts what it is told to start."""

    def __init__(self) -> None:
        self.on = False
        self.trouble: UncrampError | None = None

    def is_on(self) -> bool:
        return self.on

    def turn(self, *, on: bool) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.on = on


class Minute:
    """The first minute of somebody's Uncramp."""

    def __init__(self) -> None:
        self.life = Life()
        self.life.engine.start()
        self.sign_in = SignIn()
        self.saved: list[Settings] = []
        self.told: list[object] = []
        self._owner = QObject()
        self.welcoming = Welcoming(self.life.journal, self.saved.append, self.sign_in, self._build, self._owner)
        for signal in (self.welcoming.help_requested, self.welcoming.sample_requested, self.welcoming.ended):
            signal.connect(lambda signal=signal: self.told.append(signal))
        self.welcoming.trouble_arisen.connect(self.told.append)
        self.welcoming.open(tray=True)

    def _build(self) -> WelcomeWindow:
        self.window = WelcomeWindow()
        return self.window

    def button(self, name: str) -> QAbstractButton:
        """A button or tick that can be seen."""
        found = self.window.findChildren(QAbstractButton, name)
        return next(each for each in found if each.isVisibleTo(self.window))

    def press(self, *names: str) -> None:
        """Click what has these names, one after the other."""
        for name in names:
            QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def keys(self, *keys: Qt.Key) -> None:
        """Type, with the keyboard where it is."""
        for key in keys:
            QTest.keyClick(self.window.windowHandle(), key)

    def words(self) -> str:
        """All that can be read."""
        return "\n".join(label.text() for label in self.window.findChildren(QLabel) if label.isVisibleTo(self.window))

    def end(self) -> None:
        """Leave, unless it was left."""
        with suppress(RuntimeError):  # the window may have gone already
            self.window.close()

    @property
    def kept(self) -> preferences.Preferences:
        """What is preferred now."""
        return preferences.read(self.life.store)


@pytest.fixture
def minute(qtbot: QtBot, qapp: QApplication) -> Iterator[Minute]:
    dress(qapp, Look())
    made = Minute()
    qtbot.waitExposed(made.window)
    yield made
    made.end()


def test_escape_at_once_leaves_the_defaults_and_is_not_asked_again(minute: Minute) -> None:
    minute.keys(Qt.Key.Key_Escape)
    assert minute.saved == []
    assert minute.kept.welcomed
    assert minute.told == [minute.welcoming.ended]


def test_just_let_me_in_is_the_same(minute: Minute) -> None:
    minute.press("leave")
    assert minute.saved == []
    assert minute.kept.welcomed


def test_the_whole_way_by_mouse(minute: Minute) -> None:
    minute.press("next", "night", "next", "balance", "next", "drink", "next", "sample")
    minute.welcoming.tell_sampled("dbus")
    assert "on its way" in minute.words()
    minute.press("True", "next")
    (settings,) = minute.saved
    assert settings.you.avoid_positions == (Position.STANDING,)
    assert (settings.bedtime.on, settings.drink.on, settings.move.on) == (True, True, False)
    assert minute.kept.poor_balance
    assert minute.sign_in.on
    assert minute.told == [minute.welcoming.sample_requested, minute.welcoming.ended]


def test_the_whole_way_by_keyboard(minute: Minute) -> None:
    minute.keys(Qt.Key.Key_Return)
    minute.keys(Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Return)  # at the desk
    minute.keys(Qt.Key.Key_Space, Qt.Key.Key_Return)  # a doctor limits fluids
    minute.keys(Qt.Key.Key_Return, Qt.Key.Key_Return)
    (settings,) = minute.saved
    assert settings.you.doctor_limits_fluids
    assert (settings.bedtime.on, settings.drink.on, settings.move.on) == (False, False, True)


def test_enter_presses_the_button_that_was_gone_to_and_not_the_next_one(minute: Minute) -> None:
    minute.keys(Qt.Key.Key_Tab, Qt.Key.Key_Return)  # just let me in
    assert minute.told == [minute.welcoming.ended]
    assert minute.kept.welcomed


def test_every_question_can_be_passed_over(minute: Minute) -> None:
    minute.press("next", "skip", "skip", "skip", "next")
    assert minute.saved == []


def test_what_was_said_before_a_question_was_passed_over_is_forgotten(minute: Minute) -> None:
    minute.press("next", "skip", "fluids-limited", "skip", "back", "skip", "skip", "next")
    assert minute.saved == []


def test_what_was_said_counts_when_it_is_left_on_the_way(minute: Minute) -> None:
    minute.press("next", "next", "fluids-limited")
    minute.keys(Qt.Key.Key_Escape)
    assert minute.saved[0].you.doctor_limits_fluids


def test_somebody_whose_doctor_limits_fluids_is_offered_no_drink(minute: Minute) -> None:
    minute.press("next", "next", "organs")
    assert "Your doctor knows" in minute.words()
    minute.press("next")
    names = {each.objectName() for each in minute.window.findChildren(QAbstractButton) if each.isVisible()}
    assert {"bedtime", "move"} <= names
    assert "drink" not in names


def test_a_leg_that_hurts_now_is_sent_to_help_first(minute: Minute) -> None:
    minute.press("next", "next", "leg")
    assert "Do not stretch" in minute.words()
    minute.press("help")
    assert minute.told == [minute.welcoming.help_requested]


def test_two_habits_are_enough(minute: Minute) -> None:
    minute.press("next", "next", "next")
    assert minute.button("bedtime").isChecked()
    minute.press("drink")
    assert not minute.button("move").isEnabled()
    minute.press("bedtime")
    assert minute.button("move").isEnabled()


def test_a_system_that_refuses_says_so_and_stays_as_it_is(minute: Minute) -> None:
    minute.sign_in.trouble = UncrampError("No.", "Try later.")
    minute.press("next", "skip", "skip", "skip", "True")
    assert minute.told == [minute.sign_in.trouble]
    assert not minute.button("True").isChecked()


def test_records_that_cannot_be_written_stop_nothing(minute: Minute) -> None:
    minute.life.store.failure = StoreError("The records are busy.", "Try again.")
    minute.press("leave")
    assert minute.told == [minute.life.store.failure, minute.welcoming.ended]


def test_a_desktop_without_notifications_or_icons_is_told_of(minute: Minute) -> None:
    minute.window.tell(WelcomeState(step=Step.SAMPLE, sampled_by="window", tray=False))
    assert "small window" in minute.words()
    assert "no icons" in minute.words()


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("size", [(720, 640), (320, 480)])
@pytest.mark.parametrize("step", Step)
def test_everybody_can_use_it(qtbot: QtBot, qapp: QApplication, look: str, size: tuple[int, int], step: Step) -> None:
    dress(qapp, LOOKS[look])
    window = WelcomeWindow()
    qtbot.addWidget(window)
    window.tell(WelcomeState(step=step, answers=SAID, sampled_by="dbus", at_sign_in=False))
    window.resize(*(round(part * (LOOKS[look].text_scale if size[0] > 320 else 1)) for part in size))
    window.bring_up()
    qtbot.waitExposed(window)

    with suppress(qtbot.TimeoutError):  # what is found is told below
        qtbot.waitUntil(lambda: not audit(window), timeout=2_000)
    assert audit(window) == []
