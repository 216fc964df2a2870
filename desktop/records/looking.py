"""Looks a backup over before anything of it is used: its parts, their sizes, its settings and its records."""

import json
import sqlite3
import zipfile
import zlib
from contextlib import closing
from pathlib import Path, PurePosixPath

from desktop.adapters.store_errors import DATABASE_TROUBLE, NewerStoreError
from desktop.adapters.store_file import check, check_version, connect, migrate
from desktop.adapters.store_tables import ENTRY_TABLES, PROMPTS, STEPS
from desktop.errors import UncrampError
from desktop.records.backup import ABOUT, FORMAT, LARGEST_GUIDE, PATIENCE, VERSION
from desktop.records.files import DATABASE, GUIDES, SETTINGS
from desktop.records.trouble import FileTroubleError, NonsenseError
from desktop.settings.reader import parse
from desktop.wording import records as words

LARGEST = {ABOUT: 10_000, SETTINGS: 1_000_000, DATABASE: 512_000_000}
"""Bytes, unpacked, of each part. The records of a hundred years are less."""
MOST_PARTS = 500
_CHUNK = 1_000_000


def unpack(backup: Path, folder: Path) -> tuple[str, ...]:
    """Check a backup and lay what is in it into a folder.

    Args:
        backup: The file.
        folder: An empty one.

    Returns:
        What is in it: of `SETTINGS`, `DATABASE` and `GUIDES`.

    Raises:
        NonsenseError: It is no backup, or one that cannot be used.
        FileTroubleError: It cannot be read.
    """
    title = words.not_backup(backup)
    try:
        with zipfile.ZipFile(backup) as pack:
            parts = pack.infolist()
            if len(parts) > MOST_PARTS:
                raise NonsenseError(title, words.too_large())
            for part in parts:
                _lay(pack, part, folder, title)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise NonsenseError(title, words.no_zip()) from error
    except OSError as error:
        raise FileTroubleError(words.unread(backup, error.strerror or str(error)), words.nothing_changed()) from error
    _check_about(folder / ABOUT, title)
    _check_settings(folder / SETTINGS, title)
    _check_database(folder / DATABASE, title)
    return tuple(name for name in (SETTINGS, DATABASE, GUIDES) if (folder / name).exists())


def _lay(pack: zipfile.ZipFile, part: zipfile.ZipInfo, folder: Path, title: str) -> None:
    largest = _largest(part.filename)
    if largest is None:
        raise NonsenseError(title, words.odd_part(PurePosixPath(part.filename).name[:40]))
    target = folder / part.filename
    target.parent.mkdir(exist_ok=True, mode=0o700)
    target.touch(mode=0o600)
    size = 0
    # What a part says of its own size may be a lie.
    with pack.open(part) as source, target.open("wb") as written:
        while content := source.read(_CHUNK):
            size += len(content)
            if size > largest:
                raise NonsenseError(title, words.too_large())
            written.write(content)


def _largest(name: str) -> int | None:
    """How large a part may be; None for one that no backup has, a path to somewhere else above all."""
    if name in LARGEST:
        return LARGEST[name]
    folder, slash, guide = name.partition("/")
    is_guide = slash and folder == GUIDES and guide.endswith(".toml") and guide == PurePosixPath(guide).name
    return LARGEST_GUIDE if is_guide and "\\" not in guide and "\0" not in guide and ":" not in guide else None


def _check_about(about: Path, title: str) -> None:
    try:
        said = json.loads(about.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise NonsenseError(title, words.other_json()) from error
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        raise NonsenseError(title, words.other_json())
    if said.get("version") != VERSION:
        raise NonsenseError(title, words.too_new())


def _check_settings(settings: Path, title: str) -> None:
    if not settings.exists():
        return
    try:
        parse(settings.read_bytes(), settings).valid()
    except UncrampError as error:
        reason = error.remedy.partition("\n")[0] or error.title
        raise NonsenseError(title, words.bad_settings(reason)) from error


def _check_database(database: Path, title: str) -> None:
    """Every part of it sound, and brought to the present version here, not when it is in use."""
    if not database.exists():
        return
    try:
        with closing(connect(database, PATIENCE)) as connection:
            check_version(connection, database)
            check(connection, "integrity_check")
            # Nothing but tables and indexes: a view or trigger would run when the records are used.
            odd = connection.execute("SELECT 1 FROM sqlite_schema WHERE type NOT IN ('table', 'index')").fetchone()
            if odd is not None:
                raise NonsenseError(title, words.damaged_database())
            migrate(connection)
            for table in (*ENTRY_TABLES, PROMPTS, STEPS):
                connection.execute(table.touch)
    except NewerStoreError as error:
        raise NonsenseError(title, words.too_new()) from error
    except (*DATABASE_TROUBLE, sqlite3.Warning) as error:
        raise NonsenseError(title, words.damaged_database()) from error
