"""Days to show: the states that the tests of the windows and the screenshots share."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from desktop.offers import GuideOffer, Offers, PromptOffer
from desktop.ports import Button, Notice
from desktop.states import AheadLine, DayNotice, Fluids, Mark, Night, NoticeKind, Pace, PastLine, TodayState
from schedules.history import Drink
from schedules.prompts import Answer
from schedules.settings import Units

ZONE = ZoneInfo("Europe/Berlin")
DAY = date(2026, 11, 19)


def at(hour: int, minute: int = 0) -> datetime:
    """A moment of the example's day, in UTC as the store has it."""
    return datetime(2026, 11, 19, hour, minute, tzinfo=ZONE).astimezone(UTC)


def offer(key: str, title: str, due_at: datetime, reason: str = "") -> PromptOffer:
    """A prompt to stand up, with the buttons of its notification."""
    answers = ((Answer.START, "Start"), (Answer.DID_IT, "Did it"), (Answer.LATER, "Later"), (Answer.SKIP, "Skip"))
    buttons = tuple(Button(answer=answer, label=label) for answer, label in answers)
    evidence = "stretch-before-bed" if key.startswith("bedtime") else "get-up-often"
    return PromptOffer(key=key, title=title, due_at=due_at, reason=reason, buttons=buttons, evidence=evidence)


def ahead(key: str, due_at: datetime, mark: Mark, title: str, reason: str) -> AheadLine:
    """A line of the plan that can be answered."""
    return AheadLine(at=due_at, mark=mark, title=title, reason=reason, offer=offer(key, title, due_at, reason))


GUIDES = (
    GuideOffer(routine="desk", title="One minute at the desk"),
    GuideOffer(routine="bedtime", title="Stretches before bed"),
    GuideOffer(routine="easy-bike", title="Easy ride"),
)

OFFERS = Offers(
    now=at(13, 42),
    zone=ZONE,
    undo=Drink(at=at(13, 5), volume_ml=250, id=3),
    next=replace(offer("move@1420", "Stand and stretch for 30 seconds?", at(14, 20)), name="Stand and stretch"),
    guides=GUIDES,
)

WORKDAY = TodayState(
    day=DAY,
    offers=OFFERS,
    fluids=Fluids(intake_ml=750, goal_ml=2000, pace=Pace.ON, next_at=at(14, 20), stops_at=at(21)),
    nights=(Night.DONE, Night.DONE, Night.OFF, Night.DONE, Night.DONE, Night.AWAY, Night.DONE),
    stood_up=4,
    behind=(
        PastLine(at=at(8, 5), mark=Mark.DRINK, title="A drink, 250 ml"),
        PastLine(at=at(10, 40), mark=Mark.MOVE, title="You got up by yourself (counted)", quiet=True),
        PastLine(at=at(11, 30), mark=Mark.DRINK, title="A drink, 250 ml"),
        PastLine(at=at(12), mark=Mark.NOTE, title="Held back 12:00: you asked for quiet then", quiet=True),
        PastLine(at=at(13, 5), mark=Mark.DRINK, title="A drink, 250 ml"),
    ),
    ahead=(
        ahead("move@1420", at(14, 20), Mark.MOVE, "Stand, stretch 30 s, have a glass?", "80 minutes seated."),
        ahead("warm-up@1750", at(17, 50), Mark.EXERCISE, "Warm up for a few minutes", "Your exercise starts at 18:00."),
        AheadLine(at=at(21), mark=Mark.NOTE, title="Drink prompts rest until morning"),
        ahead("bedtime@2215", at(22, 15), Mark.BEDTIME, "Stretch before bed?", "Bed is at 23:00."),
    ),
)

WAITING = replace(
    WORKDAY,
    offers=replace(
        OFFERS,
        waiting=offer("move@1340", "Stand and stretch for 30 seconds?", at(13, 40), "80 minutes seated."),
        paused_until=at(15),
    ),
    notices=(
        DayNotice(kind=NoticeKind.SETTINGS, detail="settings.toml, line 12: drink_goal_ml is 9000, above 6,000."),
        DayNotice(kind=NoticeKind.NO_TRAY),
    ),
)

EMPTY = TodayState(day=DAY, offers=replace(OFFERS, undo=None, next=None), habits_on=False)

LIMITED = replace(
    WORKDAY,
    offers=replace(OFFERS, glass_ml=None, mug_ml=None),
    fluids=None,
    behind=tuple(line for line in WORKDAY.behind if line.mark is not Mark.DRINK),
    ahead=(
        ahead("move@1420", at(14, 20), Mark.MOVE, "Stand and stretch for 30 seconds", "80 minutes seated."),
        ahead("bedtime@2215", at(22, 15), Mark.BEDTIME, "Stretch before bed", "Bed is at 23:00."),
    ),
)

REACHED = replace(
    WORKDAY,
    fluids=Fluids(intake_ml=2250, goal_ml=2000, pace=Pace.REACHED),
    offers=replace(OFFERS, now=at(22, 50), next=None),
    ahead=(),
)

US = replace(WORKDAY, offers=replace(OFFERS, units=Units.US, glass_ml=237, mug_ml=355))

LONG = replace(
    WORKDAY,
    behind=tuple(
        PastLine(at=at(7) + timedelta(minutes=9 * n), mark=Mark.DRINK, title="A drink, 50 ml") for n in range(40)
    ),
)

NOTICE = Notice(
    key="move@1340",
    title="Stand, stretch 30 s, have a glass?",
    body="80 minutes seated. 750 of 2,000 ml so far. Suggested: 250 ml.",
    buttons=offer("move@1340", "", at(13, 40)).buttons,
)
