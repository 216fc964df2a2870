"""The words of the tray: the tooltip, and the menu that the windows have too."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from desktop.offers import LogChoice, Offers, PauseChoice, PromptOffer
from desktop.states import Fluids, HeatDay
from desktop.wording import heat_day
from desktop.wording.amounts import clock, volume, volume_of
from desktop.wording.catalog import _
from schedules.prompts import Band
from schedules.settings import Units


def tooltip(offers: Offers, fluids: Fluids | None, heat: HeatDay | None = None) -> str:
    """What the icon says when it is pointed at: ``Uncramp: next: stretch at 14:20. 750 of 1,800 ml.``.

    Args:
        offers: What is next, waits or is paused.
        fluids: The drinks of the day; None where a doctor limits them.
        heat: The heat of the day, spoken of in a class that asks for something.
    """
    said = [_tooltip_state(offers)]
    if heat is not None and heat.band is not Band.NONE:
        said.append(heat_day.now_line(heat))
    if fluids is not None:
        part = volume_of(fluids.intake_ml, fluids.goal_ml, offers.units)
        said.append(_("{part}.").format(part=part if fluids.goal_ml else volume(fluids.intake_ml, offers.units)))
    return _("Uncramp: {state}").format(state=" ".join(part for part in said if part))


def _tooltip_state(offers: Offers) -> str:
    if offers.waiting is not None:
        return _("waiting for you: {title}").format(title=ended(offers.waiting.title))
    if offers.paused_until is not None:
        return _("paused until {time}.").format(time=until(offers.paused_until, offers.now, offers.zone))
    if offers.next is not None:
        time = until(offers.next.due_at, offers.now, offers.zone)
        return _("next: {title} at {time}.").format(title=_named(offers.next), time=time)
    return _("held for now: {title}.").format(title=offers.held) if offers.held else _("nothing more today.")


def until(moment: datetime, now: datetime, zone: ZoneInfo) -> str:
    """A moment of today, tomorrow or later: ``15:00``, ``07:00 tomorrow``, ``07:00 on 24.12.``."""
    days = (moment.astimezone(zone).date() - now.astimezone(zone).date()) // timedelta(days=1)
    time = clock(moment, zone)
    if days == 0:
        return time
    return (
        _("{time} tomorrow").format(time=time)
        if days == 1
        else _("{time}, in {days} days").format(time=time, days=days)
    )


def ended(sentence: str) -> str:
    """A sentence with its end: a title may have a question mark of its own."""
    return sentence if sentence.endswith((".", "?", "…")) else f"{sentence}."


def _named(offer: PromptOffer) -> str:
    """A prompt's name after a colon."""
    return f"{offer.name[:1].lower()}{offer.name[1:]}" if offer.name else bare(offer.title)


def bare(title: str) -> str:
    """A title within a line, or as one: there it is no question."""
    return title.rstrip("?.")


def app_name() -> str:
    """The name of the program."""
    return _("Uncramp")


def open_window() -> str:
    """The menu's first item."""
    return _("Open Uncramp")


def relief() -> str:
    """The item, and the button, for a cramp that is there."""
    return _("I have a cramp now")


def drank_glass(offers: Offers) -> str:
    """The item that logs a glass."""
    return _("Drank a glass ({volume})").format(volume=volume(offers.glass_ml or 0, offers.units))


def log_menu() -> str:
    """The menu of what else can be logged."""
    return _("Log something else")


def log_choice(choice: LogChoice, volume_ml: int | None, units: Units) -> str:
    """One thing that can be logged; a drink with how much it is."""
    drunk = volume(volume_ml or 0, units)
    return {
        LogChoice.MUG: _("A mug ({volume})").format(volume=drunk),
        LogChoice.LARGE_GLASS: _("Large glass ({volume})").format(volume=drunk),
        LogChoice.HOT_DRINK: _("Coffee or tea ({volume})").format(volume=drunk),
        LogChoice.STRETCHED: _("I stretched"),
        LogChoice.STOOD_UP: _("I stood up"),
        LogChoice.RODE: _("I rode the bike"),
        LogChoice.CRAMP: _("A cramp earlier…"),
    }[choice]


def waiting_title(offer: PromptOffer) -> str:
    """The heading above the answers to the prompt that waits."""
    return _("Waiting: {title}").format(title=offer.title)


def next_item(offer: PromptOffer, now: datetime, zone: ZoneInfo) -> str:
    """The item that does the next thing now."""
    return _("Next: {title} at {time} – do it now").format(title=_named(offer), time=until(offer.due_at, now, zone))


def nothing_next(offers: Offers) -> str:
    """In its place when the day has nothing left, but for what is due and held back for a while."""
    return _("Held for now: {title}").format(title=offers.held) if offers.held else _("Nothing more today")


def pause_menu() -> str:
    """The menu of pauses."""
    return _("Pause prompts")


def pause_choice(choice: PauseChoice) -> str:
    """One length of a pause."""
    return {
        PauseChoice.HALF_HOUR: _("30 minutes"),
        PauseChoice.HOUR: _("1 hour"),
        PauseChoice.TOMORROW: _("Until tomorrow"),
        PauseChoice.MEETING: _("While I am in a meeting (at most 1 hour)"),
        PauseChoice.CUSTOM: _("Custom…"),
    }[choice]


def pause_window() -> str:
    """The title of the window that asks how long to pause."""
    return _("Uncramp: pause prompts")


def pause_question() -> str:
    """What it asks."""
    return _("For how many minutes, or until when? For example 45, 2h or 15:00.")


def pause_take() -> str:
    """Its button that begins the pause."""
    return _("Pause")


def pause_cancel() -> str:
    """Its button that begins none."""
    return _("Cancel")


def resume_item(paused_until: datetime, now: datetime, zone: ZoneInfo) -> str:
    """In the place of the pauses while there is one."""
    return _("Paused until {time} – resume").format(time=until(paused_until, now, zone))


def guide_menu() -> str:
    """The menu of routines."""
    return _("Start stretch guide")


def help_item() -> str:
    """The item, and the button, that tells when a cramp needs a doctor."""
    return _("When to get help")


def calendar_item() -> str:
    """The item that opens the calendar window."""
    return _("Calendar")


def schedule_item() -> str:
    """The item that opens the schedule editor."""
    return _("Your days…")


def settings_item() -> str:
    """The item that opens the settings."""
    return _("Settings")


def quit_item() -> str:
    """The menu's last item."""
    return _("Quit Uncramp")


def prompt_title(title: str) -> str:
    """The name of a small prompt window, as a list of windows shows it."""
    return _("Uncramp: {title}").format(title=title)


def hide_prompt() -> str:
    """The button that puts a small prompt window away; the prompt goes on waiting in Today."""
    return _("Hide")
