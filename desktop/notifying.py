"""Builds the chain of notifiers for the platform and what there is on it."""

import sys
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QSystemTrayIcon

from desktop.adapters.notifier_chain import Link, NotifierChain
from desktop.adapters.notifier_plyer import PlyerNotifier
from desktop.adapters.notifier_tray import TrayNotifier
from desktop.adapters.session_bus import SessionBus, session_address
from desktop.ports import Clock


def notifier_chain(clock: Clock, icon: Callable[[], QSystemTrayIcon | None], last: Link) -> NotifierChain:
    """Native notifications, then plyer, then the tray's own bubble, then Uncramp's own small window.

    Args:
        clock: For the time until a notifier that failed is tried again.
        icon: The tray icon of the moment.
        last: Uncramp's own window.
    """
    links: list[Link] = [PlyerNotifier(), TrayNotifier(icon), last]
    if sys.platform in ("win32", "darwin"):
        links[:2] = links[1::-1]  # there the bubble is the native notification
    return _chain([*_native(clock), *links], clock)


def headless_chain(clock: Clock, terminal: Link) -> NotifierChain:
    """Without a display: native notifications if a session bus answers, else the terminal."""
    return _chain([*_native(clock), terminal], clock)


def _native(clock: Clock) -> list[Link]:
    if not session_address():
        return []
    from desktop.adapters.notification_server import NotificationServer
    from desktop.adapters.notifier_dbus import FreedesktopNotifier

    return [FreedesktopNotifier(NotificationServer(SessionBus(), clock))]


def _chain(links: Sequence[Link], clock: Clock) -> NotifierChain:
    chain = NotifierChain(links, clock)
    for link in links:
        for name, slot in (("recovered", chain.trust), ("left_unanswered", chain.show_with_buttons)):
            signal = getattr(link, name, None)
            if signal is not None:
                signal.connect(slot)
        prepare = getattr(link, "prepare", None)
        if prepare is not None:
            prepare()
    return chain
