"""The guide window leads a person through a routine, and can be used without a mouse, without eyes, from afar."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.guide_desk import GuideDesk
from desktop.guide_state import Feeling, GuideState, Wish
from desktop.theme import Look, Scheme, dress
from desktop.windows.guide import GuideWindow
from schedules.guides.course import Phase
from schedules.guides.session import SPEEDS, PauseWhy, Session
from schedules.guides.session_state import state_of
from tests.clock import FakeClock
from tests.desktop.a11y import audit
from tests.desktop.fake_store import RecordingStore
from tests.desktop.guide_days import GuideRun, Mute, StillScreen
from tests.desktop.windows import guides
from tests.schedules.guides.shelf import routine, routines

LOOKS = {
    "light": Look(),
    "dark": Look(scheme=Scheme.DARK),
    "contrast-light": Look(scheme=Scheme.CONTRAST_LIGHT),
    "contrast-dark": Look(scheme=Scheme.CONTRAST_DARK),
    "large": Look(text_scale=2.0),
}
SECOND = timedelta(seconds=1)


def holding() -> GuideState:
    return guides.shown(guides.to("bedtime", phase=Phase.HOLD, left_s=7.0))


def paused() -> GuideState:
    session = guides.to("bedtime", phase=Phase.HOLD, left_s=7.0)
    return guides.shown(session.pause(session.seen_at))


def gentle() -> GuideState:
    return guides.shown(guides.gentle(), voice_is_missing=True, chime_is_missing=True, voice=False, chime=False)


def ended() -> GuideState:
    session = guides.to("bedtime", phase=Phase.HOLD, left_s=7.0)
    return guides.shown(session.stop(session.seen_at))


STATES = {"hold": holding, "paused": paused, "gentle": gentle, "end": ended}


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[GuideWindow]:
    dress(qapp, Look())
    made = GuideWindow()
    qtbot.addWidget(made)
    made.resize(1280, 880)
    made.tell(holding())
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    dress(qapp, Look())


def visible(window: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [widget for widget in window.findChildren(kind) if widget.isVisibleTo(window)]


def words(window: QWidget) -> str:
    return "\n".join(label.text() for label in visible(window, QLabel) if isinstance(label, QLabel))


def button(window: QWidget, name: str) -> QAbstractButton:
    found = window.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton)
    return found


def wishes(window: GuideWindow) -> list[Wish]:
    seen: list[Wish] = []
    window.wished.connect(seen.append)
    return seen


# What is shown


def test_everything_about_the_moment_is_on_the_screen(window: GuideWindow) -> None:
    said = words(window)
    for part in (
        "Left leg",
        "Calf, at the wall",
        "Step 1 of 3",
        "Put both hands on the wall.",
        "Back heel down. Back knee straight.",
        "Next: the right leg.",
        "Gentle pull, never pain. Do not bounce. Hold on to something steady.",
        "1×",
    ):
        assert part in said
    count = window._course.stage.countdown.count
    assert (count.number, count.under) == ("7", "hold 1 of 3")


def test_what_is_behind_a_step_is_one_click_away_and_the_guide_waits(window: GuideWindow, qtbot: QtBot) -> None:
    seen = wishes(window)
    with qtbot.waitSignal(window.evidence_requested) as asked:
        QTest.mouseClick(button(window, "why"), Qt.MouseButton.LeftButton)
    assert asked.args == ["stretch-before-bed"]
    assert seen == [Wish.PAUSE]


def test_where_there_is_no_card_nothing_leads_to_one(window: GuideWindow) -> None:
    window.tell(guides.shown(guides.to("desk", phase=Phase.HOLD, left_s=7.0), has_card=False))
    assert not button(window, "why").isVisible()


@pytest.mark.parametrize("size", [(1334, 690), (1280, 880), (1920, 1050)], ids=str)
@pytest.mark.parametrize("name", ["bedtime", "desk", "warm-up", "easy-bike"])
def test_it_can_be_read_from_across_the_room(window: GuideWindow, name: str, size: tuple[int, int]) -> None:
    window.resize(*size)
    window.tell(guides.shown(Session.begin(routine(name), guides.START)))
    session = guides.to(name, phase=Phase.HOLD, left_s=9.0 if name != "easy-bike" else 290.0)
    window.tell(guides.shown(session))
    QApplication.processEvents()
    assert window._course.instruction.font().pixelSize() >= 40
    assert window._course.stage.countdown.number_px() >= 96
    assert window._course._pages.verticalScrollBar().maximum() == 0, "nothing has to be scrolled to"


@pytest.mark.parametrize("size", [(320, 320), (320, 640), (640, 480), (1024, 600)], ids=str)
def test_in_a_small_window_the_words_shrink_and_nothing_is_cut_off(window: GuideWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    QApplication.processEvents()
    instruction = window._course.instruction
    assert instruction.font().pixelSize() >= 24
    assert instruction.heightForWidth(instruction.width()) <= instruction.height()
    assert window._course._pages.horizontalScrollBar().maximum() == 0


def test_words_do_not_jump_from_step_to_step(window: GuideWindow) -> None:
    tops = set()
    session = Session.begin(routine("bedtime"), guides.START)
    for _ in range(3):
        window.tell(guides.shown(session))
        QApplication.processEvents()
        tops.add(
            (window._course.controls.mapTo(window, QPoint(0, 0)).y(), window._course.instruction.font().pixelSize())
        )
        session = session.skip(session.seen_at)
    assert len(tops) == 1


def test_the_figure_shows_the_leg_that_is_named(window: GuideWindow) -> None:
    figure = window._course.stage.figure
    assert figure.accessibleName() == "Picture: Calf, at the wall. Left leg."
    window.tell(guides.shown(guides.to("bedtime", phase=Phase.HOLD, left_s=7.0, hold=1)))
    assert figure.accessibleName() == "Picture: Calf, at the wall. Right leg."


def test_the_figure_stands_still_in_a_pause_and_where_less_motion_is_asked_for(window: GuideWindow) -> None:
    figure = window._course.stage.figure
    assert figure.is_moving()
    window.tell(paused())
    assert not figure.is_moving()
    window.tell(holding())
    assert figure.is_moving()
    window.follow(Look(reduced_motion=True))
    assert not figure.is_moving()


@pytest.mark.parametrize(
    ("session", "line"),
    [
        (
            lambda: guides.to("bedtime", phase=Phase.HOLD, left_s=4.0),
            "Halfway. Breathe slowly. Do not hold your breath.",
        ),
        (lambda: guides.to("bedtime", phase=Phase.REST, left_s=2.0), "Let go. Now the right leg."),
        (lambda: guides.to("bedtime", phase=Phase.REST, left_s=2.0, step=2), "Let go and rest."),
        (lambda: Session.begin(routine("bedtime"), guides.START), "Take your time to get into position."),
    ],
)
def test_every_cue_has_its_twin_on_the_screen(window: GuideWindow, session: object, line: str) -> None:
    assert callable(session)
    window.tell(guides.shown(session()))
    assert line in words(window)


def test_a_jump_of_the_clock_is_told(window: GuideWindow) -> None:
    session = guides.to("bedtime", phase=Phase.HOLD, left_s=7.0)
    slept = session.tick(session.seen_at + timedelta(hours=2))
    assert slept.paused is PauseWhy.CLOCK_JUMPED
    window.tell(guides.shown(slept))
    assert "the computer slept" in words(window)


def test_a_gentle_day_and_missing_sounds_are_told_calmly(window: GuideWindow) -> None:
    window.tell(gentle())
    said = words(window)
    assert "A gentle version today" in said
    assert "No program that speaks was found." in said
    assert button(window, Wish.VOICE).text() == "Voice off"


def test_every_guide_can_be_shown_at_every_moment(window: GuideWindow) -> None:
    for each in routines():
        session = Session.begin(each, guides.START)
        while not session.over:
            window.tell(guides.shown(session))
            if session.step.easier is not None and session.spot.phase is Phase.REST:
                window.tell(guides.shown(session.ease(session.seen_at)))
            for _ in range(3):
                before = session.spot
                while session.spot == before and not session.over:
                    session = session.tick(session.seen_at + SECOND)
                window.tell(guides.shown(session))
            session = session.skip(session.seen_at)
        assert state_of(session).over


# Keys and clicks


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_A, Qt.Key.Key_1, Qt.Key.Key_F5, Qt.Key.Key_Backspace, Qt.Key.Key_Home, Qt.Key.Key_Down]
)
def test_any_key_pauses_at_once(window: GuideWindow, key: Qt.Key) -> None:
    seen = wishes(window)
    QTest.keyPress(window.windowHandle(), key)
    assert seen == [Wish.PAUSE]


def test_a_key_that_qt_has_no_name_for_pauses_too(window: GuideWindow) -> None:
    seen = wishes(window)
    for repeated in (False, True):
        event = QKeyEvent(QEvent.Type.KeyPress, 0x0416, Qt.KeyboardModifier.NoModifier, "Ж", repeated)
        QApplication.sendEvent(window, event)
    assert seen == [Wish.PAUSE], "a key that is held down pauses once"


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        (Qt.Key.Key_Left, Wish.BACK),
        (Qt.Key.Key_Right, Wish.SKIP),
        (Qt.Key.Key_E, Wish.EASE),
        (Qt.Key.Key_Minus, Wish.SLOWER),
        (Qt.Key.Key_Plus, Wish.FASTER),
        (Qt.Key.Key_V, Wish.VOICE),
        (Qt.Key.Key_C, Wish.CHIME),
        (Qt.Key.Key_Space, Wish.PAUSE),
        (Qt.Key.Key_Return, Wish.PAUSE),
    ],
)
def test_keys_with_a_hint_do_what_it_says(window: GuideWindow, key: Qt.Key, wish: Wish) -> None:
    seen = wishes(window)
    QTest.keyClick(window.windowHandle(), key)
    assert seen == [wish]


@pytest.mark.parametrize("key", [Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_VolumeUp, Qt.Key.Key_CapsLock])
def test_a_key_that_says_nothing_does_nothing(window: GuideWindow, key: Qt.Key) -> None:
    seen = wishes(window)
    QTest.keyClick(window.windowHandle(), key)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab, Qt.KeyboardModifier.AltModifier)
    assert seen == []


def test_the_tab_key_walks_and_enter_presses(window: GuideWindow) -> None:
    seen = wishes(window)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is button(window, Wish.BACK)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Space)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_X)
    assert seen == [Wish.BACK, Wish.BACK, Wish.PAUSE]


def test_a_click_on_the_picture_pauses(window: GuideWindow) -> None:
    seen = wishes(window)
    for widget in (window._course.stage.figure, window._course.stage.countdown, window._course.instruction):
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    assert seen == [Wish.PAUSE] * 3
    QTest.mouseClick(window._course.stage.figure, Qt.MouseButton.RightButton)
    assert seen == [Wish.PAUSE] * 3


@pytest.mark.parametrize("wish", list(Wish))
def test_every_button_says_its_wish(window: GuideWindow, wish: Wish) -> None:
    seen = wishes(window)
    QTest.mouseClick(button(window, wish), Qt.MouseButton.LeftButton)
    assert seen == [wish]


@pytest.mark.parametrize("state", list(STATES))
def test_escape_closes(window: GuideWindow, qtbot: QtBot, state: str) -> None:
    window.tell(STATES[state]())
    with qtbot.waitSignal(window.closed):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    assert not window.isVisible()


# The end


@pytest.mark.parametrize("speed", SPEEDS)
@pytest.mark.parametrize("paused", [False, True])
def test_the_buttons_stand_in_one_row_at_every_speed(window: GuideWindow, speed: float, paused: bool) -> None:
    session = guides.to("desk", phase=Phase.HOLD, left_s=7.0)
    session = session.at_speed(speed, session.seen_at)
    session = session.pause(session.seen_at) if paused else session
    window.tell(guides.shown(session, voice=False, chime=False))
    QApplication.processEvents()
    assert len({each.y() for each in window._course.controls.buttons}) == 1


def test_the_end_says_how_long_and_asks_once(window: GuideWindow, qtbot: QtBot) -> None:
    session = guides.after(guides.to("bedtime", phase=Phase.HOLD, left_s=1.0, step=2, hold=2), 2 * SECOND)
    window.tell(guides.shown(session))
    assert "Done. 3 min 40 s." in words(window)
    assert "How did that feel?" in words(window)
    assert QApplication.focusWidget() is button(window, "close")
    felt: list[Feeling] = []
    window.felt.connect(felt.append)
    with qtbot.waitSignal(window.closed):
        QTest.mouseClick(button(window, Feeling.TOO_SORE), Qt.MouseButton.LeftButton)
    assert felt == [Feeling.TOO_SORE]


def test_where_nothing_was_held_nothing_is_asked(window: GuideWindow) -> None:
    session = Session.begin(routine("desk"), guides.START)
    window.tell(guides.shown(session.stop(session.seen_at)))
    assert "How did that feel?" not in words(window)
    assert "Nothing was logged." in words(window)


# For everybody


@pytest.mark.parametrize("look", list(LOOKS))
@pytest.mark.parametrize("state", list(STATES))
def test_nobody_is_kept_out(window: GuideWindow, qapp: QApplication, look: str, state: str) -> None:
    dress(qapp, LOOKS[look])
    window.tell(STATES[state]())
    QApplication.processEvents()
    assert audit(window) == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nobody_is_kept_out_of_a_small_window(window: GuideWindow, qapp: QApplication, scale: float) -> None:
    dress(qapp, Look(text_scale=scale))
    window.resize(420, 700)
    QApplication.processEvents()
    assert audit(window) == []


def test_a_change_of_the_look_reaches_the_open_window(window: GuideWindow, qapp: QApplication) -> None:
    from desktop.widgets.figure.colors import DARK, LIGHT

    figure = window._course.stage.figure
    assert figure._colors == LIGHT
    dress(qapp, Look(scheme=Scheme.DARK))
    QApplication.processEvents()
    assert figure._colors == DARK


# A whole run


@pytest.fixture
def run(qtbot: QtBot, clock: FakeClock, qapp: QApplication) -> GuideRun:
    dress(qapp, Look())
    return GuideRun(clock, RecordingStore())


class Room:
    """A desk with a real window, whose sounds are written down."""

    def __init__(self, run: GuideRun) -> None:
        self.windows: list[GuideWindow] = []
        self.voice, self.chime, self.screen = Mute(), Mute(), StillScreen()
        self.desk = GuideDesk(run.engine, run.shelf, self.voice, self.chime, self.screen, self._build)
        run.guiding = self.desk.guiding

    @property
    def window(self) -> GuideWindow:
        return self.windows[-1]

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.windowHandle(), key)

    def _build(self) -> GuideWindow:
        made = GuideWindow()
        self.windows.append(made)
        return made


@pytest.fixture
def room(run: GuideRun) -> Iterator[Room]:
    made = Room(run)
    yield made
    made.desk.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_guide_is_begun_finished_felt_and_logged_by_keyboard_alone(run: GuideRun, room: Room, qtbot: QtBot) -> None:
    room.desk.open("desk")
    qtbot.waitExposed(room.window)
    run.wait(8 * SECOND)
    room.press(Qt.Key.Key_X)
    assert run.now.session.paused
    run.clock.advance(timedelta(minutes=5))
    room.press(Qt.Key.Key_X)
    assert not run.now.session.paused
    run.finish()
    assert "Done." in words(room.window)
    room.press(Qt.Key.Key_Tab)
    room.press(Qt.Key.Key_Return)
    (entry,) = run.logged
    assert (entry.routine, entry.steps_done, entry.feeling) == ("desk", 2, "good")
    assert len(run.store.steps_of(entry.id or 0)) == 4
    assert not isValid(room.window), "it is gone"
    assert run.guiding.state is None
    assert room.screen.wanted == [True, False, True, False]
    assert "Done." in room.voice.said


def test_escape_stops_asks_once_and_closes(run: GuideRun, room: Room) -> None:
    room.desk.open("bedtime")
    run.wait(12 * SECOND)
    room.press(Qt.Key.Key_Escape)
    assert "How did that feel?" in words(room.window)
    assert "Stopped after 12 s." in words(room.window)
    room.press(Qt.Key.Key_Escape)
    assert not isValid(room.window) or not room.window.isVisible()
    assert run.guiding.state is None
    assert [entry.feeling for entry in run.logged] == [None]


def test_escape_before_anything_was_held_asks_nothing(run: GuideRun, room: Room) -> None:
    room.desk.open("bedtime")
    run.wait(2 * SECOND)
    room.press(Qt.Key.Key_Escape)
    assert run.guiding.state is None
    assert not run.logged


def test_a_closed_window_logs_what_was_done(run: GuideRun, room: Room) -> None:
    room.desk.open("bedtime")
    run.wait(40 * SECOND)
    room.window.close()
    (entry,) = run.logged
    assert (entry.steps_done, entry.steps) == (0, 3)
    assert room.screen.wanted == [True, False]
    room.desk.open("bedtime")
    assert len(room.windows) == 2
    assert room.window.isVisible()


def test_asked_for_again_it_comes_to_the_front_and_goes_on(run: GuideRun, room: Room) -> None:
    room.desk.open("bedtime")
    run.wait(20 * SECOND)
    room.desk.open("bedtime")
    assert len(room.windows) == 1
    assert run.now.session.phase is not Phase.LEAD_IN


def test_something_more_urgent_lets_it_stand_still(run: GuideRun, room: Room) -> None:
    room.desk.stand_still()
    room.desk.open("bedtime")
    run.wait(20 * SECOND)
    room.desk.stand_still()
    room.desk.stand_still()
    assert run.now.session.paused is PauseWhy.ASKED


def test_closing_the_desk_logs_and_lets_go(run: GuideRun, room: Room) -> None:
    room.desk.open("bedtime")
    run.wait(20 * SECOND)
    room.desk.close()
    assert len(run.logged) == 1
    assert room.voice.closed
    assert room.chime.closed
    assert room.screen.closed
