"""Reads what is typed of an entry, and writes an entry as it would be typed. No Qt."""

from dataclasses import replace
from datetime import datetime, timedelta

from desktop.commands.day_moments import Within, past_in
from desktop.commands.log import LONGEST
from desktop.commands.moments import MomentError
from desktop.editing import moment_of
from desktop.entry_states import FIELDS, EntryDraft, EntryField, EntryKind, Wrong
from desktop.ports import LogEntry
from desktop.wording import editing as words
from desktop.wording.amounts import ML_PER_FL_OZ, clock
from schedules.history import Cramp, Drink, Exercise, RoutineDone
from schedules.planners.bedtime import BIKE
from schedules.prompts import Kind
from schedules.settings import Units

LEAST_ML, MOST_ML = 10, 3000
ROUTINES = {EntryKind.STRETCH: "stretch", EntryKind.RIDE: BIKE, EntryKind.STOOD_UP: str(Kind.MOVE)}


def draft_of(entry: LogEntry, within: Within, units: Units) -> EntryDraft:
    """An entry that is there, as it would be typed."""
    when = clock(moment_of(entry), within.zone)
    match entry:
        case Drink():
            amount = entry.volume_ml / (1 if units is Units.METRIC else ML_PER_FL_OZ)
            return EntryDraft(kind=EntryKind.DRINK, when=when, amount=f"{round(amount, 1):g}")
        case RoutineDone():
            kinds = {routine: kind for kind, routine in ROUTINES.items()}
            kind = kinds.get(entry.routine, EntryKind.STRETCH)
            return EntryDraft(kind=kind, when=when, lasted=_minutes(entry.lasted))
        case Exercise():
            lasted = _minutes(entry.lasted)
            return EntryDraft(kind=EntryKind.EXERCISE, when=when, lasted=lasted, effort=entry.effort)
        case Cramp():
            return EntryDraft(
                kind=EntryKind.CRAMP,
                when=when,
                lasted=_minutes(entry.lasted),
                muscle=entry.muscle,
                side=entry.side,
                severity_nrs=entry.severity_nrs,
                note=entry.note,
            )


def entry_of(draft: EntryDraft, before: LogEntry | None, within: Within, units: Units) -> LogEntry | Wrong:
    """The entry that was typed, or what is wrong with it.

    Args:
        draft: As it was typed.
        before: The entry that is changed; None for a new one. What was not touched stays exactly as it was.
        within: The day in question.
        units: Of the amount.
    """
    at, lasted = _when(draft, before, within), _lasted(draft, before)
    if isinstance(at, Wrong):
        return at
    if isinstance(lasted, Wrong):
        return lasted
    return _made(draft, before, at, lasted, within, units)


def _made(  # noqa: PLR0913, PLR0917 what was read of it
    draft: EntryDraft,
    before: LogEntry | None,
    at: datetime,
    lasted: timedelta | None,
    within: Within,
    units: Units,
) -> LogEntry | Wrong:
    length = lasted or timedelta()
    if before is None and at + length > within.now:
        at = within.now - length  # what is over by now began so much before
    match draft.kind:
        case EntryKind.DRINK:
            return _drink(draft, before, at, units)
        case EntryKind.CRAMP:
            return _cramp(draft, before, at, lasted)
        case EntryKind.EXERCISE if lasted is None:
            return Wrong(field=EntryField.LASTED, words=words.exercise_lasted_missing())
        case EntryKind.EXERCISE:
            made = (
                before if isinstance(before, Exercise) else Exercise(started_at=at, lasted=length, effort=draft.effort)
            )
            return replace(made, started_at=at, lasted=length, effort=draft.effort)
        case kind:
            done = before if isinstance(before, RoutineDone) else RoutineDone(started_at=at, routine=ROUTINES[kind])
            return replace(done, started_at=at, lasted=length)


def volume_ml(typed: str, units: Units) -> int | None:
    """What was typed, in millilitres; None where it is no amount that anybody drinks."""
    try:
        amount = float(typed.strip().replace(",", "."))
    except ValueError:
        return None
    found = amount if units is Units.METRIC else amount * ML_PER_FL_OZ
    return round(found) if LEAST_ML <= found <= MOST_ML else None


def _drink(draft: EntryDraft, before: LogEntry | None, at: datetime, units: Units) -> LogEntry | Wrong:
    volume = volume_ml(draft.amount, units)
    if volume is None:
        return Wrong(field=EntryField.AMOUNT, words=words.amount_wrong(LEAST_ML, MOST_ML, units))
    return replace(before if isinstance(before, Drink) else Drink(at=at, volume_ml=volume), at=at, volume_ml=volume)


def _cramp(draft: EntryDraft, before: LogEntry | None, at: datetime, lasted: timedelta | None) -> Cramp:
    return replace(
        before if isinstance(before, Cramp) else Cramp(onset_at=at),
        onset_at=at,
        lasted=lasted,
        muscle=draft.muscle,
        side=draft.side,
        severity_nrs=draft.severity_nrs,
        note=draft.note.strip(),
    )


def _when(draft: EntryDraft, before: LogEntry | None, within: Within) -> datetime | Wrong:
    if before is not None and draft.when.strip() == clock(moment_of(before), within.zone):
        return moment_of(before)  # untouched, the seconds stay
    try:
        return past_in(draft.when, within)
    except MomentError as error:
        return Wrong(field=EntryField.WHEN, words=f"{error.title} {error.remedy}")


def _lasted(draft: EntryDraft, before: LogEntry | None) -> timedelta | Wrong | None:
    typed = draft.lasted.strip().replace(",", ".")
    if EntryField.LASTED not in FIELDS[draft.kind]:
        return timedelta()
    known = None if before is None or isinstance(before, Drink) else before.lasted
    if typed == _minutes(known):
        return known
    try:
        lasted = timedelta(minutes=float(typed)) if typed else None
    except (ValueError, OverflowError):
        lasted = timedelta(days=-1)
    if lasted is not None and not timedelta() <= lasted <= LONGEST:
        return Wrong(field=EntryField.LASTED, words=words.lasted_wrong())
    return lasted


def _minutes(lasted: timedelta | None) -> str:
    if lasted is None or not lasted:
        return ""
    return f"{round(lasted / timedelta(minutes=1), 1):g}"
