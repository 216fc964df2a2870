"""Uncramp's own prompt window is a notifier like the others, and never takes the keyboard."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.ports import Press
from desktop.theme import Look, Scheme, dress
from desktop.widgets.buttons import Button
from desktop.windows.prompt import PromptWindow
from desktop.windows.prompt_panel import PromptPanel
from schedules.prompts import Answer
from tests.desk import Desk
from tests.desk_session import Processes
from tests.desktop.a11y import RULES, check_focus_ring, check_keyboard
from tests.desktop.notifier_contract import ButtonContract, ClickContract, NotifierContract, Stage, TakingBackContract
from tests.desktop.windows import days
from tests.session_bus import wait_until


@pytest.fixture
def window(qapp: QApplication) -> PromptWindow:
    return PromptWindow()


@pytest.fixture
def stage(window: PromptWindow) -> Stage:
    def panels() -> list[PromptPanel]:
        return [panel for panel in window._panels.values() if panel.isVisible()]

    def on_show() -> list[tuple[str, str]]:
        said = [[label.text() for label in panel.findChildren(QLabel) if label.text()] for panel in panels()]
        return [(words[0], words[1] if len(words) > 1 else "") for words in said]

    def press(label: str) -> None:
        button = next(button for button in panels()[-1].findChildren(Button) if button.text() == label)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def click() -> None:
        QTest.mouseClick(panels()[-1], Qt.MouseButton.LeftButton, pos=QPoint(4, 4))

    return Stage(notifier=window, on_show=on_show, press=press, click=click)


@pytest.fixture(autouse=True)
def _put_away(window: PromptWindow) -> object:
    yield
    window.close()


class TestOnAnyScreen(NotifierContract, TakingBackContract, ButtonContract, ClickContract):
    pass


def test_the_panels_stand_below_each_other_at_the_top_right(window: PromptWindow) -> None:
    window.show(replace(days.NOTICE, key="one"))
    window.show(replace(days.NOTICE, key="two"))
    one, two = window._panels["one"].geometry(), window._panels["two"].geometry()
    area = QGuiApplication.primaryScreen().availableGeometry()
    assert one.right() == two.right() == area.right() - 16
    assert one.top() == area.top() + 16
    assert two.top() == one.bottom() + 17
    window.withdraw("one")
    assert window._panels["two"].geometry().top() == area.top() + 16


def test_putting_it_away_is_no_answer(window: PromptWindow, qtbot: QtBot) -> None:
    window.show(days.NOTICE)
    hide = next(b for b in window._panels[days.NOTICE.key].findChildren(Button) if b.objectName() == "hide")
    with qtbot.assertNotEmitted(window.pressed), qtbot.waitSignal(window.dismissed) as told:
        QTest.mouseClick(hide, Qt.MouseButton.LeftButton)
    assert told.args == [days.NOTICE.key]
    assert not window._panels


@pytest.mark.parametrize(
    "look", [Look(), Look(scheme=Scheme.DARK), Look(scheme=Scheme.CONTRAST_DARK), Look(text_scale=2.0)]
)
def test_everybody_can_use_it(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    dress(qapp, look)
    panel = PromptPanel()
    qtbot.addWidget(panel)
    panel.tell(replace(days.NOTICE, body=" ".join([days.NOTICE.body] * 3)))
    panel.show()
    QApplication.processEvents()
    # It takes no keyboard at all, so there is neither an order nor a ring: Today shows the same prompt for that.
    rules = [rule for rule in RULES if rule not in {check_keyboard, check_focus_ring}]
    assert [finding for rule in rules for finding in rule(panel)] == []


def test_a_notice_without_buttons_has_only_the_one_to_put_it_away(window: PromptWindow) -> None:
    window.show(replace(days.NOTICE, buttons=()))
    panel = window._panels[days.NOTICE.key]
    assert [button.objectName() for button in panel.findChildren(Button)] == ["hide"]


# On a real screen with a real window manager

_PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from desktop.theme import Look, dress
from desktop.windows.prompt import PromptWindow
from tests.desktop.windows.days import NOTICE

application = QApplication([])
dress(application, Look())
editor = QLineEdit()
editor.setWindowTitle("Letter")
editor.resize(300, 60)
editor.textChanged.connect(lambda text: print("typed", text, flush=True))
editor.show()
prompts = PromptWindow()
prompts.pressed.connect(lambda press: print("pressed", press.key, press.answer, flush=True))
editor.returnPressed.connect(lambda: prompts.show(NOTICE))
application.focusChanged.connect(lambda old, new: print("focus", type(new).__name__, flush=True))
application.exec()
"""


@pytest.mark.desktop
class TestOnARealScreen:
    @pytest.fixture
    def told(self, desk: Desk, tmp_path: Path) -> object:
        """Start somebody's letter; what the program has told so far."""
        program = tmp_path / "program.py"
        program.write_text(_PROGRAM)
        processes = Processes(tmp_path)
        process = processes.start([sys.executable, str(program)], desk.env | {"PYTHONPATH": str(Path.cwd())}, "letter")
        assert process.poll() is None
        wait_until(lambda: desk.windows("^Letter$"), "the letter's window")
        desk.xdotool("windowactivate", "--sync", desk.windows("^Letter$")[0])
        yield lambda: processes.log_of("letter").read_text()
        processes.end_all()

    def test_it_never_takes_the_keyboard(self, desk: Desk, told: object) -> None:
        assert callable(told)
        desk.xdotool("type", "Dear ")
        wait_until(lambda: "typed Dear " in told(), "the letter begins")
        letter = desk.xdotool("getactivewindow")
        desk.xdotool("key", "Return")
        wait_until(lambda: desk.windows("^Uncramp: "), "the prompt")
        assert desk.xdotool("getactivewindow") == letter
        desk.xdotool("type", "aunt")
        wait_until(lambda: "typed Dear aunt" in told(), "the letter goes on")
        assert "focus PromptPanel" not in told()

    def test_a_click_answers_and_leaves_the_keyboard_where_it_was(self, desk: Desk, told: object) -> None:
        assert callable(told)
        desk.xdotool("key", "Return")
        wait_until(lambda: desk.windows("^Uncramp: "), "the prompt")
        letter = desk.xdotool("getactivewindow")
        # "Start", at the lower left of a panel of 420 pixels, 16 from the right edge of a screen of 1280.
        told_of_it = desk.xdotool("getwindowgeometry", "--shell", desk.windows("^Uncramp: ")[0])
        height = int(told_of_it.split("HEIGHT=")[1].split()[0])
        desk.xdotool("mousemove", str(1280 - 16 - 420 + 50), str(16 + height - 16 - 22), "click", "1")
        wait_until(lambda: "pressed move@1340 start" in told(), "the press")
        assert desk.xdotool("getactivewindow") == letter
        desk.xdotool("type", "x")
        wait_until(lambda: "typed x" in told(), "the letter goes on")


def test_a_press_is_told_with_its_key(window: PromptWindow, stage: Stage) -> None:
    window.show(days.NOTICE)
    stage.press("Did it")
    assert stage.presses == [Press(key="move@1340", answer=Answer.DID_IT)]
