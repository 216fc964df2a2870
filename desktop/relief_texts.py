"""The texts of the relief: its guides, the words for red flags, notes and emergency numbers, read when first wanted."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from desktop.wording import texts
from schedules.guides.advice import FlagWords, Note, parse_flags, parse_notes
from schedules.guides.emergency import EmergencyNumber, parse_emergency_numbers
from schedules.guides.parse import parse
from schedules.guides.routine import Routine


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpTexts:
    """What *When to get help* says."""

    flags: tuple[FlagWords, ...]
    numbers: tuple[EmergencyNumber, ...]
    notes: tuple[Note, ...]

    def note(self, note_id: str) -> str:
        """A note by its id; empty where there is none."""
        return next((note.text for note in self.notes if note.id == note_id), "")


@cache
def relief_guides() -> tuple[Routine, ...]:
    """The guides for a cramp that is there now; they come with Uncramp, so they are known to be right."""
    found = (entry for entry in (files("resources") / "guides").iterdir() if entry.name.startswith("relief-"))
    guides = (parse(e.read_text(encoding="utf-8"), e.name) for e in sorted(found, key=lambda entry: entry.name))
    return tuple(texts.routine(written) for written in guides)


@cache
def help_texts() -> HelpTexts:
    """The advice that is shown in help, on the bedside card and at night."""
    return HelpTexts(
        flags=tuple(texts.flag(written) for written in parse_flags(_advice("red-flags.toml"), "red-flags.toml")),
        numbers=parse_emergency_numbers(_advice("emergency.toml"), "emergency.toml"),
        notes=tuple(texts.note(written) for written in parse_notes(_advice("notes.toml"), "notes.toml")),
    )


def _advice(name: str) -> str:
    return (files("resources") / "advice" / name).read_text(encoding="utf-8")
