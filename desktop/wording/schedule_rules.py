"""The rules of the day as sentences with parts that can be changed, and what they come to on a day."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from desktop.schedule_states import PartText, Rule
from desktop.schedule_wishes import Part
from desktop.wording.amounts import ML_PER_FL_OZ, clock, grouped, span, volume
from desktop.wording.catalog import _, n_, small
from desktop.wording.planned import weekday
from desktop.wording.prompts import held_why, kind_name
from desktop.wording.schedule import block_name, refused
from schedules.editing import Refusal
from schedules.preview import TypicalDay
from schedules.prompts import DayPlan, HeldBack, HeldWhy, Kind
from schedules.settings import BedtimeChoice, BlockKind, DayShape, Settings, Units
from schedules.situation import Situation
from schedules.waking_day import Span
from schedules.wall_clock import moment

Routines = tuple[tuple[str, str], ...]
"""The routines before bed: id and title."""


def rules(settings: Settings, routines: Routines) -> tuple[Rule, ...]:
    """Every rule; none of drinks where a doctor limits them."""
    drink = () if settings.you.doctor_limits_fluids else (_drink(settings),)
    return (*drink, _move(settings), _bedtime(settings, routines), _prompts(settings))


def plain(rule: Rule) -> str:
    """A rule as one text, as it stands."""
    shown = {part.part.name.lower(): part.shown for part in rule.parts}
    return " ".join(sentence.format(**shown) for sentence in rule.sentences)


def part_wrong(refusal: Refusal, facts: tuple[object, ...], units: Units) -> str:
    """Why a part of a rule cannot be what was typed."""
    match facts:
        case (Part() as part, int() as least, int() as most):
            allowed = [_amount(part, number, units) for number in (least, most)]
            return _("Write something from {least} to {most}.").format(least=allowed[0], most=allowed[1])
        case _:
            return refused(refusal, facts)


def summary(plan: DayPlan) -> str:
    """What a day brings: ``8 glasses · 3 breaks to stand and stretch · warm-up``."""
    kinds = [kind for prompt in plan.prompts for kind in prompt.kinds]
    glasses = sum(prompt.volume_ml is not None for prompt in plan.prompts)
    moves, together = kinds.count(Kind.MOVE), sum(bool(prompt.also) for prompt in plan.prompts)
    parts = [
        n_("{count} glass", "{count} glasses", glasses).format(count=glasses) if glasses else "",
        n_("{count} break to stand and stretch", "{count} breaks to stand and stretch", moves).format(count=moves)
        if moves
        else "",
        *(small(kind_name(kind)) for kind in dict.fromkeys(kinds) if kind not in {Kind.DRINK, Kind.MOVE}),
        n_("{count} prompt asks for two things", "{count} prompts ask for two things", together).format(count=together)
        if together
        else "",
    ]
    return " · ".join(part for part in parts if part) or _("No prompts on such a day.")


def listing(plan: DayPlan, zone: ZoneInfo) -> str:
    """Each prompt of a day with its time: ``15:45 drink · 23:30 stand and stretch, drink``."""
    return " · ".join(
        f"{clock(prompt.due_at, zone)}\u00a0{', '.join(_short(kind) for kind in prompt.kinds)}"
        for prompt in plan.prompts
    )


def calendar(day: TypicalDay, zone: ZoneInfo) -> str:
    """What the calendar has on a day; nothing where it has nothing."""
    if not day.came:
        return ""
    return _("From your calendar on {day}: {blocks}.").format(
        day=weekday(day.plan.date), blocks="; ".join(entry(span, zone) for span in day.came)
    )


def entry(span: Span, zone: ZoneInfo) -> str:
    """An entry of the calendar by what it counts as: ``Exercise, 18:00 to 19:00``."""
    return _("{block}, {start} to {end}").format(
        block=block_name(span.kind), start=clock(span.start_at, zone), end=clock(span.end_at, zone)
    )


def _short(kind: Kind) -> str:
    return _("drink") if kind is Kind.DRINK else small(kind_name(kind))


def notes(day: TypicalDay, shape: DayShape, situation: Situation) -> tuple[str, ...]:
    """Where the rules conflict on a day, in words."""
    settings = situation.settings
    found = [_over_limit(day, settings.prompts.most_per_day)] if day.unlimited > day.counted else []
    if day.plan.wake_at > moment(day.plan.date, shape.wake, situation.zone):
        begins = clock(day.plan.wake_at, situation.zone)
        found.append(_("The day before lasts until {time}: this one begins only then.").format(time=begins))
    kinds = {block.kind for block in shape.blocks} | {span.kind for span in day.came}
    if settings.move.on and not kinds & {BlockKind.DESK, BlockKind.STANDING}:
        found.append(_("Without a desk or standing block nothing asks you to get up on this day."))
    reasons = dict.fromkeys(
        (held.kind, held.why) for held in day.plan.held_back if held.why is not HeldWhy.MOST_PER_DAY
    )
    for kind, why in reasons:
        times = [held for held in day.plan.held_back if (held.kind, held.why) == (kind, why)]
        found.append(_held(kind, why, times, situation))
    return tuple(found)


def _held(kind: Kind, why: HeldWhy, times: list[HeldBack], situation: Situation) -> str:
    return _("{what}, {times}: held back, because {why}.").format(
        what=kind_name(kind),
        times=", ".join(clock(one.due_at, situation.zone) for one in times),
        why=held_why(why),
    )


def _over_limit(day: TypicalDay, limit: int) -> str:
    over = day.unlimited - day.counted
    joined, held = day.joined_by_limit, over - day.joined_by_limit
    parts = [
        _("This would be {count} prompts; your limit is {limit}.").format(count=day.unlimited, limit=limit),
        n_("One will be merged with another.", "{count} will be merged with others.", joined).format(count=joined)
        if joined
        else "",
        n_("One will be held back.", "{count} will be held back.", held).format(count=held) if held else "",
    ]
    return " ".join(part for part in parts if part)


def _drink(settings: Settings) -> Rule:
    you, drink = settings.you, settings.drink
    goal = volume(you.drink_goal_ml, you.units) if you.drink_goal_ml else _("no daily goal")
    toward = (
        _("Offer a glass of {glass} toward {goal} a day, until {stop} before bed.")
        if you.drink_goal_ml
        else _("Offer a glass of {glass} with {goal}, until {stop} before bed.")
    )
    sentences = (toward, _("Let no more than {gap} pass between two glasses."))
    return Rule(
        switch=Part.DRINK,
        name=_("Drinks"),
        is_on=drink.on,
        sentences=sentences if drink.on else (_("No prompts to drink."),),
        parts=(
            _volume(Part.GLASS, you.glass_ml, volume(you.glass_ml, you.units), settings, _("One glass, {unit}")),
            _volume(Part.GOAL, you.drink_goal_ml, goal, settings, _("Drinks in a day, {unit}; 0 for no goal")),
            _minutes(Part.STOP, drink.stop_before_bed_min, _("No drink prompts before bed, in minutes")),
            _minutes(Part.GAP, drink.longest_gap_min, _("Longest time between two glasses, in minutes")),
        )
        if drink.on
        else (),
    )


def _move(settings: Settings) -> Rule:
    move = settings.move
    return Rule(
        switch=Part.MOVE,
        name=_("Movement"),
        is_on=move.on,
        sentences=(
            _("Remind me to stand and stretch after {every} of sitting, or to sit after as long on my feet.")
            if move.on
            else _("No prompts to get up."),
        ),
        parts=(_minutes(Part.EVERY, move.every_min, _("Time at the desk before a break, in minutes")),)
        if move.on
        else (),
    )


def _bedtime(settings: Settings, routines: Routines) -> Rule:
    bedtime = settings.bedtime
    title = dict(routines).get(bedtime.routine, bedtime.routine)
    only_bike = bedtime.choice is BedtimeChoice.BIKE
    sentence = (
        _("Offer to {choice} {before_bed} before bed.")
        if only_bike
        else _("Offer to {choice} {before_bed} before bed, with the routine {routine}.")
    )
    routine = PartText(
        part=Part.ROUTINE,
        shown=title,
        question=_("Which routine before bed?"),
        choices=routines or (("bedtime", title),),
    )
    choice = PartText(
        part=Part.CHOICE,
        shown=_choice(bedtime.choice),
        question=_("What to offer before bed?"),
        choices=tuple((each.value, _choice(each)) for each in BedtimeChoice),
    )
    before = _minutes(Part.BEFORE_BED, bedtime.before_bed_min, _("How long before bed, in minutes"))
    parts = (choice, before) if only_bike else (choice, before, routine)
    return Rule(
        switch=Part.BEDTIME,
        name=_("Before bed"),
        is_on=bedtime.on,
        sentences=(sentence if bedtime.on else _("No prompts before bed."),),
        parts=parts if bedtime.on else (),
    )


def _prompts(settings: Settings) -> Rule:
    prompts = settings.prompts
    most = PartText(
        part=Part.MOST,
        shown=n_("{count} prompt", "{count} prompts", prompts.most_per_day).format(count=prompts.most_per_day),
        question=_("Most prompts in a day"),
        typed=str(prompts.most_per_day),
    )
    return Rule(
        switch=Part.SOUND,
        name=_("Sound"),
        is_on=prompts.sound,
        sentences=(
            _("Send at most {most} a day, at least {apart} apart."),
            _("They come with a sound.") if prompts.sound else _("They come without a sound."),
        ),
        parts=(most, _minutes(Part.APART, prompts.smallest_gap_min, _("Least time between prompts, in minutes"))),
    )


def _choice(which: BedtimeChoice) -> str:
    return {
        BedtimeChoice.STRETCH: _("stretch"),
        BedtimeChoice.BIKE: _("ride the bike"),
        BedtimeChoice.EITHER: _("stretch or ride the bike"),
        BedtimeChoice.BOTH: _("ride the bike, then stretch,"),
    }[which]


def _volume(part: Part, ml: int, shown: str, settings: Settings, question: str) -> PartText:
    metric = settings.you.units is Units.METRIC
    unit = _("in ml") if metric else _("in fl oz")
    typed = str(ml) if metric else grouped(ml / ML_PER_FL_OZ)
    return PartText(part=part, shown=shown, question=question.format(unit=unit), typed=typed)


def _minutes(part: Part, minutes: int, question: str) -> PartText:
    return PartText(part=part, shown=span(timedelta(minutes=minutes)), question=question, typed=str(minutes))


def _amount(part: Part, number: int, units: Units) -> str:
    if part in {Part.GOAL, Part.GLASS}:
        return volume(number, units)
    return str(number) if part is Part.MOST else _("{count} minutes").format(count=number)
