"""Every sentence of the program, of its guides and of the README is plain, calm and easy to read: docs/writing.md."""

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from tests import messages
from tests.schedules.guides import shelf
from tests.words import banned_in, filled, grade, longest_sentence

README = messages.ROOT / "README.md"
LONGEST_SENTENCE = 20
LONG_ENOUGH = 12
"""The formula says nothing of use about fewer words: one long word decides it all."""
HARDEST, HARDEST_MEDICAL = 8.0, 9.0
MEDICAL = ("resources/advice/", "desktop/wording/help.py", "desktop/wording/relief.py")
"""Where signs of illness have to be named."""
SAFETY = "safety"
"""The key of lines that keep a person safe."""
CITED = "work"
"""The key of works: they are called what they are called."""
FOR_BUILDERS = ("Two commands", "How it is built", "License")
"""Parts of the README that are not for those who use Uncramp."""
TOGETHER = {"resources/guides": 6.0, "resources/advice": 7.0, "desktop": 6.0}


@cache
def said() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """What a person may read: each sentence, with the words that it alone may use, by the file it stands in."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for message in messages.extracted():
        if CITED in message.auto_comments:
            continue
        forms = [message.id] if isinstance(message.id, str) else list(message.id)
        allowed = ("must",) if SAFETY in message.auto_comments else ()
        for file in {file for file, _line in message.locations}:
            found[file] += [(filled(form), allowed) for form in forms if form]
    if README.exists():
        found["README.md"] = [(paragraph, ()) for paragraph in for_users(README)]
    return dict(found)


def for_users(readme: Path) -> list[str]:
    """The paragraphs of the README for those who use Uncramp, without code, pictures and addresses."""
    parts = re.split(r"^## ", readme.read_text(encoding="utf-8"), flags=re.MULTILINE)
    text = "\n\n".join(part.partition("\n")[2] for part in parts if part.partition("\n")[0] not in FOR_BUILDERS)
    text = re.sub(r"```.*?```|`[^`]*`|!\[.*?\]\(.*?\)", "", text, flags=re.DOTALL)
    text = re.sub(r"\[(.*?)\]\(.*?\)", r"\1", text)
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip() and not part.startswith(("#", "|"))]


FILES = sorted(said())


def hardest(file: str) -> float:
    return HARDEST_MEDICAL if file.startswith(MEDICAL) else HARDEST


def test_there_is_something_to_read() -> None:
    assert sum(map(len, said().values())) > 800


@pytest.mark.parametrize("file", FILES)
def test_says_nothing_that_blames_frightens_or_promises(file: str) -> None:
    assert {text: found for text, allowed in said()[file] if (found := banned_in(text, allowed))} == {}


@pytest.mark.parametrize("file", FILES)
def test_sentences_are_short(file: str) -> None:
    assert [text for text, _allowed in said()[file] if longest_sentence(text) > LONGEST_SENTENCE] == []


@pytest.mark.parametrize("file", FILES)
def test_is_easy_to_read(file: str) -> None:
    long = (text for text, _allowed in said()[file] if len(text.split()) >= LONG_ENOUGH)
    assert {text: round(found, 1) for text in long if (found := grade(text)) > hardest(file)} == {}


@pytest.mark.parametrize("folder", TOGETHER)
def test_all_of_it_together_is_easier_still(folder: str) -> None:
    texts = [text for file in FILES if file.startswith(folder) for text, _allowed in said()[file]]
    together = " ".join(text.rstrip(".?…") + "." for text in texts if text[-1:].isalpha() or text.endswith((".", "?")))
    assert grade(together) <= TOGETHER[folder]


def test_flags_name_no_illness() -> None:
    asked = " ".join(words.text for words in shelf.flags()).lower()
    for word in ("you have", "diagnosis", "thrombosis", "clot", "likely"):
        assert word not in asked


def test_the_lint_finds_what_it_is_there_for() -> None:
    assert banned_in("You should stretch now!") == ["should", "!"]
    assert banned_in("Only 3 left. It cures cramps.") == ["cures", "Only 3 left"]
    assert banned_in("It must not hurt.") == ["must"]
    assert banned_in("It must not hurt.", ("must",)) == []
    assert banned_in("It does not diagnose or treat. It treats.") == ["treats"]
    assert filled("{count} of %(many)s, %s") == "ten of ten, ten"
    assert grade("The cat sat on the mat. It was a good mat.") < 2
    assert grade("Idiopathic nocturnal contractions necessitate individualised pharmaceutical consultation.") > 20
    assert longest_sentence("One two three. One two.") == 3
