"""A wish: what a planner would like next. The conductor decides what becomes of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from schedules.frame import Frame
from schedules.ledger import Ledger
from schedules.prompts import HeldWhy, Kind, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One kind of prompt, when it would be due, and until when it still makes sense."""

    kind: Kind
    due_at: datetime
    latest_at: datetime
    """The last moment at which to show it."""
    expires_at: datetime | None = None
    """None for the usual time."""
    volume_ml: int | None = None
    """Wanted; the conductor keeps it under the hourly ceiling."""
    routine: str | None = None
    reason: Callable[[datetime], Reason]
    """The facts, for the moment at which it is shown after all."""
    held_why: HeldWhy | None = None
    """Set when the planner itself holds it back."""
    earliest_at: datetime | None = None
    """To no earlier time can a person move it; None where any time will do."""
    chosen: bool = False
    """The person chose its time: it comes neither earlier nor, for the day's budget, later."""


Planner = Callable[[Frame, Ledger], Wish | None]
"""The next wish of a kind after what the ledger holds; None when there is none left in the day."""
