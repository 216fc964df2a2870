"""Files written whole or not at all, and read only up to a size."""

from collections.abc import Callable
from pathlib import Path

from desktop.records.trouble import FileTroubleError, NonsenseError
from desktop.settings import atomic
from desktop.wording import records as words


def write(file: Path, content: bytes) -> None:
    """Write a file; whoever looks, and whatever dies meanwhile, finds what was there before or all of it.

    Raises:
        FileTroubleError: It could not be written.
    """
    guarded(file, lambda: atomic.replace(file, content, last_check=lambda: None))


def guarded(file: Path, work: Callable[[], None]) -> None:
    """Do something that writes a file, and tell what goes wrong.

    Raises:
        FileTroubleError: It could not be written.
    """
    try:
        work()
    except OSError as error:
        raise FileTroubleError(words.unwritten(file, error.strerror or str(error)), words.nothing_changed()) from error


def read(file: Path, largest: int, title: str) -> bytes:
    """The content of a file.

    Args:
        file: A regular file.
        largest: Bytes.
        title: What the error says first, when it is something else.

    Raises:
        NonsenseError: It is too large, or no file.
        FileTroubleError: It cannot be read.
    """
    try:
        if not file.is_file():
            raise NonsenseError(title, words.nothing_changed())
        with file.open("rb") as opened:
            content = opened.read(largest + 1)
    except OSError as error:
        raise FileTroubleError(words.unread(file, error.strerror or str(error)), words.nothing_changed()) from error
    if len(content) > largest:
        raise NonsenseError(title, words.too_large())
    return content
