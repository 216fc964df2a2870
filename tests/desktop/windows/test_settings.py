"""The Settings window: everything can be found, changed and undone, by mouse and by keyboard, by everybody."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.preferences import Theme
from desktop.settings_state import Action, Section
from desktop.theme import Look, Scheme, dress
from desktop.widgets.choice import Pill
from desktop.widgets.switch import Switch
from desktop.windows.settings import SettingsWindow
from desktop.windows.settings_row import RowView
from schedules.settings import Units
from tests.desktop.a11y import audit, check_clipping
from tests.desktop.settings_life import SettingsLife
from tests.languages import pseudo, speaking

LOOKS = {
    "light": Look(),
    "dark": Look(scheme=Scheme.DARK),
    "contrast": Look(scheme=Scheme.CONTRAST_DARK),
    "large": Look(text_scale=2.0),
}


@pytest.fixture
def life(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[SettingsLife]:
    dress(qapp, Look())
    made = SettingsLife(tmp_path)
    made.desk.open()
    qtbot.waitExposed(made.window)
    yield made
    for window in filter(isValid, made.windows):
        window.close()
        window.deleteLater()
    made.watch.stop()


def row(life: SettingsLife, id_: str) -> RowView:
    return next(view for view in life.window.findChildren(RowView) if view.row.id == id_)


def field(life: SettingsLife, id_: str) -> QLineEdit:
    (found,) = row(life, id_).findChildren(QLineEdit)
    return found


def switch(life: SettingsLife, id_: str) -> Switch:
    (found,) = row(life, id_).findChildren(Switch)
    return found


def pill(life: SettingsLife, id_: str, option: str) -> Pill:
    return next(found for found in row(life, id_).findChildren(Pill) if found.objectName() == option)


def button(life: SettingsLife, name: str) -> QAbstractButton:
    return next(found for found in life.window.findChildren(QAbstractButton) if found.objectName() == name)


def click(widget: QAbstractButton) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def shown(life: SettingsLife) -> set[str]:
    return {view.row.id for view in life.window.findChildren(RowView) if view.isVisibleTo(life.window)}


def said(life: SettingsLife) -> list[str]:
    return [label.text() for label in life.window.findChildren(QLabel) if label.isVisibleTo(life.window)]


def sounds(life: SettingsLife) -> bool:
    return life.watch.settings.prompts.sound


def type_in(life: SettingsLife, id_: str, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    edit = field(life, id_)
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, key)


# Changing and undoing


def test_a_switch_counts_at_once_and_can_be_undone(life: SettingsLife) -> None:
    click(switch(life, "prompts.sound"))
    assert sounds(life)
    assert "Sound with a prompt: on. Before: off." in said(life)
    click(button(life, "undo"))
    assert not sounds(life)
    assert not switch(life, "prompts.sound").isChecked()
    assert not button(life, "undo").isEnabled()


def test_the_same_by_keyboard(life: SettingsLife) -> None:
    switch(life, "prompts.sound").setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(switch(life, "prompts.sound"), Qt.Key.Key_Space)
    assert sounds(life)
    QTest.keyClick(life.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not sounds(life)


def test_undo_in_a_field_takes_back_what_was_typed_first(life: SettingsLife) -> None:
    click(switch(life, "prompts.sound"))
    edit = field(life, "prompts.most_per_day")
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "7")
    QTest.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == "12"
    assert sounds(life)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not sounds(life)


def test_comments_and_unknown_keys_survive(life: SettingsLife) -> None:
    life.file.write_text("# mine\n[prompts]\nmost_per_day = 9  # enough\nfuture = 1\n")
    life.watch.look()
    type_in(life, "prompts.most_per_day", "7")
    assert life.file.read_text() == "# mine\n[prompts]\nmost_per_day = 7  # enough\nfuture = 1\n"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_number_is_taken_with_enter_and_when_the_field_is_left(life: SettingsLife, key: Qt.Key) -> None:
    type_in(life, "prompts.most_per_day", "7", key)
    assert life.watch.settings.prompts.most_per_day == 7


def test_what_is_no_such_number_is_explained_beside_the_field(life: SettingsLife) -> None:
    type_in(life, "prompts.most_per_day", "many")
    assert "Type a number from 1 to 24." in said(life)
    assert life.watch.settings.prompts.most_per_day == 12
    assert QApplication.focusWidget() is field(life, "prompts.most_per_day")
    assert field(life, "prompts.most_per_day").accessibleDescription().endswith("Type a number from 1 to 24.")
    type_in(life, "prompts.most_per_day", "8")
    assert "Type a number from 1 to 24." not in said(life)


def test_in_ounces_too_and_looking_changes_nothing(life: SettingsLife) -> None:
    click(pill(life, "you.units", Units.US))
    assert life.watch.settings.you.units is Units.US
    assert field(life, "you.glass_ml").text() == "8.5"
    type_in(life, "you.glass_ml", "8.5")
    assert life.watch.settings.you.glass_ml == 250
    type_in(life, "mug_ml", "12 oz")
    assert life.preferred.now.mug_ml == 355
    type_in(life, "mug_ml", "900")
    assert any(line.startswith("Type a number from 0.7 fl oz to 50.7") for line in said(life))


def test_changes_are_undone_one_after_the_other(life: SettingsLife) -> None:
    click(pill(life, "theme", Theme.DARK))
    type_in(life, "mug_ml", "350")
    click(switch(life, "knee"))
    click(switch(life, "avoid floor"))
    click(switch(life, "guide_voice"))
    assert life.store.get_state("guide_voice") == "off"
    for _ in range(5):
        click(button(life, "undo"))
    assert (life.preferred.now.theme, life.preferred.now.mug_ml, life.preferred.now.knee) == (Theme.SYSTEM, 300, False)
    assert life.watch.settings.you.avoid_positions == ()
    assert life.store.get_state("guide_voice") == "on"


def test_larger_text_is_one_click_and_its_undo_is_exact(life: SettingsLife) -> None:
    click(pill(life, "text_percent", "125"))
    click(switch(life, "larger"))
    assert life.preferred.now.text_percent == 200
    click(button(life, "undo"))
    assert life.preferred.now.text_percent == 125
    assert not switch(life, "larger").isChecked()


def test_arrow_keys_go_along_a_choice(life: SettingsLife) -> None:
    pill(life, "theme", Theme.SYSTEM).setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(pill(life, "theme", Theme.SYSTEM), Qt.Key.Key_Right)
    assert life.preferred.now.theme is Theme.LIGHT


def test_an_outside_edit_is_seen_and_never_overwritten(life: SettingsLife) -> None:
    life.file.write_text("[prompts]\nmost_per_day = 5\n")  # nobody has looked yet
    click(switch(life, "prompts.sound"))
    assert life.file.read_text() == "[prompts]\nmost_per_day = 5\n"
    assert field(life, "prompts.most_per_day").text() == "5"
    assert any("was changed meanwhile" in line for line in said(life))
    assert not switch(life, "prompts.sound").isChecked()
    click(switch(life, "prompts.sound"))
    assert life.watch.settings.prompts.sound is True


def test_an_undo_does_not_take_back_what_somebody_else_set(life: SettingsLife) -> None:
    type_in(life, "prompts.most_per_day", "7")
    life.file.write_text("[prompts]\nmost_per_day = 5\n")
    life.watch.look()
    click(button(life, "undo"))
    assert life.watch.settings.prompts.most_per_day == 5
    assert any("changed elsewhere" in line for line in said(life))


def test_a_file_with_an_error_is_told_and_left_alone(life: SettingsLife, qtbot: QtBot) -> None:
    life.file.write_text("[prompts]\nmost_per_day = 99\n")
    life.watch.look()
    life.problem = "The settings file has an error. settings.toml:2"
    life.desk.refresh()
    click(switch(life, "prompts.sound"))
    assert life.file.read_text() == "[prompts]\nmost_per_day = 99\n"
    assert life.problem in said(life)
    with qtbot.waitSignal(life.desk.action_requested) as wish:
        click(button(life, Action.OPEN_FILE))
    assert wish.args == [Action.OPEN_FILE]


def test_what_is_typed_is_taken_when_the_window_is_closed(life: SettingsLife) -> None:
    edit = field(life, "prompts.most_per_day")
    life.window.activateWindow()
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "6")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert life.watch.settings.prompts.most_per_day == 6


def test_where_a_doctor_limits_fluids_nothing_speaks_of_drinks(life: SettingsLife) -> None:
    click(switch(life, "you.doctor_limits_fluids"))
    assert not {"drink.on", "you.drink_goal_ml", "you.glass_ml", "mug_ml", "hot_drink_ml"} & shown(life)
    click(button(life, "undo"))
    assert {"drink.on", "you.drink_goal_ml", "mug_ml"} <= shown(life)


def test_the_emergency_number(life: SettingsLife) -> None:
    type_in(life, "emergency number", "0800 123")
    assert life.emergency.value == "0800 123"
    type_in(life, "emergency number", "help")
    assert "A number has 2 to 15 digits." in said(life)


def test_the_diary_is_no_switch_that_does_nothing(life: SettingsLife) -> None:
    assert row(life, "diary").findChildren(QAbstractButton) == []


# Searching


def test_searching_leaves_what_has_the_words(life: SettingsLife) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "GLASS size")
    assert {"you.glass_ml", "large_glass_ml"} <= shown(life)
    assert len(shown(life)) <= 4


def test_nothing_found_is_said(life: SettingsLife) -> None:
    life.window.search_for("zither")
    assert shown(life) == set()
    assert "Nothing here has “zither” in it." in said(life)
    life.window.search_for("")
    assert len(shown(life)) > 40


def test_the_search_is_where_the_keyboard_starts(life: SettingsLife) -> None:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert focused.objectName() == "search"


def test_the_list_leads_to_each_section(life: SettingsLife, qtbot: QtBot) -> None:
    qtbot.wait(0)
    click(button(life, f"go {Section.APPEARANCE}"))
    assert row(life, "larger").visibleRegion().boundingRect().height() > 0


# What the buttons do


def test_buttons_lead_on(life: SettingsLife, qtbot: QtBot) -> None:
    for name in (Action.SCHEDULE, Action.HEAT, Action.OPEN_FOLDER, Action.HELP, "evidence:massage"):
        with qtbot.waitSignal(life.desk.action_requested) as wish:
            click(button(life, name))
        assert wish.args == [name]
    with qtbot.waitSignal(life.desk.sample_requested):
        click(button(life, Action.SAMPLE))


def test_everything_is_deleted_only_when_asked_twice(life: SettingsLife, qtbot: QtBot) -> None:
    click(button(life, Action.DELETE))
    assert QApplication.focusWidget() is button(life, Action.KEEP)
    click(button(life, Action.KEEP))
    assert not button(life, Action.DELETE_NOW).isVisibleTo(life.window)
    click(button(life, Action.DELETE))
    with qtbot.waitSignal(life.desk.erase_requested):
        click(button(life, Action.DELETE_NOW))


def test_a_question_that_was_left_is_not_asked_again(life: SettingsLife) -> None:
    click(button(life, Action.DELETE))
    life.window.close()
    life.desk.open()
    names = {found.objectName() for found in life.window.findChildren(QAbstractButton)}
    assert Action.DELETE_NOW not in names


def test_the_sign_in_that_cannot_be_changed_says_so(life: SettingsLife) -> None:
    from desktop.adapters.autostart import AutostartError

    life.sign_in.fails = AutostartError("No room on the disk.", "It is as it was.")
    click(switch(life, "sign-in"))
    assert "No room on the disk. It is as it was." in said(life)
    assert not switch(life, "sign-in").isChecked()


# Everybody


def test_a_screen_reader_knows_a_switch_and_a_choice(life: SettingsLife) -> None:
    face = QAccessible.queryAccessibleInterface(switch(life, "prompts.sound"))
    assert face.role() == QAccessible.Role.CheckBox
    assert face.text(QAccessible.Text.Name) == "Sound with a prompt"
    face = QAccessible.queryAccessibleInterface(pill(life, "theme", Theme.DARK))
    assert face.role() == QAccessible.Role.RadioButton
    assert face.text(QAccessible.Text.Name) == "Light or dark: Dark"


@pytest.mark.parametrize("look", LOOKS)
def test_everybody_can_use_it(life: SettingsLife, qapp: QApplication, qtbot: QtBot, look: str) -> None:
    dress(qapp, LOOKS[look])
    life.window.resize(*((320, 480) if look in {"large", "contrast"} else (1040, 800)))
    life.set("prompts.most_per_day", "a lot")
    life.desk.act(Action.DELETE)
    qtbot.waitUntil(lambda: list(check_clipping(life.window)) == [])
    assert audit(life.window) == []


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("mirrored")
def test_right_to_left_nothing_is_cut_off(life: SettingsLife, qtbot: QtBot) -> None:
    life.window.resize(1040, 800)
    qtbot.waitUntil(lambda: list(check_clipping(life.window)) == [])
    left = pill(life, "theme", Theme.SYSTEM).mapTo(life.window, pill(life, "theme", Theme.SYSTEM).rect().topLeft()).x()
    after = pill(life, "theme", Theme.DARK).mapTo(life.window, pill(life, "theme", Theme.DARK).rect().topLeft()).x()
    assert after < left


def test_a_third_more_words_have_their_room(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    dress(qapp, Look())
    with speaking(pseudo()):
        life = SettingsLife(tmp_path)
        life.desk.open()
        qtbot.addWidget(life.window)
        life.window.resize(320, 480)
        qtbot.waitUntil(lambda: list(check_clipping(life.window)) == [])


def test_a_closed_window_is_let_go(life: SettingsLife) -> None:
    window: SettingsWindow = life.window
    window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(window)
    life.desk.refresh()
