"""``uncramp heat``."""

import argparse
import json

from desktop.commands.amounts import humidity_pct, temperature_c
from desktop.commands.desk import Desk
from desktop.commands.reply import Reply
from desktop.wording import heat as words
from desktop.wording import planned
from schedules.heat import HeatAdvice, advice, fahrenheit
from schedules.prompts import Band
from schedules.settings import Effort


def heat(args: argparse.Namespace, desk: Desk) -> Reply:
    """Work out the heat index and what it asks for.

    Where a doctor limits the fluids nothing is said of drinking; where the settings cannot be read that may be so.

    Raises:
        UsageError: The temperature or the humidity cannot be read or is not allowed.
    """
    degrees, humidity = temperature_c(args.temp), humidity_pct(args.humidity)
    found = advice(degrees, humidity, sun=args.sun, effort=Effort(args.effort))
    drinks = desk.settings_problem is None and not desk.journal.settings().you.doctor_limits_fluids
    if args.json:
        return Reply(out=json.dumps(_record(found, drinks=drinks)) + "\n")
    lines = planned.heat(found, drinks=drinks)
    if found.band is not Band.NONE:
        lines += words.other_scales(degrees, humidity, found.heat_index_c)
    return Reply(out="\n".join(lines) + "\n")


def _record(found: HeatAdvice, *, drinks: bool) -> dict[str, object]:
    return {
        "heat_index_c": round(found.heat_index_c, 2),
        "heat_index_f": round(fahrenheit(found.heat_index_c), 2),
        "band": found.band.value,
        "advice_band": found.advice_band.value,
        "break_min": found.break_min,
        "every_min": found.every_min,
        "drink_ml_per_h": found.drink_ml_per_h if drinks else 0,
    }
