"""logind: suspend and resume, and the lock of the session where the desktop tells logind of it.

Source: systemd, org.freedesktop.login1(5).
"""

import os
import re
from datetime import datetime, timedelta

from desktop.adapters.presence_bus import Place, PresenceBus, value
from desktop.adapters.sensor import Sensor
from desktop.adapters.session_bus import BusSignal, Reply
from desktop.ports import Clock
from desktop.sensing import Matter, Resumed

LOGIND = "org.freedesktop.login1"
_MANAGER = Place(service=LOGIND, path="/org/freedesktop/login1", interface=f"{LOGIND}.Manager")
_OWN_USER = Place(service=LOGIND, path="/org/freedesktop/login1/user/self", interface=f"{LOGIND}.User")
_SESSION = f"{LOGIND}.Session"
_PLACE = re.compile(r"(/[A-Za-z0-9_]+)+")


class LogindSensor(Sensor):
    """Listens on the system bus."""

    name = "logind"

    def __init__(self, bus: PresenceBus, clock: Clock) -> None:
        """Store the bus, which several sensors share and the composition root opens."""
        super().__init__()
        self._bus, self._clock = bus, clock
        self._slept_at: datetime | None = None
        self._session = ""
        bus.watch(LOGIND)
        bus.listen(LOGIND, _MANAGER.interface, "PrepareForSleep")
        bus.listen(LOGIND, "org.freedesktop.DBus.Properties", "PropertiesChanged")
        bus.came.connect(self._on_came)
        bus.went.connect(self._on_went)
        bus.heard.connect(self._on_heard)

    def _on_came(self, service: str) -> None:
        if service != LOGIND:
            return
        self.tell(Matter.SLEEP, is_so=True)
        session = os.environ.get("XDG_SESSION_ID", "")
        if session:
            self._bus.call(_MANAGER.call("GetSession", "s", session), self._on_session)
        else:
            self._bus.call(_MANAGER.call("GetSessionByPID", "u", os.getpid()), self._on_session)

    def _on_session(self, reply: Reply) -> None:
        """Started by the user's own systemd, the program is in no session: then it is that of the user's display."""
        if reply.error:
            self._bus.call(_OWN_USER.get("Display"), self._on_display)
        else:
            self._follow(value(reply))

    def _on_display(self, reply: Reply) -> None:
        found = value(reply)
        if isinstance(found, tuple) and found:
            self._follow(found[-1])

    def _follow(self, session: object) -> None:
        """Ask for the lock of a session; a place that is none would cost us the connection."""
        if not isinstance(session, str) or not _PLACE.fullmatch(session):
            return
        self._session = session
        place = Place(service=LOGIND, path=session, interface=_SESSION)
        self._bus.call(place.get("LockedHint"), self._on_locked)

    def _on_locked(self, reply: Reply) -> None:
        found = value(reply)
        self.tell(Matter.LOCK, is_so=found if isinstance(found, bool) else None)

    def _on_went(self, service: str) -> None:
        if service == LOGIND:
            self._session = ""
            self.tell(Matter.SLEEP, is_so=None)
            self.tell(Matter.LOCK, is_so=None)

    def _on_heard(self, signal: BusSignal) -> None:
        match signal.member, signal.body:
            case "PrepareForSleep", (bool(begins),) if signal.interface == _MANAGER.interface:
                self._on_sleep(begins=begins)
            case "PropertiesChanged", (str(interface), dict(changed), _) if (
                interface == _SESSION and signal.path == self._session and "LockedHint" in changed
            ):
                self.tell(Matter.LOCK, is_so=changed["LockedHint"] == ("b", True))

    def _on_sleep(self, *, begins: bool) -> None:
        """By the wall clock it is known how long the machine slept, if it was told of both."""
        now, since = self._clock.now(), self._slept_at
        self._slept_at = now if begins else None
        if not begins:
            self.happened.emit(Resumed(asleep=timedelta() if since is None else max(now - since, timedelta())))
