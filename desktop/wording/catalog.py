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
"""Where the person's language stands, the first that is set."""


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


def small(title: str) -> str:
    """A title within a sentence. Only English writes it small there: other languages keep some of their capitals."""
    return title[:1].lower() + title[1:] if language() == ENGLISH else title


@cache
def translation() -> gettext.NullTranslations:
    """The translation in force, read once. Without compiled catalogs the sentences stay as they stand."""
    return gettext.translation(DOMAIN, str(FOLDER), _wanted(), fallback=True)


def _wanted() -> list[str]:
    """The person's languages, the best first. Nobody who asks for English wants what comes after it on the list."""
    asked = next((value for name in ASKED if (value := os.environ.get(name))), "") or _of_windows()
    names = asked.split(":")
    english = next((place for place, name in enumerate(names) if name.partition("_")[0] == ENGLISH), len(names))
    return names[: english + 1]


def _of_windows() -> str:
    """The language of Windows, which sets no variables; empty elsewhere."""
    if sys.platform == "win32":
        import ctypes
        import locale

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return ""
