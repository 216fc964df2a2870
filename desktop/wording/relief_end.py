"""What the relief says at its end, of what was noted."""

from desktop.wording.catalog import _
from desktop.wording.relief import length, named
from schedules.history import Cramp


def logged(record: Cramp) -> str:
    """What was noted: ``Logged: left hamstring, 2 min 40 s.``."""
    parts = [part for part in (named(record.muscle, record.side),) if part]
    if record.lasted is not None:
        parts.append(length(record.lasted))
    if not parts:
        return _("Logged: a cramp.")
    return _("Logged: {what}.").format(what=", ".join(parts))


def logged_helped(record: Cramp) -> str:
    """What helped; empty where nothing is known of it."""
    names = {"stretch": _("the stretch"), "massage": _("massage"), "warmth": _("warmth"), "cold": _("cold")}
    helped = [names[action] for action in record.helped if action in names]
    return _("What helped: {what}.").format(what=", ".join(helped)) if helped else ""


def change() -> str:
    """The button that lets the record be changed."""
    return _("Change")


def add_note() -> str:
    """The button for a note."""
    return _("Add a note")


def note_label() -> str:
    """What the field for the note is."""
    return _("Note")


def keep_note() -> str:
    """The button that keeps the note."""
    return _("Keep note")


def keep_change() -> str:
    """The button that keeps a change."""
    return _("Keep")


def cancel() -> str:
    """The button that leaves a field."""
    return _("Cancel")


def forget() -> str:
    """The button that takes the record back."""
    return _("It was no cramp")


def forgotten() -> str:
    """It was taken back."""
    return _("Nothing is logged.")


def lasted_label() -> str:
    """What the field for the duration asks."""
    return _("How long, in minutes? Empty for not known.")


def lasted_wrong() -> str:
    """What was typed is no duration."""
    return _("Type minutes from 0 to 600.")
