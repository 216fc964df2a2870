"""Extracts every sentence of the program into the catalog, and brings the translations up to date with it.

``make messages`` writes ``resources/locale/uncramp.pot`` and merges it into each ``uncramp.po``; what changed is marked
there as fuzzy, and stays English until a translator has looked at it. ``make messages ARGS=pseudo`` makes a
pseudo-locale beside them: ``LANGUAGE=en_XA make run`` then shows which words are not translated and which have too
little room.
"""

import ast
import sys
import tomllib
from collections.abc import Collection, Iterator
from io import BytesIO
from pathlib import Path
from typing import IO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import desktop
from desktop.wording.catalog import DOMAIN
from tests.pseudo import PSEUDO, pseudo

ROOT = Path(desktop.__file__).parent.parent
LOCALE = ROOT / "resources" / "locale"
TEMPLATE = LOCALE / f"{DOMAIN}.pot"
KEYWORDS = {"_": None, "n_": (1, 2), "p_": ((1, "c"), 2)}
SPOKEN = frozenset(
    {"title", "summary", "instruction", "cue", "breathing", "safety", "claim", "not_shown", "work", "found", "text"}
)
"""Keys of TOML files whose values a person reads."""
WIDTH = 100

Message = tuple[str | tuple[str, ...], str | None]
"""The sentence, or its singular and plural, and its context."""


def extracted() -> Catalog:
    """Every sentence there is, with the files that it stands in."""
    catalog = Catalog(project="Uncramp", copyright_holder="the Uncramp authors", charset="utf-8")
    found = extract_from_dir(ROOT / "desktop", method_map=[("**.py", calls)], keywords=KEYWORDS)
    for name, _line, sentence, comments, context in sorted(found, key=lambda one: (one[0], one[1])):
        catalog.add(sentence, locations=[(f"desktop/{name}", 0)], auto_comments=comments, context=context)
    for path in sorted((*ROOT.glob("resources/guides/*.toml"), *ROOT.glob("resources/advice/*.toml"))):
        for key, text in spoken(tomllib.loads(path.read_text(encoding="utf-8"))):
            catalog.add(text, locations=[(path.relative_to(ROOT).as_posix(), 0)], auto_comments=[key])
    return catalog


def calls(
    file: IO[bytes], keywords: Collection[str], _tags: object, options: object
) -> Iterator[tuple[int, str, str | tuple[str, ...], list[str]]]:
    """An extraction method of Babel's: the calls of a Python file, those within f-strings too, which Babel's own misses.

    Args:
        file: Read in bytes.
        keywords: The functions that take sentences.
        options: None are known.

    Yields:
        Line, function, its texts, and no comments.
    """
    assert not options
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in keywords:
            texts = tuple(
                arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
            )
            if texts:
                yield node.lineno, node.func.id, texts if len(texts) > 1 else texts[0], []


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


def _key(message_id: str | list[str] | tuple[str, ...]) -> str | tuple[str, ...]:
    return message_id if isinstance(message_id, str) else tuple(message_id)


def _write(path: Path, catalog: Catalog) -> None:
    with path.open("wb") as file:
        write_po(file, catalog, width=WIDTH, include_lineno=False, ignore_obsolete=True)
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
