"""The catalog holds every sentence, and each language has all of them, whole and in the right tone."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from desktop.wording import amounts, argparse_words, catalog, texts
from schedules.settings import Units
from tests import messages
from tests.clock import FakeClock
from tests.desktop.commands.recording_desk import RecordingDesk
from tests.languages import german, pseudo, speaking
from tests.pseudo import LONGER
from tests.pseudo import pseudo as in_pseudo
from tests.schedules.guides import shelf
from tests.words import BANNED_IN, PLACEHOLDER, banned_in

SOURCES = sorted((messages.ROOT / "desktop").rglob("*.py"))
LANGUAGES = [path.parts[-3] for path in messages.translations()]
VARIABLE = {"texts.py"}
"""Modules whose sentences stand in TOML files, and are extracted from there."""
SHOWN_BY = frozenset(
    {
        *("setText", "setWindowTitle", "setToolTip", "setStatusTip", "setPlaceholderText", "setAccessibleName"),
        *(
            "setAccessibleDescription",
            "say",
            "label",
            "addAction",
            "addMenu",
            "announce",
            "drawText",
            "Words",
            "Button",
        ),
        *("KeyButton", "QLabel", "QPushButton", "QAction", "QMenu", "BannerText", "Choice"),
    }
)
"""What shows or speaks the text that it is given."""

in_checkout = pytest.mark.skipif(not messages.TEMPLATE.exists(), reason="The wheel holds compiled catalogs alone.")


@pytest.fixture
def counter(clock: FakeClock) -> RecordingDesk:
    return RecordingDesk(clock)


def po(language: str) -> Catalog:
    return messages.read(messages.LOCALE / language / "LC_MESSAGES" / f"{catalog.DOMAIN}.po")


def forms(text: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def pairs(language: str) -> Iterator[tuple[Message, str, str]]:
    """Each sentence with its translation; a plural form with the English of its kind."""
    for message in po(language):
        if message.id:
            said = forms(message.string or "")
            english = forms(message.id)
            yield from ((message, english[min(place, len(english) - 1)], form) for place, form in enumerate(said))


def _now(node: ast.AST) -> Iterator[ast.AST]:
    """What is evaluated as a module is imported: everything but the bodies of functions."""
    yield node
    for child in ast.iter_child_nodes(node):
        if not isinstance(node, (ast.FunctionDef, ast.Lambda)):
            yield from _now(child)


def _name(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


# The sources


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(messages.ROOT).as_posix())
def test_a_sentence_is_a_constant_and_asked_for_when_it_is_said(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    at_import = {id(node) for part in tree.body for node in _now(part)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in messages.FUNCTIONS:
            assert id(node) not in at_import, f"line {node.lineno} is translated before the language is known"
            wanted = {"_": 1, "n_": 2, "p_": 2}[node.func.id]
            constant = [isinstance(arg, ast.Constant) for arg in node.args[:wanted]]
            assert all(constant) or path.name in VARIABLE, f"line {node.lineno} cannot be extracted"


@pytest.mark.parametrize(
    "path",
    [path for path in SOURCES if {"windows", "widgets"} & set(path.parts)],
    ids=lambda path: path.relative_to(messages.ROOT).as_posix(),
)
def test_a_window_says_nothing_of_its_own(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node.func) in SHOWN_BY:
            shown = [*node.args, *(keyword.value for keyword in node.keywords if keyword.arg in {"text", "spoken"})]
            for arg in shown:
                if isinstance(arg, ast.Constant) and isinstance(arg.value, str):
                    assert not re.search(r"[A-Za-z]{2,}", arg.value), f"line {node.lineno}: {arg.value!r}"


@in_checkout
def test_the_catalog_is_up_to_date() -> None:
    old, new = messages.messages(messages.read(messages.TEMPLATE)), messages.messages(messages.extracted())
    assert (new - old, old - new) == (set(), set()), "run `make messages`"


def test_what_argparse_says_is_what_argparse_says() -> None:
    import argparse

    code = Path(argparse.__file__).read_text(encoding="utf-8")
    missing = [sentence for sentence in argparse_words.sentences() if sentence.partition(" (choose")[0] not in code]
    assert missing == []


# The languages


def test_german_is_one_of_them() -> None:
    assert "de" in LANGUAGES or not messages.TEMPLATE.exists()


@in_checkout
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated(language: str) -> None:
    translated = po(language)
    assert messages.messages(translated) == messages.messages(messages.extracted()), "run `make messages`"
    still_open = (one for one in translated if one.id and (one.fuzzy or not all(forms(one.string or ""))))
    assert [one.id for one in still_open] == []


@in_checkout
@pytest.mark.parametrize("language", LANGUAGES)
def test_facts_and_ends_are_kept(language: str) -> None:
    for _message, english, said in pairs(language):
        assert sorted(PLACEHOLDER.findall(said)) == sorted(PLACEHOLDER.findall(english)), said
        assert said.strip() == said or english.strip() != english, said
        assert said.endswith("?") == english.endswith("?"), said
        assert "…" not in english or "…" in said, said


@in_checkout
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tone_is_the_same(language: str) -> None:
    found = {said: found for _m, _e, said in pairs(language) if (found := banned_in(said, (), BANNED_IN[language]))}
    assert found == {}


@in_checkout
@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_of_numbers_are_where_they_are_looked_for(language: str) -> None:
    said = {english: said for _message, english, said in pairs(language)}
    assert re.fullmatch(r"1.?000", said["1,000"])
    assert re.fullmatch(r"0.5", said["0.5"])


@in_checkout
def test_a_line_that_keeps_safe_is_not_said_twice() -> None:
    """The guide adds its first rule where a step has not got it."""
    with speaking(german()):
        rule = catalog._("Gentle pull, never pain.")
        steps = [step for routine in shelf.routines() for step in shelf.all_steps(texts.routine(routine))]
        begun = [step.safety.startswith(rule) for step in steps]
    plain = [step for routine in shelf.routines() for step in shelf.all_steps(routine)]
    assert begun == [step.safety.startswith("Gentle pull, never pain.") for step in plain]


# Speaking


@in_checkout
def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert amounts.volume(1250, Units.METRIC) == "1,250 ml"
    assert amounts.decimal(0.5) == "0.5"
    with speaking(german()):
        assert amounts.volume(1250, Units.METRIC) == "1.250 ml"
        assert amounts.volume_of(750, 2000, Units.METRIC) == "750 von 2.000 ml"
        assert (amounts.decimal(0.5), amounts.decimal(2.0)) == ("0,5", "2")


def test_plurals_are_told_apart() -> None:
    with speaking(pseudo()):
        assert catalog.n_("{count} minute", "{count} minutes", 1) == in_pseudo("{count} minute")
        assert catalog.n_("{count} minute", "{count} minutes", 2) == in_pseudo("{count} minutes")


def test_the_pseudo_locale_is_longer_and_keeps_the_facts() -> None:
    said = in_pseudo("Last drink {span} ago. %(what)s")
    assert "{span}" in said
    assert "%(what)s" in said
    assert len(said) >= len("Last drink {span} ago. %(what)s") + round(LONGER * len("Last drink  ago. "))
    assert not re.search(r"[A-Za-z]{2,}", PLACEHOLDER.sub("", said))
    assert in_pseudo("1,000") == "1,000"


def test_an_empty_text_stays_empty() -> None:
    with speaking(pseudo()):
        assert catalog._("") == ""


@in_checkout
def test_only_english_writes_its_titles_small() -> None:
    assert catalog.small("Calf, left leg") == "calf, left leg"
    with speaking(german()):
        assert catalog.language() == "de"
        assert catalog.small("Wade") == "Wade"


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({"LANGUAGE": "de:fr", "LANG": "en_GB.UTF-8"}, ["de", "fr"]),
        ({"LANGUAGE": "en_GB:en:de", "LANG": "de_DE.UTF-8"}, ["en_GB"]),
        ({"LC_ALL": "de_AT.UTF-8", "LANG": "fr_FR"}, ["de_AT.UTF-8"]),
        ({"LANG": "fr_CA.UTF-8"}, ["fr_CA.UTF-8"]),
        ({}, [""]),
    ],
)
def test_nobody_who_asks_for_english_gets_what_comes_after_it(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], wanted: list[str]
) -> None:
    for name in catalog.ASKED:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert catalog._wanted() == wanted


@pytest.mark.parametrize(
    "line",
    [
        "plan",
        "status",
        "log drink 1.5l",
        "log cramp --muscle calf --side left --lasted 90s",
        "log exercise --lasted 45m",
        "undo",
        "pause 30m",
        "pause until tomorrow",
        "resume",
        "heat --temp 34C --humidity 60 --sun --effort hard",
        "stretch",
        "log drink lots",
        "log drink 90l",
        "log drink --at yesterday",
        "pause 90d",
        "heat --temp 34 --humidity 600",
        "settings check /nonexistent/file",
    ],
)
def test_the_command_line_says_nothing_of_its_own(counter: RecordingDesk, line: str) -> None:
    with speaking(pseudo()):
        reply = counter.ask(line)
    said = f"{reply.out}{reply.err}"
    assert said
    known = {*re.findall(r"[A-Za-z]{2,}", line), "uncramp", "Workday", "America", "Chicago"}
    assert set(re.findall(r"[A-Za-z]{2,}", said)) - known == set()


def test_without_compiled_catalogs_it_speaks_english(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path; from desktop.wording import catalog;"
        f"catalog.FOLDER = Path({str(tmp_path)!r}); print(catalog._('Later'), catalog.language())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"LANGUAGE": "de", "PYTHONPATH": str(messages.ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["Later", "en"], done.stderr
