"""Writing ``settings.toml``: comments, order, unknown keys and line ends stay, and nothing invalid is ever written."""

import codecs
import copy
import os
import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from desktop.settings import atomic
from desktop.settings.limits import LIMITS, pattern
from desktop.settings.merging import ARRAYS, differing, document, in_file, merged
from desktop.settings.problems import KeyPath, SettingsChangedError, SettingsError, SettingsWriteError
from desktop.settings.reader import Reading, examine, parse
from desktop.settings.rewriting import Table, rewritten, same
from desktop.settings.source import decode
from desktop.wording.catalog import _
from schedules.settings import Settings

_KEY_PART = re.compile(r"(\w+)(?:\[(\d+)\])?")
_WRITABLE = frozenset({*LIMITS, *ARRAYS, *(f"{array}[]" for array in ARRAYS)})


def write(file: Path, changes: Mapping[str, object], *, seen: Reading | None = None) -> Reading:
    """Change some keys of a settings file, or make the file with them.

    Args:
        file: The settings file; it may not exist yet.
        changes: Values by dotted key, as in ``you.drink_goal_ml``, ``day[1].block[0].to`` or ``day[0].block``; a list
            or table is given whole. Values are those of `schedules.settings`.
        seen: What the changes were based on: the file is left alone if it holds something else by now.

    Returns:
        What the file says now.

    Raises:
        SettingsError: The file cannot be understood, or the result would not be valid.
        SettingsChangedError: The file was changed by somebody else.
        SettingsWriteError: The file could not be written.
        ValueError: There is no such key.
    """
    reading, data = _present(file, seen)
    return _store(reading, data, _laid_out(changes, data, reading))


def save(file: Path, settings: Settings, *, seen: Reading | None = None) -> Reading:
    """Make a settings file say certain settings, with the fewest changes; other arguments and errors as `write`."""
    reading, data = _present(file, seen)
    return _store(reading, data, differing(settings, data))


def create(file: Path, text: str | None = None) -> Reading:
    """Write a settings file where there is none.

    Args:
        file: Where; it does not exist yet.
        text: What it is to say, a preset's text for instance; by default every setting with its default, explained.

    Raises:
        SettingsError: The text is not valid.
        SettingsChangedError: There is a file already.
        SettingsWriteError: The file could not be written.
    """
    reading = Reading(file=file, content=None, settings=None)
    if os.path.lexists(file) and examine(file).content is not None:
        raise SettingsChangedError(_("{file} exists already.").format(file=file), _("Nothing was written."))
    return _replace(reading, (starting_text() if text is None else text).encode())


def starting_text() -> str:
    """A settings file that says every default, with a line of explanation for each."""
    return (files("resources") / "presets" / "start.toml").read_text("utf-8")


def _present(file: Path, seen: Reading | None) -> tuple[Reading, Table]:
    reading = examine(file)
    if seen is not None and seen.content != reading.content:
        raise _changed(file)
    source = decode(reading.content or b"", file)
    if source.problem is not None or (reading.content is None and reading.problems):
        raise SettingsError(file, reading.problems)
    try:
        return reading, tomllib.loads(source.text)
    except (ValueError, RecursionError) as error:
        raise SettingsError(file, reading.problems) from error


def _store(reading: Reading, data: Table, wanted: Table) -> Reading:
    content = reading.content or b""
    text = decode(content, reading.file).text
    expected = merged(data, wanted)
    new_text = rewritten(text, expected)
    assert same(tomllib.loads(new_text), expected), f"the text does not say {expected}"
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    new = mark + new_text.encode()
    return _replace(reading, new) if new != content else reading


def _replace(reading: Reading, content: bytes) -> Reading:
    """Put a new content in the place of what was read, if it is valid and nobody else was faster."""
    result = parse(content, reading.file)
    result.valid()

    def still_as_read() -> None:
        if examine(reading.file).content != reading.content:
            raise _changed(reading.file)

    try:
        atomic.replace(reading.file, content, last_check=still_as_read)
    except OSError as error:
        title = _("{file} could not be written: {reason}.").format(file=reading.file, reason=error.strerror or error)
        raise SettingsWriteError(title, _("The settings are as they were.")) from error
    return result


def _changed(file: Path) -> SettingsChangedError:
    title = _("{file} was changed in the meantime.").format(file=file)
    return SettingsChangedError(title, _("Nothing was written; look at the new settings and change them again."))


def _laid_out(changes: Mapping[str, object], data: Table, reading: Reading) -> Table:
    usual = document(Settings())
    wanted: Table = {}
    for key, value in changes.items():
        path, laid = _key_path(key), in_file(value)
        if not _fits(path, laid):
            raise ValueError(f"{key} takes tables.")
        root = str(path[0])
        if root in ARRAYS and root not in wanted:
            wanted[root] = copy.deepcopy(data.get(root, usual[root]))
        try:
            _set(wanted, path, laid)
        except (LookupError, TypeError, AttributeError) as error:
            reading.valid()  # the file itself may be what is wrong
            raise ValueError(f"There is no {key} to change.") from error
    return wanted


def _key_path(key: str) -> KeyPath:
    path: KeyPath = ()
    for part in key.split("."):
        found = _KEY_PART.fullmatch(part)
        if found is None:
            raise ValueError(f"{key} is not a key.")
        path = (*path, found[1]) if found[2] is None else (*path, found[1], int(found[2]))
    if pattern(path) not in _WRITABLE:
        raise ValueError(f"There is no setting named {key}.")
    return path


def _fits(path: KeyPath, value: object) -> bool:
    """Whether a list of tables gets one, and an element of it a table; what is in them is checked when it is read."""
    if pattern(path) in ARRAYS:
        return isinstance(value, list) and all(isinstance(each, dict) for each in value)
    return pattern(path) in LIMITS or isinstance(value, dict)


def _set(table: Any, path: KeyPath, value: object) -> None:  # noqa: ANN401 - a tree of anything
    for part in path[:-1]:
        table = table.setdefault(part, {}) if isinstance(part, str) and isinstance(table, dict) else table[part]
    table[path[-1]] = value
