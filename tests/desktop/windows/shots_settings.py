"""Pictures of the Settings window."""

from dataclasses import replace

from desktop.settings_state import Action
from desktop.windows.settings import SettingsWindow
from tests.desktop.settings_life import SettingsLife
from tests.shots import Shot


def settings(at: str = "", **changes: object) -> SettingsWindow:
    """The window, scrolled to a row."""
    life = SettingsLife()
    window = SettingsWindow()
    window.tell(replace(life.desk.state(), **changes))  # type: ignore[arg-type]
    if at:
        window.show()
        window.go_to_row(at)
    return window


def found(typed: str) -> SettingsWindow:
    """The window with something searched for."""
    window = settings()
    window.search_for(typed)
    return window


def wrong() -> SettingsWindow:
    """The window with a number that was not taken."""
    life = SettingsLife()
    life.set("prompts.most_per_day", "a lot")
    life.set("prompts.sound", "on")
    window = SettingsWindow()
    window.tell(life.desk.state())
    return window


def asked() -> SettingsWindow:
    """The window before everything is deleted."""
    life = SettingsLife()
    life.desk.act(Action.DELETE)
    window = SettingsWindow()
    window.tell(life.desk.state())
    window.show()
    window.go_to_row("delete")
    return window


SHOTS = (
    Shot(name="settings", build=settings, width=1040, height=820, looks=("light", "dark", "large")),
    Shot(name="settings-wrong", build=wrong, width=720, height=640, looks=("light",)),
    Shot(name="settings-appearance", build=lambda: settings("larger"), width=1040, height=820),
    Shot(name="settings-privacy", build=lambda: settings("network"), width=1040, height=820, looks=("light", "dark")),
    Shot(name="settings-delete", build=asked, width=720, height=640, looks=("light", "contrast")),
    Shot(name="settings-about", build=lambda: settings("emergency number"), width=1040, height=820, looks=("light",)),
    Shot(name="settings-search", build=lambda: found("glass"), width=720, height=560, looks=("light",)),
    Shot(name="settings-small", build=settings, width=320, height=480, looks=("light", "large")),
)
