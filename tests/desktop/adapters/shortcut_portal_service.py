"""A stand-in for the desktop's portal: run it as a program with ``grant`` or ``refuse``."""

import sys

from jeepney import DBusAddress, HeaderFields, Message, MessageType, message_bus, new_method_return, new_signal
from jeepney.io.blocking import DBusConnection, open_dbus_connection

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
STAGE_HANDS = DBusAddress(PATH, NAME, "org.uncramp.Tests")
"""Where the tests tell it what to do."""


class Portal:
    """Grants what it is asked for, or not."""

    def __init__(self, connection: DBusConnection, *, grants: bool) -> None:
        self._connection, self._grants = connection, grants
        self._session = ""
        self._bound: list[str] = []

    def run(self) -> None:
        """Serve until the bus goes."""
        while True:
            message = self._connection.receive()
            if message.header.message_type is MessageType.method_call:
                self._serve(message)

    def _serve(self, call: Message) -> None:
        body, sender = call.body, call.header.fields[HeaderFields.sender]
        match call.header.fields[HeaderFields.member]:
            case "CreateSession":
                path = self._reply_request(call, body[0]["handle_token"][1])
                self._session = f"{PATH}/session/{sender[1:].replace('.', '_')}/{body[0]['session_handle_token'][1]}"
                self._respond(path, {"session_handle": ("s", self._session)})
            case "BindShortcuts":
                assert body[0] == self._session
                self._bound = [name for name, _ in body[1]]
                path = self._reply_request(call, body[3]["handle_token"][1])
                self._respond(path, {"shortcuts": ("a(sa{sv})", body[1])})
            case "Press":
                self._emit(PATH, SHORTCUTS, "Activated", "osta{sv}", (self._session, body[0], 0, {}))
                self._connection.send(new_method_return(call))
            case "Bound":
                self._connection.send(new_method_return(call, "as", (self._bound,)))

    def _reply_request(self, call: Message, token: str) -> str:
        sender = call.header.fields[HeaderFields.sender][1:].replace(".", "_")
        path = f"{PATH}/request/{sender}/{token}"
        self._connection.send(new_method_return(call, "o", (path,)))
        return path

    def _respond(self, path: str, results: dict[str, tuple[str, object]]) -> None:
        body = (0, results) if self._grants else (1, {})
        self._emit(path, "org.freedesktop.portal.Request", "Response", "ua{sv}", body)

    def _emit(self, path: str, interface: str, member: str, signature: str, body: tuple[object, ...]) -> None:
        self._connection.send(new_signal(DBusAddress(path, interface=interface), member, signature, body))


if __name__ == "__main__":
    with open_dbus_connection("SESSION") as bus:
        bus.send_and_get_reply(message_bus.RequestName(NAME))
        Portal(bus, grants=sys.argv[1] == "grant").run()
