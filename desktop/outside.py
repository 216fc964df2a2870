"""What the running application takes from outside: one bundle, so that a test can put another world in its place.

Part of the composition root `desktop.app`.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from desktop.adapters.clock import SystemClock
from desktop.adapters.notifier_chain import Link, NotifierChain
from desktop.adapters.notifier_terminal import TerminalNotifier
from desktop.adapters.qt_scheduler import QtWallClockScheduler
from desktop.adapters.store import SqliteStore
from desktop.adapters.tray import Tray
from desktop.adapters.zone import zone_of
from desktop.errors import UncrampError
from desktop.notifying import headless_chain, notifier_chain
from desktop.ports import Clock, Store
from desktop.settings import places
from schedules.gate import Presence


class RunningStore(Store, Protocol):
    """The store as the application opens it."""

    def open(self) -> UncrampError | None:
        """Open it; what there is to tell of that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """The ports of the running application."""

    clock: Clock
    store: RunningStore
    scheduler: Any
    """An APScheduler scheduler, which ships no types; it is started and shut down here."""
    terminal: TerminalNotifier
    """Says without a display what a prompt says elsewhere."""
    chain: Callable[[Tray | None, Link | None], NotifierChain]
    """The notifiers; given the tray's icon and Uncramp's own prompt window, where there is a display."""
    zone: Callable[[str], ZoneInfo] = zone_of
    """What the setting ``timezone`` means."""
    presence: Callable[[], Presence] | None = None
    """What is known of the person; None for what the sensors of this machine know."""


def machine(parent: QObject) -> Outside:
    """This machine."""
    clock = SystemClock()
    terminal = TerminalNotifier(sys.stdout, clock, parent=parent)

    def chain(tray: Tray | None, window: Link | None) -> NotifierChain:
        if tray is None or window is None:
            return headless_chain(clock, terminal)
        return notifier_chain(clock, lambda: tray.icon, window)

    return Outside(
        clock=clock,
        store=SqliteStore(places.database_path(), clock),
        scheduler=QtWallClockScheduler(),
        terminal=terminal,
        chain=chain,
    )
