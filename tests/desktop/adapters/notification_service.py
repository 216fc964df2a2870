"""A notification service that can less than a real one: run it as a program, and tell it over the bus what to do.

Arguments: the capabilities it claims. With ``--silent`` it answers `Notify` only when it is told to, by `Answer`; with
``--forgetful`` it never answers the first question for its capabilities.
"""

import sys
from itertools import count

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
STAGE_HANDS = DBusAddress(PATH, NAME, "org.uncramp.Tests")
"""Where the tests tell it what to do."""


class NotificationService:
    """Holds what it was asked and emits what it is told."""

    def __init__(self, connection: DBusConnection, arguments: list[str]) -> None:
        self._connection = connection
        self._capabilities = [word for word in arguments if not word.startswith("--")]
        self._is_silent = "--silent" in arguments
        self._is_forgetful = "--forgetful" in arguments
        self._numbers = count(1)
        self._held: list[Message] = []

    def run(self) -> None:
        """Serve until the bus goes."""
        while True:
            message = self._connection.receive()
            if message.header.message_type is MessageType.method_call:
                self._serve(message)

    def _serve(self, call: Message) -> None:
        match call.header.fields[HeaderFields.member]:
            case "GetCapabilities" if self._is_forgetful:
                self._is_forgetful = False
            case "GetCapabilities":
                self._reply(call, "as", self._capabilities)
            case "GetServerInformation":
                self._reply(call, "ssss", "stand-in", "Uncramp", "1", "1.2")
            case "Notify" if self._is_silent:
                self._held.append(call)
            case "Notify":
                self._reply(call, "u", call.body[1] or next(self._numbers))
            case "CloseNotification":
                self._reply(call)
                self._emit("NotificationClosed", "uu", call.body[0], 3)
            case "Answer":
                for held in self._held:
                    self._reply(held, "u", next(self._numbers))
                self._held.clear()
                self._reply(call)
            case "Act" | "Close" as told:
                member, signature = {"Act": ("ActionInvoked", "us"), "Close": ("NotificationClosed", "uu")}[told]
                self._emit(member, signature, *call.body)
                self._reply(call)
            case _:
                self._connection.send(new_error(call, "org.freedesktop.DBus.Error.UnknownMethod"))

    def _reply(self, call: Message, signature: str | None = None, *body: object) -> None:
        self._connection.send(new_method_return(call, signature, body))

    def _emit(self, member: str, signature: str, *body: object) -> None:
        self._connection.send(new_signal(DBusAddress(PATH, interface=NAME), member, signature, body))


def main() -> None:
    with open_dbus_connection() as connection:
        service = NotificationService(connection, sys.argv[1:])
        connection.send_and_get_reply(message_bus.RequestName(NAME))
        service.run()


if __name__ == "__main__":
    main()
