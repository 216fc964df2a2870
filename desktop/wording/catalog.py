"""The translation catalog: every sentence goes through ``_``, the command line's included, so this needs no Qt."""

import gettext
from functools import cache
from pathlib import Path


@cache
def _translation() -> gettext.NullTranslations:
    # Beside this package; `importlib.resources` would cost each command 5 ms.
    folder = Path(__file__).parents[2] / "resources" / "locale"
    return gettext.translation("uncramp", str(folder), fallback=True)


def _(sentence: str) -> str:
    """The sentence in the person's language, or as it stands."""
    return _translation().gettext(sentence)


def n_(one: str, many: str, count: int) -> str:
    """The sentence in the plural form for a count."""
    return _translation().ngettext(one, many, count)
