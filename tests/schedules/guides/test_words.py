"""Every word of the guides and of the advice is plain, calm and easy to read."""

import tomllib

import pytest

from tests.schedules.guides import shelf
from tests.schedules.guides.reading import banned_in, grade, longest_sentence, strings

SPOKEN = {"title", "summary", "instruction", "cue", "breathing", "safety", "claim", "not_shown", "found", "text"}
"""Keys whose values a person reads."""
LONGEST_SENTENCE = 20
LONG_ENOUGH = 12
"""The formula says nothing of use about fewer words: one long word decides it all."""
HARDEST = {"guides": 8.0, "advice": 9.0}

FILES = [(folder, name) for folder in HARDEST for name in sorted(shelf.texts(folder))]


def said(folder: str, name: str) -> list[str]:
    """What a person reads of a file."""
    return [text for key, text in strings(tomllib.loads(shelf.texts(folder)[name])) if key in SPOKEN]


@pytest.mark.parametrize(("folder", "name"), FILES)
def test_says_nothing_that_blames_frightens_or_promises(folder: str, name: str) -> None:
    assert {text: found for text in said(folder, name) if (found := banned_in(text))} == {}


@pytest.mark.parametrize(("folder", "name"), FILES)
def test_sentences_are_short(folder: str, name: str) -> None:
    assert [text for text in said(folder, name) if longest_sentence(text) > LONGEST_SENTENCE] == []


@pytest.mark.parametrize(("folder", "name"), FILES)
def test_is_easy_to_read(folder: str, name: str) -> None:
    long = (text for text in said(folder, name) if len(text.split()) >= LONG_ENOUGH)
    assert {text: found for text in long if (found := grade(text)) > HARDEST[folder]} == {}


@pytest.mark.parametrize("folder", HARDEST)
def test_all_of_it_together_is_easier_still(folder: str) -> None:
    texts = [text for name in shelf.texts(folder) for text in said(folder, name)]
    together = " ".join(text.rstrip(".?") + "." for text in texts)
    assert grade(together) <= HARDEST[folder] - 2


def test_flags_name_no_illness() -> None:
    asked = " ".join(words.text for words in shelf.flags()).lower()
    for word in ("you have", "diagnosis", "thrombosis", "clot", "likely"):
        assert word not in asked


def test_the_lint_finds_what_it_is_there_for() -> None:
    assert banned_in("You should stretch now!") == ["should", "!"]
    assert banned_in("Only 3 left. It cures cramps.") == ["cures", "Only 3 left"]
    assert grade("The cat sat on the mat. It was a good mat.") < 2
    assert grade("Idiopathic nocturnal contractions necessitate individualised pharmaceutical consultation.") > 20
    assert longest_sentence("One two three. One two.") == 3
