"""The schedule editor keeps a draft, shows the plan that will fire, and never writes over what somebody else wrote."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.schedule_states import Outside, ScheduleState
from desktop.schedule_wishes import (
    Act,
    AddBlock,
    Choose,
    Drag,
    Part,
    Switch,
    Type,
    TypePart,
    TypeTime,
    Typing,
    place_of,
)
from desktop.settings.presets import Preset, load
from desktop.settings.reader import read
from desktop.widgets.day_picture import DayPicture
from desktop.windows.schedule import ScheduleWindow
from schedules.day_editing import Grip, Handle, Stretch
from schedules.plan import plan
from schedules.prompts import Prompt
from schedules.settings import BlockKind, DayShape, DrinkSettings, Settings, Weekday, You
from schedules.waking_day import ONE_DAY
from tests.desktop.schedule_life import EVENING, Editor, entries

COMMENTED = """# mine
version = 1
[you]
glass_ml = 200   # small ones
[my_own]
thing = "kept"
"""
WAKE = Handle(grip=Grip.WAKE)


def told(editor: Editor) -> ScheduleState:
    """What the window shows."""
    state = editor.window._state
    assert state is not None
    return state


@pytest.fixture
def editor(qtbot: QtBot, home: Path) -> Iterator[Editor]:
    file = home / "settings.toml"
    file.write_text(COMMENTED)
    made = Editor(file)
    made.desk.open()
    yield made
    made.watch.stop()
    if made.desk._window is not None:
        made.window.leave()


def edit(editor: Editor) -> None:
    """A change of several things."""
    editor.desk.take(TypeTime(handle=WAKE, text="6"))
    editor.desk.take(AddBlock(kind=BlockKind.EXERCISE))
    editor.desk.take(TypePart(part=Part.MOST, text="7"))


def test_nothing_is_written_before_it_is_saved(editor: Editor) -> None:
    edit(editor)
    assert editor.file.read_text() == COMMENTED
    assert told(editor).is_changed
    assert told(editor).status == "Not saved yet."


def test_saving_keeps_comments_and_unknown_keys(editor: Editor, qtbot: QtBot) -> None:
    edit(editor)
    with qtbot.waitSignal(editor.desk.saved):
        editor.desk.take(Act.SAVE)
    text = editor.file.read_text()
    for kept in ("# mine", "glass_ml = 200   # small ones", '[my_own]\nthing = "kept"'):
        assert kept in text
    assert read(editor.file) == editor.desk.draft
    assert not told(editor).is_changed
    assert told(editor).status == "Saved. Your plan follows it now."


def test_what_was_saved_can_be_taken_back_and_saved_again(editor: Editor) -> None:
    before = editor.desk.draft
    edit(editor)
    editor.desk.take(Act.SAVE)
    for _ in range(3):
        editor.desk.take(Act.UNDO)
    assert editor.desk.draft == before
    assert told(editor).can_redo
    editor.desk.take(Act.SAVE)
    assert read(editor.file) == before
    editor.desk.take(Act.REDO)
    assert editor.desk.draft != before


@pytest.mark.parametrize("preset", [None, Preset.NIGHT_SHIFT, Preset.ENDURANCE_ATHLETE, Preset.OUTDOOR_WORKER])
def test_the_preview_is_what_the_engine_has_after_saving_item_for_item(
    qtbot: QtBot, home: Path, preset: Preset | None
) -> None:
    editor = Editor(home / "settings.toml", None if preset is None else load(preset))
    editor.desk.open()
    editor.life.engine.log(lambda journal: journal.log_drink(250, EVENING - timedelta(hours=1)))
    edit(editor)
    shown = [(row.time, row.spoken) for row in told(editor).ahead.rows if not row.quiet]
    situation = editor.desk.situation()
    editor.desk.take(Act.SAVE)
    engine = editor.life.engine
    assert plan(situation) == engine.plan
    later = [*engine.plan.prompts]
    later += [one for days in (1, 2) for one in engine.journal.plan(engine.plan.date + days * ONE_DAY).prompts]
    until = EVENING + timedelta(hours=24)
    assert shown == [_heard(editor, one) for one in later if EVENING <= one.due_at < until]
    assert [(row.time, row.spoken) for row in told(editor).ahead.rows if not row.quiet] == shown
    editor.watch.stop()
    editor.window.close()


def _heard(editor: Editor, prompt: Prompt) -> tuple[str, str]:
    from desktop.schedule_showing import _row

    row = _row(prompt, editor.life.engine.situation)
    return row.time, row.spoken


def test_a_run_of_moves_is_one_step(editor: Editor) -> None:
    for minute in (415, 410, 405):
        editor.desk.take(Drag(handle=WAKE, to=minute, run="drag 1"))
    editor.desk.take(Drag(handle=WAKE, to=400, run="drag 2"))
    editor.desk.take(Act.UNDO)
    assert editor.desk.draft.days[0].wake.minute == 45
    editor.desk.take(Act.UNDO)
    assert not told(editor).is_changed


def test_an_outside_edit_is_noticed_and_nothing_is_overwritten(editor: Editor) -> None:
    edit(editor)
    theirs = COMMENTED.replace("200", "300")
    editor.file.write_text(theirs)
    editor.watch.look()
    assert told(editor).outside is Outside.CHANGED
    editor.desk.take(Act.SAVE)
    assert editor.file.read_text() == theirs
    assert told(editor).outside is Outside.CHANGED
    assert told(editor).is_changed


def test_an_outside_edit_is_noticed_at_the_latest_when_saving(editor: Editor) -> None:
    edit(editor)
    theirs = COMMENTED.replace("200", "300")
    editor.file.write_text(theirs)
    editor.desk.take(Act.SAVE)
    assert editor.file.read_text() == theirs
    assert told(editor).outside is Outside.CHANGED


def test_theirs_can_be_loaded_and_mine_comes_back_with_undo(editor: Editor) -> None:
    edit(editor)
    mine = editor.desk.draft
    editor.file.write_text(COMMENTED.replace("200", "300"))
    editor.watch.look()
    editor.desk.take(Act.LOAD_THEIRS)
    assert editor.desk.draft.you.glass_ml == 300
    assert told(editor).outside is None
    assert not told(editor).is_changed
    editor.desk.take(Act.UNDO)
    assert editor.desk.draft == mine


def test_mine_can_be_kept_and_saved_over_theirs(editor: Editor) -> None:
    edit(editor)
    editor.file.write_text(COMMENTED.replace("200", "300") + "# theirs\n")
    editor.watch.look()
    editor.desk.take(Act.KEEP_MINE)
    assert told(editor).outside is None
    editor.desk.take(Act.SAVE)
    assert read(editor.file) == editor.desk.draft
    assert read(editor.file).you.glass_ml == 200
    assert "# theirs" in editor.file.read_text()


def test_without_a_draft_an_outside_edit_is_just_taken_over(editor: Editor) -> None:
    editor.file.write_text(COMMENTED.replace("200", "300"))
    editor.watch.look()
    assert editor.desk.draft.you.glass_ml == 300
    assert told(editor).outside is None
    assert told(editor).status == "The settings file was loaded."


def test_a_comment_of_somebody_else_is_no_reason_to_ask(editor: Editor) -> None:
    edit(editor)
    editor.file.write_text(COMMENTED + "# theirs\n")
    editor.desk.take(Act.SAVE)
    assert told(editor).outside is None
    assert "# theirs" in editor.file.read_text()
    assert read(editor.file) == editor.desk.draft


def test_a_file_that_breaks_meanwhile_is_told_and_left_alone(editor: Editor) -> None:
    edit(editor)
    editor.file.write_text("version = [")
    editor.watch.look()
    assert told(editor).outside is Outside.BROKEN
    assert "settings.toml" in told(editor).detail
    editor.desk.take(Act.SAVE)
    assert editor.file.read_text() == "version = ["


def test_a_file_that_is_broken_when_it_opens_is_told(qtbot: QtBot, home: Path) -> None:
    file = home / "settings.toml"
    file.write_text("version = [")
    editor = Editor(file)
    editor.desk.open()
    assert told(editor).outside is Outside.BROKEN
    editor.watch.stop()
    editor.window.close()


def test_a_file_that_cannot_be_written_is_told(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("desktop.settings.atomic.replace", refuse)
    edit(editor)
    editor.desk.take(Act.SAVE)
    assert told(editor).outside is Outside.UNWRITABLE
    assert "No space left on device" in told(editor).detail
    assert told(editor).is_changed


def test_it_opens_without_a_file_and_makes_one(qtbot: QtBot, home: Path) -> None:
    editor = Editor(home / "settings.toml")
    editor.desk.open()
    editor.desk.take(Switch(part=Part.SOUND, on=True))
    editor.desk.take(Act.SAVE)
    assert read(editor.file) == editor.desk.draft
    assert editor.desk.draft.prompts.sound
    assert "# Settings of Uncramp." in editor.file.read_text()
    editor.watch.stop()
    editor.window.close()


def test_the_window_is_let_go_when_it_is_closed_and_forgets_its_draft(editor: Editor) -> None:
    edit(editor)
    editor.window.close()
    editor.window.close()
    assert editor.desk._window is None
    editor.desk.open()
    assert len(editor.windows) == 2
    assert not told(editor).is_changed
    editor.desk.open()
    assert len(editor.windows) == 2


def test_quitting_asks_first_and_goes_on_when_it_is_asked_for_again(editor: Editor) -> None:
    assert not editor.desk.asks_first()
    edit(editor)
    assert editor.desk.asks_first()
    assert editor.window._unsaved.isVisibleTo(editor.window)
    assert not editor.desk.asks_first()


@pytest.mark.parametrize("answer", ["save-and-close", "discard"])
def test_who_quits_and_answers_the_question_is_not_left_to_quit_again(
    editor: Editor, qtbot: QtBot, answer: str
) -> None:
    edit(editor)
    assert editor.desk.asks_first()
    with qtbot.waitSignal(editor.desk.quit_requested):
        editor.window._unsaved.chosen.emit(answer)
    assert (editor.file.read_text() == COMMENTED) == (answer == "discard")


def test_who_stays_keeps_the_draft_and_is_asked_again_before_they_quit(editor: Editor) -> None:
    quits = []
    editor.desk.quit_requested.connect(lambda: quits.append(True))
    edit(editor)
    for _again in range(2):
        assert editor.desk.asks_first()
        editor.window._unsaved.chosen.emit("stay")
    assert editor.desk.asks_first()
    QTest.keyClick(editor.window, Qt.Key.Key_Escape)
    assert editor.desk._window is not None
    editor.window.leave()
    assert not quits


def test_nothing_holds_up_the_end_of_the_program(editor: Editor) -> None:
    edit(editor)
    editor.desk.leave()
    assert editor.desk._window is None
    assert editor.file.read_text() == COMMENTED


def test_the_plan_follows_a_log_while_it_is_open(editor: Editor) -> None:
    before = told(editor).ahead
    editor.life.engine.log(lambda journal: journal.log_drink(500))
    assert told(editor).ahead != before


def test_a_pause_is_told_where_the_plan_is(editor: Editor) -> None:
    editor.life.engine.pause(EVENING + timedelta(hours=1))
    assert told(editor).ahead.note == "Prompts are paused until 21:10."


def test_blocks_from_a_calendar_are_a_step_of_the_draft(editor: Editor) -> None:
    wanted = replace(editor.desk.draft, drink=DrinkSettings(on=False))
    editor.desk.take_in(wanted)
    assert told(editor).is_changed
    editor.desk.take(Act.UNDO)
    assert not told(editor).is_changed


def test_what_is_left_out_of_a_shorter_day_is_said(editor: Editor) -> None:
    editor.desk.take(TypeTime(handle=WAKE, text="18:00"))
    assert told(editor).status == "One block no longer fits into this day and was left out."


def test_a_kind_of_day_that_goes_while_it_is_looked_at_gives_way_to_the_first(editor: Editor) -> None:
    editor.desk.take(Choose(shape=1))
    editor.desk.take(Type(what=Typing.NAME, text="Off"))
    editor.desk.take(Act.DELETE_SHAPE)
    assert told(editor).chosen == 0
    editor.desk.take(Act.DELETE_SHAPE)
    assert len(editor.desk.draft.days) == 1
    editor.desk.take(Act.UNDO)
    assert told(editor).chosen == 1


def test_nothing_of_drinks_is_said_where_a_doctor_limits_them(qtbot: QtBot, home: Path) -> None:
    editor = Editor(home / "settings.toml", Settings(you=You(doctor_limits_fluids=True)))
    editor.desk.open()
    state = told(editor)
    assert "drink" not in f"{state.rules}{state.day}{state.ahead}".lower().replace("mark.drink", "")
    editor.watch.stop()
    editor.window.close()


def test_the_window_is_the_one_of_the_desk(editor: Editor) -> None:
    assert isinstance(editor.window, ScheduleWindow)


def test_what_a_calendar_has_on_the_day_is_in_the_picture_and_told_below_it(editor: Editor) -> None:
    assert not told(editor).day.came
    on = EVENING.date() + ONE_DAY
    editor.life.journal.calendar = lambda _now: entries(on)
    editor.life.engine.replan()
    day = told(editor).day
    assert [(entry.kind, entry.place) for entry in day.came] == [
        (BlockKind.QUIET, Stretch(start=10 * 60, end=11 * 60 + 30)),
        (BlockKind.EXERCISE, Stretch(start=18 * 60, end=19 * 60)),
    ]
    assert day.calendar == "From your calendar on Thursday: Quiet, 10:00 to 11:30; Exercise, 18:00 to 19:00."
    picture = editor.window.findChild(DayPicture)
    assert picture is not None
    assert "Exercise, 18:00 to 19:00" in picture.accessibleDescription()
    frame = picture._frame(picture.width())
    assert picture._said_at(frame.entry(day.came[1].place).center()) == ["Exercise, 18:00 to 19:00"]
    assert picture._said_at(frame.area(day.came[1].place).topLeft()) == []


def test_a_desk_in_the_calendar_is_a_desk(editor: Editor) -> None:
    editor.desk.take(Act.ADD_SHAPE)
    said = "Without a desk or standing block nothing asks you to get up on this day."
    assert said in told(editor).day.notes
    desk = [replace(entry, kind=BlockKind.DESK) for n in range(60) for entry in entries(EVENING.date() + n * ONE_DAY)]
    editor.life.journal.calendar = lambda _now: tuple(desk)
    editor.life.engine.replan()
    assert said not in told(editor).day.notes


def test_undo_in_a_time_that_was_not_typed_in_takes_the_last_change_back(editor: Editor) -> None:
    edit(editor)
    line = editor.window.findChild(QLineEdit, place_of(TypeTime(handle=WAKE, text="")))
    assert line is not None
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    asked.ignore()
    QApplication.sendEvent(line, asked)
    assert not asked.isAccepted()


def test_a_day_that_the_one_before_lasts_into_says_when_it_begins(editor: Editor) -> None:
    said = "The day before lasts until 09:00: this one begins only then."
    night = DayShape(name="Night", on=(Weekday.THU,), wake=time(17), bed=time(9))
    early = DayShape(
        name="Early", on=tuple(day for day in Weekday if day is not Weekday.THU), wake=time(6), bed=time(22)
    )
    editor.desk.take_in(Settings(days=(night, early)))
    editor.desk.take(Choose(shape=1))
    assert said not in told(editor).day.notes  # most of these days are whole
    only = replace(early, on=(Weekday.FRI,))
    rest = replace(night, name="Rest", on=tuple(day for day in Weekday if day not in {*night.on, *only.on}))
    editor.desk.take_in(Settings(days=(night, only, rest)))
    assert said in told(editor).day.notes
