"""The sentences that stand in TOML files, in the person's language: guides, evidence cards, red flags and notes.

They are extracted into the catalog from the files. A guide of the person's own is in no catalog and stays as written.
"""

from dataclasses import replace

from desktop.wording.catalog import _
from schedules.guides.advice import Card, FlagWords, Note, Reference
from schedules.guides.routine import Routine, Step


def routine(written: Routine) -> Routine:
    """A guide with all its steps."""
    steps = tuple(_step(step) for step in written.steps)
    return replace(written, title=_(written.title), summary=_(written.summary), steps=steps)


def card(written: Card) -> Card:
    """An evidence card. Titles of works stay as they are in most languages."""
    references = tuple(_reference(reference) for reference in written.references)
    return replace(written, claim=_(written.claim), not_shown=_(written.not_shown), references=references)


def flag(written: FlagWords) -> FlagWords:
    """How a red flag is put to a person."""
    return replace(written, text=_(written.text))


def note(written: Note) -> Note:
    """One line of advice."""
    return replace(written, text=_(written.text))


def _step(written: Step) -> Step:
    return replace(
        written,
        title=_(written.title),
        instruction=_(written.instruction),
        cue=_(written.cue),
        breathing=_(written.breathing),
        safety=_(written.safety),
        easier=_step(written.easier) if written.easier is not None else None,
    )


def _reference(written: Reference) -> Reference:
    return replace(written, work=_(written.work), found=_(written.found))
