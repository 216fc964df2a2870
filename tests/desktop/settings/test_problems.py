from datetime import date, time
from pathlib import Path

import pytest

from desktop.settings.problems import ABSENT, KeyPath, LikelyTypo, Problem, SettingsError, dotted, shown


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("you", "glass_ml"), "you.glass_ml"),
        (("day", 1, "block", 0, "to"), "day[1].block[0].to"),
        (("mine", "a.b", 'c"'), 'mine."a.b"."c\\""'),
        (("Ä", ""), '"Ä".""'),
    ],
)
def test_a_key_is_written_as_in_the_file(path: KeyPath, expected: str) -> None:
    assert dotted(path) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, "true"),
        (9000, "9000"),
        (-5, "-5"),
        pytest.param(10**5000, "a very large number", id="5,001 digits"),
        (1.5, "1.5"),
        (float("nan"), "nan"),
        ("a", '"a"'),
        ('a"\\\n\x1b\u202e', '"a\\"\\\\\\n\\x1b\\u202e"'),
        ("x" * 500, '"' + "x" * 58 + "…"),
        (date(2026, 12, 24), "2026-12-24"),
        (time(7), "07:00:00"),
        ([1], "a list"),
        ({}, "a table"),
        (ABSENT, "missing"),
    ],
)
def test_what_was_found_is_shown_on_one_line(value: object, expected: str) -> None:
    assert shown(value) == expected


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        (Problem(file=Path("/a/settings.toml"), line=12, key="k", found="9", allowed="1"),
         "settings.toml:12: k is 9; allowed: 1"),
        (Problem(file=Path("settings.toml"), line=None, key="", found="gone", allowed=""), "settings.toml: gone"),
        (Problem(file=Path("/"), line=None, key="", found="a folder", allowed=""), "/: a folder"),
    ],
)  # fmt: skip
def test_a_problem_is_one_line(problem: Problem, expected: str) -> None:
    assert str(problem) == expected


def test_a_likely_typo_is_one_line() -> None:
    typo = LikelyTypo(file=Path("a/settings.toml"), line=3, key="you.glas_ml", meant="you.glass_ml")
    assert str(typo) == "settings.toml:3: you.glas_ml is not a setting; did you mean you.glass_ml?"


def test_one_problem_is_counted_as_one() -> None:
    problem = Problem(file=Path("s.toml"), line=1, key="k", found="9", allowed="1")
    assert str(SettingsError(Path("/a/s.toml"), (problem,))) == "/a/s.toml has 1 problem.\ns.toml:1: k is 9; allowed: 1"
