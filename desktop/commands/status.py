"""``uncramp status``."""

import argparse
import json
from datetime import datetime

from desktop.commands.desk import Desk
from desktop.commands.presence import presence_lines, presence_record
from desktop.commands.reply import Reply
from desktop.wording import commands as words
from desktop.wording import planned


def status(args: argparse.Namespace, desk: Desk) -> Reply:
    """Tell what comes next, what was drunk and how Uncramp runs."""
    return Reply(out=(_as_json(desk) if args.json else _as_text(desk)) + "\n")


def _as_json(desk: Desk) -> str:
    journal, around = desk.journal, desk.surroundings()
    zone, coming, paused_until = journal.zone(), journal.next_prompt(), journal.paused_until()
    age, you = around.weather_age, journal.settings().you

    def told(at: datetime) -> str:
        return at.astimezone(zone).isoformat(timespec="seconds")

    record = {
        "running": around.running,
        "next": None if coming is None else {"kind": coming.kind.value, "due_at": told(coming.due_at)},
        "intake_ml": journal.intake_ml(),
        "goal_ml": 0 if you.doctor_limits_fluids else you.drink_goal_ml,
        "paused_until": None if paused_until is None else told(paused_until),
        "notifier": around.notifier,
        "tray": around.tray,
        "weather_age_s": None if age is None else round(age.total_seconds()),
        "presence": presence_record(around.presence, told),
        "settings_problem": None if desk.settings_problem is None else desk.settings_problem.title,
    }
    return json.dumps(record, indent=2)


def _as_text(desk: Desk) -> str:
    journal, around = desk.journal, desk.surroundings()
    now, zone, paused_until = journal.clock.now(), journal.zone(), journal.paused_until()
    lines = [planned.next_prompt(journal.next_prompt(), now, zone)]
    settings = journal.settings()
    if not settings.you.doctor_limits_fluids:
        lines.append(words.intake(journal.intake_ml(), settings))
    if paused_until is not None:
        lines.append(words.paused(paused_until, now, zone))
    if around.weather_age is not None:
        lines.append(words.weather_age(around.weather_age))
    lines.append(words.running(runs=around.running, notifier=around.notifier, tray=around.tray))
    if around.running:
        lines.extend(presence_lines(around.presence, now, zone))
    return "\n".join(lines)
