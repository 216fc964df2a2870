"""The settings file is broken and mended while the program runs."""

import pytest

from tests.desktop.whole.resident import Resident
from tests.session_bus import wait_until

pytestmark = pytest.mark.desktop

GOOD = "version = 1\n[you]\ndrink_goal_ml = 1500\n"
BROKEN = "version = 1\n[you]\ndrink_goal_ml = 9000\n"


def test_a_broken_file_is_told_once_and_the_last_valid_settings_stay(uncramp: Resident) -> None:
    uncramp.settings(GOOD)
    uncramp.start()
    uncramp.settings(BROKEN)
    shown = uncramp.desk.wait_for_notification("settings file has an error")
    for words in ("settings.toml:3", "drink_goal_ml", "9000", "6000"):
        assert words in shown.body
    status = uncramp.status()
    assert status["goal_ml"] == 1500
    assert "settings.toml" in status["settings_problem"]
    assert "settings check" in uncramp.ask("status").err

    uncramp.settings(BROKEN + "glass_ml = 200\n")
    uncramp.settings(BROKEN)
    uncramp.ask("log", "drink", "200ml")
    assert [one.title for one in uncramp.desk.shown] == [shown.title]


def test_a_mended_file_is_picked_up_and_the_notice_goes(uncramp: Resident) -> None:
    uncramp.settings(BROKEN)
    uncramp.start()
    uncramp.desk.wait_for_notification("settings file has an error")
    assert uncramp.status()["goal_ml"] == 2000
    uncramp.settings(GOOD)
    wait_until(lambda: uncramp.status()["goal_ml"] == 1500, "the file is picked up")
    assert uncramp.status()["settings_problem"] is None
    wait_until(lambda: not uncramp.desk.shown, "the notice goes")


def test_a_file_that_comes_or_goes_while_it_runs_is_picked_up(uncramp: Resident) -> None:
    uncramp.start()
    uncramp.settings(GOOD)
    wait_until(lambda: uncramp.status()["goal_ml"] == 1500, "the file is picked up")
    (uncramp.home / "settings.toml").unlink()
    wait_until(lambda: uncramp.status()["goal_ml"] == 2000, "the defaults are back")


def test_a_changed_setting_changes_the_plan_that_is_in_force(uncramp: Resident) -> None:
    uncramp.start()
    assert uncramp.planned("drink")
    uncramp.settings("version = 1\n[drink]\non = false\n")
    wait_until(lambda: not uncramp.planned("drink"), "no more drinks are planned")
    assert uncramp.planned("move")
