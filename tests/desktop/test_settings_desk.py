"""What the Settings page takes, what it refuses, and the files that it writes and reads."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.adapters.store_access import StoreAccess
from desktop.records.archive import read_all
from desktop.settings_page import PAGE
from desktop.settings_search import matches
from desktop.settings_state import Action, Control, Row
from desktop.wording import settings as words
from desktop.wording import settings_values as values
from desktop.wording.settings_rows import rows
from desktop.work import Work
from tests.desktop.records.lives import access, live
from tests.desktop.settings_life import SettingsLife


@pytest.fixture
def life(qtbot: QtBot, tmp_path: Path) -> SettingsLife:
    return SettingsLife(tmp_path)


@pytest.mark.parametrize("typed", ["", "many", "0", "25", "7.5", "-3", "9" * 400, "١٢"])
def test_what_is_no_such_number_is_refused_and_kept_to_be_mended(life: SettingsLife, typed: str) -> None:
    life.set("prompts.most_per_day", typed)
    assert life.row("prompts.most_per_day").wrong == "Type a number from 1 to 24."
    assert life.row("prompts.most_per_day").value == typed
    assert life.watch.settings.prompts.most_per_day == 12
    assert not life.desk.state().can_undo


@pytest.mark.parametrize(("typed", "goal"), [("1500", 1500), ("1800 ml", 1800), ("0", 0), ("  900 ", 900)])
def test_drinks_in_a_day(life: SettingsLife, typed: str, goal: int) -> None:
    life.set("you.drink_goal_ml", typed)
    assert life.watch.settings.you.drink_goal_ml == goal


@pytest.mark.parametrize(("typed", "zone"), [("Europe/Berlin", "Europe/Berlin"), ("System", "system")])
def test_the_time_zone(life: SettingsLife, typed: str, zone: str) -> None:
    life.set("timezone", typed)
    assert life.watch.settings.timezone == zone
    for wrong in ("Mars/Base", "../../etc/passwd", "/etc/passwd", "\0"):
        life.set("timezone", wrong)
        assert "no such time zone" in life.row("timezone").wrong


def test_every_row_has_its_words_and_every_setting_its_row() -> None:
    ids = [each for section in PAGE.values() for each in section]
    assert len(ids) == len(set(ids))
    assert set(ids) == set(rows())


def test_every_setting_can_be_changed_and_undone(life: SettingsLife) -> None:
    before = {row.id: row.value for row in life.desk.state().rows}
    for row in life.desk.state().rows:
        match row.control:
            case Control.SWITCH:
                life.set(row.id, "off" if row.value == "on" else "on")
            case Control.CHOICE:
                life.set(row.id, row.options[-1].id)
            case Control.FIELD:
                other = {"timezone": "UTC", "emergency number": "999", "relief_key": "Ctrl+Alt+K"}
                life.set(row.id, other.get(row.id, "125" if row.unit == "minutes" else "12"))
    assert [row.id for row in life.desk.state().rows if row.wrong] == []
    while life.desk.state().can_undo:
        life.desk.undo()
    assert {row.id: row.value for row in life.desk.state().rows} == before


@pytest.mark.parametrize(
    ("typed", "found"),
    [("glass", "you.glass_ml"), ("autostart", "sign-in"), ("reduced MOTION", "motion"), ("privacy", "backup")],
)
def test_searching_finds_by_words_of_ones_own(life: SettingsLife, typed: str, found: str) -> None:
    ids = {row.id for row in life.desk.state().rows if matches(row, words.section(row.section), typed)}
    assert found in ids
    assert len(ids) < 12


def test_accents_do_not_matter() -> None:
    row = Row(id="x", section=next(iter(PAGE)), control=Control.FACT, label="Größe für Bögen")
    assert matches(row, "", "bogen grösse")
    assert not matches(row, "", "bogen klein")


# Files


def test_a_backup_and_its_restore(life: SettingsLife, qtbot: QtBot, tmp_path: Path) -> None:
    live(life.files.database).close()
    life.set("prompts.most_per_day", "9")
    life.answers.target = life.answers.source = tmp_path / "b.zip"
    with qtbot.waitSignal(life.records.said) as told:
        life.desk.act(Action.BACK_UP)
    assert told.args == ["A backup was written to b.zip."]
    assert life.answers.asked[0][1].endswith(".zip")
    life.set("prompts.most_per_day", "3")
    with qtbot.waitSignal(life.records.said) as told:
        life.desk.act(Action.RESTORE)
    assert "kept in" in str(told.args)
    assert life.watch.settings.prompts.most_per_day == 9
    assert life.renewed == 1
    life.records.close()


@pytest.mark.parametrize("action", [Action.EXPORT_JSON, Action.EXPORT_CSV])
def test_an_export_and_its_import_which_can_be_undone(
    life: SettingsLife, qtbot: QtBot, tmp_path: Path, action: Action
) -> None:
    live(life.files.database).close()
    file = tmp_path / ("all.json" if action is Action.EXPORT_JSON else "all.csv")
    life.answers.target = life.answers.source = file
    with qtbot.waitSignal(life.records.said) as told:
        life.desk.act(action)
    assert told.args == [f"9 records were written to {file.name}."]
    life.files.database.unlink()
    with qtbot.waitSignal(life.records.said) as told:
        life.desk.act(Action.IMPORT)
    assert told.args == ["9 records were added."]
    assert len(read_all(access(life.files.database))) == 9
    life.desk.undo()
    assert read_all(access(life.files.database)) == ()
    assert "taken out again" in life.desk.state().last


def test_nothing_is_done_where_no_file_is_chosen(life: SettingsLife) -> None:
    for action in (Action.BACK_UP, Action.RESTORE, Action.EXPORT_JSON, Action.IMPORT):
        life.desk.act(action)
    assert not life.records.is_busy
    assert life.desk.state().last == ""


@pytest.mark.parametrize("action", [Action.RESTORE, Action.IMPORT])
def test_nonsense_is_told_in_one_line(life: SettingsLife, qtbot: QtBot, tmp_path: Path, action: Action) -> None:
    (tmp_path / "x.json").write_text("hello")
    life.answers.source = tmp_path / "x.json"
    with qtbot.waitSignal(life.records.said) as told:
        life.desk.act(action)
    assert "x.json" in str(told.args)
    assert "\n" not in life.desk.state().last
    assert not life.records.is_busy


def test_one_thing_at_a_time(life: SettingsLife, qtbot: QtBot, tmp_path: Path) -> None:
    life.answers.target = tmp_path / "b.zip"
    with qtbot.waitSignal(life.records.said):
        life.desk.act(Action.BACK_UP)
        assert life.desk.state().is_busy
        life.desk.act(Action.EXPORT_JSON)
    assert [action for action, _name in life.answers.asked] == [Action.BACK_UP]


def test_a_fault_of_ours_is_not_hidden(qtbot: QtBot) -> None:
    work = Work()
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(work.broke):
        work.begin(lambda: 1 // 0)
    assert caught[0][0] is ZeroDivisionError


def test_the_database_is_reached_by_a_way_of_its_own(life: SettingsLife) -> None:
    assert isinstance(life.records._records.access(), StoreAccess)


# What is told


@pytest.mark.parametrize("name", ["freedesktop", "plyer", "tray", "window", "terminal", None])
def test_each_way_of_showing_prompts_is_told_and_how_to_have_a_better_one(name: str | None) -> None:
    assert values.notifier(name).endswith(".")
    assert values.notifier_mend(name)


def test_without_icons_a_person_learns_what_to_do() -> None:
    assert "AppIndicator" in values.tray_mend(is_available=False, desktop="ubuntu:GNOME")
    assert "panel" in values.tray_mend(is_available=False, desktop="XFCE")
    assert values.tray_mend(is_available=True, desktop="GNOME") == ""


@pytest.mark.parametrize(
    ("is_ours", "is_wanted", "said"),
    [(True, True, "from anywhere"), (False, True, "taken"), (None, True, "not answered"), (None, False, "Off")],
)
def test_the_key_is_told_for_what_it_is(is_ours: bool | None, is_wanted: bool, said: str) -> None:
    assert said in values.shortcut(is_ours, is_wanted=is_wanted, key="Ctrl+Alt+C")


def test_a_path_can_be_broken_and_is_still_the_same() -> None:
    path = "/home/someone/.local/share/uncramp/uncramp.db"
    assert values.breakable(path).replace(values.BREAK, "") == path
    assert max(map(len, values.breakable(path).split(values.BREAK))) <= 11
