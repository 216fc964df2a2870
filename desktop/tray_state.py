"""What the tray icon shows. It stands apart and imports next to nothing, so that the icon is up before all the rest."""

from dataclasses import dataclass
from enum import StrEnum


class TrayLook(StrEnum):
    """What the icon tells by its shape. Of several that hold, the one that stands last here is shown."""

    READY = "ready"
    HEAT = "heat"
    PAUSED = "paused"
    WAITING = "waiting"
    """A prompt waits for an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrayState:
    """The icon and the words that come with it."""

    look: TrayLook = TrayLook.READY
    tooltip: str = "Uncramp"
