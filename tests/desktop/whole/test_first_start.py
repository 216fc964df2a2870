"""The first start of all, as a person has it: five steps, a real sample, and settings that say what was said."""

import tomllib

import pytest

from tests.desktop.whole.resident import Resident
from tests.session_bus import wait_until

pytestmark = pytest.mark.desktop

WELCOME = "^Welcome "


def keys(uncramp: Resident, *names: str) -> None:
    """Type on the window that has the keyboard."""
    for name in names:
        uncramp.desk.xdotool("key", "--clearmodifiers", name)


def take_keyboard(uncramp: Resident) -> None:
    """Go to the window, and wait until it has the keyboard."""
    (window,) = uncramp.desk.windows(WELCOME)
    uncramp.desk.xdotool("windowactivate", "--sync", window)
    wait_until(lambda: uncramp.desk.xdotool("getwindowfocus") == window, "the window has the keyboard")


def test_from_the_first_start_to_todays_plan_by_keyboard(uncramp: Resident) -> None:
    host = uncramp.desk.tray_host()
    host.start()
    uncramp.start(FIRST_START="1")
    wait_until(lambda: uncramp.desk.windows(WELCOME), "the first minute opens")
    take_keyboard(uncramp)
    keys(uncramp, "Return", "space", "Return", "space", "Return", "Return")
    keys(uncramp, "shift+Tab", "shift+Tab")
    wait_until(lambda: _asks_for_sample(uncramp), "the sample is shown")
    sample = uncramp.desk.wait_for_notification("This is a sample")
    uncramp.desk.press("Later", sample)
    wait_until(lambda: not uncramp.desk.shown, "the sample goes")
    keys(uncramp, "Escape")
    wait_until(lambda: uncramp.desk.windows("^Today "), "Today opens")
    settings = tomllib.loads((uncramp.home / "settings.toml").read_text())
    assert settings["you"]["doctor_limits_fluids"]
    assert settings["bedtime"]["on"]
    assert not settings["drink"]["on"]
    wait_until(lambda: not uncramp.planned("drink"), "no drink is planned")


def test_escape_is_asked_only_once(uncramp: Resident) -> None:
    uncramp.start(FIRST_START="1")
    wait_until(lambda: uncramp.desk.windows(WELCOME), "the first minute opens")
    take_keyboard(uncramp)
    keys(uncramp, "Escape")
    wait_until(lambda: uncramp.desk.windows("^Today "), "Today opens")
    assert not (uncramp.home / "settings.toml").exists()
    assert uncramp.ask("quit").status == 0
    uncramp.ended()
    uncramp.start(FIRST_START="1")
    wait_until(lambda: uncramp.desk.windows("^Today "), "Today opens, for there is no tray")
    assert not uncramp.desk.windows(WELCOME)


def _asks_for_sample(uncramp: Resident) -> bool:
    """Press what has the keyboard until the sample comes."""
    if not uncramp.desk.shown:
        keys(uncramp, "space")
    return bool(uncramp.desk.shown)
