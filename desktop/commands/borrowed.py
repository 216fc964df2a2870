"""Settings, records and weather from files that a person names: they are read, and never changed."""

import sqlite3
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.adapters.open_meteo import read_reply
from desktop.adapters.store import SqliteStore, StoreError
from desktop.errors import UsageError
from desktop.journal import REMEMBERED
from desktop.ports import Clock
from desktop.settings.reader import read
from desktop.wording.catalog import _
from schedules.history import History
from schedules.settings import Settings
from schedules.weather import Forecast


class BorrowedFileError(UsageError):
    """A file that was named cannot be used."""


def settings_in(path: Path) -> Settings:
    """The settings in a file.

    Raises:
        UsageError: There is none, or it has problems.
    """
    _must_be_file(path)
    return read(path)


def forecast_in(path: Path) -> Forecast:
    """The forecast in a file.

    Raises:
        UsageError: There is none.
    """
    return read_reply(path)


def records_in(path: Path, clock: Clock) -> tuple[History, datetime | None]:
    """The records in a database, and until when it says that prompts are paused.

    A copy is opened: opening the file itself would bring it to the latest version, or set it aside if it is damaged.

    Raises:
        UsageError: There is no such file, or it holds no records.
    """
    _must_be_file(path)
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "records.db"
        store = SqliteStore(copy, clock)
        try:
            _copy(path, copy)
            damaged = store.open()
            records = store.history(clock.now() - REMEMBERED), store.paused_until()
        except (sqlite3.Error, OSError, StoreError) as error:
            raise _unusable(path) from error
        finally:
            store.close()
    if damaged is not None:
        raise _unusable(path) from damaged
    return records


def _copy(path: Path, copy: Path) -> None:
    source = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    target = sqlite3.connect(copy)
    try:
        (version,) = source.execute("PRAGMA user_version").fetchone()
        if not version:
            raise _unusable(path)
        source.backup(target)
    finally:
        source.close()
        target.close()


def _must_be_file(path: Path) -> None:
    if not path.is_file():
        raise BorrowedFileError(
            _("There is no file {path}.").format(path=path), _("Check the name, or leave the option out.")
        )


def _unusable(path: Path) -> BorrowedFileError:
    return BorrowedFileError(
        _("{path} holds no records that this version of Uncramp can read.").format(path=path),
        _("Name an Uncramp database, or none."),
    )
