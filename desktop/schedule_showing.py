"""What the schedule editor shows of a draft: its days, rules and plan as states, with every word in place."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from desktop.schedule_states import (
    AheadRow,
    AheadState,
    DayState,
    PictureEntry,
    PictureMark,
    PresetOffer,
    PresetPreview,
    Tab,
)
from desktop.settings.presets import Preset
from desktop.showing import MARKS
from desktop.wording import schedule as words
from desktop.wording import schedule_rules as rule_words
from desktop.wording.amounts import clock, volume
from desktop.wording.planned import weekday
from desktop.wording.prompts import held_why, kind_name, reason, title
from desktop.wording.schedule_rules import Routines
from desktop.wording.tray import bare, ended
from schedules.day_editing import Stretch
from schedules.editing import heir_of
from schedules.preview import next_hours, typical_day
from schedules.prompts import DayPlan, HeldBack, Kind, Prompt
from schedules.settings import Settings, Weekday
from schedules.situation import Situation
from schedules.waking_day import Span

_MINUTE = timedelta(minutes=1)


def presets() -> tuple[PresetOffer, ...]:
    """What a person can start from."""
    return tuple(PresetOffer(id=preset.value, title=words.preset_name(preset.value)) for preset in Preset)


def tabs(settings: Settings) -> tuple[Tab, ...]:
    """The kinds of day."""
    shown = []
    for shape in settings.days:
        when = words.when(shape, sum(one.shape == shape.name for one in settings.dates))
        shown.append(Tab(name=shape.name, when=when, spoken=f"{shape.name}, {when}"))
    return tuple(shown)


def day(situation: Situation, at: int) -> DayState:
    """One kind of day, and all that will come on it."""
    settings = situation.settings
    shape = settings.days[at]
    typical = typical_day(situation, at)
    owners = (next(each.name for each in settings.days if weekday in each.on) for weekday in Weekday)
    return DayState(
        shape=shape,
        weekday_of=tuple(owners),
        dates=tuple(one.date for one in settings.dates if one.shape == shape.name),
        can_delete=len(settings.days) > 1,
        heir=settings.days[heir_of(settings, at)].name,
        marks=tuple(_mark(prompt, typical.plan, situation) for prompt in typical.plan.prompts),
        came=tuple(_entry(span, typical.plan, situation) for span in typical.came),
        calendar=rule_words.calendar(typical, situation.zone),
        summary=rule_words.summary(typical.plan),
        listing=rule_words.listing(typical.plan, situation.zone),
        notes=rule_words.notes(typical, shape, situation),
    )


def ahead(situation: Situation) -> AheadState:
    """The next 24 hours."""
    coming = next_hours(situation)
    lines: list[Prompt | HeldBack] = [*coming.prompts, *coming.held_back]
    rows = tuple(_row(line, situation) for line in sorted(lines, key=lambda line: line.due_at))
    paused = situation.paused_until
    note = words.paused(paused, situation.now, situation.zone) if paused is not None and paused > situation.now else ""
    nothing = words.ahead_nothing()
    return AheadState(
        rows=rows,
        note=note or ("" if coming.prompts else nothing),
        summary=words.ahead_summary(len(coming.prompts), clock(coming.prompts[0].due_at, situation.zone))
        if coming.prompts
        else nothing,
    )


def preview(settings: Settings, wanted: Settings, preset: str, routines: Routines) -> PresetPreview:
    """What starting from a preset would change."""
    return PresetPreview(
        title=words.preset_title(preset),
        lines=tuple(_changes(settings, wanted, routines)) or (words.preset_nothing(),),
    )


def _changes(settings: Settings, wanted: Settings, routines: Routines) -> Iterator[str]:
    if wanted.days != settings.days:
        yield from map(words.preset_day, wanted.days)
    if settings.dates:
        yield words.preset_dates(len(settings.dates))
    before = [rule_words.plain(rule) for rule in rule_words.rules(settings, routines)]
    yield from (text for rule in rule_words.rules(wanted, routines) if (text := rule_words.plain(rule)) not in before)
    if wanted.heat.on != settings.heat.on:
        yield words.preset_heat(is_on=wanted.heat.on)
    if set(wanted.you.avoid_positions) != set(settings.you.avoid_positions):
        yield words.preset_positions(wanted.you.avoid_positions)


def _mark(prompt: Prompt, plan: DayPlan, situation: Situation) -> PictureMark:
    kinds = prompt.kinds if Kind.DRINK not in prompt.kinds else _drink_last(prompt.kinds)
    return PictureMark(
        minute=_minute(prompt.due_at, plan, situation),
        marks=tuple(dict.fromkeys(MARKS[kind] for kind in kinds)),
        spoken=f"{clock(prompt.due_at, situation.zone)} {bare(title(prompt, situation.settings))}",
    )


def _entry(span: Span, plan: DayPlan, situation: Situation) -> PictureEntry:
    start, end = (_minute(at, plan, situation) for at in (span.start_at, span.end_at))
    return PictureEntry(
        kind=span.kind, place=Stretch(start=start, end=end), spoken=rule_words.entry(span, situation.zone)
    )


def _minute(at: datetime, plan: DayPlan, situation: Situation) -> int:
    """From midnight of the date that a day begins on, by the clock on the wall."""
    midnight = plan.wake_at.astimezone(situation.zone).replace(hour=0, minute=0, tzinfo=None)
    return (at.astimezone(situation.zone).replace(tzinfo=None) - midnight) // _MINUTE


def _drink_last(kinds: tuple[Kind, ...]) -> tuple[Kind, ...]:
    return (*(kind for kind in kinds if kind is not Kind.DRINK), Kind.DRINK)


def _row(line: Prompt | HeldBack, situation: Situation) -> AheadRow:
    settings, zone = situation.settings, situation.zone
    time = clock(line.due_at, zone)
    if isinstance(line, HeldBack):
        told = words.held_row(kind_name(line.kind), held_why(line.why))
        spoken = ended(f"{time}, {told}")
    else:
        told = bare(title(line, settings))
        if line.kind is Kind.DRINK and line.volume_ml is not None:
            told = words.drink_row(volume(line.volume_ml, settings.you.units))
        spoken = f"{ended(f'{time}, {told}')} {reason(line.reason, settings, zone)}"
    return AheadRow(
        day=_heading(line.due_at, situation),
        time=time,
        title=told,
        mark=MARKS[line.kind],
        spoken=spoken,
        quiet=isinstance(line, HeldBack),
    )


def _heading(at: datetime, situation: Situation) -> str:
    on = at.astimezone(situation.zone).date()
    today = situation.now.astimezone(situation.zone).date()
    if on == today:
        return words.today(weekday(on))
    return words.tomorrow(weekday(on))
