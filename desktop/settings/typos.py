"""Keys that look like a slip of the pen: they are kept and change nothing, but the person may want to know."""

from collections.abc import Iterator, Mapping

from desktop.settings.limits import LIMITS, keys_in, pattern
from desktop.settings.problems import KeyPath

_ALIKE = 0.75
"""How alike two names are, 0 to 1, before one is taken for a slip of the other. Ours."""


def likely_typos(data: Mapping[str, object], at: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Unknown keys that were probably meant to be settings.

    Args:
        data: A table of the file, as `tomllib` reads it.
        at: Where the table stands.

    Yields:
        The place of the key, and the key that was probably meant.
    """
    inside = pattern(at)
    known = keys_in(inside)
    for name, value in data.items():
        path = (*at, name)
        if name not in known:
            meant = _meant(name, inside, known)
            if meant:
                yield path, meant
        elif isinstance(value, dict):
            yield from likely_typos(value, path)
        elif isinstance(value, list):
            for index, element in enumerate(value):
                if isinstance(element, dict):
                    yield from likely_typos(element, (*path, index))


def _meant(name: str, inside: str, known: tuple[str, ...]) -> str | None:
    from difflib import get_close_matches

    near = get_close_matches(name.casefold(), known, n=1, cutoff=_ALIKE)
    if near:
        return f"{inside}.{near[0]}" if inside else near[0]
    elsewhere = [key for key in LIMITS if key.rpartition(".")[2] == name]
    return elsewhere[0] if len(elsewhere) == 1 else None
