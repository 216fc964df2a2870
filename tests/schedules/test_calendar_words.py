"""An entry of a calendar is told apart by whole words, and what a person types always becomes words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.calendar import Sort
from schedules.calendar_words import LONGEST_WORD, MOST_WORDS, sort_of, words_in

WORDS = {Sort.QUIET: ("meeting", "call with", "besprech*", "*treffen"), Sort.RUN: ("run",), Sort.GYM: ("gym", "c++")}


@pytest.mark.parametrize(
    ("title", "sort"),
    [
        ("Run", Sort.RUN),
        ("Evening RUN, easy", Sort.RUN),
        ("Run/gym", Sort.RUN),
        ("Brunch", None),
        ("Runway show", None),
        ("run_club", Sort.RUN),
        ("rerun, then a run", Sort.RUN),
        ("Call with Berlin", Sort.QUIET),
        ("Call Berlin", None),
        ("Besprechung", Sort.QUIET),
        ("Teamtreffen", Sort.QUIET),
        ("Treffen mit Kim", Sort.QUIET),
        ("Running club meeting after the run", Sort.QUIET),
        ("C++ group", Sort.GYM),
        ("", None),
        ("🏃", None),
    ],
)
def test_sort(title: str, sort: Sort | None) -> None:
    assert sort_of(title, WORDS) is sort


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Run, GYM ;  call   with ,, run", ("run", "gym", "call with")),
        ("", ()),
        ("*, **", ()),
        ("meet*", ("meet*",)),
    ],
)
def test_words(typed: str, words: tuple[str, ...]) -> None:
    assert words_in(typed) == words


@given(st.text(), st.text())
def test_whatever_is_typed_can_be_looked_for(typed: str, title: str) -> None:
    words = words_in(typed)
    assert len(words) <= MOST_WORDS
    assert all(0 < len(word) <= LONGEST_WORD for word in words)
    sort_of(title, {Sort.GYM: words})
