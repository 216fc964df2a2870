"""Everything for a cramp that is there now, joined: the relief, help, the ice timer and the bedside card."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.engine import Engine
from desktop.helping import Helping, HelpScreen
from desktop.icing import Icing
from desktop.ports import Notifier
from desktop.relieving import ReliefScreen, Relieving


@dataclass(frozen=True, slots=True, kw_only=True)
class Builders:
    """Make the windows when they are first wanted."""

    relief: Callable[[], ReliefScreen]
    help: Callable[[], HelpScreen]


class ReliefDesk(QObject):
    """Built by the composition root; `start` once the store was tried."""

    said = Signal(str)
    """Words for the voice, if it is allowed."""

    def __init__(
        self, engine: Engine, notifier: Notifier, country: str | None, build: Builders, parent: QObject | None = None
    ) -> None:
        """Build the parts and join them.

        Args:
            engine: Its journal keeps the records.
            notifier: Reminds of the cold pack.
            country: Two letters; None where it is not known.
            build: Makes the windows.
            parent: The owner.
        """
        super().__init__(parent)
        journal = engine.journal
        self.icing = Icing(journal, notifier, self)
        self.helping = Helping(journal, country, build.help, self)
        self.relieving = Relieving(
            journal=journal, icing=self.icing, helping=self.helping, build=build.relief, parent=self
        )
        self.relieving.said.connect(self.said)
        self.relieving.ended.connect(engine.replan)
        self.helping.relief_requested.connect(self.relieving.open)

    def start(self) -> None:
        """Read what was remembered, and go on with a cold pack of an earlier run."""
        self.helping.start()
        self.relieving.start()
        self.icing.start()

    def close(self) -> None:
        """Write what is not written yet."""
        self.relieving.close()
