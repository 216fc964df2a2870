"""What the command line answers."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from desktop.ports import LogEntry
from desktop.wording.amounts import clock, span, volume, volume_of
from desktop.wording.catalog import _, n_
from schedules.history import Cramp, Drink, Exercise, RoutineDone
from schedules.settings import Settings


def intake(ml: int, settings: Settings) -> str:
    """What was drunk so far; beside the goal where there is one to speak of."""
    you = settings.you
    if you.drink_goal_ml and not you.doctor_limits_fluids:
        amount = volume_of(ml, you.drink_goal_ml, you.units)
    else:
        amount = volume(ml, you.units)
    return _("{amount} so far today.").format(amount=amount)


def logged(entry: LogEntry, now: datetime, settings: Settings, zone: ZoneInfo) -> str:
    """That an entry is on disk."""
    return _("Noted: {entry}.").format(entry=_entry(entry, now, settings, zone))


def taken_back(entry: LogEntry, now: datetime, settings: Settings, zone: ZoneInfo) -> str:
    """That an entry was taken back."""
    return _("Taken back: {entry}.").format(entry=_entry(entry, now, settings, zone))


def paused(until: datetime, now: datetime, zone: ZoneInfo) -> str:
    """That no prompts come for a while."""
    return _("No prompts until {time}.").format(time=moment(until, now, zone))


def resumed(*, was_paused: bool) -> str:
    """That prompts come."""
    return _("Prompts come again.") if was_paused else _("Prompts were not paused.")


def opened() -> str:
    """That a window of the running instance is on its way."""
    return _("Uncramp shows it.")


def ended() -> str:
    """That the running instance ends."""
    return _("Uncramp ends.")


def moment(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """A time of day, with its date where that is not today's."""
    local = at.astimezone(zone)
    return clock(at, zone) if local.date() == now.astimezone(zone).date() else f"{local:%Y-%m-%d %H:%M}"


def running(*, runs: bool, notifier: str | None, tray: bool) -> str:
    """Whether the application runs, and through what it shows."""
    if not runs:
        return _("Uncramp is not running, so no prompts come. Start it with “uncramp”.")
    through = _("Notifications: {name}.").format(name=notifier) if notifier else _("Notifications: none.")
    return " ".join([_("Uncramp is running."), through, _("Tray icon: shown.") if tray else _("Tray icon: none.")])


def weather_age(age: timedelta) -> str:
    """How old the forecast is."""
    return _("The forecast is {span} old.").format(span=span(age))


def settings_problem(problem: str) -> str:
    """What is wrong with the settings, while others are in force."""
    return _("{problem} Other settings are in use until it is mended. See “uncramp settings check”.").format(
        problem=problem
    )


def settings_checked(problems: int, file: object) -> str:
    """What came of checking a settings file."""
    if not problems:
        return _("{file} is fine.").format(file=file)
    told = n_("{file} has {count} problem.", "{file} has {count} problems.", problems).format(file=file, count=problems)
    return f"{told} {_('Mend the lines listed and check again.')}"


def no_settings_file(file: object) -> str:
    """That there is no settings file, which is no problem."""
    return _("There is no file {file}; Uncramp goes by its defaults.").format(file=file)


def _entry(entry: LogEntry, now: datetime, settings: Settings, zone: ZoneInfo) -> str:
    return _("{what}, {time}").format(what=_what(entry, settings), time=moment(_began_at(entry), now, zone))


def _what(entry: LogEntry, settings: Settings) -> str:
    match entry:
        case Drink():
            return volume(entry.volume_ml, settings.you.units)
        case RoutineDone():
            known = {"move": _("got up"), "stretch": _("stretched"), "easy-bike": _("rode the bike")}
            return known.get(entry.routine, entry.routine)
        case Cramp():
            return _("a cramp")
        case Exercise():
            return _("exercise, {span}").format(span=span(entry.lasted))


def _began_at(entry: LogEntry) -> datetime:
    match entry:
        case Drink():
            return entry.at
        case Cramp():
            return entry.onset_at
        case RoutineDone() | Exercise():
            return entry.started_at
