"""The words of "Why later?": its reasons, what each has done, and what is proposed after it."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from desktop.wording.amounts import clock
from desktop.wording.catalog import _
from desktop.wording.planned import weekday_name
from desktop.wording.prompts import kind_name
from schedules.history import LaterWhy
from schedules.prompts import Kind
from schedules.proposals import Change, Proposal
from schedules.settings import Weekday


def window_title() -> str:
    """The window's title."""
    return _("Later")


def question() -> str:
    """What the window asks."""
    return _("When would suit you better?")


def put_off_until(again_at: datetime | None, zone: ZoneInfo) -> str:
    """What the press on Later has done already."""
    if again_at is None:
        return _("Without an answer it does not come again today.")
    return _("Without an answer it comes again at {time}.").format(time=clock(again_at, zone))


def reason(why: LaterWhy, today: Weekday) -> str:
    """A reason, as its button says it."""
    return {
        LaterWhy.NEXT_PAUSE: _("When I next pause"),
        LaterWhy.MEETING: _("After this meeting"),
        LaterWhy.MINUTES: _("In a few minutes"),
        LaterWhy.DONE: _("I did it already"),
        LaterWhy.SORE: _("Too sore today"),
        LaterWhy.NOT_THIS_WEEKDAY: _("Not on this weekday ({weekday})").format(weekday=_day(today)),
    }[why]


def minutes_label() -> str:
    """The field for a number of minutes."""
    return _("In how many minutes?")


def minutes_take() -> str:
    """Its button."""
    return _("Ask me then")


def minutes_wrong(least: int, most: int) -> str:
    """The number cannot be used."""
    return _("Write a number of minutes from {least} to {most}.").format(least=least, most=most)


def done_label() -> str:
    """The field for when it was done."""
    return _("Done already: when? As in 14:30, or 10 min ago.")


def done_take() -> str:
    """Its button."""
    return _("I did it then")


def now() -> str:
    """What the field says at first."""
    return _("now")


def is_now(typed: str) -> bool:
    """Whether a person means now."""
    return typed.strip().casefold() in {"", "now", now().casefold()}


def close() -> str:
    """The button that closes the window."""
    return _("Close")


def done(why: LaterWhy, kind: Kind, today: Weekday, again: str) -> str:
    """What a reason has done.

    Args:
        why: The reason.
        kind: What was put off.
        today: The weekday of the waking day.
        again: When it comes again, as the clock says it; empty where it does not today.
    """
    match why:
        case LaterWhy.DONE:
            return _("Noted. Thank you for telling.")
        case LaterWhy.SORE:
            return _("All right. Today's stretches come in their gentle version.")
        case LaterWhy.NOT_THIS_WEEKDAY:
            return _("From now on this is not asked on this weekday: {what}, {weekday}.").format(
                what=kind_name(kind), weekday=_day(today)
            )
    return _put_off(why, again)


def gentle() -> str:
    """Start the routine in its gentle dose."""
    return _("Start the gentle version")


def relief() -> str:
    """A cramp is on its way."""
    return _("I have a cramp now")


def help_item() -> str:
    """The list of when to get help."""
    return _("When to get help")


def undo_day_off() -> str:
    """The button that takes a day off back."""
    return _("Ask on this weekday again")


def yes() -> str:
    """Accept a proposal."""
    return _("Yes, change it")


def no() -> str:
    """Decline a proposal."""
    return _("No, keep it")


def days_off(kinds: tuple[Kind, ...]) -> str:
    """What is not asked today."""
    return ", ".join(kind_name(kind) for kind in kinds)


def proposed(made: Proposal) -> str:
    """A proposal, one sentence."""
    minutes = made.minutes or 0
    match made.change:
        case Change.QUIET:
            line = _("You put this off for meetings three times: keep {start} to {end} quiet ({shape})?")
            return line.format(start=_wall(made.start), end=_wall(made.end), shape=made.shape)
        case Change.MOVE_EVERY:
            return _("You put this off three times: ask you to stand every {count} minutes?").format(count=minutes)
        case Change.GAP:
            return _("You put this off three times: leave {count} minutes between prompts?").format(count=minutes)
        case Change.BEFORE_BED:
            return _("You put this off three times: ask {count} minutes before bed?").format(count=minutes)
        case Change.SEATED:
            return _("You were sore three times: use the seated stretch before bed?")
        case Change.OFF:
            what = kind_name(made.kind)
            return _("You took three weekdays off: ask no more for this ({what})?").format(what=what)


def _put_off(why: LaterWhy, again: str) -> str:
    if why is LaterWhy.MEETING and not again:
        return _("It comes again only if your call ends in time for it today.")
    if not again:
        return _("There is no time left for it today.")
    line = {
        LaterWhy.NEXT_PAUSE: _("It comes again after {time}, when you next pause."),
        LaterWhy.MEETING: _("It comes again after your call, or at {time}."),
    }
    return line.get(why, _("It comes again at {time}.")).format(time=again)


def _day(day: Weekday) -> str:
    return weekday_name(tuple(Weekday).index(day))


def _wall(at: time | None) -> str:
    return "" if at is None else f"{at:%H:%M}"
