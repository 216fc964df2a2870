"""On a real Wayland compositor: prompts come at a pause, windows open, and the status tells what is known."""

import pytest

from tests.desktop.whole.resident import WEDNESDAY, Resident
from tests.session_bus import wait_until
from tests.sway import Sway, sway

__all__ = ["sway"]

pytestmark = pytest.mark.desktop


def test_the_day_goes_on_under_sway(uncramp: Resident, sway: Sway) -> None:
    uncramp.start(at=WEDNESDAY, **sway.env)
    wait_until(lambda: sway.shows("Today"), "without a tray the window comes in its place")

    wait_until(lambda: uncramp.status()["presence"]["known_by"].get("full_screen") == "wayland", "windows are seen")
    known = uncramp.status()["presence"]
    assert known["known_by"]["idle"] == "wayland"
    assert known["last_input_at"] is not None
    assert known["full_screen"] is False

    # Nobody says since when no key was pressed: the prompt waits until the compositor tells of a pause.
    uncramp.leap_to("drink")
    notification = uncramp.desk.wait_for_notification("glass")
    uncramp.desk.click()
    wait_until(lambda: sway.shows(notification.title), "the prompt opens in a window of ours")

    sway.tell("[title=Today] focus")
    sway.tell("fullscreen", "enable")
    wait_until(lambda: uncramp.status()["presence"]["full_screen"] is True, "a window that fills the screen is seen")
    sway.tell("fullscreen", "disable")
    wait_until(lambda: uncramp.status()["presence"]["full_screen"] is False, "and that it does no longer")
    assert "keys and mouse (wayland)" in uncramp.ask("status").out
    assert "screen lock" in uncramp.ask("status").out.split("Not known here", 1)[1]
