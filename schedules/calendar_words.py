"""By which words an entry of a calendar is told apart. Whole words count, in large letters or small."""

from collections.abc import Mapping

from schedules.calendar import Sort

Words = Mapping[Sort, tuple[str, ...]]
"""What a person has the entries of each sort recognised by."""
STAR = "*"
LONGEST_WORD = 60
MOST_WORDS = 60


def sort_of(title: str, words: Words) -> Sort | None:
    """The sort of an entry: the first whose words fit; None where none does.

    Args:
        title: What the entry is called.
        words: A star at the end of a word, or before it, stands for the rest: ``meet*`` fits “meeting” too.
    """
    said = title.casefold()
    return next((sort for sort in Sort if any(_fits(word, said) for word in words.get(sort, ()))), None)


def words_in(text: str) -> tuple[str, ...]:
    """Words as they were typed, apart by commas; the same twice counts once."""
    typed = (" ".join(part.casefold().split())[:LONGEST_WORD] for part in text.replace(";", ",").split(","))
    return tuple(dict.fromkeys(word for word in typed if word.strip(STAR)))[:MOST_WORDS]


def _fits(word: str, said: str) -> bool:
    wanted = word.strip(STAR)
    at = said.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        begins = word.startswith(STAR) or not said[:at][-1:].isalnum()
        ends = word.endswith(STAR) or not said[end : end + 1].isalnum()
        if begins and ends:
            return True
        at = said.find(wanted, at + 1)
    return False
