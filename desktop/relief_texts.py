"""The texts of the relief: its guides, the words for red flags, notes and emergency numbers, read when first wanted."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from desktop.wording import texts
from schedules.guides.advice import FlagWords, Note, parse_flags, parse_notes
from schedules.guides.emergency import EmergencyNumber, parse_emergency_numbers
from schedules.guides.parse import parse
from schedules.guides.routine import Routine
from schedules.history import Muscle

_FOR_ANY = ("massage", "warmth", "cold")


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpTexts:
    """What *When to get help* says."""

    flags: tuple[FlagWords, ...]
    notes: tuple[Note, ...]

    def note(self, note_id: str) -> str:
        """A note by its id; empty where there is none."""
        return next((note.text for note in self.notes if note.id == note_id), "")


@cache
def relief_guides(muscle: Muscle | None = None) -> tuple[Routine, ...]:
    """The guides for a cramp that is there now; they come with Uncramp, so they are known to be right.

    Args:
        muscle: Only those for one muscle, and those for any: a third of them, in a third of the time. None for all.
    """
    wanted = ("relief-",) if muscle is None else tuple(f"relief-{name}" for name in (muscle, *_FOR_ANY))
    found = (entry for entry in (files("resources") / "guides").iterdir() if entry.name.startswith(wanted))
    guides = (parse(e.read_text(encoding="utf-8"), e.name) for e in sorted(found, key=lambda entry: entry.name))
    return tuple(texts.routine(written) for written in guides)


@cache
def emergency_numbers() -> tuple[EmergencyNumber, ...]:
    """The numbers of all countries."""
    return parse_emergency_numbers(_advice("emergency.toml"), "emergency.toml")


@cache
def help_texts() -> HelpTexts:
    """The advice that is shown in help, on the bedside card and at night."""
    return HelpTexts(
        flags=tuple(texts.flag(written) for written in parse_flags(_advice("red-flags.toml"), "red-flags.toml")),
        notes=tuple(texts.note(written) for written in parse_notes(_advice("notes.toml"), "notes.toml")),
    )


def _advice(name: str) -> str:
    return (files("resources") / "advice" / name).read_text(encoding="utf-8")
