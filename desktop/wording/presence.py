"""What is known of the person, in words."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from desktop.sensing import Matter
from desktop.wording.amounts import clock
from desktop.wording.catalog import _
from schedules.gate import Presence


def known(known_by: Mapping[Matter, str]) -> str:
    """What is known here, and who knows it."""
    told = [
        _("{matter} ({source})").format(matter=_name(matter), source=known_by[matter])
        for matter in Matter
        if matter in known_by
    ]
    return _("Known here: {list}.").format(list=", ".join(told))


def unknown(matters: Iterable[Matter]) -> str:
    """What is not known here, and what that means."""
    told = ", ".join(_name(matter) for matter in matters)
    return _("Not known here: {list}. What is not known holds nothing back.").format(list=told)


def state(presence: Presence, now: datetime, zone: ZoneInfo) -> str:
    """What keeps prompts waiting, as it was seen last; empty where nothing does."""
    found = []
    if presence.locked:
        found.append(_("the screen is locked"))
    if presence.away_since is not None and now >= presence.away_since:
        found.append(_("nobody is there since {time}").format(time=clock(presence.away_since, zone)))
    if presence.full_screen:
        found.append(_("a window fills the screen"))
    if presence.do_not_disturb:
        found.append(_("do not disturb is on"))
    if presence.in_call:
        found.append(_("a microphone or a camera is in use"))
    return _("Seen last: {list}.").format(list=", ".join(found)) if found else ""


def _name(matter: Matter) -> str:
    names = {
        Matter.INPUT: _("keys and mouse"),
        Matter.LOCK: _("screen lock"),
        Matter.FULL_SCREEN: _("full screen"),
        Matter.DO_NOT_DISTURB: _("do not disturb"),
        Matter.CALL: _("calls"),
        Matter.SLEEP: _("waking from sleep"),
        Matter.CLOCK: _("clock changes"),
        Matter.ZONE: _("time zone changes"),
    }
    return names[matter]
