"""Extracts every sentence of the program into the catalog, and brings the translations up to date with it.

``make messages`` writes ``resources/locale/uncramp.pot`` and merges it into each ``uncramp.po``; what changed is marked
there as fuzzy, and stays English until a translator has looked at it. ``make messages ARGS=pseudo`` makes a
pseudo-locale beside them: ``LANGUAGE=en_XA make run`` then shows which words are not translated and which have too
little room.
"""

import ast
import sys
import tomllib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import desktop
from desktop.wording.catalog import DOMAIN
from tests.pseudo import PSEUDO, pseudo

ROOT = Path(desktop.__file__).parent.parent
LOCALE = ROOT / "resources" / "locale"
TEMPLATE = LOCALE / f"{DOMAIN}.pot"
FUNCTIONS = frozenset({"_", "n_", "p_"})
"""Those of `desktop.wording.catalog`."""
SPOKEN = frozenset(
    {"title", "summary", "instruction", "cue", "breathing", "safety", "claim", "not_shown", "work", "found", "text"}
)
"""Keys of TOML files whose values a person reads."""
WIDTH = 100
UNTRUE = tuple(
    f'"{name}:'.encode()
    for name in (
        "Project-Id-Version",
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Report-Msgid-Bugs-To",
        "Last-Translator",
        "Language-Team",
        "Generated-By",
    )
)
"""Headers that Babel makes up."""
HEADER = """\
# Every sentence of Uncramp; made by `make messages`.
# This file is distributed under the same licence as Uncramp."""

Message = tuple[str | tuple[str, ...], str | None]
"""The sentence, or its singular and plural, and its context."""


def extracted() -> Catalog:
    """Every sentence there is, with the files that it stands in."""
    catalog = Catalog(project="Uncramp", version="", charset="utf-8", header_comment=HEADER, fuzzy=False)
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        for function, texts in _calls(path.read_text(encoding="utf-8")):
            match function, texts:
                case "_", (sentence,):
                    catalog.add(sentence, locations=[_place(path)])
                case "n_", (one, many):
                    catalog.add((one, many), locations=[_place(path)])
                case "p_", (context, sentence):
                    catalog.add(sentence, context=context, locations=[_place(path)])
    for path in sorted((*ROOT.glob("resources/guides/*.toml"), *ROOT.glob("resources/advice/*.toml"))):
        for key, text in spoken(tomllib.loads(path.read_text(encoding="utf-8"))):
            catalog.add(text, locations=[_place(path)], auto_comments=[key])
    return catalog


def _calls(code: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The calls that take sentences, those in f-strings too, which Babel's own extractor misses: name and texts."""
    found = (
        node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    )
    for node in sorted(found, key=lambda call: (call.lineno, call.col_offset)):
        assert isinstance(node.func, ast.Name)
        if node.func.id in FUNCTIONS:
            values = (arg.value for arg in node.args if isinstance(arg, ast.Constant))
            yield node.func.id, tuple(value for value in values if isinstance(value, str))


def spoken(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """What a person reads of parsed TOML, with its key."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from spoken(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from spoken(inner, key)
    elif isinstance(value, str) and key in SPOKEN:
        yield key, value


def messages(catalog: Catalog) -> set[Message]:
    """What a catalog has to be translated of."""
    return {(_key(message.id), message.context) for message in catalog if message.id}


def read(path: Path) -> Catalog:
    """A catalog from a file."""
    with path.open("rb") as file:
        return read_po(file)


def translations() -> list[Path]:
    """The catalogs of the languages."""
    return sorted(LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def compiled(catalog: Catalog) -> BytesIO:
    """A catalog as gettext reads it."""
    file = BytesIO()
    write_mo(file, catalog)
    file.seek(0)
    return file


def pseudo_catalog(template: Catalog) -> Catalog:
    """The template in the pseudo-locale."""
    made = Catalog(locale="en", charset="utf-8")
    for message in template:
        if message.id:
            plain = message.id if isinstance(message.id, str) else tuple(message.id)
            said = pseudo(plain) if isinstance(plain, str) else tuple(pseudo(form) for form in plain)
            made.add(plain, said, context=message.context)
    return made


def _place(path: Path) -> tuple[str, int]:
    return path.relative_to(ROOT).as_posix(), 0


def _key(message_id: str | list[str] | tuple[str, ...]) -> str | tuple[str, ...]:
    return message_id if isinstance(message_id, str) else tuple(message_id)


def _write(path: Path, catalog: Catalog) -> None:
    """Write a catalog without dates and line numbers, so that it changes only with its sentences."""
    file = BytesIO()
    write_po(file, catalog, width=WIDTH, include_lineno=False, ignore_obsolete=True)
    lines = file.getvalue().splitlines(keepends=True)
    path.write_bytes(b"".join(line for line in lines if not line.startswith(UNTRUE)))
    print(path.relative_to(ROOT))


def _update() -> None:
    template = extracted()
    _write(TEMPLATE, template)
    for path in translations():
        catalog = read(path)
        catalog.update(template, no_fuzzy_matching=False, update_header_comment=False)
        _write(path, catalog)
        missing = [message.id for message in catalog if message.id and (message.fuzzy or not message.string)]
        print(f"  to be translated: {len(missing)}")


def _make_pseudo() -> None:
    folder = LOCALE / PSEUDO / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{DOMAIN}.mo"
    target.write_bytes(compiled(pseudo_catalog(extracted())).getvalue())
    print(target.relative_to(ROOT))


def main(arguments: list[str]) -> int:
    """Do what is asked for."""
    if arguments == ["pseudo"]:
        _make_pseudo()
    elif not arguments:
        _update()
    else:
        print("usage: python -m tests.messages [pseudo]", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
