"""The pseudo-locale: English that everybody can read, longer by a third, and in letters that no sentence is written in.

A plain letter on a window is then a word that no catalog has seen, and what is cut off here is cut off in German too.
"""

import gettext
import re
import string

PSEUDO = "en_XA"
LONGER = 0.3
_LETTERS = str.maketrans(
    string.ascii_letters,
    "àƀčďéƒğĥïĵķļḿńőƥɋŕśţůṽŵхỳž" + "ÀƁČĎÉƑĞĤÏĴĶĻḾŃŐƤɊŔŚŢŮṼŴХỲŽ",
)
_KEPT = re.compile(r"\{[^}]*\}|%\([a-z_]+\)[a-z]|%[a-z]")
"""Places that facts are put into."""


def pseudo(sentence: str) -> str:
    """A sentence in the pseudo-locale; one without a word stays as it is.

    Args:
        sentence: With its placeholders, which stay.
    """
    words = _KEPT.sub("", sentence)
    if not any(letter.isalpha() for letter in words):
        return sentence
    parts, end = [], 0
    for kept in _KEPT.finditer(sentence):
        parts += [sentence[end : kept.start()].translate(_LETTERS), kept.group()]
        end = kept.end()
    said = "".join([*parts, sentence[end:].translate(_LETTERS)])
    return said + _more(len(words))


def _more(length: int) -> str:
    """What makes a sentence of some length longer: words, so that it can wrap where a sentence can."""
    wanted = max(1, round(length * LONGER))
    return "".join("·" if place % 8 else " " for place in range(1, wanted + 1)).rstrip()


class PseudoTranslations(gettext.NullTranslations):
    """Translates everything, without any catalog: what comes through gettext is marked, all else is not."""

    def gettext(self, message: str) -> str:
        """A sentence."""
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """One with a plural."""
        return pseudo(msgid1 if n == 1 else msgid2)

    def pgettext(self, _context: str, message: str) -> str:
        """One with a context."""
        return pseudo(message)
