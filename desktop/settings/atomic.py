"""Replacing a file so that whoever reads it, and whatever dies meanwhile, finds the old content or the new."""

import contextlib
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

_PREFIX, _SUFFIX = ".", ".uncramp-new"
_LEFT_BEHIND_S = 3600


def replace(file: Path, content: bytes, *, last_check: Callable[[], None]) -> None:
    """Write the whole content of a file, old or new.

    A symlink stays one: the file it leads to is replaced. Mode and, where permitted, owner stay; a new file is for its
    owner only. Missing folders are made.

    Args:
        file: What to write.
        content: All that it is to hold.
        last_check: Called at the last moment; what it raises comes through, and the file is as it was.

    Raises:
        OSError: It could not be written; the file is as it was.
    """
    target = Path(os.path.realpath(file))
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    before = target.stat() if target.exists() else None
    if before is not None and not os.access(target, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise PermissionError(f"{target} is read-only")
    descriptor, name = tempfile.mkstemp(prefix=f"{_PREFIX}{target.name}.", suffix=_SUFFIX, dir=target.parent)
    new = Path(name)
    try:
        with open(descriptor, "wb") as opened:  # noqa: PTH123 - a descriptor has no path
            opened.write(content)
            _take_after(before, descriptor)
            opened.flush()
            os.fsync(descriptor)
        last_check()
        new.replace(target)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)
    _sweep(target)


def _take_after(before: os.stat_result | None, descriptor: int) -> None:
    if before is None or not hasattr(os, "fchmod"):
        return
    with contextlib.suppress(PermissionError):  # only root may give a file away
        os.fchown(descriptor, before.st_uid, before.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(before.st_mode))


def _sync_folder(folder: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):
        return  # Windows has no such thing
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sweep(target: Path) -> None:
    """Take away what a process that was killed in `replace` left behind, but nothing of one that is at it."""
    newest = target.stat().st_mtime
    for left in target.parent.glob(f"{_PREFIX}{target.name}.*{_SUFFIX}"):
        with contextlib.suppress(OSError):
            if newest - left.stat().st_mtime > _LEFT_BEHIND_S:
                left.unlink()
