"""The accessibility bus of the tests: what a screen reader reads of a program, and presses in it (AT-SPI)."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from jeepney import DBusAddress

from tests.session_bus import BusClient, wait_until

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
_STATUS = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
_ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_PREFIX = "org.a11y.atspi"
_SHOWING = 25
"""The place of the state in AT-SPI's bit field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One thing in the tree, as a screen reader knows it. It is asked anew each time."""

    client: BusClient
    bus_name: str
    path: str

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.client.property(self._as("Accessible"), "Name"))

    @property
    def description(self) -> str:
        """What else is said of it."""
        return str(self.client.property(self._as("Accessible"), "Description"))

    @property
    def role(self) -> str:
        """What it is: ``push button``."""
        return str(self.client.call(self._as("Accessible"), "GetRoleName")[0])

    @property
    def interfaces(self) -> frozenset[str]:
        """What can be done with it, without the prefix they share."""
        names = self.client.call(self._as("Accessible"), "GetInterfaces")[0]
        return frozenset(name.removeprefix(f"{_PREFIX}.") for name in names)

    @property
    def children(self) -> tuple["Node", ...]:
        """What lies in it."""
        found = self.client.call(self._as("Accessible"), "GetChildren")[0]
        return tuple(Node(client=self.client, bus_name=bus_name, path=path) for bus_name, path in found)

    @property
    def value(self) -> tuple[float, float]:
        """The value of a bar, and its greatest."""
        face = self._as("Value")
        return float(self.client.property(face, "CurrentValue")), float(self.client.property(face, "MaximumValue"))

    @property
    def is_showing(self) -> bool:
        """Whether it is on the screen."""
        low, _high = self.client.call(self._as("Accessible"), "GetState")[0]
        return bool(low & 1 << _SHOWING)

    def press(self) -> None:
        """Do what a click does."""
        actions = self.client.call(self._as("Action"), "GetActions")[0]
        names = [action[0].lower() for action in actions]
        self.client.call(self._as("Action"), "DoAction", "i", names.index("press"))

    def walk(self) -> Iterator["Node"]:
        """It and everything in it that is on the screen, in the order in which it is read."""
        yield self
        for child in self.children:
            if child.is_showing:
                yield from child.walk()

    def find(self, role: str, is_it: Callable[[str], bool]) -> "Node":
        """The first thing of a role whose name fits, once there is one.

        Raises:
            TimeoutError: None came.
        """
        found: list[Node] = []

        def look() -> bool:
            with suppress(LookupError):  # what was there a moment ago may be gone
                found.extend(node for node in self.walk() if node.role == role and is_it(node.name))
            return bool(found)

        wait_until(look, f"a {role} on the accessibility bus")
        return found[0]

    def named(self, role: str, name: str) -> "Node":
        """The first thing of a role with a name, once there is one."""
        return self.find(role, lambda found: found == name)

    def names(self, role: str) -> list[str]:
        """What everything of a role on the screen is called, in the order in which it is read."""
        return [node.name for node in self.walk() if node.role == role]

    def _as(self, interface: str) -> DBusAddress:
        return DBusAddress(self.path, self.bus_name, f"{_PREFIX}.{interface}")


def desktop(session: BusClient) -> Node:
    """Where all programs hang that tell screen readers of themselves.

    Args:
        session: The session bus, on which the accessibility bus is asked for.
    """
    address = str(session.call(_STATUS, "GetAddress")[0])
    bus_name, path = _ROOT
    return Node(client=BusClient(address), bus_name=bus_name, path=path)
