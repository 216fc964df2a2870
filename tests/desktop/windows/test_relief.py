"""The relief window for everybody: keys, words, colours, sizes; and nothing to try where a clot may be."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.relief_view import Where
from desktop.theme import Look, Scheme, Token, colour, dress
from desktop.widgets.buttons import Button
from desktop.windows.relief import ReliefWindow
from desktop.windows.relief_end import EndPage
from desktop.windows.relief_help import HelpPage
from desktop.windows.relief_step import StepPage
from schedules.guides.red_flags import FACTS, RedFlag
from schedules.guides.relief_course import Feeling, ReliefPhase
from schedules.history import Muscle, Side
from tests.desktop.a11y import audit, contrast
from tests.desktop.relief_life import BUSY, NIGHT, NOON, ReliefLife

CALF = Where(muscle=Muscle.CALF, side=Side.LEFT)
LOOKS = {
    "night": (NIGHT, Look()),
    "light": (NOON, Look(scheme=Scheme.LIGHT)),
    "dark": (NOON, Look(scheme=Scheme.DARK)),
    "contrast": (NIGHT, Look(scheme=Scheme.CONTRAST_DARK)),
    "contrast-light": (NOON, Look(scheme=Scheme.CONTRAST_LIGHT)),
}


def chosen(life: ReliefLife) -> None:
    life.relieving.choose(CALF)


def going_on(times: int) -> Callable[[ReliefLife], None]:
    def go(life: ReliefLife) -> None:
        chosen(life)
        for _ in range(times):
            life.relieving.go_on()

    return go


def worse(life: ReliefLife) -> None:
    chosen(life)
    life.relieving.feel(Feeling.WORSE)


def cooling(life: ReliefLife) -> None:
    going_on(3)(life)
    life.relieving.cool(15)


def ended(life: ReliefLife) -> None:
    chosen(life)
    life.relieving.finish()


def changing(life: ReliefLife) -> None:
    ended(life)
    life.window.page(EndPage)._open_change()


def noting(life: ReliefLife) -> None:
    ended(life)
    life.window.page(EndPage)._open_note()


def busy(life: ReliefLife) -> None:
    life.store.failure = BUSY
    chosen(life)
    life.relieving.records.write()


STATES: dict[str, Callable[[ReliefLife], object]] = {
    "where": lambda _life: None,
    "stretch": chosen,
    "massage": going_on(1),
    "warmth": going_on(2),
    "cold": going_on(3),
    "cooling": cooling,
    "ended": ended,
    "changing": changing,
    "noting": noting,
    "worse": worse,
    "flagged": lambda life: life.relieving.flag(),
    "help": lambda life: life.relieving.help(),
    "busy": busy,
}


@pytest.fixture(autouse=True)
def _plain_look(qapp: QApplication) -> Iterator[None]:
    dress(qapp, Look())
    yield
    for window in QApplication.topLevelWidgets():  # each that is left makes the next look dearer
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dress(qapp, Look())


def shown(life: ReliefLife, state: str, width: int = 1024, height: int = 860) -> ReliefWindow:
    window = life.open()
    window.showNormal()
    window.resize(width, height)
    STATES[state](life)
    for _ in range(3):
        QApplication.processEvents()
    return window


def texts(window: QWidget, *, seen: bool = False) -> str:
    """Every word in a window, whether it is on show or not; or only what is seen."""
    said = [window.windowTitle()]
    for widget in window.findChildren(QWidget):
        if seen and not widget.isVisibleTo(window):
            continue
        said += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)):
            said.append(widget.text())
    return "\n".join(said)


@pytest.mark.parametrize(
    ("state", "look"),
    [
        *((state, "night") for state in STATES),
        *((state, look) for look in LOOKS for state in ("where", "stretch", "help") if look != "night"),
    ],
)
def test_everybody_can_use_it(qapp: QApplication, qtbot: QtBot, state: str, look: str) -> None:
    start, wanted = LOOKS[look]
    dress(qapp, wanted)
    assert audit(shown(ReliefLife(start, look=wanted), state)) == []


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("room", [(1024, 860, 2.0), (320, 480, 1.0), (640, 480, 2.0)])
def test_nothing_is_cut_off(qapp: QApplication, qtbot: QtBot, state: str, room: tuple[int, int, float]) -> None:
    width, height, text_scale = room
    look = Look(text_scale=text_scale)
    dress(qapp, look)
    window = shown(ReliefLife(look=look), state, width, height)
    assert audit(window) == []
    assert window._frame.pages.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("state", STATES)
def test_every_word_stands_out_seven_to_one(qapp: QApplication, qtbot: QtBot, state: str, look: str) -> None:
    start, wanted = LOOKS[look]
    dress(qapp, wanted)
    window = shown(ReliefLife(start, look=wanted), state)
    ground = colour(window, Token.GROUND)
    for label in window.findChildren(QLabel):
        if label.isVisibleTo(window) and label.text():
            assert contrast(label.palette().color(label.foregroundRole()), ground) >= 7, label.text()
    for button in window.findChildren(QAbstractButton):
        if isinstance(button, Button) and button.isVisibleTo(window):
            _fill, _edge, words = button._colours()
            assert contrast(words, ground) >= 7, button.text()


@pytest.mark.parametrize("state", STATES)
def test_at_night_nothing_shines(qtbot: QtBot, state: str) -> None:
    window = shown(ReliefLife(), state)
    window.setFocus()  # the caret of a field is drawn in the opposite of its ground, whatever that is
    picture = window.grab().toImage()
    step = 3
    bright = sum(
        QColor(picture.pixel(x, y)).lightnessF() > 0.25
        for x in range(0, picture.width(), step)
        for y in range(0, picture.height(), step)
    )
    assert bright < 0.12 * (picture.width() // step) * (picture.height() // step)
    blue = (QColor(picture.pixel(x, y)) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7))
    assert all(pixel.blue() <= max(24, pixel.red()) for pixel in blue)


CARE = re.compile(
    r"stretch|pull|massage|rub\b|knead|warmth|warm pad|heat|cold pack|towel|sheet round|straighten|easing",
    re.IGNORECASE,
)
CLOT_LIKE = [flag for flag in RedFlag if FACTS[flag].clot_like]


@pytest.mark.parametrize("before", ["where", "stretch", "massage", "warmth", "cold", "cooling", "worse", "help"])
@pytest.mark.parametrize("flag", CLOT_LIKE)
def test_where_a_clot_may_be_nothing_to_try_is_shown_anywhere(qtbot: QtBot, before: str, flag: RedFlag) -> None:
    life = ReliefLife()
    window = shown(life, before)
    life.relieving._move(lambda relief, now: relief.flag(now, [flag]))
    seen = []
    for _ in range(4):
        QApplication.processEvents()
        seen.append(life.phase())
        assert not CARE.search(texts(window)), CARE.findall(texts(window))
        life.relieving.choose(CALF)
        life.relieving.go_back()
        assert not CARE.search(texts(window))
        life.relieving.go_on()
    assert seen[0] is ReliefPhase.HELP
    assert ReliefPhase.LOGGED in seen


def test_a_step_that_is_made_ready_late_does_not_come_back_after_a_red_flag(qtbot: QtBot) -> None:
    life = ReliefLife()
    window = shown(life, "where")
    life.relieving._move(lambda relief, now: relief.flag(now, [CLOT_LIKE[0]]))
    window.prepare()
    assert not CARE.search(texts(window))


@pytest.mark.parametrize(
    ("state", "card"),
    [("stretch", "stretch-in-a-cramp"), ("massage", "massage"), ("warmth", "warmth"), ("cold", "cold")],
)
def test_what_is_behind_a_step_is_one_click_away(qtbot: QtBot, state: str, card: str) -> None:
    window = shown(ReliefLife(), state)
    why = window.page(StepPage).findChild(QAbstractButton, "why")
    assert isinstance(why, QAbstractButton)
    with qtbot.waitSignal(window.evidence_requested) as asked:
        QTest.mouseClick(why, Qt.MouseButton.LeftButton)
    assert asked.args == [card]
    assert window.scheme is Scheme.NIGHT


def test_a_red_flag_takes_the_card_away(qtbot: QtBot) -> None:
    life = ReliefLife()
    window = shown(life, "stretch")
    with qtbot.waitSignal(window.evidence_unwanted):
        life.relieving.flag()


def test_a_flag_opens_help_with_the_number_of_the_country(qtbot: QtBot) -> None:
    for country, number in (("US", "911"), ("GB", "999"), ("DE", "112"), (None, "112")):
        life = ReliefLife(country=country)
        window = shown(life, "where")
        QTest.keyClick(window, Qt.Key.Key_0)
        assert number in window.page(HelpPage).headline.text()
        assert number in window._frame.note.text()


@pytest.mark.parametrize("by", ["key", "mouse"])
def test_chest_pain_is_asked_first_and_leads_to_the_emergency_number(qtbot: QtBot, by: str) -> None:
    life = ReliefLife()
    window = shown(life, "where")
    danger = window.findChild(QAbstractButton, "danger")
    assert isinstance(danger, QAbstractButton)
    assert danger.isVisible()
    assert "Chest pain" in danger.accessibleName()
    if by == "key":
        QTest.keyClick(window, Qt.Key.Key_C)
    else:
        QTest.mouseClick(danger, Qt.MouseButton.LeftButton)
    assert life.relief.flags == {RedFlag.CHEST_PAIN_OR_BREATHLESS}
    assert "Call the emergency number now." in texts(window, seen=True)
    assert not CARE.search(texts(window))


def test_the_question_about_red_flags_comes_before_anything_to_try(qtbot: QtBot) -> None:
    said = texts(shown(ReliefLife(), "where"), seen=True)
    assert "One leg swollen" in said
    assert not CARE.search(said)


@pytest.mark.parametrize("state", [state for state in STATES if state not in {"changing", "noting"}])
def test_escape_closes(qtbot: QtBot, state: str) -> None:
    life = ReliefLife()
    window = shown(life, state)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert not life.relieving.is_open


def _focused(window: QWidget) -> QWidget:
    widget = window.focusWidget()
    assert widget is not None
    return widget


@pytest.mark.parametrize("state", ["changing", "noting"])
def test_escape_leaves_a_form_first(qtbot: QtBot, state: str) -> None:
    window = shown(ReliefLife(), state)
    QTest.keyClick(_focused(window), Qt.Key.Key_Escape)
    assert window.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


@pytest.mark.parametrize("state", STATES)
def test_help_is_always_at_the_same_place(qtbot: QtBot, state: str) -> None:
    window = shown(ReliefLife(), state)
    button = window._frame.help_button
    assert button.isVisibleTo(window)
    assert button.isEnabled()
    first = shown(ReliefLife(), "where")
    assert button.mapTo(window, QPoint(0, 0)) == first._frame.help_button.mapTo(first, QPoint(0, 0))


def test_every_step_has_its_caution_on_the_screen(qtbot: QtBot) -> None:
    for state in ("stretch", "massage", "warmth", "cold"):
        life = ReliefLife()
        window = shown(life, state)
        caution, step = window.page(StepPage)._safety, life.relief.step
        assert caution.isVisibleTo(window)
        assert step is not None
        assert caution.text() == step.safety


@pytest.mark.parametrize("state", ["massage", "warmth", "cold"])
def test_what_is_done_is_shown(qtbot: QtBot, state: str) -> None:
    figure = shown(ReliefLife(), state).page(StepPage).figure
    assert figure.isVisible()
    assert figure._shown is not None
    assert figure._shown[0].endswith("-calf")


def test_the_time_of_the_cold_pack_is_large(qtbot: QtBot) -> None:
    page = shown(ReliefLife(), "cooling").page(StepPage)
    assert (page._time.text(), page._under.text()) == ("15 min", "cold pack on")
    assert page._time.isVisible()


def test_the_keys_answer_and_a_held_key_does_not(qtbot: QtBot) -> None:
    life = ReliefLife()
    window = shown(life, "stretch")
    QTest.keyClick(window, Qt.Key.Key_5)
    assert life.relief.place == "bed-edge"
    QTest.keyClick(window, Qt.Key.Key_2)
    assert life.relief.resting
    QTest.keyClick(window, Qt.Key.Key_1)
    assert life.phase() is ReliefPhase.MASSAGE
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert life.phase() is ReliefPhase.HELP


def test_a_key_that_is_hit_twice_counts_once(qtbot: QtBot) -> None:
    life = ReliefLife(settle_ms=60_000)
    window = life.open()
    QTest.keyClick(window, Qt.Key.Key_3)
    QTest.keyClick(window, Qt.Key.Key_3)
    assert life.phase() is ReliefPhase.STRETCH
    window._settling.stop()
    QTest.keyClick(window, Qt.Key.Key_3)
    assert life.phase() is ReliefPhase.HELP


def test_what_is_told_is_announced_once_for_each_step(qtbot: QtBot) -> None:
    life = ReliefLife()
    said: list[str] = []
    life.relieving.said.connect(said.append)
    shown(life, "stretch")
    life.pass_time(timedelta(seconds=20))
    assert len(said) == 2
    assert "Gentle pull, never pain" in said[1]
    life.pass_time(timedelta(seconds=11))
    assert said[2] == "Let go and rest for a moment."


def test_at_night_it_says_to_sit_before_standing(qtbot: QtBot) -> None:
    for state in ("warmth", "cold", "ended"):
        assert "Sit on the edge of the bed" in texts(shown(ReliefLife(), state))
        assert "Sit on the edge of the bed" not in texts(shown(ReliefLife(NOON), state))


def test_ten_minutes_of_cramp_ask_for_help(qtbot: QtBot) -> None:
    life = ReliefLife()
    window = shown(life, "stretch")
    assert "has lasted 10 minutes" not in texts(window)
    life.pass_time(timedelta(minutes=10))
    assert "This has lasted 10 minutes" in texts(window)


def test_a_new_look_is_followed_at_once(qtbot: QtBot) -> None:
    window = shown(ReliefLife(), "stretch")
    assert window.palette().color(QPalette.ColorRole.Window) == QColor("#060403")
    window.dress(Look(scheme=Scheme.CONTRAST_LIGHT))
    assert window._frame.content.palette().color(QPalette.ColorRole.Window) == QColor("#000000")
