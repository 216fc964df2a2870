"""A red flag is true: nothing of Uncramp offers a stretch any more, wherever it was offered before."""

import pytest

from tests.desktop.whole.resident import EVENING, Resident
from tests.session_bus import wait_until

pytestmark = pytest.mark.desktop

RELIEF, GUIDE = "I have a cramp now", "Before bed"


def test_no_stretch_waits_behind_the_relief_once_a_flag_is_true(uncramp: Resident) -> None:
    desk = uncramp.desk
    uncramp.start(at=EVENING)
    desk.wait_for_notification("before bed")
    uncramp.ask("stretch", "bedtime")
    wait_until(lambda: desk.windows(GUIDE), "the guide is open")
    uncramp.ask("relief")
    wait_until(lambda: desk.windows(RELIEF), "the relief is open")
    (relief,) = desk.windows(RELIEF)

    def flagged() -> bool:
        desk.press_keys(relief, "0")
        return not desk.windows(GUIDE)

    wait_until(flagged, "the guide is gone")
    desk.press_keys(relief, "Escape")
    wait_until(lambda: not desk.windows(RELIEF), "the relief is closed")
    wait_until(lambda: not desk.shown, "no notification asks to stretch")
    assert uncramp.planned("bedtime") == []
