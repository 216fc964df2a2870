"""What the relief stands on here, put together: part of the composition root, which imports it late."""

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QPageSize, QPainter

from desktop.adapters.region import country
from desktop.adapters.shortcut import Shortcut
from desktop.engine import Engine
from desktop.ports import Notifier
from desktop.relief_desk import Builders, Outside, ReliefDesk

if TYPE_CHECKING:
    from desktop.adapters.voice import Voice


class _Speech(QObject):
    """The voice, found when there is something to say for the first time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._voice: Voice | None = None

    def say(self, words: str) -> None:
        """Say some words, instead of what was still being said."""
        if self._voice is None:
            from desktop.adapters.voice import Voice

            self._voice = Voice(parent=self)
        self._voice.say(words)

    def hush(self) -> None:
        """Say no more."""
        if self._voice is not None:
            self._voice.silence()


def relief_desk(engine: Engine, notifier: Notifier, build: Builders, parent: QObject) -> ReliefDesk:
    """A desk with the voice, the printer and the country of this machine.

    Args:
        engine: Its journal keeps the records.
        notifier: Reminds of the cold pack.
        build: Makes the windows.
        parent: The owner.
    """
    speech = _Speech(parent)
    outside = Outside(
        notifier=notifier,
        say=speech.say,
        hush=speech.hush,
        print_page=_print_page,
        shortcut=shortcut_here(parent),
    )
    return ReliefDesk(engine, outside, country(), build, parent)


def _print_page(paint: Callable[[QPainter], None], paper: QPageSize) -> bool:
    from desktop.adapters.printing import print_page

    return print_page(paint, paper)


def shortcut_here(parent: QObject | None = None) -> Shortcut:
    """The way of this desktop: its portal under Wayland, the X server's own otherwise; on other systems there is none.

    Windows and macOS would need a hook in the event loop of the system, which Qt does not offer from Python: the tray
    menu and ``uncramp relief``, which any desktop can bind to a key, are the way there.
    """
    if sys.platform != "linux":
        return Shortcut(parent)
    if os.environ.get("WAYLAND_DISPLAY"):
        from desktop.adapters.shortcut_portal import PortalShortcut

        return PortalShortcut(parent=parent)
    if os.environ.get("DISPLAY"):
        from desktop.adapters.shortcut_x11 import X11Shortcut

        return X11Shortcut(parent=parent)
    return Shortcut(parent)
