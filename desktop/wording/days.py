"""The words of the timeline beyond one plain day: blocks, moved and skipped prompts, past days and the month."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from desktop.states import AheadLine
from desktop.wording.amounts import clock, volume, volume_of
from desktop.wording.catalog import _, n_
from desktop.wording.heat_day import block_name
from desktop.wording.planned import weekday
from desktop.wording.prompts import held_why, kind_name
from desktop.wording.today import month_name
from desktop.wording.tray import bare
from schedules.prompts import HeldWhy, Kind
from schedules.settings import BlockKind, Units

# Blocks


def block(kind: BlockKind, until: datetime, zone: ZoneInfo) -> str:
    """The line that a block begins with: ``Desk until 17:30``."""
    return _("{block} until {time}").format(block=block_name(kind), time=clock(until, zone))


def block_spoken(time: str, title: str) -> str:
    """The same as one sentence."""
    return _("{time}, {block}.").format(time=time, block=title)


def now_in_spoken(now: str, block: str) -> str:
    """The line of now within a block."""
    return _("{now}. {block}.").format(now=now, block=block)


def day_begins(day: str) -> str:
    """Between what is left of a day and the plan of the next."""
    return _("{day} begins").format(day=day)


# Moving and skipping


def do_now() -> str:
    """The button that does a planned thing at once."""
    return _("Do now")


def move() -> str:
    """The button that moves a planned prompt."""
    return _("Move")


def skip() -> str:
    """The button that lets it be for today."""
    return _("Skip")


def move_question(line: AheadLine, zone: ZoneInfo) -> str:
    """What the field asks."""
    return _("Move “{title}” from {time} to when? For example 15:30 or 20 min").format(
        title=bare(line.title), time=clock(line.at, zone)
    )


def move_take() -> str:
    """The button that moves it there."""
    return _("Move it")


def move_quick(minutes: int) -> str:
    """A button that moves it by so much."""
    if minutes < 0:
        return _("{count} min earlier").format(count=-minutes)
    return _("{count} min later").format(count=minutes)


def lands(at: datetime, to: datetime, zone: ZoneInfo, gap_min: int) -> str:
    """Where it will come."""
    if at == to:
        return _("It will come at {time}.").format(time=clock(at, zone))
    return _("It will come at {time}: prompts keep {gap} minutes apart.").format(time=clock(at, zone), gap=gap_min)


def lands_nowhere(why: HeldWhy | None) -> str:
    """That it would not come."""
    if why is None:
        return _("It cannot come then. Try a time nearer to its own.")
    return _("It cannot come then: {why}.").format(why=held_why(why))


def skipped(kind: Kind) -> str:
    """The quiet line of a prompt that was skipped."""
    return _("Skipped: {what}").format(what=kind_name(kind))


def bring_back() -> str:
    """The button that has it come after all."""
    return _("Bring back")


def bring_back_spoken(title: str, time: str) -> str:
    """The same, told from those of the other lines."""
    return _("Bring back: {title}, {time}").format(title=title, time=time)


# Days


def previous_day() -> str:
    """The button that goes a day back."""
    return _("Previous day")


def next_day() -> str:
    """The button that goes a day on."""
    return _("Next day")


def to_today() -> str:
    """The button that goes back to the present day."""
    return _("Back to today")


def month_button(*, is_open: bool) -> str:
    """The button that shows the month, or puts it away."""
    return _("Hide the month") if is_open else _("Show the month")


def after_midnight(day: date) -> str:
    """Under the date, while the calendar has gone on and the day has not."""
    return _("It is past midnight. This is still {weekday}'s day.").format(weekday=weekday(day))


def nothing_noted() -> str:
    """In place of the log of a day without one."""
    return _("Nothing is noted for this day.")


# The month


def month_title(first: date) -> str:
    """``November 2026``."""
    return _("{month} {year}").format(month=month_name(first), year=first.year)


def previous_month() -> str:
    """The button that goes a month back."""
    return _("Previous month")


def next_month() -> str:
    """The button that goes a month on."""
    return _("Next month")


def weekday_short(on: date) -> str:
    """The head of a column."""
    return weekday(on)[:2]


def day_words(  # noqa: PLR0913 each is one part of the sentence
    day: date, *, intake_ml: int | None, goal_ml: int, units: Units, stretched: bool, moves: int, cramps: int
) -> str:
    """A day of the month as one sentence.

    Args:
        day: Its date.
        intake_ml: None where a doctor limits fluids.
        goal_ml: 0 for none.
        units: Of the volumes.
        stretched: The bedtime routine was done.
        moves: How often the person got up, rode or exercised.
        cramps: How many there were.
    """
    parts = []
    if intake_ml:
        parts.append(volume_of(intake_ml, goal_ml, units) if goal_ml else volume(intake_ml, units))
    if stretched:
        parts.append(_("stretched in the evening"))
    if moves:
        parts.append(n_("moved once", "moved {count} times", moves).format(count=moves))
    if cramps:
        parts.append(n_("one cramp", "{count} cramps", cramps).format(count=cramps))
    said = ", ".join(parts) or _("nothing noted")
    return _("{weekday} {day}: {what}").format(weekday=weekday(day), day=day.day, what=said)


def key_drinks() -> str:
    """The key of the month's pictures: drinks."""
    return _("Ring: drinks of the day")


def key_stretched() -> str:
    """The same: the evening's stretch."""
    return _("Moon: stretched in the evening")


def key_moved() -> str:
    """The same: movement."""
    return _("Dot: moved")


def key_cramp() -> str:
    """The same: cramps."""
    return _("Bolt: a cramp")
