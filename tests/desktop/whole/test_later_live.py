"""Later on a real desk: the button of a notification opens the window, and a reason given there changes the plan."""

import pytest

from tests.desktop.whole.resident import Resident
from tests.session_bus import wait_until

pytestmark = pytest.mark.desktop


def test_later_asks_why_and_a_reason_moves_the_prompt(uncramp: Resident) -> None:
    uncramp.start()
    uncramp.leap_to("drink")
    uncramp.desk.wait_for_notification("glass of water")
    uncramp.desk.press("Later")
    wait_until(lambda: uncramp.desk.windows("^Later$"), "the window is there")
    (window,) = uncramp.desk.windows("^Later$")
    uncramp.desk.xdotool("windowfocus", "--sync", window)

    uncramp.desk.xdotool("key", "Tab")
    uncramp.desk.xdotool("key", "space")

    def minutes() -> float:
        return (uncramp.planned("drink")[0] - uncramp.clock.now()).total_seconds() / 60

    wait_until(lambda: 58 <= minutes() <= 61, "it comes after the meeting")
    uncramp.desk.xdotool("key", "Escape")
    wait_until(lambda: not uncramp.desk.windows("^Later$"), "the window is gone")
