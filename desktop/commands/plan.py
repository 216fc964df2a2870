"""``uncramp plan``: what the application will do, by the same plan."""

import argparse
import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from desktop.adapters.zone import zone_of
from desktop.commands.amounts import quoted
from desktop.commands.desk import Desk
from desktop.commands.reply import Reply
from desktop.errors import UsageError
from desktop.journal import Journal, no_forecast
from desktop.wording import planned, prompts
from desktop.wording.catalog import _
from schedules.history import History
from schedules.plan import plan
from schedules.prompts import DayPlan, Prompt
from schedules.settings import WeatherSource
from schedules.situation import Situation
from schedules.waking_day import current
from schedules.weather import Forecast

FIRST, LAST = date(1970, 1, 2), date(2199, 12, 31)
NONE = "none"


def show_plan(args: argparse.Namespace, desk: Desk) -> Reply:
    """Print the plan of one or more days.

    Raises:
        UsageError: The date or a file cannot be used.
        StoreError: The records cannot be read.
    """
    wanted = _date(args.date) if args.date else None
    situation = _situation(args, desk)
    first = wanted or current(situation.settings, situation.now, situation.zone).date
    days = [plan(situation, on=first + timedelta(days=n)) for n in range(args.days)]
    if args.json:
        return Reply(out=json.dumps([_record(day, situation) for day in days], indent=2) + "\n")
    texts = ("\n".join(_lines(day, situation)) for day in days)
    return Reply(out="\n\n".join(texts) + "\n")


def _lines(day: DayPlan, situation: Situation) -> list[str]:
    """A day as text. Without a word of heat it looks mild: told is where heat is asked for and not known."""
    lines = planned.day(day, situation.settings, situation.zone)
    heat, weather = situation.settings.heat, situation.weather
    wanted = heat.on and (heat.source is not WeatherSource.OFF or situation.forecast is not None)
    known = weather is not None and bool(weather.between(day.wake_at, day.bed_at))
    return [*lines, planned.heat_unknown()] if wanted and not known else lines


def _date(text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or not FIRST <= found <= LAST:
        raise UsageError(
            _("{text} is not a date to plan.").format(text=quoted(text)),
            _("Write it as 2026-07-15; allowed is {first} to {last}.").format(first=FIRST, last=LAST),
        )
    return found


def _situation(args: argparse.Namespace, desk: Desk) -> Situation:
    """What the plan depends on: what the desk knows, and files named in the place of it."""
    journal = desk.journal
    if args.settings:
        journal = _by_other_settings(journal, Path(args.settings))
    elif desk.settings_problem is not None and not desk.surroundings().running:
        # There are no last valid settings to plan by, and a plan by the defaults would only look like the person's own.
        raise desk.settings_problem
    situation = _by_other_records(journal, args.history) if args.history else journal.situation()
    return replace(situation, forecast=_other_forecast(args.weather)) if args.weather else situation


def _by_other_settings(journal: Journal, file: Path) -> Journal:
    from desktop.commands import borrowed

    settings = borrowed.settings_in(file)
    zone = zone_of(settings.timezone)
    forecast = no_forecast if settings.heat.source is WeatherSource.OFF else journal.forecast
    return Journal(journal.store, journal.clock, lambda: settings, lambda: zone, forecast, calendar=journal.calendar)


def _by_other_records(journal: Journal, named: str) -> Situation:
    """The situation with the records of a file, or with none; the person's own are not even opened."""
    history, paused_until = History(), None
    if named != NONE:
        from desktop.commands import borrowed

        history, paused_until = borrowed.records_in(Path(named), journal.clock)
    return Situation(
        now=journal.clock.now(),
        zone=journal.zone(),
        settings=journal.settings(),
        history=history,
        forecast=journal.forecast(),
        paused_until=paused_until,
        calendar=journal.calendar(journal.clock.now()),
    )


def _other_forecast(named: str) -> Forecast | None:
    if named == NONE:
        return None
    from desktop.commands import borrowed

    return borrowed.forecast_in(Path(named))


def _record(day: DayPlan, situation: Situation) -> dict[str, object]:
    """A day as ``plan --json`` prints it."""

    def told(at: datetime) -> str:
        return at.astimezone(situation.zone).isoformat(timespec="seconds")

    def prompt(one: Prompt) -> dict[str, object]:
        return {
            "kind": one.kind.value,
            "also": [kind.value for kind in one.also],
            "due_at": told(one.due_at),
            "expires_at": told(one.expires_at),
            "volume_ml": one.volume_ml,
            "routine": one.routine,
            "title": prompts.title(one, situation.settings),
            "body": prompts.body(one, situation.settings, situation.zone),
            "reason": prompts.reason(one.reason, situation.settings, situation.zone),
        }

    return {
        "date": day.date.isoformat(),
        "shape": day.shape,
        "timezone": day.timezone,
        "wake_at": told(day.wake_at),
        "bed_at": told(day.bed_at),
        "prompts": [prompt(one) for one in day.prompts],
        "held_back": [
            {"kind": one.kind.value, "due_at": told(one.due_at), "why": one.why.value} for one in day.held_back
        ],
        "heat": [
            {
                "from": told(span.start_at),
                "to": told(span.end_at),
                "heat_index_c": span.heat_index_c,
                "band": span.band.value,
            }
            for span in day.heat
        ],
    }
