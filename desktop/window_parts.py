"""The windows, built when they are first wanted, and what is opened outside of Uncramp.

Part of the composition root `desktop.app`.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl

from desktop.errors import UncrampError
from desktop.front import Front
from desktop.settings import places
from schedules.settings import Settings

if TYPE_CHECKING:
    from desktop.adapters.appearance import Appearance
    from desktop.adapters.settings_watch import SettingsWatch
    from desktop.windows.calendar import CalendarWindow
    from desktop.windows.card import CardWindow
    from desktop.windows.guide import GuideWindow
    from desktop.windows.heat import HeatWindow
    from desktop.windows.help import HelpWindow
    from desktop.windows.relief import ReliefWindow
    from desktop.windows.schedule import ScheduleWindow
    from desktop.windows.settings import SettingsWindow
    from desktop.windows.settings_files import FileDialogs
    from desktop.windows.welcome import WelcomeWindow


def settings_file_opened() -> Path:
    """Have the desktop open the settings file, made first where there is none.

    Raises:
        UncrampError: It cannot be made.
    """
    from desktop.settings import writer

    path = places.settings_path()
    if not path.exists():
        writer.create(path)
    open_outside(str(path))
    return path


def restore_finished() -> UncrampError | None:
    """Go on with a restore that was broken off, before anything is read; what keeps it from its end."""
    if not (places.home() / "restore.ready").exists():
        return None
    from desktop.records.files import own_files
    from desktop.records.restoring import finish

    try:
        finish(own_files())
    except UncrampError as error:
        return error
    return None


def open_outside(path: str) -> None:
    """Have the desktop open a file or folder."""
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(path))


def open_on_the_web(address: str) -> None:
    """Have the browser open a page."""
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl(address))


def relief_window(appearance: "Appearance", front: Front) -> "ReliefWindow":
    """The relief, in its own colours."""
    from desktop.windows.relief import ReliefWindow

    window = ReliefWindow(appearance.look)
    window.evidence_requested.connect(lambda card_id: front.open_evidence(card_id, window.scheme))
    window.evidence_unwanted.connect(front.close_evidence)
    appearance.changed.connect(window.dress)
    return window


def guide_window(appearance: "Appearance", front: Front) -> "GuideWindow":
    """The guide."""
    from desktop.windows.guide import GuideWindow

    window = GuideWindow()
    window.evidence_requested.connect(front.open_evidence)
    window.follow(appearance.look)
    appearance.changed.connect(window.follow)
    return window


def welcome_window(appearance: "Appearance") -> "WelcomeWindow":
    """The first minute."""
    from desktop.windows.welcome import WelcomeWindow

    window = WelcomeWindow()
    window.follow(appearance.look)
    appearance.changed.connect(window.follow)
    return window


def help_window() -> "HelpWindow":
    """*When to get help*."""
    from desktop.windows.help import HelpWindow

    return HelpWindow()


def calendar_window() -> "CalendarWindow":
    """The person's calendar."""
    from desktop.windows.calendar import CalendarWindow

    return CalendarWindow()


def heat_window(front: Front) -> "HeatWindow":
    """The window of the weather."""
    from desktop.windows.heat import HeatWindow

    window = HeatWindow()
    window.signs_requested.connect(front.signs_requested)
    window.evidence_requested.connect(front.open_evidence)
    window.address_requested.connect(front.address_requested)
    return window


def settings_written(watch: "SettingsWatch", changes: Mapping[str, object]) -> None:
    """Change some keys of the settings file, and have it read at once.

    Raises:
        UncrampError: It could not be written, or it cannot be understood.
    """
    from desktop.settings import writer

    writer.write(places.settings_path(), changes)
    watch.look()


def settings_saved(watch: "SettingsWatch", settings: Settings) -> None:
    """Make the settings file say certain settings, and have it read at once.

    Raises:
        UncrampError: It could not be written, or it cannot be understood.
    """
    from desktop.settings import writer

    writer.save(places.settings_path(), settings)
    watch.look()


def card_window() -> "CardWindow":
    """The bedside card."""
    from desktop.windows.card import CardWindow

    return CardWindow()


def schedule_window() -> "ScheduleWindow":
    """The schedule editor."""
    from desktop.windows.schedule import ScheduleWindow

    return ScheduleWindow()


def settings_window() -> "SettingsWindow":
    """The settings."""
    from desktop.windows.settings import SettingsWindow

    return SettingsWindow()


def file_dialogs() -> "FileDialogs":
    """What asks for files."""
    from desktop.windows.settings_files import FileDialogs

    return FileDialogs()
