"""What stands in the small window in which an entry of the log is made or changed."""

from dataclasses import dataclass
from enum import StrEnum

from schedules.history import Muscle, Side
from schedules.settings import Effort, Units


class EntryKind(StrEnum):
    """What an entry is about."""

    DRINK = "drink"
    STRETCH = "stretch"
    RIDE = "ride"
    STOOD_UP = "stood-up"
    EXERCISE = "exercise"
    CRAMP = "cramp"


class EntryField(StrEnum):
    """A question of the window."""

    WHEN = "when"
    AMOUNT = "amount"
    LASTED = "lasted"
    EFFORT = "effort"
    MUSCLE = "muscle"
    SIDE = "side"
    SEVERITY = "severity"
    NOTE = "note"


FIELDS = {
    EntryKind.DRINK: (EntryField.AMOUNT, EntryField.WHEN),
    EntryKind.STRETCH: (EntryField.WHEN, EntryField.LASTED),
    EntryKind.RIDE: (EntryField.WHEN, EntryField.LASTED),
    EntryKind.STOOD_UP: (EntryField.WHEN,),
    EntryKind.EXERCISE: (EntryField.WHEN, EntryField.LASTED, EntryField.EFFORT),
    EntryKind.CRAMP: (
        EntryField.WHEN,
        EntryField.MUSCLE,
        EntryField.SIDE,
        EntryField.SEVERITY,
        EntryField.LASTED,
        EntryField.NOTE,
    ),
}
"""What is asked of each kind, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryDraft:
    """An entry as it is typed; whatever is empty is not known."""

    kind: EntryKind
    when: str = ""
    amount: str = ""
    lasted: str = ""
    """Minutes."""
    effort: Effort = Effort.MODERATE
    muscle: Muscle | None = None
    side: Side | None = None
    severity_nrs: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """The window."""

    title: str
    draft: EntryDraft
    kinds: tuple[EntryKind, ...] = ()
    """What it can be; empty for an entry that is there already, and stays what it is."""
    units: Units = Units.METRIC

    @property
    def is_new(self) -> bool:
        """Whether the entry is still to be made."""
        return bool(self.kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """What cannot be taken, and where it stands."""

    field: EntryField
    words: str
