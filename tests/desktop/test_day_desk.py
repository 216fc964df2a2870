"""Today as a person uses it, on a real engine: other days, moved and skipped prompts, and a log that can be changed."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.adapters.store import StoreError
from desktop.front import Front
from desktop.ports import Press
from desktop.theme import Look, dress
from desktop.widgets.day_line import DayLine
from desktop.widgets.menu import MenuActions
from desktop.windows.entry import EntryWindow
from desktop.windows.today import TodayWindow
from schedules.history import Cramp, Drink, Muscle, RoutineDone, Side
from schedules.prompts import Answer, Kind
from schedules.settings import Settings, You
from tests.desktop.a11y import audit
from tests.desktop.living import Life


class Desk:
    """The window, served by the front."""

    def __init__(self, qtbot: QtBot, life: Life) -> None:
        self.life, self._qtbot = life, qtbot
        life.engine.start()
        self.menu = QMenu()
        qtbot.addWidget(self.menu)
        self.front = Front(life.engine, self.menu)
        self.front.start(MenuActions(self.menu))
        self.front.open_today()
        self.window = self.shown(TodayWindow)
        qtbot.addWidget(self.window)
        self.window.resize(960, 900)
        qtbot.waitExposed(self.window)

    def shown(self, kind: type[QWidget]) -> QWidget:
        (window,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
        return window

    def find(self, name: str, window: QWidget | None = None) -> QWidget:
        QApplication.processEvents()
        inside = window or self.window
        for widget in inside.findChildren(QWidget):
            if widget.objectName() == name and widget.isVisibleTo(inside):
                return widget
        named = [w.objectName() for w in inside.findChildren(QAbstractButton) if w.isVisibleTo(inside)]
        raise LookupError(name, named)

    def press(self, name: str, window: QWidget | None = None) -> None:
        QTest.mouseClick(self.find(name, window), Qt.MouseButton.LeftButton)

    def write(self, name: str, text: str, window: QWidget | None = None) -> QLineEdit:
        field = self.find(name, window)
        assert isinstance(field, QLineEdit)
        field.clear()
        QTest.keyClicks(field, text)
        return field

    def enter(self, name: str, text: str, window: QWidget | None = None) -> None:
        QTest.keyClick(self.write(name, text, window), Qt.Key.Key_Return)

    def lines(self) -> list[str]:
        QApplication.processEvents()
        rows = [row for row in self.window.findChildren(DayLine) if row.isVisibleTo(self.window)]
        return [row.accessibleName() for row in sorted(rows, key=lambda row: row.mapTo(self.window, row.pos()).y())]

    def words(self, window: QWidget | None = None) -> str:
        inside = window or self.window
        shown = [w for w in inside.findChildren(QWidget) if w.isVisibleTo(inside)]
        said = [w.text() for w in shown if isinstance(w, (QLabel, QAbstractButton))]
        return "\n".join((*said, *(w.accessibleName() for w in shown)))

    def drinks(self) -> list[tuple[str, int]]:
        found = self.life.engine.situation.history.drinks
        zone = self.life.journal.zone()
        return [(f"{drink.at.astimezone(zone):%H:%M}", drink.volume_ml) for drink in found]

    def key_of(self, kind: Kind) -> str:
        return next(prompt.key for prompt in self.life.engine.plan.prompts if prompt.kind is kind)

    @property
    def entry(self) -> EntryWindow:
        window = self.shown(EntryWindow)
        assert isinstance(window, EntryWindow)
        self._qtbot.waitUntil(window.isActiveWindow)
        return window


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> None:
    dress(qapp, Look())


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    life = Life()
    life.clock.jump_to(life.at(13, 42))
    return Desk(qtbot, life)


# Moving and skipping


def test_a_prompt_is_moved_to_a_typed_time_and_comes_then(desk: Desk) -> None:
    key = desk.key_of(Kind.BEDTIME)
    desk.press(f"move:{key}")
    desk.write("move-to", "9:30pm")
    assert "It will come at 21:30." in desk.words()
    desk.enter("move-to", "9:30pm")
    assert "21:30, Stretch before bed. You chose this time." in desk.lines()
    there = desk.key_of(Kind.BEDTIME)
    assert QApplication.focusWidget() is desk.find(f"move:{there}")
    desk.life.until(21, 29)
    desk.life.notifier.on_show.clear()
    desk.life.until(21, 31)
    assert there in desk.life.notifier.on_show
    desk.life.engine.answer(Press(key=there, answer=Answer.SKIP))
    assert not [p for p in desk.life.engine.plan.prompts if p.kind is Kind.BEDTIME]


def test_it_is_moved_by_a_press_too_and_moved_again(desk: Desk) -> None:
    desk.press(f"move:{desk.key_of(Kind.BEDTIME)}")
    desk.press("move-by:-30")
    assert any(line.startswith("21:45, Stretch before bed") for line in desk.lines())
    desk.press(f"move:{desk.key_of(Kind.BEDTIME)}")
    desk.press("move-by:30")
    assert any(line.startswith("22:15, Stretch before bed") for line in desk.lines())


@pytest.mark.parametrize(
    ("typed", "said"),
    [("soon", "“soon” is not a time."), ("13:00", "is not between now and bed"), ("22:58", "It cannot come then")],
)
def test_where_it_cannot_come_is_said_beside_the_field(desk: Desk, typed: str, said: str) -> None:
    before = desk.life.engine.plan.prompts
    desk.press(f"move:{desk.key_of(Kind.BEDTIME)}")
    desk.enter("move-to", typed)
    assert said in desk.words()
    assert QApplication.focusWidget() is desk.find("move-to")
    assert desk.life.engine.plan.prompts == before
    assert audit(desk.window) == []


def test_escape_leaves_the_field_and_the_prompt_where_they_are(desk: Desk) -> None:
    key = desk.key_of(Kind.BEDTIME)
    desk.press(f"move:{key}")
    QTest.keyClick(desk.find("move-to"), Qt.Key.Key_Escape)
    assert desk.window.isVisible()
    assert QApplication.focusWidget() is desk.find(f"move:{key}")


def test_what_is_skipped_stands_there_quietly_and_can_be_brought_back(desk: Desk) -> None:
    key = desk.key_of(Kind.BEDTIME)
    QTest.keyClick(desk.find(f"skip:{key}"), Qt.Key.Key_Space)
    assert "22:15, Skipped: Before bed." in desk.lines()
    assert not [p for p in desk.life.engine.plan.prompts if p.kind is Kind.BEDTIME]
    assert QApplication.focusWidget() is desk.find(f"back:{key}")
    QTest.keyClick(desk.find(f"back:{key}"), Qt.Key.Key_Space)
    assert desk.key_of(Kind.BEDTIME) == key
    assert "Skipped" not in desk.words()


def test_what_is_done_now_is_answered_as_from_its_notification(desk: Desk) -> None:
    prompts = [prompt for prompt in desk.life.engine.plan.prompts if prompt.due_at > desk.life.clock.now()]
    key = next(prompt.key for prompt in prompts if prompt.kinds == (Kind.MOVE, Kind.DRINK))
    desk.press(f"did-it:{key}")
    assert desk.drinks() == [("13:42", 250)]
    assert [r.routine for r in desk.life.engine.situation.history.routines] == ["move"]
    assert key not in [prompt.key for prompt in desk.life.engine.plan.prompts]


# The log


def test_a_drink_is_changed_in_amount_and_time_and_the_change_undone(desk: Desk) -> None:
    desk.life.engine.log(lambda journal: journal.log_drink(250))
    desk.press("edit:1")
    desk.write("amount", "330", desk.entry)
    desk.write("when", "10", desk.entry)
    assert "Today, 10:00" in desk.words(desk.entry)
    desk.press("save", desk.entry)
    assert desk.drinks() == [("10:00", 330)]
    assert "Changed: 10:00, 330 ml" in desk.words()
    desk.press("undo-change")
    assert desk.drinks() == [("13:42", 250)]
    assert "Changed" not in desk.words()


def test_a_line_is_deleted_and_comes_again_as_it_was(desk: Desk) -> None:
    ride = desk.life.engine.log(lambda journal: journal.log_routine("easy-bike", lasted=timedelta(minutes=5)))
    assert isinstance(ride, RoutineDone)
    desk.press("edit:1")
    desk.press("delete", desk.entry)
    assert "Easy ride" not in " ".join(desk.lines())
    desk.press("undo-change")
    assert desk.life.engine.situation.history.routines == (ride,)


def test_what_cannot_be_read_is_said_beside_its_field_and_nothing_is_lost(desk: Desk) -> None:
    desk.life.engine.log(lambda journal: journal.log_drink(250))
    desk.press("edit:1")
    window = desk.entry
    desk.enter("amount", "a lot", window)
    assert "Type a number from 10 ml to 3,000 ml." in desk.words(window)
    assert window.focusWidget() is desk.find("amount", window)
    desk.write("amount", "300", window)
    desk.enter("when", "25:70", window)
    assert "“25:70” is not a time." in desk.words(window)
    assert audit(window) == []
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert desk.drinks() == [("13:42", 250)]


@pytest.mark.parametrize(
    ("typed", "time"), [("10", "10:00"), ("9:15", "09:15"), ("20 min ago", "13:22"), ("", "13:42")]
)
def test_a_drink_of_earlier(desk: Desk, typed: str, time: str) -> None:
    desk.press("other")
    desk.write("amount", "200")
    desk.enter("amount-when", typed)
    assert desk.drinks() == [(time, 200)]
    with pytest.raises(LookupError):
        desk.find("amount")


def test_yesterday_evening_is_yesterdays(desk: Desk) -> None:
    desk.press("other")
    desk.write("amount", "200")
    desk.enter("amount-when", "10pm")
    assert desk.drinks() == [("22:00", 200)]
    assert desk.life.journal.intake_ml() == 0


def test_about_this_much_today_adds_the_rest_without_a_warning(desk: Desk) -> None:
    desk.life.engine.log(lambda journal: journal.log_drink(250))
    desk.press("other")
    desk.write("amount", "1500")
    desk.press("in-all")
    assert desk.drinks() == [("13:42", 250), ("13:42", 1250)]
    assert "Added: 13:42, 1,250 ml" in desk.words()
    desk.press("other")
    desk.write("amount", "900")
    desk.press("in-all")
    assert "1,500 ml is noted already. You can change the lines below." in desk.words()


def test_a_cramp_of_last_night_is_noted_by_keyboard(desk: Desk) -> None:
    desk.press("add")
    window = desk.entry
    assert audit(window) == []
    for button in window.findChildren(QAbstractButton):
        if button.text() in {"A cramp", "Calf", "Left", "7"}:
            button.setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(button, Qt.Key.Key_Space)
    desk.write("lasted", "4", window)
    desk.enter("when", "2:10am", window)
    (cramp,) = desk.life.engine.situation.history.cramps
    assert (cramp.muscle, cramp.side, cramp.severity_nrs) == (Muscle.CALF, Side.LEFT, 7)
    assert cramp.lasted == timedelta(minutes=4)
    assert cramp.onset_at == desk.life.at(2, 10)


def test_the_menu_asks_of_a_cramp_instead_of_guessing(desk: Desk) -> None:
    next(a for a in desk.menu.findChildren(type(desk.menu.actions()[0])) if a.objectName() == "log:cramp").trigger()
    desk.press("save", desk.entry)
    assert [cramp.onset_at for cramp in desk.life.engine.situation.history.cramps] == [desk.life.at(13, 42)]


def test_where_a_doctor_limits_fluids_no_window_speaks_of_drinking(qtbot: QtBot) -> None:
    life = Life(Settings(you=You(doctor_limits_fluids=True)))
    life.clock.jump_to(life.at(13, 42))
    desk = Desk(qtbot, life)
    life.engine.log(lambda journal: journal.log_drink(250))
    desk.press("month")
    desk.press("add")
    said = f"{desk.words()} {desk.words(desk.entry)}".lower().replace("“", " ")
    for word in ("drink", "drank", "glass", "mug", "water", "ml", "drinks"):
        assert word not in said.split(), word


# Days


def test_one_goes_back_and_on_through_the_days(desk: Desk) -> None:
    yesterday = Drink(at=desk.life.at(9) - timedelta(days=1), volume_ml=400)
    desk.life.engine.log(lambda journal: journal.log(yesterday))
    assert not desk.find("day-onward").isEnabled()
    desk.press("day-back")
    assert "Tuesday, 14 July" in desk.words()
    assert desk.lines() == ["09:00, A drink, 400 ml."]
    desk.press("day-back")
    assert "Nothing is noted for this day." in desk.words()
    desk.press("day-onward")
    desk.press("to-today")
    assert "Wednesday, 15 July" in desk.words()
    assert len(desk.lines()) > 3


def test_a_day_that_has_passed_can_be_added_to(desk: Desk) -> None:
    desk.press("day-back")
    desk.press("add")
    desk.write("amount", "300", desk.entry)
    desk.enter("when", "", desk.entry)
    assert "When was it?" in desk.words(desk.entry)
    desk.enter("when", "10pm", desk.entry)
    assert "22:00, A drink, 300 ml." in desk.lines()
    assert desk.life.journal.intake_ml() == 0


def test_the_month_is_walked_through_with_the_keyboard(desk: Desk) -> None:
    stretch = RoutineDone(started_at=desk.life.at(22) - timedelta(days=7), routine="bedtime")
    desk.life.engine.log(lambda journal: journal.log(stretch))
    desk.life.engine.log(lambda journal: journal.log_cramp(Cramp(onset_at=desk.life.at(2) - timedelta(days=7))))
    desk.press("month")
    today = desk.find("day:2026-07-15")
    assert QApplication.focusWidget() is today
    QTest.keyClick(today, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is today  # tomorrow has no log
    QTest.keyClick(today, Qt.Key.Key_Up)
    week_ago = desk.find("day:2026-07-08")
    assert QApplication.focusWidget() is week_ago
    assert week_ago.accessibleName() == "Wednesday 8: stretched in the evening, moved once"
    assert desk.find("day:2026-07-07").accessibleName() == "Tuesday 7: one cramp"
    assert "Wednesday, 8 July" in desk.words()
    assert not desk.find("month-onward").isEnabled()
    QTest.keyClick(week_ago, Qt.Key.Key_PageUp)
    assert "June 2026" in desk.words()
    QTest.keyClick(desk.find("day:2026-06-01"), Qt.Key.Key_Escape)
    assert desk.window.isVisible()
    assert "June 2026" not in desk.words()
    assert QApplication.focusWidget() is desk.find("month")


def test_a_day_of_the_month_is_chosen_by_mouse(desk: Desk) -> None:
    desk.press("month")
    desk.press("month-back")
    desk.press("day:2026-06-30")
    assert "Tuesday, 30 June" in desk.words()
    desk.press("month")
    assert "June 2026" not in desk.words()


def test_after_midnight_the_day_goes_on_until_it_is_over(desk: Desk) -> None:
    desk.life.clock.jump_to(desk.life.at(23, 59) + timedelta(minutes=21))
    desk.life.engine.replan()
    assert "Wednesday, 15 July" in desk.words()
    assert "It is past midnight. This is still Wednesday's day." in desk.words()
    assert "07:00, Thursday, 16 July begins." in desk.lines()


def test_a_block_is_a_line_of_its_own_and_told_with_now(desk: Desk) -> None:
    assert "09:00, Desk until 17:30." in desk.lines()
    assert "Now, 13:42. Desk until 17:30." in desk.words()


def test_records_that_cannot_be_read_leave_the_present_day(desk: Desk) -> None:
    desk.press("day-back")
    desk.life.store.failure = StoreError("The records are locked.", "Try again.")
    desk.press("day-back")
    assert "Wednesday, 15 July" in desk.words()
    desk.life.store.failure = None


def test_a_new_day_ends_the_look_at_an_old_one_that_is_the_present(desk: Desk) -> None:
    desk.front._day_desk().show_day(date(2026, 7, 20))
    assert "Wednesday, 15 July" in desk.words()
