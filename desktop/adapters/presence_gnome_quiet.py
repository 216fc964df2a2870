"""GNOME's do not disturb: a setting, which a program of GNOME reads and the settings' own service tells the changes of.

Source: gsettings-desktop-schemas, org.gnome.desktop.notifications; dconf, ca.desrt.dconf.Writer ``Notify``.
"""

from collections.abc import Callable

from desktop.adapters.answering_program import AnsweringProgram
from desktop.adapters.presence_bus import PresenceBus
from desktop.adapters.sensor import Sensor
from desktop.adapters.session_bus import BusSignal
from desktop.sensing import Matter

SHELL, _WRITER = "org.gnome.Shell", "ca.desrt.dconf"
_OURS = "/org/gnome/desktop/notifications/"


class GnomeQuietSensor(Sensor):
    """Reads the setting when GNOME's shell is there and whenever it changes, and never at any other time."""

    name = "gnome"

    def __init__(self, bus: PresenceBus, program: AnsweringProgram | None = None) -> None:
        """Store the bus, which several sensors share, and the program that reads the setting."""
        super().__init__()
        self._bus = bus
        self._program = program or AnsweringProgram(
            "gsettings", "get", "org.gnome.desktop.notifications", "show-banners", parent=self
        )
        bus.watch(SHELL)
        bus.watch(_WRITER)
        bus.listen(_WRITER, "ca.desrt.dconf.Writer", "Notify")
        bus.came.connect(self._on_came)
        bus.went.connect(self._on_went)
        bus.heard.connect(self._on_heard)

    def read(self, done: Callable[[], None]) -> None:
        """Nothing to read: every change is told."""
        done()

    def close(self) -> None:
        """End the program, if it runs."""
        self._program.close()

    def _on_came(self, service: str) -> None:
        if service == SHELL:
            self._program.ask(self._on_setting)

    def _on_setting(self, said: bytes | None) -> None:
        words = {b"true": False, b"false": True}
        self.tell(Matter.DO_NOT_DISTURB, is_so=words.get((said or b"").strip()))

    def _on_went(self, service: str) -> None:
        if service == SHELL:
            self.tell(Matter.DO_NOT_DISTURB, is_so=None)

    def _on_heard(self, signal: BusSignal) -> None:
        match signal.member, signal.body:
            case "Notify", (str(prefix), [*_], str()) if (
                prefix.startswith(_OURS) or _OURS.startswith(prefix)
            ) and self._bus.is_there(SHELL):
                self._program.ask(self._on_setting)
