"""A tray host for tests: run as a program it owns ``org.kde.StatusNotifierWatcher``, as the panel of a desktop does."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.session_bus import BusClient, wait_until

WATCHER = "org.kde.StatusNotifierWatcher"
_WATCHER_AT = DBusAddress("/StatusNotifierWatcher", WATCHER, WATCHER)


class Watcher:
    """Keeps the list of tray icons, and says that a host shows them."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection
        self._items: dict[str, str] = {}
        """Who registered each, by what it registered."""

    def run(self) -> None:
        """Serve until killed."""
        gone = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
        self._connection.send_and_get_reply(message_bus.AddMatch(gone))
        self._connection.send_and_get_reply(message_bus.RequestName(WATCHER))
        self._tell("StatusNotifierHostRegistered")
        while True:
            self._take(self._connection.receive())

    def _take(self, message: Message) -> None:
        fields = message.header.fields
        member = fields.get(HeaderFields.member)
        if message.header.message_type is MessageType.signal and member == "NameOwnerChanged":
            name, _, owner = message.body
            if not owner:
                self._forget(name)
        elif message.header.message_type is MessageType.method_call:
            self._connection.send(self._answer(member, fields[HeaderFields.sender], message))

    def _answer(self, member: str, sender: str, message: Message) -> Message:
        if member == "RegisterStatusNotifierItem":
            (service,) = message.body
            item = sender + service if service.startswith("/") else service
            self._items[item] = sender
            self._tell("StatusNotifierItemRegistered", "s", item)
            return new_method_return(message)
        if member == "RegisterStatusNotifierHost":
            return new_method_return(message)
        if member == "Get":
            return new_method_return(message, "v", (self._properties()[message.body[1]],))
        if member == "GetAll":
            return new_method_return(message, "a{sv}", (self._properties(),))
        return new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")

    def _properties(self) -> dict[str, tuple[str, object]]:
        return {
            "IsStatusNotifierHostRegistered": ("b", True),
            "ProtocolVersion": ("i", 0),
            "RegisteredStatusNotifierItems": ("as", list(self._items)),
        }

    def _forget(self, name: str) -> None:
        for item in [item for item, owner in self._items.items() if name in {item, owner}]:
            del self._items[item]
            self._tell("StatusNotifierItemUnregistered", "s", item)

    def _tell(self, member: str, signature: str | None = None, *body: object) -> None:
        self._connection.send(new_signal(_WATCHER_AT, member, signature, body))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the tray icon's menu."""

    id: int
    label: str
    """Without the mark of its access key; empty for a separator."""
    enabled: bool
    checked: bool | None
    """None where it cannot be checked."""
    entries: tuple["Entry", ...]
    """What its submenu holds."""


class TrayItem:
    """A tray icon, as the panel sees it."""

    def __init__(self, client: BusClient, service: str) -> None:
        self._client = client
        name, slash, path = service.partition("/")
        self._name = name
        self._at = DBusAddress(slash + path or "/StatusNotifierItem", name, "org.kde.StatusNotifierItem")

    @property
    def title(self) -> str:
        """The icon's name, for people who cannot see it."""
        return str(self._property("Title"))

    @property
    def tooltip(self) -> str:
        """What hovering shows: title and text."""
        _, _, title, text = self._property("ToolTip")
        return f"{title}\n{text}".strip()

    @property
    def status(self) -> str:
        """``Active``, ``Passive`` or ``NeedsAttention``."""
        return str(self._property("Status"))

    @property
    def pictures(self) -> dict[tuple[int, int], bytes]:
        """The icon in each of its sizes: ARGB, 32 bits, network byte order."""
        return {(width, height): bytes(pixels) for width, height, pixels in self._property("IconPixmap")}

    @property
    def menu(self) -> tuple[Entry, ...]:
        """The menu, read anew."""
        self._menu_call("AboutToShow", "i", 0)
        _, layout = self._menu_call("GetLayout", "iias", 0, -1, [])
        return _entry(layout).entries

    def activate(self) -> None:
        """Click the icon with the left button."""
        self._client.call(self._at, "Activate", "ii", 0, 0)

    def choose(self, *labels: str) -> None:
        """Choose a line of the menu, by its label and those of the menus above it.

        Raises:
            LookupError: There is no such line, or it is greyed out.
        """
        entries = self.menu
        found = None
        for label in labels:
            found = next((entry for entry in entries if entry.label == label), None)
            if found is None or not found.enabled:
                raise LookupError(label, [entry.label for entry in entries])
            entries = found.entries
        assert found is not None
        self._menu_call("Event", "isvu", found.id, "clicked", ("s", ""), 0)

    def _property(self, name: str) -> Any:  # noqa: ANN401  a property has any type
        return self._client.property(self._at, name)

    def _menu_call(self, method: str, signature: str, *body: object) -> tuple[Any, ...]:
        at = DBusAddress(str(self._property("Menu")), self._name, "com.canonical.dbusmenu")
        return self._client.call(at, method, signature, *body)


def _entry(layout: tuple[int, dict[str, tuple[str, Any]], list[tuple[str, Any]]]) -> Entry:
    number, told, below = layout
    properties = {name: value for name, (_, value) in told.items()}
    return Entry(
        id=number,
        label=str(properties.get("label", "")).replace("__", "\0").replace("_", "").replace("\0", "_"),
        enabled=bool(properties.get("enabled", True)),
        checked=bool(properties.get("toggle-state")) if properties.get("toggle-type") else None,
        entries=tuple(_entry(entry) for _, entry in below if entry[1].get("visible", ("b", True))[1]),
    )


class TrayHost:
    """A panel that tests bring up, kill and bring up again."""

    def __init__(self, client: BusClient, start: Callable[[list[str]], None], end: Callable[[], None]) -> None:
        self._client = client
        self._start = start
        self._end = end

    def start(self) -> None:
        """Bring the panel up."""
        self._start([sys.executable, "-m", "tests.status_notifier"])
        wait_until(lambda: self._client.owned(WATCHER), "the tray host owns its name")

    def stop(self) -> None:
        """Kill the panel."""
        self._end()
        wait_until(lambda: not self._client.owned(WATCHER), "the tray host gives up its name")

    @property
    def items(self) -> tuple[TrayItem, ...]:
        """The icons in the panel."""
        services = self._client.property(_WATCHER_AT, "RegisteredStatusNotifierItems")
        return tuple(TrayItem(self._client, service) for service in services)

    def wait_for_item(self) -> TrayItem:
        """The one icon in the panel, once it is there."""
        wait_until(lambda: self.items, "a tray icon registers")
        (item,) = self.items
        return item


if __name__ == "__main__":
    with open_dbus_connection("SESSION") as session:
        Watcher(session).run()
