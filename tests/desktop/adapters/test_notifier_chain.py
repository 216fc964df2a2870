from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.adapters.notification_server import NotificationServer
from desktop.adapters.notifier_chain import NotifierChain
from desktop.adapters.notifier_dbus import FreedesktopNotifier
from desktop.adapters.notifier_plyer import PlyerNotifier
from desktop.adapters.session_bus import SessionBus
from desktop.ports import NotifierFailure, Press, Shown
from schedules.prompts import Answer
from tests.clock import FakeClock
from tests.desk import Desk
from tests.desktop.notifier_contract import (
    ButtonContract,
    ClickContract,
    FailureContract,
    NotifierContract,
    Stage,
    TakingBackContract,
    a_notice,
    wait_for,
)
from tests.desktop.recording_notifier import RecordingNotifier

AWHILE = timedelta(minutes=10)


class Chained:
    """Three notifiers in a chain, and what the chain says."""

    def __init__(self, clock: FakeClock) -> None:
        self.native = RecordingNotifier("native")
        self.plyer = RecordingNotifier("plyer", has_buttons=False)
        self.window = RecordingNotifier("window")
        self.chain = NotifierChain((self.native, self.plyer, self.window), clock, tried_again_after=AWHILE)
        self.pressed: list[Press] = []
        self.failed: list[NotifierFailure] = []
        self.shown: list[Shown] = []
        self.chain.pressed.connect(self.pressed.append)
        self.chain.failed.connect(self.failed.append)
        self.chain.shown.connect(self.shown.append)

    @property
    def on_show(self) -> dict[str, list[str]]:
        return {link.name: list(link.on_show) for link in (self.native, self.plyer, self.window) if link.on_show}


@pytest.fixture
def chained(qtbot: QtBot, clock: FakeClock) -> Chained:
    return Chained(clock)


@pytest.fixture
def stage(chained: Chained) -> Stage:
    def on_show() -> list[tuple[str, str]]:
        notices = [notice for link in (chained.native, chained.window) for notice in link.on_show.values()]
        return [(notice.title, notice.body) for notice in notices]

    def press(label: str) -> None:
        ((key, notice),) = chained.native.on_show.items()
        (answer,) = [button.answer for button in notice.buttons if button.label == label]
        chained.native.press(key, answer)

    def break_down() -> None:
        for link in (chained.native, chained.plyer, chained.window):
            link.error = "It is broken."

    return Stage(
        notifier=chained.chain,
        on_show=on_show,
        press=press,
        click=lambda: chained.native.press(next(iter(chained.native.on_show)), Answer.OPEN),
        break_down=break_down,
    )


# A notice goes through the fake as it is, so what the chain must keep of its text it keeps.
class TestChain(NotifierContract, TakingBackContract, ButtonContract, ClickContract, FailureContract):
    pass


def test_the_first_that_works_shows_it(chained: Chained) -> None:
    chained.chain.show(a_notice())
    assert chained.on_show == {"native": ["drink@1"]}
    assert chained.shown == [Shown(key="drink@1", by="native", has_buttons=True)]
    assert chained.chain.name == "native"


def test_one_that_fails_hands_over(chained: Chained) -> None:
    chained.native.error = "No bus."
    chained.chain.show(a_notice())
    assert chained.on_show == {"plyer": ["drink@1"]}
    assert chained.shown == [Shown(key="drink@1", by="plyer", has_buttons=False)]
    assert not chained.failed
    assert chained.chain.name == "plyer"
    assert not chained.chain.has_buttons


def test_one_that_fails_late_hands_over_then(chained: Chained) -> None:
    chained.native.is_slow = True
    chained.chain.show(a_notice())
    assert chained.on_show == {}
    chained.native.fail("drink@1")
    assert chained.on_show == {"plyer": ["drink@1"]}


def test_the_newest_text_is_handed_over(chained: Chained) -> None:
    chained.native.is_slow = True
    chained.chain.show(a_notice(title="Old"))
    chained.chain.show(a_notice(title="New"))
    chained.native.fail("drink@1")
    assert [notice.title for notice in chained.plyer.asked] == ["New"]


def test_only_when_all_fail_is_it_told(chained: Chained) -> None:
    for link in (chained.native, chained.plyer, chained.window):
        link.error = f"{link.name} is broken."
    chained.chain.show(a_notice())
    assert chained.failed == [
        NotifierFailure(
            key="drink@1", error="native: native is broken.; plyer: plyer is broken.; window: window is broken."
        )
    ]
    assert not chained.shown


def test_one_that_failed_is_passed_over_for_a_while(chained: Chained, clock: FakeClock) -> None:
    chained.native.error = "No bus."
    chained.chain.show(a_notice("drink@1"))
    chained.native.error = ""
    clock.advance(AWHILE - timedelta(seconds=1))
    chained.chain.show(a_notice("drink@2"))
    assert chained.on_show == {"plyer": ["drink@1", "drink@2"]}
    clock.advance(timedelta(seconds=1))
    assert chained.chain.name == "native"
    chained.chain.show(a_notice("drink@3"))
    assert chained.on_show == {"native": ["drink@3"], "plyer": ["drink@1", "drink@2"]}


def test_a_clock_set_back_does_not_pass_it_over_for_longer(chained: Chained, clock: FakeClock) -> None:
    chained.native.fail("", "No bus.")
    clock.jump(-timedelta(days=1))
    assert chained.chain.name == "native"


def test_one_whose_service_is_back_is_used_again(chained: Chained) -> None:
    chained.native.fail("", "No server.")
    assert chained.chain.name == "plyer"
    chained.chain.trust("native")
    assert chained.chain.name == "native"


def test_when_all_failed_lately_all_are_tried_all_the_same(chained: Chained) -> None:
    for link in (chained.native, chained.plyer, chained.window):
        link.fail("", "It was broken.")
    chained.plyer.error = "It still is."
    chained.native.error = "It still is."
    chained.chain.show(a_notice())
    assert chained.on_show == {"window": ["drink@1"]}


def test_a_replacement_leaves_the_old_place(chained: Chained) -> None:
    chained.native.fail("", "No server.")
    chained.chain.show(a_notice())
    assert chained.on_show == {"plyer": ["drink@1"]}
    chained.chain.trust("native")
    chained.chain.show(a_notice(title="New"))
    assert chained.on_show == {"native": ["drink@1"]}


def test_withdrawing_reaches_whoever_has_it(chained: Chained) -> None:
    chained.native.error = chained.plyer.error = "Broken."
    chained.chain.show(a_notice())
    assert chained.on_show == {"window": ["drink@1"]}
    chained.chain.withdraw("drink@1")
    assert chained.on_show == {}


def test_what_was_withdrawn_is_not_handed_over(chained: Chained) -> None:
    chained.native.is_slow = True
    chained.chain.show(a_notice())
    chained.chain.withdraw("drink@1")
    chained.native.fail("drink@1")
    assert chained.on_show == {}
    assert not chained.failed


def test_what_the_wrong_one_says_is_out_of_date(chained: Chained) -> None:
    chained.native.error = "Broken."
    chained.chain.show(a_notice())
    chained.native.press("drink@1", Answer.DRANK)
    chained.native.finish(a_notice())
    assert not chained.pressed
    assert [shown.by for shown in chained.shown] == ["plyer"]
    chained.plyer.press("drink@1", Answer.OPEN)
    assert chained.pressed == [Press(key="drink@1", answer=Answer.OPEN)]


def test_a_notice_that_could_not_be_answered_goes_where_it_can(chained: Chained) -> None:
    chained.native.has_buttons = False
    chained.chain.show(a_notice())
    chained.native.on_show.clear()
    chained.chain.show_with_buttons(a_notice())
    assert chained.on_show == {"window": ["drink@1"]}


def test_a_notice_that_was_clicked_on_opens_in_the_window(chained: Chained) -> None:
    chained.chain.show(a_notice())
    chained.chain.show_with_buttons(a_notice())
    assert chained.on_show == {"window": ["drink@1"]}
    chained.window.on_show.clear()
    chained.chain.show_with_buttons(a_notice())
    assert chained.on_show == {"window": ["drink@1"]}


def test_where_there_is_no_window_a_click_brings_the_buttons_back(clock: FakeClock, qtbot: QtBot) -> None:
    native, terminal = RecordingNotifier("native"), RecordingNotifier("terminal", has_buttons=False)
    chain = NotifierChain((native, terminal), clock)
    chain.show(a_notice())
    native.on_show.clear()
    chain.show_with_buttons(a_notice())
    assert list(native.on_show) == ["drink@1"]


@pytest.mark.parametrize("is_over", [True, False])
def test_it_goes_nowhere_when_it_is_over_or_nobody_has_buttons(chained: Chained, is_over: bool) -> None:
    chained.native.has_buttons = False
    chained.chain.show(a_notice())
    if is_over:
        chained.chain.withdraw("drink@1")
    else:
        chained.window.has_buttons = False
    chained.chain.show_with_buttons(a_notice())
    assert chained.window.asked == []


def test_closing_closes_all(chained: Chained) -> None:
    chained.chain.show(a_notice())
    chained.chain.close()
    assert chained.on_show == {}
    assert chained.native.is_closed
    assert chained.plyer.is_closed
    assert chained.window.is_closed


@pytest.fixture
def real(qtbot: QtBot, clock: FakeClock, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """The chain as it is on Linux, with a window that is not there."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desk.session.bus_address)
    native = FreedesktopNotifier(NotificationServer(SessionBus(), clock), answered_within=timedelta(seconds=20))
    window = RecordingNotifier("window")
    chain = NotifierChain((native, PlyerNotifier(), window), clock)
    native.recovered.connect(chain.trust)
    yield Stage(notifier=chain, on_show=lambda: [(notice.title, notice.body) for notice in window.on_show.values()])
    chain.close()


@pytest.mark.desktop
def test_a_frozen_desktop_ends_in_the_own_window_while_the_event_loop_runs(
    desk: Desk, real: Stage, qtbot: QtBot
) -> None:
    ticks: list[None] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(None))
    timer.start(10)
    desk.session.freeze_notifications()
    assert isinstance(real.notifier, NotifierChain)
    native = real.notifier._links[0]
    assert isinstance(native, FreedesktopNotifier)
    native._answered_within_ms = 200
    real.notifier.show(a_notice())
    wait_for(qtbot, lambda: bool(real.shown))
    assert [shown.by for shown in real.shown] == ["window"]
    assert len(real.on_show()) == 1
    assert len(ticks) > 20
    assert real.notifier.name == "window"


@pytest.mark.desktop
def test_a_click_in_dunst_opens_the_window(desk: Desk, real: Stage, qtbot: QtBot) -> None:
    real.notifier.show(a_notice())
    wait_for(qtbot, lambda: bool(real.shown))
    desk.wait_for_notification()
    desk.click()
    wait_for(qtbot, lambda: real.presses == [Press(key="drink@1", answer=Answer.OPEN)])
    assert isinstance(real.notifier, NotifierChain)
    real.notifier.show_with_buttons(a_notice())
    wait_for(qtbot, lambda: desk.shown == ())
    assert [shown.by for shown in real.shown] == ["freedesktop", "window"]


@pytest.mark.desktop
def test_a_server_that_comes_late_is_taken_up_again(desk: Desk, real: Stage, qtbot: QtBot) -> None:
    desk.session.stop_notifications()
    real.notifier.show(a_notice("drink@1"))
    wait_for(qtbot, lambda: [shown.by for shown in real.shown] == ["window"])
    desk.session.start_notifications()
    wait_for(qtbot, lambda: real.notifier.name == "freedesktop")
    real.notifier.show(a_notice("drink@2"))
    wait_for(qtbot, lambda: [shown.by for shown in real.shown] == ["window", "freedesktop"])
