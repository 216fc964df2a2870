"""What the command line's help says."""

from collections.abc import Mapping
from functools import cache

from desktop.wording.catalog import _


def about() -> str:
    """The program in a sentence."""
    return _("Helps with leg cramps: prompts to drink, move and stretch, and a way through a cramp when it comes.")


def headings() -> Mapping[str, str]:
    """The headings over lists of commands."""
    return {
        "command": _("commands; without one, Uncramp starts in the tray"),
        "what": _("what to note"),
        "action": _("what to do"),
    }


@cache
def commands() -> Mapping[str, str]:
    """What each command does."""
    return {
        "plan": _("show the prompts of a day and why each comes"),
        "log": _("note a drink, a stretch, a ride, a break, exercise or a cramp"),
        "log drink": _("note a drink; without an amount, one glass"),
        "log stretch": _("note that you stretched"),
        "log bike": _("note an easy ride"),
        "log move": _("note that you got up"),
        "log exercise": _("note exercise"),
        "log cramp": _("note a cramp; everything but when it came is optional"),
        "undo": _("take the last note back"),
        "status": _("show the next prompt, what you drank, and how Uncramp runs"),
        "pause": _("show no prompts for a while"),
        "resume": _("end the pause"),
        "stretch": _("open the stretch guide"),
        "relief": _("open the way through a cramp that is there now"),
        "show": _("open a window"),
        "heat": _("work out what a temperature and a humidity ask for"),
        "settings": _("check the settings file, or say where it is"),
        "settings check": _("check a settings file"),
        "settings path": _("say where the settings file is"),
        "doctor": _("say what works and what does not on this desktop"),
        "quit": _("end the running Uncramp"),
    }


@cache
def options() -> Mapping[str, str]:
    """What each option and argument means."""
    return {
        "--help": _("show this help"),
        "--version": _("show the version"),
        "--json": _("print JSON"),
        "--date": _("the day that begins on this date, as 2026-07-15; without it, today"),
        "--days": _("how many days, 1 to 366"),
        "--settings": _("plan by this settings file"),
        "--history": _("plan by the notes in this database, or by none"),
        "--weather": _("plan by this Open-Meteo forecast, or by none"),
        "amount": _("how much: 250ml, 0.25l, 1cup, 8oz"),
        "--at": _("when: 14:30, 2026-07-15T14:30 or 10 min ago; without it, now"),
        "--lasted": _("how long: 90s, 5m, 1h30m"),
        "--effort": _("light, moderate or hard"),
        "--muscle": _("where: hamstring, calf, foot, front-thigh, other"),
        "--side": _("left, right or both"),
        "--severity": _("0 none to 10 worst"),
        "--night": _("whether it came in bed or woke you"),
        "--sleep-disturbance": _("how much it disturbed your sleep, 0 to 10"),
        "--sore": _("whether it was sore the next day"),
        "--trigger": _("what came before: exercise, long-sitting, standing, heat, none"),
        "--tried": _("what you tried, in order: stretch, massage, warmth, cold"),
        "--helped": _("which of these helped"),
        "--note": _("anything else"),
        "length": _("30m, 2h, “until 15:00” or “until tomorrow”"),
        "routine": _("the routine's name; without one, your bedtime routine"),
        "window": _("which window: today, schedule, settings"),
        "--temp": _("in the shade, with its unit: 34C or 93F"),
        "--humidity": _("relative humidity, 0 to 100"),
        "--sun": _("you are in direct sun"),
        "file": _("the file; without it, your own"),
    }
