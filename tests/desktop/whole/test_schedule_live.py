"""The schedule editor on a whole desk: opened by a command, used with the keyboard, and no obstacle at the end."""

import pytest

from desktop.settings.reader import read
from tests.desktop.whole.resident import Resident
from tests.session_bus import wait_until

pytestmark = pytest.mark.desktop


def editor(uncramp: Resident) -> str:
    """The window, with the keyboard in it."""
    assert uncramp.ask("show", "schedule").status == 0
    wait_until(lambda: uncramp.desk.windows("Your days"), "the editor opens")
    (window,) = uncramp.desk.windows("Your days")
    uncramp.desk.xdotool("windowactivate", "--sync", window)
    return window


def keys(uncramp: Resident, *names: str) -> None:
    uncramp.desk.xdotool("key", "--delay", "40", *names)


def test_a_kind_of_day_is_added_by_keyboard_saved_and_the_program_ends_in_spite_of_a_draft(uncramp: Resident) -> None:
    uncramp.start()
    file = uncramp.home / "settings.toml"
    editor(uncramp)
    keys(uncramp, *["Tab"] * 5, "space", "ctrl+s")  # past import, export and two kinds of day
    wait_until(lambda: file.exists() and len(read(file).days) == 3, "it is saved")
    assert read(file).days[2].name == "New day"
    keys(uncramp, "Escape")
    wait_until(lambda: not uncramp.desk.windows("Your days"), "the editor closes")

    editor(uncramp)
    keys(uncramp, *["Tab"] * 6, "space", "Escape")
    assert uncramp.desk.windows("Your days")
    uncramp.ask("quit")
    assert uncramp.ended() == 0
    assert len(read(file).days) == 3
