"""What is said of the heat beyond a prompt: other scales, signs of heat illness, and where the weather comes from."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from desktop.wording.amounts import clock, span, temperature
from desktop.wording.catalog import _
from schedules.heat import is_beyond_index
from schedules.heat_bands import WorkBand, estimated_wbgt_c, work_band
from schedules.prompts import Band, Prompt, Reason
from schedules.settings import BlockKind, Settings, WeatherSource

MOVED_KEY = "about the move"
DANGER = (Band.DANGER, Band.EXTREME_DANGER)


def other_scales(temperature_c: float, humidity_pct: float, index_c: float) -> list[str]:
    """The band for work and the second measure, as lines of text."""
    lines = [_("For work outdoors the risk is {band} (OSHA).").format(band=work_band_name(work_band(index_c)))]
    if is_beyond_index(temperature_c):
        return [*lines, _("This is hotter than the index was made for. It may say too little.")]
    rough = round(estimated_wbgt_c(temperature_c, humidity_pct))
    return [*lines, _("A second, rough measure (WBGT without sun and wind): {celsius} °C.").format(celsius=rough)]


def work_band_name(which: WorkBand) -> str:
    """A band for work in words."""
    return {
        WorkBand.LOWER: _("lower"),
        WorkBand.MODERATE: _("moderate"),
        WorkBand.HIGH: _("high"),
        WorkBand.VERY_HIGH: _("very high"),
    }[which]


def brief_title(facts: Reason, settings: Settings) -> str:
    """The morning of a hot day in one line."""
    feels = temperature(facts.heat_index_c or 0, settings.you.units)
    return _("A hot day: it will feel like {temperature}").format(temperature=feels)


def brief_reason(facts: Reason, settings: Settings, zone: ZoneInfo) -> str:
    """When it is hot, what that hits, and when it would be cooler."""
    lines = []
    if facts.hot_from is not None and facts.hot_to is not None:
        feels = temperature(facts.heat_index_c or 0, settings.you.units)
        lines.append(
            _("Up to {temperature} from {start} to {end}.").format(
                temperature=feels, start=clock(facts.hot_from, zone), end=clock(facts.hot_to, zone)
            )
        )
    if facts.block_from is not None:
        lines.append(_block_line(facts, zone))
    if facts.band in DANGER and facts.block_from is not None:
        lines.append(_("That is dangerous heat: best moved or left out."))
    elif facts.band in DANGER:
        lines.append(_("Stay somewhere cool in those hours."))
    if facts.slot_from is not None and facts.slot_to is not None and facts.block_from is not None:
        lines.append(_slot_line(facts, zone))
    if facts.new_to_heat:
        lines.append(_("You may not be used to heat yet, so go easy."))
    return " ".join(lines)


def _block_line(facts: Reason, zone: ZoneInfo) -> str:
    assert facts.block_from is not None
    start = clock(facts.block_from, zone)
    if facts.block is BlockKind.EXERCISE:
        return _("Your exercise at {time} falls in it.").format(time=start)
    return _("Your time outdoors from {time} falls in it.").format(time=start)


def _slot_line(facts: Reason, zone: ZoneInfo) -> str:
    assert facts.slot_from is not None
    assert facts.slot_to is not None
    assert facts.block_from is not None
    start, end = clock(facts.slot_from, zone), clock(facts.slot_to, zone)
    if facts.slot_from.astimezone(zone).date() != facts.block_from.astimezone(zone).date():
        return _("Tomorrow {start} to {end} is cooler.").format(start=start, end=end)
    return _("{start} to {end} is cooler.").format(start=start, end=end)


def moved_title(facts: Reason, zone: ZoneInfo, now: datetime) -> str:
    """What was moved, and when to: ``Your exercise is now tomorrow, 07:00 to 08:00``."""
    assert facts.slot_from is not None
    assert facts.slot_to is not None
    start, end = clock(facts.slot_from, zone), clock(facts.slot_to, zone)
    later = facts.slot_from.astimezone(zone).date() > now.astimezone(zone).date()
    if facts.block is BlockKind.EXERCISE:
        told = (
            _("Your exercise is now tomorrow, {start} to {end}")
            if later
            else _("Your exercise is now {start} to {end}")
        )
    else:
        told = (
            _("Time outdoors is now tomorrow, {start} to {end}")
            if later
            else _("Time outdoors is now {start} to {end}")
        )
    return told.format(start=start, end=end)


def moved_body() -> str:
    """That the week stays as it is."""
    return _("The rest of your week stays as it is. Undo it in the Today window.")


def break_title(facts: Reason) -> str:
    """A break in one line; in danger it is no question."""
    if facts.band in DANGER:
        return _("Dangerous heat: stop, or move to a cooler place")
    return _("Take a break in the shade or indoors?")


def break_what(prompt: Prompt, *, limited: bool) -> str:
    """What to do in a heat break, by how hot it is.

    Args:
        prompt: The break. Of drinks it speaks only where it suggests one.
        limited: A doctor limits the fluids.
    """
    rest = prompt.reason.break_for
    lines = [_("Rest {span} in the shade or indoors.").format(span=span(rest or timedelta()))] if rest else []
    if prompt.reason.band in DANGER:
        lines.append(_("The heat is dangerous: stop, or go on at a cooler time."))
    if prompt.volume_ml is not None:
        lines.append(_("Drink, and have some salt: food or an electrolyte drink."))
    elif limited:
        lines += [_("Cool down with a fan or a damp cloth."), _("Ask your doctor what else to do in the heat.")]
    return " ".join(lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class IllnessPart:
    """One stage of heat illness: its signs, and what to do."""

    title: str
    signs: str
    action: str
    is_emergency: bool = False


def illness(*, limited: bool) -> tuple[IllnessPart, ...]:
    """Signs of heat illness and what to do, the most urgent first.

    Args:
        limited: A doctor limits the fluids: nothing is said of drinking.
    """
    # Source: CDC and NIOSH, heat-related illnesses; no salt tablets: American Red Cross.
    sip = "" if limited else " " + _("Take sips of water.")
    replace = "" if limited else " " + _("Have water or a sports drink, and no salt tablets.")
    return (
        IllnessPart(
            title=_("Heat stroke"),
            signs=_(
                "Confusion, slurred speech, a seizure, passing out, or very hot skin. "
                "A body temperature of {limit} or more."
            ).format(limit=_("39.4 °C (103 °F)")),
            action=_("Call the emergency number now. Cool the person fast, and give nothing by mouth."),
            is_emergency=True,
        ),
        IllnessPart(
            title=_("Heat exhaustion"),
            signs=_("Heavy sweat, cold and clammy skin, a fast weak pulse, feeling sick, dizzy or faint."),
            action=_("Go somewhere cool and loosen your clothes.")
            + sip
            + " "
            + _("Get medical help if you are sick, feel worse, or it lasts over an hour."),
        ),
        IllnessPart(
            title=_("Cramps in the heat"),
            signs=_("Painful cramps while you sweat a lot."),
            action=_("Stop, and rest somewhere cool until they are gone.")
            + replace
            + " "
            + _("Do no hard work for a few hours.")
            + " "
            + _("Get medical help if they last over an hour, or if you have heart trouble or a low-salt diet."),
        ),
    )


def illness_title() -> str:
    """Over the signs of heat illness."""
    return _("In the heat")


def illness_limited() -> str:
    """Under them, where a doctor limits the fluids."""
    return _("Your doctor limits what you take in. Ask now what you are to do in the heat.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """What stands beside the data of a source, and where it leads."""

    text: str
    link: str
    license: str = "CC BY 4.0"
    license_link: str = "https://creativecommons.org/licenses/by/4.0/"


def attribution(source: WeatherSource) -> Attribution | None:
    """The credit that a source asks for; None for what a person typed."""
    match source:
        case WeatherSource.OPEN_METEO:
            return Attribution(text=_("Weather data by Open-Meteo.com"), link="https://open-meteo.com/")
        case WeatherSource.MET_NORWAY:
            return Attribution(text=_("Weather data from MET Norway"), link="https://api.met.no/")
        case WeatherSource.NWS:
            return Attribution(
                text=_("Weather data from the US National Weather Service"),
                link="https://www.weather.gov/",
                license="",
                license_link="",
            )
    return None
