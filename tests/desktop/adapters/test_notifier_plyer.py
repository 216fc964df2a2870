"""plyer, notify-send and dunst as they are; only what cannot be had otherwise is played by a script on the path."""

import gc
import os
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from pathlib import Path

import plyer
import pytest
from plyer.facades import Notification
from plyer.utils import Proxy
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.adapters.notifier_plyer import PlyerNotifier
from desktop.ports import Shown
from tests.desk import Desk
from tests.desktop.notifier_contract import PATIENCE_MS, FailureContract, NotifierContract, Stage, a_notice, wait_for
from tests.session_bus import wait_until


@pytest.fixture
def notifier(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[PlyerNotifier]:
    # plyer finds its way once per process; each test wants it to look again.
    monkeypatch.setattr(plyer, "notification", Proxy("notification", Notification))
    notifier = PlyerNotifier(finished_within=timedelta(seconds=20))
    yield notifier
    notifier.close()


@pytest.fixture
def stage(desk: Desk, notifier: PlyerNotifier, monkeypatch: pytest.MonkeyPatch) -> Stage:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desk.session.bus_address)

    def on_show() -> list[tuple[str, str]]:
        return [(shown.title, unescape(shown.body)) for shown in desk.shown]

    return Stage(notifier=notifier, on_show=on_show, break_down=desk.session.stop_notifications)


@pytest.mark.desktop
class TestOnDunst(NotifierContract, FailureContract):
    pass


@pytest.mark.desktop
def test_dashes_and_backslashes_arrive_as_text(stage: Stage, qtbot: QtBot) -> None:
    stage.notifier.show(a_notice(title="--help", body="-5 °C in C:\\new\\101"))
    wait_for(qtbot, lambda: stage.on_show() == [("–-help", "–5 °C in C:\\new\\101")])


@pytest.mark.desktop
def test_a_frozen_service_is_told_while_the_event_loop_runs(desk: Desk, stage: Stage, qtbot: QtBot) -> None:
    ticks: list[None] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(None))
    timer.start(10)
    desk.session.freeze_notifications()
    stage.notifier.show(a_notice())
    wait_for(qtbot, lambda: bool(stage.failures))
    assert len(ticks) > 5


def test_without_a_bus_it_is_told(notifier: PlyerNotifier, qtbot: QtBot) -> None:
    with qtbot.waitSignal(notifier.failed, timeout=PATIENCE_MS) as failed:
        notifier.show(a_notice())
    assert failed.args is not None
    assert failed.args[0].key == "drink@1"


@pytest.mark.desktop
def test_without_any_way_it_says_so_and_does_not_try_again(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    stage.notifier.show(a_notice())
    wait_for(qtbot, lambda: len(stage.failures) == 1)
    stage.notifier.show(a_notice("drink@2"))
    assert [failure.key for failure in stage.failures] == ["drink@1", "drink@2"]
    assert "No usable implementation" in stage.failures[1].error


_HANGING = """#!/bin/sh
printf '%s\\n' "$1" >> '{folder}/calls'
test -e '{folder}/is-open' || read _ < '{folder}/gate'
printf '%s\\n' "$1" >> '{folder}/ends'
"""


class HangingProgram:
    """A ``notify-send`` that does not come back before it is let go."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        os.mkfifo(folder / "gate")
        self._gate = os.open(folder / "gate", os.O_RDWR)
        program = folder / "notify-send"
        program.write_text(_HANGING.format(folder=folder))
        program.chmod(0o755)

    @property
    def calls(self) -> list[str]:
        """The titles it was called with."""
        return self._lines("calls")

    def let_one_go(self) -> None:
        """One that hangs, or the next that will, ends."""
        os.write(self._gate, b"\n")

    def let_go(self) -> None:
        """All that hang end, and none hangs any more."""
        (self._folder / "is-open").touch()
        os.write(self._gate, b"\n" * 100)
        wait_until(lambda: sorted(self._lines("ends")) == sorted(self.calls), "every call has ended")

    def close(self) -> None:
        """All end, and nothing is held open."""
        self.let_go()
        os.close(self._gate)

    def _lines(self, name: str) -> list[str]:
        path = self._folder / name
        return path.read_text().split("\n")[:-1] if path.exists() else []


@pytest.fixture
def hanging(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[HangingProgram]:
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)
    program = HangingProgram(folder)
    yield program
    program.close()


@pytest.mark.desktop
@pytest.mark.usefixtures("hanging")
class TestThatHangs:
    @pytest.fixture
    def hasty(self, stage: Stage) -> Iterator[Stage]:
        notifier = PlyerNotifier(finished_within=timedelta(milliseconds=300))
        yield Stage(notifier=notifier, on_show=stage.on_show)
        notifier.close()

    def test_everything_that_waits_is_handed_over(self, hasty: Stage, hanging: HangingProgram, qtbot: QtBot) -> None:
        hasty.notifier.show(a_notice("drink@1", "One"))
        hasty.notifier.show(a_notice("drink@2", "Two"))
        wait_for(qtbot, lambda: len(hasty.failures) == 2)
        assert {failure.key for failure in hasty.failures} == {"drink@1", "drink@2"}
        assert "Two" not in hanging.calls

    def test_the_next_notice_gets_a_new_thread(self, hasty: Stage, hanging: HangingProgram, qtbot: QtBot) -> None:
        hasty.notifier.show(a_notice(title="One"))
        wait_for(qtbot, lambda: len(hasty.failures) == 1)
        hasty.notifier.show(a_notice(title="Two"))
        wait_for(qtbot, lambda: sorted(hanging.calls) == ["One", "Two"])

    def test_a_thread_that_was_given_up_says_no_more(
        self, stage: Stage, notifier: PlyerNotifier, hanging: HangingProgram, qtbot: QtBot
    ) -> None:
        notifier.show(a_notice(title="One"))
        wait_for(qtbot, lambda: hanging.calls == ["One"])
        notifier._on_stuck()
        hanging.let_go()
        notifier.show(a_notice(title="Two"))
        wait_for(qtbot, lambda: bool(stage.shown))
        assert len(stage.shown) == len(stage.failures) == 1

    def test_no_garbage_is_collected_in_its_thread(
        self, stage: Stage, notifier: PlyerNotifier, hanging: HangingProgram, qtbot: QtBot
    ) -> None:
        notifier.show(a_notice("drink@1", "One"))
        wait_for(qtbot, lambda: hanging.calls == ["One"])
        assert not gc.isenabled()
        hanging.let_one_go()
        wait_for(qtbot, lambda: bool(stage.shown))
        assert gc.isenabled()
        notifier.show(a_notice("drink@2", "Two"))
        wait_for(qtbot, lambda: hanging.calls == ["One", "Two"])
        assert not gc.isenabled()
        notifier._on_stuck()
        assert gc.isenabled()

    def test_what_was_withdrawn_on_its_way_is_not_told(
        self, stage: Stage, hanging: HangingProgram, qtbot: QtBot
    ) -> None:
        stage.notifier.show(a_notice("drink@1", "One"))
        wait_for(qtbot, lambda: hanging.calls == ["One"])
        stage.notifier.withdraw("drink@1")
        hanging.let_go()
        stage.notifier.show(a_notice("drink@2", "Two"))
        wait_for(qtbot, lambda: bool(stage.shown))
        assert [shown.key for shown in stage.shown] == ["drink@2"]

    def test_more_than_it_can_hold_is_handed_over(self, stage: Stage, qtbot: QtBot) -> None:
        for number in range(12):
            stage.notifier.show(a_notice(f"drink@{number}", f"Number {number}"))
        wait_for(qtbot, lambda: len(stage.failures) >= 9)
        assert not stage.shown

    def test_what_still_waits_can_be_withdrawn(self, stage: Stage, hanging: HangingProgram, qtbot: QtBot) -> None:
        stage.notifier.show(a_notice("drink@1", "One"))
        wait_for(qtbot, lambda: hanging.calls == ["One"])
        for key, title in (("drink@2", "Two"), ("drink@3", "Three"), ("drink@3", "Four")):
            stage.notifier.show(a_notice(key, title))
        stage.notifier.withdraw("drink@2")
        hanging.let_one_go()
        wait_for(qtbot, lambda: hanging.calls == ["One", "Four"])
        assert stage.shown == [Shown(key="drink@1", by="plyer", has_buttons=False)]
        assert stage.failures == []
