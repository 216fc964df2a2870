"""Services that keep a screen on, as desktops have them: run it as a program with the name that it is to take.

Like the real ones it lets go of what a connection asked for when that connection is gone.
"""

import sys
from itertools import count

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

SCREEN_SAVER = "org.freedesktop.ScreenSaver"
GNOME = "org.gnome.SessionManager"
PORTAL = "org.freedesktop.portal.Desktop"
TESTS = "org.uncramp.Tests"
_REQUEST = "/org/freedesktop/portal/desktop/request/"
_ASKED_WITH = {SCREEN_SAVER: "ss", GNOME: "susu", PORTAL: "sua{sv}"}


def stage_hands(name: str) -> DBusAddress:
    """Where the tests ask what is held."""
    return DBusAddress("/", name, TESTS)


class ScreenService:
    """Holds what it was asked for."""

    def __init__(self, connection: DBusConnection, name: str) -> None:
        self._connection, self._name = connection, name
        self._numbers = count(1)
        self._held: dict[object, tuple[str, str]] = {}
        """Sender and reason by cookie, or by the path of the request."""

    def run(self) -> None:
        """Serve until the bus goes."""
        while True:
            message = self._connection.receive()
            if message.header.message_type is MessageType.method_call:
                self._serve(message)
            elif message.header.fields.get(HeaderFields.member) == "NameOwnerChanged" and not message.body[2]:
                self._held = {key: held for key, held in self._held.items() if held[0] != message.body[0]}

    def _serve(self, call: Message) -> None:
        fields = call.header.fields
        sender = fields[HeaderFields.sender]
        match fields[HeaderFields.member]:
            case "Inhibit" if fields[HeaderFields.signature] == _ASKED_WITH[self._name]:
                self._hold(call, sender)
            case "UnInhibit" | "Uninhibit":
                self._held.pop(call.body[0], None)
                self._reply(call)
            case "Close":
                self._held.pop(fields[HeaderFields.path], None)
                self._reply(call)
            case "Held":
                self._reply(call, "as", [reason for _, reason in self._held.values()])
            case _:
                self._connection.send(new_error(call, "org.freedesktop.DBus.Error.UnknownMethod"))

    def _hold(self, call: Message, sender: str) -> None:
        number = next(self._numbers)
        if self._name == PORTAL:
            path = f"{_REQUEST}{number}"
            self._held[path] = (sender, call.body[2]["reason"][1])
            self._reply(call, "o", path)
        else:
            self._held[number] = (sender, call.body[1] if self._name == SCREEN_SAVER else call.body[2])
            self._reply(call, "u", number)

    def _reply(self, call: Message, signature: str | None = None, *body: object) -> None:
        self._connection.send(new_method_return(call, signature, body))


def main() -> None:
    with open_dbus_connection() as connection:
        service = ScreenService(connection, sys.argv[1])
        owners = MatchRule(type="signal", sender="org.freedesktop.DBus", member="NameOwnerChanged")
        connection.send_and_get_reply(message_bus.AddMatch(owners))
        connection.send_and_get_reply(message_bus.RequestName(sys.argv[1]))
        service.run()


if __name__ == "__main__":
    main()
