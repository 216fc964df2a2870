"""What Uncramp tells of itself: trouble with the settings or the records, and a missing display."""

from desktop.errors import UncrampError
from desktop.ports import Notice
from desktop.wording.catalog import _

TITLE, BODY = 60, 250
"""Characters that every platform's notification shows whole."""

SETTINGS_KEY = "about the settings"
STORE_KEY = "about the records"
PUT_RIGHT_KEY = "about the records that were put right"
GUIDE_KEY = "about the guides"
SAMPLE_KEY = "a sample prompt"


def about(key: str, error: UncrampError) -> Notice:
    """An error as a notice: what is too long for its title goes into its text whole."""
    if len(error.title) <= TITLE:
        return Notice(key=key, title=error.title, body=error.remedy[:BODY])
    return Notice(key=key, title=_("Something about Uncramp itself"), body=f"{error.title} {error.remedy}"[:BODY])


def settings_title() -> str:
    """The settings file cannot be used."""
    return _("The settings file has an error")


def headless() -> str:
    """It was started without a display."""
    return _("There is no display, so Uncramp runs without windows. Prompts come as notifications and here.")


def no_display() -> str:
    """A window was asked for without a display."""
    return _("There is no display to show a window on.")


def no_display_remedy() -> str:
    """What to do about it."""
    return _("Run this on the desktop.")
