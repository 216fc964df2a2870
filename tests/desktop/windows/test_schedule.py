"""The schedule editor: every flow by keyboard and by mouse, and everybody can use it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.schedule_wishes import Act, OfferPreset, Part, TypePart
from desktop.settings.presets import Preset, load
from desktop.settings.reader import read
from desktop.theme import Look, Scheme, dress
from desktop.widgets.ahead_line import AheadLine
from desktop.widgets.day_picture import DayPicture
from schedules.day_editing import Grip, Handle
from schedules.settings import BlockKind, DatedShape, DayShape, Effort, Settings, Weekday, You
from tests.desktop.a11y import audit, check_clipping
from tests.desktop.schedule_life import Editor

LOOKS = {
    "light": Look(),
    "dark": Look(scheme=Scheme.DARK),
    "contrast-light": Look(scheme=Scheme.CONTRAST_LIGHT),
    "contrast-dark": Look(scheme=Scheme.CONTRAST_DARK),
    "large": Look(text_scale=2.0),
}
WAKE, BED = Handle(grip=Grip.WAKE), Handle(grip=Grip.BED)


class Page(Editor):
    """The editor as a person uses it."""

    def find(self, name: str) -> QWidget:
        """What is on show under an object name."""
        QApplication.processEvents()
        for widget in self.window.findChildren(QWidget, name):
            if widget.isVisibleTo(self.window):
                return widget
        raise LookupError(name)

    def press(self, name: str) -> None:
        found = self.find(name)
        assert isinstance(found, QAbstractButton)
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    def type(self, name: str, text: str) -> None:
        """Type into a field, and finish with Enter."""
        line = self.find(name)
        assert isinstance(line, QLineEdit)
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)

    def choose(self, name: str) -> None:
        """Choose from a menu."""
        action = self.window.findChild(QAction, name)
        assert isinstance(action, QAction)
        action.trigger()

    def words(self) -> str:
        said = []
        for widget in self.window.findChildren(QWidget):
            if widget.isVisibleTo(self.window):
                said += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
                if isinstance(widget, (QAbstractButton, QLabel)):
                    said.append(widget.text())
        return "\n".join(said)

    def shape(self, place: int = 0) -> DayShape:
        return self.desk.draft.days[place]

    def let_go(self) -> None:
        """Close the window, whatever it asks."""
        self.watch.stop()
        if self.desk._window is not None:
            self.window.leave()

    @property
    def picture(self) -> DayPicture:
        found = self.find("picture")
        assert isinstance(found, DayPicture)
        return found

    def drag(self, handle: Handle, minutes: int, *, at_end: bool = False) -> None:
        """Take hold of something with the pointer, move it and let go."""
        picture = self.picture
        start = picture.place(handle)
        if at_end:
            start = QPointF(picture._frame(picture.width()).scale.x(picture._minute(handle)) - 2, start.y())
        step = picture._frame(picture.width()).scale.width / 24 / 60 * minutes
        QTest.mousePress(picture, Qt.MouseButton.LeftButton, pos=start.toPoint())
        for share in (0.3, 0.7, 1.0):
            QTest.mouseMove(picture, (start + QPointF(step * share, 0)).toPoint())
        QTest.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=(start + QPointF(step, 0)).toPoint())

    def key(self, handle: Handle, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.picture.slider(handle), key, keys)


def opened(qtbot: QtBot, file: Path, settings: Settings | None = None) -> Page:
    made = Page(file, settings)
    made.desk.open()
    qtbot.waitExposed(made.window)
    QApplication.processEvents()
    return made


@pytest.fixture
def page(qtbot: QtBot, home: Path) -> Iterator[Page]:
    made = opened(qtbot, home / "settings.toml", Settings())
    yield made
    made.let_go()


# Kinds of day


def test_kinds_of_day_stand_in_a_list_with_their_weekdays(page: Page) -> None:
    assert "Workday, Mon Tue Wed Thu Fri" in page.words()
    page.press("shape:1")
    assert page.find("shape:name").text() == "Weekend"  # type: ignore[attr-defined]


def test_a_kind_of_day_is_added_named_and_given_weekdays(page: Page) -> None:
    page.press("add-shape")
    page.type("shape:name", "Night shift")
    page.press("weekday:thu")
    page.press("weekday:fri")
    days = page.desk.draft.days
    assert [shape.name for shape in days] == ["Workday", "Weekend", "Night shift"]
    assert days[2].on == (Weekday.THU, Weekday.FRI)
    assert days[0].on == (Weekday.MON, Weekday.TUE, Weekday.WED)
    assert not read(page.file).days[2:]  # nothing is written until it is saved


def test_a_weekday_cannot_belong_nowhere(page: Page) -> None:
    page.press("weekday:mon")
    assert "Every weekday belongs to one kind of day." in page.words()
    assert Weekday.MON in page.shape().on
    assert page.find("weekday:mon").isChecked()  # type: ignore[attr-defined]


def test_a_kind_of_day_is_copied_and_deleted(page: Page) -> None:
    page.press("copy-shape")
    assert page.shape(2) == replace(page.shape(), name="Workday copy", on=())
    page.press("shape:1")
    page.press("delete-shape")
    assert "“Weekend” is gone. Its weekdays belong to “Workday” now." in page.words()
    assert page.shape().on == tuple(Weekday)
    page.press("undo")
    assert page.shape(1).name == "Weekend"


def test_the_last_kind_of_day_stays(page: Page) -> None:
    page.press("delete-shape")
    assert len(page.desk.draft.days) == 1
    assert not page.find("delete-shape").isEnabled()


def test_a_taken_name_is_explained_at_the_field(page: Page) -> None:
    page.type("shape:name", "Weekend")
    assert "There is a “Weekend” already." in page.words()
    assert QApplication.focusWidget() is page.find("shape:name")
    assert page.shape().name == "Workday"


def test_a_date_takes_a_kind_of_day_and_gives_it_back(page: Page) -> None:
    page.press("shape:1")
    page.type("shape:date", "24.12.")
    assert page.desk.draft.dates == (DatedShape(date=date(2026, 12, 24), shape="Weekend"),)
    assert page.find("shape:date").text() == ""  # type: ignore[attr-defined]
    page.press("drop-date:2026-12-24")
    assert not page.desk.draft.dates


@pytest.mark.parametrize(("typed", "told"), [("soon", "Write a date like"), ("2020-01-01", "That date has passed.")])
def test_what_is_no_date_is_explained_at_the_field(page: Page, typed: str, told: str) -> None:
    page.type("shape:date", typed)
    assert told in page.words()
    assert QApplication.focusWidget() is page.find("shape:date")


# The day


@pytest.mark.parametrize(
    ("field", "typed", "wake", "bed"),
    [
        ("time:bed:0", "10", time(7), time(22)),
        ("time:bed:0", "10pm", time(7), time(22)),
        ("time:bed:0", "22:00", time(7), time(22)),
        ("time:wake:0", "630", time(6, 30), time(23)),
        ("time:bed:0", "1", time(7), time(1)),
    ],
)
def test_a_time_is_typed_as_people_write_it(page: Page, field: str, typed: str, wake: time, bed: time) -> None:
    page.type(field, typed)
    assert (page.shape().wake, page.shape().bed) == (wake, bed)


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("time:bed:0", "late", "Write a time like 10, 10pm or 22:00."),
        ("time:bed:0", "7:30", ""),
        ("time:bed:0", "06:00", "Bed is 4 to 22 hours after you wake at 07:00."),
        ("time:end:0", "08:00", "The end comes after the start, 09:00."),
        ("time:start:0", "03:00", "That is outside this day, 07:00 to 23:00."),
    ],
)
def test_what_is_no_time_is_explained_at_the_field(page: Page, field: str, typed: str, told: str) -> None:
    before = page.shape()
    page.type(field, typed)
    if not told:
        assert page.shape() != before
        return
    assert told in page.words()
    assert page.shape() == before
    assert QApplication.focusWidget() is page.find(field)
    QTest.keyClick(page.find(field), Qt.Key.Key_Escape)
    assert told not in page.words()
    assert page.find(field).text() in {"23:00", "17:30", "09:00"}  # type: ignore[attr-defined]
    assert page.window.isVisible()


def test_wake_and_bed_are_moved_with_the_pointer_in_steps_of_five_minutes(page: Page) -> None:
    page.drag(WAKE, -60)
    assert page.shape().wake in {time(5, 55), time(6), time(6, 5)}
    page.drag(BED, 94)
    assert page.shape().bed in {time(0, 30), time(0, 35)}
    page.press("undo")
    assert page.shape().bed == time(23)  # a drag is one step


def test_a_block_is_moved_and_made_longer_with_the_pointer(page: Page) -> None:
    block = Handle(grip=Grip.BLOCK)
    page.drag(block, 60)
    assert page.shape().blocks[0].start in {time(9, 55), time(10), time(10, 5)}
    length = page.shape().blocks[0].end.hour * 60 + page.shape().blocks[0].end.minute
    length -= page.shape().blocks[0].start.hour * 60 + page.shape().blocks[0].start.minute
    assert length == 510
    start = page.shape().blocks[0].start
    page.drag(Handle(grip=Grip.END), 60, at_end=True)
    assert page.shape().blocks[0].start == start
    assert page.shape().blocks[0].end in {time(19, 25), time(19, 30), time(19, 35)}


def test_a_block_stays_within_the_day_however_far_it_is_moved(page: Page) -> None:
    page.drag(Handle(grip=Grip.BLOCK), 600)
    assert page.shape().blocks[0].end == time(23)


def test_a_click_on_the_picture_goes_to_the_time_in_words(page: Page) -> None:
    QTest.mouseClick(page.picture, Qt.MouseButton.LeftButton, pos=page.picture.place(WAKE).toPoint())
    assert QApplication.focusWidget() is page.find("time:wake:0")
    QTest.mouseClick(page.picture, Qt.MouseButton.LeftButton, pos=page.picture.place(Handle(grip=Grip.BLOCK)).toPoint())
    assert QApplication.focusWidget() is page.find("time:start:0")


def test_all_of_it_by_keyboard(page: Page) -> None:
    block = Handle(grip=Grip.BLOCK)
    page.key(WAKE, Qt.Key.Key_Left)
    page.key(WAKE, Qt.Key.Key_Left)
    page.key(BED, Qt.Key.Key_PageUp)
    page.key(block, Qt.Key.Key_Right)
    page.key(block, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    page.key(block, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    shape = page.shape()
    assert (shape.wake, shape.bed) == (time(6, 50), time(23, 30))
    assert (shape.blocks[0].start, shape.blocks[0].end) == (time(9), time(17, 40))
    page.key(block, Qt.Key.Key_Delete)
    assert page.shape().blocks == ()


def test_a_handle_is_a_slider_to_a_screen_reader(page: Page) -> None:
    face = QAccessible.queryAccessibleInterface(page.picture.slider(Handle(grip=Grip.BLOCK)))
    assert face.role() == QAccessible.Role.Slider
    assert face.text(QAccessible.Text.Name) == "Desk, 09:00 to 17:30"
    assert "Arrow keys move it" in face.text(QAccessible.Text.Description)
    assert "07:45 Time for a glass of water" in page.picture.accessibleDescription()


def test_right_to_left_the_keys_go_where_they_point(page: Page) -> None:
    page.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.key(WAKE, Qt.Key.Key_Left)
    assert page.shape().wake == time(7, 5)
    page.drag(WAKE, 60)
    assert page.shape().wake in {time(6), time(6, 5), time(6, 10)}


def test_blocks_are_added_changed_and_removed(page: Page) -> None:
    page.press("add:exercise")
    assert [block.kind for block in page.shape().blocks] == [BlockKind.DESK, BlockKind.EXERCISE]
    page.choose("effort:1:hard")
    page.press("outdoors:1")
    run = page.shape().blocks[1]
    assert (run.start, run.end, run.effort, run.outdoors) == (time(18), time(19), Effort.HARD, True)
    page.choose("kind:1:quiet")
    assert page.shape().blocks[1].effort is Effort.MODERATE
    page.press("drop:0")
    assert [block.kind for block in page.shape().blocks] == [BlockKind.QUIET]


def test_a_block_typed_into_the_middle_of_another_parts_it(page: Page) -> None:
    page.press("add:quiet")
    page.press("add:exercise")
    page.type("time:start:3", "10:30")
    spans = [(block.kind.value, f"{block.start:%H:%M}", f"{block.end:%H:%M}") for block in page.shape().blocks]
    assert spans == [
        ("desk", "09:00", "10:30"),
        ("exercise", "10:30", "11:30"),
        ("desk", "11:30", "12:00"),
        ("quiet", "12:00", "13:00"),
        ("desk", "13:00", "17:30"),
    ]


def test_a_block_over_the_edge_of_another_is_refused(page: Page) -> None:
    page.press("add:exercise")
    page.type("time:start:1", "17:00")
    assert "That would lie over Desk, 09:00 to 17:30." in page.words()


# Rules


@pytest.mark.parametrize(
    ("part", "typed", "key", "value"),
    [
        ("glass", "300", "glass_ml", 300),
        ("goal", "1,800", "drink_goal_ml", 1800),
        ("goal", "1.5 l", "drink_goal_ml", 1500),
    ],
)
def test_the_drinks_are_a_sentence_with_parts(page: Page, part: str, typed: str, key: str, value: int) -> None:
    page.press(f"part:{part}")
    page.type("part", typed)
    assert getattr(page.desk.draft.you, key) == value
    with pytest.raises(LookupError):
        page.find("part")
    assert QApplication.focusWidget() is page.find(f"part:{part}")


@pytest.mark.parametrize(
    ("part", "typed", "section", "key", "value"),
    [
        ("stop", "3 h", "drink", "stop_before_bed_min", 180),
        ("gap", "90", "drink", "longest_gap_min", 90),
        ("every", "1h15m", "move", "every_min", 75),
        ("before_bed", "0:30", "bedtime", "before_bed_min", 30),
        ("most", "8", "prompts", "most_per_day", 8),
        ("apart", "45 min", "prompts", "smallest_gap_min", 45),
    ],
)
def test_every_number_of_a_rule_can_be_typed(  # noqa: PLR0913, PLR0917 one row of a table
    page: Page, part: str, typed: str, section: str, key: str, value: int
) -> None:
    page.press(f"part:{part}")
    page.type("part", typed)
    assert getattr(getattr(page.desk.draft, section), key) == value


def test_what_is_offered_before_bed_is_chosen(page: Page) -> None:
    page.press("part:choice")
    page.press("choice:both")
    page.press("part:routine")
    page.press("choice:bedtime-seated")
    assert (page.desk.draft.bedtime.choice, page.desk.draft.bedtime.routine) == ("both", "bedtime-seated")


@pytest.mark.parametrize("name", ["drink.on", "move.on", "bedtime.on", "prompts.sound"])
def test_rules_are_switched(page: Page, name: str) -> None:
    section, key = name.split(".")
    before = getattr(getattr(page.desk.draft, section), key)
    page.press(f"switch:{name}")
    assert getattr(getattr(page.desk.draft, section), key) is not before
    page.press(f"switch:{name}")
    assert getattr(getattr(page.desk.draft, section), key) is before


@pytest.mark.parametrize(
    ("part", "typed", "told"),
    [
        ("most", "0", "Write something from 1 to 24."),
        ("every", "a while", "Write something from 20 minutes to 240 minutes."),
        ("goal", "9000", "Write something from 0 ml to 6,000 ml."),
    ],
)
def test_what_a_part_cannot_be_is_explained_at_its_field(page: Page, part: str, typed: str, told: str) -> None:
    page.press(f"part:{part}")
    page.type("part", typed)
    assert told in page.words()
    assert QApplication.focusWidget() is page.find("part")
    QTest.keyClick(page.find("part"), Qt.Key.Key_Escape)
    assert page.window.isVisible()
    assert QApplication.focusWidget() is page.find(f"part:{part}")
    assert not page.desk._draft.is_changed


def test_no_goal_is_a_goal_too(page: Page) -> None:
    page.desk.take(TypePart(part=Part.GOAL, text="0"))
    assert "no daily goal" in page.words()


# What comes of it


def test_the_next_hours_and_the_day_follow_every_change(page: Page) -> None:
    before = len(page.window.findChildren(AheadLine))
    assert "8 glasses" in page.words()
    page.press("switch:drink.on")
    assert "glasses" not in page.words()
    assert len(page.window.findChildren(AheadLine)) != before


def test_too_many_prompts_are_told_in_words(page: Page) -> None:
    page.press("part:most")
    page.type("part", "6")
    assert "This would be 9 prompts; your limit is 6." in page.words()
    assert "will be held back." in page.words()


def test_where_a_doctor_limits_fluids_nothing_speaks_of_drinking(qtbot: QtBot, home: Path) -> None:
    page = opened(qtbot, home / "settings.toml", Settings(you=You(doctor_limits_fluids=True)))
    for preset in Preset:
        page.desk.take(OfferPreset(preset=preset))
        said = page.words().lower().replace("glasses", "glass")
        for word in ("drink", "drinks", "glass", "water", "ml", "fluids"):
            assert word not in said.replace(",", " ").replace(".", " ").split(), (preset, word)
    page.let_go()


# Presets


def test_a_preset_shows_what_it_changes_and_can_be_taken_back(page: Page) -> None:
    page.choose("preset:night-shift")
    assert "Night shift (Mon Tue Wed Thu): 15:00 to 07:30." in page.words()
    assert page.desk.draft == Settings()
    page.press("take-preset")
    assert page.desk.draft.days == load(Preset.NIGHT_SHIFT).days
    page.press("undo")
    assert page.desk.draft == Settings()


def test_a_preset_can_be_left(page: Page) -> None:
    page.choose("preset:pregnant")
    QTest.keyClick(page.window, Qt.Key.Key_Escape)
    assert page.window.isVisible()
    with pytest.raises(LookupError):
        page.find("take-preset")


# The window


def test_the_calendar_has_its_buttons(page: Page, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.desk.calendar_requested):
        page.press("import-calendar")
    with qtbot.waitSignal(page.desk.export_requested):
        page.press("export")
    with qtbot.waitSignal(page.desk.help_requested):
        page.press("help")


def test_leaving_with_a_draft_asks_once(page: Page) -> None:
    page.press("add-shape")
    QTest.keyClick(page.window, Qt.Key.Key_Escape)
    assert page.window.isVisible()
    assert "Save your changes before you go?" in page.words()
    page.press("stay")
    assert page.window.isVisible()
    QTest.keyClick(page.window, Qt.Key.Key_Escape)
    page.press("discard")
    assert not page.window.isVisible()
    assert len(read(page.file).days) == 2


def test_leaving_can_save(page: Page) -> None:
    page.press("add-shape")
    page.window.close()
    page.press("save-and-close")
    assert not page.window.isVisible()
    assert len(read(page.file).days) == 3


def test_whoever_closes_again_has_answered(page: Page) -> None:
    page.press("add-shape")
    page.window.close()
    page.window.close()
    assert not page.window.isVisible()


def test_a_window_without_a_draft_just_closes(page: Page) -> None:
    QTest.keyClick(page.window, Qt.Key.Key_Escape)
    assert not page.window.isVisible()
    assert page.desk._window is None


# For everybody


def scenes(page: Page, name: str) -> None:
    """A state of the window."""
    match name:
        case "night":
            page.desk.take(OfferPreset(preset=Preset.NIGHT_SHIFT))
            page.desk.take(Act.TAKE_PRESET)
            page.press("add:exercise")
            page.press("part:most")
        case "troubles":
            page.desk.take(OfferPreset(preset=Preset.ENDURANCE_ATHLETE))
            page.press("part:choice")
            page.file.write_text("[you]\ndrink_goal_ml = 1500\n")
            page.watch.look()
        case _:
            page.press("add-shape")
            page.type("shape:date", "24.12.2026")
            page.type("time:bed:0", "6")
            page.window.close()


@pytest.mark.parametrize(
    ("look", "name"), [*((look, "night") for look in LOOKS), ("light", "troubles"), ("large", "leaving")]
)
def test_everybody_can_use_it(page: Page, qapp: QApplication, look: str, name: str) -> None:
    scenes(page, name)
    dress(qapp, LOOKS[look])
    page.window.resize(round(1240 * LOOKS[look].text_scale), 3600)
    for _ in range(4):
        QApplication.processEvents()
    assert audit(page.window) == []


@pytest.mark.parametrize(
    ("look", "size", "direction"),
    [
        ("light", (320, 480), Qt.LayoutDirection.LeftToRight),
        ("large", (320, 480), Qt.LayoutDirection.RightToLeft),
        ("light", (800, 700), Qt.LayoutDirection.RightToLeft),
        ("large", (1600, 1000), Qt.LayoutDirection.LeftToRight),
        ("light", (1600, 1000), Qt.LayoutDirection.RightToLeft),
    ],
)
def test_it_fits_a_small_window_and_a_wide_one(  # noqa: PLR0913, PLR0917 one of each
    page: Page, qapp: QApplication, qtbot: QtBot, look: str, size: tuple[int, int], direction: Qt.LayoutDirection
) -> None:
    scenes(page, "night")
    page.window.setLayoutDirection(direction)
    dress(qapp, LOOKS[look])
    width = round(size[0] * LOOKS[look].text_scale)
    page.window.resize(width, size[1])
    assert page.window.width() == width
    for _ in range(4):
        QApplication.processEvents()
    for scroll in page.window.findChildren(QScrollArea):
        content = scroll.widget()
        assert content is not None
        if scroll.isVisible():
            assert content.width() <= scroll.viewport().width()  # it scrolls one way only
    assert list(check_clipping(page.window)) == []


def test_the_handles_lie_on_what_they_move(page: Page) -> None:
    picture = page.picture
    for handle in (WAKE, BED, Handle(grip=Grip.BLOCK)):
        assert picture.slider(handle).geometry().contains(picture.place(handle).toPoint() - QPoint(0, 1))
