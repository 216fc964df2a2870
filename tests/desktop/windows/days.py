"""Days to show: the states that the tests of the windows and the screenshots share."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from desktop.month_states import DayMark, MonthState
from desktop.offers import GuideOffer, Offers, PromptOffer
from desktop.ports import Button, Notice
from desktop.states import AheadLine, BlockLine, DayNotice, Fluids, Mark, Night, NoticeKind, Pace, PastLine, TodayState
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
        PastLine(at=at(8, 5), mark=Mark.DRINK, title="A drink, 250 ml", entry=Drink(at=at(8, 5), volume_ml=250, id=1)),
        PastLine(at=at(10, 40), mark=Mark.MOVE, title="You got up by yourself (counted)", quiet=True),
        PastLine(
            at=at(11, 30), mark=Mark.DRINK, title="A drink, 250 ml", entry=Drink(at=at(11, 30), volume_ml=250, id=2)
        ),
        PastLine(at=at(12), mark=Mark.NOTE, title="Held back 12:00: you asked for quiet then", quiet=True),
        PastLine(
            at=at(13, 5), mark=Mark.DRINK, title="A drink, 250 ml", entry=Drink(at=at(13, 5), volume_ml=250, id=3)
        ),
    ),
    blocks=(
        BlockLine(at=at(9), until=at(12), mark=Mark.DESK, title="Desk until 12:00"),
        BlockLine(at=at(12), until=at(13), mark=Mark.QUIET, title="Quiet until 13:00"),
        BlockLine(at=at(13), until=at(17, 30), mark=Mark.DESK, title="Desk until 17:30"),
        BlockLine(at=at(18), until=at(19), mark=Mark.EXERCISE, title="Exercise until 19:00"),
    ),
    ahead=(
        ahead("move@1420", at(14, 20), Mark.MOVE, "Stand, stretch 30 s, have a glass?", "80 minutes seated."),
        AheadLine(at=at(15, 50), mark=Mark.MOVE, title="Skipped: Stand and stretch", quiet=True, skipped="move@1550"),
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


def _mark(day: int) -> DayMark:
    """A month with a little of everything."""
    share = (0.0, 1.0, 0.85, 0.6, 1.0, 0.3, 0.75)[day % 7]
    return DayMark(
        day=date(2026, 11, day),
        words=f"{day} November: {round(share * 2000)} of 2,000 ml" if share else f"{day} November: nothing noted",
        share=share if day <= 19 else 0.0,
        stretched=day <= 18 and day % 3 != 0,
        moved=day <= 19 and day % 2 == 0,
        cramp=day in (6, 14),
        is_ahead=day > 19,
    )


MONTH = replace(
    WORKDAY,
    month=MonthState(
        title="November 2026",
        first=date(2026, 11, 1),
        days=tuple(_mark(day) for day in range(1, 31)),
        chosen=DAY,
        today=DAY,
    ),
)

PAST = replace(
    WORKDAY,
    day=date(2026, 11, 17),
    offers=replace(OFFERS, undo=None),
    fluids=Fluids(intake_ml=1750, goal_ml=2000, pace=Pace.OVER),
    nights=(),
    blocks=(),
    ahead=(),
    is_today=False,
)

NOTHING_PAST = replace(PAST, behind=(), stood_up=0, fluids=None)

CHANGED = replace(WORKDAY, changed="Deleted: 11:30, 250 ml", behind=(*WORKDAY.behind[:2], *WORKDAY.behind[3:]))

NO_GOAL = replace(
    WORKDAY, fluids=Fluids(intake_ml=750, goal_ml=0, pace=Pace.NO_GOAL, next_at=at(14, 20), stops_at=at(21))
)

NIGHT = replace(
    WORKDAY,
    offers=replace(OFFERS, now=datetime(2026, 11, 20, 0, 20, tzinfo=ZONE).astimezone(UTC), next=None),
    fluids=Fluids(intake_ml=1750, goal_ml=2000, pace=Pace.RESTING),
    after_midnight=True,
    ahead=(
        AheadLine(
            at=datetime(2026, 11, 20, 7, 0, tzinfo=ZONE).astimezone(UTC),
            mark=Mark.NOTE,
            title="Friday, 20 November begins",
            quiet=True,
        ),
    ),
)
