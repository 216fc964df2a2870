"""The machine's time zone, noticed when it becomes another one while Uncramp runs.

Source: localtime(5); systemd, org.freedesktop.timedate1(5), whose service changes the link that is watched here.
"""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher

from desktop.adapters.sensor import Sensor
from desktop.adapters.zone import LOCALTIME, system_zone
from desktop.sensing import Matter, ZoneChanged


class ZoneSensor(Sensor):
    """Watches the folder of the link: the link is replaced, not written to."""

    name = "localtime"

    def __init__(self, link: Path = LOCALTIME, zone: Callable[[], str] = lambda: system_zone().key) -> None:
        """Store what tells of the zone.

        Args:
            link: What is replaced when the zone changes.
            zone: The name of the zone that holds now.
        """
        super().__init__()
        self._link, self._zone = link, zone
        self._before = ""
        self._watcher: QFileSystemWatcher | None = None

    def start(self) -> None:
        """Watch."""
        self._before = self._zone()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self.look)
        if self._watcher.addPath(str(self._link.parent)):
            self.tell(Matter.ZONE, is_so=True)

    def close(self) -> None:
        """Watch no longer."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None

    def look(self) -> None:
        """Tell when the zone is another one than before."""
        zone = self._zone()
        if zone == self._before:
            return
        self._before = zone
        if hasattr(time, "tzset"):
            time.tzset()  # the C library looks at the link only once: the log's times follow
        self.happened.emit(ZoneChanged())
