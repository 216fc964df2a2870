"""How hard a text is to read, and which words it may not use."""

import re
from collections.abc import Collection

BANNED = (
    "should",
    "must",
    "failed",
    "missed",
    "lazy",
    "don't break",
    "come back",
    "we miss you",
    "treat",
    "treats",
    "cure",
    "cures",
    "diagnose",
    "diagnoses",
    "guaranteed",
    "prevent",
    "prevents",
    "harmless",
    "nocturnal",
    "idiopathic",
    "dorsiflex",
    "hydration",
)
"""Guilt, fear, promises and jargon."""


BANNED_IN = {
    "de": (
        "sollte",
        "sollten",
        "muss",
        "müssen",
        "versagt",
        "versäumt",
        "verpasst",
        "vergessen",
        "faul",
        "heilt",
        "heilen",
        "behandelt",
        "diagnostiziert",
        "garantiert",
        "verhindert",
        "vorbeugt",
        "harmlos",
        "nur noch",
    )
}
"""The same in the languages that Uncramp is translated into."""
DENIED = ("does not diagnose or treat", "behandelt nicht")
"""The standing note says what Uncramp does not do; nowhere else do these words stand."""


def banned_in(text: str, allowed: Collection[str] = (), banned: Collection[str] = BANNED) -> list[str]:
    """What a text says that it may not say.

    Args:
        text: One or more sentences.
        allowed: Words that are allowed here, as "must" is in a line that keeps a person safe.
        banned: The words of the language.
    """
    for denied in DENIED:
        text = text.replace(denied, "")
    words = (word for word in banned if word not in allowed)
    found = [word for word in words if re.search(rf"\b{word}\b", text, re.IGNORECASE)]
    found += re.findall(r"only \S+ left", text, re.IGNORECASE)
    return found + ["!"] * text.count("!")


PLACEHOLDER = re.compile(r"\{[^}]*\}|%\([a-z_]+\)[a-z]|%[a-z]")


def filled(text: str) -> str:
    """A sentence of the catalog with a short word in each place that a fact is put into."""
    return PLACEHOLDER.sub("ten", text)


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence."""
    parts = (re.findall(r"[A-Za-z’'-]+|[0-9]+(?:[.,][0-9]+)*", part) for part in re.split(r"(?<=[.?:])\s+", text))
    return [words for words in parts if words]


def syllables(word: str) -> int:
    """Roughly; a number counts as one."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    trimmed = re.sub(r"(?<=[^aeiouy])(?:es|ed|e)$", "", letters) if not re.search(r"(le|[td]ed)$", letters) else letters
    return max(1, len(re.findall(r"[aeiouy]+", trimmed)))


def grade(text: str) -> float:
    """The school grade that it takes to read a text. Source: Kincaid et al., 1975, for the US Navy."""
    parts = sentences(text)
    words = [word for part in parts for word in part]
    return 0.39 * len(words) / len(parts) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def longest_sentence(text: str) -> int:
    return max(map(len, sentences(text)))
