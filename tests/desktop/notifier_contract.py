"""What every notifier has to keep, whatever it shows notices through.

A test class takes over the cases that concern its notifier and brings a `stage`, as a fixture.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from pytestqt.qtbot import QtBot

from desktop.adapters.notifier_chain import Link
from desktop.ports import Button, Notice, NotifierFailure, Press, Shown
from schedules.prompts import Answer

DRANK = Button(answer=Answer.DRANK, label="I drank 250 ml")
LATER = Button(answer=Answer.LATER, label="Later")


def a_notice(key: str = "drink@1", title: str = "A glass of water", body: str = "750 of 2,000 ml so far") -> Notice:
    """A notice as the engine makes them."""
    return Notice(key=key, title=title, body=body, buttons=(DRANK, LATER))


PATIENCE_MS = 20_000


def wait_for(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    """Let the event loop run until a condition holds, on a machine that may be busy."""
    qtbot.waitUntil(condition, timeout=PATIENCE_MS)


def not_there(*_: object) -> None:
    """A person cannot do this here."""
    raise AssertionError


@dataclass(kw_only=True)
class Stage:
    """A notifier, and what a person in front of it sees and does."""

    notifier: Link
    on_show: Callable[[], list[tuple[str, str]]]
    """Title and body of what is on show, the oldest first."""
    press: Callable[[str], None] = not_there
    """Press the button with a label."""
    click: Callable[[], None] = not_there
    """Click on the newest notice."""
    break_down: Callable[[], None] = not_there
    """Take away what the notifier stands on."""
    presses: list[Press] = field(default_factory=list)
    failures: list[NotifierFailure] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.notifier.pressed.connect(self.presses.append)
        self.notifier.failed.connect(self.failures.append)
        self.notifier.shown.connect(self.shown.append)


class NotifierContract:
    """What all keep."""

    def test_has_a_name_for_the_status(self, stage: Stage) -> None:
        assert stage.notifier.name

    def test_a_notice_comes_on_show_and_is_told(self, stage: Stage, qtbot: QtBot) -> None:
        stage.notifier.show(a_notice())
        wait_for(qtbot, lambda: bool(stage.shown))
        assert [(told.key, told.by) for told in stage.shown] == [("drink@1", stage.notifier.name)]
        assert stage.shown[0].has_buttons == stage.notifier.has_buttons
        wait_for(qtbot, lambda: stage.on_show() == [("A glass of water", "750 of 2,000 ml so far")])
        assert not stage.failures

    def test_two_keys_are_two_notices(self, stage: Stage, qtbot: QtBot) -> None:
        stage.notifier.show(a_notice("drink@1", "A glass of water"))
        stage.notifier.show(a_notice("bedtime@2", "Time to stretch"))
        wait_for(qtbot, lambda: {told.key for told in stage.shown} == {"drink@1", "bedtime@2"})
        wait_for(qtbot, lambda: {title for title, _ in stage.on_show()} >= {"Time to stretch"})

    def test_withdrawing_what_is_not_on_show_does_nothing(self, stage: Stage, qtbot: QtBot) -> None:
        stage.notifier.withdraw("nothing")
        stage.notifier.show(a_notice())
        stage.notifier.withdraw("nothing")
        wait_for(qtbot, lambda: len(stage.on_show()) == 1)

    def test_text_is_only_text(self, stage: Stage, qtbot: QtBot) -> None:
        title, body = '<b>x</b> & "q"', 'Near <i>A & B</i>, "C:\\temp\\n" -5 °C \N{GLASS OF MILK}'
        stage.notifier.show(a_notice(title=title, body=body))
        wait_for(qtbot, lambda: stage.on_show() == [(title, body)])

    def test_what_cannot_be_text_breaks_nothing(self, stage: Stage, qtbot: QtBot) -> None:
        stage.notifier.show(a_notice(title="a\0b\nc \ud800", body="\x1b[31md\0e \udfff"))
        wait_for(qtbot, lambda: bool(stage.shown))
        assert not stage.failures

    def test_closing_twice_is_closing(self, stage: Stage, qtbot: QtBot) -> None:
        stage.notifier.show(a_notice())
        wait_for(qtbot, lambda: bool(stage.shown))
        stage.notifier.close()
        stage.notifier.close()
        assert not stage.failures


class TakingBackContract:
    """What a notifier keeps that can replace a notice and take it away."""

    def test_the_same_key_replaces(self, stage: Stage, qtbot: QtBot) -> None:
        stage.notifier.show(a_notice(title="A glass of water"))
        wait_for(qtbot, lambda: bool(stage.on_show()))
        stage.notifier.show(a_notice(title="A glass of milk"))
        wait_for(qtbot, lambda: [title for title, _ in stage.on_show()] == ["A glass of milk"])

    def test_a_replacement_may_come_before_the_first_is_on_show(self, stage: Stage, qtbot: QtBot) -> None:
        for title in ("One", "Two", "Three"):
            stage.notifier.show(a_notice(title=title))
        wait_for(qtbot, lambda: [title for title, _ in stage.on_show()] == ["Three"])

    def test_replacements_may_overtake_each_other(self, stage: Stage, qtbot: QtBot) -> None:
        stage.notifier.show(a_notice(title="One"))
        wait_for(qtbot, lambda: bool(stage.shown))
        stage.notifier.show(a_notice(title="Two"))
        stage.notifier.show(a_notice(title="Three"))
        wait_for(qtbot, lambda: [title for title, _ in stage.on_show()] == ["Three"])
        stage.notifier.show(a_notice("drink@2", "Four"))
        wait_for(qtbot, lambda: [title for title, _ in stage.on_show()] == ["Three", "Four"])

    def test_a_notice_is_withdrawn(self, stage: Stage, qtbot: QtBot) -> None:
        stage.notifier.show(a_notice("drink@1", "A glass of water"))
        stage.notifier.show(a_notice("bedtime@2", "Time to stretch"))
        wait_for(qtbot, lambda: len(stage.on_show()) == 2)
        stage.notifier.withdraw("drink@1")
        wait_for(qtbot, lambda: [title for title, _ in stage.on_show()] == ["Time to stretch"])

    def test_closing_takes_everything_away(self, stage: Stage, qtbot: QtBot) -> None:
        stage.notifier.show(a_notice("drink@1"))
        stage.notifier.show(a_notice("bedtime@2"))
        wait_for(qtbot, lambda: len(stage.on_show()) == 2)
        stage.notifier.close()
        wait_for(qtbot, lambda: stage.on_show() == [])


class ButtonContract:
    """What a notifier keeps that shows buttons."""

    def test_says_that_it_has_buttons(self, stage: Stage) -> None:
        assert stage.notifier.has_buttons

    def test_a_pressed_button_is_told(self, stage: Stage, qtbot: QtBot) -> None:
        stage.notifier.show(a_notice())
        wait_for(qtbot, lambda: bool(stage.on_show()))
        stage.press("Later")
        wait_for(qtbot, lambda: stage.presses == [Press(key="drink@1", answer=Answer.LATER)])


class ClickContract:
    """What a notifier keeps that hears a click on a notice."""

    def test_a_click_opens_the_prompt(self, stage: Stage, qtbot: QtBot) -> None:
        stage.notifier.show(a_notice())
        wait_for(qtbot, lambda: bool(stage.on_show()))
        stage.click()
        wait_for(qtbot, lambda: stage.presses == [Press(key="drink@1", answer=Answer.OPEN)])


class FailureContract:
    """What a notifier keeps that can fail."""

    def test_what_cannot_be_shown_is_told_and_not_raised(self, stage: Stage, qtbot: QtBot) -> None:
        stage.break_down()
        stage.notifier.show(a_notice())
        wait_for(qtbot, lambda: "drink@1" in [failure.key for failure in stage.failures])
        assert all(failure.error for failure in stage.failures)
        assert not stage.shown
