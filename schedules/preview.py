"""What settings mean before they are in force: the next 24 hours, a whole day of each kind, and where they conflict.

The same `plan` as everywhere: what is listed here is what will fire once the settings are saved.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from schedules.calendar import joined
from schedules.plan import plan
from schedules.prompts import DayPlan, HeldBack, Kind, Prompt
from schedules.settings import DatedShape, DayShape, Settings
from schedules.situation import Situation
from schedules.waking_day import ONE_DAY, Span, current, waking_day

AHEAD = timedelta(hours=24)
_LOOK_AHEAD_DAYS = 60
"""So far ahead a date with a certain shape is looked for."""
_NO_LIMIT = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """What comes in the next 24 hours, in the order of time."""

    until: datetime
    prompts: tuple[Prompt, ...]
    held_back: tuple[HeldBack, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypicalDay:
    """A whole day of one shape, as if each of its prompts is followed."""

    plan: DayPlan
    unlimited: int
    """How many prompts there would be without a limit; breaks in the heat do not count."""
    joined_by_limit: int
    """How many of those are merged into others because of the limit."""
    came: tuple[Span, ...] = ()
    """What the person's calendar has on that day."""

    @property
    def counted(self) -> int:
        """How many prompts there are that the limit is about."""
        return _counted(self.plan)


def next_hours(situation: Situation) -> Ahead:
    """The prompts of the next 24 hours: those of the plan in force, and of the plans of the days after it."""
    until = situation.now + AHEAD
    plans = [plan(situation)]
    day = current(situation.settings, situation.now, situation.zone)
    while plans[-1].bed_at < until:
        plans.append(plan(situation, plans[-1].date + ONE_DAY))
    assert plans[0].date == day.date
    return Ahead(
        until=until,
        prompts=tuple(
            one for each in plans for one in each.prompts if one.due_at < until and one.expires_at > situation.now
        ),
        held_back=tuple(one for each in plans for one in each.held_back if situation.now <= one.due_at < until),
    )


def typical_day(situation: Situation, at: int) -> TypicalDay:
    """A whole day of the shape in a place: the next one from tomorrow on."""
    on, settings = _date_for(situation, at)
    situation = replace(situation, settings=settings)
    planned, came = plan(situation, on), _came(situation, on)
    limit = settings.prompts.most_per_day
    if _counted(planned) < limit:
        return TypicalDay(plan=planned, unlimited=_counted(planned), joined_by_limit=0, came=came)
    free = replace(settings, prompts=replace(settings.prompts, most_per_day=_NO_LIMIT))
    unlimited = plan(replace(situation, settings=free), on)
    merged = _merged(planned) - _merged(unlimited)
    over = max(0, _counted(unlimited) - _counted(planned))
    return TypicalDay(plan=planned, unlimited=_counted(unlimited), joined_by_limit=min(max(0, merged), over), came=came)


def _came(situation: Situation, on: date) -> tuple[Span, ...]:
    day = joined(waking_day(situation.settings, on, situation.zone), situation.calendar)
    return tuple(span for span in day.spans if span.imported)


def _date_for(situation: Situation, at: int) -> tuple[date, Settings]:
    """A date that takes a shape, whole, and the settings in which it does."""
    settings, zone = situation.settings, situation.zone
    shape = settings.days[at]
    today = current(settings, situation.now, zone).date
    dates = [today + n * ONE_DAY for n in range(1, _LOOK_AHEAD_DAYS)]
    mine = [on for on in dates if settings.shape_of(on).name == shape.name]
    found = next((on for on in mine if _is_whole(settings, on, situation)), mine[0] if mine else None)
    if found is not None:
        return found, settings
    return dates[1], _with_dates(settings, shape, dates[1])


def _is_whole(settings: Settings, on: date, situation: Situation) -> bool:
    """Whether the day before leaves all of it."""
    day = waking_day(settings, on, situation.zone)
    return day.wake_at.astimezone(situation.zone).time() == day.shape.wake


def _with_dates(settings: Settings, shape: DayShape, on: date) -> Settings:
    """The settings with a shape on a date, and on the day before: else that one could last into it."""
    taken = (on, on - ONE_DAY)
    rest = tuple(one for one in settings.dates if one.date not in taken)
    return replace(settings, dates=(*rest, *(DatedShape(date=each, shape=shape.name) for each in taken)))


def _counted(planned: DayPlan) -> int:
    return sum(prompt.kind is not Kind.HEAT_BREAK for prompt in planned.prompts)


def _merged(planned: DayPlan) -> int:
    return sum(len(prompt.also) for prompt in planned.prompts)
