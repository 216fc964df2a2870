"""The words of the Today window: its date, drinks, nights, timeline and notices."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from desktop.offers import Offers
from desktop.ports import Button, LogEntry
from desktop.states import AheadLine, FirstHabit, Fluids, Night, NoticeKind, Pace, PastLine
from desktop.wording.amounts import ML_PER_FL_OZ, clock, grouped, volume, volume_of
from desktop.wording.catalog import _, n_
from desktop.wording.guides import routine_name
from desktop.wording.planned import weekday
from desktop.wording.tray import bare, ended, until
from schedules.history import Cramp, Drink, Exercise, RoutineDone
from schedules.prompts import Answer
from schedules.settings import Units


def window_title() -> str:
    """The title of the window."""
    return _("Today – Uncramp")


def heading(day: date) -> str:
    """A date as words: ``Thursday, 20 November``."""
    return _("{weekday}, {day} {month}").format(weekday=weekday(day), day=day.day, month=month_name(day))


def month_name(day: date) -> str:
    """The month that a date lies in."""
    months = (
        *(_("January"), _("February"), _("March"), _("April"), _("May"), _("June")),
        *(_("July"), _("August"), _("September"), _("October"), _("November"), _("December")),
    )
    return months[day.month - 1]


def actions() -> str:
    """The button that opens the menu of everything."""
    return _("Actions")


# The drinks


def drinks_name() -> str:
    """What the ring is about."""
    return _("Drinks today")


def number(volume_ml: int, units: Units) -> str:
    """A volume without its unit."""
    return grouped(volume_ml / (1 if units is Units.METRIC else ML_PER_FL_OZ))


def ring_whole(fluids: Fluids, units: Units) -> str:
    """What stands under the number."""
    if not fluids.goal_ml:
        return _("ml today") if units is Units.METRIC else _("fl oz today")
    return _("of {volume}").format(volume=volume(fluids.goal_ml, units))


def ring_spoken(fluids: Fluids, units: Units) -> str:
    """The ring as a screen reader says it."""
    if fluids.goal_ml:
        return volume_of(fluids.intake_ml, fluids.goal_ml, units)
    return volume(fluids.intake_ml, units)


def pace_line(fluids: Fluids, offers: Offers) -> str:
    """How the drinks stand and when the next glass is planned: ``On pace. Next glass about 14:20.``."""
    stand = {
        Pace.ON: _("On pace."),
        Pace.BEHIND: _("A little behind the plan."),
        Pace.REACHED: _("That is your plan for today."),
        Pace.RESTING: _("No more drink prompts today, so that the night stays calm."),
        Pace.NO_GOAL: "",
        Pace.OVER: _("Drinks of that day."),
    }[fluids.pace]
    if fluids.next_at is None:
        return stand or _("No glass is planned for the rest of today.")
    time = until(fluids.next_at, offers.now, offers.zone)
    return f"{stand} {_('Next glass about {time}.').format(time=time)}".strip()


def stops_line(fluids: Fluids, zone: ZoneInfo) -> str:
    """When drink prompts stop; empty where it goes without saying."""
    if fluids.stops_at is None or fluids.pace is Pace.RESTING:
        return ""
    return _("Drink prompts stop at {time}, well before bed.").format(time=clock(fluids.stops_at, zone))


def glass_button(glass_ml: int, units: Units) -> tuple[str, str]:
    """The button that logs a glass, as it is read and as it is spoken: the unit stands in the ring beside it."""
    return _("+ Glass {number}").format(number=number(glass_ml, units)), _("+ Glass {volume}").format(
        volume=volume(glass_ml, units)
    )


def mug_button(mug_ml: int, units: Units) -> tuple[str, str]:
    """The button that logs a mug, in the same two ways."""
    return _("+ Mug {number}").format(number=number(mug_ml, units)), _("+ Mug {volume}").format(
        volume=volume(mug_ml, units)
    )


def other_button() -> str:
    """The button that asks how much it was."""
    return _("Other…")


def other_question(units: Units) -> str:
    """What the field for another amount asks."""
    return _("How much, in ml?") if units is Units.METRIC else _("How much, in fl oz?")


def other_log() -> str:
    """The button that logs another amount."""
    return _("Log it")


def other_cancel() -> str:
    """The button that leaves the field again."""
    return _("Cancel")


def other_wrong(least_ml: int, most_ml: int, units: Units) -> str:
    """What is said of an amount that cannot be logged."""
    return _("Type a number from {least} to {most}.").format(least=volume(least_ml, units), most=volume(most_ml, units))


def undo_button(offers: Offers) -> str:
    """The button that takes the last log back, and says which: ``Undo last: 13:05, 250 ml``. Empty where there is none.

    Where a doctor limits fluids a drink is not spoken of, not even to take it back.
    """
    if offers.undo is None or (isinstance(offers.undo, Drink) and offers.glass_ml is None):
        return ""
    at, what = _logged(offers.undo, offers.units)
    return _("Undo last: {time}, {what}").format(time=clock(at, offers.zone), what=what)


def _logged(entry: LogEntry, units: Units) -> tuple[datetime, str]:
    """When an entry was, and what."""
    match entry:
        case Drink():
            return entry.at, volume(entry.volume_ml, units)
        case RoutineDone():
            return entry.started_at, routine_name(entry.routine)
        case Cramp():
            return entry.onset_at, _("a cramp")
        case Exercise():
            return entry.started_at, _("exercise")


# The nights


def nights_title() -> str:
    """What the dots are about."""
    return _("Bedtime stretch")


def nights_line(nights: tuple[Night, ...]) -> str:
    """``5 of the last 7 nights``; empty where there is none to tell of: nobody is shown a zero."""
    done, count = nights.count(Night.DONE), len(nights)
    if not done:
        return ""
    return n_("{done} of the last night", "{done} of the last {count} nights", count).format(done=done, count=count)


def stood_up_line(times: int) -> str:
    """How often the person got up."""
    return n_("Stood up once", "Stood up {times} times", times).format(times=times) if times else ""


# The timeline


def timeline_name() -> str:
    """The timeline as a whole."""
    return _("Your day")


def now_spoken(offers: Offers) -> str:
    """The line between what has been and what is to come."""
    return _("Now, {time}").format(time=clock(offers.now, offers.zone))


def past_spoken(line: PastLine, zone: ZoneInfo) -> str:
    """A line of the log as one sentence."""
    return " ".join(ended(part) for part in (f"{clock(line.at, zone)}, {line.title}", line.note) if part)


def ahead_spoken(line: AheadLine, offers: Offers) -> str:
    """A line of the plan as one sentence."""
    time = until(line.at, offers.now, offers.zone)
    return " ".join(ended(part) for part in (f"{time}, {bare(line.title)}", line.reason) if part)


def answer_spoken(label: str, line: AheadLine, zone: ZoneInfo) -> str:
    """A button of a line, which has to be told from those of the other lines."""
    return _("{button}: {title}, {time}").format(button=label, title=bare(line.title), time=clock(line.at, zone))


def row_button(buttons: tuple[Button, ...]) -> Button:
    """The button of a planned prompt that does what it asks for, ahead of its time.

    Args:
        buttons: Those of its notification. The first does what it asks for.
    """
    labels = {Answer.DRANK: _("Drank it"), Answer.MOVE_IT: _("Move it"), Answer.SEEN: _("Got it")}
    return replace(buttons[0], label=labels.get(buttons[0].answer, _("Do now")))


def earlier_button(lines: int) -> str:
    """The button that shows the lines of the log that are folded away."""
    return n_("Show {lines} earlier line", "Show {lines} earlier lines", lines).format(lines=lines)


def nothing_ahead() -> str:
    """In place of the plan when the day has nothing left."""
    return _("Nothing more today.")


def empty_title() -> str:
    """In place of the timeline when no kind of prompt is on."""
    return _("Nothing planned yet. Start with one thing:")


def first_habit(habit: FirstHabit) -> str:
    """One thing to start with."""
    return {
        FirstHabit.DRINK: _("A drink prompt"),
        FirstHabit.BEDTIME: _("A bedtime stretch"),
        FirstHabit.DIARY: _("Just keep a diary"),
    }[habit]


# What stands above the day


def waiting_heading() -> str:
    """Over the prompt that waits for an answer."""
    return _("Waiting for your answer")


def paused_line(offers: Offers) -> str:
    """While prompts are paused."""
    if offers.paused_until is None:
        return ""
    time = until(offers.paused_until, offers.now, offers.zone)
    return _("Prompts are paused until {time}.").format(time=time)


def resume() -> str:
    """The button that ends the pause."""
    return _("Resume")


def notice_title(kind: NoticeKind) -> str:
    """What a notice is about."""
    return {
        NoticeKind.SETTINGS: _("The settings file has an error. The last good settings are in use."),
        NoticeKind.DATABASE: _("Your records cannot be saved as usual."),
        NoticeKind.NO_TRAY: _("Your desktop shows no tray icons. Everything is in this window too."),
        NoticeKind.NOTIFIER: _("Prompts come as a small window of Uncramp's own, as notifications did not work."),
        NoticeKind.MOVED: _("Moved to a cooler time. The rest of your week stays as it is."),
        NoticeKind.PROPOSAL: _("Would this suit you better?"),
        NoticeKind.DAYS_OFF: _("Not asked on this weekday, as you wished:"),
    }[kind]


def notice_help(kind: NoticeKind) -> str:
    """What can be done about it, where the notice's own detail does not say it."""
    if kind is NoticeKind.NO_TRAY:
        return _("On GNOME, the extension “AppIndicator and KStatusNotifierItem Support” adds them.")
    return ""


def notice_action(kind: NoticeKind) -> str:
    """The one button of a notice."""
    return {
        NoticeKind.SETTINGS: _("Open the file"),
        NoticeKind.DATABASE: _("Show the folder"),
        NoticeKind.NO_TRAY: _("All right"),
        NoticeKind.NOTIFIER: _("All right"),
        NoticeKind.MOVED: _("Undo the move"),
        NoticeKind.PROPOSAL: _("Yes, change it"),
        NoticeKind.DAYS_OFF: _("Ask on this weekday again"),
    }[kind]


def notice_declined(kind: NoticeKind) -> str:
    """The second button of a notice that asks; empty where there is none."""
    return _("No, keep it") if kind is NoticeKind.PROPOSAL else ""
