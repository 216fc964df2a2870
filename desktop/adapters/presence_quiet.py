"""Do not disturb, as the notification services know it: read when a prompt is due, and heard of where they tell.

Source: dunst, dunstctl(1); KDE, org.freedesktop.Notifications ``Inhibited``; Xfce, xfce4-notifyd and org.xfce.Xfconf;
mako(5); swaync, D-Bus interface.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.adapters.presence_bus import Place, PresenceBus, value
from desktop.adapters.sensor import Sensor
from desktop.adapters.session_bus import BusSignal, Reply
from desktop.sensing import Matter

if TYPE_CHECKING:
    from jeepney import Message

_SERVICE, _PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """How one service is asked whether it keeps notifications back."""

    name: str
    place: Place
    ask: "Callable[[Place], Message]"
    told_by: tuple[str, str]
    """Interface and member of the signal after which to ask again."""
    is_quiet: Callable[[Any], bool | None] = lambda found: found if isinstance(found, bool) else None
    """What the answer means; None where it is none."""


DUNST = Question(
    name="dunst",
    place=Place(service=_SERVICE, path=_PATH, interface="org.dunstproject.cmd0"),
    ask=lambda place: place.get("paused"),
    told_by=("org.freedesktop.DBus.Properties", "PropertiesChanged"),
)
KDE = Question(
    name="kde",
    place=Place(service=_SERVICE, path=_PATH, interface=_SERVICE),
    ask=lambda place: place.get("Inhibited"),
    told_by=("org.freedesktop.DBus.Properties", "PropertiesChanged"),
)
XFCE = Question(
    name="xfce",
    place=Place(service="org.xfce.Xfconf", path="/org/xfce/Xfconf", interface="org.xfce.Xfconf"),
    ask=lambda place: place.call("GetProperty", "ss", "xfce4-notifyd", "/do-not-disturb"),
    told_by=("org.xfce.Xfconf", "PropertyChanged"),
)
MAKO = Question(
    name="mako",
    place=Place(service=_SERVICE, path="/fr/emersion/Mako", interface="fr.emersion.Mako"),
    ask=lambda place: place.call("ListModes"),
    told_by=("org.freedesktop.DBus.Properties", "PropertiesChanged"),
    is_quiet=lambda found: "do-not-disturb" in found if isinstance(found, list) else None,
)
SWAYNC = Question(
    name="swaync",
    place=Place(
        service="org.erikreider.swaync.cc", path="/org/erikreider/swaync/cc", interface="org.erikreider.swaync.cc"
    ),
    ask=lambda place: place.call("GetDnd"),
    told_by=("org.erikreider.swaync.cc", "Subscribe"),
)
QUESTIONS = (DUNST, KDE, XFCE, MAKO, SWAYNC)


class QuietSensor(Sensor):
    """Asks one service."""

    read_only = (Matter.DO_NOT_DISTURB,)

    def __init__(self, bus: PresenceBus, question: Question) -> None:
        """Store the bus, which several sensors share, and what to ask on it."""
        super().__init__()
        self.name = question.name
        self._bus, self._question = bus, question
        bus.watch(question.place.service)
        bus.listen(question.place.service, *question.told_by)
        bus.came.connect(self._on_came)
        bus.went.connect(self._on_went)
        bus.heard.connect(self._on_heard)

    def read(self, done: Callable[[], None]) -> None:
        """Ask."""
        self._bus.once_known(lambda: self._read(done))

    def _read(self, done: Callable[[], None]) -> None:
        if not self._bus.is_there(self._question.place.service):
            done()
            return

        def on_reply(reply: Reply) -> None:
            self._on_answer(reply)
            done()

        self._ask(on_reply)

    def _ask(self, on_reply: Callable[[Reply], None]) -> None:
        self._bus.call(self._question.ask(self._question.place), on_reply)

    def _on_answer(self, reply: Reply) -> None:
        self.tell(Matter.DO_NOT_DISTURB, is_so=self._question.is_quiet(value(reply)))

    def _on_came(self, service: str) -> None:
        if service == self._question.place.service:
            self._ask(self._on_answer)

    def _on_went(self, service: str) -> None:
        if service == self._question.place.service:
            self.tell(Matter.DO_NOT_DISTURB, is_so=None)

    def _on_heard(self, signal: BusSignal) -> None:
        if (signal.interface, signal.member) == self._question.told_by and signal.path == self._question.place.path:
            self._ask(self._on_answer)
