"""Starting at sign-in, the way of each platform; the state is always what the system says, never remembered."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop.errors import UncrampError
from desktop.wording.catalog import _


class AutostartError(UncrampError):
    """The system's list of what starts at sign-in cannot be read or changed."""

    @classmethod
    def of(cls, error: OSError) -> "AutostartError":
        """The same, with what the system says."""
        title = _("What starts at sign-in could not be changed: {reason}.").format(reason=error.strerror or error)
        return cls(title, _("It is as it was."))


class Autostart(Protocol):
    """The way of one platform."""

    @property
    def place(self) -> str:
        """Where the system keeps it, as a person can find it."""

    def is_on(self) -> bool:
        """Whether Uncramp starts at sign-in."""

    def turn(self, *, on: bool) -> None:
        """Have it start, or not.

        Raises:
            AutostartError: It could not be changed.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """How the program that runs now is started again."""

    words: tuple[str, ...]
    folder: Path | None = None
    """Where to start it; None where that does not matter."""
    environ: Mapping[str, str]
    """What it needs to find the same files."""
