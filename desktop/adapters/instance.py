"""One instance for each user and each set of files: it listens for commands, and no second one can."""

import sys
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import SignalInstance

from desktop.adapters.conversation import Answer


class Instance(Protocol):
    """The listening end."""

    @property
    def replaced(self) -> SignalInstance:
        """Another instance has begun while nobody found the way to this one: this one is to end."""

    def listen(self) -> bool:
        """Begin to listen; False when another instance does.

        Raises:
            EndpointError: There is no safe place to listen.
        """

    def close(self) -> None:
        """Stop, so that another instance may begin. Whoever still waits for the end learns it then."""


def instance(answer: Answer, database: Path) -> Instance:
    """The listening end for this platform.

    Args:
        answer: What to answer to each command.
        database: The person's database: two homes mean two instances.
    """
    if sys.platform == "win32":
        from desktop.adapters.instance_pipe import PipeInstance

        return PipeInstance(answer, database)
    from desktop.adapters.instance_socket import SocketInstance

    return SocketInstance(answer, database)
