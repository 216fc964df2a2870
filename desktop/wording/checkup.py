"""The words of ``uncramp doctor``."""

from collections.abc import Mapping
from functools import cache

from desktop.health import Finding, Health, Topic
from desktop.wording.catalog import _


def report(findings: tuple[Finding, ...]) -> str:
    """Every finding on a line, and what to do with it all."""
    return "\n".join([*(line(finding) for finding in findings), "", closing()])


def line(finding: Finding) -> str:
    """One finding: how it is, what it is, and what is in the way."""
    mark = {Health.FINE: _("fine"), Health.POOR: _("look"), Health.UNKNOWN: _("not known")}[finding.health]
    told = [", ".join(finding.facts), _reasons().get(finding.why, finding.why)]
    return f"[{mark}] {_topics()[finding.topic]}: {' – '.join(part for part in told if part) or _('nothing yet')}"


def closing() -> str:
    """What the report is good for."""
    return _("This tells nothing that you logged. It can go into a report of a fault as it is.")


@cache
def _topics() -> Mapping[Topic, str]:
    return {
        Topic.PROGRAM: _("Program"),
        Topic.SYSTEM: _("System"),
        Topic.DISPLAY: _("Display"),
        Topic.INSTANCE: _("Running"),
        Topic.NOTIFICATIONS: _("Notifications"),
        Topic.TRAY: _("Tray"),
        Topic.SUSPEND: _("Suspend and lock"),
        Topic.IDLE: _("Whether you are there"),
        Topic.VOICE: _("Voice"),
        Topic.CHIME: _("Sounds"),
        Topic.SETTINGS: _("Settings"),
        Topic.RECORDS: _("Records"),
        Topic.GUIDES: _("Guides"),
        Topic.LOG: _("Log"),
    }


@cache
def _reasons() -> Mapping[str, str]:
    return {
        "missing": _("These are not installed. Install Uncramp anew."),
        "no-display": _("Windows cannot be shown. Prompts come as notifications and in the terminal."),
        "no-program": _("None of these programs is here, so nothing is heard. Every cue stands on the screen."),
        "no-bus": _("There is no session bus. Prompts come in a small window, or in the terminal."),
        "no-service": _("No notification service answers. Prompts come in a small window, or in the terminal."),
        "no-buttons": _("It shows no buttons. A click on a notification opens them in a small window."),
        "no-host": _("This desktop shows no icons of programs. Every action is in Uncramp's window too."),
        "maybe-old-tray": _("No panel answers on the bus. One of the old kind may show the icon all the same."),
        "no-login": _("Nobody tells when the computer sleeps. Uncramp sees it by the clock."),
        "no-idle": _("Nobody tells whether you are there. Uncramp takes you to be."),
        "other-platform": _("Uncramp was never tried on this system."),
        "not-running": _("Uncramp is not running. Start it with “uncramp”."),
        "silent": _("Uncramp runs and does not answer. End its process and start it anew."),
        "troubled": _("Uncramp runs and cannot tell how it does. “uncramp status” says why."),
        "problems": _("There are errors in the file. “uncramp settings check” names each."),
        "unreadable": _("The records cannot be read now."),
        "damaged": _("The records are damaged. Uncramp keeps the file aside when it next starts."),
        "read-only": _("Uncramp may not write here. See who owns it and its folder."),
        "no-room": _("The disk is full. Free some space on it."),
        "newer": _("A newer Uncramp wrote the records. Install the newest one."),
        "refused": _("These guides of your own cannot be used. The log says why."),
        "crash": _("Uncramp ended by a fault. The report is in this file."),
    }
