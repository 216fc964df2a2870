"""The calls of the Desktop Notifications Specification, as messages.

Source: freedesktop.org, Desktop Notifications Specification 1.2 (2011), chapters 9 (protocol) and 5 to 8 (hints).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.adapters.notice_text import as_markup, one_line, plain
from desktop.ports import Notice
from desktop.wording.catalog import _

if TYPE_CHECKING:
    from jeepney import Message

SERVICE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
DEFAULT_ACTION = "default"
"""What a server reports when the body was clicked."""
EXPIRED, DISMISSED, _CLOSED_BY_A_CALL, UNDEFINED = 1, 2, 3, 4
"""Why a bubble was closed."""
_NORMAL = 1
_AS_THE_SERVER_LIKES = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Abilities:
    """What a notification server said it can do."""

    actions: bool = False
    """It shows buttons and reports clicks."""
    markup: bool = False
    """It reads the body as markup."""


def notify(notice: Notice, *, replaces: int, abilities: Abilities, icon: str) -> "Message":
    """Show a notice, in the place of another bubble when `replaces` is not 0.

    The title is never markup. The body is where the server says so, and only there may it be escaped.
    """
    body = plain(notice.body)
    hints: dict[str, tuple[str, object]] = {
        "urgency": ("y", _NORMAL),
        "desktop-entry": ("s", "uncramp"),
        "category": ("s", "x-uncramp.prompt"),
    }
    if notice.sound:
        hints["sound-name"] = ("s", "message-new-instant")
    else:
        hints["suppress-sound"] = ("b", True)
    return _call(
        "Notify",
        "susssasa{sv}i",
        "Uncramp",
        replaces,
        icon,
        one_line(notice.title),
        as_markup(body) if abilities.markup else body,
        _actions(notice) if abilities.actions else [],
        hints,
        _AS_THE_SERVER_LIKES,
    )


def _actions(notice: Notice) -> list[str]:
    """Keys and labels by turns, the click on the body first."""
    buttons = [(button.answer.value, one_line(button.label)) for button in notice.buttons]
    return [part for action in [(DEFAULT_ACTION, _("Open")), *buttons] for part in action]


def close(bubble: int) -> "Message":
    """Take a bubble away."""
    return _call("CloseNotification", "u", bubble)


def get_capabilities() -> "Message":
    """Ask what the server can do."""
    return _call("GetCapabilities")


def get_server_information() -> "Message":
    """Ask for the server's name, vendor and version."""
    return _call("GetServerInformation")


def subscriptions() -> "Iterable[Message]":
    """Ask the bus for the server's signals, and for word of its coming and going."""
    from jeepney import MatchRule, message_bus

    for member in ("ActionInvoked", "NotificationClosed"):
        yield message_bus.AddMatch(
            MatchRule(type="signal", sender=SERVICE, interface=SERVICE, member=member, path=PATH)
        )
    owner = MatchRule(type="signal", sender="org.freedesktop.DBus", member="NameOwnerChanged")
    owner.add_arg_condition(0, SERVICE)
    yield message_bus.AddMatch(owner)


def _call(method: str, signature: str = "", *body: object) -> "Message":
    from jeepney import DBusAddress, new_method_call

    address = DBusAddress(PATH, bus_name=SERVICE, interface=SERVICE)
    return new_method_call(address, method, signature or None, body)
