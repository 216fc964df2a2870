"""The translation catalog: every sentence goes through ``_``, the command line's included, so this needs no Qt."""

import gettext
import os
import sys
from functools import cache
from pathlib import Path

DOMAIN = "uncramp"
FOLDER = Path(__file__).parents[2] / "resources" / "locale"
"""Beside this package; `importlib.resources` would cost each command 5 ms."""
ENGLISH = "en"
ASKED = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""What gettext asks for the person's language."""


def _(sentence: str) -> str:
    """The sentence in the person's language, or as it stands."""
    return translation().gettext(sentence) if sentence else ""


def n_(one: str, many: str, count: int) -> str:
    """The sentence in the plural form for a count."""
    return translation().ngettext(one, many, count)


def p_(context: str, sentence: str) -> str:
    """A sentence that means more than one thing; the context says which, to the translator alone."""
    return translation().pgettext(context, sentence)


def language() -> str:
    """The language that Uncramp speaks: ``de``; that of the sentences as they stand where there is no translation."""
    return translation().info().get("language", ENGLISH)


@cache
def translation() -> gettext.NullTranslations:
    """The translation in force, read once. Without compiled catalogs the sentences stay as they stand."""
    return gettext.translation(DOMAIN, str(FOLDER), _wanted(), fallback=True)


def _wanted() -> list[str] | None:
    """The person's languages, the best first; None leaves it to gettext to ask the environment."""
    if sys.platform == "win32" and not any(os.environ.get(name) for name in ASKED):
        import ctypes
        import locale

        name = locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage())
        return [name] if name else None
    return None
