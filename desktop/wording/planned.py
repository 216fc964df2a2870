"""What the command line says of a plan and of the heat."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from desktop.wording.amounts import clock, degrees, span, temperature, volume
from desktop.wording.catalog import _
from desktop.wording.commands import moment
from desktop.wording.prompts import held, kind_name, reason, title
from schedules.heat import HeatAdvice
from schedules.prompts import Band, DayPlan, HeatSpan, HeldBack, Prompt
from schedules.settings import Settings, Units


def next_prompt(prompt: Prompt | None, now: datetime, zone: ZoneInfo) -> str:
    """What comes next."""
    if prompt is None:
        return _("Next: nothing is planned.")
    return _("Next: {what}, {time}.").format(what=kind_name(prompt.kind), time=moment(prompt.due_at, now, zone))


def day(plan: DayPlan, settings: Settings, zone: ZoneInfo) -> list[str]:
    """A day's plan as lines of text."""
    heading = _("{weekday} {date}, {shape}, {wake} to {bed}, {zone}").format(
        weekday=weekday(plan.date),
        date=plan.date.isoformat(),
        shape=plan.shape,
        wake=clock(plan.wake_at, zone),
        bed=clock(plan.bed_at, zone),
        zone=plan.timezone,
    )
    prompts = [line for prompt in plan.prompts for line in _prompt(prompt, settings, zone)]
    rest = [_held(one, zone) for one in plan.held_back] + [_heat(one, settings, zone) for one in plan.heat]
    return [heading, *(prompts or ["  " + _("No prompts.")]), *rest]


def heat_unknown() -> str:
    """A day's last line, where its heat is asked for and its weather is not known."""
    return "  " + _("The weather of this day is not known. Nothing is said of heat.")


def counts_as(advice_band: Band) -> str:
    """The class after sun and effort, where it is another."""
    return _("With sun and effort it counts as: {band}.").format(band=band(advice_band))


def heat(advice: HeatAdvice, *, drinks: bool) -> list[str]:
    """What the heat asks for, as lines of text."""
    lines = [
        _("It feels like {celsius} °C, {fahrenheit} °F: {band}.").format(
            celsius=degrees(advice.heat_index_c, Units.METRIC),
            fahrenheit=degrees(advice.heat_index_c, Units.US),
            band=band(advice.band),
        )
    ]
    if advice.advice_band is not advice.band:
        lines.append(counts_as(advice.advice_band))
    if not advice.break_min:
        return [*lines, _("No breaks beyond the usual are suggested.")]
    lines.append(
        _("Rest {span} in the shade or indoors every {every} minutes.").format(
            span=span(timedelta(minutes=advice.break_min)), every=advice.every_min
        )
    )
    if drinks:
        line = _("Drink up to {ml} ml ({oz} fl oz) an hour, and have some salt: food or an electrolyte drink.")
        ounces = volume(advice.drink_ml_per_h, Units.US).split(" ")[0]
        lines.append(line.format(ml=advice.drink_ml_per_h, oz=ounces))
    return lines


def band(which: Band) -> str:
    """A class of heat in words."""
    return {
        Band.NONE: _("no caution called for"),
        Band.CAUTION: _("caution"),
        Band.EXTREME_CAUTION: _("extreme caution"),
        Band.DANGER: _("danger"),
        Band.EXTREME_DANGER: _("extreme danger"),
    }[which]


def weekday(on: date) -> str:
    """A weekday's name."""
    return weekday_name(on.weekday())


def weekday_name(number: int) -> str:
    """The name of a weekday by its number, Monday 0."""
    names = _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday")
    return names[number]


def _prompt(prompt: Prompt, settings: Settings, zone: ZoneInfo) -> list[str]:
    amount = "" if prompt.volume_ml is None else f"  {volume(prompt.volume_ml, settings.you.units)}"
    return [
        f"  {clock(prompt.due_at, zone)}  {title(prompt, settings)}{amount}",
        f"         {reason(prompt.reason, settings, zone)}",
    ]


def _held(one: HeldBack, zone: ZoneInfo) -> str:
    return f"  {held(one, zone)} ({kind_name(one.kind)})"


def _heat(one: HeatSpan, settings: Settings, zone: ZoneInfo) -> str:
    return "  " + _("Heat {start} to {end}: feels like up to {temperature}, {band}").format(
        start=clock(one.start_at, zone),
        end=clock(one.end_at, zone),
        temperature=temperature(one.heat_index_c, settings.you.units),
        band=band(one.band),
    )
