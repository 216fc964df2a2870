"""Against dunst and against stand-ins, on a real bus; nothing here is told by a mock."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from jeepney import DBusAddress, HeaderFields, message_bus, new_signal
from jeepney.io.blocking import open_dbus_connection
from PySide6.QtCore import QTimer, QTimerEvent
from pytestqt.qtbot import QtBot

from desktop.adapters.notification_server import NotificationServer
from desktop.adapters.notifier_dbus import FreedesktopNotifier
from desktop.adapters.session_bus import SessionBus
from desktop.ports import Notice, NotifierFailure, Press
from schedules.prompts import Answer
from tests.clock import FakeClock
from tests.desk import Desk
from tests.desk_session import Processes
from tests.desktop.adapters import notification_service
from tests.desktop.adapters.notification_service import STAGE_HANDS
from tests.desktop.notifier_contract import (
    PATIENCE_MS,
    ButtonContract,
    ClickContract,
    FailureContract,
    NotifierContract,
    Stage,
    TakingBackContract,
    a_notice,
    wait_for,
)
from tests.session_bus import NOTIFICATIONS, wait_until

pytestmark = pytest.mark.desktop

SOON = timedelta(milliseconds=200)
"""Long enough for a service that answers, short enough to wait for one that does not."""
PATIENT = timedelta(seconds=20)


@pytest.fixture
def on_desk(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The desk, with its bus for this process too."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desk.session.bus_address)
    return desk


def build(clock: FakeClock, answered_within: timedelta) -> FreedesktopNotifier:
    bus = SessionBus(greeted_within=answered_within)
    server = NotificationServer(bus, clock)
    bus.setParent(server)
    notifier = FreedesktopNotifier(server, answered_within=answered_within)
    server.setParent(notifier)
    return notifier


@pytest.fixture
def notifier(qtbot: QtBot, clock: FakeClock) -> Iterator[FreedesktopNotifier]:
    notifier = build(clock, PATIENT)
    yield notifier
    notifier.close()


@pytest.fixture
def hasty(qtbot: QtBot, clock: FakeClock) -> Iterator[FreedesktopNotifier]:
    """A notifier that does not wait long."""
    notifier = build(clock, SOON)
    yield notifier
    notifier.close()


@pytest.fixture
def stage(on_desk: Desk, notifier: FreedesktopNotifier) -> Stage:
    def on_show() -> list[tuple[str, str]]:
        return [(shown.title, unescape(shown.body)) for shown in on_desk.shown]

    def break_down() -> None:
        on_desk.session.stop_notifications()

    return Stage(notifier=notifier, on_show=on_show, press=on_desk.press, click=on_desk.click, break_down=break_down)


class TestOnDunst(NotifierContract, TakingBackContract, ButtonContract, ClickContract, FailureContract):
    pass


class Service:
    """A stand-in on the desk's bus, in the place of dunst."""

    def __init__(self, desk: Desk, processes: Processes) -> None:
        self._desk, self._processes = desk, processes

    def start(self, *arguments: str) -> None:
        self._desk.session.stop_notifications()
        command = [sys.executable, "-m", notification_service.__name__, *arguments]
        self._processes.start(command, os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}, "service")
        wait_until(lambda: self._desk.session.client.owned(NOTIFICATIONS), "the stand-in owns its name")

    def tell(self, method: str, signature: str | None = None, *body: object) -> None:
        self._desk.session.client.call(STAGE_HANDS, method, signature, *body)


@pytest.fixture
def service(on_desk: Desk, tmp_path: Path) -> Iterator[Service]:
    processes = Processes(tmp_path)
    yield Service(on_desk, processes)
    processes.end_all()


@pytest.fixture
def ticks() -> Iterator[list[int]]:
    """Grows with every turn of the event loop."""
    seen: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: seen.append(len(seen)))
    timer.start(10)
    yield seen
    timer.stop()


def collected(signal: Any) -> list[Any]:  # noqa: ANN401 - PySide6 and its stubs name the type of a signal differently
    seen: list[Any] = []
    signal.connect(seen.append)
    return seen


def test_says_who_it_is_and_how_it_wants_to_be_treated(on_desk: Desk, stage: Stage, qtbot: QtBot) -> None:
    stage.notifier.show(a_notice())
    wait_for(qtbot, lambda: bool(stage.shown))
    shown = on_desk.wait_for_notification()
    assert shown.app_name == "Uncramp"
    assert shown.buttons == (("default", "Open"), ("drank", "I drank 250 ml"), ("later", "Later"))
    assert shown.hints["desktop-entry"] == "uncramp"
    assert shown.hints["urgency"] == 1
    assert shown.hints["suppress-sound"] is True
    assert shown.timeout_ms == -1


def test_a_sound_is_asked_for_by_name(on_desk: Desk, stage: Stage, qtbot: QtBot) -> None:
    stage.notifier.show(Notice(key="drink@1", title="A glass of water", body="", sound=True))
    wait_for(qtbot, lambda: bool(stage.shown))
    hints = on_desk.wait_for_notification().hints
    assert "suppress-sound" not in hints
    assert hints["sound-name"] == "message-new-instant"


def test_dunst_draws_markup_of_others_as_text(on_desk: Desk, stage: Stage, qtbot: QtBot) -> None:
    stage.notifier.show(a_notice(title='<b>x</b> & "q"', body='Near <i>A & B</i>, "here"'))
    wait_for(qtbot, lambda: bool(stage.shown))
    on_desk.dismiss_all()
    control = DBusAddress(notification_service.PATH, NOTIFICATIONS, "org.dunstproject.cmd0")
    (history,) = on_desk.session.client.call(control, "NotificationListHistory")
    drawn = history[0]["message"][1]
    # What dunst gives to Pango: bold comes from its own format alone, and once Pango has read it the text is as it was.
    assert drawn.startswith("<b>&lt;b&gt;x&lt;/b&gt; &amp; ")
    assert "Near &lt;i&gt;A &amp; B&lt;/i&gt;" in drawn


def test_what_is_done_to_other_programs_bubbles_is_theirs(
    on_desk: Desk, stage: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    processes = Processes(tmp_path)
    processes.start(["notify-send", "--wait", "-A", "drank=Theirs", "Another program"], on_desk.env, "other")
    theirs = on_desk.wait_for_notification("Another program")
    stage.notifier.show(a_notice())
    wait_for(qtbot, lambda: bool(stage.shown))
    on_desk.press("Theirs", theirs)
    wait_until(lambda: theirs.id in dict(on_desk.session.record.closed), "dunst has closed theirs")
    on_desk.press("Later", on_desk.wait_for_notification("A glass"))
    wait_for(qtbot, lambda: bool(stage.presses))
    assert stage.presses == [Press(key="drink@1", answer=Answer.LATER)]
    processes.end_all()


def test_a_forged_press_is_not_heard(on_desk: Desk, stage: Stage, qtbot: QtBot) -> None:
    stage.notifier.show(a_notice())
    wait_for(qtbot, lambda: bool(stage.shown))
    shown = on_desk.wait_for_notification()
    with open_dbus_connection(on_desk.session.bus_address) as forger:
        (everybody,) = forger.send_and_get_reply(message_bus.ListNames()).body
        for name in [name for name in everybody if name.startswith(":")]:
            emitter = DBusAddress(notification_service.PATH, interface=NOTIFICATIONS)
            forged = new_signal(emitter, "ActionInvoked", "us", (shown.id, "drank"))
            forged.header.fields[HeaderFields.destination] = name
            forger.send(forged)
    on_desk.press("Later", shown)
    wait_for(qtbot, lambda: bool(stage.presses))
    assert [press.answer for press in stage.presses] == [Answer.LATER]


def test_a_server_that_comes_back_is_told_and_used(on_desk: Desk, stage: Stage, qtbot: QtBot) -> None:
    recovered = collected(stage.notifier.recovered)  # type: ignore[attr-defined]
    stage.notifier.show(a_notice())
    wait_for(qtbot, lambda: bool(stage.shown))
    on_desk.session.stop_notifications()
    stage.notifier.show(a_notice("drink@2"))
    wait_for(qtbot, lambda: {failure.key for failure in stage.failures} == {"drink@1", "drink@2"})
    on_desk.session.record.forget()
    on_desk.session.start_notifications()
    wait_for(qtbot, lambda: recovered == ["freedesktop"])
    stage.notifier.show(a_notice())
    wait_for(qtbot, lambda: len(stage.shown) == 2)
    assert on_desk.wait_for_notification().replaces == 0
    on_desk.press("Later")
    wait_for(qtbot, lambda: stage.presses == [Press(key="drink@1", answer=Answer.LATER)])


def test_getting_to_know_the_server_tells_when_there_is_none(on_desk: Desk, stage: Stage, qtbot: QtBot) -> None:
    on_desk.session.stop_notifications()
    stage.notifier.prepare()  # type: ignore[attr-defined]
    wait_for(qtbot, lambda: bool(stage.failures))
    assert stage.failures[0].key == ""
    assert "ServiceUnknown" in stage.failures[0].error


def test_a_frozen_server_costs_the_event_loop_nothing(
    on_desk: Desk, hasty: FreedesktopNotifier, ticks: list[int], qtbot: QtBot
) -> None:
    failed = collected(hasty.failed)
    on_desk.session.freeze_notifications()
    hasty.show(a_notice())
    wait_for(qtbot, lambda: bool(failed))
    assert failed == [NotifierFailure(key="drink@1", error="The notification service does not answer.")]
    assert len(ticks) > 5


def test_an_answer_after_the_hand_over_takes_the_bubble_away(
    on_desk: Desk, hasty: FreedesktopNotifier, service: Service, qtbot: QtBot
) -> None:
    failed, shown = collected(hasty.failed), collected(hasty.shown)
    service.start("actions", "body", "--silent")
    hasty.show(a_notice())
    wait_for(qtbot, lambda: bool(failed))
    service.tell("Answer")
    wait_for(qtbot, lambda: on_desk.session.record.closed == ((1, 3),))
    assert not shown


def test_an_answer_that_lay_unread_is_not_late(on_desk: Desk, notifier: FreedesktopNotifier, qtbot: QtBot) -> None:
    failed, shown = collected(notifier.failed), collected(notifier.shown)
    notifier.show(a_notice("drink@1"))
    wait_for(qtbot, lambda: len(shown) == 1)
    notifier.show(a_notice("drink@2"))
    wait_until(lambda: len(on_desk.session.record.all) == 2, "dunst has answered, unheard")
    notifier.timerEvent(QTimerEvent(notifier._requests["drink@2"].deadline))
    assert [told.key for told in shown] == ["drink@1", "drink@2"]
    assert not failed


def test_a_server_that_forgot_the_question_is_asked_again(
    hasty: FreedesktopNotifier, service: Service, qtbot: QtBot
) -> None:
    failed, shown = collected(hasty.failed), collected(hasty.shown)
    service.start("actions", "--forgetful")
    hasty.show(a_notice("drink@1"))
    wait_for(qtbot, lambda: len(failed) == 1)
    hasty._answered_within_ms = PATIENCE_MS
    hasty.show(a_notice("drink@2"))
    wait_for(qtbot, lambda: [told.key for told in shown] == ["drink@2"])


def test_what_was_withdrawn_under_way_is_taken_away_when_it_arrives(
    on_desk: Desk, notifier: FreedesktopNotifier, service: Service, qtbot: QtBot
) -> None:
    failed, shown, known = collected(notifier.failed), collected(notifier.shown), collected(notifier._server.known)
    service.start("actions", "body", "--silent")
    notifier.show(a_notice())
    wait_for(qtbot, lambda: bool(known))
    notifier.withdraw("drink@1")
    wait_until(lambda: len(on_desk.session.record._asked) == 1, "the notice is with the stand-in")
    service.tell("Answer")
    wait_for(qtbot, lambda: on_desk.session.record.closed == ((1, 3),))
    assert not shown
    assert not failed


class TestWithoutActions:
    """A server that shows text and no more."""

    @pytest.fixture
    def bare(self, notifier: FreedesktopNotifier, service: Service, qtbot: QtBot) -> FreedesktopNotifier:
        service.start("body")
        with qtbot.waitSignal(notifier.shown, timeout=PATIENCE_MS) as shown:
            notifier.show(a_notice(body="A & <b>B</b>"))
        assert shown.args is not None
        assert not shown.args[0].has_buttons
        assert not notifier.has_buttons
        return notifier

    @pytest.mark.usefixtures("bare")
    def test_gets_no_buttons_and_no_markup(self, on_desk: Desk) -> None:
        wait_until(lambda: on_desk.session.record.all, "the record has caught up")
        (shown,) = on_desk.session.record.all
        assert shown.buttons == ()
        assert shown.body == "A & <b>B</b>"

    def test_a_dismissal_is_the_click_that_opens_the_prompt(
        self, bare: FreedesktopNotifier, service: Service, qtbot: QtBot
    ) -> None:
        pressed, unanswered = collected(bare.pressed), collected(bare.left_unanswered)
        service.tell("Close", "uu", 1, 2)
        wait_for(qtbot, lambda: pressed == [Press(key="drink@1", answer=Answer.OPEN)])
        assert not unanswered

    @pytest.mark.parametrize("reason", [1, 4])
    def test_a_bubble_that_went_by_itself_left_the_prompt_unanswered(
        self, bare: FreedesktopNotifier, service: Service, qtbot: QtBot, reason: int
    ) -> None:
        pressed, unanswered = collected(bare.pressed), collected(bare.left_unanswered)
        service.tell("Close", "uu", 1, reason)
        wait_for(qtbot, lambda: [notice.key for notice in unanswered] == ["drink@1"])
        assert not pressed

    def test_what_was_withdrawn_is_not_unanswered(self, bare: FreedesktopNotifier, on_desk: Desk, qtbot: QtBot) -> None:
        unanswered = collected(bare.left_unanswered)
        bare.withdraw("drink@1")
        with qtbot.waitSignal(bare.shown, timeout=PATIENCE_MS):
            bare.show(a_notice("drink@2"))
        wait_until(lambda: on_desk.session.record.closed == ((1, 3),), "the bubble is closed")
        assert not unanswered


def test_a_server_with_buttons_that_lets_a_bubble_go_has_offered_an_answer(
    on_desk: Desk, notifier: FreedesktopNotifier, service: Service, qtbot: QtBot
) -> None:
    pressed, unanswered = collected(notifier.pressed), collected(notifier.left_unanswered)
    service.start("body", "actions")
    with qtbot.waitSignal(notifier.shown, timeout=PATIENCE_MS):
        notifier.show(a_notice())
    service.tell("Close", "uu", 1, 2)
    with qtbot.waitSignal(notifier.shown, timeout=PATIENCE_MS):
        notifier.show(a_notice("drink@2"))
    assert not pressed
    assert not unanswered


def test_a_button_counts_once_and_only_one_that_was_there(
    on_desk: Desk, notifier: FreedesktopNotifier, service: Service, qtbot: QtBot
) -> None:
    pressed = collected(notifier.pressed)
    service.start("body", "actions")
    with qtbot.waitSignal(notifier.shown, timeout=PATIENCE_MS):
        notifier.show(a_notice())
    for action in ("start", "drank", "drank", "later", "default"):
        service.tell("Act", "us", 1, action)
    service.tell("Close", "uu", 1, 2)
    with qtbot.waitSignal(notifier.shown, timeout=PATIENCE_MS):
        notifier.show(a_notice("drink@2"))
    assert pressed == [Press(key="drink@1", answer=Answer.DRANK)]


class OwnBus:
    """A session bus of one test's own, that can die and come back at the same address."""

    def __init__(self, folder: Path) -> None:
        self.address = f"unix:path={folder}/own-bus"
        self._processes = Processes(folder)
        self._daemon: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        read, write = os.pipe()
        command = ["dbus-daemon", "--session", "--nofork", f"--address={self.address}", f"--print-address={write}"]
        self._daemon = self._processes.start(command, os.environ, "own-bus", pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as told:
            assert told.readline()

    def stop(self) -> None:
        if self._daemon is not None:
            self._processes.end(self._daemon)
            self._daemon = None

    def serve(self) -> None:
        command = [sys.executable, "-m", notification_service.__name__, "actions"]
        env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "DBUS_SESSION_BUS_ADDRESS": self.address}
        self._processes.start(command, env, "service")

    def end(self) -> None:
        self._processes.end_all()


@pytest.fixture
def own_bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OwnBus]:
    bus = OwnBus(tmp_path)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    yield bus
    bus.end()


@pytest.fixture
def on_own_bus(own_bus: OwnBus, desk: Desk) -> Callable[[], None]:
    """Start the bus with a notification service on it."""
    from tests.session_bus import BusClient

    def start() -> None:
        own_bus.start()
        own_bus.serve()
        client = BusClient(own_bus.address)
        wait_until(lambda: client.owned(NOTIFICATIONS), "the stand-in owns its name")

    return start


def test_a_bus_that_dies_is_tried_again_after_a_minute(
    own_bus: OwnBus, on_own_bus: Callable[[], None], notifier: FreedesktopNotifier, clock: FakeClock, qtbot: QtBot
) -> None:
    failed, shown = collected(notifier.failed), collected(notifier.shown)
    on_own_bus()
    notifier.show(a_notice())
    wait_for(qtbot, lambda: len(shown) == 1)
    own_bus.stop()
    wait_for(qtbot, lambda: not notifier._server._bus.is_open)
    on_own_bus()
    notifier.show(a_notice("drink@2"))
    assert [failure.key for failure in failed] == ["drink@1", "drink@2"]
    clock.advance(timedelta(minutes=1))
    notifier.show(a_notice("drink@3"))
    wait_for(qtbot, lambda: [told.key for told in shown] == ["drink@1", "drink@3"])


def test_what_is_under_way_when_the_bus_dies_is_told(
    desk: Desk, own_bus: OwnBus, notifier: FreedesktopNotifier, qtbot: QtBot
) -> None:
    failed = collected(notifier.failed)
    own_bus.start()
    notifier.show(a_notice())
    own_bus.stop()
    wait_for(qtbot, lambda: [failure.key for failure in failed] == ["drink@1"])


def test_without_a_bus_it_is_told_at_once(notifier: FreedesktopNotifier, monkeypatch: pytest.MonkeyPatch) -> None:
    failed = collected(notifier.failed)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    notifier.show(a_notice())
    assert failed == [NotifierFailure(key="drink@1", error="There is no session bus.")]
