"""Restoring a backup in two steps: everything is checked and laid ready first, then put in the place of the present.

The second step is taken up again where it was broken off, by whoever starts next: what is there is the old or the new.
What was there before is set aside in a folder, never lost.
"""

import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from desktop.adapters.store_errors import DATABASE_TROUBLE
from desktop.adapters.store_file import SIDE_FILES, connect
from desktop.records import whole_file
from desktop.records.backup import PATIENCE
from desktop.records.files import DATABASE, GUIDES, SETTINGS, OwnFiles
from desktop.records.looking import unpack
from desktop.settings import atomic

UNDER_WAY, READY, ORDER = "restore.new", "restore.ready", "restore.json"
ASIDE = "before-restore-"


def prepare(backup: Path, files: OwnFiles, now: datetime) -> None:
    """Check a backup and lay it ready; nothing in use is touched.

    Args:
        backup: The file.
        files: What is to be restored.
        now: It names the folder of what is set aside.

    Raises:
        NonsenseError: It cannot be used.
        FileTroubleError: It cannot be read, or there is no room for it.
    """
    folder = files.home / UNDER_WAY
    try:
        whole_file.guarded(folder, lambda: _empty(folder))
        has = unpack(backup, folder)
        aside = _free_name(files.home / f"{ASIDE}{now:%Y%m%d-%H%M%S}").name
        order = json.dumps({"has": has, "aside": aside}).encode()
        whole_file.write(folder / ORDER, order)
        whole_file.guarded(folder, lambda: _make_ready(folder, files.home / READY))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def finish(files: OwnFiles) -> Path | None:
    """Put what was laid ready in its place; also what an earlier run could not finish.

    The store is closed, or not open yet: on Windows an open file cannot be replaced.

    Returns:
        Where what was there before is kept; None where nothing was ready.

    Raises:
        FileTroubleError: It could not be done; the next start tries again.
    """
    ready = files.home / READY
    if not ready.is_dir():
        return None
    order = json.loads((ready / ORDER).read_bytes())
    aside: Path = files.home / order["aside"]

    def put_in_place() -> None:
        aside.mkdir(mode=0o700, exist_ok=True)
        _change_settings(files.settings, ready, aside, is_kept=SETTINGS in order["has"])
        _change_database(files.database, ready, aside, is_kept=DATABASE in order["has"])
        _change_guides(files.guides, ready, aside, is_kept=GUIDES in order["has"])

    whole_file.guarded(ready, put_in_place)
    shutil.rmtree(ready, ignore_errors=True)
    return aside


def _empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, parents=True)


def _make_ready(folder: Path, ready: Path) -> None:
    shutil.rmtree(ready, ignore_errors=True)  # one that could not be finished: the newer wish counts
    folder.rename(ready)


def _change_settings(settings: Path, ready: Path, aside: Path, *, is_kept: bool) -> None:
    new, old = ready / SETTINGS, aside / SETTINGS
    if is_kept != new.exists():
        return  # it was done before
    if settings.is_file() and not old.exists():
        whole_file.write(old, settings.read_bytes())
    if is_kept:
        atomic.replace(settings, new.read_bytes(), last_check=lambda: None)
        new.unlink()
    else:
        settings.unlink(missing_ok=True)


def _change_database(database: Path, ready: Path, aside: Path, *, is_kept: bool) -> None:
    new, old = ready / DATABASE, aside / DATABASE
    if is_kept != new.exists():
        return
    target = database.resolve()
    with _nobody_writes(target):
        if target.exists() and not old.exists():
            _link_or_copy(target, old)
        # These go first: beside the new file they would be taken for its own.
        for suffix in SIDE_FILES:
            side = target.with_name(target.name + suffix)
            if side.exists():
                shutil.move(side, old.with_name(old.name + suffix))
    if is_kept:
        beside = target.with_name(f".{target.name}.uncramp-new")
        shutil.copyfile(new, beside)
        beside.chmod(0o600)
        with beside.open("rb+") as written:
            os.fsync(written.fileno())
        beside.replace(target)
        new.unlink()
    else:
        target.unlink(missing_ok=True)


def _change_guides(guides: Path, ready: Path, aside: Path, *, is_kept: bool) -> None:
    new, old = ready / GUIDES, aside / GUIDES
    if is_kept != new.exists():
        return
    if guides.is_dir() and not old.exists():
        guides.rename(old)
    if is_kept:
        new.rename(guides)


@contextmanager
def _nobody_writes(database: Path) -> Iterator[None]:
    """Wait for the end of another process's last write; a damaged file has no writers."""
    if not database.exists():
        yield
        return
    with closing(connect(database, PATIENCE)) as connection:
        with suppress(*DATABASE_TROUBLE, sqlite3.Warning):
            connection.execute("BEGIN IMMEDIATE")
        yield


def _link_or_copy(source: Path, target: Path) -> None:
    try:
        target.hardlink_to(source)
    except OSError:  # a disk without hard links, or another disk
        shutil.copy2(source, target)


def _free_name(path: Path) -> Path:
    free, number = path, 1
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free
