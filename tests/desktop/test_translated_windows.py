"""Every window in the pseudo-locale: each word on it comes from the catalog, and a third more of them has its room.

Nothing here is a sample: the states come from the engine, the guides and the advice as they are.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop import evidence_cards
from desktop.adapters.guide_files import GuideFiles
from desktop.card import LEAST_PT, _chosen, _height, inside, page_size
from desktop.carding import Carding
from desktop.day_desk import DayDesk
from desktop.entry_states import EntryDraft, EntryField, EntryKind, EntryView, Wrong
from desktop.guide_shelf import Shelf
from desktop.guide_state import Feeling as Felt
from desktop.guide_state import Wish
from desktop.ports import Press
from desktop.relief_view import Where
from desktop.schedule_wishes import Act, AddBlock, OfferPreset, Part, Type, TypePart, TypeTime, Typing
from desktop.settings.presets import Preset
from desktop.settings_page import Fact
from desktop.settings_state import Action
from desktop.showing import Showing
from desktop.states import DayNotice, MoveWish, NoticeKind
from desktop.theme import Look, dress
from desktop.widgets.menu import MenuActions
from desktop.windows.card import CardWindow
from desktop.windows.entry import EntryWindow
from desktop.windows.evidence import EvidenceWindow
from desktop.windows.guide import GuideWindow
from desktop.windows.help import HelpWindow
from desktop.windows.prompt_panel import PromptPanel
from desktop.windows.settings import SettingsWindow
from desktop.windows.today import TodayWindow
from desktop.wording import editing as editing_words
from desktop.wording import settings_values as setting_words
from desktop.wording.catalog import _
from schedules.day_editing import Grip, Handle
from schedules.guides.relief_course import Feeling
from schedules.history import Cramp, Muscle, Side
from schedules.prompts import Answer
from schedules.settings import BlockKind, Settings, Weekday, You
from tests.clock import FakeClock
from tests.desktop.a11y import check_clipping
from tests.desktop.fake_store import RecordingStore
from tests.desktop.guide_days import GuideRun
from tests.desktop.living import Life
from tests.desktop.relief_life import ReliefLife
from tests.desktop.schedule_life import Editor
from tests.desktop.settings_life import SettingsLife
from tests.desktop.test_card import CHOICES, facts
from tests.languages import german, pseudo, speaking

WORD = re.compile(r"[A-Za-z]{2,}")
"""Plain letters: a word that no catalog has seen. One by itself is the name of a key."""


@pytest.fixture(autouse=True, params=["pseudo", "de"])
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """The pseudo-locale; and German, which needs its room with text of twice the size too."""
    language: str = request.param
    dress(qapp, Look(text_scale=1.0 if language == "pseudo" else 2.0))
    with speaking(pseudo() if language == "pseudo" else german()):
        yield language


def plain(texts: Iterable[str], spoken: str) -> set[str]:
    """What is not translated. In German nobody can tell by the letters."""
    return {text for text in texts if spoken == "pseudo" and WORD.search(text)}


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that our own widgets paint."""
    texts: list[str] = []
    paint: Callable[..., object] = QPainter.drawText

    def draw(painter: QPainter, *how: object) -> object:
        texts.extend(part for part in how if isinstance(part, str))
        return paint(painter, *how)

    monkeypatch.setattr(QPainter, "drawText", draw)
    return texts


Check = Callable[[QWidget], None]


@pytest.fixture
def check(qtbot: QtBot, painted: list[str], spoken: str) -> Check:
    """Shows a window and looks for words that are not translated, and for words that have no room."""

    def look(window: QWidget) -> None:
        def has_room() -> None:  # layouts settle in several turns
            assert list(check_clipping(window)) == []

        window.show()
        qtbot.wait(0)
        painted.clear()
        window.grab()
        assert plain((*painted, *said(window)), spoken) == set()
        qtbot.waitUntil(has_room, timeout=2_000)

    return look


def said(window: QWidget) -> Iterator[str]:
    """Every text of a window that somebody reads or hears."""
    yield window.windowTitle()
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window):
            yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
            if isinstance(widget, (QLabel, QAbstractButton)):
                yield widget.text()
            elif isinstance(widget, QLineEdit):
                yield widget.placeholderText()
    for action in window.findChildren(QAction):
        if action.isVisible():
            yield action.text()


class Literal(QWidget):
    """Paints a word that nobody can translate."""

    def sizeHint(self) -> QSize:
        return QSize(80, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).drawText(0, 10, "plain")


@pytest.mark.parametrize("spoken", ["pseudo"], indirect=True)
@pytest.mark.parametrize("made", [lambda: QLabel("plain"), lambda: QPushButton("plain"), Literal])
def test_the_check_finds_words_that_are_not_translated(qtbot: QtBot, check: Check, made: Callable[[], QWidget]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(made())
    with pytest.raises(AssertionError, match="plain"):
        check(window)


def test_the_check_finds_words_that_are_cut_off(qtbot: QtBot, check: Check) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = QLabel(_("A line that has no room"), window)
    label.setFixedWidth(40)
    with pytest.raises(qtbot.TimeoutError):
        check(window)


def day(settings: Settings | None = None) -> Life:
    """A morning with a little of everything behind it."""
    life = Life(settings)
    life.engine.start()
    life.until(9)
    life.engine.log(lambda journal: journal.log_drink(1250))
    life.engine.log(lambda journal: journal.log_routine("move"))
    life.engine.log(lambda journal: journal.log_routine("easy-bike"))
    cramp = Cramp(onset_at=life.clock.now(), muscle=Muscle.CALF, side=Side.LEFT)
    life.engine.log(lambda journal: journal.log_cramp(cramp))
    return life


def today(life: Life, *kinds: NoticeKind) -> TodayWindow:
    window = TodayWindow()
    window.tell(Showing(life.engine).today(tuple(DayNotice(kind=kind) for kind in kinds)))
    return window


@pytest.mark.parametrize("size", [(960, 900), (500, 800), (340, 600)])
def test_today(qtbot: QtBot, check: Check, size: tuple[int, int]) -> None:
    life = day()
    life.until(15)
    window = today(life, *NoticeKind)
    qtbot.addWidget(window)
    window.resize(*size)
    check(window)


def test_today_paused_and_with_limited_fluids(qtbot: QtBot, check: Check) -> None:
    life = day(Settings(you=You(doctor_limits_fluids=True)))
    life.engine.pause(life.clock.now() + timedelta(hours=30))
    window = today(life)
    qtbot.addWidget(window)
    check(window)


@pytest.mark.parametrize("width", [960, 340])
def test_a_past_day_with_its_month(qtbot: QtBot, check: Check, width: int) -> None:
    life = day()
    desk = DayDesk(life.engine, Showing(life.engine))
    window = TodayWindow()
    qtbot.addWidget(window)
    desk.serve(window)
    desk.show_month(life.journal.day().date)
    desk.show_day(life.journal.day().date - timedelta(days=1))
    window.tell(desk.state(()))
    window.resize(width, 900)
    check(window)


def test_a_prompt_that_is_moved_and_one_that_was_skipped(qtbot: QtBot, check: Check) -> None:
    life = day()
    desk = DayDesk(life.engine, Showing(life.engine))
    window = TodayWindow()
    qtbot.addWidget(window)
    desk.serve(window)
    first, second = [prompt for prompt in life.engine.plan.prompts if prompt.due_at > life.clock.now()][:2]
    life.engine.answer(Press(key=second.key, answer=Answer.SKIP))
    window.tell(desk.state(()))
    window.resize(700, 900)
    window.show()
    move = window.findChild(QPushButton, f"move:{first.key}")
    assert move is not None
    move.click()
    for typed in ("18:05", "?"):
        window.move_asked.emit(MoveWish(key=first.key, typed=typed))
        check(window)


@pytest.mark.parametrize("width", [520, 340])
@pytest.mark.parametrize("kind", EntryKind)
def test_every_entry_of_the_log(qtbot: QtBot, check: Check, kind: EntryKind, width: int) -> None:
    window = EntryWindow()
    qtbot.addWidget(window)
    draft = EntryDraft(kind=kind)
    window.tell(EntryView(title=editing_words.new_title(), draft=draft, kinds=tuple(EntryKind)))
    window.say_wrong(Wrong(field=EntryField.WHEN, words=editing_words.lasted_wrong()))
    window.resize(round(width * (2 if QApplication.font().pixelSize() > 20 else 1)), 700)
    check(window)


def test_the_menu(qtbot: QtBot, check: Check) -> None:
    life = day()
    menu = QMenu()
    qtbot.addWidget(menu)
    actions = MenuActions(menu)
    actions.tell(Showing(life.engine).offers())
    check(menu)


def test_the_tooltip(spoken: str) -> None:
    life = day()
    life.until(15)
    assert plain([Showing(life.engine).tray().tooltip], spoken) == set()


def test_every_prompt_of_a_day(qtbot: QtBot, check: Check) -> None:
    life = day()
    assert life.engine.plan.prompts
    for prompt in life.engine.plan.prompts:
        panel = PromptPanel()
        qtbot.addWidget(panel)
        panel.tell(life.engine.notice(prompt))
        check(panel)


class TranslatedRun(GuideRun):
    """A guide in the language of the moment."""

    def shelf(self) -> Shelf:
        return GuideFiles(Path("/nonexistent")).read()


@pytest.mark.parametrize("name", ["bedtime", "bedtime-bed", "bike-then-stretch", "desk", "move", "floor"])
def test_a_guide_from_its_first_step_to_its_end(qtbot: QtBot, check: Check, spoken: str, name: str) -> None:
    run = TranslatedRun(FakeClock(), RecordingStore())
    window = GuideWindow()
    qtbot.addWidget(window)
    run.guiding.changed.connect(window.tell)
    run.guiding.begin(name)
    check(window)
    run.guiding.lose_voice()
    run.guiding.lose_chime()
    while not run.now.session.over:
        run.wait(timedelta(seconds=7))
        assert plain(said(window), spoken) == set()
        run.guiding.take(Wish.SKIP)
    check(window)
    assert plain((*run.asked.said, *run.asked.announced), spoken) == set()
    run.guiding.feel(Felt.TOO_SORE)


def test_a_paused_guide(qtbot: QtBot, check: Check, clock: FakeClock) -> None:
    run = TranslatedRun(clock, RecordingStore())
    window = GuideWindow()
    qtbot.addWidget(window)
    run.guiding.changed.connect(window.tell)
    run.guiding.begin("bedtime")
    run.guiding.take(Wish.PAUSE)
    check(window)


@pytest.mark.parametrize("muscle", Muscle)
def test_the_relief_from_its_first_question_to_its_record(
    qtbot: QtBot, check: Check, spoken: str, muscle: Muscle
) -> None:
    life = ReliefLife()
    words: list[str] = []
    life.relieving.said.connect(words.append)
    window = life.open()
    qtbot.addWidget(window)
    window.resize(1000, 800)
    check(window)
    life.relieving.choose(Where(muscle=muscle, side=None if muscle is Muscle.OTHER else Side.LEFT))
    check(window)
    for feeling in (Feeling.SAME, Feeling.EASING):
        life.relieving.feel(feeling)
        life.pass_time(timedelta(seconds=45))
        check(window)
    for _again in range(3):
        life.relieving.go_on()
        check(window)
    life.relieving.finish()
    check(window)
    assert plain(words, spoken) == set()


def test_help_in_the_relief_and_by_itself(qtbot: QtBot, check: Check) -> None:
    life = ReliefLife()
    window = life.open()
    qtbot.addWidget(window)
    window.resize(1000, 800)
    life.relieving.flag()
    check(window)
    alone = HelpWindow()
    qtbot.addWidget(alone)
    alone.tell(life.helping.view())
    check(alone)


def test_the_settings(qtbot: QtBot, check: Check, tmp_path: Path) -> None:
    life = SettingsLife(tmp_path)
    life.facts = {"notifier": Fact(value=setting_words.notifier("plyer"), under=setting_words.notifier_mend("plyer"))}
    life.set("prompts.most_per_day", "none")
    life.set("prompts.sound", "on")
    life.desk.act(Action.DELETE)
    window = SettingsWindow()
    qtbot.addWidget(window)
    window.resize(720, 700)
    window.tell(life.desk.state())
    check(window)


def test_every_evidence_card(qtbot: QtBot, check: Check) -> None:
    for card in evidence_cards.cards().values():
        window = EvidenceWindow()
        qtbot.addWidget(window)
        window.tell(card)
        check(window)


def test_the_bedside_card(qtbot: QtBot, check: Check) -> None:
    life = ReliefLife()
    window = CardWindow()
    qtbot.addWidget(window)
    Carding(life.journal, life.helping, "US", lambda: window, lambda _paint, _size: True).open()
    window.resize(1000, 900)
    check(window)


def test_the_page_of_the_bedside_card_stays_one_page() -> None:
    for country in ("US", "DE"):
        area = inside(page_size(country))
        for places in CHOICES:
            content, size = _chosen(area, facts(places, country))
            assert size >= LEAST_PT
            assert _height(area, content, size) <= area.height()


def test_the_schedule_editor(qtbot: QtBot, check: Check, spoken: str, home: Path) -> None:
    named = tuple(replace(shape, name="Ö") for shape in Settings().days[:1])
    editor = Editor(home / "settings.toml", Settings(days=(replace(named[0], on=tuple(Weekday)),)))
    editor.desk._read_routines = lambda: (("bedtime", _("Before bed")),)
    editor.desk.open()
    window = editor.window
    window.resize(1240, 900)
    for preset in Preset:
        editor.desk.take(OfferPreset(preset=preset))
        assert plain(said(window), spoken) == set()
    editor.desk.take(Act.TAKE_PRESET)
    editor.desk.take(AddBlock(kind=BlockKind.EXERCISE))
    editor.desk.take(Type(what=Typing.DATE, text="soon"))
    editor.desk.take(TypePart(part=Part.MOST, text="5"))
    check(window)
    editor.desk.take(TypeTime(handle=Handle(grip=Grip.BED), text="1"))
    editor.file.write_text("version = 1\n")
    editor.watch.look()
    window.close()
    check(window)
    editor.watch.stop()
    window.leave()
