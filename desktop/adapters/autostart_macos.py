"""Start at sign-in on macOS: a launch agent of the person's own. It was tried in a folder of a test, never on macOS.

Source: Apple, launchd.plist(5); Daemons and Services Programming Guide, Creating Launch Daemons and Agents.
"""

import plistlib
from pathlib import Path
from typing import Any

from desktop.adapters.autostart import AutostartError, Command
from desktop.settings import atomic

LABEL = "io.github.uncramp"


class LaunchAgent:
    """The port `desktop.adapters.autostart.Autostart`."""

    def __init__(self, command: Command, folder: Path) -> None:
        """Store what is to start.

        Args:
            command: This program.
            folder: ``Library/LaunchAgents`` of the person; it may not exist.
        """
        self._command, self._file = command, folder / f"{LABEL}.plist"

    @property
    def place(self) -> str:
        """The file."""
        return str(self._file)

    def is_on(self) -> bool:
        """Whether there is an agent that runs when it is loaded."""
        try:
            said = plistlib.loads(self._file.read_bytes())
        except (OSError, ValueError, plistlib.InvalidFileException):
            return False
        return isinstance(said, dict) and said.get("RunAtLoad") is True and not said.get("Disabled")

    def turn(self, *, on: bool) -> None:
        """Write the agent, or take it away; it counts from the next sign-in."""
        try:
            if on:
                atomic.replace(self._file, plistlib.dumps(self._agent()), last_check=lambda: None)
            else:
                self._file.unlink(missing_ok=True)
        except OSError as error:
            raise AutostartError.of(error) from error

    def _agent(self) -> dict[str, Any]:
        command = self._command
        agent: dict[str, Any] = {
            "Label": LABEL,
            "ProgramArguments": list(command.words),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
            "LimitLoadToSessionType": "Aqua",
        }
        if command.folder is not None:
            agent["WorkingDirectory"] = str(command.folder)
        if command.environ:
            agent["EnvironmentVariables"] = dict(command.environ)
        return agent
