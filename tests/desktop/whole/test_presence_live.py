"""Prompts wait while the person is not to be disturbed, and come when that is over: the whole program, on a desk."""

from datetime import timedelta

import pytest

from tests.desktop.adapters.presence_service import PresenceService
from tests.desktop.whole.resident import EVENING, Resident
from tests.session_bus import wait_until

pytestmark = pytest.mark.desktop

SCREEN_SAVER, PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"


def test_nothing_comes_while_dunst_is_paused_and_the_prompt_comes_after(uncramp: Resident) -> None:
    uncramp.start()
    wait_until(lambda: uncramp.status()["presence"]["do_not_disturb"] is False, "dunst has said that it is not paused")
    dunst = uncramp.desk.session.dunst
    dunst.pause(is_paused=True)
    try:
        wait_until(lambda: uncramp.status()["presence"]["do_not_disturb"] is True, "dunst has told that it is paused")
        uncramp.leap_to("drink")
        wait_until(lambda: uncramp.planned("drink")[0] < uncramp.clock.now(), "the prompt is due and held")
        assert uncramp.desk.session.record.all == ()
        assert "do not disturb is on" in uncramp.ask("status").out
    finally:
        dunst.pause(is_paused=False)
    uncramp.desk.wait_for_notification("glass")


def test_a_locked_screen_holds_and_unlocking_settles_first(uncramp: Resident) -> None:
    saver = PresenceService(uncramp.desk.session.bus_address, SCREEN_SAVER)
    saver.answers["GetActive"] = ("b", (True,))
    try:
        uncramp.start(at=EVENING - timedelta(minutes=2))
        wait_until(lambda: uncramp.status()["presence"]["locked"] is True, "the screen is known to be locked")
        assert uncramp.status()["presence"]["known_by"]["locked"] == SCREEN_SAVER
        uncramp.clock.move(timedelta(minutes=2))
        uncramp.stir()
        saver.answers["GetActive"] = ("b", (False,))
        saver.emit(PATH, SCREEN_SAVER, "ActiveChanged", "b", False)
        wait_until(lambda: uncramp.status()["presence"]["locked"] is False, "the screen is known to be unlocked")
        assert uncramp.status()["presence"]["back_since"] is not None
        assert uncramp.desk.session.record.all == (), "nothing comes before the person has settled"
        uncramp.clock.move(timedelta(minutes=3))
        uncramp.stir()
        uncramp.desk.wait_for_notification("before bed")
    finally:
        saver.end()


def test_a_bus_that_never_answers_holds_nobody_up(uncramp: Resident) -> None:
    """A service that takes questions and answers none: the decision goes on without it."""
    saver = PresenceService(uncramp.desk.session.bus_address, SCREEN_SAVER)
    saver.answers |= {"GetActive": lambda _: None, "GetSessionIdleTime": lambda _: None}
    try:
        uncramp.start(at=EVENING)
        uncramp.desk.wait_for_notification("before bed")
        wait_until(lambda: "GetSessionIdleTime" in [asked for asked, _ in saver.asked], "it was asked")
        assert uncramp.status()["presence"]["locked"] is None
    finally:
        saver.end()
