"""The Settings page on a real desktop, by keyboard: found, changed, tried out, and at last everything deleted."""

from pathlib import Path

import pytest

from desktop.settings.places import settings_path
from tests.desk import Desk
from tests.session_bus import wait_until

pytestmark = pytest.mark.desktop


def kept(tmp_path: Path) -> set[str]:
    """Every file of the person's that there is, without what the desk itself keeps."""
    folders = ("home", "user", "run")
    return {str(path.relative_to(tmp_path)) for name in folders for path in (tmp_path / name).rglob("*")}


def search(desk: Desk, typed: str) -> None:
    """Look for something, and go on to the first thing that is found."""
    desk.xdotool("key", "ctrl+f")
    desk.xdotool("key", "ctrl+a")
    desk.xdotool("type", "--delay", "20", typed)
    desk.xdotool("key", "Tab")


def test_a_person_sets_tries_and_deletes_everything(desk: Desk, tmp_path: Path) -> None:
    before = kept(tmp_path)
    settings_path().write_text("# mine\n")  # so that it is no first start
    process = desk.start()
    wait_until(
        lambda: desk.run("status").returncode == 0 and "running" in desk.run("status", "--json").stdout, "it runs"
    )
    assert desk.run("log", "drink", "250ml").returncode == 0
    assert desk.run("show", "settings").returncode == 0
    wait_until(lambda: desk.windows("Settings – Uncramp"), "the window")
    desk.xdotool("windowfocus", "--sync", desk.windows("Settings – Uncramp")[0])

    search(desk, "sound with a prompt")
    desk.xdotool("key", "space")
    wait_until(lambda: "sound = true" in settings_path().read_text(), "the setting is written")
    assert settings_path().read_text().startswith("# mine\n")

    search(desk, "start uncramp when")
    desk.xdotool("key", "space")
    entry = tmp_path / "user" / "config" / "autostart" / "uncramp.desktop"
    wait_until(entry.exists, "it starts at sign-in")

    search(desk, "how prompts are shown")
    desk.xdotool("key", "space")
    sample = desk.wait_for_notification("This is a sample.")
    desk.press("Did it", sample)
    wait_until(lambda: not desk.shown, "a press takes it away")
    desk.xdotool("windowfocus", "--sync", desk.windows("Settings – Uncramp")[0])

    search(desk, "delete everything")
    desk.xdotool("key", "space")
    desk.xdotool("key", "Tab")
    assert (tmp_path / "home" / "uncramp.db").exists()
    desk.xdotool("key", "space")
    assert process.wait(timeout=20) == 0
    assert kept(tmp_path) == before - {"home"}
    assert not entry.exists()
