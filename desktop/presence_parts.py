"""Builds what knows of the person on this platform, and joins it to the engine: a part of the composition root."""

import os
import sys
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from desktop.adapters.sensor import Sensor
from desktop.engine import Engine
from desktop.ports import Clock
from desktop.presence import PresenceWatch
from desktop.sensing import AwaySpan


def sensors(app: QCoreApplication, clock: Clock, parent: QObject) -> list[Sensor]:
    """What there is to ask on this platform; that it is there to answer is another matter.

    Args:
        app: Hears the messages of Windows.
        clock: The time.
        parent: The owner of what several share.
    """
    from desktop.adapters.presence_zone import ZoneSensor

    if sys.platform == "win32":
        from desktop.adapters.presence_windows import WindowsSensor

        return [WindowsSensor(app, clock)]
    if sys.platform == "darwin":
        from desktop.adapters.presence_macos import MacSensor

        return [MacSensor(clock), ZoneSensor()]
    from desktop.adapters.presence_call import CallSensor
    from desktop.adapters.presence_clock import ClockSensor

    # The last one asks what others know better.
    *on_the_buses, by_the_screen_saver = _on_the_buses(clock, parent)
    display = _of_the_display(clock)
    return [*on_the_buses, *display, by_the_screen_saver, ClockSensor(), ZoneSensor(), CallSensor()]


def join_presence(watch: PresenceWatch, engine: Engine) -> None:
    """What happens to the person changes what is due."""

    def credit(away: AwaySpan) -> None:
        engine.credit_break(away.since, away.until)

    for signal in (watch.changed, watch.resumed, watch.unlocked, watch.pause_begun, watch.zone_changed):
        signal.connect(engine.look_again)
    watch.clock_stepped.connect(lambda _by: engine.look_again())
    watch.came_back.connect(credit)
    # Only while a prompt waits for a pause is anybody asked to tell of one.
    engine.changed.connect(lambda: watch.wait_for_pause(is_wanted=bool(engine.announced)))


def _of_the_display(clock: Clock) -> list[Sensor]:
    """An X server under a Wayland compositor sees only the keys of its own windows: it is not asked there."""
    wayland, x11 = os.environ.get("WAYLAND_DISPLAY", ""), os.environ.get("DISPLAY", "")
    if wayland:
        from desktop.adapters.presence_wayland import WaylandSensor
        from desktop.adapters.wayland_wire import WaylandWire

        return [WaylandSensor(partial(WaylandWire, wayland), clock)]
    if x11:
        from desktop.adapters.presence_x11 import X11Sensor
        from desktop.adapters.x11_wire import X11Wire

        return [X11Sensor(X11Wire(x11), clock)]
    return []


def _on_the_buses(clock: Clock, parent: QObject) -> list[Sensor]:
    """Several sensors share a connection, which is opened once they have said what they want to hear."""
    from desktop.adapters.presence_bus import BusOpener, PresenceBus
    from desktop.adapters.presence_gnome_quiet import GnomeQuietSensor
    from desktop.adapters.presence_logind import LogindSensor
    from desktop.adapters.presence_mutter import MutterSensor
    from desktop.adapters.presence_quiet import QUESTIONS, QuietSensor
    from desktop.adapters.presence_screensaver import PATHS, ScreenSaverIdleSensor, ScreenSaverSensor
    from desktop.adapters.session_bus import SessionBus, system_address

    system = PresenceBus(SessionBus(address=system_address, parent=parent), clock, parent=parent)
    session = PresenceBus(SessionBus(parent=parent), clock, parent=parent)
    return [
        LogindSensor(system, clock),
        MutterSensor(session, clock),
        *(ScreenSaverSensor(session, service) for service in PATHS),
        *(QuietSensor(session, question) for question in QUESTIONS),
        GnomeQuietSensor(session),
        BusOpener(system),
        BusOpener(session),
        ScreenSaverIdleSensor(session, clock),
    ]
