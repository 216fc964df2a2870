"""What the menus and the windows offer a person, and what a person asks for: values both sides of the wall share.

Windows and adapters never import each other; what they have in common stands here, and needs no Qt.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from desktop.ports import Button, LogEntry, Press
from schedules.prompts import Answer
from schedules.settings import Units


class PauseChoice(StrEnum):
    """How long to be left alone. A pause always has an end."""

    HALF_HOUR = "30m"
    HOUR = "1h"
    TOMORROW = "until-tomorrow"
    """Until the next waking day begins."""
    MEETING = "meeting"
    """Until it is resumed, an hour at most."""
    CUSTOM = "custom"
    """As long as the person says when asked."""


class LogChoice(StrEnum):
    """What can be logged with one click beside a glass."""

    MUG = "mug"
    LARGE_GLASS = "large-glass"
    HOT_DRINK = "hot-drink"
    """Coffee or tea."""
    STRETCHED = "stretched"
    STOOD_UP = "stood-up"
    RODE = "rode"
    CRAMP = "cramp"
    """A cramp that is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptOffer:
    """A prompt, as it can be answered from a menu or a window."""

    key: str
    title: str
    """The question that its notification asks."""
    name: str = ""
    """What it is in a few words, as in a list; empty where the title has to do."""
    due_at: datetime
    reason: str = ""
    """Why this and why now, one line."""
    evidence: str = ""
    """The id of the evidence card behind it; empty where there is none."""
    buttons: tuple[Button, ...]
    """The same as its notification has; the first does what the prompt asks for."""

    def press(self, answer: Answer) -> Press:
        """The press that gives an answer to this prompt."""
        return Press(key=self.key, answer=answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideOffer:
    """A routine that can be started."""

    routine: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """Everything that can be done from the tray's menu, and from the Actions menu where there is no tray."""

    now: datetime
    zone: ZoneInfo
    """Of the person's clock."""
    units: Units = Units.METRIC
    glass_ml: int | None = 250
    """None where no drink is to be mentioned: a doctor limits the fluids."""
    mug_ml: int | None = 300
    large_glass_ml: int | None = 400
    """None where no drink is to be mentioned, and where the person wants none prompted."""
    hot_drink_ml: int | None = 200
    """The same, of coffee or tea."""
    waiting: PromptOffer | None = None
    """The prompt that waits for an answer."""
    held: str = ""
    """What is due and waits for a better moment, in a few words."""
    next: PromptOffer | None = None
    """The next of the plan."""
    undo: LogEntry | None = None
    """The entry that was logged last, which can be taken back."""
    paused_until: datetime | None = None
    guides: tuple[GuideOffer, ...] = ()
    heat: bool = True
    """Whether the window of the weather is offered: heat prompts are on."""

    def drinks(self) -> dict[LogChoice, int | None]:
        """The choices that are drinks, in millilitres; None for one that is not offered, as all where no glass is."""
        offered = {
            LogChoice.MUG: self.mug_ml,
            LogChoice.LARGE_GLASS: self.large_glass_ml,
            LogChoice.HOT_DRINK: self.hot_drink_ml,
        }
        return offered if self.glass_ml is not None else dict.fromkeys(offered)
