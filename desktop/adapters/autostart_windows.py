"""Start at sign-in on Windows: a value of the person's own Run key. It was tried with a fake of the registry alone.

Source: Microsoft, Run and RunOnce Registry Keys. What Task Manager's list of start-up programs switches off stands in
the key StartupApproved, whose first byte is odd then (not documented by Microsoft; observed widely).
"""

from subprocess import list2cmdline
from typing import Any

from desktop.adapters.autostart import AutostartError, Command

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
VALUE = "Uncramp"


class RunKey:
    """The port `desktop.adapters.autostart.Autostart`."""

    def __init__(self, command: Command, registry: Any) -> None:  # noqa: ANN401 the module has types on Windows alone
        """Store what is to start.

        Args:
            command: This program. Where its files are cannot be handed over here: Windows keeps that with the person.
            registry: The module ``winreg``.
        """
        self._command, self._registry = command, registry

    @property
    def place(self) -> str:
        """The key."""
        return rf"HKEY_CURRENT_USER\{RUN}"

    def is_on(self) -> bool:
        """Whether the value is there and Task Manager has not switched it off."""
        if self._value(RUN) is None:
            return False
        approved = self._value(APPROVED)
        return not (isinstance(approved, bytes) and approved[:1] and approved[0] % 2)

    def turn(self, *, on: bool) -> None:
        """Write the value, or take it away; what Task Manager remembers of it goes too."""
        registry = self._registry
        try:
            if on:
                with registry.CreateKey(registry.HKEY_CURRENT_USER, RUN) as key:
                    registry.SetValueEx(key, VALUE, 0, registry.REG_SZ, list2cmdline(self._command.words))
            else:
                self._delete(RUN)
            self._delete(APPROVED)
        except OSError as error:
            raise AutostartError.of(error) from error

    def _value(self, path: str) -> object:
        registry = self._registry
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, path) as key:
                value: object = registry.QueryValueEx(key, VALUE)[0]
                return value
        except OSError:
            return None

    def _delete(self, path: str) -> None:
        registry = self._registry
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, path, 0, registry.KEY_SET_VALUE) as key:
                registry.DeleteValue(key, VALUE)
        except FileNotFoundError:
            return
