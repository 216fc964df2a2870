"""The words of a day's heat: the curve, its line of now, its age, and the blocks on it."""

from datetime import timedelta

from desktop.states import HeatBlock, HeatDay, HeatPoint
from desktop.wording.amounts import clock, span, temperature
from desktop.wording.catalog import _
from desktop.wording.planned import band, counts_as
from schedules.heat import BAND_FLOORS_F, celsius
from schedules.prompts import Band
from schedules.settings import BlockKind, Units, WeatherSource
from schedules.wall_clock import MINUTE


def title() -> str:
    """Over the curve."""
    return _("Heat today")


def now_line(day: HeatDay) -> str:
    """How it is now: ``Now it feels like 36 °C: extreme caution.``. Empty where it is not known."""
    if day.now_c is None:
        return ""
    feels = temperature(day.now_c, day.units)
    if day.band is Band.NONE:
        return _("Now it feels like {temperature}.").format(temperature=feels)
    return _("Now it feels like {temperature}: {band}.").format(temperature=feels, band=band(day.band))


def advice_line(day: HeatDay) -> str:
    """What the class of now asks for; empty where it asks for nothing."""
    said = {
        Band.CAUTION: _("Take breaks in the shade."),
        Band.EXTREME_CAUTION: _("Rest in the shade often, and go easy."),
        Band.DANGER: _("The heat is dangerous: stop, or move to a cooler place."),
        Band.EXTREME_DANGER: _("The heat is very dangerous: stop now, and go somewhere cool."),
    }.get(day.advice_band, "")
    if day.advice_band is not day.band:
        said = f"{counts_as(day.advice_band)} {said}"
    return f"{said} {_('You may not be used to heat yet.')}" if said and day.new_to_heat else said


def peak(day: HeatDay) -> HeatPoint:
    """The hottest hour, the first of equals."""
    return max(day.points, key=lambda point: point.heat_index_c)


def peak_line(day: HeatDay) -> str:
    """How hot it gets: ``Up to 41 °C at 15:00: danger.``."""
    top = peak(day)
    feels, time = temperature(top.heat_index_c, day.units), clock(top.at, day.zone)
    if day.source is WeatherSource.TYPED:
        return _("You typed it in at {time}. It counts for three hours.").format(time=time)
    if top.band is Band.NONE:
        return _("It gets to {temperature} at {time}.").format(temperature=feels, time=time)
    return _("It gets to {temperature} at {time}: {band}.").format(temperature=feels, time=time, band=band(top.band))


def shade_line(day: HeatDay) -> str:
    """That the numbers hold in the shade; empty on a day without heat."""
    if peak(day).band is Band.NONE:
        return ""
    # Source: CDC/NIOSH Heat Safety Tool: full sun can add up to 15 °F.
    more = _("{count} °F").format(count=15) if day.units is Units.US else _("{count} °C").format(count=8)
    return _("That is in the shade. Full sun can add up to {temperature}.").format(temperature=more)


def age_line(day: HeatDay) -> str:
    """How old the weather is, and that old weather does nothing."""
    if day.age is None:
        return ""
    if day.age < MINUTE:
        return _("This weather is fresh.")
    told = _("This weather is {span} old.").format(span=span(_coarse(day.age)))
    return f"{told} {_('That is too old: nothing goes by it.')}" if day.is_old else told


def block_line(number: int, block: HeatBlock, day: HeatDay) -> str:
    """A block under the curve: ``2  Exercise, 18:00 to 19:00: danger``."""
    start, end = clock(block.start_at, day.zone), clock(block.end_at, day.zone)
    name = block_name(block.kind)
    if block.band is None or day.is_old:
        return _("{number}  {block}, {start} to {end}").format(number=number, block=name, start=start, end=end)
    return _("{number}  {block}, {start} to {end}: {band}").format(
        number=number, block=name, start=start, end=end, band=band(block.band)
    )


def block_name(kind: BlockKind) -> str:
    """A kind of block in a word or two."""
    return {
        BlockKind.DESK: _("Desk"),
        BlockKind.STANDING: _("Standing"),
        BlockKind.EXERCISE: _("Exercise"),
        BlockKind.OUTDOORS: _("Outdoors"),
        BlockKind.QUIET: _("Quiet"),
    }[kind]


def floor_label(which: Band, floor_c: float, day: HeatDay, *, short: bool) -> str:
    """Beside the line at which a class begins: ``danger 39 °C``, or the temperature alone."""
    if short:
        return temperature(floor_c, day.units)
    return _("{band} {temperature}").format(band=band(which), temperature=temperature(floor_c, day.units))


def floors_line(day: HeatDay) -> str:
    """Under a picture that has no room for the names: what its lines stand for."""
    top = max(peak(day).heat_index_c, celsius(BAND_FLOORS_F[-1][0]))
    floors = [(celsius(floor_f), which) for floor_f, which in reversed(BAND_FLOORS_F)]
    named = (floor_label(which, floor, day, short=False) for floor, which in floors if floor <= top + 1)
    return _("Lines: {lines}.").format(lines=", ".join(named))


def now_mark() -> str:
    """At the line of now."""
    return _("now")


def peak_mark(day: HeatDay) -> str:
    """At the top of the curve."""
    return temperature(peak(day).heat_index_c, day.units)


def curve_spoken(day: HeatDay) -> str:
    """The curve as a screen reader says it."""
    blocks = (block_line(number, block, day) for number, block in enumerate(day.blocks, 1))
    said = (_("Picture of the heat today."), peak_line(day), *(f"{line}." for line in blocks))
    return " ".join(said)


def unknown() -> str:
    """In Today, where the weather is wanted and not known; it opens the window of the weather."""
    return _("Today's weather is not known. Nothing is said of heat.")


def license_spoken(name: str) -> str:
    """The link to the license of the weather data."""
    return _("License of the weather data: {name}").format(name=name)


def signs() -> str:
    """The button that opens the signs of heat illness."""
    return _("Signs of heat illness")


def sure() -> str:
    """The button that opens what is behind the advice."""
    return _("How sure is this?")


def open_window() -> str:
    """The button, and the menu item, that opens the window of the weather."""
    return _("Weather and heat…")


def _coarse(age: timedelta) -> timedelta:
    """In whole minutes, and in whole hours after the first few."""
    whole = timedelta(hours=1) if age >= timedelta(hours=6) else MINUTE
    return age // whole * whole
