"""The words of a prompt: its title, body, reason and buttons, built from its kind and its facts.

A title has at most 60 characters and a body at most 250, so that every platform's notification shows them whole.
Where the doctor limits fluids no word here speaks of drinking: such a prompt has no volume, and only a volume brings
the words.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from desktop.wording import heat
from desktop.wording.amounts import clock, span, temperature, volume, volume_of
from desktop.wording.catalog import _
from schedules.prompts import Answer, HeldBack, HeldWhy, Kind, Prompt, Reason, Why
from schedules.settings import BedtimeChoice, Settings

TITLE_LENGTH, BODY_LENGTH = 60, 250


def title(prompt: Prompt, settings: Settings) -> str:  # noqa: PLR0911 one for each kind
    """What is asked for, one line."""
    kinds = set(prompt.kinds)
    glass = Kind.DRINK in kinds
    match prompt.kind:
        case Kind.DRINK:
            return _("Time for a glass of water?")
        case Kind.MOVE:
            return _("Stand, stretch 30 s, have a glass?") if glass else _("Stand and stretch for 30 seconds?")
        case Kind.WARM_UP:
            return _("Warm up, and have a glass?") if glass else _("Warm up for a few minutes?")
        case Kind.AFTER_EXERCISE:
            return _("Stretch, and have a glass?") if glass else _("Stretch while you are warm?")
        case Kind.BEDTIME:
            return _bedtime_title(settings.bedtime.choice)
        case Kind.HEAT_BREAK:
            return heat.break_title(prompt.reason)
        case Kind.HEAT_BRIEF:
            return heat.brief_title(prompt.reason, settings)


def body(prompt: Prompt, settings: Settings, zone: ZoneInfo) -> str:
    """The reason and what to do, two or three short sentences."""
    return f"{reason(prompt.reason, settings, zone)} {_what(prompt, settings)}".strip()


def reason(facts: Reason, settings: Settings, zone: ZoneInfo) -> str:
    """Why this and why now, one line."""
    line = _because(facts, settings, zone)
    if facts.intake_ml is not None and facts.why not in (Why.BEHIND_PACE, Why.LONG_GAP) and facts.goal_ml:
        line = f"{line} {_intake(facts, settings)}"
    if facts.gentle:
        line = f"{line} {_('The gentle version, as you are sore today.')}"
    return f"{line} {_('Asking less often, as the last few went unanswered.')}" if facts.asks_less else line


def held(one: HeldBack, zone: ZoneInfo) -> str:
    """What was held back, when, and why: ``Held back 14:20: you asked for quiet``."""
    return held_back(one.due_at, one.why, zone)


def held_back(due_at: datetime, why: HeldWhy, zone: ZoneInfo, shown_at: datetime | None = None) -> str:
    """When something was held back, and why; until when, where it came after all."""
    if shown_at is not None:
        line = _("Held back {time} to {until}: {why}")
        return line.format(time=clock(due_at, zone), until=clock(shown_at, zone), why=held_why(why))
    return _("Held back {time}: {why}").format(time=clock(due_at, zone), why=held_why(why))


def held_why(why: HeldWhy) -> str:
    """Why a prompt is not shown."""
    return {
        HeldWhy.QUIET: _("you asked for quiet then"),
        HeldWhy.PAUSED: _("prompts were paused"),
        HeldWhy.MOST_PER_DAY: _("the day has as many prompts as you asked for"),
        HeldWhy.SMALLEST_GAP: _("it would come too close to another"),
        HeldWhy.DAY_OVER: _("there was no time left for it"),
        HeldWhy.HOURLY_CEILING: _("that was enough to drink for an hour"),
        HeldWhy.DONE_ALREADY: _("you have done it already"),
        HeldWhy.ASKS_LESS: _("Uncramp asks less, as the last few went unanswered"),
        HeldWhy.NOT_TODAY: _("you want none on this day of the week"),
        HeldWhy.TYPING: _("you were busy typing"),
        HeldWhy.LOCKED: _("the screen was locked"),
        HeldWhy.AWAY: _("you were away"),
        HeldWhy.FULL_SCREEN: _("a window filled the screen"),
        HeldWhy.DO_NOT_DISTURB: _("your desktop was set to do not disturb"),
        HeldWhy.CALL: _("you were in a call"),
    }[why]


def waits(why: HeldWhy) -> str:
    """What a prompt that is due waits for the end of: ``Waits: a window fills the screen``."""
    present = {
        HeldWhy.QUIET: _("you asked for quiet now"),
        HeldWhy.PAUSED: _("prompts are paused"),
        HeldWhy.LOCKED: _("the screen is locked"),
        HeldWhy.AWAY: _("you are away, or only just here again"),
        HeldWhy.FULL_SCREEN: _("a window fills the screen"),
        HeldWhy.DO_NOT_DISTURB: _("do not disturb is on"),
        HeldWhy.CALL: _("a microphone or a camera is in use"),
    }
    return _("Waits: {why}").format(why=present.get(why) or held_why(why))


def kind_name(kind: Kind) -> str:
    """A kind of prompt in a few words, as in a list."""
    return {
        Kind.DRINK: _("A glass of water"),
        Kind.MOVE: _("Stand and stretch"),
        Kind.WARM_UP: _("Warm-up"),
        Kind.AFTER_EXERCISE: _("Stretch after exercise"),
        Kind.BEDTIME: _("Before bed"),
        Kind.HEAT_BREAK: _("Break from the heat"),
        Kind.HEAT_BRIEF: _("A hot day"),
    }[kind]


def let_go(kind: Kind) -> str:
    """The quiet line of a prompt whose time had passed before it could be shown."""
    return _("{what}: its time had passed, so it was let go").format(what=kind_name(kind))


def answer_label(answer: Answer, prompt: Prompt, settings: Settings) -> str:
    """What a button says."""
    bedtime = prompt.kind is Kind.BEDTIME
    return {
        Answer.DRANK: _("I drank {volume}").format(volume=volume(prompt.volume_ml or 0, settings.you.units)),
        Answer.DID_IT: _("Did both") if Kind.DRINK in prompt.kinds else _("Did it"),
        Answer.START: _("Start stretches") if bedtime else _("Start"),
        Answer.RIDE: _("Ride the bike"),
        Answer.LATER: _("Later"),
        Answer.SKIP: _("Not tonight") if bedtime else _("Skip"),
        Answer.SEEN: _("Got it"),
        Answer.MOVE_IT: _("Move it"),
        Answer.SIGNS: _("Signs of illness"),
        Answer.CRAMP: _("I have a cramp now"),
        Answer.OPEN: _("Open"),
    }[answer]


def _bedtime_title(choice: BedtimeChoice) -> str:
    return {
        BedtimeChoice.STRETCH: _("Stretch before bed?"),
        BedtimeChoice.BIKE: _("An easy ride before bed?"),
        BedtimeChoice.EITHER: _("Stretch or ride a little before bed?"),
        BedtimeChoice.BOTH: _("An easy ride, then stretch before bed?"),
    }[choice]


def _because(facts: Reason, settings: Settings, zone: ZoneInfo) -> str:  # noqa: PLR0911 one for each reason
    match facts.why:
        case Why.BEHIND_PACE | Why.LONG_GAP:
            return _drink_reason(facts, settings)
        case Why.SEATED if facts.since is not None:
            return _("{span} seated.").format(span=span(facts.since))
        case Why.STOOD if facts.since is not None:
            return _("{span} on your feet.").format(span=span(facts.since))
        case Why.EXERCISE_SOON if facts.block_from is not None:
            return _("Your exercise starts at {time}.").format(time=clock(facts.block_from, zone))
        case Why.BEDTIME_NEAR if facts.block_to is not None:
            return _("Bed is at {time}.").format(time=clock(facts.block_to, zone))
        case Why.CHOSEN:
            return _("You chose this time.")
        case Why.HOT_DAY:
            return heat.brief_reason(facts, settings, zone)
        case Why.HEAT if facts.heat_index_c is not None:
            feels = temperature(facts.heat_index_c, settings.you.units)
            return _("It feels like {temperature}.").format(temperature=feels)
        case _unused:
            return _("Your exercise is over.")


def _drink_reason(facts: Reason, settings: Settings) -> str:
    if facts.since is None:
        return _intake(facts, settings) if facts.intake_ml else _("No drink noted yet today.")
    line = _("Last drink {span} ago.").format(span=span(facts.since))
    return f"{line} {_intake(facts, settings)}" if facts.goal_ml else line


def _intake(facts: Reason, settings: Settings) -> str:
    part = volume_of(facts.intake_ml or 0, facts.goal_ml or 0, settings.you.units)
    return _("{part} so far.").format(part=part)


def _what(prompt: Prompt, settings: Settings) -> str:
    drink = ""
    if prompt.volume_ml is not None:
        drink = _("Suggested: {volume}.").format(volume=volume(prompt.volume_ml, settings.you.units))
    match prompt.kind:
        case Kind.HEAT_BREAK:
            return f"{heat.break_what(prompt, limited=settings.you.doctor_limits_fluids)} {drink}".strip()
        case Kind.HEAT_BRIEF:
            return drink
        case Kind.BEDTIME:
            return _("A gentle calf and hamstring stretch may help with night cramps.")
        case Kind.WARM_UP:
            return f"{_('Five to ten minutes of easy movement.')} {drink}".strip()
    return drink
