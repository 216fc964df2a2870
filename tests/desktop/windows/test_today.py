"""The Today window shows a day, and says what the person wishes."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QProgressBar,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.offers import LogChoice, PauseChoice
from desktop.ports import Press
from desktop.states import FirstHabit, Night, NoticeKind, TodayState
from desktop.theme import Look, Scheme, dress
from desktop.widgets.day_line import DayLine
from desktop.windows.today import TodayWindow
from schedules.prompts import Answer
from tests.desktop.a11y import audit, check_clipping
from tests.desktop.windows import days

STATES = {
    "workday": days.WORKDAY,
    "waiting": days.WAITING,
    "empty": days.EMPTY,
    "limited": days.LIMITED,
    "reached": days.REACHED,
    "us": days.US,
    "long": days.LONG,
    "month": days.MONTH,
    "past": days.PAST,
    "nothing past": days.NOTHING_PAST,
    "changed": days.CHANGED,
    "no goal": days.NO_GOAL,
    "after midnight": days.NIGHT,
}
LOOKS = {
    "light": Look(),
    "dark": Look(scheme=Scheme.DARK),
    "contrast-light": Look(scheme=Scheme.CONTRAST_LIGHT),
    "contrast-dark": Look(scheme=Scheme.CONTRAST_DARK),
    "large": Look(text_scale=2.0),
}


class Page:
    """The window as a person uses it."""

    def __init__(self, window: TodayWindow) -> None:
        self.window = window

    def tell(self, state: TodayState) -> None:
        self.window.tell(state)
        QApplication.processEvents()

    def visible(self, kind: type[QWidget]) -> list[QWidget]:
        return [widget for widget in self.window.findChildren(kind) if widget.isVisibleTo(self.window)]

    def words(self) -> str:
        """Everything that can be read or heard."""
        said = []
        for widget in self.visible(QWidget):
            said += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
            if isinstance(widget, (QAbstractButton, QLabel)):
                said.append(widget.text())
        for action in self.window.findChildren(QAction):
            if action.isVisible():
                said.append(action.text())
        return "\n".join(said)

    def button(self, name: str) -> QAbstractButton:
        """A button by its object name, its words or what a screen reader says."""
        for widget in self.visible(QAbstractButton):
            assert isinstance(widget, QAbstractButton)
            if name in {widget.objectName(), widget.text(), widget.accessibleName()}:
                return widget
        raise LookupError(name, [widget.accessibleName() for widget in self.visible(QAbstractButton)])

    def press(self, name: str) -> None:
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def sentences(self) -> list[str]:
        """The lines of the day, as a screen reader says them, from top to bottom."""
        lines = sorted(self.visible(DayLine), key=lambda line: line.mapTo(self.window, QPoint(0, 0)).y())
        return [line.accessibleName() for line in lines]


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    window = TodayWindow()
    qtbot.addWidget(window)
    window.tell(days.WORKDAY)
    window.show()
    qtbot.waitExposed(window)
    return Page(window)


# What it shows


def test_the_date_is_in_words(page: Page) -> None:
    assert "Thursday, 19 November" in page.words()


def test_the_ring_is_a_progress_bar_to_a_screen_reader(page: Page) -> None:
    (ring,) = page.visible(QProgressBar)
    face = QAccessible.queryAccessibleInterface(ring)
    assert face.role() == QAccessible.Role.ProgressBar
    assert face.text(QAccessible.Text.Name) == "Drinks today"
    assert face.text(QAccessible.Text.Description) == "750 of 2,000 ml"
    assert (face.valueInterface().currentValue(), face.valueInterface().maximumValue()) == (750, 2000)


def test_the_next_glass_is_told(page: Page) -> None:
    assert "On pace. Next glass about 14:20." in page.words()
    assert "Drink prompts stop at 21:00" in page.words()


def test_the_nights_are_told_in_words(page: Page) -> None:
    assert "Bedtime stretch: 5 of the last 7 nights" in page.words()
    assert "Stood up 4 times" in page.words()


def test_nobody_is_shown_a_zero(page: Page) -> None:
    page.tell(replace(days.WORKDAY, nights=(Night.OFF,) * 7, stood_up=0))
    assert "nights" not in page.words()
    assert "Stood up" not in page.words()


def test_a_day_reads_from_top_to_bottom_as_sentences(page: Page) -> None:
    assert page.sentences() == [
        "08:05, A drink, 250 ml.",
        "09:00, Desk until 12:00.",
        "10:40, You got up by yourself (counted).",
        "11:30, A drink, 250 ml.",
        "12:00, Quiet until 13:00.",
        "12:00, Held back 12:00: you asked for quiet then.",
        "13:00, Desk until 17:30.",
        "13:05, A drink, 250 ml.",
        "14:20, Stand, stretch 30 s, have a glass. 80 minutes seated.",
        "15:50, Skipped: Stand and stretch.",
        "17:50, Warm up for a few minutes. Your exercise starts at 18:00.",
        "18:00, Exercise until 19:00.",
        "21:00, Drink prompts rest until morning.",
        "22:15, Stretch before bed. Bed is at 23:00.",
    ]


def test_a_long_log_is_folded_and_unfolds(page: Page) -> None:
    page.tell(days.LONG)
    ahead = len(days.LONG.ahead) + 1  # and a block
    assert len(page.sentences()) == 5 + 2 + ahead  # with the blocks that they lie in
    page.press("Show 35 earlier lines")
    assert len(page.sentences()) == 40 + 3 + ahead


def test_ounces_for_those_who_think_in_ounces(page: Page) -> None:
    page.tell(days.US)
    assert "25 of 68 fl oz" in page.words()
    assert page.button("glass").text() == "+ Glass 8"
    assert page.button("glass").accessibleName() == "+ Glass 8 fl oz"
    assert " ml" not in page.words().replace("A drink, 250 ml", "")


def test_a_reached_goal_is_said_without_a_fuss(page: Page) -> None:
    page.tell(days.REACHED)
    assert "That is your plan for today." in page.words()
    assert "2,250 of 2,000 ml" in page.words()
    assert "Nothing more today." in page.words()


def test_where_a_doctor_limits_fluids_nothing_speaks_of_drinking(page: Page) -> None:
    page.tell(days.LIMITED)
    for word in ("drink", "drank", "glass", "mug", "water", "ml", "cup"):
        assert word not in page.words().lower().replace("calmly", "").split(), word
    assert not page.visible(QProgressBar)
    assert "5 of the last 7 nights" in page.words()


def test_a_day_with_nothing_on_offers_a_start(page: Page, qtbot: QtBot) -> None:
    page.tell(days.EMPTY)
    with qtbot.waitSignal(page.window.start_requested) as wish:
        page.press("A bedtime stretch")
    assert wish.args == [FirstHabit.BEDTIME]


def test_a_pause_shows_its_end_and_ends_with_a_click(page: Page, qtbot: QtBot) -> None:
    page.tell(days.WAITING)
    assert "Prompts are paused until 15:00." in page.words()
    with qtbot.waitSignal(page.window.resume_requested):
        page.press("Resume")
    page.tell(days.WORKDAY)
    assert "paused" not in page.words()


@pytest.mark.parametrize("kind", NoticeKind)
def test_a_notice_says_what_is_wrong_and_has_one_action(page: Page, qtbot: QtBot, kind: NoticeKind) -> None:
    before = len(page.visible(QAbstractButton))
    notice = replace(days.WAITING.notices[0], kind=kind, detail="settings.toml, line 12")
    page.tell(replace(days.WORKDAY, notices=(notice,)))
    assert "settings.toml, line 12" in page.words()
    assert len(page.visible(QAbstractButton)) == before + (2 if kind is NoticeKind.PROPOSAL else 1)
    with qtbot.waitSignal(page.window.notice_requested) as wish:
        page.press(f"notice:{kind}")
    assert wish.args == [kind]


def test_a_proposal_can_be_declined(page: Page, qtbot: QtBot) -> None:
    notice = replace(days.WAITING.notices[0], kind=NoticeKind.PROPOSAL, detail="Keep 14:00 to 15:00 quiet?")
    page.tell(replace(days.WORKDAY, notices=(notice,)))
    with qtbot.waitSignal(page.window.notice_declined), qtbot.assertNotEmitted(page.window.notice_requested):
        page.press("decline:proposal")


# What it takes


@pytest.mark.parametrize(("name", "volume_ml"), [("glass", 250), ("mug", 300)])
def test_one_click_logs_a_drink(page: Page, qtbot: QtBot, name: str, volume_ml: int) -> None:
    with qtbot.waitSignal(page.window.drink_requested) as wish:
        page.press(name)
    assert wish.args == [volume_ml]


@pytest.mark.parametrize(
    ("state", "typed", "volume_ml"),
    [(days.WORKDAY, "330", 330), (days.WORKDAY, " 400 ", 400), (days.US, "12", 355), (days.US, "8,5", 251)],
)
def test_another_amount_can_be_typed(page: Page, qtbot: QtBot, state: TodayState, typed: str, volume_ml: int) -> None:
    page.tell(state)
    page.press("other")
    field, _when = page.visible(QLineEdit)
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, typed)
    with qtbot.waitSignal(page.window.drink_requested) as wish:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert wish.args == [volume_ml]
    assert not page.visible(QLineEdit)


@pytest.mark.parametrize("typed", ["", "a lot", "9", "3001", "-250", "nan", "inf", "1e9"])
def test_what_is_no_amount_is_said_beside_the_field(page: Page, qtbot: QtBot, typed: str) -> None:
    page.press("other")
    field, _when = page.visible(QLineEdit)
    QTest.keyClicks(field, typed)
    with qtbot.assertNotEmitted(page.window.drink_requested):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert "Type a number from 10 ml to 3,000 ml." in page.words()
    assert QApplication.focusWidget() is field


def test_escape_leaves_the_field_first_and_the_window_then(page: Page, qtbot: QtBot) -> None:
    page.press("other")
    field, _when = page.visible(QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert page.window.isVisible()
    assert not page.visible(QLineEdit)
    assert QApplication.focusWidget() is page.button("other")
    with qtbot.waitSignal(page.window.closed):
        QTest.keyClick(page.window, Qt.Key.Key_Escape)
    assert not page.window.isVisible()


def test_undo_says_what_it_takes_back(page: Page, qtbot: QtBot) -> None:
    assert page.button("undo").text() == "Undo last: 13:05, 250 ml"
    with qtbot.waitSignal(page.window.undo_requested):
        page.press("undo")
    page.tell(replace(days.WORKDAY, offers=replace(days.OFFERS, undo=None)))
    with pytest.raises(LookupError):
        page.button("undo")


def test_the_field_to_move_the_last_prompt_comes_into_sight(page: Page, qtbot: QtBot) -> None:
    page.window.resize(480, 420)
    page.press("Move: Stretch before bed, 22:15")
    (field,) = [each for each in page.window.findChildren(QLineEdit) if each.objectName() == "move-to"]

    def seen() -> None:
        assert field.visibleRegion().boundingRect().size() == field.size()

    qtbot.waitUntil(seen)


@pytest.mark.parametrize(("label", "answer"), [("Do now", Answer.START), ("Skip", Answer.SKIP)])
def test_a_planned_prompt_is_answered_ahead_of_its_time(page: Page, qtbot: QtBot, label: str, answer: Answer) -> None:
    with qtbot.waitSignal(page.window.answer_requested) as wish:
        page.press(f"{label}: Stretch before bed, 22:15")
    assert wish.args == [Press(key="bedtime@2215", answer=answer)]


def test_the_waiting_prompt_has_the_buttons_of_its_notification(page: Page, qtbot: QtBot) -> None:
    page.tell(days.WAITING)
    assert "Stand and stretch for 30 seconds?" in page.words()
    for button in days.WAITING.offers.waiting.buttons if days.WAITING.offers.waiting else ():
        with qtbot.waitSignal(page.window.answer_requested) as wish:
            page.press(f"waiting:{button.answer}")
        assert wish.args == [Press(key="move@1340", answer=button.answer)]


@pytest.mark.parametrize(
    ("state", "name", "card"),
    [
        (days.WORKDAY, "Why? Stretch before bed, 22:15", "stretch-before-bed"),
        (days.WORKDAY, "why:warm-up@1750", "get-up-often"),
        (days.WAITING, "waiting:why", "get-up-often"),
    ],
)
def test_what_is_behind_a_prompt_is_one_click_away(
    page: Page, qtbot: QtBot, state: TodayState, name: str, card: str
) -> None:
    page.tell(state)
    with qtbot.waitSignal(page.window.evidence_requested) as wish:
        page.press(name)
    assert wish.args == [card]


def test_a_cramp_is_one_click_away(page: Page, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.window.relief_requested):
        page.press("I have a cramp now")
    with qtbot.waitSignal(page.window.help_requested):
        page.press("When to get help")


def test_the_actions_menu_has_what_the_tray_has(page: Page, qtbot: QtBot) -> None:
    (menu,) = [menu for menu in page.window.findChildren(QMenu) if menu.parent() is page.window]
    actions = {action.objectName(): action for action in menu.findChildren(QAction)}
    assert not actions["open"].isVisible()
    for name, signal, args in (
        ("relief", page.window.relief_requested, []),
        ("drink", page.window.drink_requested, [250]),
        ("log:stretched", page.window.log_requested, [LogChoice.STRETCHED]),
        ("next", page.window.answer_requested, [Press(key="move@1420", answer=Answer.START)]),
        ("pause:1h", page.window.pause_requested, [PauseChoice.HOUR]),
        ("guide:bedtime", page.window.guide_requested, ["bedtime"]),
        ("calendar", page.window.calendar_requested, []),
        ("settings", page.window.settings_requested, []),
        ("quit", page.window.quit_requested, []),
    ):
        with qtbot.waitSignal(signal) as wish:
            actions[name].trigger()
        assert wish.args == args


# How it changes


def test_the_focus_stays_where_it_is_when_a_drink_is_logged(page: Page) -> None:
    skip = page.button("Skip: Stretch before bed, 22:15")
    skip.setFocus(Qt.FocusReason.TabFocusReason)
    line = replace(days.WORKDAY.behind[0], at=days.at(13, 42))
    later = replace(days.OFFERS, now=days.at(13, 43))
    page.tell(replace(days.WORKDAY, behind=(*days.WORKDAY.behind, line), offers=later))
    assert QApplication.focusWidget() is skip
    assert "Now, 13:43" in page.words()


def test_two_glasses_in_one_minute_are_two_lines(page: Page) -> None:
    page.tell(replace(days.WORKDAY, behind=(days.WORKDAY.behind[0],) * 2))
    assert page.sentences().count("08:05, A drink, 250 ml.") == 2
    page.tell(replace(days.WORKDAY, behind=(days.WORKDAY.behind[0],)))
    assert page.sentences().count("08:05, A drink, 250 ml.") == 1


def test_a_prompt_past_midnight_is_said_to_be_tomorrow(page: Page) -> None:
    line = replace(days.WORKDAY.ahead[4], at=days.at(22, 15) + timedelta(hours=3))
    page.tell(replace(days.WORKDAY, ahead=(line,)))
    assert page.sentences()[-1] == "01:15 tomorrow, Stretch before bed. Bed is at 23:00."


def test_time_passes_only_where_somebody_sees_it(page: Page) -> None:
    assert page.window._minute.isActive()
    page.window.hide()
    assert not page.window._minute.isActive()
    page.window.show()
    page.window.showMinimized()
    assert not page.window._minute.isActive()


# For everybody


@pytest.fixture(params=LOOKS)
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Look:
    chosen: Look = LOOKS[request.param]
    dress(qapp, chosen)
    return chosen


def test_the_month_comes_into_sight_wherever_the_day_was_scrolled_to(page: Page, qtbot: QtBot) -> None:
    bar = page.window._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    page.tell(days.MONTH)
    qtbot.waitUntil(lambda: bar.value() == 0)


@pytest.mark.parametrize("name", ["workday", "waiting", "month"])
def test_everybody_can_use_it_in_every_look(look: Look, page: Page, qtbot: QtBot, name: str) -> None:
    page.window.resize(960, 800)
    page.tell(STATES[name])
    qtbot.wait(0)
    assert audit(page.window) == []


@pytest.mark.parametrize("name", STATES)
def test_everybody_can_use_it(page: Page, qtbot: QtBot, name: str) -> None:
    page.window.resize(960, 800)
    page.tell(STATES[name])
    qtbot.wait(0)
    assert audit(page.window) == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize(
    ("name", "size"), [*((name, (320, 480)) for name in STATES), ("waiting", (500, 700)), ("workday", (1600, 1000))]
)
def test_it_fits_a_small_window_and_a_wide_one(  # noqa: PLR0913, PLR0917 a case, and the fixtures
    qapp: QApplication, page: Page, qtbot: QtBot, name: str, size: tuple[int, int], scale: float
) -> None:
    dress(qapp, Look(text_scale=scale))
    page.tell(STATES[name])
    width = round(size[0] * scale)
    page.window.resize(width, size[1])
    assert page.window.width() == width
    (scroll,) = page.window.findChildren(QScrollArea)
    content = scroll.widget()
    assert content is not None
    qtbot.waitUntil(lambda: content.width() <= scroll.viewport().width())  # it scrolls one way only

    def has_room() -> None:  # layouts settle in several turns
        assert list(check_clipping(page.window)) == []

    qtbot.waitUntil(has_room)
