"""The values of the Settings window in words: choices, what runs, and how to mend what does not."""

import re

from desktop.preferences import Contrast, Motion, SoreLeg, Theme
from desktop.wording.amounts import ML_PER_FL_OZ, decimal
from desktop.wording.catalog import _, p_
from schedules.settings import BedtimeChoice, HeatSettings, Units, WeatherSource

BREAK = "\u200b"
"""A space without a width."""


def units(of: Units) -> str:
    """A system of units."""
    return {Units.METRIC: _("Millilitres and °C"), Units.US: _("Fluid ounces and °F")}[of]


def bedtime(of: BedtimeChoice) -> str:
    """What to do before bed."""
    return {
        BedtimeChoice.STRETCH: _("Stretch"),
        BedtimeChoice.BIKE: _("Easy ride"),
        BedtimeChoice.EITHER: _("Either"),
        BedtimeChoice.BOTH: _("Ride, then stretch"),
    }[of]


def theme(of: Theme) -> str:
    """Light or dark."""
    return {
        Theme.SYSTEM: p_("look", "As the system"),
        Theme.LIGHT: p_("look", "Light"),
        Theme.DARK: p_("look", "Dark"),
    }[of]


def contrast(of: Contrast) -> str:
    """How far colours stand apart."""
    return {Contrast.SYSTEM: p_("look", "As the system"), Contrast.HIGH: p_("look", "High")}[of]


def motion(of: Motion) -> str:
    """Whether pictures move."""
    return {Motion.SYSTEM: p_("look", "As the system"), Motion.STILL: p_("look", "Still")}[of]


def sore_leg(of: SoreLeg) -> str:
    """Which leg is stretched gently."""
    return {SoreLeg.NONE: p_("sore leg", "None"), SoreLeg.LEFT: _("Left"), SoreLeg.RIGHT: _("Right")}[of]


def text_size(percent: int) -> str:
    """How large the text is."""
    return _("{percent} %").format(percent=percent) if percent else p_("look", "As the system")


def volume_unit(of: Units) -> str:
    """After a field."""
    return _("fl oz") if of is Units.US else _("ml")


def minutes_unit() -> str:
    """After a field."""
    return _("minutes")


def volume_number(ml: int, of: Units) -> str:
    """A volume in a field."""
    return decimal(round(ml / ML_PER_FL_OZ, 1)) if of is Units.US else str(ml)


def weather(heat: HeatSettings) -> str:
    """Where the weather comes from."""
    place = heat.place or _("the place you chose")
    return {
        WeatherSource.OFF: _("Nowhere: it is off. Nothing is asked of the network."),
        WeatherSource.TYPED: _("You type it in."),
        WeatherSource.OPEN_METEO: _("Open-Meteo, for {place}.").format(place=place),
        WeatherSource.MET_NORWAY: _("MET Norway, for {place}.").format(place=place),
        WeatherSource.NWS: _("National Weather Service, for {place}.").format(place=place),
    }[heat.source]


def notifier(name: str | None) -> str:
    """What shows the prompts."""
    return {
        "freedesktop": _("Notifications of your desktop, with buttons."),
        "plyer": _("Notifications of your desktop, without buttons. A click opens them with buttons."),
        "tray": _("A bubble at the icon in the panel. A click opens it with buttons."),
        "window": _("A small window of Uncramp's own."),
        "terminal": _("The terminal."),
    }.get(name or "", _("Not known."))


def notifier_mend(name: str | None) -> str:
    """How to have real notifications; empty where they are."""
    if name == "freedesktop":
        return _(
            "None to be seen? Look in your desktop's settings, under notifications, for Uncramp or Do Not Disturb."
        )
    return _("No notification service answers. Start the one of your desktop, or a small one such as dunst.")


def notifier_mend_elsewhere() -> str:
    """The same on Windows and macOS."""
    return _("None to be seen? Look in the system's settings, under notifications.")


def tray(*, is_available: bool) -> str:
    """Whether the icon is on show."""
    return _("It is there.") if is_available else _("Your desktop shows no such icons.")


def tray_mend(*, is_available: bool, desktop: str) -> str:
    """How to have one.

    Args:
        is_available: There is one.
        desktop: As in ``XDG_CURRENT_DESKTOP``.
    """
    if is_available:
        return ""
    if "GNOME" in desktop.upper():
        return _("Add the extension “AppIndicator Support” to have it. All works without too.")
    return _("Add a system tray, or status icons, to your panel to have it. All works without too.")


def shortcut(is_ours: bool | None, *, is_wanted: bool, key: str) -> str:
    """What became of the key that opens the relief from anywhere.

    Args:
        is_ours: It is; None while that is not known.
        is_wanted: It is switched on.
        key: The key.
    """
    own = _("You can also bind “uncramp relief” to a key in your desktop's settings.")
    if not is_wanted:
        return _("Off. {own}").format(own=own)
    if is_ours:
        return _("{key}, from anywhere. Your desktop may show another key for it.").format(key=key)
    if is_ours is None:
        return _("{key} was asked for. The desktop has not answered yet.").format(key=key)
    return _("{key} is taken, or your desktop gives no keys away. {own}").format(key=key, own=own)


def shortcut_key(key: str) -> str:
    """The label of the switch."""
    return _("{key} opens help with a cramp").format(key=key)


def key_wanted() -> str:
    """What was typed is no key that can be had."""
    return _("Type two of Ctrl, Alt, Shift and Super, and a letter or digit: Ctrl+Alt+C, say.")


def sign_in_untried() -> str:
    """On Windows and macOS."""
    return _("It was not tried on a system like yours yet.")


def about(version: str) -> str:
    """Which version it is, and under which terms."""
    return _("Uncramp {version}. Free software: see the file LICENSE.").format(version=version)


def breakable(path: str) -> str:
    """A path that may go on in the next line after each of its parts, with nothing to be seen there."""
    return re.sub(r"([/\\._-]|[^/\\._-]{10})", "\\1" + BREAK, path)


def count(number: int | None) -> str:
    """How often something was counted; None where that cannot be read."""
    return _("not known") if number is None else str(number)
