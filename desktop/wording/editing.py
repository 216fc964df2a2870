"""The words with which the log is changed: the small window of an entry, what was changed, catching up."""

from datetime import datetime
from zoneinfo import ZoneInfo

from desktop.editing import Change, Deed
from desktop.entry_states import EntryField, EntryKind
from desktop.ports import LogEntry
from desktop.wording.amounts import clock, volume
from desktop.wording.catalog import _
from desktop.wording.guides import routine_name
from desktop.wording.past import muscle_name, side_name
from desktop.wording.planned import weekday
from schedules.history import Cramp, Drink, Muscle, RoutineDone, Side
from schedules.settings import Effort, Units

NONE, WORST = 0, 10


def new_title() -> str:
    """The window that adds something."""
    return _("Log something earlier")


def change_title() -> str:
    """The window that changes something."""
    return _("Change an entry")


def kind_question() -> str:
    """What kind of entry it is."""
    return _("What was it?")


def kind_name(kind: EntryKind) -> str:
    """One kind of entry."""
    return {
        EntryKind.DRINK: _("A drink"),
        EntryKind.STRETCH: _("A stretch"),
        EntryKind.RIDE: _("A bike ride"),
        EntryKind.STOOD_UP: _("Stood up"),
        EntryKind.EXERCISE: _("Exercise"),
        EntryKind.CRAMP: _("A cramp"),
    }[kind]


def question(field: EntryField, units: Units) -> str:
    """What a field asks."""
    return {
        EntryField.WHEN: _("When? For example 10, 10pm, 22:00 or 20 min ago"),
        EntryField.AMOUNT: _("How much, in ml?") if units is Units.METRIC else _("How much, in fl oz?"),
        EntryField.LASTED: _("How many minutes? You can leave this empty"),
        EntryField.EFFORT: _("How hard was it?"),
        EntryField.MUSCLE: _("Where was it?"),
        EntryField.SIDE: _("Which leg?"),
        EntryField.SEVERITY: _("How bad, from 0 (none) to 10 (worst)?"),
        EntryField.NOTE: _("A note, if you like"),
    }[field]


def choice(value: Muscle | Side | Effort | int) -> str:
    """One answer to a question with a few answers."""
    match value:
        case Muscle():
            return _first_upper(muscle_name(value))
        case Side():
            return _first_upper(side_name(value))
        case Effort():
            return {Effort.LIGHT: _("Light"), Effort.MODERATE: _("Medium"), Effort.HARD: _("Hard")}[value]
        case _:
            return str(value)


def choice_spoken(asked: str, answer: str) -> str:
    """An answer, told from those to other questions."""
    return _("{question} {answer}").format(question=asked, answer=answer)


def when_said(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """How a typed time was understood."""
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    days = (today - local.date()).days
    time = clock(at, zone)
    if days == 0:
        return _("Today, {time}").format(time=time)
    if days == 1:
        return _("Yesterday, {time}").format(time=time)
    return _("{weekday}, {date}, {time}").format(
        weekday=weekday(local.date()), date=local.date().isoformat(), time=time
    )


def save() -> str:
    """The button that keeps what was typed."""
    return _("Save")


def cancel() -> str:
    """The button that keeps nothing."""
    return _("Cancel")


def delete() -> str:
    """The button that takes the entry out of the log."""
    return _("Delete")


def edit() -> str:
    """The button of a line of the log."""
    return _("Edit")


def edit_spoken(title: str, time: str) -> str:
    """The same, told from those of the other lines."""
    return _("Edit: {title}, {time}").format(title=title, time=time)


def add_button(*, today: bool) -> str:
    """The button under the log that adds to it."""
    return _("Log something earlier…") if today else _("Add to this day…")


def amount_wrong(least_ml: int, most_ml: int, units: Units) -> str:
    """What is said of an amount that cannot be logged."""
    return _("Type a number from {least} to {most}.").format(least=volume(least_ml, units), most=volume(most_ml, units))


def lasted_wrong() -> str:
    """What is said of a length that is none."""
    return _("Type the minutes as a number, or leave it empty.")


def exercise_lasted_missing() -> str:
    """Exercise without a length says nothing."""
    return _("Type how many minutes it lasted.")


def amount_when() -> str:
    """What the second field of another amount asks."""
    return _("When? Empty means now")


def in_all() -> str:
    """The button that takes an amount for all of the day."""
    return _("That is my total today")


def nothing_to_add(noted_ml: int, units: Units) -> str:
    """A total that is not more than what is noted already."""
    return _("{volume} is noted already. You can change the lines below.").format(volume=volume(noted_ml, units))


def changed(change: Change, units: Units, zone: ZoneInfo) -> str:
    """What was changed, in words."""
    what = entry_words(change.entry, units, zone)
    return {
        Deed.ADDED: _("Added: {entry}").format(entry=what),
        Deed.CHANGED: _("Changed: {entry}").format(entry=what),
        Deed.DELETED: _("Deleted: {entry}").format(entry=what),
    }[change.deed]


def undo() -> str:
    """The button that makes it as if it had not been."""
    return _("Undo")


def entry_words(entry: LogEntry, units: Units, zone: ZoneInfo) -> str:
    """An entry in a few words."""
    match entry:
        case Drink():
            at, what = entry.at, volume(entry.volume_ml, units)
        case RoutineDone():
            at, what = entry.started_at, routine_name(entry.routine)
        case Cramp():
            at, what = entry.onset_at, _("a cramp")
        case _:
            at, what = entry.started_at, _("exercise")
    return _("{time}, {what}").format(time=clock(at, zone), what=what)


def _first_upper(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
