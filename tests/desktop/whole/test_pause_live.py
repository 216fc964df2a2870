"""A pause always has an end, shows, and outlives the program."""

from datetime import timedelta

import pytest

from tests.desktop.whole.resident import EVENING, WEDNESDAY, Resident
from tests.session_bus import wait_until

pytestmark = pytest.mark.desktop


def test_a_pause_outlives_a_kill(uncramp: Resident) -> None:
    uncramp.start()
    uncramp.ask("pause", "until", "15:00")
    uncramp.kill()
    uncramp.start()
    assert uncramp.status()["paused_until"] == "2026-07-15T15:00:00-05:00"
    uncramp.ask("resume")
    assert uncramp.status()["paused_until"] is None


def test_tomorrow_is_when_the_next_waking_day_begins(uncramp: Resident) -> None:
    uncramp.start(at=WEDNESDAY.replace(hour=23, minute=40))
    uncramp.ask("pause", "until", "tomorrow")
    assert uncramp.status()["paused_until"] == "2026-07-16T07:00:00-05:00"


def test_what_is_on_show_goes_with_a_pause_and_comes_again_after_it(uncramp: Resident) -> None:
    uncramp.start(at=EVENING)
    uncramp.desk.wait_for_notification("before bed")
    uncramp.ask("pause", "10m")
    wait_until(lambda: not uncramp.desk.shown, "the notification goes")
    uncramp.clock.move(timedelta(minutes=11))
    uncramp.ask("resume")
    uncramp.desk.wait_for_notification("before bed")
